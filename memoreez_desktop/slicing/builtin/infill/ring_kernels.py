"""Nested rings joined into spirals: each ring but the innermost stops short and goes on in the next."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel

# The next ring is one distance away, but for the rounding of corners.
REACH = 1.05


@kernel
def nearest_on_ring(points: Floats, start: int, end: int, x: float, y: float) -> tuple[float, int, float]:
    """Return the distance to a ring, the point its nearest edge starts from, and where on that edge (0-1)."""
    best = 1e300
    edge = start
    part = 0.0
    for i in range(start, end):
        j = i + 1 if i + 1 < end else start
        dx = points[j, 0] - points[i, 0]
        dy = points[j, 1] - points[i, 1]
        square = dx * dx + dy * dy
        t = ((x - points[i, 0]) * dx + (y - points[i, 1]) * dy) / square if square > 0.0 else 0.0
        t = max(0.0, min(1.0, t))
        d2 = (points[i, 0] + t * dx - x) ** 2 + (points[i, 1] + t * dy - y) ** 2
        if d2 < best:
            best = d2
            edge = i
            part = t
    return math.sqrt(best), edge, part


@kernel
def longest_edge(points: Floats, start: int, end: int) -> int:
    """Return the point the longest edge of a ring starts from."""
    best = start
    longest = -1.0
    for i in range(start, end):
        j = i + 1 if i + 1 < end else start
        length = math.hypot(points[j, 0] - points[i, 0], points[j, 1] - points[i, 1])
        if length > longest:
            longest = length
            best = i
    return best


@kernel
def write_ring(points: Floats, start: int, end: int, edge: int, part: float, out: Floats, m: int) -> int:
    """Write a ring from a place on an edge once round to the same place; return the new end."""
    after = edge + 1 if edge + 1 < end else start
    x = points[edge, 0] + part * (points[after, 0] - points[edge, 0])
    y = points[edge, 1] + part * (points[after, 1] - points[edge, 1])
    out[m, 0] = x
    out[m, 1] = y
    m += 1
    k = after
    for _ in range(end - start):
        if out[m - 1, 0] != points[k, 0] or out[m - 1, 1] != points[k, 1]:
            out[m] = points[k]
            m += 1
        k = k + 1 if k + 1 < end else start
    if out[m - 1, 0] != x or out[m - 1, 1] != y:
        out[m, 0] = x
        out[m, 1] = y
        m += 1
    return m


@kernel
def stop_short(out: Floats, first: int, m: int, cut: float) -> tuple[int, float, float]:
    """Find where a path from ``first`` on would end if it were shorter: number of its last point, x, y."""
    while m - first > 2:
        step = math.hypot(out[m - 1, 0] - out[m - 2, 0], out[m - 1, 1] - out[m - 2, 1])
        if step > cut:
            part = cut / step
            x = out[m - 1, 0] + (out[m - 2, 0] - out[m - 1, 0]) * part
            y = out[m - 1, 1] + (out[m - 2, 1] - out[m - 1, 1]) * part
            return m - 1, x, y
        cut -= step
        m -= 1
    return m - 1, out[m - 1, 0], out[m - 1, 1]


@kernel
def chained_rings(
    points: Floats, rings: Ints, levels: Ints, pitch: float, shortest: float
) -> tuple[Floats, Ints]:
    """Join rings to spirals.

    Parameters
    ----------
    points, rings : (n, 2), (k + 1,)
        Rings without a closing point, the outermost first.
    levels : (d + 1,)
        Which rings lie equally deep.
    pitch : float
        Distance of two levels, mm.
    shortest : float
        Shorter spirals are left out, mm.

    Returns
    -------
    points (m, 2) and chain offsets.
    """
    count = rings.shape[0] - 1
    out = np.empty((points.shape[0] + 3 * count, 2))
    chains = np.zeros(count + 1, np.int64)
    used = np.zeros(count, np.bool_)
    m = 0
    n = 0
    for depth in range(levels.shape[0] - 1):
        for r in range(levels[depth], levels[depth + 1]):
            if used[r]:
                continue
            end = write_spiral(points, rings, levels, depth, r, pitch, used, out, m)
            length = 0.0
            for k in range(m + 1, end):
                length += math.hypot(out[k, 0] - out[k - 1, 0], out[k, 1] - out[k - 1, 1])
            if length >= shortest:
                m = end
                n += 1
                chains[n] = m
    return out[:m].copy(), chains[: n + 1].copy()


@kernel
def write_spiral(
    points: Floats,
    rings: Ints,
    levels: Ints,
    depth: int,
    ring: int,
    pitch: float,
    used: Flags,
    out: Floats,
    m: int,
) -> int:
    """Write a ring and those it can go on in; return the new end."""
    edge = longest_edge(points, rings[ring], rings[ring + 1])
    part = 0.5
    while True:
        used[ring] = True
        first = m
        m = write_ring(points, rings[ring], rings[ring + 1], edge, part, out, m)
        depth += 1
        if depth + 1 >= levels.shape[0]:
            return m
        end, x, y = stop_short(out, first, m, pitch)
        best = REACH * pitch
        ring = -1
        for r in range(levels[depth], levels[depth + 1]):
            if used[r]:
                continue
            distance, candidate, place = nearest_on_ring(points, rings[r], rings[r + 1], x, y)
            if distance < best:
                best = distance
                ring = r
                edge = candidate
                part = place
        if ring < 0:
            return m
        out[end, 0] = x
        out[end, 1] = y
        m = end + 1
