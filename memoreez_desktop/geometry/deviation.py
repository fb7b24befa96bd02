"""How far two surfaces are apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.triangle_tree import TriangleTree, along_curve

Points = NDArray[np.float64]

_PROBES = 30_000
_MOST_VERTICES = 100_000


@dataclass(frozen=True)
class Deviation:
    """How far two surfaces are apart, in mm, whichever direction is worse.

    Attributes
    ----------
    p50_mm, p95_mm : float
        Half, and 95 of 100 parts, of the area of either surface are nearer than this to the other.
    max_mm : float
        The furthest place found.
    """

    p50_mm: float = 0.0
    p95_mm: float = 0.0
    max_mm: float = 0.0


def deviation(first: MeshModel, second: MeshModel, seed: int = 0, *, probes: int = _PROBES) -> Deviation:
    """Measure two surfaces against each other, both ways, exactly to the nearest triangle.

    The percentiles are over points drawn evenly on either surface; the largest is over these and the
    vertices (at most 100,000 of each surface, every so many).

    Parameters
    ----------
    first, second : MeshModel
        Neither without a face.
    seed : int
        The points are random, and the same for the same seed.
    probes : int
        Points on each surface.

    Notes
    -----
    About 1.5 s for two surfaces of 700,000 triangles.
    """
    there = _one_way(first, TriangleTree.of(second), seed, probes)
    back = _one_way(second, TriangleTree.of(first), seed + 1, probes)
    return Deviation(
        max(there.p50_mm, back.p50_mm), max(there.p95_mm, back.p95_mm), max(there.max_mm, back.max_mm)
    )


def _one_way(probe: MeshModel, surface: TriangleTree, seed: int, probes: int) -> Deviation:
    points, _ = sample_surface(probe, probes, seed)
    away = surface.distances_mm(points[along_curve(points)])
    used = np.zeros(len(probe.vertices), dtype=bool)
    used[probe.faces.ravel()] = True
    corners = probe.vertices[used][:: -(-int(used.sum()) // _MOST_VERTICES)].astype(np.float64)
    furthest = surface.distances_mm(corners[along_curve(corners)]).max()
    p50, p95 = np.percentile(away, (50, 95))
    return Deviation(float(p50), float(p95), float(max(away.max(), furthest)))


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
