"""How wide the strokes of a glyph are and how wide the openings between them, measured once per glyph."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from manifold3d import OpType

from memoreez_desktop.geometry.emoji_icons import emoji_contours
from memoreez_desktop.geometry.font_files import FontFile
from memoreez_desktop.geometry.glyphs import glyph_contours
from memoreez_desktop.geometry.shapes import Shape, from_contours, offset, parts, size

_UNIT = 100.0
"""Measured on glyphs of this many units per em, so that no offset is below the library's grid."""
_SEGMENTS = 16
_COVERED = 0.95
"""A stroke is drawn when a disc of its width reaches this share of the letter."""
_CORNER_RATIO = 0.21
"""How far a disc stays away from a right-angled corner, in diameters; a corner is no thin stroke."""
_FINEST_EM, _WIDEST_EM = 0.008, 0.40
_STROKE_TURNS = 8
_FINEST_GAP_EM, _WIDEST_GAP_EM = 0.022, 0.30
_GAP_STEP = 1.18
"""Below 1 / _GAP_FILL, or a narrow slot would be stepped over."""
_GAP_FILL = 0.8
"""What a disc closes is an opening when a disc nearly as wide lies in it, and else the notch of a corner."""
_GAP_RATIO = 0.025
"""What an opening takes of the letter's box at least, or nobody misses it: the slit under an accent."""
_MARK_RATIO = 0.35
"""Parts below this share of the largest one are dots and accents: the slit under them may close."""
_GAP_TURNS = 3


@dataclass(frozen=True)
class GlyphWidths:
    """The narrowest stroke and the narrowest opening of a glyph, in em; 0.0 where it has none."""

    stroke_em: float
    gap_em: float


@functools.lru_cache(maxsize=4096)
def glyph_widths(source: FontFile | str, number: int) -> GlyphWidths:
    """Measure a glyph as :class:`~memoreez_desktop.geometry.shaping.PlacedGlyph` names it.

    Parameters
    ----------
    source : FontFile or str
        A font, or the name of a symbol (then lengths are in sides of the symbol).
    number : int
        Glyph in the font.
    """
    contours = emoji_contours(source) if isinstance(source, str) else glyph_contours(source, number)
    shape = from_contours(ring * _UNIT for ring in contours)
    if shape.is_empty():
        return GlyphWidths(0.0, 0.0)
    shape = shape.simplify(0.002 * _UNIT)
    return GlyphWidths(stroke_width(shape, _UNIT) / _UNIT, gap_width(_body(shape), _UNIT) / _UNIT)


def _body(shape: Shape) -> Shape:
    """Return a glyph without its dots and accents."""
    loose = parts(shape)
    large = [part for part in loose if part.area() >= _MARK_RATIO * loose[0].area()]
    return shape if len(large) == len(loose) else Shape.batch_boolean(large, OpType.Add)


def stroke_width(shape: Shape, em: float) -> float:
    """Return the widest pen that still draws a shape, in its own units.

    Parameters
    ----------
    em : float
        Size of a letter in the shape's units: where the search ends.
    """
    narrow, wide = _FINEST_EM * em, _WIDEST_EM * em
    if _is_drawn(shape, wide):
        return wide
    for _ in range(_STROKE_TURNS):
        middle = (narrow + wide) / 2
        if _is_drawn(shape, middle):
            narrow = middle
        else:
            wide = middle
    return narrow


def gap_width(shape: Shape, em: float) -> float:
    """Return the width of the narrowest opening in or between the parts of a shape, 0.0 if it has none.

    Counters and slots count, the notches of corners do not, nor what is small against the shape.
    """
    across, high = size(shape)
    least = _GAP_RATIO * across * high
    width = _FINEST_GAP_EM * em
    while not _is_closed(shape, width, least):
        width *= _GAP_STEP
        if width > _WIDEST_GAP_EM * em:
            return 0.0
    low, top = width / _GAP_STEP, width
    for _ in range(_GAP_TURNS):
        middle = (low + top) / 2
        low, top = (low, middle) if _is_closed(shape, middle, least) else (middle, top)
    return (low + top) / 2


def _is_drawn(shape: Shape, width: float) -> bool:
    opened = offset(offset(shape, -width / 2, segments=_SEGMENTS), width / 2, segments=_SEGMENTS)
    if opened.is_empty():
        return False
    reached = offset(opened, _CORNER_RATIO * width, segments=_SEGMENTS) ^ shape
    return bool(reached.area() >= _COVERED * shape.area())


def _is_closed(shape: Shape, width: float, least_area: float) -> bool:
    """Tell whether a pen of this width, drawn round a shape, closes an opening that matters."""
    closed = offset(offset(shape, width / 2, segments=_SEGMENTS), -width / 2, segments=_SEGMENTS)
    kept = _GAP_FILL * width / 2
    filled = closed - shape
    # Also because dust that is shrunk comes out larger.
    if filled.area() < least_area:
        return False
    filled = offset(filled, -kept, segments=_SEGMENTS)
    return bool(offset(filled, kept, segments=_SEGMENTS).area() >= least_area)
