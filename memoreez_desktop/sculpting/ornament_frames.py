"""Frames for an ornament: what lies between the round picture in the middle and the loop at the top.

Each is drawn about the origin and reaches from well inside the picture's disc to ``radius_mm``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manifold3d import OpType

from memoreez_desktop.geometry.shapes import (
    Shape,
    circle,
    empty,
    from_contours,
    offset,
    rectangle,
    ring,
    stroke,
)
from memoreez_desktop.sculpting.garlands import laurel

_ARM_MM = 3.0
_RIM_MM = 3.6


@dataclass(frozen=True)
class Frame:
    """A frame and what rises from it.

    Attributes
    ----------
    flat : Shape
        As thick as the ornament.
    raised : Shape
        Lines a little higher, which give it life; may be empty.
    swollen : Shape
        What swells softly above the frame; may be empty.
    top_mm : float
        Where the loop grows out of it, at x = 0.
    """

    flat: Shape
    raised: Shape
    swollen: Shape
    top_mm: float


def frame(kind: str, radius_mm: float, disc_mm: float) -> Frame:
    """Draw the frame called ``kind``: snowflake, star, bauble or wreath."""
    makers = {"snowflake": _snowflake, "star": _star, "bauble": _bauble, "wreath": _wreath}
    return makers[kind](radius_mm, disc_mm)


def _turned(shape: Shape, count: int, first_deg: float = 0.0) -> Shape:
    copies = [shape.rotate(first_deg + 360.0 * k / count) for k in range(count)]
    return Shape.batch_boolean(copies, OpType.Add)


def _snowflake(radius: float, disc: float) -> Frame:
    """Draw six arms with twigs and six short ones between them, in a thin rim."""
    wide = _ARM_MM * max(1.0, radius / 43.0)
    free = radius - disc
    arm = rectangle(wide, free + 2.0).translate((0.0, (radius + disc) / 2 - 1.0))
    for share, reach in ((0.16, 0.3), (0.5, 0.44)):
        foot = disc + free * share
        for side in (-1.0, 1.0):
            arm += stroke([(0.0, foot), (side * free * reach * 0.8, foot + free * reach * 0.6)], wide * 0.9)
    short = stroke([(0.0, disc - 1.0), (0.0, disc + free * 0.4)], wide * 0.9)
    short += circle(wide * 0.85, 32).translate((0.0, disc + free * 0.44))
    inside = circle(radius - 0.6)
    arms = (_turned(arm, 6) + _turned(short, 6, 30.0)) ^ inside
    rim = ring(radius, radius - _RIM_MM * max(0.9, radius / 43.0))
    flat = offset(offset(rim + arms, 0.7), -0.7)
    return Frame(flat, ring(radius - 1.0, radius - 2.3), arms ^ ring(radius - 2.0, disc - 0.5), radius)


def _star(radius: float, disc: float) -> Frame:
    """Draw a star of eight points, a long one and a short one by turns."""
    angle = np.pi / 2 + np.arange(16) * np.pi / 8
    valley = disc * 1.02
    reach = np.where(np.arange(16) % 4 == 0, radius, np.where(np.arange(16) % 2 == 0, radius * 0.86, valley))
    points = np.column_stack([reach * np.cos(angle), reach * np.sin(angle)])
    # Blunt tips: a needle would be thinner than a nozzle and would prick.
    flat = offset(offset(offset(from_contours([points]), -1.2), 2.0), -0.8)
    x0, _, x1, top = flat.bounds()
    factor = 2 * radius / (x1 - x0)
    flat = flat.scale((factor, factor))
    edge = offset(flat, -1.0) - offset(flat, -2.2)
    points_only = offset(flat, -2.6) - circle(disc - 0.6)
    return Frame(flat, edge, points_only, float(top) * factor - 1.4)


def _bauble(radius: float, disc: float) -> Frame:
    """Draw a ball with a cap, its ring cut into arches like blown glass."""
    scale = radius / 43.0
    rim = _RIM_MM * max(0.9, scale)
    middle = (radius - rim + disc) / 2
    wide = radius - rim - disc
    window = circle(max(2.0, wide * 0.5 - 0.2), 48)
    holes = _turned(window.scale((1.25, 1.0)).translate((0.0, middle)), 14, 360.0 / 28)
    cap_wide, cap_tall = 17.0 * scale, 7.0 * scale
    cap = rectangle(cap_wide, cap_tall + 5.0).translate((0.0, radius + (cap_tall - 5.0) / 2))
    cap = offset(offset(cap, -1.0), 1.0)
    flutes = empty()
    for place in (-1.5, -0.5, 0.5, 1.5):
        x = place * cap_wide / 4.4
        flutes += rectangle(1.2, cap_tall - 2.0).translate((x, radius + cap_tall / 2))
    flat = (circle(radius) - holes) + cap
    return Frame(flat, ring(radius - 1.0, radius - 2.3) + flutes, empty(), radius + cap_tall)


def _wreath(radius: float, disc: float) -> Frame:
    """Lead two branches of laurel round the disc, from a knot below up to the loop."""
    free = radius - disc
    turn = np.radians(np.linspace(-82.0, 71.0, 90))
    middle = disc + free * 0.44
    leaves, stems = laurel(middle * np.column_stack([np.cos(turn), np.sin(turn)]), free * 0.86, 0.12)
    knot = circle(free * 0.3, 48).translate((0.0, -middle))
    swell = leaves + leaves.mirror((1.0, 0.0))
    wide = swell.bounds()[2] - swell.bounds()[0]
    # Leaves of either side may reach a little less or more far than the frame is wide.
    factor = 2 * radius / wide
    swell = (swell.scale((factor, factor)) + knot) - circle(disc - 0.4)
    band = ring(middle + 1.8, disc - 1.0)
    flat = offset(offset(swell + band + stems + stems.mirror((1.0, 0.0)), 0.4), -0.4)
    return Frame(flat, empty(), swell, middle + 1.4)
