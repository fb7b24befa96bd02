"""Running one network step so that a cancel or a deadline holds at once."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext

R = TypeVar("R")
_LOOK_S = 0.1


class Deadline:
    """A moment after which an answer is no longer waited for."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def left_s(self) -> float:
        """Seconds that are left, never negative."""
        return max(0.0, self._end - time.monotonic())


async def guarded(
    work: Coroutine[Any, Any, R], job: JobContext, deadline: Deadline, late: Callable[[], Exception]
) -> R:
    """Await ``work``, and end it when the person cancels or the time is over.

    Raises
    ------
    Cancelled
        Within ``_LOOK_S`` of the wish.
    Exception
        What ``late`` makes, after the deadline.
    """
    task = asyncio.ensure_future(work)
    try:
        while not task.done():
            if job.cancelled:
                raise Cancelled
            if not deadline.left_s:
                raise late()
            await asyncio.wait({task}, timeout=min(_LOOK_S, max(0.001, deadline.left_s)))
        return task.result()
    finally:
        if not task.done():
            task.cancel()
            with contextlib.suppress(BaseException):
                await task
