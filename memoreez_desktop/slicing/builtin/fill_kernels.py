"""Solid and sparse fill: clipped lines, joined into chains."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.link_kernels import append_arc, shortest_links, zigzag_links
from memoreez_desktop.slicing.builtin.scan_kernels import (
    arc_places,
    count_crossings,
    find_crossings,
    lines_of,
    ring_neighbours,
    turned,
)
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel


@kernel
def follow_chain(
    start: int,
    back: Floats,
    x: Floats,
    points: Floats,
    rings: Ints,
    edge: Ints,
    ring: Ints,
    arc: Floats,
    link: Ints,
    forward: Ints,
    used: Flags,
    out: Floats,
    m: int,
) -> tuple[int, float]:
    """Write one chain from crossing ``start`` on; return the new end and the length of its straight lines."""
    straight = 0.0
    e = start
    while True:
        used[e // 2] = True
        straight += abs(x[e] - x[e ^ 1])
        out[m] = back[e]
        out[m + 1] = back[e ^ 1]
        m += 2
        q = e ^ 1
        c = link[q]
        if c < 0:
            return m, straight
        m = append_arc(out, m, points, rings, q, c, edge, ring, arc, forward[q])
        e = c


@kernel
def turned_back(x: Floats, y: Floats, angle: float) -> Floats:
    """Return places in the turned frame as places on the bed."""
    c = math.cos(angle)
    s = math.sin(angle)
    out = np.empty((x.shape[0], 2))
    for q in range(x.shape[0]):
        out[q, 0] = x[q] * c - y[q] * s
        out[q, 1] = x[q] * s + y[q] * c
    return out


@kernel
def fill_chains(
    points: Floats,
    rings: Ints,
    angle: float,
    pitch: float,
    phase: float,
    monotonic: bool,
    reach: float,
    shortest: float,
) -> tuple[Floats, Ints]:
    """Fill rings (even-odd) with lines and join them.

    Parameters
    ----------
    points, rings : (n, 2), (k + 1,)
        Rings without a closing point.
    angle, pitch, phase : float
        Direction in radians, distance in mm, and shift in pitches.
    monotonic : bool
        True: solid fill, each line printed after those it lies against.
        False: sparse fill, shortest joins first.
    reach : float
        Longest way along the outline to join two ends, mm.
    shortest : float
        Chains with less straight line than this are dropped, mm.

    Returns
    -------
    points (m, 2) and chain offsets.
    """
    frame = turned(points, angle)
    low, lines, total = count_crossings(frame, rings, pitch, phase)
    if total == 0:
        return np.empty((0, 2)), np.zeros(1, np.int64)
    offsets, x, edge, ring = find_crossings(frame, rings, pitch, phase, low, lines, total)
    line = lines_of(offsets)
    y = np.empty(total)
    for q in range(total):
        y[q] = (line[q] + low + phase) * pitch
    arc, length = arc_places(frame, rings, x, y, edge, ring)
    following, previous = ring_neighbours(arc, length, ring)
    if monotonic:
        link, forward, entry = zigzag_links(offsets, x, line, ring, arc, length, following, previous, reach)
    else:
        link, forward, entry = shortest_links(ring, arc, length, following, reach)
    back = turned_back(x, y, angle)
    return collect_chains(back, x, points, rings, edge, ring, arc, link, forward, entry, shortest)


@kernel
def collect_chains(
    back: Floats,
    x: Floats,
    points: Floats,
    rings: Ints,
    edge: Ints,
    ring: Ints,
    arc: Floats,
    link: Ints,
    forward: Ints,
    entry: Ints,
    shortest: float,
) -> tuple[Floats, Ints]:
    """Walk every chain once, in the order of its first line."""
    total = x.shape[0]
    # Two crossings a segment, and the ways between neighbouring crossings never share a ring point.
    out = np.empty((2 * total + points.shape[0] + 8, 2))
    chains = np.zeros(total // 2 + 1, np.int64)
    used = np.zeros(total // 2, np.bool_)
    m = 0
    count = 0
    for s in range(total // 2):
        if used[s] or (link[2 * s] >= 0 and link[2 * s + 1] >= 0):
            continue
        start = 2 * s if link[2 * s] < 0 else 2 * s + 1
        if entry[s] >= 0 and entry[s] != start:
            continue
        end, straight = follow_chain(
            start, back, x, points, rings, edge, ring, arc, link, forward, used, out, m
        )
        if straight >= shortest:
            m = end
            count += 1
            chains[count] = m
    return out[:m].copy(), chains[: count + 1].copy()
