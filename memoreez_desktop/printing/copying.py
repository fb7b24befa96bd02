"""Copying a file so that "done" means: read back from the medium and equal.

The copy grows under a hidden name that no printer lists, is synced, read back past the cache, compared by
SHA-256, and only then takes its name. Whatever ends it early, nothing half-written stays.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from memoreez_desktop.core.errors import DriveError, InputError
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.units import bytes_words
from memoreez_desktop.core.words import say

_PIECE_BYTES = 1 << 20
_SPARE_BYTES = 1 << 16  # one cluster of a large FAT card, for the folder's own entry
FAT_LARGEST_BYTES = (1 << 32) - 1
_FAT32 = frozenset({"vfat", "msdos", "fat", "fat32", "fat16", "fusefat", "fuse.fusefat"})


def copy_verified(source: Path, target: Path, job: JobContext, *, filesystem: str = "") -> int:
    """Copy ``source`` to ``target`` and compare what arrived.

    Returns
    -------
    int
        The number of bytes, all of them verified.

    Raises
    ------
    InputError
        The source cannot be read or is empty.
    DriveError
        Full, write-protected, gone, or read back differently. No half file is left.
    Cancelled
        Likewise.
    """
    size = _size_of(source)
    _check_room(target.parent, size, filesystem)
    beside = target.with_name(f".{secrets.token_hex(5)}.tmp")
    try:
        written = _copy(source, beside, size, stage(job, 0.0, 0.6))
        read_back = _digest(beside, size, stage(job, 0.6, 1.0))
        if written != read_back:
            raise DriveError(
                say("The copy on the drive is not the same as the original."),
                say("The card may be worn out or a fake; try another one."),
            )
        job.check_cancelled()
        os.replace(beside, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise in_words(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    return size


def in_words(error: OSError, target: Path) -> DriveError:
    """Put an operating-system error about ``target`` into words."""
    place = str(target.parent)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DriveError(
            say("There is not enough room for “{name}” in {place}.", name=target.name, place=place),
            say("Delete something there, or use another drive."),
        )
    if error.errno == errno.EROFS:
        return DriveError(
            say("{place} is write-protected.", place=place),
            say("Slide the small lock on the card's edge the other way, or use another drive."),
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return DriveError(
            say("“{name}” must not be written in {place}.", name=target.name, place=place),
            say("Choose another folder, or look at its permissions and at the card's lock."),
        )
    gone = (errno.ENOENT, errno.ENOTCONN, errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOTDIR, errno.ESTALE)
    if error.errno in gone:
        return DriveError(
            say("{place} is not there any more.", place=place),
            say("Put the card or stick back in and save again."),
            retryable=True,
        )
    return DriveError(
        say("“{name}” could not be saved: {reason}.", name=target.name, reason=error.strerror or "?"),
        say("Try another drive or folder."),
    )


def _size_of(source: Path) -> int:
    try:
        size = source.stat().st_size
    except OSError as error:
        raise InputError(
            say("“{name}” could not be read.", name=source.name), say("Slice the model again.")
        ) from error
    if not source.is_file():
        raise InputError(say("“{name}” is not a file.", name=source.name), say("Name a G-code file."))
    if size == 0:
        raise InputError(say("“{name}” is empty.", name=source.name), say("Slice the model again."))
    return size


def _check_room(folder: Path, size: int, filesystem: str) -> None:
    if filesystem.lower() in _FAT32 and size > FAT_LARGEST_BYTES:
        raise DriveError(
            say("The file is larger than a FAT32 drive can hold (4 GB)."),
            say("Use a drive formatted as exFAT, or a coarser quality."),
        )
    try:
        free = shutil.disk_usage(folder)
    except OSError as error:
        raise in_words(error, folder / "x") from error
    # Some user-space file systems report a size of zero: then only writing tells.
    if free.total and free.free < size + _SPARE_BYTES:
        raise DriveError(
            say(
                "{place} has {free} free, and the file needs {size}.",
                place=str(folder),
                free=bytes_words(free.free),
                size=bytes_words(size),
            ),
            say("Delete something there, or use another drive."),
        )


def _copy(source: Path, beside: Path, size: int, job: JobContext) -> str:
    content = hashlib.sha256()
    with _reading(source) as stream, beside.open("xb") as out:
        for piece in _pieces(stream, size, job, say("Writing the file")):
            content.update(piece)
            out.write(piece)
        out.flush()
        _sync(out)
        if os.fstat(out.fileno()).st_size != size:
            raise InputError(
                say("“{name}” changed while it was being copied.", name=source.name),
                say("Try again when nothing writes to it any more."),
                retryable=True,
            )
    return content.hexdigest()


@contextlib.contextmanager
def _reading(source: Path) -> Iterator[BinaryIO]:
    try:
        stream = source.open("rb")
    except OSError as error:
        raise InputError(
            say("“{name}” could not be read.", name=source.name), say("Slice the model again.")
        ) from error
    with stream:
        yield stream


def _digest(path: Path, size: int, job: JobContext) -> str:
    content = hashlib.sha256()
    with path.open("rb") as stream:
        if hasattr(os, "posix_fadvise"):  # forget the pages, so that the medium itself is read
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        for piece in _pieces(stream, size, job, say("Reading it back")):
            content.update(piece)
    return content.hexdigest()


def _pieces(stream: BinaryIO, size: int, job: JobContext, words: str) -> Iterator[bytes]:
    done = 0
    job.progress(0.0, words)
    while piece := stream.read(_PIECE_BYTES):
        yield piece
        done += len(piece)
        job.progress(done / size, words)


def _sync(out: BinaryIO) -> None:
    os.fsync(out.fileno())
    try:  # macOS: fsync stops at the drive's own cache, this does not
        import fcntl  # noqa: PLC0415 - does not exist on Windows

        if hasattr(fcntl, "F_FULLFSYNC"):
            fcntl.fcntl(out.fileno(), fcntl.F_FULLFSYNC)
    except (ImportError, OSError):
        return


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
