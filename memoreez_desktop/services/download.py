"""Downloads one file whose size and checksum are known: goes on where it stopped, and stops when told."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from memoreez_desktop.core.errors import ProviderError, StorageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.words import say

_CHUNK_BYTES = 1024 * 1024
# A silent server is left and asked again after this long, so that a cancel is obeyed within a second.
_PATIENCE_S = 0.8
_GIVE_UP_AFTER_S = 20.0
_PAUSE_S = 0.2
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def download(
    url: str,
    path: Path,
    size_bytes: int,
    sha256: str,
    job: JobContext,
    *,
    give_up_after_s: float = _GIVE_UP_AFTER_S,
) -> None:
    """Download a file; under its name there is either all of it, checked, or nothing.

    What arrived before a break or a cancel stays beside it as ``….part`` and is not asked for again.

    Parameters
    ----------
    url : str
        https, or http on this very computer.
    path : Path
    size_bytes, sha256 : int, str
        What it must be; never more than that is read.
    job : JobContext
    give_up_after_s : float
        So long may nothing arrive.

    Raises
    ------
    ProviderError
        No network, the server says no, or what it sent is not that file.
    StorageError
        The folder cannot be written.
    Cancelled
    """
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise ProviderError(say("Only safe (https) downloads are made."))
    part = part_of(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _fetch(url, part, size_bytes, job, give_up_after_s)
        job.progress(None, say("Checking"))
        if _digest(part, job) != sha256:
            part.unlink()
            raise ProviderError(
                say("What was downloaded is not the file that was expected."), say("Try again later.")
            )
        os.replace(part, path)
    except OSError as error:
        raise StorageError(
            say("“{name}” could not be written.", name=path.name),
            say("Look whether the disk is full or the folder is protected."),
        ) from error


def part_of(path: Path) -> Path:
    """Return where a download of a file is kept until it is whole."""
    return path.with_name(path.name + ".part")


def _fetch(url: str, part: Path, size_bytes: int, job: JobContext, give_up_after_s: float) -> None:
    """Append to ``part`` until it is as large as it must be."""
    last_s = time.monotonic()
    with httpx.Client(timeout=_PATIENCE_S, follow_redirects=True, max_redirects=5) as client:
        while (have := part.stat().st_size if part.exists() else 0) != size_bytes:
            job.check_cancelled()
            if have > size_bytes:
                part.unlink()
                continue
            try:
                _append(client, url, part, have, size_bytes, job)
            except (httpx.TransportError, httpx.TooManyRedirects) as error:
                if time.monotonic() - last_s > give_up_after_s:
                    raise _no_answer() from error
                time.sleep(_PAUSE_S)
            if part.exists() and part.stat().st_size > have:
                last_s = time.monotonic()
            elif time.monotonic() - last_s > give_up_after_s:
                raise _no_answer()


def _append(client: httpx.Client, url: str, part: Path, have: int, size_bytes: int, job: JobContext) -> None:
    headers = {"Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
    with client.stream("GET", url, headers=headers) as answer:
        if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            part.unlink(missing_ok=True)
            return
        if answer.status_code not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
            raise ProviderError(
                say("The server says no ({code}).", code=answer.status_code), say("Try again later.")
            )
        goes_on = answer.status_code == httpx.codes.PARTIAL_CONTENT
        have = have if goes_on else 0
        with part.open("ab" if goes_on else "wb") as stream:
            for chunk in answer.iter_raw():
                job.check_cancelled()
                stream.write(chunk)
                have += len(chunk)
                job.progress(have / size_bytes, say("Downloading"))
                if have > size_bytes:
                    raise ProviderError(
                        say("The server sends more than the file that was expected."), say("Try again later.")
                    )


def _digest(part: Path, job: JobContext) -> str:
    digest = hashlib.sha256()
    with part.open("rb") as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            job.check_cancelled()
            digest.update(chunk)
    return digest.hexdigest()


def _no_answer() -> ProviderError:
    return ProviderError(
        say("The download does not go on."),
        say("Look at the network; what has arrived is kept."),
        retryable=True,
    )
