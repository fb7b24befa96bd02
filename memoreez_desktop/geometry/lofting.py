"""Profiles led round an outline: one closed surface, no booleans."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.solids import Solid, to_solid

F64 = NDArray[np.float64]


def lofted(points_mm: F64, inwards: F64, profile_mm: Sequence[tuple[float, float]]) -> Solid:
    """Lead a profile round an outline that is seen whole from the origin, and close it above and below.

    Parameters
    ----------
    points_mm : (n, 2) float64
        Anticlockwise.
    inwards : (n, 2) float64
        Which way each point goes when the profile steps in by 1 mm.
    profile_mm : sequence of (inset, z)
        From the bed upwards: how far within the outline, at which height.
    """
    count = len(points_mm)
    levels = [np.column_stack([points_mm + inwards * inset, np.full(count, z)]) for inset, z in profile_mm]
    hubs = [[0.0, 0.0, profile_mm[0][1]], [0.0, 0.0, profile_mm[-1][1]]]
    vertices = np.vstack([*levels, hubs]).astype(np.float32)
    return to_solid(MeshModel(vertices, loft_faces(len(levels), count)))


def loft_faces(levels: int, count: int) -> NDArray[np.int32]:
    """Join rings of ``count`` points each, then two hubs that close the first and the last ring.

    Returns
    -------
    (m, 3) int32
        Wound outwards for rings that run anticlockwise and rise on the outside.
    """
    index = np.arange(levels * count, dtype=np.int32).reshape(levels, count)
    low, high = np.int32(levels * count), np.int32(levels * count + 1)
    return np.concatenate([loft_bands(index), _fan(index[0], low)[:, ::-1], _fan(index[-1], high)])


def loft_bands(index: NDArray[np.int32]) -> NDArray[np.int32]:
    """Join the points of each row of (levels, count) with those of the next, (m, 3) int32."""
    a, b = index[:-1], np.roll(index[:-1], -1, axis=1)
    c, d = np.roll(index[1:], -1, axis=1), index[1:]
    faces = [np.stack([a, b, c], axis=-1), np.stack([a, c, d], axis=-1)]
    return np.concatenate([part.reshape(-1, 3) for part in faces])


def _fan(ring: NDArray[np.int32], hub: np.int32) -> NDArray[np.int32]:
    return np.column_stack([ring, np.roll(ring, -1), np.full(len(ring), hub)])
