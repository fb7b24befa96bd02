"""What was dropped -> the picture files in it, and a word for each that cannot be used."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from memoreez_desktop.core.errors import PhotoError
from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.photo import probe_photo

MOST_PHOTOS = 1_000
_MOST_ENTRIES = 20_000
_FOLDER_LITTER = frozenset(("thumbs.db", "desktop.ini", "__macosx"))


@dataclass(frozen=True)
class SkippedFile:
    """Something that was dropped and is not used, and why; ``message`` and ``hint`` are for people."""

    path: Path
    message: str
    hint: str = ""


def photo_files(
    paths: Iterable[Path], most: int = MOST_PHOTOS
) -> tuple[tuple[Path, ...], tuple[SkippedFile, ...]]:
    """Find the pictures among files and folders.

    Folders are walked to their depths in natural order (``IMG_9`` before ``IMG_10``), hidden files and
    links to folders are passed over, every other file is judged by its header, not by its suffix.

    Parameters
    ----------
    paths : iterable of Path
    most : int
        After so many pictures the rest is skipped with one word.

    Returns
    -------
    files, skipped : tuple of Path, tuple of SkippedFile
        In the order in which they were met; a file that was given twice is there once.
    """
    files: dict[Path, None] = {}
    skipped: list[SkippedFile] = []
    for path in _flattened(paths, skipped):
        if path in files:
            continue
        if len(files) >= most:
            skipped.append(
                SkippedFile(
                    path,
                    say("Only the first {most} pictures were taken.", most=most),
                    say("Drop the others once these are done."),
                )
            )
            break
        try:
            probe_photo(path)
        except PhotoError as error:
            skipped.append(SkippedFile(path, error.message, error.hint))
        else:
            files[path] = None
    return tuple(files), tuple(skipped)


def _flattened(paths: Iterable[Path], skipped: list[SkippedFile]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from _walk(path, skipped)
        else:
            yield path


def _walk(folder: Path, skipped: list[SkippedFile]) -> Iterator[Path]:
    entries = 0

    def unreadable(error: OSError) -> None:
        place = Path(error.filename or folder)
        skipped.append(
            SkippedFile(
                place,
                say("The folder “{name}” may not be read.", name=place.name),
                say("Give yourself permission to read it, or choose another one."),
            )
        )

    for place, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted((name for name in folders if not _is_hidden(name)), key=_natural)
        for name in sorted((name for name in names if not _is_hidden(name)), key=_natural):
            entries += 1
            if entries > _MOST_ENTRIES:
                skipped.append(
                    SkippedFile(
                        folder,
                        say(
                            "Only the first {most} files of “{name}” were looked at.",
                            most=_MOST_ENTRIES,
                            name=folder.name,
                        ),
                        say("Drop the folder that holds just the photos."),
                    )
                )
                return
            yield Path(place, name)


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name.lower() in _FOLDER_LITTER


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    parts = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return tuple((0, int(part), "") if part[0].isdigit() else (1, 0, part) for part in parts)
