"""A curved patch over a hole of a rounded surface: it goes on as the surface round it does."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import RBFInterpolator
from scipy.spatial import Delaunay

F64 = NDArray[np.float64]
I32 = NDArray[np.int32]

_FEWEST, _MOST = 8, 400
_STEEPEST = 1.0
"""A surface that comes up to the rim at more than 45 degrees is the wall of something: its lid is flat."""
_ACROSS = 40
_BULGE_RATIO = 0.02


def curved_patch(rim: F64, beyond: F64) -> tuple[F64, I32] | None:
    """Patch a hole.

    Seen along the mean normal of the rim, a thin-plate spline is laid through the rim and the surface
    just beyond it, and filled with triangles about as large as the rim's edges.

    Parameters
    ----------
    rim : (n, 3) float64, mm
        In the direction that a covering face has.
    beyond : (n, 3) float64, mm
        Of each edge of the rim, from its vertex to the next, the far corner of its face.

    Returns
    -------
    points : (k, 3) float64, mm
        New vertices.
    faces : (m, 3) int32
        Numbers below n are the rim's, the others new ones.
        None when a flat lid is right, or the rim is no simple outline from there.
    """
    if not _FEWEST <= len(rim) <= _MOST:
        return None
    frame = _frame(rim)
    if frame is None:
        return None
    middle = rim.mean(axis=0)
    flat, outer = (rim - middle) @ frame.T, (beyond - middle) @ frame.T
    if _steep(flat, outer):
        return None
    size = float(np.ptp(flat[:, :2], axis=0).max())
    # The same place twice would leave the spline no height to choose.
    _, single = np.unique(np.round(np.r_[flat, outer][:, :2] / size, 6), axis=0, return_index=True)
    known = np.r_[flat, outer][single]
    inner = _inner_points(flat[:, :2], size)
    if not len(inner):
        return None
    spline = RBFInterpolator(known[:, :2] / size, known[:, 2], kernel="thin_plate_spline")
    heights = spline(inner / size)
    level = RBFInterpolator(flat[:, :2] / size, flat[:, 2], kernel="linear", degree=1)(inner / size)
    bulge = float(np.abs(heights - level).max())
    if bulge < _BULGE_RATIO * size or bulge > size / 2:
        return None
    faces = _triangles(flat[:, :2], inner)
    return None if faces is None else (np.column_stack([inner, heights]) @ frame + middle, faces)


def _frame(rim: F64) -> F64 | None:
    """Right, up and normal of the rim's mean plane, (3, 3)."""
    spread = rim - rim.mean(axis=0)
    normal = np.cross(spread, np.roll(spread, -1, axis=0)).sum(axis=0)
    length = float(np.linalg.norm(normal))
    if length <= 1e-9 * float(np.ptp(rim, axis=0).max()) ** 2:
        return None
    normal /= length
    right = np.cross(normal, np.eye(3)[int(np.argmin(np.abs(normal)))])
    right /= np.linalg.norm(right)
    return np.stack([right, np.cross(normal, right), normal])


def _steep(flat: F64, outer: F64) -> bool:
    """Tell whether the surface comes up to the rim too steeply, or from above the hole."""
    along = np.roll(flat, -1, axis=0) - flat
    edge = np.linalg.norm(along[:, :2], axis=1)
    out = np.column_stack([along[:, 1], -along[:, 0]]) / np.maximum(edge, 1e-300)[:, None]
    middle = (flat + np.roll(flat, -1, axis=0)) / 2
    away = ((outer - middle)[:, :2] * out).sum(axis=1)
    rise = np.abs((outer - middle)[:, 2])
    return bool((away <= 0).any() or np.median(rise / np.maximum(away, 1e-300)) > _STEEPEST)


def _inside(points: F64, outline: F64) -> NDArray[np.bool_]:
    """Even-odd rule, (k,) bool."""
    a, b = outline, np.roll(outline, -1, axis=0)
    x, y = points[:, :1], points[:, 1:]
    meets = (a[:, 1] <= y) != (b[:, 1] <= y)
    rise = np.where(b[:, 1] == a[:, 1], 1.0, b[:, 1] - a[:, 1])
    left = a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / rise > x
    return np.asarray((meets & left).sum(axis=1) % 2 == 1)


def _inner_points(outline: F64, size: float) -> F64:
    """Points of a triangular grid inside an outline, (k, 2), not too near to it."""
    along = np.roll(outline, -1, axis=0) - outline
    edge = np.linalg.norm(along, axis=1)
    pitch = max(float(edge.mean()), size / _ACROSS)
    low, high = outline.min(axis=0), outline.max(axis=0)
    rows = np.arange(low[1], high[1] + pitch, pitch * 0.866)
    steps = np.arange(low[0] - pitch, high[0] + pitch, pitch)
    shifted = [
        np.column_stack([steps + (row % 2) * pitch / 2, np.full(len(steps), height)])
        for row, height in enumerate(rows)
    ]
    points = np.concatenate(shifted)
    points = points[_inside(points, outline)]
    share = np.einsum("kij,ij->ki", points[:, None] - outline, along) / np.maximum(edge**2, 1e-300)
    foot = outline + np.clip(share, 0, 1)[..., None] * along
    return np.asarray(points[np.linalg.norm(points[:, None] - foot, axis=2).min(axis=1) > 0.6 * pitch])


def _triangles(outline: F64, inner: F64) -> I32 | None:
    """Triangles over an outline and what lies inside; None when the outline is not their border."""
    points = np.concatenate([outline, inner])
    faces = Delaunay(points).simplices.astype(np.int32)
    faces = faces[_inside(points[faces].mean(axis=1), outline)]
    a, b, c = (points[faces[:, k]] for k in range(3))
    area = (b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]
    faces = np.where((area < 0)[:, None], faces[:, ::-1], faces)
    ways = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    code = ways[:, 0].astype(np.int64) * len(points) + ways[:, 1]
    back = ways[:, 1].astype(np.int64) * len(points) + ways[:, 0]
    border = np.sort(code[~np.isin(code, back)])
    ring = np.arange(len(outline))
    wanted = np.sort(ring * len(points) + np.roll(ring, -1))
    return faces if np.array_equal(border, wanted) else None
