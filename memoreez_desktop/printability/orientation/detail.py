"""Where a model has its detail, and how well that prints in a pose."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.topology import edge_table
from memoreez_desktop.printability.orientation.column_kernels import weighed
from memoreez_desktop.printability.orientation.poser import Pose
from memoreez_desktop.printability.subject import LEANS_OUT_DEG

_SHARPEST_RAD = 1.0
"""A box's edge is sharp but no detail: it counts no more than a ripple."""
_STEEP = math.sin(math.radians(LEANS_OUT_DEG))
# Share of the normal that looks up, and how well such a surface comes out (JUDGED): nothing where supports
# break off, rough where it leans out, clean on walls and best where it looks up a little; gentle slopes have
# terraces.
_UP = (-1.0, -_STEEP, -_STEEP + 1e-3, 0.0, 0.4, 0.7, 0.95, 1.0)
_COMES_OUT = np.interp(np.linspace(-1.0, 1.0, 401), _UP, (0.0, 0.0, 0.4, 0.85, 1.0, 1.0, 0.85, 0.9))


def detail_weights(mesh: MeshModel) -> NDArray[np.float64]:
    """(m,) float64, together 1: how much the surface bends at each face; evenly where it never does.

    Summed over a surface, bending does not depend on how finely that is divided.
    """
    a, b, c = (mesh.vertices[mesh.faces[:, k]].astype(np.float64) for k in range(3))
    cross = np.cross(b - a, c - a)
    area = np.linalg.norm(cross, axis=1) / 2
    normals = cross / np.maximum(2 * area, 1e-12)[:, None]
    middles = (a + b + c) / 3
    one, other = edge_table(mesh.faces, len(mesh.vertices)).pairs.T
    bend = np.arccos(np.clip(np.einsum("ij,ij->i", normals[one], normals[other]), -1.0, 1.0))
    away = np.linalg.norm(middles[one] - middles[other], axis=1)
    # Angle by distance is how strongly it bends there; times the area it is how much of that there is.
    strength = np.minimum(bend, _SHARPEST_RAD) / np.maximum(away, 1e-9)
    weights = np.bincount(one, strength * area[one], mesh.triangles)
    weights += np.bincount(other, strength * area[other], mesh.triangles)
    total = float(weights.sum())
    weights = weights if total > 1e-9 else area
    return np.asarray(weights / max(float(weights.sum()), 1e-12), dtype=np.float64)


def comes_out(pose: Pose, weights: NDArray[np.float64]) -> float:
    """Tell how well the detail comes out, 0-1: best where it looks up a little, not at all under supports."""
    return weighed(pose.up, pose.landed, weights, _COMES_OUT)


def clean_ratio(pose: Pose, weights: NDArray[np.float64]) -> float:
    """Return the share of the detail that no support touches and that does not lie on the bed."""
    clean = (pose.up >= -_STEEP - 1e-6) & ~pose.landed
    return float(weights[clean].sum())
