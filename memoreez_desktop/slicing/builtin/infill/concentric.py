"""Rings inside rings."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.infill.ring_kernels import chained_rings
from memoreez_desktop.slicing.builtin.plane.regions import Region, flat_rings, grow
from memoreez_desktop.slicing.compiled import Floats, Ints

# Nobody sees these rings: they need not follow the grain of the outline.
_SMOOTH_MM = 0.03
# A ring of fewer widths would be a blob.
SHORTEST_RING = 6.0


def ring_chains(region: Region, pitch_mm: float, spacing_mm: float) -> tuple[Floats, Ints]:
    """Fill with rings at a distance, the outermost half of it inside, each joined to one within it.

    Where a ring would come closer to itself than ``spacing_mm`` it is cut off: no plastic is put down twice.
    """
    points: list[Floats] = []
    offsets: list[Ints] = []
    levels: list[int] = [0]
    half = spacing_mm / 2
    inside = grow(grow(region.simplify(_SMOOTH_MM), -(pitch_mm / 2 + half)), half)
    while not inside.is_empty():
        ring_points, ring_offsets = flat_rings(inside)
        points.append(ring_points)
        offsets.append(np.diff(ring_offsets))
        levels.append(levels[-1] + len(ring_offsets) - 1)
        inside = grow(grow(inside, -(pitch_mm + half)), half)
    if not points:
        return np.empty((0, 2)), np.zeros(1, np.int64)
    rings = np.concatenate([np.zeros(1, np.int64), np.cumsum(np.concatenate(offsets))])
    return chained_rings(
        np.concatenate(points), rings, np.array(levels, np.int64), pitch_mm, SHORTEST_RING * spacing_mm
    )
