"""A result of unknown size on its way to a file: whole or not there, and gone on with where it broke."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import httpx

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.words import say
from memoreez_desktop.network.files import Opener

_PAUSE_S = 0.2
_GONE = (401, 403, 404, 410)
"""What the hosts of results answer once a signed address has expired."""


class LinkExpiredError(ServiceError):
    """An address holds its result no longer; the service may give a fresh one."""

    def __init__(self, code: int) -> None:
        super().__init__(
            say("The link to the result has expired (answer {code}).", code=code),
            say("Ask for it again: the service gives a fresh link as long as it keeps the result."),
            reason="server",
            maybe_charged=True,
        )


class _Landing:
    """What has arrived of a result, and what tells it from any other: beside its final place."""

    def __init__(self, part: Path) -> None:
        self.final = part
        self.arriving = part.with_name(f"{part.name}.part")
        self._tag = part.with_name(f"{part.name}.tag")

    @property
    def have(self) -> int:
        return self.arriving.stat().st_size if self.arriving.exists() else 0

    @property
    def tag(self) -> str:
        return self._tag.read_text("utf-8") if self._tag.exists() else ""

    def begin(self, tag: str) -> None:
        self._tag.write_text(tag, "utf-8")
        self.arriving.write_bytes(b"")

    def settle(self) -> None:
        self.arriving.replace(self.final)
        self._tag.unlink(missing_ok=True)


def fetch_whole(opened: Opener, part: Path, most_bytes: int, job: JobContext, give_up_after_s: float) -> None:
    """Fetch until the server says that was all; see ``Wire.fetch_result``.

    Raises
    ------
    LinkExpiredError
    ServiceError
        The server says no, sends too much, or nothing new has come for ``give_up_after_s``.
    OSError
        The file cannot be written.
    Cancelled
    """
    landing, last_s = _Landing(part), time.monotonic()
    while True:
        job.check_cancelled()
        have = landing.have
        with contextlib.suppress(httpx.HTTPError):
            if _arrives(opened, landing, most_bytes, job):
                landing.settle()
                return
        if landing.have > have:
            last_s = time.monotonic()
        elif time.monotonic() - last_s > give_up_after_s:
            raise ServiceError(
                say("The download does not go on."),
                say("Look at the network; what has arrived is kept."),
                reason="offline",
                maybe_charged=True,
            )
        time.sleep(_PAUSE_S)


def _arrives(opened: Opener, landing: _Landing, most_bytes: int, job: JobContext) -> bool:
    """Ask once for what is missing; True when the result is whole."""
    have, tag = landing.have, landing.tag
    headers = {"accept-encoding": "identity"}
    if have and tag:
        # RFC 9110, 13.1.5: whoever has another file under this address sends all of it.
        headers |= {"range": f"bytes={have}-", "if-range": tag}
    with opened(headers) as answer:
        code = answer.status_code
        if code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            if answer.headers.get("content-range", "") == f"bytes */{have}":
                return True
            landing.begin("")
            return False
        if code in _GONE:
            raise LinkExpiredError(code)
        if code not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
            if code == httpx.codes.TOO_MANY_REQUESTS or code >= httpx.codes.INTERNAL_SERVER_ERROR:
                return False
            raise ServiceError(
                say("The server says no ({code}).", code=code),
                say("Try again later."),
                reason="server",
                maybe_charged=True,
            )
        if code == httpx.codes.OK:
            landing.begin(_tag_of(answer))
        return _written(answer, landing, most_bytes, job)


def _tag_of(answer: httpx.Response) -> str:
    """Return what tells this file from another: only strong tags may join two halves (RFC 9110, 13.1.5)."""
    if answer.headers.get("content-encoding", "identity") != "identity":
        return ""
    tag = answer.headers.get("etag", "")
    return "" if tag.startswith("W/") else tag or answer.headers.get("last-modified", "")


def _written(answer: httpx.Response, landing: _Landing, most_bytes: int, job: JobContext) -> bool:
    packed = answer.headers.get("content-encoding", "identity") != "identity"
    told = answer.headers.get("content-length", "")
    have = landing.have
    total = have + int(told) if told.isdigit() and not packed else None
    with landing.arriving.open("ab") as stream:
        for chunk in answer.iter_bytes() if packed else answer.iter_raw():
            stream.write(chunk)
            have += len(chunk)
            job.progress(have / total if total else None, say("Downloading"))
            if have > most_bytes:
                raise ServiceError(
                    say("The result is larger than {size} MB.", size=most_bytes // 1_000_000),
                    say("Order it with less detail."),
                    reason="server",
                    maybe_charged=True,
                )
    return total is None or have == total
