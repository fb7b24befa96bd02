"""A chosen face goes down onto the bed."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.keepsake_steps import Turn
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.turning import then, to_bed
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.orientation.candidates import resting_directions

_ALIKE_COSINE = np.cos(np.radians(2.0))
_SAME_PLANE_MM = 0.05
_FLAT_MM2 = 25.0
"""From here on what lies in one plane is a face to stand on; on anything rounder it would rock."""
_NEAR_COSINE = np.cos(np.radians(15.0))


def lay_flat(mesh: MeshModel, face: int, before: Turn = Turn()) -> Turn:  # noqa: B008 - frozen
    """Return the turn after which a face looks down.

    Parameters
    ----------
    mesh : MeshModel
        As it stands now.
    face : int
        All that lies in one plane with it goes down together. Where that is next to nothing, on a rounded
        side, the nearest side goes down on which the model comes to rest.
    before : Turn
        What the model has been turned by already; the result takes its place.

    Raises
    ------
    InputError
        There is no such face, or it has no area.
    """
    a, b, c = (mesh.vertices[mesh.faces[:, k]].astype(np.float64) for k in range(3))
    cross = np.cross(b - a, c - a)
    doubled = np.linalg.norm(cross, axis=1)
    if not 0 <= face < mesh.triangles or not doubled[face] > 0:
        raise InputError(say("There is no such face."), say("Point at another place of the model."))
    normal = cross[face] / doubled[face]
    level = (a + b + c) @ normal / 3
    together = (cross @ normal > _ALIKE_COSINE * doubled) & (np.abs(level - level[face]) < _SAME_PLANE_MM)
    mean = cross[together].sum(axis=0)
    if doubled[together].sum() / 2 < _FLAT_MM2:
        mean = _nearest_rest(mesh, mean / np.linalg.norm(mean))
    return then(before, to_bed(mean))


def _nearest_rest(mesh: MeshModel, down: np.ndarray) -> np.ndarray:
    """Return the direction nearby in which a model rests on a table, or the same when there is none."""
    resting = resting_directions(mesh)
    near = resting @ down if len(resting) else np.zeros(0)
    best = int(np.argmax(near)) if len(near) else -1
    return resting[best] if best >= 0 and near[best] > _NEAR_COSINE else down
