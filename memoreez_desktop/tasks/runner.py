"""Jobs in pools by kind; whatever they say arrives on the window's thread, in order."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import CancelToken
from memoreez_desktop.tasks.task import Job, Task, TaskEvent

Pool = Literal["compute", "network", "disk", "pictures", "warm"]
# One disk thread keeps writes in their order; compute jobs only wait for their child process.
THREADS: dict[Pool, int] = {"compute": 2, "network": 4, "disk": 1, "pictures": 2, "warm": 1}


@dataclass(frozen=True)
class Callbacks:
    """What a presenter wants to hear of a job, each called on the window's thread."""

    partial: Callable[[Any], None] | None = None
    progress: Callable[[float | None, str], None] | None = None
    done: Callable[[Any], None] | None = None
    failed: Callable[[MemoreezError], None] | None = None
    cancelled: Callable[[], None] | None = None

    def hear(self, event: TaskEvent) -> None:
        """Call the one that fits."""
        if event.kind == "progress" and self.progress:
            self.progress(*event.value)  # type: ignore[misc]
        elif event.kind == "partial" and self.partial:
            self.partial(event.value)
        elif event.kind == "done" and self.done:
            self.done(event.value)
        elif event.kind == "failed" and self.failed:
            self.failed(event.value)  # type: ignore[arg-type]
        elif event.kind == "cancelled" and self.cancelled:
            self.cancelled()


@dataclass(eq=False)
class TaskHandle:
    """A job that was submitted."""

    request_id: int
    pool: Pool = "compute"
    token: CancelToken = field(default_factory=CancelToken)
    _cancel: Callable[[int], None] | None = None

    def cancel(self) -> None:
        """Stop it. ``cancelled`` is heard at once; the job itself ends within a second, unheard."""
        self.token.cancel()
        if self._cancel:
            self._cancel(self.request_id)


class Runner(Protocol):
    """Where presenters submit jobs."""

    def submit(
        self,
        job: Job,
        *,
        pool: Pool = "compute",
        partial: Callable[[Any], None] | None = None,
        progress: Callable[[float | None, str], None] | None = None,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[MemoreezError], None] | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> TaskHandle:
        """Start a job; the callbacks are given here, because connecting later loses results."""
        ...


class TaskRunner(QObject):
    """Runs jobs in thread pools of its own.

    Signals
    -------
    idle()
        Nothing is running or waiting any more.
    """

    _happened = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = itertools.count(1)
        self._open: dict[int, tuple[TaskHandle, Callbacks]] = {}
        self._pools: dict[Pool, QThreadPool] = {}
        for name, threads in THREADS.items():
            pool = QThreadPool(self)
            pool.setMaxThreadCount(threads)
            pool.setExpiryTimeout(-1)
            self._pools[name] = pool
        self._happened.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        job: Job,
        *,
        pool: Pool = "compute",
        partial: Callable[[Any], None] | None = None,
        progress: Callable[[float | None, str], None] | None = None,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[MemoreezError], None] | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> TaskHandle:
        """Start a job in the pool of its kind.

        Notes
        -----
        Call it on the window's thread; the callbacks come on the window's thread.
        """
        handle = TaskHandle(next(self._ids), pool, _cancel=self._cancel)
        self._open[handle.request_id] = (handle, Callbacks(partial, progress, done, failed, cancelled))
        task = Task(handle.request_id, job, handle.token, self._pass_on)
        self._pools[pool].start(task)
        return handle

    @property
    def busy(self) -> bool:
        """True while a job is running or waiting."""
        return bool(self._open)

    def _pass_on(self, event: TaskEvent) -> None:
        """Bring an event to the window's thread; called on a worker's."""
        # A job that nothing can stop (an import, a call into the system) may outlive this runner.
        with contextlib.suppress(RuntimeError):
            self._happened.emit(event)

    def _deliver(self, event: TaskEvent) -> None:
        entry = self._open.get(event.request_id)
        if entry is None:
            return
        if event.kind in ("done", "failed", "cancelled"):
            del self._open[event.request_id]
        entry[1].hear(event)
        if not self._open:
            self.idle.emit()

    def _cancel(self, request_id: int) -> None:
        if request_id in self._open:
            self._deliver(TaskEvent(request_id, "cancelled"))

    def shut_down(self, wait_ms: int = 2000) -> bool:
        """Cancel everything but what is being written, and wait; True when all threads have ended."""
        for handle, _callbacks in list(self._open.values()):
            if handle.pool != "disk":
                handle.token.cancel()
        self._open.clear()
        for name, pool in self._pools.items():
            if name != "disk":
                pool.clear()
        ended = [pool.waitForDone(wait_ms) for pool in self._pools.values()]
        return all(ended)


class InlineTaskRunner:
    """Runs each job at once on the calling thread: every asynchronous path becomes a straight line."""

    def __init__(self) -> None:
        self._ids = itertools.count(1)

    def submit(
        self,
        job: Job,
        *,
        pool: Pool = "compute",
        partial: Callable[[Any], None] | None = None,
        progress: Callable[[float | None, str], None] | None = None,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[MemoreezError], None] | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> TaskHandle:
        """Run it to its end before returning."""
        handle = TaskHandle(next(self._ids), pool)
        callbacks = Callbacks(partial, progress, done, failed, cancelled)
        Task(handle.request_id, job, handle.token, callbacks.hear).run()
        return handle
