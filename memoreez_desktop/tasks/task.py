"""One job on one worker thread: the only place, with the child's, where a bug is caught."""

from __future__ import annotations

import inspect
import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QRunnable

from memoreez_desktop.core.errors import Cancelled, MemoreezError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.words import say
from memoreez_desktop.tasks.child_bug import ChildBug

Job = Callable[[JobContext], Any]
EventKind = Literal["progress", "partial", "done", "failed", "cancelled"]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TaskEvent:
    """Something a task says; exactly one of ``done failed cancelled`` is its last."""

    request_id: int
    kind: EventKind
    value: object = None


class UnexpectedError(MemoreezError):
    """A bug, in words; ``details`` is its trace, to be copied into a report."""

    def __init__(self, details: str) -> None:
        super().__init__(
            say("Something went wrong."),
            say("Nothing you made is lost. Please try again, or copy the details into a report."),
            retryable=True,
        )
        self.details = details


class Task(QRunnable):
    """Runs a job (or a generator of partial results) and tells ``listener`` what happens.

    Notes
    -----
    ``listener`` is called on the worker's thread; the runner's own passes it on by a queued signal.
    """

    def __init__(self, request_id: int, job: Job, token: CancelToken, listener: Callable[[TaskEvent], None]):
        super().__init__()
        self._request_id = request_id
        self._job = job
        self._token = token
        self._listener = listener

    def _tell(self, kind: EventKind, value: object = None) -> None:
        self._listener(TaskEvent(self._request_id, kind, value))

    def run(self) -> None:
        """Run to the end; never raises."""
        context = JobContext(
            self._token,
            lambda fraction, message: self._tell("progress", (fraction, message)),
            lambda item: self._tell("partial", item),
        )
        try:
            context.check_cancelled()
            self._tell("done", self._finish(context))
        except Cancelled:
            self._tell("cancelled")
        except MemoreezError as error:
            self._tell("failed", error)
        except ChildBug as bug:
            _log.error("a job failed in the geometry process:\n%s", bug)
            self._tell("failed", UnexpectedError(str(bug)))
        except Exception:  # noqa: BLE001 - a bug must reach the person as a sentence, never a dead window
            trace = traceback.format_exc()
            _log.error("a job failed:\n%s", trace)
            self._tell("failed", UnexpectedError(trace))

    def _finish(self, context: JobContext) -> object:
        result = self._job(context)
        if not inspect.isgenerator(result):
            return result
        while True:
            context.check_cancelled()
            try:
                context.partial(next(result))
            except StopIteration as end:
                return end.value
