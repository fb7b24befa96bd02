"""Blowing flat shapes up into soft reliefs and cushions."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, diags_array
from scipy.sparse.linalg import spsolve

from memoreez_desktop.geometry.heightfield import heightfield_cut
from memoreez_desktop.geometry.raster import rasterise
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.geometry.solids import Solid

_COARSE_PIXELS = 150
_SWEEPS = 40
_STEEPNESS = 2.2


def inflate(mask: NDArray[np.bool_], pitch_mm: float) -> NDArray[np.float32]:
    """Solve the membrane equation: the Laplacian of u is -1 inside the mask, u is 0 outside.

    Parameters
    ----------
    mask : (h, w) bool
    pitch_mm : float

    Returns
    -------
    (h, w) float32, mm²
        ``sqrt(2 u)`` is a round profile: a strip of half width w gives exactly a half circle of radius w.

    Notes
    -----
    Solved directly on a raster of at most 150 pixels, then smoothed at full size.
    """
    h, w = mask.shape
    shrink = min(1.0, _COARSE_PIXELS / max(h, w))
    size = (max(8, round(w * shrink)), max(8, round(h * shrink)))
    full = np.ascontiguousarray(mask, dtype=np.float32)
    coarse = cv2.resize(full, size, interpolation=cv2.INTER_AREA) > 0.5
    coarse[[0, -1]] = False
    coarse[:, [0, -1]] = False
    u = _solve(coarse, pitch_mm * w / size[0]).astype(np.float32)
    if size == (w, h):
        return u * full
    u = np.maximum(cv2.resize(u, (w, h), interpolation=cv2.INTER_CUBIC), 0) * full
    source = np.float32(pitch_mm * pitch_mm)
    cross = np.array([[0, 0.25, 0], [0.25, 0, 0.25], [0, 0.25, 0]], dtype=np.float32)
    for _ in range(_SWEEPS):
        u = (cv2.filter2D(u, -1, cross, borderType=cv2.BORDER_CONSTANT) + source / 4) * full
    return np.asarray(u, dtype=np.float32)


def _solve(mask: NDArray[np.bool_], pitch_mm: float) -> NDArray[np.float64]:
    u = np.zeros(mask.shape)
    count = int(mask.sum())
    if not count:
        return u
    index = np.full(mask.shape, -1, dtype=np.int32)
    index[mask] = np.arange(count, dtype=np.int32)
    right = mask[:, :-1] & mask[:, 1:]
    below = mask[:-1] & mask[1:]
    one = np.r_[index[:, :-1][right], index[:-1][below]]
    two = np.r_[index[:, 1:][right], index[1:][below]]
    links = coo_array((np.full(len(one), -1.0), (one, two)), shape=(count, count))
    matrix = (links + links.T + diags_array(np.full(count, 4.0))).tocsc()
    u[mask] = spsolve(matrix, np.full(count, pitch_mm * pitch_mm), permc_spec="MMD_AT_PLUS_A")
    return u


def soft_relief(
    mask: NDArray[np.bool_], pitch_mm: float, depth_mm: float, edge_mm: float
) -> NDArray[np.float32]:
    """Raise a mask like a struck coin: a vertical edge, a steep soft rim, a calm top.

    Returns
    -------
    (h, w) float32, mm
        ``edge_mm`` just inside the outline up to ``edge_mm + depth_mm``; outside it stays at ``edge_mm``, so
        that a cut along the outline has a clean wall.
    """
    radius = np.sqrt(2.0 * np.maximum(inflate(mask, pitch_mm), 0.0))
    inside = radius[mask]
    largest = float(np.percentile(inside, 99)) if inside.size else 1.0
    swell = (1.0 - np.exp(-_STEEPNESS * radius / max(largest, 1e-6))) / (1.0 - np.exp(-_STEEPNESS))
    relief = edge_mm + depth_mm * np.minimum(swell, 1.0)
    return np.asarray(relief, dtype=np.float32)


def puffy(
    shape: Shape,
    depth_mm: float,
    edge_mm: float,
    pitch_mm: float = 0.25,
    *,
    back: bool = True,
    sunk_mm: float = 0.5,
) -> Solid:
    """Inflate a shape into a cushion with an exact outline.

    Parameters
    ----------
    depth_mm : float
        How far the middle swells above the edge.
    edge_mm : float
        Height of the vertical edge above z = 0.
    pitch_mm : float
        Fineness of the surface.
    back : bool
        True swells to both sides of z = 0. False makes a relief that stands on z = 0 and reaches ``sunk_mm``
        below, so that a union with the plate underneath overlaps.

    Raises
    ------
    MeshError
        The shape is empty.
    """
    raster = rasterise(shape, pitch_mm, margin_mm=2.0 + 2 * pitch_mm)
    relief = soft_relief(raster.mask, pitch_mm, depth_mm, edge_mm)
    relief = np.maximum(cv2.GaussianBlur(relief, (0, 0), 0.8), np.float32(edge_mm * 0.9))
    bottom = -relief if back else -sunk_mm
    return heightfield_cut(raster.with_values(relief), shape, bottom_mm=bottom)
