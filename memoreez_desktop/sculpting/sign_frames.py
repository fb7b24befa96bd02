"""Outlines of signs and the raised lines that frame them."""

from __future__ import annotations

from dataclasses import dataclass

from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import (
    Shape,
    capsule,
    circle,
    empty,
    from_contours,
    offset,
    rectangle,
    rounded_rectangle,
    size,
)
from memoreez_desktop.sculpting.plates import line_along

FRAMES = (
    ("notched", say("Notched corners")),
    ("double", say("Double line")),
    ("oval", say("Capsule")),
    ("plank", say("Wooden plank")),
)
_LINE_MM = 1.6
_INSET_MM = 1.8
_CLEAR_MM = 2.4


@dataclass(frozen=True, eq=False)
class SignFrame:
    """An outline about the origin, the lines raised on it, and the box that stays free for words."""

    outline: Shape
    lines: Shape
    inner_width_mm: float
    inner_height_mm: float


def sign_frame(kind: str, width_mm: float, tall_mm: float) -> SignFrame:
    """Draw one of :data:`FRAMES`."""
    draw = {"notched": _notched, "double": _double, "oval": _oval, "plank": _plank}[kind]
    return draw(width_mm, tall_mm)


def _notched(width: float, tall: float) -> SignFrame:
    """Round bites out of the corners, a dot in each."""
    bite = min(8.0, 0.14 * tall)
    reach = bite * 0.71 + _INSET_MM + _LINE_MM + 2.6
    outline = rectangle(width, tall)
    dots = empty()
    for x, y in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
        outline -= circle(bite, 64).translate((x * width / 2, y * tall / 2))
        dots += circle(1.3, 32).translate((x * (width / 2 - reach), y * (tall / 2 - reach)))
    outline = offset(offset(outline, -0.8), 0.8)
    margin = _INSET_MM + _LINE_MM + _CLEAR_MM
    lines = line_along(outline, _INSET_MM, _LINE_MM) + dots
    return SignFrame(outline, lines, width - 2 * margin - 0.5 * bite, tall - 2 * margin)


def _double(width: float, tall: float) -> SignFrame:
    outline = rounded_rectangle(width, tall, 6.0)
    inner = _INSET_MM + _LINE_MM + 1.0
    lines = line_along(outline, 1.2, 2.0) + line_along(outline, 1.2 + 2.0 + 1.2, 0.9)
    margin = inner + 1.2 + _CLEAR_MM
    return SignFrame(outline, lines, width - 2 * margin - 5.0, tall - 2 * margin)


def _oval(width: float, tall: float) -> SignFrame:
    outline = capsule(width, tall)
    margin = _INSET_MM + _LINE_MM + _CLEAR_MM
    # Symbols stand where the ends are still high enough for them.
    return SignFrame(
        outline, line_along(outline, _INSET_MM, _LINE_MM), width - 2 * margin - 0.2 * tall, tall - 2 * margin
    )


def _plank(width: float, tall: float) -> SignFrame:
    """Pointed at both ends, like a signpost, with a nail at each."""
    point = 0.2 * tall
    x, y = width / 2, tall / 2
    board = from_contours([[
        [-x + point, -y], [x - point, -y], [x, 0.0], [x - point, y], [-x + point, y], [-x, 0.0],
    ]])  # fmt: skip
    blunt = offset(offset(board, -2.5), 2.5)
    outline = blunt.scale((width / size(blunt)[0], 1.0))
    lines = line_along(outline, _INSET_MM, _LINE_MM)
    margin = _INSET_MM + _LINE_MM + _CLEAR_MM
    return SignFrame(outline, lines, width - 2 * margin - 1.2 * point, tall - 2 * margin)
