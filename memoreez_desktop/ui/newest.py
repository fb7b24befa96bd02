"""Asking again and again while only the newest question matters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext

if TYPE_CHECKING:
    from memoreez_desktop.tasks.runner import Pool, Runner

Answer = Callable[[Any], None]
Job = Callable[[JobContext], Any]


class Newest:
    """One job at a time; of what is asked meanwhile only the newest is done, and only it is answered.

    A job that has begun is not stopped: ending its process would cost more than its second.
    """

    def __init__(self, runner: Runner, pool: Pool = "compute") -> None:
        self._runner, self._pool = runner, pool
        self._running = False
        self._number = 0
        self._next: tuple[Job, Answer, Callable[[MemoreezError], None]] | None = None

    @property
    def busy(self) -> bool:
        """True while an answer is awaited."""
        return self._running

    def ask(self, job: Job, done: Answer, failed: Callable[[MemoreezError], None]) -> None:
        """Have a job done now or as soon as the present one is over."""
        self._number += 1
        self._next = (job, done, failed)
        if not self._running:
            self._go_on()

    def forget(self) -> None:
        """Answer nothing that was asked so far."""
        self._number += 1
        self._next = None

    def _go_on(self) -> None:
        if self._next is None:
            return
        (job, done, failed), self._next = self._next, None
        number, self._running = self._number, True

        def over(answer: Callable[[Any], None] | None, value: Any) -> None:
            self._running = False
            if number == self._number and answer is not None:
                answer(value)
            if not self._running:
                self._go_on()

        self._runner.submit(
            job,
            pool=self._pool,
            done=lambda result: over(done, result),
            failed=lambda error: over(failed, error),
            cancelled=lambda: over(None, None),
        )
