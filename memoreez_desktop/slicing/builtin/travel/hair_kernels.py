"""Where a hair of plastic does no harm: between the lines of a support it is broken away with them."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.paths import PathArrays
from memoreez_desktop.slicing.compiled import Flags, Floats, kernel

SUPPORT = int(Role.SUPPORT_MATERIAL)
SUPPORT_SKIN = int(Role.SUPPORT_INTERFACE)
# The rows of a support stand 2 mm apart or a little more: the cells they go through and those around them
# cover the room between.
CELL_MM = 1.15

# The low x, the low y of a raster, and its cells, row by row.
Hair = tuple[Floats, Flags]


@kernel
def mark_round(cells: Flags, row: int, column: int) -> None:
    """Mark a cell and those around it."""
    for r in range(max(row - 1, 0), min(row + 2, cells.shape[0])):
        for c in range(max(column - 1, 0), min(column + 2, cells.shape[1])):
            cells[r, c] = True


@kernel
def hair_of(paths: PathArrays) -> Hair:
    """Mark the room in and beside the supports of a layer."""
    points, _, _, offsets, role, _, _, _ = paths
    low = np.full(2, 1e300)
    high = np.full(2, -1e300)
    for p in range(role.shape[0]):
        if role[p] == SUPPORT or role[p] == SUPPORT_SKIN:
            for i in range(offsets[p], offsets[p + 1]):
                for c in range(2):
                    low[c] = min(low[c], points[i, c])
                    high[c] = max(high[c], points[i, c])
    if high[0] < low[0]:
        return low, np.zeros((0, 0), np.bool_)
    low -= CELL_MM
    high += CELL_MM
    cells = np.zeros((int((high[1] - low[1]) / CELL_MM) + 1, int((high[0] - low[0]) / CELL_MM) + 1), np.bool_)
    for p in range(role.shape[0]):
        if role[p] != SUPPORT and role[p] != SUPPORT_SKIN:
            continue
        for i in range(offsets[p], offsets[p + 1] - 1):
            dx, dy = points[i + 1, 0] - points[i, 0], points[i + 1, 1] - points[i, 1]
            steps = int(math.sqrt(dx * dx + dy * dy) / CELL_MM) + 1
            for k in range(steps + 1):
                x, y = points[i, 0] + k / steps * dx, points[i, 1] + k / steps * dy
                mark_round(cells, int((y - low[1]) / CELL_MM), int((x - low[0]) / CELL_MM))
    return low, cells


@kernel
def way_in_the_open(hair: Hair, ax: float, ay: float, bx: float, by: float) -> float:
    """Length of the parts of a straight way that lie outside the room in and beside the supports, mm."""
    low, cells = hair
    length = math.hypot(bx - ax, by - ay)
    steps = int(2.0 * length / CELL_MM) + 1
    outside = 0
    for k in range(steps):
        share = (k + 0.5) / steps
        x, y = ax + share * (bx - ax), ay + share * (by - ay)
        row, column = math.floor((y - low[1]) / CELL_MM), math.floor((x - low[0]) / CELL_MM)
        inside = 0 <= row < cells.shape[0] and 0 <= column < cells.shape[1]
        outside += not (inside and cells[row, column])
    return length * outside / steps
