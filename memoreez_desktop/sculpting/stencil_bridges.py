"""Bridges that hold the islands of a stencil: the insides of letters and symbols."""

from __future__ import annotations

import math

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape, bounds, empty, offset, rectangle, size

_CRUMB_MM2 = 2.5
"""Islands smaller than this would be torn off: they are cut away."""
_LONGEST_MM = 400.0
_WIDE_MM = 28.0
"""An island this wide is held in two places on each side."""
_REACH_MM = 0.05
_ANGLES_DEG = (90.0, 0.0, 45.0, 135.0)


def bridged(sheet: Shape, cut: Shape, width_mm: float) -> Shape:
    """Cut a shape out of a sheet and bridge to every island, so that one piece is left.

    Parameters
    ----------
    width_mm : float
        Of a bridge.

    Raises
    ------
    InputError
        An island is too far from everything else.
    """
    rest = _without_slivers(sheet - cut, 0.8 * width_mm)
    pieces = _pieces(rest)
    for _ in range(len(pieces) * 2):
        pieces = _pieces(rest)
        if len(pieces) == 1:
            return pieces[0]
        island = min(pieces, key=lambda piece: piece.area())
        rest = Shape.compose(pieces) + _bridge(island, rest, cut, width_mm)
    raise InputError(
        say("This cannot be cut as a stencil in one piece."), say("Choose another symbol or other letters.")
    )


def _without_slivers(shape: Shape, stroke_mm: float) -> Shape:
    """Drop what is too thin to hold, and keep the rest as it is."""
    solid = offset(shape, -stroke_mm / 2)
    return offset(solid, stroke_mm / 2 + 0.02) ^ shape


def _pieces(shape: Shape) -> list[Shape]:
    parts = sorted(shape.decompose(), key=lambda part: -part.area())
    return parts[:1] + [part for part in parts[1:] if part.area() > _CRUMB_MM2]


def _bridge(island: Shape, rest: Shape, cut: Shape, width_mm: float) -> Shape:
    """Find the direction in which the island is nearest to the rest on both sides, and lay bars there."""
    found: list[tuple[float, Shape]] = []
    others = Shape.compose([piece for piece in rest.decompose() if not _touches(piece, island)])
    for angle in _ANGLES_DEG:
        bars = empty()
        for middle in _middles(island, angle):
            bar = rectangle(_LONGEST_MM, width_mm).rotate(angle).translate(middle) ^ cut
            for piece in bar.decompose():
                if _touches(piece, island) and _touches(piece, others):
                    bars += offset(piece, _REACH_MM)
        if not bars.is_empty():
            # Upright bridges read as a stencil's; slanting ones only where they are much shorter.
            cost = bars.area() * (1.0 if angle == _ANGLES_DEG[0] else 1.7)
            found.append((cost, bars))
    if not found:
        return empty()
    return min(found, key=lambda candidate: candidate[0])[1]


def _middles(island: Shape, angle_deg: float) -> list[tuple[float, float]]:
    x0, y0, x1, y1 = bounds(island)
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    turn = math.radians(angle_deg)
    across = size(island.rotate(-angle_deg))[1]
    if across < _WIDE_MM:
        return [(x, y)]
    step = across / 4
    return [(x - side * step * math.sin(turn), y + side * step * math.cos(turn)) for side in (-1, 1)]


def _touches(one: Shape, other: Shape) -> bool:
    return not (offset(one, 2 * _REACH_MM) ^ other).is_empty()
