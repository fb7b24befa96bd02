"""How thick a solid is behind each face of its surface."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.compiled import kernel
from memoreez_desktop.geometry.rays import RayTree

MOST_RAYS = 160_000
"""A denser surface is sampled: its faces are far smaller than any wall."""
_ALIKE = 0.7
_ROUNDS = 12


def wall_thickness_mm(
    mesh: MeshModel, pairs: NDArray[np.int64], *, most_rays: int = MOST_RAYS
) -> NDArray[np.float32]:
    """Measure the thickness by one ray from the middle of each face, straight into the solid.

    Parallel walls and balls are read exactly. The value of a face is then the median over itself and its
    neighbours that look the same way, which silences a ray that slipped through beside an edge.

    Parameters
    ----------
    mesh : MeshModel
        Merged by position, outside counter-clockwise.
    pairs : (e, 2) int64
        Faces that share an edge.
    most_rays : int
        With more faces than this, an even choice of them is measured and the others take their neighbours'
        value.

    Returns
    -------
    (m,) float32, mm
        NaN for a face without area, and where the surface is open behind it.
    """
    if not mesh.triangles:
        return np.zeros(0, dtype=np.float32)
    corners = mesh.vertices.astype(np.float64)[mesh.faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.sqrt(np.einsum("ij,ij->i", cross, cross))
    normals = np.divide(cross, length[:, None], out=np.zeros_like(cross), where=length[:, None] > 0)
    tree = RayTree(mesh)
    step = -(-mesh.triangles // most_rays)
    chosen = tree.order[::step]
    chosen = chosen[length[chosen] > 0]
    reach = np.full(mesh.triangles, np.nan)
    reach[chosen] = tree.leaving_mm(corners[chosen].mean(axis=1), -normals[chosen], chosen)
    reach[np.isinf(reach)] = np.nan
    alike = np.einsum("ij,ij->i", normals[pairs[:, 0]], normals[pairs[:, 1]]) > _ALIKE
    ring = neighbour_table(mesh.triangles, pairs[alike])
    if step > 1:
        reach = filled(reach, ring, length > 0)
    return ring_median(reach, ring).astype(np.float32)


def neighbour_table(face_count: int, pairs: NDArray[np.int64]) -> NDArray[np.int32]:
    """(face_count, 3) int32: the neighbours of each face among ``pairs``, -1 where there are fewer.

    A face has no more than three: pairs are edges that two faces share.
    """
    table = np.full((face_count, 3), -1, dtype=np.int32)
    _fill_table(np.ascontiguousarray(pairs, dtype=np.int64), table)
    return table


@kernel
def _fill_table(pairs: NDArray[np.int64], table: NDArray[np.int32]) -> None:
    for e in range(len(pairs)):
        for side in range(2):
            face, other = pairs[e, side], pairs[e, 1 - side]
            for column in range(3):
                if table[face, column] < 0:
                    table[face, column] = other
                    break


def filled(
    values: NDArray[np.float64],
    ring: NDArray[np.int32],
    wanted: NDArray[np.bool_],
    rounds: int = _ROUNDS,
) -> NDArray[np.float64]:
    """Give faces without a value the mean of their neighbours', round by round."""
    values = values.copy()
    for _ in range(rounds):
        empty = np.flatnonzero(np.isnan(values) & wanted)
        if not len(empty):
            break
        near = np.where(ring[empty] >= 0, values[ring[empty]], np.nan)
        known = ~np.isnan(near)
        count = known.sum(axis=1)
        total = np.where(known, near, 0.0).sum(axis=1)
        some = count > 0
        if not some.any():
            break
        values[empty[some]] = total[some] / count[some]
    return values


def ring_median(values: NDArray[np.float64], ring: NDArray[np.int32]) -> NDArray[np.float64]:
    """Lower median of each face and its neighbours; NaN only where none of them has a value."""
    near = np.column_stack([values, np.where(ring >= 0, values[ring], np.nan)])
    near.sort(axis=1)  # NaN go last
    count = np.isfinite(near).sum(axis=1)
    return np.asarray(near[np.arange(len(near)), np.maximum(count - 1, 0) // 2], dtype=np.float64)
