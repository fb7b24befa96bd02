"""Writing a file so that it is either complete under its name or not there at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.core.words import say

UNFINISHED_SUFFIX = ".part"


@contextlib.contextmanager
def written_beside(path: Path) -> Iterator[BinaryIO]:
    """Open a hidden file beside ``path``; on success it is synced and takes that name.

    Whatever ends the block early (an error, Ctrl-C), the hidden file is removed and ``path`` is
    untouched.

    Raises
    ------
    StorageError
        The disk is full, the folder is not writable.
    """
    beside = path.with_name(f".{path.name[:60]}.{os.urandom(6).hex()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, path)
        sync_folder(path.parent)
    except OSError as error:
        raise could_not_write(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def write_atomic(path: Path, data: bytes) -> None:
    """Write ``data`` under ``path``: complete, or not at all.

    Raises
    ------
    StorageError
        The disk is full, the folder is not writable.
    """
    with written_beside(path) as stream:
        stream.write(data)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` survive a power cut, where the system can (not on Windows)."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def could_not_write(path: Path, error: OSError) -> StorageError:
    """Put an operating-system error into words."""
    return StorageError(
        say("“{name}” could not be written: {reason}.", name=path.name, reason=reason_words(error)),
        say("Look at the free space and the permissions of {folder}.", folder=str(path.parent)),
    )


def reason_words(error: OSError) -> str:
    """Return the system's reason, lower-cased to stand inside a sentence."""
    reason = error.strerror or type(error).__name__
    return reason[:1].lower() + reason[1:]
