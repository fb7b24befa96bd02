"""Files kept under the SHA-256 of what is in them: equal contents are kept once, and never change."""

from __future__ import annotations

import contextlib
import hashlib
import re
import time
from pathlib import Path
from typing import BinaryIO

from memoreez_desktop.core.errors import InputError, StorageError
from memoreez_desktop.core.words import say
from memoreez_desktop.storage.files import UNFINISHED_SUFFIX, reason_words, write_atomic, written_beside

_PIECE_BYTES = 1 << 20
_LEFT_BEHIND_S = 3600.0
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


class ObjectStore:
    """``objects/ab/cdef….suffix``: the first two hex digits of the SHA-256 name the folder.

    Parameters
    ----------
    folder : Path
        Made when the first file comes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str, suffix: str = "") -> Path:
        """Return where the file with this digest is or would be."""
        return self.folder / digest[:2] / f"{digest[2:]}{_tidy(suffix)}"

    def put(self, data: bytes, suffix: str = "", digest: str = "") -> str:
        """Keep ``data`` and return its digest; ``digest`` may name the content in another way.

        Raises
        ------
        StorageError
            It could not be written.
        """
        digest = digest or hashlib.sha256(data).hexdigest()
        target = self.path(digest, suffix)
        if not _is_there(target, len(data)):
            write_atomic(target, data)
        return digest

    def put_file(self, source: Path, suffix: str = "") -> str:
        """Keep a copy of the file ``source`` and return its digest.

        Raises
        ------
        InputError
            The source cannot be read.
        StorageError
            The copy cannot be written.
        """
        digest, size = _digest_of(source)
        target = self.path(digest, suffix)
        if _is_there(target, size):
            return digest
        copied = hashlib.sha256()
        with written_beside(target) as out, _open(source) as stream:
            while piece := stream.read(_PIECE_BYTES):
                copied.update(piece)
                out.write(piece)
            if copied.hexdigest() != digest:
                raise InputError(
                    say("“{name}” changed while it was being read.", name=source.name),
                    say("Try again when nothing writes to it any more."),
                    retryable=True,
                )
        return digest

    def read(self, digest: str, suffix: str = "") -> bytes:
        """Return what is kept under ``digest``.

        Raises
        ------
        StorageError
            The file is gone or unreadable.
        """
        target = self.path(digest, suffix)
        try:
            return target.read_bytes()
        except OSError as error:
            raise StorageError(
                say("A file of the library could not be read: {reason}.", reason=reason_words(error)),
                say("It should be at {path}.", path=str(target)),
            ) from error

    def sweep(self) -> None:
        """Remove what a killed program left half-written more than an hour ago."""
        now = time.time()
        for file in self.folder.glob(f"*/.*{UNFINISHED_SUFFIX}"):
            with contextlib.suppress(OSError):
                if now - file.stat().st_mtime > _LEFT_BEHIND_S:
                    file.unlink()


def _tidy(suffix: str) -> str:
    lower = suffix.lower()
    return lower if _SUFFIX.fullmatch(lower) else ""


def _is_there(target: Path, size: int) -> bool:
    try:
        return target.stat().st_size == size
    except OSError:
        return False


def _open(source: Path) -> BinaryIO:
    try:
        return source.open("rb")
    except OSError as error:
        raise InputError(
            say("“{name}” could not be read: {reason}.", name=source.name, reason=reason_words(error)),
            say("Look whether it is still there and may be read."),
        ) from error


def _digest_of(source: Path) -> tuple[str, int]:
    content, size = hashlib.sha256(), 0
    with _open(source) as stream:
        while piece := stream.read(_PIECE_BYTES):
            content.update(piece)
            size += len(piece)
    return content.hexdigest(), size
