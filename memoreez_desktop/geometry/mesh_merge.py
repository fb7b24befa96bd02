"""From loose triangles to an indexed mesh: one vertex for one position."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import Faces, MeshModel, Vertices

_MIX_Y = np.uint64(0x9E3779B97F4A7C15)
_MIX_Z = np.uint64(0xC2B2AE3D27D4EB4F)


def merge_positions(points: NDArray[np.float32]) -> tuple[Vertices, NDArray[np.int32]]:
    """Give bit-equal points one index, in order of first appearance.

    Parameters
    ----------
    points : (n, 3) float32
        Minus zero counts as zero.

    Returns
    -------
    vertices : (k, 3) float32
    index : (n,) int32
        ``vertices[index]`` equals ``points``.
    """
    points = np.ascontiguousarray(points, dtype=np.float32) + np.float32(0.0)
    if not len(points):
        return points.reshape(0, 3), np.zeros(0, dtype=np.int32)
    first, index = _groups(_keys(points))
    vertices = points[first]
    if not np.array_equal(vertices[index].view(np.uint32), points.view(np.uint32)):
        # Two positions shared a 64-bit key (about one mesh in ten million): sort the positions themselves.
        order = np.lexsort(points.T)
        steps = np.any(points[order][1:] != points[order][:-1], axis=1)
        rank = np.zeros(len(points), dtype=np.uint64)
        rank[order[1:]] = np.cumsum(steps)
        first, index = _groups(rank)
        vertices = points[first]
    return vertices, index


def _keys(points: NDArray[np.float32]) -> NDArray[np.uint64]:
    """Mix the bit patterns of the three coordinates into 64 bits."""
    x, y, z = (points.view(np.uint32)[:, axis].astype(np.uint64) for axis in range(3))
    key = (x | (y << np.uint64(32))) * _MIX_Y
    key ^= key >> np.uint64(29)
    key += z * _MIX_Z
    key ^= key >> np.uint64(32)
    return np.asarray(key * _MIX_Y, dtype=np.uint64)


def _groups(key: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Find the first member of each group of equal keys, and the group of each member."""
    order = np.argsort(key)
    in_order = key[order]
    new = np.empty(len(key), dtype=bool)
    new[0] = True
    np.not_equal(in_order[1:], in_order[:-1], out=new[1:])
    first = np.minimum.reduceat(order, np.flatnonzero(new))
    by_appearance = np.argsort(first)
    rank = np.empty(len(first), dtype=np.int32)
    rank[by_appearance] = np.arange(len(first), dtype=np.int32)
    index = np.empty(len(key), dtype=np.int32)
    index[order] = rank[np.cumsum(new) - 1]
    return first[by_appearance], index


def mesh_from_corners(corners: NDArray[np.float32]) -> MeshModel:
    """Index loose triangles.

    Parameters
    ----------
    corners : (m, 3, 3) float32, mm
        The three corners of each triangle.

    Returns
    -------
    MeshModel
        Without the triangles that have a corner at no finite position or two corners in one place.
    """
    finite = np.isfinite(corners.reshape(-1, 9)).all(axis=1)
    if not finite.all():
        corners = corners[finite]
    vertices, index = merge_positions(corners.reshape(-1, 3))
    return drop_unused(vertices, without_collapsed(index.reshape(-1, 3)))


def merged(vertices: NDArray[np.float32], faces: NDArray[np.int32]) -> MeshModel:
    """Merge an indexed mesh by position and drop what is collapsed, not finite, or not used.

    Parameters
    ----------
    vertices : (n, 3) float32, mm
    faces : (m, 3) int
        Every index must be inside ``vertices``.
    """
    finite = np.asarray(np.isfinite(vertices).all(axis=1))
    if not finite.all():
        faces = faces[finite[faces].all(axis=1)]
    unique, index = merge_positions(vertices)
    return drop_unused(unique, without_collapsed(index[faces]))


def without_collapsed(faces: NDArray[np.int32]) -> NDArray[np.int32]:
    """Drop the faces that name one vertex twice."""
    a, b, c = faces[:, 0], faces[:, 1], faces[:, 2]
    keep = (a != b) & (b != c) & (c != a)
    return faces if keep.all() else faces[keep]


def drop_unused(vertices: Vertices, faces: Faces) -> MeshModel:
    """Make a mesh of the vertices that some face uses, in their order."""
    used = np.zeros(len(vertices), dtype=bool)
    used[faces.ravel()] = True
    if used.all():
        return MeshModel(vertices, faces)
    return MeshModel(vertices[used], (np.cumsum(used) - 1).astype(np.int32)[faces])
