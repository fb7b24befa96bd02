"""In which order the paths of a layer are printed, and where each begins.

Skirt, brim and supports first. Then island by island: the inner perimeters, the outer one, thin lines,
bridges, solid, sparse; among equals the nearest next.
"""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel

EXTERNAL = int(Role.EXTERNAL_PERIMETER)
INNER = int(Role.PERIMETER)
SKIRT = int(Role.SKIRT)
BRIM = int(Role.BRIM)
SUPPORT = int(Role.SUPPORT_MATERIAL)
SUPPORT_SKIN = int(Role.SUPPORT_INTERFACE)
# Islands of what is printed in a fixed order, before those of the model.
FIRST_MODEL_ISLAND = 3
# Loops shorter than a circle of 6.5 mm radius are printed slowly: the nozzle turns all the time.
SMALL_LOOP_MM = 40.84
SMALL_LOOP_RATIO = 0.5
SEAM_MEMORY_MM = 5.0


@kernel
def ring_area(points: Floats, start: int, end: int) -> float:
    """Signed area of one ring."""
    total = 0.0
    j = end - 1
    for i in range(start, end):
        total += points[j, 0] * points[i, 1] - points[i, 0] * points[j, 1]
        j = i
    return 0.5 * total


@kernel
def in_ring(points: Floats, start: int, end: int, x: float, y: float) -> bool:
    """Even-odd test against one ring."""
    odd = False
    j = end - 1
    for i in range(start, end):
        yi = points[i, 1]
        yj = points[j, 1]
        if (yi > y) != (yj > y) and x < (points[j, 0] - points[i, 0]) * (y - yi) / (yj - yi) + points[i, 0]:
            odd = not odd
        j = i
    return odd


@kernel
def islands_of(points: Floats, offsets: Ints, role: Ints, outline: Floats, rings: Ints) -> Ints:
    """Return the island of each path: 0 skirt, 1 brim, 2 support, 3 + the smallest ring round its start."""
    count = offsets.shape[0] - 1
    loops = rings.shape[0] - 1
    area = np.empty(loops)
    for r in range(loops):
        area[r] = ring_area(outline, rings[r], rings[r + 1])
    outer = 0
    for r in range(loops):
        if area[r] > 0.0:
            outer += 1
    island = np.empty(count, np.int64)
    for p in range(count):
        if role[p] == SKIRT or role[p] == BRIM:
            island[p] = 0 if role[p] == SKIRT else 1
            continue
        if role[p] == SUPPORT or role[p] == SUPPORT_SKIN:
            island[p] = 2
            continue
        smallest = 1e300
        island[p] = loops + FIRST_MODEL_ISLAND
        for r in range(loops):
            if area[r] > 0.0 and area[r] < smallest:
                x = points[offsets[p], 0]
                y = points[offsets[p], 1]
                if outer == 1 or in_ring(outline, rings[r], rings[r + 1], x, y):
                    island[p] = r + FIRST_MODEL_ISLAND
                    smallest = area[r]
    return island


@kernel
def nearest_start(
    x: float, y: float, points: Floats, offsets: Ints, closed: Flags, fixed: Flags, done: Flags, group: Ints
) -> tuple[int, int, bool]:
    """Find the path that starts nearest: the path or -1, its first point, and whether it runs backwards."""
    best = -1
    first = 0
    backwards = False
    nearest = 1e300
    for p in group:
        if done[p]:
            continue
        start = offsets[p]
        last = offsets[p + 1] - 1
        if fixed[p]:
            return p, 0, False
        step = last - start
        if closed[p]:
            step = 1 if last - start < 24 else 4
        for i in range(start, last + 1, max(1, step)):
            d2 = (points[i, 0] - x) ** 2 + (points[i, 1] - y) ** 2
            if d2 < nearest:
                nearest = d2
                best = p
                first = i - start
                backwards = not closed[p] and i == last
    return best, first, backwards


@kernel
def seam_point(points: Floats, start: int, count: int, below: Floats) -> int:
    """Choose where a visible loop begins: above the seam below, in a concave corner, at the back."""
    best = 0
    lowest = 1e300
    for i in range(count):
        before = start + (i - 1) % count
        here = start + i
        after = start + (i + 1) % count
        ux = points[here, 0] - points[before, 0]
        uy = points[here, 1] - points[before, 1]
        wx = points[after, 0] - points[here, 0]
        wy = points[after, 1] - points[here, 1]
        turn = math.atan2(ux * wy - uy * wx, ux * wx + uy * wy)
        score = -3.0 * abs(turn) if turn < 0.0 else -turn
        score -= 0.02 * points[here, 1]
        near2 = SEAM_MEMORY_MM * SEAM_MEMORY_MM
        for q in range(below.shape[0]):
            near2 = min(near2, (below[q, 0] - points[here, 0]) ** 2 + (below[q, 1] - points[here, 1]) ** 2)
        score += 0.8 * math.sqrt(near2)
        if score < lowest:
            lowest = score
            best = i
    return best


@kernel
def loop_length(points: Floats, start: int, count: int) -> float:
    """Length of a closed path."""
    total = 0.0
    j = start + count - 1
    for i in range(start, start + count):
        total += math.hypot(points[i, 0] - points[j, 0], points[i, 1] - points[j, 1])
        j = i
    return total


@kernel
def next_island(
    x: float, y: float, points: Floats, offsets: Ints, order: Ints, bounds: Ints, visited: Flags
) -> int:
    """Find the island with the nearest path start; the islands are runs of ``order``."""
    best = -1
    nearest = 1e300
    for g in range(bounds.shape[0] - 1):
        if visited[g]:
            continue
        for k in range(bounds[g], bounds[g + 1]):
            i = offsets[order[k]]
            d2 = (points[i, 0] - x) ** 2 + (points[i, 1] - y) ** 2
            if d2 < nearest:
                nearest = d2
                best = g
    return best


@kernel
def runs(keys: Ints, order: Ints) -> Ints:
    """Return the bounds of equal keys along an order."""
    out = np.empty(order.shape[0] + 1, np.int64)
    count = 0
    for k in range(order.shape[0]):
        if k == 0 or keys[order[k]] != keys[order[k - 1]]:
            out[count] = k
            count += 1
    out[count] = order.shape[0]
    return out[: count + 1]
