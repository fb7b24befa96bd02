"""Dropped files and folders become photos of the library, each with a thumbnail and an honest word."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from memoreez_desktop.core.errors import InputError, PhotoError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.photo import PhotoFacts, load_photo, probe_photo
from memoreez_desktop.imaging.photo_files import photo_files
from memoreez_desktop.imaging.verdict import JUDGED_PX, PhotoVerdict, judge_photo
from memoreez_desktop.storage.library import Library

THUMBNAIL_PX = 256
FRAMED_AT_ONCE = 12
"""Of more photos than this, dropped together, only light, sharpness and size are judged: a folder of a
thousand would else take minutes. The photo editor always looks at everything."""


@dataclass(frozen=True)
class ImportedPhoto:
    """A photo that is in the library now.

    ``thumbnail_png`` fits into a square of 256 pixels.
    """

    ref: PhotoRef
    facts: PhotoFacts
    verdict: PhotoVerdict
    thumbnail_png: bytes = field(repr=False)


@dataclass(frozen=True)
class RefusedPhoto:
    """A file that cannot be used, and why."""

    name: str
    message: str
    hint: str = ""


PhotoOutcome = ImportedPhoto | RefusedPhoto


def import_photos(paths: Iterable[Path], library: Library, job: JobContext) -> tuple[PhotoOutcome, ...]:
    """Take photos into the library; one that cannot be used never stops the others.

    Each outcome is also a partial result, the moment it is known.

    Raises
    ------
    StorageError
        The library cannot be written.
    Cancelled
    """
    job.progress(None, say("Looking for photos"))
    files, skipped = photo_files(paths)
    outcomes: list[PhotoOutcome] = []
    for file in skipped:
        outcomes.append(RefusedPhoto(file.path.name, file.message, file.hint))
        job.partial(outcomes[-1])
    for number, path in enumerate(files):
        job.progress(number / len(files), say("Reading {name}", name=path.name))
        outcomes.append(_import_one(path, library, framing=len(files) <= FRAMED_AT_ONCE))
        job.partial(outcomes[-1])
    job.progress(1.0, say("Ready"))
    return tuple(outcomes)


def import_photo_bytes(data: bytes, name: str, library: Library, job: JobContext) -> PhotoOutcome:
    """Take a picture from the clipboard or a browser into the library.

    Raises
    ------
    StorageError
        The library cannot be written.
    Cancelled
    """
    job.progress(None, say("Reading {name}", name=name))
    ref = library.add_photo_bytes(data, name)
    return _judge(ref, name)


def reference_photo(path: Path) -> PhotoRef:
    """Name a photo by its contents where it lies, without a library (command line).

    Raises
    ------
    PhotoError
        The file cannot be used, in words.
    """
    probe_photo(path)
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise PhotoError(
            say("“{name}” could not be read.", name=path.name), say("Look whether it is still there.")
        ) from error
    return PhotoRef(digest, path.resolve(), path.name)


def _import_one(path: Path, library: Library, *, framing: bool) -> PhotoOutcome:
    try:
        probe_photo(path)
        ref = library.add_photo(path)
    except InputError as error:
        return RefusedPhoto(path.name, error.message, error.hint)
    return _judge(ref, path.name, framing=framing)


def _judge(ref: PhotoRef, name: str, *, framing: bool = True) -> PhotoOutcome:
    """Decode once, for the verdict and for the thumbnail."""
    try:
        facts = probe_photo(ref.path)
        rgb = load_photo(ref.path, JUDGED_PX)
    except InputError as error:
        return RefusedPhoto(name, error.message, error.hint)
    return ImportedPhoto(ref, facts, judge_photo(rgb, framing=framing), _thumbnail(rgb))


def _thumbnail(rgb: NDArray[np.uint8]) -> bytes:
    picture = Image.fromarray(rgb)
    picture.thumbnail((THUMBNAIL_PX, THUMBNAIL_PX), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=3)
    return out.getvalue()
