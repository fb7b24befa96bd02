"""A side on which a model that tips over would lie still."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.turning import to_bed
from memoreez_desktop.printability.orientation.candidates import resting_directions
from memoreez_desktop.printability.orientation.poser import Poser
from memoreez_desktop.printability.subject import ON_BED_MM

_TRIED, _ACROSS = 8, 24
_LEAST_MM2 = 100.0
_TIMES_AS_LARGE = 4.0
_LEVEL_RATIO = 0.95


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
    poser = Poser(mesh, _ACROSS)
    poses = [poser.measure(to_bed(down)) for down in resting_directions(mesh)[:_TRIED]]
    best = max(poses, key=lambda pose: pose.lying_mm2, default=None)
    if best is None or best.lying_mm2 < max(_LEAST_MM2, _TIMES_AS_LARGE * contact_mm2):
        return np.empty(0, dtype=np.int64)
    if math.sqrt(best.lying_mm2) < best.height_mm:
        return np.empty(0, dtype=np.int64)
    heights = mesh.vertices.astype(np.float64) @ best.matrix[2]
    low = (heights[mesh.faces] < heights.min() + ON_BED_MM).all(axis=1)
    return np.flatnonzero(low & (best.up < -_LEVEL_RATIO))
