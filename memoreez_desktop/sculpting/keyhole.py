"""A keyhole in the back of a plate: it hangs on the head of a screw."""

from __future__ import annotations

from memoreez_desktop.geometry.shapes import Shape, capsule, circle
from memoreez_desktop.geometry.solids import Solid, extrude, union

DEPTH_MM = 3.6
"""A plate needs this much and a skin of 1 mm above it."""
_LIP_MM = 1.4
_HEAD_RADIUS_MM = 4.2
_NECK_RADIUS_MM = 2.2
_SLIDE_MM = 8.0


def keyhole(x_mm: float, y_mm: float) -> Solid:
    """Make the cutter for a screw of 4 mm with a head of up to 8 mm; the screw rests at (x, y).

    The head goes in below and the plate slides down on it. The ceiling of the hollow is a bridge of 8.4 mm,
    which prints without supports.
    """
    entry = circle(_HEAD_RADIUS_MM, 48).translate((0.0, -_SLIDE_MM))
    slot = _slide(_NECK_RADIUS_MM)
    hollow = _slide(_HEAD_RADIUS_MM)
    cutter = union([extrude(entry + slot, _LIP_MM + 1.2, -1.0), extrude(hollow, DEPTH_MM - _LIP_MM, _LIP_MM)])
    return cutter.translate((x_mm, y_mm, 0.0))


def _slide(radius: float) -> Shape:
    along = capsule(_SLIDE_MM + 2 * radius, 2 * radius).rotate(90.0)
    return along.translate((0.0, -_SLIDE_MM / 2))
