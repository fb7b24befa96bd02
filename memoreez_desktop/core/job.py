"""What a background job may say to whoever started it, and how it learns that it is to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable

from memoreez_desktop.core.errors import Cancelled

ProgressListener = Callable[[float | None, str], None]
PartialListener = Callable[[object], None]


class CancelToken:
    """A wish to stop, set from any thread, once."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop at its next check."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """True once :meth:`cancel` was called."""
        return self._event.is_set()


class JobContext:
    """Handed to every job: progress, partial results and cancel; nothing else.

    Parameters
    ----------
    token : CancelToken, optional
        Shared with the caller; a fresh one that nobody cancels by default.
    on_progress : callable, optional
        Receives ``(fraction, message)``; fraction is 0-1 or None for "working".
    on_partial : callable, optional
        Receives each partial result the moment it exists.

    Notes
    -----
    The listeners are called on the job's own thread.
    """

    def __init__(
        self,
        token: CancelToken | None = None,
        on_progress: ProgressListener | None = None,
        on_partial: PartialListener | None = None,
    ) -> None:
        self.token = token or CancelToken()
        self._on_progress = on_progress
        self._on_partial = on_partial

    def progress(self, fraction: float | None, message: str = "") -> None:
        """Say how far the job is (0-1, None when unknown) and what it is doing."""
        self.check_cancelled()
        if self._on_progress is not None:
            self._on_progress(None if fraction is None else min(1.0, max(0.0, fraction)), message)

    def partial(self, item: object) -> None:
        """Hand over one result that is ready before the whole is."""
        if self._on_partial is not None:
            self._on_partial(item)

    @property
    def cancelled(self) -> bool:
        """True once the person asked to stop."""
        return self.token.cancelled

    def check_cancelled(self) -> None:
        """Raise :class:`Cancelled` once the person asked to stop."""
        if self.token.cancelled:
            raise Cancelled


def stage(job: JobContext, start: float, end: float) -> JobContext:
    """Give a sub-step its own 0-1 range inside the parent's ``start``-``end`` range."""

    def forward(fraction: float | None, message: str) -> None:
        inside = None if fraction is None else start + (end - start) * fraction
        job.progress(inside, message)

    return JobContext(job.token, forward, job.partial)
