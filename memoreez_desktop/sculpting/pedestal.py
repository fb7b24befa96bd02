"""A round pedestal with words round its wall, engraved or raised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.geometry.lettering import TextShape, text_fitted, text_line, wrap_on_cylinder
from memoreez_desktop.geometry.shapes import thicken
from memoreez_desktop.geometry.solids import Solid, revolve

Lettering = Literal["engraved", "raised"]

ENGRAVED_MM = 0.7
"""Two perimeters deep: 0.4 mm on a wall is a single extrusion width and vanishes."""
RAISED_MM = 0.8
SMALLEST_CAP_MM = 3.3
_CAP_MM = 4.6
_REACH = 2.05
"""Text may go round to 59° on both sides: width at most this many wall radii."""
_FARTHEST_REACH = 2.5
_WIDEST_RATIO = 1.25
_INSET_MM = 1.4
_FOOT_MM = 3.4
_HEAD_MM = 2.4


@dataclass(frozen=True)
class Pedestal:
    """A pedestal standing on z = 0 about the z axis."""

    solid: Solid
    radius_mm: float
    height_mm: float


def pedestal_height_mm(line_count: int) -> float:
    """Return the height that gives each line capitals of full size."""
    return {0: 9.0, 1: 13.0}.get(line_count, 18.6)


def pedestal(lines: tuple[str, ...], radius_mm: float, lettering: Lettering, segments: int = 180) -> Pedestal:
    """Turn the pedestal and write on it; it grows wider where the words need room.

    Raises
    ------
    InputError
        The words do not fit round a pedestal 1.25 times as wide, or a character has no letter.
    """
    height = pedestal_height_mm(len(lines))
    texts, radius = _set_lines(lines, radius_mm)
    wall = radius - _INSET_MM
    profile = [
        [0.0, 0.0], [radius - 0.6, 0.0], [radius, 0.6], [radius, 2.2], [radius - 0.9, 3.1], [wall, _FOOT_MM],
        [wall, height - _HEAD_MM], [radius - 0.6, height - 1.6], [radius - 0.6, height - 0.8],
        [radius - 1.4, height], [0.0, height],
    ]  # fmt: skip
    solid = revolve(profile, segments)
    cap = _CAP_MM if len(lines) < 2 else 4.2
    rest = height - _FOOT_MM - _HEAD_MM - cap * len(texts)
    gap = rest / (len(texts) + 1)
    base = height - _HEAD_MM - gap - cap
    for text in texts:
        # Grooves may be finer than ridges, and widening them would eat the walls between them.
        shape = thicken(text.shape, 0.55 if lettering == "engraved" else 1.0)
        if lettering == "engraved":
            # The cutter reaches 0.5 mm out of the wall, so that no skin is left over the letters.
            cut = wrap_on_cylinder(shape, wall - ENGRAVED_MM, ENGRAVED_MM + 0.5, base, sunk_mm=0.0)
            solid -= cut
        else:
            solid += wrap_on_cylinder(shape, wall, RAISED_MM, base)
        base -= cap + gap
    return Pedestal(solid, radius, height)


def _set_lines(lines: tuple[str, ...], radius_mm: float) -> tuple[list[TextShape], float]:
    """Set every line in full size if a wider pedestal can carry it, else smaller on the widest one."""
    if not lines:
        return [], radius_mm
    cap = _CAP_MM if len(lines) < 2 else 4.2
    for face, factor in (("sans", 1.0), ("sans", 1.12), ("roboto", 1.12)):
        room = (radius_mm * factor - _INSET_MM) * _REACH
        try:
            return [text_fitted(line, cap, room, face, cap - 0.4, 0.06) for line in lines], radius_mm * factor
        except InputError:
            for line in lines:
                # A character that no font has is no matter of room: let it be told at once.
                text_line(line, cap, face)
    radius = radius_mm * _WIDEST_RATIO
    room = (radius - _INSET_MM) * _FARTHEST_REACH
    return [text_fitted(line, cap, room, "roboto", min(SMALLEST_CAP_MM, cap), 0.05) for line in lines], radius
