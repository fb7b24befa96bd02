"""A profile led round a plan: mouldings of pedestals that are not round."""

from __future__ import annotations

from collections.abc import Sequence

from memoreez_desktop.geometry.lofting import lofted
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.geometry.solids import Solid
from memoreez_desktop.sculpting.cup_wall import even_outline

_PITCH_MM = 0.6


def moulded(plan: Shape, profile_mm: Sequence[tuple[float, float]]) -> Solid:
    """Lead a profile round a convex plan about the origin, and close it above and below.

    Parameters
    ----------
    plan : Shape
        Its corners are rounder than the profile is deep.
    profile_mm : sequence of (inset, z)
        From the bed upwards: how far within the plan, at which height.
    """
    outline = even_outline(plan, _PITCH_MM)
    return lofted(outline.points_mm, -outline.normals, profile_mm)
