"""At most one job of a kind: a new one stops the one before, and only the last one is heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext

if TYPE_CHECKING:
    from memoreez_desktop.tasks.runner import Pool, Runner, TaskHandle


class OneJob:
    """A place for one job."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._number = 0
        self._handle: TaskHandle | None = None
        self.running = False

    def start(
        self,
        job: Callable[[JobContext], Any],
        done: Callable[[Any], None],
        failed: Callable[[MemoreezError], None] | None = None,
        progress: Callable[[float | None, str], None] | None = None,
        pool: Pool = "compute",
    ) -> None:
        """Do a job in place of the one that is being done."""
        self.stop()
        number, self.running = self._number, True

        def over(answer: Callable[[Any], None] | None, value: Any) -> None:
            if number == self._number:
                self.running, self._handle = False, None
                if answer is not None:
                    answer(value)

        handle = self._runner.submit(
            job,
            pool=pool,
            progress=progress,
            done=lambda result: over(done, result),
            failed=lambda error: over(failed, error),
            cancelled=lambda: over(None, None),
        )
        # A runner without threads is through by now.
        if number == self._number and self.running:
            self._handle = handle

    def stop(self) -> None:
        """Stop it; nothing more is heard of it."""
        self._number += 1
        self.running = False
        handle, self._handle = self._handle, None
        if handle is not None:
            handle.cancel()
