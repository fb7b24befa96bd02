"""The proof that rings bound an area: none crosses itself or another, and each lies where its sense says."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel

MOST_BANDS = 1024


@kernel
def edges_of_rings(points: Floats, rings: Ints, first: int, past: int, edges: Floats, ends: Ints) -> int:
    """Write the edges x0, y0, x1, y1 of some rings, and the number of the corner each ends in."""
    e = 0
    for r in range(first, past):
        j = rings[r + 1] - 1
        for i in range(rings[r], rings[r + 1]):
            edges[e, 0] = points[j, 0]
            edges[e, 1] = points[j, 1]
            edges[e, 2] = points[i, 0]
            edges[e, 3] = points[i, 1]
            ends[e, 0] = j
            ends[e, 1] = i
            j = i
            e += 1
    return e


@kernel
def sort_into_bands(
    edges: Floats, count: int, bands: int, low: float, per_mm: float
) -> tuple[Ints, Ints, Floats, Floats]:
    """Sort edges into horizontal bands: offsets, members, and from where to where in x each member goes."""
    offsets = np.zeros(bands + 1, np.int64)
    span = np.empty((count, 2), np.int64)
    for e in range(count):
        y0 = edges[e, 1]
        y1 = edges[e, 3]
        first = int(((y0 if y0 < y1 else y1) - low) * per_mm)
        last = int(((y1 if y0 < y1 else y0) - low) * per_mm)
        span[e, 0] = first
        span[e, 1] = last
        for b in range(first, last + 1):
            offsets[b + 1] += 1
    for b in range(bands):
        offsets[b + 1] += offsets[b]
    place = offsets[:-1].copy()
    members = np.empty(offsets[bands], np.int64)
    # Side by side in memory: most of what a band holds is passed over by these two alone.
    left = np.empty(offsets[bands])
    right = np.empty(offsets[bands])
    for e in range(count):
        x0 = edges[e, 0]
        x1 = edges[e, 2]
        for b in range(span[e, 0], span[e, 1] + 1):
            p = place[b]
            members[p] = e
            left[p] = x0 if x0 < x1 else x1
            right[p] = x1 if x0 < x1 else x0
            place[b] = p + 1
    return offsets, members, left, right


@kernel
def edges_meet(edges: Floats, e: int, g: int) -> bool:
    """Tell whether two edges share a point (touching counts)."""
    ax = edges[e, 0]
    ay = edges[e, 1]
    bx = edges[e, 2]
    by = edges[e, 3]
    px = edges[g, 0]
    py = edges[g, 1]
    qx = edges[g, 2]
    qy = edges[g, 3]
    if max(ax, bx) < min(px, qx) or max(px, qx) < min(ax, bx):
        return False
    if max(ay, by) < min(py, qy) or max(py, qy) < min(ay, by):
        return False
    s0 = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
    s1 = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax)
    if (s0 > 0 and s1 > 0) or (s0 < 0 and s1 < 0):
        return False
    t0 = (qx - px) * (ay - py) - (qy - py) * (ax - px)
    t1 = (qx - px) * (by - py) - (qy - py) * (bx - px)
    return not ((t0 > 0 and t1 > 0) or (t0 < 0 and t1 < 0))


@kernel
def any_meet(edges: Floats, ends: Ints, count: int) -> bool:
    """Tell whether two edges that are no neighbours meet."""
    low = np.inf
    high = -np.inf
    for e in range(count):
        low = min(low, edges[e, 1])
        high = max(high, edges[e, 1])
    bands = max(1, min(MOST_BANDS, count // 2))
    per_mm = bands / max(1e-9, (high - low) * (1 + 1e-9))
    # The topmost point falls one band past the last.
    offsets, members, left, right = sort_into_bands(edges, count, bands + 1, low, per_mm)
    for b in range(bands + 1):
        for v in range(offsets[b], offsets[b + 1]):
            e = members[v]
            lowest = left[v]
            highest = right[v]
            for w in range(v + 1, offsets[b + 1]):
                # One jump, not two: which of both sides an edge lies on nobody can foresee.
                if (left[w] > highest) | (right[w] < lowest):
                    continue
                g = members[w]
                if ends[e, 0] == ends[g, 1] or ends[e, 1] == ends[g, 0]:
                    continue
                if edges_meet(edges, e, g):
                    return True
    return False


@kernel
def winding(points: Floats, rings: Ints, first: int, past: int, but: int, x: float, y: float) -> int:
    """Count how often some rings, one left out, wind round a point."""
    turns = 0
    for r in range(first, past):
        if r == but:
            continue
        j = rings[r + 1] - 1
        for i in range(rings[r], rings[r + 1]):
            y0 = points[j, 1]
            y1 = points[i, 1]
            if (y0 <= y) != (y1 <= y):
                x0 = points[j, 0]
                at = x0 + (y - y0) / (y1 - y0) * (points[i, 0] - x0)
                if at > x:
                    turns += 1 if y1 > y0 else -1
            j = i
    return turns


@kernel
def ring_area(points: Floats, first: int, last: int) -> float:
    """Signed area, counter-clockwise positive."""
    twice = 0.0
    j = last - 1
    x = points[first, 0]
    y = points[first, 1]
    for i in range(first, last):
        twice += (points[j, 0] - x) * (points[i, 1] - y) - (points[j, 1] - y) * (points[i, 0] - x)
        j = i
    return 0.5 * twice


@kernel
def well_nested(points: Floats, rings: Ints, first: int, past: int) -> bool:
    """Tell whether outlines lie outside all others, or inside a hole, and holes inside one outline."""
    for r in range(first, past):
        is_outline = ring_area(points, rings[r], rings[r + 1]) > 0.0
        if past - first == 1:
            return is_outline
        x = points[rings[r], 0]
        y = points[rings[r], 1]
        if winding(points, rings, first, past, r, x, y) != (0 if is_outline else 1):
            return False
    return True


@kernel
def simple_layers(points: Floats, rings: Ints, layers: Ints, asked: Flags) -> Flags:
    """Tell for each asked layer whether its rings bound an area."""
    sound = np.zeros(layers.shape[0] - 1, np.bool_)
    widest = 0
    for i in range(layers.shape[0] - 1):
        widest = max(widest, rings[layers[i + 1]] - rings[layers[i]])
    edges = np.empty((widest, 4))
    ends = np.empty((widest, 2), np.int64)
    for i in range(layers.shape[0] - 1):
        if asked[i]:
            count = edges_of_rings(points, rings, layers[i], layers[i + 1], edges, ends)
            sound[i] = (count == 0 or not any_meet(edges, ends, count)) and well_nested(
                points, rings, layers[i], layers[i + 1]
            )
    return sound
