"""The nearest line next, looked for in a grid where there are many."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel

# From here on a grid is faster than looking at every line.
WIDE = 300


@kernel
def nearest_next(lines: Floats, x: float, y: float) -> tuple[Ints, Flags]:
    """Go to the nearest end of the lines left, again and again: the order, and which are gone backwards."""
    if lines.shape[0] > WIDE:
        return nearest_in_grid(lines, x, y)
    count = lines.shape[0]
    order = np.arange(count)
    turned = np.zeros(count, np.bool_)
    for k in range(count):
        best = k
        end = 2 * count
        near2 = 1e300
        for p in range(k, count):
            i = order[p]
            for e in range(2 * i, 2 * i + 2):
                d2 = (lines[i, 2 * (e % 2)] - x) ** 2 + (lines[i, 2 * (e % 2) + 1] - y) ** 2
                # Equally near: the one that came first, however it was searched.
                if d2 < near2 or (d2 == near2 and e < end):
                    near2 = d2
                    end = e
                    best = p
        order[k], order[best] = order[best], order[k]
        turned[k] = end % 2 == 1
        i = order[k]
        x, y = (lines[i, 0], lines[i, 1]) if turned[k] else (lines[i, 2], lines[i, 3])
    return order, turned


@kernel
def sorted_ends(lines: Floats) -> tuple[Ints, Ints, Floats]:
    """Sort the ends of lines into square cells: offsets, ends (2 i and 2 i + 1), and the frame of the grid.

    The frame is the low x, the low y, the size of a cell in mm, and how many cells stand in a row and in a
    column.
    """
    low_x = min(lines[:, 0].min(), lines[:, 2].min())
    low_y = min(lines[:, 1].min(), lines[:, 3].min())
    width = max(lines[:, 0].max(), lines[:, 2].max()) - low_x
    depth = max(lines[:, 1].max(), lines[:, 3].max()) - low_y
    total = 2 * lines.shape[0]
    size = max(math.sqrt(width * depth / total), max(width, depth) / total, 1e-3)
    columns = int(width / size) + 1
    rows = int(depth / size) + 1
    cell = np.empty(total, np.int64)
    offsets = np.zeros(columns * rows + 1, np.int64)
    for e in range(total):
        x = lines[e // 2, 2 * (e % 2)]
        y = lines[e // 2, 2 * (e % 2) + 1]
        cell[e] = int((y - low_y) / size) * columns + int((x - low_x) / size)
        offsets[cell[e] + 1] += 1
    for c in range(columns * rows):
        offsets[c + 1] += offsets[c]
    place = offsets[:-1].copy()
    members = np.empty(total, np.int64)
    for e in range(total):
        members[place[cell[e]]] = e
        place[cell[e]] += 1
    return offsets, members, np.array([low_x, low_y, size, float(columns), float(rows)])


@kernel
def nearest_in_cell(
    lines: Floats,
    members: Ints,
    start: int,
    live: int,
    done: Flags,
    x: float,
    y: float,
    best: int,
    near2: float,
) -> tuple[int, int, float]:
    """Look through one cell, dropping lines already gone; return the ends left and the best so far."""
    p = start
    while p < start + live:
        e = members[p]
        if done[e // 2]:
            live -= 1
            members[p] = members[start + live]
            continue
        d2 = (lines[e // 2, 2 * (e % 2)] - x) ** 2 + (lines[e // 2, 2 * (e % 2) + 1] - y) ** 2
        if d2 < near2 or (d2 == near2 and e < best):
            near2 = d2
            best = e
        p += 1
    return live, best, near2


@kernel
def nearest_in_grid(lines: Floats, x: float, y: float) -> tuple[Ints, Flags]:
    """Do what ``nearest_next`` does, looking only into the cells around."""
    count = lines.shape[0]
    offsets, members, frame = sorted_ends(lines)
    size, columns, rows = frame[2], int(frame[3]), int(frame[4])
    live = np.diff(offsets)
    done = np.zeros(count, np.bool_)
    order = np.empty(count, np.int64)
    turned = np.zeros(count, np.bool_)
    for k in range(count):
        cx = min(max(int((x - frame[0]) / size), 0), columns - 1)
        cy = min(max(int((y - frame[1]) / size), 0), rows - 1)
        best = 2 * count
        near2 = 1e300
        for reach in range(max(columns, rows)):
            # What lies in farther cells is at least this many cells away.
            if near2 <= ((reach - 1) * size) ** 2 and reach > 0:
                break
            for r in range(max(cy - reach, 0), min(cy + reach, rows - 1) + 1):
                step = 1 if abs(r - cy) == reach else max(2 * reach, 1)
                for c in range(cx - reach, cx + reach + 1, step):
                    if c < 0 or c >= columns or live[r * columns + c] == 0:
                        continue
                    g = r * columns + c
                    live[g], best, near2 = nearest_in_cell(
                        lines, members, offsets[g], live[g], done, x, y, best, near2
                    )
        i = best // 2
        done[i] = True
        order[k] = i
        turned[k] = best % 2 == 1
        x, y = (lines[i, 0], lines[i, 1]) if turned[k] else (lines[i, 2], lines[i, 3])
    return order, turned
