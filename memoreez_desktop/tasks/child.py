"""Warm child processes for geometry, because its libraries hold the interpreter for seconds.

manifold3d and fast_simplification keep the GIL while they work (0.7-4 s on 700k triangles),
so a thread would freeze the window. A child process is started by spawn on every system, which also
works in a frozen program; a job is cancelled politely first and by ending the process 0.4 s later; a
crashed child is an error in words and a new child.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from memoreez_desktop.core.errors import Cancelled, MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.tasks.child_bug import ChildBug

if TYPE_CHECKING:
    from memoreez_desktop.tasks.child_process import ChildProcess

R = TypeVar("R")
POLL_S = 0.05
POLITE_S = 0.4
AT_HOME_POLITE_S = 8.0
"""Longer than any step of a keepsake takes; made from nothing, all of them take longer still."""


class ChildRunner(Protocol):
    """Runs a module-level function ``function(*args, job)`` somewhere safe."""

    def run(
        self,
        function: Callable[..., R],
        args: tuple[Any, ...],
        job: JobContext,
        *,
        home: str = "",
        patience_s: float | None = None,
    ) -> R:
        """Run it and return what it returns; progress and partial results go through ``job``."""
        ...

    def close(self) -> None:
        """End what was started."""
        ...


def in_child(
    runner: ChildRunner, function: Callable[..., R], *args: Any, home: str = ""
) -> Callable[[JobContext], R]:
    """Make a job that runs ``function(*args, job)`` in a child process."""
    return lambda job: runner.run(function, args, job, home=home)


class InlineChildPool:
    """Runs the function at once in this process: for tests and for the command line."""

    def run(
        self,
        function: Callable[..., R],
        args: tuple[Any, ...],
        job: JobContext,
        *,
        home: str = "",
        patience_s: float | None = None,
    ) -> R:
        """Run it here."""
        return function(*args, job)

    def close(self) -> None:
        """Nothing to end."""


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
        self._idle: list[ChildProcess | None] = [None] * size
        self._homes: dict[str, ChildProcess] = {}
        self._at_home: set[ChildProcess] = set()
        self._all: set[ChildProcess] = set()
        self._lock = threading.Lock()
        self._given_back = threading.Condition()
        self._closed = False

    def _borrow(self, job: JobContext, home: str, *, unborn: bool = False) -> ChildProcess:
        while True:
            job.check_cancelled()
            with self._given_back:
                place = self._choose(home, unborn)
                if place is None:
                    self._given_back.wait(POLL_S)
                    continue
                child = self._idle.pop(place)
            if child is None or not child.alive:
                child = self._start(child)
            if home:
                with self._given_back:
                    self._homes[home] = child
                    self._at_home.add(child)
            return child

    def _choose(self, home: str, unborn_first: bool) -> int | None:
        """Return which idle child to take: the one at home there, else one that is nobody's home."""
        owner = self._homes.get(home)
        if owner is not None and owner.alive:
            if owner in self._idle:
                return self._idle.index(owner)
            if owner in self._at_home:
                return None
        homes = set(self._homes.values())

        def reluctance(place: int) -> tuple[int, int]:
            child = self._idle[place]
            unborn = child is None or not child.alive
            rank = 1 if unborn else 2 if child in homes else 0
            return (rank if not unborn_first else int(not unborn)), -place

        return min(range(len(self._idle)), key=reluctance, default=None)

    def _give_back(self, child: ChildProcess | None) -> None:
        with self._given_back:
            self._idle.append(child)
            self._given_back.notify_all()

    def _start(self, dead: ChildProcess | None) -> ChildProcess:
        with self._lock:
            if self._closed:
                self._give_back(None)
                raise Cancelled
            if dead is not None:
                self._all.discard(dead)
            from memoreez_desktop.tasks.child_process import (  # noqa: PLC0415 - multiprocessing: 30 ms at start
                ChildProcess,
            )

            child = ChildProcess()
            self._all.add(child)
            return child

    def run(
        self,
        function: Callable[..., R],
        args: tuple[Any, ...],
        job: JobContext,
        *,
        home: str = "",
        patience_s: float | None = None,
    ) -> R:
        """Run ``function(*args, job)`` in an idle child; waits for one if all are busy.

        Parameters
        ----------
        home : str
            Jobs of the same home come to the same child, one after the other, as long as it lives; others
            take it only when no other is idle. For jobs that find there what they left: they are given
            longer to stop, because ending the process would lose it.
        patience_s : float, optional
            How long a job may take to notice that it is not wanted any more, before its process is ended.

        Raises
        ------
        WorkerCrashedError
            The process ended by itself.
        Cancelled
            Within half a second of the wish, or as long as its patience lasts.
        """
        if patience_s is None:
            patience_s = AT_HOME_POLITE_S if home else POLITE_S
        return self._run_in(self._borrow(job, home), function, args, job, patience_s)

    def _run_in(
        self,
        child: ChildProcess,
        function: Callable[..., R],
        args: tuple[Any, ...],
        job: JobContext,
        patience_s: float = POLITE_S,
    ) -> R:
        try:
            return child.call(function, args, job, patience_s)
        finally:
            with self._given_back:
                self._at_home.discard(child)
            self._give_back(child if child.alive else None)
            if not child.alive:
                self._replace_soon(child)

    def _replace_soon(self, dead: ChildProcess) -> None:
        """Start and warm a successor in the background, so that the next job does not pay for it."""
        with self._lock:
            self._all.discard(dead)
        if self._warm is not None and not self._closed:
            threading.Thread(target=self.warm_one, daemon=True, name="memoreez-rewarm").start()

    def warm_one(self, job: JobContext | None = None) -> None:
        """Start one child more, if there is room, and let it import and compile what jobs will want."""
        job = job or JobContext()
        if self._warm is not None:
            with contextlib.suppress(Cancelled, MemoreezError, ChildBug, OSError):
                self._run_in(self._borrow(job, "", unborn=True), self._warm, (), job)

    def close(self) -> None:
        """End every child; running jobs end with an error or as cancelled."""
        with self._lock:
            self._closed = True
            children, self._all = self._all, set()
        for child in children:
            child.end()
