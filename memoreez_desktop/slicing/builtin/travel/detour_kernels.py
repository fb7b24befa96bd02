"""Ways round inside an island, where the straight way would leave its plastic."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.travel.ground_kernels import (
    Ground,
    crosses_outline,
    crossings,
    point_after,
    point_before,
)
from memoreez_desktop.slicing.builtin.travel.tour_kernels import apart
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

# Drawing back and giving again 2 mm of filament takes as long as 15 mm of travel; strings weigh more.
MOST_TIMES_STRAIGHT = 3.0
MOST_LONGER_MM = 30.0
# A detour with more bends is not worth its corners.
MOST_BENDS = 14
# A line inside the outline, or half of one where the wall is thin.
INSETS_MM = (0.5, 0.25)


@kernel
def pulled_in(ground: Ground, i: int, inset: float) -> tuple[float, float]:
    """Return ring point ``i`` moved into the plastic."""
    points, rings, ring_of = ground[0], ground[1], ground[2]
    h, j = point_before(rings, ring_of, i), point_after(rings, ring_of, i)
    ux, uy = points[i, 0] - points[h, 0], points[i, 1] - points[h, 1]
    wx, wy = points[j, 0] - points[i, 0], points[j, 1] - points[i, 1]
    u, w = math.sqrt(ux * ux + uy * uy), math.sqrt(wx * wx + wy * wy)
    if u < 1e-9 or w < 1e-9:
        return points[i, 0], points[i, 1]
    ux, uy, wx, wy = ux / u, uy / u, wx / w, wy / w
    # Both edges are kept at the same distance, but a spike is cut off.
    share = inset / max(1.0 + ux * wx + uy * wy, 0.5)
    return points[i, 0] - (uy + wy) * share, points[i, 1] + (ux + wx) * share


@kernel
def lengths_round(
    ground: Ground, start: int, end: int, x: float, y: float, u: float, v: float
) -> tuple[float, float]:
    """Return the way along a ring from x, y on edge ``start`` to u, v on edge ``end``: onwards, back."""
    points, rings, ring_of = ground[0], ground[1], ground[2]
    sums = np.zeros(2)
    side = 0
    px, py = x, y
    i = start
    for _ in range(rings[ring_of[start] + 1] - rings[ring_of[start]] + 1):
        if i == end and side == 0:
            sums[0] += apart(px, py, u, v)
            px, py = u, v
            side = 1
        sums[side] += apart(px, py, points[i, 0], points[i, 1])
        px, py = points[i, 0], points[i, 1]
        i = point_after(rings, ring_of, i)
        if i == start:
            break
    sums[1] += apart(px, py, x, y)
    return sums[0], sums[1]


@kernel
def walk_inside(
    ground: Ground,
    ax: float,
    ay: float,
    bx: float,
    by: float,
    places: Floats,
    edges: Ints,
    inset: float,
    most: float,
) -> Floats:
    """Go straight and, where that leaves the plastic, along the inner side of the ring, if this is possible.

    Returns all points of the way with both its ends, or nothing.
    """
    points, rings, ring_of = ground[0], ground[1], ground[2]
    count = places.shape[0]
    way = np.empty((points.shape[0] + 2 * count + 2, 2))
    way[0] = ax, ay
    m = 1
    k = 0
    while k < count:
        out = edges[k]
        ring = ring_of[out]
        last = count - 1
        while ring_of[edges[last]] != ring:
            last -= 1
        back = edges[last]
        h, j = point_before(rings, ring_of, out), point_before(rings, ring_of, back)
        leaves = (points[out, 0] - points[h, 0]) * (by - ay) - (points[out, 1] - points[h, 1]) * (
            bx - ax
        ) < 0.0
        enters = (points[back, 0] - points[j, 0]) * (by - ay) - (points[back, 1] - points[j, 1]) * (
            bx - ax
        ) > 0.0
        # An end outside the plastic, or on another island.
        if last == k or not leaves or not enters:
            return way[:0]
        x, y = ax + places[k] * (bx - ax), ay + places[k] * (by - ay)
        u, v = ax + places[last] * (bx - ax), ay + places[last] * (by - ay)
        onwards, backwards = lengths_round(ground, out, back, x, y, u, v)
        if min(onwards, backwards) > most:
            return way[:0]
        if onwards <= backwards:
            i = out
            while i != back:
                way[m] = pulled_in(ground, i, inset)
                m += 1
                i = point_after(rings, ring_of, i)
        else:
            i = h
            while True:
                way[m] = pulled_in(ground, i, inset)
                m += 1
                if i == back:
                    break
                i = point_before(rings, ring_of, i)
        k = last + 1
    way[m] = bx, by
    return way[: m + 1]


@kernel
def pulled_tight(ground: Ground, way: Floats) -> Floats:
    """Leave out every bend the next ones can be reached without; nothing when a leg leaves the plastic."""
    out = np.empty((MOST_BENDS + 2, 2))
    out[0] = way[0]
    m = 1
    i = 0
    last = way.shape[0] - 1
    while i < last:
        # The farthest bend in sight, found by halving: not always the best, and quick.
        j = last
        while crosses_outline(ground, way[i, 0], way[i, 1], way[j, 0], way[j, 1]):
            if j == i + 1:
                return out[:0]
            j = i + max(1, (j - i) // 2)
        step = (j - i) // 2
        while step > 0:
            k = min(j + step, last)
            if k > j and not crosses_outline(ground, way[i, 0], way[i, 1], way[k, 0], way[k, 1]):
                j = k
            step //= 2
        if m > MOST_BENDS:
            return out[:0]
        out[m] = way[j]
        m += 1
        i = j
    return out[:m]


@kernel
def detour(ground: Ground, ax: float, ay: float, bx: float, by: float) -> Floats:
    """Return the bends of a way inside the plastic, without its ends; nothing where there is no short one."""
    straight = apart(ax, ay, bx, by)
    most = min(MOST_TIMES_STRAIGHT * straight, straight + MOST_LONGER_MM)
    places, edges = crossings(ground, ax, ay, bx, by)
    for inset in INSETS_MM:
        way = walk_inside(ground, ax, ay, bx, by, places, edges, inset, most)
        if way.shape[0] == 0:
            return way
        way = pulled_tight(ground, way)
        length = 0.0
        for k in range(1, way.shape[0]):
            length += apart(way[k - 1, 0], way[k - 1, 1], way[k, 0], way[k, 1])
        if way.shape[0] > 2 and length <= most:
            return way[1:-1].copy()
    return np.empty((0, 2))
