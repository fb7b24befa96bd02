"""A short way through open lines: the nearest next, then pieces turned round or moved while that helps.

A line is a row of four numbers, x0, y0, x1, y1: where it begins and where it ends. It may be gone through
from either end. A place to visit is a line without length. The ends of a way are x, y, then the x, y to go to
afterwards, and whether there is such a place (1.0 or 0.0).
"""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.travel.nearest_kernels import nearest_next
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel

# Longer tours are looked at through a window, so that time grows with the number of lines alone.
WINDOW = 100
ROUNDS = 10
MOST_MOVED = 3
LEAST_GAIN_MM = 1e-6


@kernel
def apart(ax: float, ay: float, bx: float, by: float) -> float:
    """Distance of two places."""
    return math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))


@kernel
def gap_before(way: Floats, k: int, ends: Floats) -> float:
    """Length of the travel before line ``k``, or after the last one."""
    count = way.shape[0]
    if k == count:
        return apart(way[k - 1, 2], way[k - 1, 3], ends[2], ends[3]) if ends[4] > 0.0 else 0.0
    if k == 0:
        return apart(ends[0], ends[1], way[0, 0], way[0, 1])
    return apart(way[k - 1, 2], way[k - 1, 3], way[k, 0], way[k, 1])


@kernel
def joined(x: float, y: float, way: Floats, k: int, ends: Floats) -> float:
    """Length of a travel from a place to line ``k``, or to where the way goes after the last one."""
    if k < way.shape[0]:
        return apart(x, y, way[k, 0], way[k, 1])
    return apart(x, y, ends[2], ends[3]) if ends[4] > 0.0 else 0.0


@kernel
def turn_round(way: Floats, order: Ints, turned: Flags, i: int, j: int) -> None:
    """Go through the lines ``i`` to ``j`` the other way round, in place."""
    while i <= j:
        for c in range(2):
            a, b = way[i, c], way[i, c + 2]
            way[i, c], way[i, c + 2] = way[j, c + 2], way[j, c]
            way[j, c], way[j, c + 2] = b, a
        order[i], order[j] = order[j], order[i]
        turned[i], turned[j] = not turned[j], not turned[i]
        i += 1
        j -= 1


@kernel
def turn_pieces(way: Floats, order: Ints, turned: Flags, gaps: Floats, ends: Floats) -> bool:
    """Turn every piece whose turning shortens the way; tell whether there was one."""
    count = way.shape[0]
    changed = False
    for i in range(count):
        x, y = (way[i - 1, 2], way[i - 1, 3]) if i else (ends[0], ends[1])
        for j in range(i, min(count, i + WINDOW)):
            old = gaps[i] + gaps[j + 1] - LEAST_GAIN_MM
            first = apart(x, y, way[j, 2], way[j, 3])
            if first < old and first + joined(way[i, 0], way[i, 1], way, j + 1, ends) < old:
                turn_round(way, order, turned, i, j)
                for k in range(i, j + 2):
                    gaps[k] = gap_before(way, k, ends)
                changed = True
    return changed


@kernel
def best_place(way: Floats, gaps: Floats, ends: Floats, i: int, j: int, gain: float) -> tuple[int, bool]:
    """Find where the lines ``i`` to ``j`` fit in cheaper: before which line (or -1), and whether turned."""
    count = way.shape[0]
    best = -1
    turns = False
    most = gain - LEAST_GAIN_MM
    for k in range(max(0, i - WINDOW), min(count, j + WINDOW) + 1):
        if i <= k <= j + 1:
            continue
        x, y = (way[k - 1, 2], way[k - 1, 3]) if k else (ends[0], ends[1])
        room = most + gaps[k]
        straight = apart(x, y, way[i, 0], way[i, 1])
        if straight < room:
            straight += joined(way[j, 2], way[j, 3], way, k, ends)
        back = apart(x, y, way[j, 2], way[j, 3])
        if back < room:
            back += joined(way[i, 0], way[i, 1], way, k, ends)
        if min(straight, back) < room:
            most = min(straight, back) - gaps[k]
            best = k
            turns = back < straight
    return best, turns


@kernel
def move_pieces(way: Floats, order: Ints, turned: Flags, gaps: Floats, ends: Floats) -> bool:
    """Move up to three lines to where they fit in better; tell whether there were any."""
    count = way.shape[0]
    changed = False
    for size in range(1, min(MOST_MOVED, count - 1) + 1):
        for i in range(count - size + 1):
            j = i + size - 1
            x, y = (way[i - 1, 2], way[i - 1, 3]) if i else (ends[0], ends[1])
            gain = gaps[i] + gaps[j + 1] - joined(x, y, way, j + 1, ends)
            if gain <= LEAST_GAIN_MM:
                continue
            k, turns = best_place(way, gaps, ends, i, j, gain)
            if k < 0:
                continue
            if turns:
                turn_round(way, order, turned, i, j)
            # Two neighbours turned, then both together: they have changed places, each as it was.
            low, middle, high = (k, i - 1, j) if k < i else (i, j, k - 1)
            turn_round(way, order, turned, low, middle)
            turn_round(way, order, turned, middle + 1, high)
            turn_round(way, order, turned, low, high)
            for p in range(low, high + 2):
                gaps[p] = gap_before(way, p, ends)
            changed = True
    return changed


@kernel
def tour(lines: Floats, ends: Floats) -> tuple[Ints, Flags]:
    """Return the order to go through lines and which of them backwards; the same lines give the same tour."""
    order, turned = nearest_next(lines, ends[0], ends[1])
    count = lines.shape[0]
    if count < 2 and ends[4] == 0.0:
        return order, turned
    way = np.empty((count, 4))
    for k in range(count):
        for c in range(4):
            way[k, c] = lines[order[k], (c + 2) % 4 if turned[k] else c]
    gaps = np.empty(count + 1)
    for k in range(count + 1):
        gaps[k] = gap_before(way, k, ends)
    for _ in range(ROUNDS):
        changed = turn_pieces(way, order, turned, gaps, ends)
        if not (move_pieces(way, order, turned, gaps, ends) or changed):
            break
    return order, turned
