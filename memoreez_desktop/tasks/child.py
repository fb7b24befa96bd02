"""Warm child processes for geometry, because its libraries hold the interpreter for seconds.

manifold3d, fast_simplification and pymeshfix keep the GIL while they work (0.7-4 s on 700k triangles),
so a thread would freeze the window. A child process is started by spawn on every system, which also
works in a frozen program; a job is cancelled politely first and by ending the process 0.4 s later; a
crashed child is an error in words and a new child.
"""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import queue
import threading
from collections.abc import Callable
from multiprocessing.connection import wait
from typing import Any, Protocol, TypeVar

from memoreez_desktop.core.errors import Cancelled, MemoreezError, WorkerCrashedError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.words import say
from memoreez_desktop.tasks.child_main import block_name, serve
from memoreez_desktop.tasks.parcel import forget_block, pack, unpack

R = TypeVar("R")
POLL_S = 0.05
POLITE_S = 0.4
_parcels = itertools.count(1)


class ChildRunner(Protocol):
    """Runs a module-level function ``function(*args, job)`` somewhere safe."""

    def run(self, function: Callable[..., R], args: tuple[Any, ...], job: JobContext) -> R:
        """Run it and return what it returns; progress and partial results go through ``job``."""
        ...

    def close(self) -> None:
        """End what was started."""
        ...


def in_child(runner: ChildRunner, function: Callable[..., R], *args: Any) -> Callable[[JobContext], R]:
    """Make a job that runs ``function(*args, job)`` in a child process."""
    return lambda job: runner.run(function, args, job)


class InlineChildPool:
    """Runs the function at once in this process: for tests and for the command line."""

    def run(self, function: Callable[..., R], args: tuple[Any, ...], job: JobContext) -> R:
        """Run it here."""
        return function(*args, job)

    def close(self) -> None:
        """Nothing to end."""


class _Child:
    """One process and the parent's end of its pipe."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), name="memoreez-geometry", daemon=True)
        self._process.start()
        theirs.close()
        self._answers = 0

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def call(self, function: Callable[..., R], args: tuple[Any, ...], job: JobContext) -> R:
        parcel, block = pack((function, args), f"mzp_{os.getpid()}_{next(_parcels)}")
        try:
            self._pipe.send(("job", parcel))
            return self._listen(job)  # type: ignore[return-value]
        except (BrokenPipeError, ConnectionResetError, EOFError) as error:
            self.end()
            raise WorkerCrashedError(
                say("The geometry worker stopped unexpectedly."),
                say("It has been started again; please try once more."),
                retryable=True,
            ) from error
        finally:
            if block is not None:
                block.close()
                if not self.alive:
                    forget_block(block.name)

    def _listen(self, job: JobContext) -> object:
        patience_s: float | None = None
        while True:
            if job.cancelled:
                if patience_s is None:
                    patience_s = POLITE_S
                    self._pipe.send(("cancel", None))
                elif patience_s <= 0:
                    self.end()
                    raise Cancelled
                else:
                    patience_s -= POLL_S
            wait([self._pipe, self._process.sentinel], timeout=POLL_S)
            if not self._pipe.poll():
                if not self.alive and not self._pipe.poll():
                    raise EOFError
                continue
            kind, parcel = self._pipe.recv()
            self._answers += 1
            value = unpack(parcel)
            if kind == "progress":
                with contextlib.suppress(Cancelled):
                    job.progress(*value)  # type: ignore[misc]
            elif kind == "partial":
                job.partial(value)
            elif kind == "done":
                return value
            elif kind == "cancelled":
                raise Cancelled
            elif kind == "failed":
                assert isinstance(value, MemoreezError)
                raise value
            else:
                raise ChildBug(str(value))

    def end(self) -> None:
        """End the process; what it had shared for us and we never read is freed."""
        pid = self._process.pid
        self._process.terminate()
        self._process.join(1.0)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(1.0)
        self._pipe.close()
        if pid is not None:
            for count in range(self._answers + 1, self._answers + 4):
                forget_block(block_name(pid, count))


class ChildBug(RuntimeError):  # noqa: N818 - not a kind of error, a bug's own trace
    """A bug inside the child; the text is its trace."""


class ChildPool:
    """A few warm child processes, started when first needed.

    Parameters
    ----------
    size : int
        How many jobs may run at once.
    warm : callable, optional
        Module-level ``warm(job)`` that a fresh child runs first: imports and compiled kernels.
    """

    def __init__(self, size: int = 2, warm: Callable[..., object] | None = None) -> None:
        self._warm = warm
        self._idle: queue.LifoQueue[_Child | None] = queue.LifoQueue()
        for _ in range(size):
            self._idle.put(None)
        self._size = size
        self._all: set[_Child] = set()
        self._lock = threading.Lock()
        self._closed = False

    def _borrow(self, job: JobContext) -> _Child:
        while True:
            job.check_cancelled()
            with contextlib.suppress(queue.Empty):
                child = self._idle.get(timeout=POLL_S)
                if child is None or not child.alive:
                    child = self._start(child)
                return child

    def _start(self, dead: _Child | None) -> _Child:
        with self._lock:
            if self._closed:
                self._idle.put(None)
                raise Cancelled
            if dead is not None:
                self._all.discard(dead)
            child = _Child()
            self._all.add(child)
            return child

    def run(self, function: Callable[..., R], args: tuple[Any, ...], job: JobContext) -> R:
        """Run ``function(*args, job)`` in an idle child; waits for one if all are busy.

        Raises
        ------
        WorkerCrashedError
            The process ended by itself.
        Cancelled
            Within half a second of the wish.
        """
        child = self._borrow(job)
        try:
            return child.call(function, args, job)
        finally:
            self._idle.put(child if child.alive else None)
            if not child.alive:
                self._replace_soon(child)

    def _replace_soon(self, dead: _Child) -> None:
        """Start and warm a successor in the background, so that the next job does not pay for it."""
        with self._lock:
            self._all.discard(dead)
        if self._warm is not None and not self._closed:
            threading.Thread(target=self.warm_one, daemon=True, name="memoreez-rewarm").start()

    def warm_one(self, job: JobContext | None = None) -> None:
        """Start one child if need be and let it import and compile what jobs will want."""
        if self._warm is not None:
            with contextlib.suppress(Cancelled, MemoreezError, ChildBug, OSError):
                self.run(self._warm, (), job or JobContext())

    def close(self) -> None:
        """End every child; running jobs end with an error or as cancelled."""
        with self._lock:
            self._closed = True
            children, self._all = self._all, set()
        for child in children:
            child.end()
