"""A profile led round a plan: mouldings of pedestals that are not round."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.geometry.solids import Solid, to_solid
from memoreez_desktop.sculpting.cup_wall import even_outline, loft_faces

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
    count = len(outline.points_mm)
    levels = [
        np.column_stack([outline.points_mm - outline.normals * inset, np.full(count, z)])
        for inset, z in profile_mm
    ]
    hubs = [[0.0, 0.0, profile_mm[0][1]], [0.0, 0.0, profile_mm[-1][1]]]
    vertices = np.vstack([*levels, hubs]).astype(np.float32)
    return to_solid(MeshModel(vertices, loft_faces(len(levels), count)))
