"""Ends of fill lines joined along the outline, so that the nozzle seldom has to travel."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.compiled import Floats, Ints, kernel


@kernel
def overlaps(offsets: Ints, x: Floats) -> tuple[Ints, Ints]:
    """Count, for each segment, the segments of the next and of the previous line it lies against."""
    segments = x.shape[0] // 2
    after = np.zeros(segments, np.int64)
    before = np.zeros(segments, np.int64)
    for k in range(offsets.shape[0] - 2):
        a = offsets[k]
        b = offsets[k + 1]
        while a < offsets[k + 1] and b < offsets[k + 2]:
            if x[a] <= x[b + 1] and x[b] <= x[a + 1]:
                after[a // 2] += 1
                before[b // 2] += 1
            if x[a + 1] < x[b + 1]:
                a += 2
            else:
                b += 2
    return after, before


@kernel
def forward_gap(q: int, c: int, arc: Floats, length: Floats, ring: Ints) -> float:
    """Length of the ring from crossing ``q`` onwards to ``c``."""
    gap = arc[c] - arc[q]
    return float(gap + length[ring[q]] if gap < 0 else gap)


@kernel
def zigzag_links(
    offsets: Ints,
    x: Floats,
    line: Ints,
    ring: Ints,
    arc: Floats,
    length: Floats,
    following: Ints,
    previous: Ints,
    reach: float,
) -> tuple[Ints, Ints, Ints]:
    """Link each line to the next one where they lie one against one: the order stays monotonic.

    Returns, for each crossing, its partner or -1 and whether the way there runs forwards along the ring, and
    for each segment the crossing it is entered by.
    """
    total = x.shape[0]
    after, before = overlaps(offsets, x)
    link = np.full(total, -1, np.int64)
    forward = np.zeros(total, np.int64)
    entry = np.full(total // 2, -1, np.int64)
    for s in range(total // 2):
        if entry[s] < 0:
            entry[s] = 2 * s
        out = entry[s] ^ 1
        best = -1
        shortest = reach
        runs_forward = 0
        for side in range(2):
            c = following[out] if side == 0 else previous[out]
            if c == out or line[c] != line[out] + 1:
                continue
            gap = (
                forward_gap(out, c, arc, length, ring)
                if side == 0
                else forward_gap(c, out, arc, length, ring)
            )
            if gap < shortest and entry[c // 2] < 0 and after[s] == 1 and before[c // 2] == 1:
                best = c
                shortest = gap
                runs_forward = 1 - side
        if best >= 0:
            link[out] = best
            link[best] = out
            forward[out] = runs_forward
            forward[best] = 1 - runs_forward
            entry[best // 2] = best
    return link, forward, entry


@kernel
def find_root(root: Ints, a: int) -> int:
    """Follow a disjoint-set forest to its root, halving the way."""
    while root[a] != a:
        root[a] = root[root[a]]
        a = root[a]
    return a


@kernel
def shortest_links(
    ring: Ints, arc: Floats, length: Floats, following: Ints, reach: float
) -> tuple[Ints, Ints, Ints]:
    """Link sparse lines by the shortest ways along the outline first, never into a closed loop."""
    total = arc.shape[0]
    gaps = np.empty(total)
    for q in range(total):
        gap = arc[following[q]] - arc[q]
        gaps[q] = gap + length[ring[q]] if gap <= 0 else gap
    link = np.full(total, -1, np.int64)
    forward = np.zeros(total, np.int64)
    root = np.arange(total // 2)
    for q in np.argsort(gaps):
        if gaps[q] > reach:
            break
        c = following[q]
        if c == q or link[q] >= 0 or link[c] >= 0:
            continue
        a = find_root(root, q // 2)
        b = find_root(root, c // 2)
        if a == b:
            continue
        root[a] = b
        link[q] = c
        link[c] = q
        forward[q] = 1
    return link, forward, np.full(total // 2, -1, np.int64)


@kernel
def append_arc(
    out: Floats,
    m: int,
    points: Floats,
    rings: Ints,
    q: int,
    c: int,
    edge: Ints,
    ring: Ints,
    arc: Floats,
    forward: int,
) -> int:
    """Append the ring points between crossings ``q`` and ``c``; return the new end."""
    low = rings[ring[q]]
    high = rings[ring[q] + 1]
    count = high - low
    if forward:
        steps = (edge[c] - edge[q]) % count
        if steps == 0 and arc[c] < arc[q]:
            steps = count
        k = edge[q]
        for _ in range(steps):
            k = k + 1 if k + 1 < high else low
            out[m] = points[k]
            m += 1
    else:
        steps = (edge[q] - edge[c]) % count
        if steps == 0 and arc[c] > arc[q]:
            steps = count
        k = edge[q]
        for _ in range(steps):
            out[m] = points[k]
            m += 1
            k = k - 1 if k > low else high - 1
    return m
