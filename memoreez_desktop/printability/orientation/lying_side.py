"""A side on which a model that tips over would lie still."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.printability.orientation.candidates import resting_directions

_TRIED = 8
_LEAST_MM2 = 100.0
_TIMES_AS_LARGE = 4.0
_LEVEL_RATIO, _FLAT_MM = 0.999, 0.05
_NO_FACES: NDArray[np.int64] = np.empty(0, dtype=np.int64)


def lying_side(mesh: MeshModel, contact_mm2: float) -> NDArray[np.int64]:
    """Return the faces of the largest flat side a model can lie on.

    Parameters
    ----------
    mesh : MeshModel
        Wound outwards.
    contact_mm2 : float
        What lies on the bed as it stands.

    Returns
    -------
    (k,) int64
        Empty when no side is much larger than what it stands on, and wider than the model is high then.
    """
    points = mesh.vertices.astype(np.float64)
    a, b, c = (points[mesh.faces[:, k]] for k in range(3))
    cross = np.cross(b - a, c - a)
    best, best_mm2, best_height_mm = _NO_FACES, 0.0, math.inf
    for down in resting_directions(mesh)[:_TRIED]:
        heights = -(points @ down)
        low = (heights[mesh.faces] < heights.min() + _FLAT_MM).all(axis=1)
        faces = np.flatnonzero(low)
        facing = cross[faces] @ down / 2
        flat = facing > _LEVEL_RATIO * np.linalg.norm(cross[faces], axis=1) / 2
        area_mm2 = float(facing[flat].sum())
        if area_mm2 > best_mm2:
            best, best_mm2, best_height_mm = faces[flat], area_mm2, float(np.ptp(heights))
    large = best_mm2 >= max(_LEAST_MM2, _TIMES_AS_LARGE * contact_mm2)
    return best if large and math.sqrt(best_mm2) >= best_height_mm else _NO_FACES
