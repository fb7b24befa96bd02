"""From loose triangles to an indexed mesh: one vertex for one position."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import Faces, MeshModel, Vertices
from memoreez_desktop.geometry.compiled import kernel

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
    # Half of the places stay free, so that few points meet another one on their place.
    places = np.full(1 << max(2 * len(points), 1).bit_length(), -1, dtype=np.int32)
    first, index = _first_seen(points.view(np.uint32).reshape(-1, 3), places)
    return points[first], index


@kernel
def _first_seen(
    bits: NDArray[np.uint32], places: NDArray[np.int32]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Find the first point of each position, and the number of the position of each point.

    ``places`` is a table of positions by a mix of their bits; its length is a power of two.
    """
    first = np.empty(len(bits), dtype=np.int32)
    index = np.empty(len(bits), dtype=np.int32)
    last, found = np.uint64(len(places) - 1), 0
    for point in range(len(bits)):
        x, y, z = bits[point, 0], bits[point, 1], bits[point, 2]
        key = (np.uint64(x) | (np.uint64(y) << np.uint64(32))) * _MIX_Y
        key = ((key ^ (key >> np.uint64(29))) + np.uint64(z)) * _MIX_Z
        place = (key ^ (key >> np.uint64(32))) & last
        while True:
            position = places[place]
            if position < 0:
                places[place] = position = found
                first[found] = point
                found += 1
                break
            other = first[position]
            if bits[other, 0] == x and bits[other, 1] == y and bits[other, 2] == z:
                break
            place = (place + np.uint64(1)) & last
        index[point] = position
    return first[:found].copy(), index


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
