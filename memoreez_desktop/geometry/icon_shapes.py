"""Symbols of the icon fonts as shapes."""

from __future__ import annotations

import functools
import json
from pathlib import Path

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.font_files import FontFile, load_font, package_folder
from memoreez_desktop.geometry.glyphs import glyph_contours
from memoreez_desktop.geometry.shapes import Shape, fit, from_contours

# The font file of each prefix and its table of names; the files carry their version in the name.
_FONTS = {
    "mdi6": ("materialdesignicons6-webfont-[0-9]*.ttf", "materialdesignicons6-webfont-charmap-*.json"),
    "fa6s": ("fontawesome6-solid-webfont-[0-9]*.ttf", "fontawesome6-solid-webfont-charmap-*.json"),
    "ph": ("phosphor-[0-9]*.ttf", "phosphor-charmap-*.json"),
}

ICON_PREFIXES = tuple(_FONTS)

ICON_LICENCES = {
    "mdi6": "Material Design Icons: Apache License 2.0",
    "fa6s": "Font Awesome Free: icons CC BY 4.0, font SIL OFL 1.1",
    "ph": "Phosphor Icons: MIT",
}


@functools.cache
def _font_files(prefix: str) -> tuple[Path, Path]:
    folder = package_folder("qtawesome") / "fonts"
    found = [sorted(folder.glob(pattern)) for pattern in _FONTS[prefix]]
    if not all(found):
        raise InputError(say("The symbols are missing."), say("Install the program again."))
    return found[0][-1], found[1][-1]


@functools.cache
def _charmap(prefix: str) -> dict[str, int]:
    if prefix not in _FONTS:
        raise _unknown(prefix)
    table = json.loads(_font_files(prefix)[1].read_text(encoding="utf-8"))
    return {name: int(code, 16) for name, code in table.items()}


def _unknown(icon_id: str) -> InputError:
    return InputError(say("There is no symbol called {name}.", name=icon_id), say("Choose another symbol."))


def icon_names(prefix: str) -> tuple[str, ...]:
    """Every name of a font, without its prefix, in alphabetical order.

    Raises
    ------
    InputError
        No font has this prefix.
    """
    return tuple(sorted(_charmap(prefix)))


def icon_shape(icon_id: str, size_mm: float) -> Shape:
    """Draw a symbol, centred, its larger side ``size_mm``.

    Parameters
    ----------
    icon_id : str
        Prefix and name, for example ``mdi6:fish``, ``fa6s:tractor``, ``ph:coffee-fill``.

    Raises
    ------
    InputError
        There is no such symbol, or it is empty.
    """
    prefix, _, name = icon_id.partition(":")
    code = _charmap(prefix).get(name)
    if code is None:
        raise _unknown(icon_id)
    file = FontFile(_font_files(prefix)[0])
    glyph = load_font(file).font.get_nominal_glyph(code)
    contours = glyph_contours(file, glyph, tolerance_em=0.0004) if glyph else ()
    shape = from_contours(contours)
    if shape.is_empty():
        raise _unknown(icon_id)
    return fit(shape, size_mm, size_mm).simplify(0.01)
