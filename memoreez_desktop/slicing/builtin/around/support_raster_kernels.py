"""Layers on a grid: which cells are material, and which lie too near to it for a support line."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.compiled import Bytes, Floats, Ints, kernel

# What a cell of the volume is; several may be true at once.
MATERIAL = 1
# A line whose centre lies here comes too near to the model: anywhere, or except close under a contact.
TIGHT = 2
NEAR = 4
PILLAR = 8
DENSE = 16
INTERFACE = 32
PRINTED = 64
# Other plastic that is no part of the model lies here, and carries: a brim, or a trunk.
BRIM = 128
# Entries of the frame: the size of a cell and the corner of the grid.
PITCH, LEFT, FRONT = range(3)


@kernel
def fill_cells(
    grid: Bytes, points: Floats, rings: Ints, first: int, past: int, frame: Floats, bit: int
) -> None:
    """Set a bit in the cells whose centres lie inside the rings ``first`` to ``past`` (even-odd)."""
    rows, columns = grid.shape
    pitch = frame[PITCH]
    turns = np.zeros((rows, columns), np.uint8)
    low, high, left, right = rows, -1, columns, 0
    for r in range(first, past):
        j = rings[r + 1] - 1
        for i in range(rings[r], rings[r + 1]):
            ax, ay = (points[j, 0] - frame[LEFT]) / pitch - 0.5, (points[j, 1] - frame[FRONT]) / pitch - 0.5
            bx, by = (points[i, 0] - frame[LEFT]) / pitch - 0.5, (points[i, 1] - frame[FRONT]) / pitch - 0.5
            j = i
            start = max(0, math.ceil(min(ay, by)))
            # Half open: a row through a vertex meets one of its two edges.
            end = min(rows, math.ceil(max(ay, by)))
            for y in range(start, end):
                x = max(0, math.ceil(ax + (bx - ax) * (y - ay) / (by - ay)))
                low = min(low, y)
                high = max(high, y)
                if x < columns:
                    turns[y, x] ^= 1
                left, right = min(left, x), max(right, min(x, columns))
    for y in range(low, high + 1):
        inside = 0
        for x in range(left, right):
            inside ^= bit * turns[y, x]
            grid[y, x] |= inside


@kernel
def stamp_edge(
    grid: Bytes,
    ax: float,
    ay: float,
    bx: float,
    by: float,
    frame: Floats,
    tight: float,
    tight_bits: int,
    near: float,
    near_bits: int,
) -> None:
    """Set bits in the cells whose centres lie within two distances of an edge, ``near`` being the larger."""
    rows, columns = grid.shape
    # Everything in cells, from the middle of the first one.
    scale = 1.0 / frame[PITCH]
    ax, bx = (ax - frame[LEFT]) * scale - 0.5, (bx - frame[LEFT]) * scale - 0.5
    ay, by = (ay - frame[FRONT]) * scale - 0.5, (by - frame[FRONT]) * scale - 0.5
    near, tight2, near2 = near * scale, (tight * scale) ** 2, (near * scale) ** 2
    dx, dy = bx - ax, by - ay
    length2 = dx * dx + dy * dy
    per_length2 = 1.0 / length2 if length2 > 1e-18 else 0.0
    is_steep = abs(dy) > 1e-9
    per_dy = 1.0 / dy if is_steep else 0.0
    low = max(0, math.ceil(min(ay, by) - near))
    high = min(rows - 1, math.floor(max(ay, by) + near))
    for y in range(low, high + 1):
        # Only the part of the edge that is this near in y can be near at all.
        u0, u1 = 0.0, 1.0
        if is_steep:
            p, q = (y - near - ay) * per_dy, (y + near - ay) * per_dy
            u0, u1 = min(1.0, max(0.0, min(p, q))), max(0.0, min(1.0, max(p, q)))
        x0, x1 = ax + dx * u0, ax + dx * u1
        left = max(0, math.ceil(min(x0, x1) - near))
        right = min(columns - 1, math.floor(max(x0, x1) + near))
        along = (y - ay) * dy
        for x in range(left, right + 1):
            u = min(1.0, max(0.0, ((x - ax) * dx + along) * per_length2))
            d2 = (ax + dx * u - x) ** 2 + (ay + dy * u - y) ** 2
            grid[y, x] |= tight_bits * (d2 <= tight2) | near_bits * (d2 <= near2)


@kernel
def raster_layers(
    volume: Bytes, points: Floats, rings: Ints, layers: Ints, frame: Floats, tight: float, near: float
) -> None:
    """Draw the sections of all layers into a volume of bits.

    Parameters
    ----------
    volume : (layers, rows, columns) uint8
        Filled in place.
    points, rings, layers : (n, 2), (r + 1,), (layers + 1,)
        Outlines, where each ring begins, and the first ring of each layer.
    frame : (3,) float64
    tight, near : float
        Distances from the outline within which no centre of a support line may lie.
    """
    for i in range(volume.shape[0]):
        grid = volume[i]
        fill_cells(grid, points, rings, layers[i], layers[i + 1], frame, MATERIAL | TIGHT | NEAR)
        for r in range(layers[i], layers[i + 1]):
            j = rings[r + 1] - 1
            for k in range(rings[r], rings[r + 1]):
                ax, ay = points[j]
                bx, by = points[k]
                stamp_edge(grid, ax, ay, bx, by, frame, tight, TIGHT | NEAR, near, NEAR)
                j = k
