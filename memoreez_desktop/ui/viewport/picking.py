"""Which face of a mesh is under the mouse; plain numpy, so that every kind of view can ask."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel


@dataclass(frozen=True, eq=False)
class Hit:
    """What a ray met first.

    Attributes
    ----------
    face : int
    point_mm, normal : (3,) float64
    """

    face: int
    point_mm: NDArray[np.float64]
    normal: NDArray[np.float64]


def first_hit(
    mesh: MeshModel,
    start_mm: NDArray[np.float64],
    direction: NDArray[np.float64],
    kept: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None,
) -> Hit | None:
    """Return the first face that a ray meets from outside, or None.

    Parameters
    ----------
    start_mm, direction : (3,) float
    kept : (point, normal), optional
        Only what lies on this side of a plane is there.

    Notes
    -----
    Vertices are seen along the ray; a face is met where the ray's own point lies in its flat image. One pass
    over the vertices and one over the faces: 20 ms for 674,000 triangles.
    """
    ahead = np.asarray(direction, dtype=np.float64)
    ahead = ahead / np.linalg.norm(ahead)
    across = np.cross(ahead, np.eye(3)[int(np.argmin(np.abs(ahead)))])
    across /= np.linalg.norm(across)
    axes = np.array([across, np.cross(ahead, across)])
    flat = (mesh.vertices @ axes.T.astype(np.float32)) - (axes @ start_mm).astype(np.float32)
    met = _faces_round_the_origin(flat, mesh.faces)
    if not len(met):
        return None
    corners = mesh.vertices[mesh.faces[met]].astype(np.float64)
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    towards = normals @ ahead
    with np.errstate(divide="ignore", invalid="ignore"):
        away = np.einsum("ij,ij->i", normals, corners[:, 0] - start_mm) / towards
    points = start_mm + away[:, None] * ahead
    seen = (towards < 0) & np.isfinite(away) & (away > 0)
    if kept is not None:
        seen &= (points - kept[0]) @ kept[1] >= 0
    if not seen.any():
        return None
    best = int(np.flatnonzero(seen)[np.argmin(away[seen])])
    return Hit(int(met[best]), points[best], normals[best] / np.linalg.norm(normals[best]))


def _faces_round_the_origin(flat: NDArray[np.float32], faces: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return the faces whose flat image has the origin inside, or nearly so (rounding must lose none)."""
    u, v = np.ascontiguousarray(flat[:, 0]), np.ascontiguousarray(flat[:, 1])
    left, low = u[faces], v[faces]
    near = np.flatnonzero(
        (left.min(axis=1) <= 0) & (left.max(axis=1) >= 0) & (low.min(axis=1) <= 0) & (low.max(axis=1) >= 0)
    )
    x, y = left[near].astype(np.float64), low[near].astype(np.float64)
    turns = np.stack([x[:, k] * y[:, k - 2] - x[:, k - 2] * y[:, k] for k in range(3)], axis=1)
    slack = 1e-9 * np.maximum(1.0, np.abs(turns).max(axis=1, initial=0.0))[:, None]
    return near[(turns >= -slack).all(axis=1) | (turns <= slack).all(axis=1)]
