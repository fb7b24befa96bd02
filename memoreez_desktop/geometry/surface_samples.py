"""Points spread over a surface, no further apart than asked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

F64 = NDArray[np.float64]
_MOST_CUTS = 400


def surface_samples(corners: F64, spacing_mm: float) -> tuple[F64, NDArray[np.int64], F64]:
    """Cut each triangle evenly until its pieces are small enough, and take their middles.

    Parameters
    ----------
    corners : (m, 3, 3) float64, mm
    spacing_mm : float
        Longest side of a piece.

    Returns
    -------
    points : (k, 3) float64, mm
        Those of one triangle behind each other, at least one of each.
    owner : (k,) int64
        Triangle of each.
    area_mm2 : (k,) float64
        What each stands for.
    """
    sides = corners - np.roll(corners, -1, axis=1)
    longest = np.sqrt(np.einsum("ijk,ijk->ij", sides, sides).max(axis=1))
    cuts = np.clip(np.ceil(longest / spacing_mm), 1, _MOST_CUTS).astype(np.int64)
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.sqrt(np.einsum("ij,ij->i", cross, cross)) / 2
    points, owner = [], []
    for count in np.unique(cuts):
        faces = np.flatnonzero(cuts == count)
        shares = _middles(int(count))
        points.append(np.einsum("ks,fsd->fkd", shares, corners[faces]).reshape(-1, 3))
        owner.append(np.repeat(faces, len(shares)))
    every, of = np.concatenate(points), np.concatenate(owner)
    order = np.argsort(of, kind="stable")
    of = of[order]
    return every[order], of, area[of] / cuts[of] ** 2


def _middles(count: int) -> F64:
    """Barycentric places of the middles of count² even pieces, (count², 3)."""
    first, second = np.meshgrid(np.arange(count), np.arange(count), indexing="ij")
    upright = first + second < count
    turned = first + second < count - 1
    a = np.concatenate([first[upright] + 1 / 3, first[turned] + 2 / 3]) / count
    b = np.concatenate([second[upright] + 1 / 3, second[turned] + 2 / 3]) / count
    return np.column_stack([1 - a - b, a, b])
