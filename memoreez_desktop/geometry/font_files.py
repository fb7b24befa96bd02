"""Font files: where packages keep them, and opening them for shaping."""

from __future__ import annotations

import functools
import importlib.util
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say

BOLD = 700
_CAPITAL = ord("H")
_USUAL_CAP_RATIO = 0.7


@dataclass(frozen=True)
class FontFile:
    """One face in a font file.

    Attributes
    ----------
    path : Path
    index : int
        Which face of a collection.
    weight : int
        Of a variable font (100-900); fonts of one weight ignore it.
    """

    path: Path
    index: int = 0
    weight: int = BOLD


@dataclass(frozen=True, eq=False)
class LoadedFace:
    """A face opened for shaping.

    Attributes
    ----------
    font : uharfbuzz.Font
        In font units.
    units_per_em : int
    cap_height_em : float
        Height of a flat capital.
    characters : uharfbuzz.Set
        Code points the face draws.
    """

    font: uharfbuzz.Font
    units_per_em: int
    cap_height_em: float
    characters: uharfbuzz.Set

    def has(self, character: str) -> bool:
        """Tell whether the face draws this character."""
        return ord(character) in self.characters


def package_folder(package: str) -> Path:
    """Find a package's folder without importing it (matplotlib alone would cost half a second)."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise InputError(
            say("The lettering fonts are missing."),
            say("Install the program again: {package}.", package=package),
        )
    return Path(spec.origin).parent


@functools.cache
def load_font(file: FontFile) -> LoadedFace:
    """Open a font file, once; the file is mapped into memory, not read.

    Raises
    ------
    InputError
        The file cannot be read as a font.
    """
    face = open_face(file)
    font = uharfbuzz.Font(face)
    font.set_variations({"wght": float(file.weight)})
    units = int(face.upem)
    return LoadedFace(font, units, _cap_height_units(font, units) / units, face.unicodes)


def open_face(file: FontFile) -> uharfbuzz.Face:
    """Map a font file into memory.

    Raises
    ------
    InputError
        The file cannot be opened.
    """
    try:
        # HarfBuzz's own error is of no class of its own.
        blob = uharfbuzz.Blob.from_file_path(str(file.path)) if file.path.is_file() else None
    except (OSError, uharfbuzz.HarfBuzzError):
        blob = None
    if blob is None:
        raise InputError(
            say("The font {name} cannot be read.", name=file.path.name), say("Install the program again.")
        )
    return uharfbuzz.Face(blob, file.index)


def _cap_height_units(font: uharfbuzz.Font, units: int) -> float:
    stated = font.get_metric_position(uharfbuzz.OTMetricsTag.CAP_HEIGHT)
    if stated:
        return float(stated)
    # Fonts with an old OS/2 table state none: a flat capital tells it.
    glyph = font.get_nominal_glyph(_CAPITAL)
    extents = font.get_glyph_extents(glyph) if glyph else None
    return (
        float(extents.y_bearing)
        if extents is not None and extents.y_bearing > 0
        else _USUAL_CAP_RATIO * units
    )
