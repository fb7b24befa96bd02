"""Solid and sparse fill: clipped lines, joined into chains."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.infill.link_kernels import append_arc, shortest_links, zigzag_links
from memoreez_desktop.slicing.builtin.infill.patch_kernels import in_order, lies_against, nearest_first
from memoreez_desktop.slicing.builtin.infill.scan_kernels import (
    arc_places,
    count_crossings,
    find_crossings,
    lines_of,
    ring_neighbours,
    turned,
    turned_back,
)
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel


@kernel
def follow_chain(
    start: int,
    places: Floats,
    inner: Floats,
    inner_offsets: Ints,
    points: Floats,
    rings: Ints,
    edge: Ints,
    ring: Ints,
    arc: Floats,
    link: Ints,
    forward: Ints,
    chain_of: Ints,
    number: int,
    out: Floats,
    m: int,
) -> tuple[int, float]:
    """Write one chain from crossing ``start`` on; return the new end and how far its lines reach."""
    reached = 0.0
    e = start
    while True:
        s = e // 2
        chain_of[s] = number
        q = e ^ 1
        reached += math.hypot(places[e, 0] - places[q, 0], places[e, 1] - places[q, 1])
        out[m] = places[e]
        m += 1
        count = inner_offsets[s + 1] - inner_offsets[s]
        for k in range(count):
            out[m] = inner[inner_offsets[s] + (k if e < q else count - 1 - k)]
            m += 1
        out[m] = places[q]
        m += 1
        c = link[q]
        if c < 0:
            return m, reached
        m = append_arc(out, m, points, rings, q, c, edge, ring, arc, forward[q])
        e = c


@kernel
def collect_chains(
    places: Floats,
    inner: Floats,
    inner_offsets: Ints,
    points: Floats,
    rings: Ints,
    edge: Ints,
    ring: Ints,
    arc: Floats,
    link: Ints,
    forward: Ints,
    entry: Ints,
    shortest: float,
) -> tuple[Floats, Ints, Ints]:
    """Walk every chain once, in the order of its first line; tell also the chain of each segment.

    Segments of what is too short belong to no chain: -1.
    """
    total = places.shape[0]
    # Two crossings a segment, and the ways between neighbouring crossings never share a ring point.
    out = np.empty((2 * total + inner.shape[0] + points.shape[0] + 8, 2))
    chains = np.zeros(total // 2 + 1, np.int64)
    chain_of = np.full(total // 2, -1, np.int64)
    names = np.full(total // 2 + 1, -1, np.int64)
    walks = 0
    m = 0
    count = 0
    for s in range(total // 2):
        if chain_of[s] >= 0 or (link[2 * s] >= 0 and link[2 * s + 1] >= 0):
            continue
        start = 2 * s if link[2 * s] < 0 else 2 * s + 1
        if entry[s] >= 0 and entry[s] != start:
            continue
        end, reached = follow_chain(
            start,
            places,
            inner,
            inner_offsets,
            points,
            rings,
            edge,
            ring,
            arc,
            link,
            forward,
            chain_of,
            walks,
            out,
            m,
        )
        if reached >= shortest:
            names[walks] = count
            m = end
            count += 1
            chains[count] = m
        walks += 1
    for s in range(total // 2):
        chain_of[s] = names[chain_of[s]]
    return out[:m].copy(), chains[: count + 1].copy(), chain_of


@kernel
def touching_lines(
    points: Floats,
    rings: Ints,
    angle: float,
    pitch: float,
    phase: float,
    reach: float,
    shortest: float,
) -> tuple[Floats, Ints]:
    """Fill rings (even-odd) with lines, each printed after those it lies against; patch by patch.

    Parameters
    ----------
    points, rings : (n, 2), (k + 1,)
        Rings without a closing point.
    angle, pitch, phase : float
        Direction in radians, distance in mm, and shift in pitches.
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
    places = turned_back(x, y, angle)
    arc, length = arc_places(points, rings, places, edge, ring)
    following, previous = ring_neighbours(arc, length, ring)
    link, forward, entry = zigzag_links(offsets, x, line, ring, arc, length, following, previous, reach)
    none = np.empty((0, 2))
    none_offsets = np.zeros(total // 2 + 1, np.int64)
    chains, starts, chain_of = collect_chains(
        places, none, none_offsets, points, rings, edge, ring, arc, link, forward, entry, shortest
    )
    waits, successors, waiting = lies_against(offsets, x, chain_of, starts.shape[0] - 1)
    return in_order(chains, starts, nearest_first(chains, starts, waits, successors, waiting))


@kernel
def joined_segments(
    points: Floats,
    rings: Ints,
    places: Floats,
    inner: Floats,
    inner_offsets: Ints,
    edge: Ints,
    ring: Ints,
    reach: float,
    shortest: float,
) -> tuple[Floats, Ints]:
    """Join the ends of segments, of whatever family, by the shortest ways along the outline.

    Parameters
    ----------
    places, edge, ring : (2 s, 2), (2 s,), (2 s,)
        The two ends of each segment, the ring edge each lies on, and its ring.
    inner, inner_offsets : (m, 2), (s + 1,)
        The points of each segment between its ends, from the first end to the second.
    """
    arc, length = arc_places(points, rings, places, edge, ring)
    following, _ = ring_neighbours(arc, length, ring)
    link, forward, entry = shortest_links(ring, arc, length, following, reach)
    chains, starts, _ = collect_chains(
        places, inner, inner_offsets, points, rings, edge, ring, arc, link, forward, entry, shortest
    )
    return chains, starts


@kernel
def spaced_lines(
    points: Floats,
    rings: Ints,
    angles: Floats,
    pitch: float,
    phases: Floats,
    reach: float,
    shortest: float,
) -> tuple[Floats, Ints]:
    """Fill rings with families of parallel lines and join the ends of all of them.

    A stretch of outline between two neighbouring ends, of the same family or not, is used at most once.
    """
    families = angles.shape[0]
    counts = np.zeros(families + 1, np.int64)
    for f in range(families):
        counts[f + 1] = counts[f] + count_crossings(turned(points, angles[f]), rings, pitch, phases[f])[2]
    total = counts[families]
    places = np.empty((total, 2))
    edge = np.empty(total, np.int64)
    ring = np.empty(total, np.int64)
    for f in range(families):
        if counts[f + 1] == counts[f]:
            continue
        frame = turned(points, angles[f])
        low, lines, count = count_crossings(frame, rings, pitch, phases[f])
        offsets, x, edges, ring_numbers = find_crossings(frame, rings, pitch, phases[f], low, lines, count)
        y = (lines_of(offsets) + (low + phases[f])) * pitch
        places[counts[f] : counts[f + 1]] = turned_back(x, y, angles[f])
        edge[counts[f] : counts[f + 1]] = edges
        ring[counts[f] : counts[f + 1]] = ring_numbers
    none_offsets = np.zeros(total // 2 + 1, np.int64)
    return joined_segments(points, rings, places, np.empty((0, 2)), none_offsets, edge, ring, reach, shortest)
