"""Which ways to lie are worth a try."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel

Directions = NDArray[np.float64]

AS_IT_STANDS: Directions = np.array([0.0, 0.0, -1.0])
_FLATS, _RESTS, _ALL_ROUND = 30, 50, 240
_BINS = 28
"""Normals nearer than about two degrees are one flat."""
_SAME_DEG = 1.0


def candidates(mesh: MeshModel) -> tuple[Directions, Directions]:
    """Return the directions that may look down.

    Returns
    -------
    resting : (k, 3) float64
        Of unit length: the sides of the convex hull, the largest first. On one of these anything comes to
        rest that is put on a table.
    other : (j, 3) float64
        As it stands first, then the axes, the directions most of the surface looks to, and all round.
    """
    resting = resting_directions(mesh)
    flats = _grouped(*_normals(mesh), _FLATS)
    axes = np.vstack([np.eye(3), -np.eye(3)])
    return resting, np.vstack([AS_IT_STANDS, axes[:5], flats, all_round(_ALL_ROUND)])


def resting_directions(mesh: MeshModel) -> Directions:
    """(k, 3) float64: the sides of the convex hull, the largest first; none for what is flat."""
    return _grouped(*_normals(_hull(mesh)), _RESTS)


def all_round(count: int) -> Directions:
    """(count, 3) float64: spread evenly over a sphere by Fibonacci's spiral."""
    step = np.arange(count) + 0.5
    z = 1.0 - 2.0 * step / count
    level = np.sqrt(1.0 - z * z)
    turn = np.pi * (1.0 + np.sqrt(5.0)) * step
    return np.column_stack([level * np.cos(turn), level * np.sin(turn), z])


def tilted(down: Directions, by_deg: float) -> Directions:
    """(4, 3) float64: a direction tilted to four sides."""
    aside = np.eye(3)[int(np.argmin(np.abs(down)))]
    first = np.cross(down, aside)
    first /= np.linalg.norm(first)
    second = np.cross(down, first)
    slope = np.tan(np.radians(by_deg))
    new = down + slope * np.stack([first, -first, second, -second])
    return np.asarray(new / np.linalg.norm(new, axis=1, keepdims=True))


def apart(directions: Directions, order: NDArray[np.integer], count: int, by_deg: float) -> list[int]:
    """Take up to ``count`` rows in this order, none nearer to another than so many degrees."""
    limit = np.cos(np.radians(by_deg))
    taken: list[int] = []
    for number in order:
        if not taken or float((directions[taken] @ directions[number]).max()) < limit:
            taken.append(int(number))
            if len(taken) == count:
                break
    return taken


def _hull(mesh: MeshModel) -> MeshModel:
    """Return the convex hull; without a triangle for what is flat."""
    hull = Manifold.hull_points(mesh.vertices.astype(np.float64)).to_mesh()
    return MeshModel(hull.vert_properties[:, :3], hull.tri_verts)


def _normals(mesh: MeshModel) -> tuple[Directions, NDArray[np.float64]]:
    """Return the unit normals of all faces that have an area, and those areas."""
    a, b, c = (mesh.vertices[mesh.faces[:, k]].astype(np.float64) for k in range(3))
    cross = np.cross(b - a, c - a)
    doubled = np.linalg.norm(cross, axis=1)
    real = doubled > 0
    return cross[real] / doubled[real, None], doubled[real] / 2


def _grouped(normals: Directions, areas: NDArray[np.float64], count: int) -> Directions:
    """Mean directions of faces that look alike, by their area, the largest first."""
    if not len(normals):
        return np.empty((0, 3))
    steps = np.round(normals * _BINS).astype(np.int64) + _BINS
    key = (steps[:, 0] * (2 * _BINS + 1) + steps[:, 1]) * (2 * _BINS + 1) + steps[:, 2]
    _, group = np.unique(key, return_inverse=True)
    sums = np.column_stack([np.bincount(group, normals[:, k] * areas) for k in range(3)])
    length = np.linalg.norm(sums, axis=1)
    order = np.argsort(-length, kind="stable")[: 2 * count]
    order = order[length[order] > 0]
    means: Directions = sums[order] / length[order, None]
    return np.asarray(means[apart(means, np.arange(len(means)), count, _SAME_DEG)])
