"""A large file of known size: goes on where the line broke, and never reads more than it should."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import httpx

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.words import say

Opener = Callable[[dict[str, str]], AbstractContextManager[httpx.Response]]
"""Asks for the file with further headers."""
_PAUSE_S = 0.2


def fetch(opened: Opener, part: Path, size_bytes: int, job: JobContext, give_up_after_s: float) -> None:
    """Append to ``part`` until it is as large as it must be.

    Raises
    ------
    ServiceError
        The server says no, sends too much, or nothing new has come for ``give_up_after_s``.
    OSError
        The file cannot be written.
    Cancelled
    """
    last_s = time.monotonic()
    while (have := part.stat().st_size if part.exists() else 0) != size_bytes:
        job.check_cancelled()
        if have > size_bytes:
            part.unlink()
            continue
        try:
            _append(opened, part, have, size_bytes, job)
        except httpx.HTTPError:
            time.sleep(_PAUSE_S)
        if part.exists() and part.stat().st_size > have:
            last_s = time.monotonic()
        elif time.monotonic() - last_s > give_up_after_s:
            raise ServiceError(
                say("The download does not go on."),
                say("Look at the network; what has arrived is kept."),
                reason="offline",
            )


def _append(opened: Opener, part: Path, have: int, size_bytes: int, job: JobContext) -> None:
    headers = {"accept-encoding": "identity"} | ({"range": f"bytes={have}-"} if have else {})
    with opened(headers) as answer:
        code = answer.status_code
        if code in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
            _write(answer, part, have if code == httpx.codes.PARTIAL_CONTENT else 0, size_bytes, job)
            return
    if code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
        part.unlink(missing_ok=True)
        return
    raise ServiceError(
        say("The server says no ({code}).", code=code), say("Try again later."), reason="server"
    )


def _write(answer: httpx.Response, part: Path, have: int, size_bytes: int, job: JobContext) -> None:
    with part.open("ab" if have else "wb") as stream:
        for chunk in answer.iter_raw():
            stream.write(chunk)
            have += len(chunk)
            job.progress(have / size_bytes, say("Downloading"))
            if have > size_bytes:
                raise ServiceError(
                    say("The server sends more than the file that was expected."),
                    say("Try again later."),
                    reason="server",
                )
