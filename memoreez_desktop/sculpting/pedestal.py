"""A pedestal with words on its wall, engraved or raised: round, stepped, eight-sided or square."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.lettering import TextShape, text_fitted, text_line, wrap_on_cylinder
from memoreez_desktop.geometry.shapes import Shape, from_contours, offset, rounded_rectangle, thicken
from memoreez_desktop.geometry.solids import Solid, extrude, revolve
from memoreez_desktop.sculpting.moulding import moulded

Lettering = Literal["engraved", "raised"]
Style = Literal["round", "stepped", "octagon", "square"]

LETTERING_FIELD = FieldSpec(
    "lettering",
    say("Lettering"),
    "choice",
    "raised",
    choices=(("raised", say("Raised")), ("engraved", say("Engraved"))),
)
PEDESTAL_FIELD = FieldSpec(
    "pedestal",
    say("Pedestal"),
    "choice",
    "round",
    choices=(
        ("round", say("Round")),
        ("stepped", say("Stepped")),
        ("octagon", say("Octagon")),
        ("square", say("Square")),
    ),
)

ENGRAVED_MM = 0.7
"""Two perimeters deep: 0.4 mm on a wall is a single extrusion width and vanishes."""
RAISED_MM = 0.8
SMALLEST_CAP_MM = 3.3
_CAP_MM = 4.6
_REACH = 2.05
"""Text may go round to 59° on both sides: width at most this many wall radii."""
_FARTHEST_REACH = 2.5
_WIDEST_RATIO = {"round": 1.25, "stepped": 1.3, "octagon": 1.45, "square": 1.35}
_LEAST_WIDEST_MM = 32.0
"""A small figure may stand on a pedestal this wide for the sake of its words."""
_INSET_MM = 1.4
_FOOT_MM = 3.4
_HEAD_MM = 2.4
_STEP_MM = 2.6
_STEP_RISE_MM = 3.0
_CORNER_RATIO = 0.14
"""What an eight-sided plan cuts off the corners of its rectangle, in widths."""
_DEPTH_RATIO = 0.84
_MARGIN_MM = 3.4


@dataclass(frozen=True)
class Pedestal:
    """A pedestal standing on z = 0 about the z axis."""

    solid: Solid
    radius_mm: float
    height_mm: float


def pedestal_height_mm(line_count: int, style: Style = "round") -> float:
    """Return the height that gives each line capitals of full size."""
    return {0: 9.0, 1: 13.0}.get(line_count, 18.6) + (_STEP_RISE_MM if style == "stepped" else 0.0)


def pedestal(
    lines: tuple[str, ...],
    radius_mm: float,
    lettering: Lettering,
    segments: int = 180,
    style: Style = "round",
) -> Pedestal:
    """Make the pedestal and write on it; it grows wider where the words need room.

    Parameters
    ----------
    radius_mm : float
        Half its width at the foot.

    Raises
    ------
    InputError
        The words do not fit even a much wider pedestal, or a character has no letter.
    """
    height = pedestal_height_mm(len(lines), style)
    texts, radius = _set_lines(lines, radius_mm, style)
    low = _STEP_RISE_MM if style == "stepped" else 0.0
    step = _STEP_MM if low else 0.0
    wall, top = radius - step - _INSET_MM, radius - step
    profile = _steps(radius) if low else [(radius - 0.6, 0.0), (radius, 0.6)]
    profile += [(top, low + 2.2), (top - 0.9, low + 3.1), (wall, low + _FOOT_MM), (wall, height - _HEAD_MM)]
    profile += [(top - 0.6, height - 1.6), (top - 0.6, height - 0.8), (top - 1.4, height)]
    if style in ("octagon", "square"):
        plan = _plan(style, radius)
        solid = moulded(plan, [(radius - r, z) for r, z in profile])
        wall = float(plan.bounds()[3]) - _INSET_MM
    else:
        solid = revolve([(0.0, 0.0), *profile, (0.0, height)], segments)
    cap = _cap_mm(lines)
    gap = (height - low - _FOOT_MM - _HEAD_MM - cap * len(texts)) / (len(texts) + 1)
    base = height - _HEAD_MM - gap - cap
    for text in texts:
        solid = _written(solid, text, wall, base, lettering, flat=style in ("octagon", "square"))
        base -= cap + gap
    return Pedestal(solid, radius, height)


def _steps(radius: float) -> list[tuple[float, float]]:
    edge = radius - _STEP_MM
    tread = [(radius, _STEP_RISE_MM - 0.5), (radius - 0.5, _STEP_RISE_MM), (edge, _STEP_RISE_MM)]
    return [(radius - 0.6, 0.0), (radius, 0.6), *tread]


def _plan(style: Style, radius: float) -> Shape:
    """Draw what is seen from above: a rectangle a little less deep than wide."""
    x, y = radius, radius * _DEPTH_RATIO
    if style == "square":
        return rounded_rectangle(2 * x, 2 * y, 3.0)
    cut = 2 * radius * _CORNER_RATIO
    corners = [
        (x, y - cut), (x - cut, y), (cut - x, y), (-x, y - cut),
        (-x, cut - y), (cut - x, -y), (x - cut, -y), (x, cut - y),
    ]  # fmt: skip
    return offset(offset(from_contours([corners]), -3.0), 3.0)


def _written(
    solid: Solid, text: TextShape, wall: float, base: float, lettering: Lettering, flat: bool
) -> Solid:
    """Cut a line into the wall or raise it from there."""
    engraved = lettering == "engraved"
    # Grooves may be finer than ridges, and widening them would eat the walls between them.
    shape = thicken(text.shape, 0.55 if engraved else 1.0)
    # The cutter reaches 0.5 mm out of the wall, so that no skin is left over the letters.
    out, sunk = (0.5, ENGRAVED_MM) if engraved else (RAISED_MM, 0.4)
    if flat:
        letters = extrude(shape, out + sunk, -sunk).rotate((90.0, 0.0, 0.0)).translate((0.0, -wall, base))
    elif engraved:
        letters = wrap_on_cylinder(shape, wall - sunk, out + sunk, base, sunk_mm=0.0)
    else:
        letters = wrap_on_cylinder(shape, wall, out, base, sunk_mm=sunk)
    return solid - letters if engraved else solid + letters


def _cap_mm(lines: tuple[str, ...]) -> float:
    return _CAP_MM if len(lines) < 2 else 4.2


def _room_mm(radius: float, style: Style, reach: float) -> float:
    """How wide a line may be."""
    if style == "square":
        return 2 * radius - 2 * _MARGIN_MM
    if style == "octagon":
        return 2 * radius * (1.0 - 2 * _CORNER_RATIO) - 1.0
    return (radius - _INSET_MM - (_STEP_MM if style == "stepped" else 0.0)) * reach


def _set_lines(lines: tuple[str, ...], radius_mm: float, style: Style) -> tuple[list[TextShape], float]:
    """Set every line in full size if a wider pedestal can carry it, else smaller on the widest one."""
    if not lines:
        return [], radius_mm
    cap = _cap_mm(lines)
    for face, factor in (("sans", 1.0), ("sans", 1.12), ("roboto", 1.12)):
        room = _room_mm(radius_mm * factor, style, _REACH)
        try:
            return [text_fitted(line, cap, room, face, cap - 0.4, 0.06) for line in lines], radius_mm * factor
        except InputError:
            for line in lines:
                # A character that no font has is no matter of room: let it be told at once.
                text_line(line, cap, face)
    radius = max(radius_mm * _WIDEST_RATIO[style], _LEAST_WIDEST_MM)
    room = _room_mm(radius, style, _FARTHEST_REACH)
    return [text_fitted(line, cap, room, "roboto", min(SMALLEST_CAP_MM, cap), 0.05) for line in lines], radius
