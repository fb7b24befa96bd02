"""Flat levels one above the other, in any direction: where letters and lines are raised or cut."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.sections import Cutter, Section

_LEAST_STEP_MM, _MOST_STEP_MM = 0.15, 3.0
_LEAST_TOP_MM2, _LEAST_BASE_MM2 = 2.0, 30.0
_SAME_LEVEL_MM = 0.05
_LARGE_RATIO = 0.02
_ALIKE = 0.9995
_MOST_DIRECTIONS, _MOST_LEVELS = 6, 6
_DOWN = -0.9


@dataclass(frozen=True, eq=False)
class Level:
    """A cut through letters and lines, halfway between their tops and their ground.

    Attributes
    ----------
    section : Section
        In the plane of the letters.
    upright : bool
        True when the letters stand on the top of the model, False when they are on its sides.
    """

    section: Section
    upright: bool


def lettering_levels(
    mesh: MeshModel, areas_mm2: NDArray[np.float64], normals: NDArray[np.float64]
) -> list[Level]:
    """Find the largest pairs of level faces that lie 0.15 to 3 mm one above the other, and cut between them.

    Parameters
    ----------
    areas_mm2 : (m,) float64
    normals : (m, 3) float64
        Of length 1.
    """
    levels: list[Level] = []
    for direction in _directions(areas_mm2, normals):
        turned = _turned(mesh, direction)
        heights = _plateaus(turned, areas_mm2, normals @ direction > _ALIKE)
        if len(heights):
            cutter = Cutter(turned)
            levels += [Level(cutter.cut(float(z)), bool(direction[2] > 0.9)) for z in heights]
    return levels


def _directions(areas_mm2: NDArray[np.float64], normals: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Return where the largest flat parts of the surface look, the underside left out."""
    keys = np.round(normals * 100).astype(np.int64) @ (1, 1_000, 1_000_000)
    kinds, first, kind = np.unique(keys, return_index=True, return_inverse=True)
    area = np.bincount(kind, areas_mm2, len(kinds))
    best = np.argsort(-area, kind="stable")[:_MOST_DIRECTIONS]
    large = area[best] > max(_LEAST_BASE_MM2, _LARGE_RATIO * areas_mm2.sum())
    return [normals[first[k]] for k in best[large] if normals[first[k], 2] > _DOWN]


def _turned(mesh: MeshModel, direction: NDArray[np.float64]) -> MeshModel:
    """Turn a mesh so that a direction looks up."""
    side = np.cross(direction, np.eye(3)[np.argmin(np.abs(direction))])
    side /= np.linalg.norm(side)
    frame = np.column_stack([side, np.cross(direction, side), direction])
    return MeshModel((mesh.vertices.astype(np.float64) @ frame).astype(np.float32), mesh.faces)


def _plateaus(
    mesh: MeshModel, areas_mm2: NDArray[np.float64], flat: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Heights halfway between each level top and the level ground next below it."""
    z = mesh.vertices[mesh.faces[flat], 2].mean(axis=1).astype(np.float64)
    order = np.argsort(z, kind="stable")
    z, area = z[order], areas_mm2[flat][order]
    step = np.cumsum(np.r_[0, np.diff(z) > _SAME_LEVEL_MM]) if len(z) else np.zeros(0, np.int64)
    total = np.bincount(step, area)
    level = np.bincount(step, area * z) / np.maximum(total, 1e-12)
    level, total = level[total >= _LEAST_TOP_MM2], total[total >= _LEAST_TOP_MM2]
    if len(level) < 2:
        return np.zeros(0)
    rise, most = np.diff(level), np.maximum(total[1:], total[:-1])
    good = np.flatnonzero((rise >= _LEAST_STEP_MM) & (rise <= _MOST_STEP_MM) & (most >= _LEAST_BASE_MM2))
    good = good[np.argsort(-total[good + 1], kind="stable")][:_MOST_LEVELS]
    return np.asarray((level[good] + level[good + 1]) / 2, dtype=np.float64)
