"""What two sets of rings have in common, and what only the first has: for rings that cross cleanly.

Where the two touch, run along each other or meet in a corner, this gives up: those cases are left to Clipper.
All others are walks from crossing to crossing. That crossings enter and leave in turns along every ring, and
that the areas of both results add up to the first area, is the proof of each layer.
"""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.plane.simple_kernels import MOST_BANDS, sort_into_bands
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel

# Nearer than this a corner lies on the other outline: far above the rounding, far below any line.
NEAR_MM = 1e-7
LEAST_GAP = 1e-9

# Columns of a crossing: its place along the first and the second rings (edge + share of it), and where it is.
ALONG_A, ALONG_B, X, Y = range(4)
CROSSING = 4


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
def find_crossings(
    edges_a: Floats, count_a: int, edges_b: Floats, count_b: int, found: Floats, enters: Flags
) -> int:
    """Cross two sets of edges; return how many crossings, -1 where they touch, -2 where there is no room."""
    low = np.inf
    high = -np.inf
    for g in range(count_b):
        low = min(low, edges_b[g, 1])
        high = max(high, edges_b[g, 1])
    bands = max(1, min(MOST_BANDS, count_b // 2))
    per_mm = bands / max(1e-9, (high - low) * (1 + 1e-9))
    offsets, members, lefts, rights = sort_into_bands(edges_b, count_b, bands + 1, low, per_mm)
    count = 0
    for e in range(count_a):
        bottom = min(edges_a[e, 1], edges_a[e, 3]) - NEAR_MM
        top = max(edges_a[e, 1], edges_a[e, 3]) + NEAR_MM
        left = min(edges_a[e, 0], edges_a[e, 2]) - NEAR_MM
        right = max(edges_a[e, 0], edges_a[e, 2]) + NEAR_MM
        if top < low or bottom > high:
            continue
        first = max(0, int((bottom - low) * per_mm))
        for b in range(first, min(bands, int((top - low) * per_mm)) + 1):
            for w in range(offsets[b], offsets[b + 1]):
                if (lefts[w] > right) | (rights[w] < left):
                    continue
                g = members[w]
                lowest = min(edges_b[g, 1], edges_b[g, 3])
                if lowest > top or max(edges_b[g, 1], edges_b[g, 3]) < bottom:
                    continue
                # A pair shares several bands: the lowest of them counts.
                if b > first and b != int((lowest - low) * per_mm):
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
