"""Cuts through a model that stand for all of its layers."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.sections import Cutter, Section

RESOLUTION_MM = 0.0125
"""Bends of an outline finer than this are nothing a nozzle can follow."""
_LAYER_MM = 0.2
_LAYERS, _QUICK_LAYERS = 150, 10
_LEVELS, _QUICK_LEVELS = 12, 4
_LEVEL_MM2 = 4.0


@dataclass(frozen=True)
class Slab:
    """A cut, and the height it speaks for.

    Attributes
    ----------
    left_mm2 : dict
        Area that a disc of a width in mm does not reach, for the widths at which it was measured.
    """

    section: Section
    height_mm: float
    left_mm2: dict[float, float] = field(default_factory=dict, compare=False, repr=False)


def cut_slabs(
    cutter: Cutter,
    height_mm: float,
    up_ratio: NDArray[np.float64],
    areas_mm2: NDArray[np.float64],
    *,
    quick: bool,
) -> tuple[Slab, ...]:
    """Cut evenly, and once more just below every flat top, where raised letters end.

    Parameters
    ----------
    cutter : Cutter
        Of a model that stands on z = 0.
    up_ratio, areas_mm2 : (m,) float64
        Of each face: z of its unit normal, and its area.
    quick : bool
        Fewer cuts.
    """
    if height_mm <= 0:
        return ()
    step = min(max(height_mm / (_QUICK_LAYERS if quick else _LAYERS), _LAYER_MM), height_mm)
    heights = np.arange(step / 2, height_mm, step)
    tops = _flat_tops(cutter, up_ratio, areas_mm2, _QUICK_LEVELS if quick else _LEVELS)
    every = np.unique(np.round(np.r_[heights, tops], 4))
    bounds = np.r_[0.0, (every[1:] + every[:-1]) / 2, height_mm]
    slabs = []
    for z, thick in zip(every, np.diff(bounds), strict=True):
        cut = cutter.cut(float(z))
        shape = cut.shape.simplify(RESOLUTION_MM)
        slabs.append(Slab(Section(cut.z_mm, shape, cut.faces, cut.middles, cut.open_chains), float(thick)))
    return tuple(slabs)


def _flat_tops(
    cutter: Cutter, up_ratio: NDArray[np.float64], areas_mm2: NDArray[np.float64], most: int
) -> NDArray[np.float64]:
    """Heights just below the largest horizontal upsides."""
    flat = up_ratio > 0.999
    levels = np.round(cutter.high_mm[flat] / _LAYER_MM).astype(np.int64)
    if not len(levels):
        return np.zeros(0)
    area = np.bincount(levels, areas_mm2[flat])
    best = np.argsort(area)[::-1][:most]
    heights = best[area[best] > _LEVEL_MM2] * _LAYER_MM - _LAYER_MM / 2
    return np.asarray(heights[heights > 0], dtype=np.float64)
