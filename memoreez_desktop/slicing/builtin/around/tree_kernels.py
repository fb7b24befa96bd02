"""Trunks that lean: where they may stand, and which way they take down to the bed.

Heights are counted in slabs: as many layers as a trunk needs to lean over by one cell.
"""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.around.support_raster_kernels import BRIM, MATERIAL, NEAR
from memoreez_desktop.slicing.compiled import Bytes, Ints, kernel

# The centre of a trunk keeps this many cells more away from the model than a line of support does.
CLEAR_CELLS = 1
# ... and leaves the shade of what hangs above it no further than this: who looks for it looks there.
SHADE_CELLS = 3
# Trunks look for another one to lean towards within this many cells.
REACH_CELLS = 24
# A line may reach out over the one below by this much of the layer height: the tangent of 40 degrees.
LEAN = 0.84


@kernel
def highest_material(volume: Bytes, spread: int) -> Ints:
    """Return for each cell the highest layer with material at most ``spread`` cells away, or -1."""
    layers, rows, columns = volume.shape
    # Narrow numbers, so that many cells are looked at at once.
    top = np.full((rows, columns), -1, np.int16)
    for i in range(layers):
        for y in range(rows):
            for x in range(columns):
                top[y, x] = np.int16(i) if volume[i, y, x] & MATERIAL else top[y, x]
    out = np.full((rows, columns), -1, np.int64)
    for y in range(rows):
        for x in range(columns):
            for v in range(max(0, y - spread), min(rows, y + spread + 1)):
                for u in range(max(0, x - spread), min(columns, x + spread + 1)):
                    out[y, x] = max(out[y, x], top[v, u])
    return out


@kernel
def forbidden_cells(volume: Bytes, slab_of: Ints, slabs: int) -> Bytes:
    """Tell for each slab where the middle of no trunk may be.

    That is where it comes too near to the model, has nothing of it above, or finds no way down.

    Returns
    -------
    (slabs, rows, columns) uint8
    """
    _, rows, columns = volume.shape
    out = np.ones((slabs, rows, columns), np.uint8)
    near, wide = np.zeros((rows, columns), np.uint8), np.zeros((rows, columns), np.uint8)
    shade = highest_material(volume, SHADE_CELLS)
    c = CLEAR_CELLS
    i = 0
    for s in range(slabs):
        near[:] = 0
        while i < slab_of.shape[0] and slab_of[i] == s:
            for y in range(rows):
                for x in range(columns):
                    near[y, x] |= volume[i, y, x]
            i += 1
        # What is near along the row, then across it: never a loop that ends early, so several cells at once.
        for y in range(rows):
            for x in range(c, columns - c):
                found = near[y, x]
                for d in range(1, c + 1):
                    found |= near[y, x - d] | near[y, x + d]
                wide[y, x] = found
        grid = out[s]
        for y in range(c, rows - c):
            for x in range(c, columns - c):
                found = wide[y, x]
                for d in range(1, c + 1):
                    found |= wide[y - d, x] | wide[y + d, x]
                grid[y, x] = 1 if (found & (NEAR | BRIM)) | (shade[y, x] < i) else 0
        if s:
            below = out[s - 1]
            for y in range(1, rows - 1):
                for x in range(1, columns - 1):
                    # The trunk can lean by one cell to any side, and each of them is forbidden.
                    grid[y, x] |= (
                        below[y, x] & below[y - 1, x] & below[y + 1, x] & below[y, x - 1] & below[y, x + 1]
                    )
    return out


@kernel
def next_place(forbidden: Bytes, places: Ints, alive: Ints, count: int, n: int, slab: int) -> tuple[int, int]:
    """Choose where a trunk goes on below: towards its nearest neighbour, else straight down."""
    y, x = places[n]
    goal, best = -1, min(REACH_CELLS, 2 * slab)
    for k in range(count):
        far = abs(places[k, 0] - y) + abs(places[k, 1] - x)
        if k != n and alive[k] and far <= best:
            goal, best = k, far
    cheapest, to_y, to_x = 1 << 30, -1, -1
    for dy, dx in ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0)):
        v, u = y + dy, x + dx
        if v < 0 or u < 0 or v >= forbidden.shape[0] or u >= forbidden.shape[1] or forbidden[v, u]:
            continue
        cost = abs(dy) + abs(dx)
        if goal >= 0:
            gy, gx = places[goal]
            # Along the longer way first, so that the trunk keeps to the straight line.
            cost += 4 * (abs(gy - v) + abs(gx - u)) + max(abs(gy - v), abs(gx - u))
        if cost < cheapest:
            cheapest, to_y, to_x = cost, v, u
    return to_y, to_x


@kernel
def walk_down(forbidden: Bytes, starts: Ints) -> tuple[Ints, Ints]:
    """Lead every trunk to the bed, or into another trunk.

    Parameters
    ----------
    starts : (n, 3) int64
        Slab, row and column, the highest slab first.

    Returns
    -------
    ways (n, slabs, 2) row and column, -1 where there is none, and the trunk each one ends in or -1 (n,).
    """
    slabs, count = forbidden.shape[0], starts.shape[0]
    ways = np.full((count, slabs, 2), -1, np.int64)
    into = np.full(count, -1, np.int64)
    places = np.zeros((count, 2), np.int64)
    alive = np.zeros(count, np.int64)
    for s in range(slabs - 1, -1, -1):
        for n in range(count):
            if starts[n, 0] == s and not forbidden[s, starts[n, 1], starts[n, 2]]:
                alive[n] = 1
                places[n] = starts[n, 1:]
        for n in range(count):
            for k in range(n):
                touch = abs(places[k, 0] - places[n, 0]) <= 1 and abs(places[k, 1] - places[n, 1]) <= 1
                if alive[n] and alive[k] and touch and starts[n, 0] > s:
                    alive[n] = 0
                    into[n] = k
                    ways[n, s] = places[k]
        for n in range(count):
            if alive[n]:
                ways[n, s] = places[n]
        if s:
            before = places.copy()
            for n in range(count):
                if alive[n]:
                    places[n] = next_place(forbidden[s - 1], before, alive, count, n, s)
    return ways, into


@kernel
def end_columns(volume: Bytes, cells: Ints, spread: int) -> None:
    """Let columns end: at layer, row and column of each cell, and so many cells around it."""
    rows, columns = volume.shape[1], volume.shape[2]
    for k in range(cells.shape[0]):
        i, y, x = cells[k]
        for v in range(max(0, y - spread), min(rows, y + spread + 1)):
            for u in range(max(0, x - spread), min(columns, x + spread + 1)):
                volume[i, v, u] |= NEAR


@kernel
def highest_columns(targets: Ints, part: Ints, rows: int, columns: int, apart: int) -> Ints:
    """Return the highest layer in which something large has a column, at most ``apart`` cells away."""
    out = np.full((rows, columns), -1, np.int64)
    for t in range(targets.shape[0]):
        if part[t] < 0:
            y, x = targets[t, 1], targets[t, 2]
            # The rim of the square is enough: targets lie side by side.
            for v in (max(0, y - apart), y, min(rows - 1, y + apart)):
                for u in (max(0, x - apart), x, min(columns - 1, x + apart)):
                    out[v, u] = max(out[v, u], targets[t, 0])
    return out
