"""Lines of text round a disc: one over the top, one along the bottom."""

from __future__ import annotations

import math
from dataclasses import dataclass

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.lettering import text_on_arc
from memoreez_desktop.geometry.shapes import Shape, drop_thin, empty, star, thicken

SMALLEST_CAP_MM = 2.8
"""Capitals lower than this lose their counters with a 0.4 mm nozzle."""
_STROKE_MM = 0.8
"""Raised strokes: two nozzle widths."""
_GAP_RAD = 0.32
_STAR_STEP_RAD = math.radians(20.0)


@dataclass(frozen=True)
class RingText:
    """Letters and stars between two radii, ready to be raised."""

    shape: Shape
    cap_height_mm: float


def ring_text(lines: tuple[str, ...], inner_radius_mm: float, band_mm: float, cap_mm: float) -> RingText:
    """Set up to two lines in a band round the origin and fill what is left with stars.

    Long lines are set in a narrower face first and smaller only then.

    Raises
    ------
    InputError
        The lines do not fit, or no font has a character.
    """
    steps = [("sans", cap_mm), ("sans", cap_mm * 0.93), ("roboto", cap_mm * 0.93)]
    steps += [("roboto", cap) for cap in (cap_mm * 0.86, SMALLEST_CAP_MM) if cap >= SMALLEST_CAP_MM]
    for face, cap in steps:
        placed = _placed(lines, inner_radius_mm, band_mm, face, cap)
        if placed is not None:
            return RingText(placed, cap)
    raise InputError(
        say("“{text}” is too long to go round this disc.", text=" · ".join(lines)),
        say("Shorten it or choose a larger diameter."),
    )


def _placed(
    lines: tuple[str, ...], inner_mm: float, band_mm: float, face: str, cap_mm: float
) -> Shape | None:
    """Lay the letters, or return None where the lines would meet."""
    margin = (band_mm - cap_mm) / 2
    shape, angles = empty(), [0.0, 0.0]
    for place, line in enumerate(lines[:2]):
        top = place == 0
        radius = inner_mm + margin if top else inner_mm + margin + cap_mm
        try:
            text = text_on_arc(line, radius, cap_mm, face, top, 0.06)
        except InputError:
            # Either too long for this step, which a smaller one may mend, or a character that no font has.
            if face == "roboto" and cap_mm <= SMALLEST_CAP_MM:
                raise
            return None
        angles[place] = text.width_mm / radius
        shape += thicken(text.shape, _STROKE_MM)
    if sum(angles) + 2 * _GAP_RAD > 2 * math.pi:
        return None
    return shape + _stars(angles, inner_mm + band_mm / 2, min(cap_mm * 0.7, band_mm * 0.42))


def _stars(angles: list[float], radius_mm: float, star_mm: float) -> Shape:
    """Put stars on both sides, midway between the lines; more of them where there is no second line."""
    start, end = angles[0] / 2, math.pi - angles[1] / 2
    room = end - start
    if angles[1] or room < 1.2:
        places = [start + room / 2]
    else:
        count = max(1, int((room - 0.25) / _STAR_STEP_RAD))
        places = [end - _STAR_STEP_RAD * step for step in range(count)]
    blunt = drop_thin(star(star_mm, waist_ratio=0.52), 0.8)
    shape = empty()
    for place in places:
        for side in (1, -1):
            turn = math.degrees(place) * side
            shape += blunt.translate((0.0, radius_mm)).rotate(-turn)
    return shape
