"""Blowing flat shapes up into soft reliefs and cushions."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel
from memoreez_desktop.geometry.heightfield import heightfield_cut
from memoreez_desktop.geometry.raster import rasterise
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.geometry.solids import Solid

F32 = NDArray[np.float32]

_CYCLES = 5
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
    Multigrid at full fineness; a few V-cycles bring it within a percent.
    """
    inside = np.pad(np.asarray(mask, dtype=np.bool_), 1)
    u = np.zeros(inside.shape, dtype=np.float32)
    source = np.where(inside, np.float32(pitch_mm * pitch_mm), np.float32(0))
    for _ in range(_CYCLES):
        _v_cycle(u, source, inside)
    return np.ascontiguousarray(u[1:-1, 1:-1])


def _v_cycle(u: F32, source: F32, inside: NDArray[np.bool_]) -> None:
    """Improve u, in place: smooth, solve for what is left on a grid twice as coarse, smooth again."""
    _smooth(u, source, inside, 3)
    h, w = inside.shape
    if min(h, w) > 6:
        rest = _residual(u, source, inside)
        half_h, half_w = -(-h // 2), -(-w // 2)
        even = ((0, h % 2), (0, w % 2))
        coarse = np.pad(rest, even).reshape(half_h, 2, half_w, 2).sum(axis=(1, 3))
        # Only cells wholly inside: a correction that reaches over the edge would never settle.
        cells = np.asarray(np.pad(inside, even).reshape(half_h, 2, half_w, 2).all(axis=(1, 3)))
        cells[[0, -1]] = False
        cells[:, [0, -1]] = False
        step = np.zeros((half_h, half_w), dtype=np.float32)
        _v_cycle(step, coarse * cells, cells)
        fine = cv2.resize(step, (2 * half_w, 2 * half_h), interpolation=cv2.INTER_LINEAR)
        u += fine[:h, :w] * inside
    _smooth(u, source, inside, 40 if min(h, w) <= 6 else 3)


@kernel
def _smooth(u: F32, source: F32, inside: NDArray[np.bool_], sweeps: int) -> None:
    """Sweep Gauss-Seidel, forth and back; the outermost ring stays zero."""
    h, w = u.shape
    quarter = np.float32(0.25)
    for sweep in range(2 * sweeps):
        for k in range(1, h - 1):
            i = k if sweep % 2 == 0 else h - 1 - k
            for j in range(1, w - 1):
                if inside[i, j]:
                    around = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                    u[i, j] = quarter * (around + source[i, j])


@kernel
def _residual(u: F32, source: F32, inside: NDArray[np.bool_]) -> F32:
    """Return what the equation still misses at each cell."""
    out = np.zeros_like(u)
    for i in range(1, u.shape[0] - 1):
        for j in range(1, u.shape[1] - 1):
            if inside[i, j]:
                around = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                out[i, j] = source[i, j] - np.float32(4.0) * u[i, j] + around
    return out


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
