"""Fonts installed on this computer: asked last, when nothing that comes with the program has a letter."""

from __future__ import annotations

import functools
import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.geometry.font_files import FontFile, open_face

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_MOST_FILES = 4000
_MOST_FACES = 12
"""Of one collection."""
_LONGEST_S = 3.0
_DULL = ("italic", "oblique", "mono", "condensed", "thin", "light", "hairline")


@dataclass(frozen=True, eq=False)
class SystemFont:
    """An installed face and what it draws."""

    file: FontFile
    characters: uharfbuzz.Set


def font_folders(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ, home: Path | None = None
) -> tuple[Path, ...]:
    """Return where a platform keeps its fonts, the person's own ones included.

    Source: the XDG base directories and fontconfig's defaults; the font folders of Windows and macOS.
    """
    at_home = home or Path.home()
    if platform == "win32":
        windows = environment.get("WINDIR", "C:/Windows")
        local = environment.get("LOCALAPPDATA", str(at_home / "AppData" / "Local"))
        return Path(windows) / "Fonts", Path(local) / "Microsoft" / "Windows" / "Fonts"
    if platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), at_home / "Library" / "Fonts"
    own = environment.get("XDG_DATA_HOME") or str(at_home / ".local" / "share")
    shared = (environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    return (*(Path(root) / "fonts" for root in (own, *shared) if root), at_home / ".fonts")


def scan_fonts(folders: tuple[Path, ...], longest_s: float = _LONGEST_S) -> tuple[SystemFont, ...]:
    """Read the character tables of every font below some folders, upright bold ones first.

    Bounded: at most 4000 files, and what is found in ``longest_s`` seconds; damaged files are left out.
    """
    end = time.monotonic() + longest_s
    found: list[SystemFont] = []
    for path in sorted(_font_paths(folders, end), key=_preference):
        if time.monotonic() > end:
            break
        for index in range(_face_count(path)):
            try:
                face = open_face(FontFile(path, index))
            except InputError:
                break
            characters = face.unicodes
            if face.glyph_count and len(characters):
                found.append(SystemFont(FontFile(path, index), characters))
    return tuple(found)


@functools.cache
def system_fonts() -> tuple[SystemFont, ...]:
    """Scan this computer's fonts, once."""
    return scan_fonts(font_folders())


def _font_paths(folders: tuple[Path, ...], end: float) -> Iterator[Path]:
    count = 0
    for folder in folders:
        for root, _, names in os.walk(folder):
            for name in names:
                if name.lower().endswith(_SUFFIXES):
                    count += 1
                    yield Path(root) / name
            if count > _MOST_FILES or time.monotonic() > end:
                return


def _preference(path: Path) -> tuple[int, bool, str]:
    name = path.name.lower()
    return sum(word in name for word in _DULL), "bold" not in name and "black" not in name, str(path)


def _face_count(path: Path) -> int:
    """Read how many faces a file holds: collections say so in their header."""
    try:
        with path.open("rb") as file:
            head = file.read(12)
    except OSError:
        return 0
    if head[:4] == b"ttcf" and len(head) == 12:
        return min(int.from_bytes(head[8:12], "big"), _MOST_FACES)
    return 1
