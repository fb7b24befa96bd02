"""Downloads one file whose size and checksum are known: goes on where it stopped, and stops when told."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from urllib.parse import urlsplit

from memoreez_desktop.core.errors import ProviderError, StorageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Wire

_CHUNK_BYTES = 1024 * 1024
_GIVE_UP_AFTER_S = 20.0
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def download(
    url: str,
    path: Path,
    size_bytes: int,
    sha256: str,
    wire: Wire,
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
    wire : Wire
    job : JobContext
    give_up_after_s : float
        So long may nothing arrive.

    Raises
    ------
    ProviderError
        No network, the program is switched offline, the server says no, or it sent another file.
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
        local = parts.hostname in _LOOPBACK
        wire.fetch_to_file(url, part, size_bytes, job, local=local, give_up_after_s=give_up_after_s)
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


def _digest(part: Path, job: JobContext) -> str:
    digest = hashlib.sha256()
    with part.open("rb") as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            job.check_cancelled()
            digest.update(chunk)
    return digest.hexdigest()
