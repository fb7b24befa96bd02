"""Which island every path of a layer lies on, and what else its order asks for."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

EXTERNAL = int(Role.EXTERNAL_PERIMETER)
INNER = int(Role.PERIMETER)
SKIRT = int(Role.SKIRT)
BRIM = int(Role.BRIM)
SUPPORT = int(Role.SUPPORT_MATERIAL)
SUPPORT_SKIN = int(Role.SUPPORT_INTERFACE)
# Skirt and brim come before it, the islands of the model after it.
SUPPORT_ISLAND = 2
FIRST_MODEL_ISLAND = 3
# Loops shorter than a circle of 6.5 mm radius are printed slowly: the nozzle turns all the time.
SMALL_LOOP_MM = 40.84
SMALL_LOOP_RATIO = 0.5


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
def rings_in_cells(outline: Floats, rings: Ints, area: Floats) -> tuple[Floats, Ints, Ints]:
    """Sort outer rings into square cells by their boxes: the frame, the offsets and the rings of each cell.

    The frame is the low x, the low y, the size of a cell in mm, and how many cells stand in a row and in a
    column.
    """
    loops = rings.shape[0] - 1
    boxes = np.empty((loops, 4))
    outer = 0
    for r in range(loops):
        ring = outline[rings[r] : rings[r + 1]]
        boxes[r] = ring[:, 0].min(), ring[:, 1].min(), ring[:, 0].max(), ring[:, 1].max()
        outer += area[r] > 0.0
    low_x, low_y = boxes[:, 0].min(), boxes[:, 1].min()
    width, depth = boxes[:, 2].max() - low_x, boxes[:, 3].max() - low_y
    size = max(math.sqrt(width * depth / max(outer, 1)), max(width, depth) / max(outer, 1), 1.0)
    columns, rows = int(width / size) + 1, int(depth / size) + 1
    offsets = np.zeros(columns * rows + 1, np.int64)
    members = np.empty(0, np.int64)
    place = offsets
    # Count, then fill.
    for turn in range(2):
        for r in range(loops):
            if area[r] <= 0.0:
                continue
            for row in range(int((boxes[r, 1] - low_y) / size), int((boxes[r, 3] - low_y) / size) + 1):
                for column in range(int((boxes[r, 0] - low_x) / size), int((boxes[r, 2] - low_x) / size) + 1):
                    cell = row * columns + column
                    if turn == 1:
                        members[place[cell]] = r
                        place[cell] += 1
                    else:
                        offsets[cell + 1] += 1
        if turn == 0:
            for cell in range(columns * rows):
                offsets[cell + 1] += offsets[cell]
            members = np.empty(offsets[-1], np.int64)
            place = offsets.copy()
    return np.array([low_x, low_y, size, float(columns), float(rows)]), offsets, members


@kernel
def smallest_ring_round(
    x: float,
    y: float,
    outline: Floats,
    rings: Ints,
    area: Floats,
    frame: Floats,
    offsets: Ints,
    members: Ints,
) -> int:
    """Find the smallest outer ring round a place, or -1."""
    column, row = math.floor((x - frame[0]) / frame[2]), math.floor((y - frame[1]) / frame[2])
    if column < 0 or row < 0 or column >= frame[3] or row >= frame[4]:
        return -1
    cell = int(row) * int(frame[3]) + int(column)
    best = -1
    for w in range(offsets[cell], offsets[cell + 1]):
        r = members[w]
        if (best < 0 or area[r] < area[best]) and in_ring(outline, rings[r], rings[r + 1], x, y):
            best = r
    return best


@kernel
def islands_of(points: Floats, offsets: Ints, role: Ints, outline: Floats, rings: Ints) -> Ints:
    """Return the island of each path: 0 skirt, 1 brim, 2 support, 3 + the smallest ring round its start."""
    count = offsets.shape[0] - 1
    loops = rings.shape[0] - 1
    area = np.empty(loops)
    outer = 0
    only = -1
    for r in range(loops):
        area[r] = ring_area(outline, rings[r], rings[r + 1])
        if area[r] > 0.0:
            outer += 1
            only = r
    frame, cells, members = np.zeros(5), np.zeros(1, np.int64), np.empty(0, np.int64)
    if outer > 1:
        frame, cells, members = rings_in_cells(outline, rings, area)
    island = np.empty(count, np.int64)
    for p in range(count):
        if role[p] == SKIRT or role[p] == BRIM:
            island[p] = 0 if role[p] == SKIRT else 1
        elif role[p] == SUPPORT or role[p] == SUPPORT_SKIN:
            island[p] = SUPPORT_ISLAND
        elif outer == 1:
            island[p] = only + FIRST_MODEL_ISLAND
        else:
            x, y = points[offsets[p], 0], points[offsets[p], 1]
            ring = smallest_ring_round(x, y, outline, rings, area, frame, cells, members)
            island[p] = (ring if ring >= 0 else loops) + FIRST_MODEL_ISLAND
    return island


@kernel
def is_shorter(points: Floats, start: int, count: int, length: float) -> bool:
    """Tell whether a closed path is shorter than this."""
    total = 0.0
    j = start + count - 1
    for i in range(start, start + count):
        dx, dy = points[i, 0] - points[j, 0], points[i, 1] - points[j, 1]
        total += math.sqrt(dx * dx + dy * dy)
        if total >= length:
            return False
        j = i
    return True


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
