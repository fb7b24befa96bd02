"""What two sets of rings have in common, and what only the first has: for rings that cross cleanly.

Where the two touch, run along each other or meet in a corner, this gives up: those cases are left to Clipper.
All others are walks from crossing to crossing. That crossings enter and leave in turns along every ring, and
that the areas of both results add up to the first area, is the proof of each layer.
"""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel

# Nearer than this a corner lies on the other outline: far above the rounding, far below any line.
NEAR_MM = 1e-7
LEAST_GAP = 1e-9

# Columns of a crossing: its place along the first and the second rings (edge + share of it), and where it is.
ALONG_A, ALONG_B, X, Y = range(4)
CROSSING = 4

# Outlines have about four edges in a row of the grid they are looked up in; a grid has so many columns.
EDGES_IN_ROW = 4
MOST_ROWS = 1024
COLUMNS = 8


@kernel
def touches(dx: float, dy: float, length: float, x: float, y: float, away: float) -> bool:
    """Tell whether a point (x, y from the start of a segment) that lies ``away`` from its line is on it."""
    if abs(away) >= NEAR_MM:
        return False
    along = (dx * x + dy * y) / length
    return bool(-NEAR_MM <= along <= length + NEAR_MM)


@kernel
def cross_pair(a: Floats, e: int, b: Floats, g: int, out: Floats, at: int) -> int:
    """Cross two edges whose boxes meet: 0 apart, 1 leaves, 2 enters, -1 they touch.

    A crossing is written to ``out[at]``.
    """
    ax = a[e, 2] - a[e, 0]
    ay = a[e, 3] - a[e, 1]
    bx = b[g, 2] - b[g, 0]
    by = b[g, 3] - b[g, 1]
    dx = b[g, 0] - a[e, 0]
    dy = b[g, 1] - a[e, 1]
    # How far the ends of each lie to the left of the other, times its length.
    b0 = ax * dy - ay * dx
    b1 = b0 + ax * by - ay * bx
    a0 = by * dx - bx * dy
    a1 = a0 + bx * ay - by * ax
    near = NEAR_MM * (abs(ax) + abs(ay))
    if (b0 > near and b1 > near) or (b0 < -near and b1 < -near):
        return 0
    near = NEAR_MM * (abs(bx) + abs(by))
    if (a0 > near and a1 > near) or (a0 < -near and a1 < -near):
        return 0
    la = math.sqrt(ax * ax + ay * ay)
    lb = math.sqrt(bx * bx + by * by)
    if la < NEAR_MM or lb < NEAR_MM:
        return -1
    if (
        touches(ax, ay, la, dx, dy, b0 / la)
        or touches(ax, ay, la, dx + bx, dy + by, b1 / la)
        or touches(bx, by, lb, -dx, -dy, a0 / lb)
        or touches(bx, by, lb, ax - dx, ay - dy, a1 / lb)
    ):
        return -1
    if (b0 > 0) == (b1 > 0) or (a0 > 0) == (a1 > 0):
        return 0
    share = a0 / (a0 - a1)
    out[at, ALONG_A] = e + share
    out[at, ALONG_B] = g + b0 / (b0 - b1)
    out[at, X] = a[e, 0] + ax * share
    out[at, Y] = a[e, 1] + ay * share
    return 1 if a1 < 0 else 2


@kernel
def sort_into_cells(
    edges: Floats, count: int, frame: tuple[float, float, float, float], rows: int
) -> tuple[Ints, Ints, Floats, Floats]:
    """Sort edges into cells, row by row: offsets, members, and from where to where in x each member goes.

    ``frame`` holds the least x and y, and the cells per mm in each direction.
    """
    low_x, low_y, across, along = frame
    columns = COLUMNS + 1
    offsets = np.zeros(rows * columns + 1, np.int64)
    span = np.empty((count, 4), np.int64)
    for e in range(count):
        span[e, 0] = int((min(edges[e, 1], edges[e, 3]) - low_y) * along)
        span[e, 1] = int((max(edges[e, 1], edges[e, 3]) - low_y) * along)
        span[e, 2] = int((min(edges[e, 0], edges[e, 2]) - low_x) * across)
        span[e, 3] = int((max(edges[e, 0], edges[e, 2]) - low_x) * across)
        for row in range(span[e, 0], span[e, 1] + 1):
            for c in range(row * columns + span[e, 2], row * columns + span[e, 3] + 1):
                offsets[c + 1] += 1
    for c in range(rows * columns):
        offsets[c + 1] += offsets[c]
    place = offsets[:-1].copy()
    members = np.empty(offsets[-1], np.int64)
    left = np.empty(offsets[-1])
    right = np.empty(offsets[-1])
    for e in range(count):
        for row in range(span[e, 0], span[e, 1] + 1):
            for c in range(row * columns + span[e, 2], row * columns + span[e, 3] + 1):
                p = place[c]
                members[p] = e
                left[p] = min(edges[e, 0], edges[e, 2])
                right[p] = max(edges[e, 0], edges[e, 2])
                place[c] = p + 1
    return offsets, members, left, right


@kernel
def apart(a: Floats, e: int, b: Floats, g: int) -> bool:
    """Tell whether an edge lies on one side of the other's line, or above or below of it, and is not near."""
    ax = a[e, 2] - a[e, 0]
    ay = a[e, 3] - a[e, 1]
    b0 = ax * (b[g, 1] - a[e, 1]) - ay * (b[g, 0] - a[e, 0])
    b1 = ax * (b[g, 3] - a[e, 1]) - ay * (b[g, 2] - a[e, 0])
    near = NEAR_MM * (abs(ax) + abs(ay))
    if ((b0 > near) & (b1 > near)) | ((b0 < -near) & (b1 < -near)):
        return True
    above = min(b[g, 1], b[g, 3]) - max(a[e, 1], a[e, 3])
    below = min(a[e, 1], a[e, 3]) - max(b[g, 1], b[g, 3])
    return bool((above > NEAR_MM) | (below > NEAR_MM))


@kernel
def find_crossings(
    edges_a: Floats, count_a: int, edges_b: Floats, count_b: int, found: Floats, enters: Flags
) -> int:
    """Cross two sets of edges; return how many crossings, -1 where they touch, -2 where there is no room."""
    low_x = low_y = np.inf
    high_x = high_y = -np.inf
    for g in range(count_b):
        low_x = min(low_x, edges_b[g, 0])
        high_x = max(high_x, edges_b[g, 0])
        low_y = min(low_y, edges_b[g, 1])
        high_y = max(high_y, edges_b[g, 1])
    rows = max(1, min(MOST_ROWS, count_b // EDGES_IN_ROW))
    along = rows / max(1e-9, (high_y - low_y) * (1 + 1e-9))
    across = COLUMNS / max(1e-9, (high_x - low_x) * (1 + 1e-9))
    # What ends at the very top or right falls one cell past the last.
    offsets, members, lefts, rights = sort_into_cells(
        edges_b, count_b, (low_x, low_y, across, along), rows + 1
    )
    count = 0
    for e in range(count_a):
        bottom = min(edges_a[e, 1], edges_a[e, 3]) - NEAR_MM
        top = max(edges_a[e, 1], edges_a[e, 3]) + NEAR_MM
        left = min(edges_a[e, 0], edges_a[e, 2]) - NEAR_MM
        right = max(edges_a[e, 0], edges_a[e, 2]) + NEAR_MM
        if top < low_y or bottom > high_y or right < low_x or left > high_x:
            continue
        row = max(0, int((bottom - low_y) * along))
        column = max(0, int((left - low_x) * across))
        for r in range(row, min(rows, int((top - low_y) * along)) + 1):
            for c in range(column, min(COLUMNS, int((right - low_x) * across)) + 1):
                cell = r * (COLUMNS + 1) + c
                for w in range(offsets[cell], offsets[cell + 1]):
                    g = members[w]
                    if ((lefts[w] > right) | (rights[w] < left)) or apart(edges_a, e, edges_b, g):
                        continue
                    # A pair shares several cells: the lowest and leftmost of them counts.
                    lowest = int((min(edges_b[g, 1], edges_b[g, 3]) - low_y) * along)
                    if r != max(row, lowest) or c != max(column, int((lefts[w] - low_x) * across)):
                        continue
                    if count == found.shape[0]:
                        return -2
                    kind = cross_pair(edges_a, e, edges_b, g, found, count)
                    if kind < 0:
                        return -1
                    if kind > 0:
                        enters[count] = kind == 2
                        count += 1
    return count


@kernel
def link_crossings(
    keys: Floats, enters: Flags, rings: Ints, first: int, past: int, after: Ints, before: Ints
) -> bool:
    """Link the crossings along each ring; False where entering and leaving do not take turns."""
    order = np.argsort(keys)
    count = keys.shape[0]
    w = 0
    for r in range(first, past):
        end = rings[r + 1] - rings[first]
        start = w
        while w < count and keys[order[w]] < end:
            if w > start:
                c = order[w - 1]
                d = order[w]
                if keys[d] - keys[c] < LEAST_GAP or enters[c] == enters[d]:
                    return False
                after[c] = d
                before[d] = c
            w += 1
        if w > start:
            c = order[w - 1]
            d = order[start]
            if c == d or enters[c] == enters[d]:
                return False
            after[c] = d
            before[d] = c
    return bool(w == count)
