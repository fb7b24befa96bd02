"""The faces lettering is set in; all of them come with the program."""

from __future__ import annotations

import functools
import importlib.util
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz

from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say

_ALIASES = {"slab": "serif"}


@dataclass(frozen=True)
class FontFace:
    """A face in a file.

    Attributes
    ----------
    id : str
    label : str
        For people.
    path : Path
    licence : str
        In one line, for the About page.
    """

    id: str
    label: str
    path: Path
    licence: str


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
    """

    font: uharfbuzz.Font
    units_per_em: int
    cap_height_em: float

    def has(self, character: str) -> bool:
        """Tell whether the face draws this character."""
        return bool(self.font.get_nominal_glyph(ord(character)))


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
def font_catalog() -> Catalog[FontFace]:
    """Every face, the default one first."""
    dejavu = package_folder("matplotlib") / "mpl-data" / "fonts" / "ttf"
    roboto = package_folder("font_roboto") / "files"
    dejavu_licence = "DejaVu Fonts: Bitstream Vera licence, changes in the public domain"
    return Catalog(
        "font",
        [
            FontFace("sans", say("Sans, bold"), dejavu / "DejaVuSans-Bold.ttf", dejavu_licence),
            FontFace("serif", say("Serif, bold"), dejavu / "DejaVuSerif-Bold.ttf", dejavu_licence),
            FontFace("roboto", say("Roboto, bold"), roboto / "Roboto-Bold.ttf", "Roboto: Apache License 2.0"),
        ],
    )


def font_face(face_id: str) -> FontFace:
    """Find a face by id; “slab” is the serif one.

    Raises
    ------
    UsageError
        No face has this id.
    """
    return font_catalog().get(_ALIASES.get(face_id, face_id))


@functools.cache
def load_font(path: Path) -> LoadedFace:
    """Open a font file, once.

    Raises
    ------
    InputError
        The file cannot be read as a font.
    """
    try:
        blob = uharfbuzz.Blob(path.read_bytes())
    except OSError as error:
        raise InputError(
            say("The font {name} cannot be read.", name=path.name), say("Install the program again.")
        ) from error
    face = uharfbuzz.Face(blob)
    font = uharfbuzz.Font(face)
    units = int(face.upem)
    return LoadedFace(font, units, _cap_height_units(font, units) / units)


def _cap_height_units(font: uharfbuzz.Font, units: int) -> float:
    stated = font.get_metric_position(uharfbuzz.OTMetricsTag.CAP_HEIGHT)
    if stated:
        return float(stated)
    # Fonts with an old OS/2 table state none: a flat capital tells it.
    glyph = font.get_nominal_glyph(ord("H"))
    extents = font.get_glyph_extents(glyph) if glyph else None
    return float(extents.y_bearing) if extents is not None and extents.y_bearing > 0 else 0.7 * units
