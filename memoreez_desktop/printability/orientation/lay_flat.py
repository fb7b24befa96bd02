"""A chosen face goes down onto the bed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.keepsake_steps import Turn
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.turning import then, to_bed
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.flat_base import centre_of_mass_mm, tip_angle_deg
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.printability.orientation.candidates import resting_directions

Direction = NDArray[np.float64]

_ALIKE_COSINE = np.cos(np.radians(2.0))
_SAME_PLANE_MM = 0.05
_FLAT_MM2 = 25.0
"""From here on what lies in one plane is a face to stand on; on anything rounder it would rock."""
_NEAR_COSINE = np.cos(np.radians(50.0))


def lay_flat(
    mesh: MeshModel,
    face: int,
    before: Turn = Turn(),  # noqa: B008 - frozen
    figure: MeshModel | None = None,
) -> Turn:
    """Return the turn after which a face looks down.

    Parameters
    ----------
    mesh : MeshModel
        As it stands now.
    face : int
        All that lies in one plane with it goes down together. Where that is next to nothing, on a rounded
        side, the model comes to rest on that side, as it would on a table.
    before : Turn
        What the model has been turned by already; the result takes its place.
    figure : MeshModel, optional
        The same without what stands under it, turned alike, anywhere: that is what comes to rest.

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
        mean = nearest_rest(figure or mesh, mean / np.linalg.norm(mean))
    return then(before, to_bed(mean))


def nearest_rest(mesh: MeshModel, down: Direction) -> Direction:
    """Return the direction nearby in which a model stays lying on a table, or the same when there is none."""
    resting = resting_directions(mesh)
    if not len(resting):
        return down
    weight_at = centre_of_mass_mm(mesh)
    points = mesh.vertices.astype(np.float64)
    near = resting @ down
    for number in np.argsort(-near):
        if near[number] < _NEAR_COSINE:
            break
        if _stays(points, weight_at, resting[number]):
            return np.asarray(resting[number])
    return down


def _stays(points: NDArray[np.float64], weight_at: Direction, down: Direction) -> bool:
    """Tell whether the weight is above what touches the table."""
    matrix = to_bed(down)
    heights = points @ matrix[2]
    touching = points[heights < heights.min() + _SAME_PLANE_MM] @ matrix[:2].T
    foot = Shape.hull_points(touching)
    if foot.is_empty():
        return False
    centre = matrix @ weight_at - (0.0, 0.0, heights.min())
    return tip_angle_deg(foot, centre) > 0.0
