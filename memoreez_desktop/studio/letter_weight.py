"""Glyphs drawn heavier than their font has them, each one only once."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.emoji_icons import emoji_contours
from memoreez_desktop.geometry.font_files import FontFile
from memoreez_desktop.geometry.glyphs import glyph_contours
from memoreez_desktop.geometry.lettering import Draw
from memoreez_desktop.geometry.shapes import from_contours, offset, thicken
from memoreez_desktop.geometry.shaping import PlacedGlyph
from memoreez_desktop.geometry.stroke_widths import glyph_widths
from memoreez_desktop.studio.letter_verdicts import Weight

F64 = NDArray[np.float64]

_SEGMENTS = 24
_TOLERANCE_MM = 0.004
_DIGITS = 4
_EVENLY_MM = 0.07
"""Up to here the whole letter grows to both sides, which nobody sees; beyond, only what is thin."""


def weighted(weight: Weight) -> Draw:
    """Return what draws glyphs at a weight."""

    def draw(glyph: PlacedGlyph, mm_per_em: float) -> Sequence[F64]:
        size = glyph.scale * mm_per_em
        stroke = glyph_widths(glyph.source, glyph.number).stroke_em * size if glyph.contours else 0.0
        lacking = max(weight.thinnest_mm - stroke - 2 * weight.heavier_mm, 0.0) / 2
        if not glyph.contours or not (weight.heavier_mm or lacking):
            return glyph.contours
        grown = weight.heavier_mm + min(lacking, _EVENLY_MM)
        thinnest = weight.thinnest_mm if lacking > _EVENLY_MM else 0.0
        rings = _drawn(glyph.source, glyph.number, *_rounded(size, grown, thinnest))
        return [ring / mm_per_em for ring in rings]

    return draw


def _rounded(*lengths_mm: float) -> tuple[float, ...]:
    return tuple(round(length, _DIGITS) for length in lengths_mm)


@functools.lru_cache(maxsize=2048)
def _drawn(
    source: FontFile | str, number: int, mm_per_em: float, heavier_mm: float, thinnest_mm: float
) -> tuple[F64, ...]:
    """Draw a glyph in mm, its strokes grown, and what is still thin thickened."""
    contours = emoji_contours(source) if isinstance(source, str) else glyph_contours(source, number)
    shape = from_contours(ring * mm_per_em for ring in contours).simplify(_TOLERANCE_MM)
    shape = offset(shape, heavier_mm, segments=_SEGMENTS)
    if thinnest_mm:
        shape = thicken(shape, thinnest_mm)
    rings = tuple(np.asarray(ring, dtype=np.float64) for ring in shape.simplify(_TOLERANCE_MM).to_polygons())
    for ring in rings:
        ring.flags.writeable = False
    return rings
