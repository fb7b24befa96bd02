"""Hanging pieces on the grid, and which of them belong to one underside."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.around.support_raster_kernels import (
    FRONT,
    LEFT,
    MATERIAL,
    NEAR,
    PITCH,
    fill_cells,
    stamp_edge,
)
from memoreez_desktop.slicing.builtin.infill.link_kernels import find_root
from memoreez_desktop.slicing.compiled import Bytes, Flags, Floats, Ints, kernel

# Half a diagonal of a cell: within it of any point lies the centre of a cell.
HALF_DIAGONAL = 0.7072
# Pieces this many cells and layers apart belong to one underside.
LINK_CELLS = 2
LINK_LAYERS = 3


@kernel
def piece_window(
    points: Floats, start: int, end: int, frame: Floats, rows: int, columns: int
) -> tuple[int, int, int, int]:
    """Return the cells round some points: first row, past the last, first column, past the last."""
    pitch = frame[PITCH]
    low_x, low_y, high_x, high_y = 1e300, 1e300, -1e300, -1e300
    for k in range(start, end):
        low_x, high_x = min(low_x, points[k, 0]), max(high_x, points[k, 0])
        low_y, high_y = min(low_y, points[k, 1]), max(high_y, points[k, 1])
    return (
        max(0, math.floor((low_y - frame[FRONT]) / pitch) - 2),
        min(rows, math.floor((high_y - frame[FRONT]) / pitch) + 3),
        max(0, math.floor((low_x - frame[LEFT]) / pitch) - 2),
        min(columns, math.floor((high_x - frame[LEFT]) / pitch) + 3),
    )


@kernel
def piece_grid(
    points: Floats, rings: Ints, first: int, past: int, frame: Floats, window: tuple[int, int, int, int]
) -> Bytes:
    """Draw one piece into its window: every cell it touches, however thin it is."""
    top, bottom, left, right = window
    grid = np.zeros((bottom - top, right - left), np.uint8)
    local = frame.copy()
    local[LEFT] += left * frame[PITCH]
    local[FRONT] += top * frame[PITCH]
    fill_cells(grid, points, rings, first, past, local, 1)
    reach = HALF_DIAGONAL * frame[PITCH]
    for r in range(first, past):
        j = rings[r + 1] - 1
        for k in range(rings[r], rings[r + 1]):
            ax, ay = points[j]
            bx, by = points[k]
            stamp_edge(grid, ax, ay, bx, by, local, reach, 1, reach, 1)
            j = k
    return grid


@kernel
def any_beside(grid: Bytes, y: int, x: int, bit: int) -> bool:
    """Tell whether a cell or one of its eight neighbours has a bit."""
    for v in range(max(0, y - 1), min(grid.shape[0], y + 2)):
        for u in range(max(0, x - 1), min(grid.shape[1], x + 2)):
            if grid[v, u] & bit:
                return True
    return False


@kernel
def piece_cells(
    volume: Bytes, points: Floats, rings: Ints, pieces: Ints, layer: Ints, begins: Flags, frame: Floats
) -> tuple[Ints, Ints, Flags]:
    """Find the cells of the underside round each hanging piece.

    A piece is only the part of a layer beyond the threshold. With the rest of the step to the layer below,
    the steps of a slope tile its underside without gaps, and its width can be measured.

    Returns
    -------
    cells (m, 2) row and column, where each piece's begin (p + 1,), whether it begins in mid-air (p,).
    """
    rows, columns = volume.shape[1], volume.shape[2]
    count = layer.shape[0]
    offsets = np.zeros(count + 1, np.int64)
    floating = np.zeros(count, np.bool_)
    cells = np.empty((1024, 2), np.int64)
    m = 0
    for p in range(count):
        i = layer[p]
        window = piece_window(points, rings[pieces[p]], rings[pieces[p + 1]], frame, rows, columns)
        top, bottom, left, right = window
        if bottom <= top or right <= left:
            offsets[p + 1] = m
            continue
        grid = piece_grid(points, rings, pieces[p], pieces[p + 1], frame, window)
        held = False
        for y in range(bottom - top):
            for x in range(right - left):
                if grid[y, x] and any_beside(volume[i - 1], y + top, x + left, NEAR):
                    held = True
        held = held and not begins[p]
        floating[p] = not held
        room = m + grid.size
        if room > cells.shape[0]:
            larger = np.empty((2 * room, 2), np.int64)
            larger[:m] = cells[:m]
            cells = larger
        for y in range(bottom - top):
            for x in range(right - left):
                step = volume[i, y + top, x + left] & MATERIAL and not (
                    volume[i - 1, y + top, x + left] & MATERIAL
                )
                if (step and any_beside(grid, y, x, 1)) or (not held and grid[y, x]):
                    cells[m, 0] = y + top
                    cells[m, 1] = x + left
                    m += 1
        offsets[p + 1] = m
    return cells[:m].copy(), offsets, floating


@kernel
def link_pieces(cells: Ints, offsets: Ints, layer: Ints, rows: int, columns: int) -> Ints:
    """Return for each piece the first piece of the underside it belongs to."""
    root = np.arange(layer.shape[0])
    last = np.full((rows, columns), -1, np.int64)
    for p in range(layer.shape[0]):
        for k in range(offsets[p], offsets[p + 1]):
            y, x = cells[k]
            for v in range(max(0, y - LINK_CELLS), min(rows, y + LINK_CELLS + 1)):
                for u in range(max(0, x - LINK_CELLS), min(columns, x + LINK_CELLS + 1)):
                    q = last[v, u]
                    if q >= 0 and layer[q] >= layer[p] - LINK_LAYERS:
                        a, b = find_root(root, p), find_root(root, q)
                        root[max(a, b)] = min(a, b)
        for k in range(offsets[p], offsets[p + 1]):
            last[cells[k, 0], cells[k, 1]] = p
    for p in range(layer.shape[0]):
        root[p] = find_root(root, p)
    return root


@kernel
def label_parts(mask: Flags) -> tuple[Ints, int]:
    """Count the connected parts of a mask (eight neighbours) from 1 on; its border must be free."""
    rows, columns = mask.shape
    labels = np.zeros((rows, columns), np.int64)
    waiting = np.empty((mask.size, 2), np.int64)
    count = 0
    for y in range(rows):
        for x in range(columns):
            if not mask[y, x] or labels[y, x]:
                continue
            count += 1
            labels[y, x] = count
            waiting[0, 0], waiting[0, 1] = y, x
            n = 1
            while n:
                n -= 1
                v, u = waiting[n]
                for r in range(v - 1, v + 2):
                    for c in range(u - 1, u + 2):
                        if mask[r, c] and labels[r, c] == 0:
                            labels[r, c] = count
                            waiting[n, 0], waiting[n, 1] = r, c
                            n += 1
    return labels, count
