"""How far two surfaces are apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from memoreez_desktop.core.mesh import MeshModel

Points = NDArray[np.float64]

_PROBES = 4_000
_DENSE = 30_000
_NEIGHBOURS = 6


def deviation_p95_mm(first: MeshModel, second: MeshModel, seed: int = 0) -> float:
    """95th percentile of the distance between two surfaces, the larger of both directions.

    4,000 points on each surface are measured against the other: exactly, to the triangles around the
    nearest of 30,000 samples.

    Parameters
    ----------
    first, second : MeshModel
        Neither empty.
    seed : int
        The samples are random, and the same for the same seed.
    """
    there = _distances(first, second, seed)
    back = _distances(second, first, seed + 1)
    return float(max(np.percentile(there, 95), np.percentile(back, 95)))


def sample_surface(mesh: MeshModel, count: int, seed: int) -> tuple[Points, NDArray[np.int64]]:
    """Draw points evenly over a surface, with the face of each."""
    random = np.random.default_rng(seed)
    corners = mesh.vertices.astype(np.float64)[mesh.faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(cross, axis=1)
    total = np.cumsum(area)
    face = np.searchsorted(total, random.random(count) * total[-1]).clip(max=len(area) - 1)
    u, v = random.random((2, count, 1))
    outside = u + v > 1
    u, v = np.where(outside, 1 - u, u), np.where(outside, 1 - v, v)
    chosen = corners[face]
    points = chosen[:, 0] + u * (chosen[:, 1] - chosen[:, 0]) + v * (chosen[:, 2] - chosen[:, 0])
    return points, face


def _distances(probe: MeshModel, surface: MeshModel, seed: int) -> NDArray[np.float64]:
    points, _ = sample_surface(probe, _PROBES, seed)
    samples, faces = sample_surface(surface, _DENSE, seed + 7)
    corners = surface.vertices.astype(np.float64)[surface.faces]
    samples = np.concatenate([samples, corners.reshape(-1, 3)])
    faces = np.concatenate([faces, np.repeat(np.arange(len(corners)), 3)])
    found = cKDTree(samples).query(points, k=_NEIGHBOURS)
    reach, near = np.asarray(found[0], dtype=np.float64), np.asarray(found[1], dtype=np.int64)
    best = reach[:, 0]
    for k in range(_NEIGHBOURS):
        best = np.minimum(best, point_triangle_mm(points, corners[faces[near[:, k]]]))
    return np.asarray(best, dtype=np.float64)


def point_triangle_mm(points: Points, corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Exact distance of each point, (n, 3), to its triangle, (n, 3, 3)."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    normal = np.cross(b - a, c - a)
    square = np.einsum("ij,ij->i", normal, normal)
    height = np.einsum("ij,ij->i", points - a, normal)
    inside = square > 0
    nearest = np.full(len(points), np.inf)
    for start, end in ((a, b), (b, c), (c, a)):
        side = end - start
        length = np.maximum(np.einsum("ij,ij->i", side, side), 1e-300)
        share = np.clip(np.einsum("ij,ij->i", points - start, side) / length, 0, 1)[:, None]
        nearest = np.minimum(nearest, np.linalg.norm(points - start - share * side, axis=1))
        inside &= np.einsum("ij,ij->i", np.cross(side, points - start), normal) >= 0
    above = np.abs(height) / np.sqrt(np.maximum(square, 1e-300))
    return np.asarray(np.where(inside, above, nearest), dtype=np.float64)
