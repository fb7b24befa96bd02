"""A shield: its outline, its fields, and the bars and hatching that tell them apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manifold3d import OpType

from memoreez_desktop.geometry.shapes import Shape, empty, from_contours, offset, rectangle

WIDTH_MM = 84.0
"""A shield is drawn this wide and scaled by its product."""
TOP_MM = 38.0
LOW_MM = -62.0
RIM_MM = 3.2
BAR_MM = 2.2
_CROSS_Y_MM = 0.0
HATCH_MM = 0.9
"""Width of a hatching line on the print, whatever the size of the shield."""
_HATCH_PITCH_MM = 3.0
# Not 45°: lines that pass exactly through corners would meet other parts in a single edge.
_HATCH_DEG = 44.7
_REACH_MM = 0.2


@dataclass(frozen=True)
class Field:
    """A field of a shield: where its picture goes and whether it is hatched."""

    middle_mm: tuple[float, float]
    picture_mm: float
    shape: Shape
    hatched: bool


def shield_outline() -> Shape:
    """Draw a shield with a shallow double curve at the top and a round point at the bottom."""
    half = WIDTH_MM / 2
    t = np.linspace(0.0, 1.0, 90)
    side = np.column_stack([half * np.cos(t * np.pi / 2) ** 0.62, LOW_MM * np.sin(t * np.pi / 2) ** 1.15])
    u = np.linspace(0.0, 1.0, 40)
    # From the middle to the corner: down a little, then up into the ear.
    top = np.column_stack([half * u, TOP_MM - 1.6 - 3.2 * np.sin(np.pi * u**0.9) + 1.6 * u**2])
    right = np.vstack([top, side[1:]])
    left = (right * [-1.0, 1.0])[::-1][1:-1]
    outline = from_contours([np.vstack([right, left])[::-1]])
    return offset(offset(outline, -1.2), 1.2).simplify(0.01)


def shield_fields(count: int, inner: Shape) -> tuple[Field, ...]:
    """Part a shield into one to four fields; neighbours are hatched by turns."""
    y, big = _CROSS_Y_MM, 400.0
    upper = rectangle(big, big).translate((0.0, y + big / 2)) ^ inner
    lower = rectangle(big, big).translate((0.0, y - big / 2)) ^ inner
    right = rectangle(big, 2 * big).translate((big / 2, 0.0))
    left = rectangle(big, 2 * big).translate((-big / 2, 0.0))
    if count <= 1:
        return (Field((0.0, -2.0), 50.0, inner, False),)
    if count == 2:
        return (
            Field((0.0, 15.4), 25.0, upper, False),
            Field((0.0, -18.2), 29.0, lower, True),
        )
    if count == 3:
        return (
            Field((-19.8, 16.2), 24.0, upper ^ left, False),
            Field((19.8, 16.2), 24.0, upper ^ right, True),
            Field((0.0, -18.2), 29.0, lower, False),
        )
    return (
        Field((-19.8, 16.2), 24.0, upper ^ left, False),
        Field((19.8, 16.2), 24.0, upper ^ right, True),
        Field((-17.6, -17.4), 24.0, lower ^ left, True),
        Field((17.6, -17.4), 24.0, lower ^ right, False),
    )


def shield_bars(count: int, inner: Shape) -> Shape:
    """Draw the bars between the fields; they reach a little into the rim."""
    y, bars = _CROSS_Y_MM, empty()
    if count >= 2:
        bars += rectangle(400.0, BAR_MM).translate((0.0, y))
    if count == 3:
        bars += rectangle(BAR_MM, 200.0).translate((0.0, y + 100.0))
    if count >= 4:
        bars += rectangle(BAR_MM, 400.0)
    return bars ^ offset(inner, _REACH_MM)


def hatching(field: Field, keep_free: Shape, line_mm: float = HATCH_MM) -> Shape:
    """Hatch a field, except round its picture; lines reach a little into bars and rim.

    Crumbs between two borders, too short for a nozzle, are left out.
    """
    strips = [
        rectangle(line_mm, 300.0).rotate(_HATCH_DEG).translate((k * _HATCH_PITCH_MM * np.sqrt(2.0), 0.13))
        for k in range(-32, 33)
    ]
    lines = (Shape.batch_boolean(strips, OpType.Add) ^ offset(field.shape, _REACH_MM)) - keep_free
    kept = [line for line in lines.decompose() if line.area() > 2.0 * line_mm]
    return Shape.compose(kept) if kept else empty()
