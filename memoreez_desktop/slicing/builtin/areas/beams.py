"""Small solid patches in the midst of sparse infill are carried by beams from line to line.

Where a shell begins under a bump of the surface its lowest layer is a patch that no perimeter holds. If it is
smaller than a cell of the infill below, it would lie on nothing.
"""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.infill.patterns import Cells
from memoreez_desktop.slicing.builtin.plane.regions import Region
from memoreez_desktop.slicing.compiled import Floats

# The beams end this far past the line that carries them: its half width and a little.
ANCHOR_MM = 0.4
# A patch that rests with less than this share on anything but sparse infill hangs.
LEAST_REST = 0.2
# Longer patches cross several lines of the infill below by themselves.
LARGE_PATCH_CELLS = 2.0


def carried(sparse: Region, lines: Region, below: Region, cells: Cells) -> Region:
    """Take from the sparse area what makes its small solid patches reach the infill below.

    Parameters
    ----------
    sparse, lines : Region
        The sparse area of a layer, and all of its fill.
    below : Region
        The sparse area of the layer below.
    cells : Cells
        How the infill below meets the solid lines of this layer.
    """
    if below.is_empty() or sparse.num_contour() < 2:
        return sparse
    whole = sparse
    for ring in whole.to_polygons():
        if _area(ring) >= 0.0:
            continue
        along = ring @ cells.direction
        if along.max() - along.min() > LARGE_PATCH_CELLS * cells.gap_mm:
            continue
        patch = Region([ring[::-1]])
        if (patch ^ below).area() > (1.0 - LEAST_REST) * patch.area() and (patch - lines).is_empty():
            sparse = sparse - _beam(ring, along, cells)
    return sparse


def _area(ring: Floats) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


def _beam(ring: Floats, along: Floats, cells: Cells) -> Region:
    """Make the box round a patch as long as it takes to lie on a line at both ends."""
    low, high = float(along.min()), float(along.max())
    if cells.in_step:
        low = math.floor(low / cells.gap_mm) * cells.gap_mm
        high = math.ceil(high / cells.gap_mm) * cells.gap_mm
    else:
        more = max(0.0, cells.gap_mm - (high - low)) / 2
        low, high = low - more, high + more
    low, high = low - ANCHOR_MM, high + ANCHOR_MM
    side = np.array([-cells.direction[1], cells.direction[0]])
    across = ring @ side
    corners = [(low, across.min()), (high, across.min()), (high, across.max()), (low, across.max())]
    return Region([np.array([u * cells.direction + v * side for u, v in corners])])
