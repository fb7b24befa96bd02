"""Parallel lines clipped by rings: every crossing knows its line, its ring and its place along the ring.

Lines lie at ``y = (k + phase) * pitch`` in a frame turned by the fill angle, with ``k`` counted from the
origin of the bed, so that they are in register from layer to layer. Each line's crossings, sorted by x,
pair up by the even-odd rule: crossings ``2 s`` and ``2 s + 1`` are the two ends of segment ``s``.
"""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.compiled import Floats, Ints, kernel


@kernel
def turned(points: Floats, angle: float) -> Floats:
    """Rotate the frame: return points seen with the x axis along ``angle``."""
    c = math.cos(angle)
    s = math.sin(angle)
    out = np.empty(points.shape)
    for i in range(points.shape[0]):
        out[i, 0] = points[i, 0] * c + points[i, 1] * s
        out[i, 1] = points[i, 1] * c - points[i, 0] * s
    return out


@kernel
def line_span(a: float, b: float, pitch: float, phase: float) -> tuple[int, int]:
    """Return the lines between two heights, first and past the last; half open: no vertex counts twice."""
    u = a / pitch - phase
    v = b / pitch - phase
    if u > v:
        u, v = v, u
    return math.ceil(u), math.ceil(v)


@kernel
def count_crossings(frame: Floats, rings: Ints, pitch: float, phase: float) -> tuple[int, int, int]:
    """Return the lowest line, the number of lines and the number of crossings."""
    low = 1 << 60
    high = -(1 << 60)
    total = 0
    for r in range(rings.shape[0] - 1):
        j = rings[r + 1] - 1
        for i in range(rings[r], rings[r + 1]):
            first, past = line_span(frame[j, 1], frame[i, 1], pitch, phase)
            if past > first:
                total += past - first
                low = min(low, first)
                high = max(high, past)
            j = i
    return low, max(0, high - low), total


@kernel
def find_crossings(
    frame: Floats, rings: Ints, pitch: float, phase: float, low: int, lines: int, total: int
) -> tuple[Ints, Floats, Ints, Ints]:
    """Return line offsets and, for each crossing, its x, the vertex its edge starts from, and its ring."""
    offsets = np.zeros(lines + 1, np.int64)
    x = np.empty(total)
    edge = np.empty(total, np.int64)
    ring = np.empty(total, np.int64)
    for r in range(rings.shape[0] - 1):
        j = rings[r + 1] - 1
        for i in range(rings[r], rings[r + 1]):
            first, past = line_span(frame[j, 1], frame[i, 1], pitch, phase)
            for k in range(first, past):
                offsets[k - low + 1] += 1
            j = i
    for k in range(lines):
        offsets[k + 1] += offsets[k]
    place = offsets[:-1].copy()
    for r in range(rings.shape[0] - 1):
        j = rings[r + 1] - 1
        for i in range(rings[r], rings[r + 1]):
            first, past = line_span(frame[j, 1], frame[i, 1], pitch, phase)
            for k in range(first, past):
                y = (k + phase) * pitch
                q = place[k - low]
                place[k - low] += 1
                x[q] = frame[j, 0] + (frame[i, 0] - frame[j, 0]) * (y - frame[j, 1]) / (
                    frame[i, 1] - frame[j, 1]
                )
                edge[q] = j
                ring[q] = r
            j = i
    for k in range(lines):
        sort_run(x, edge, ring, offsets[k], offsets[k + 1])
    return offsets, x, edge, ring


@kernel
def sort_run(x: Floats, edge: Ints, ring: Ints, start: int, end: int) -> None:
    """Sort a short run by x, by insertion: lines rarely have more than a dozen crossings."""
    for p in range(start + 1, end):
        xp = x[p]
        ep = edge[p]
        rp = ring[p]
        q = p - 1
        while q >= start and x[q] > xp:
            x[q + 1] = x[q]
            edge[q + 1] = edge[q]
            ring[q + 1] = ring[q]
            q -= 1
        x[q + 1] = xp
        edge[q + 1] = ep
        ring[q + 1] = rp


@kernel
def lines_of(offsets: Ints) -> Ints:
    """Return the line of each crossing."""
    out = np.empty(offsets[-1], np.int64)
    for k in range(offsets.shape[0] - 1):
        out[offsets[k] : offsets[k + 1]] = k
    return out


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
def arc_places(points: Floats, rings: Ints, places: Floats, edge: Ints, ring: Ints) -> tuple[Floats, Floats]:
    """Return how far along its ring each crossing lies, and the length of each ring."""
    before = np.empty(points.shape[0])
    length = np.empty(rings.shape[0] - 1)
    for r in range(rings.shape[0] - 1):
        s = 0.0
        for i in range(rings[r], rings[r + 1]):
            before[i] = s
            j = i + 1 if i + 1 < rings[r + 1] else rings[r]
            s += math.hypot(points[j, 0] - points[i, 0], points[j, 1] - points[i, 1])
        length[r] = s
    arc = np.empty(places.shape[0])
    for q in range(places.shape[0]):
        e = edge[q]
        arc[q] = before[e] + math.hypot(places[q, 0] - points[e, 0], places[q, 1] - points[e, 1])
    return arc, length


@kernel
def ring_neighbours(arc: Floats, length: Floats, ring: Ints) -> tuple[Ints, Ints]:
    """Return the next and the previous crossing along the ring of each crossing."""
    base = np.zeros(length.shape[0])
    for r in range(1, length.shape[0]):
        base[r] = base[r - 1] + length[r - 1] + 1.0
    total = arc.shape[0]
    order = np.argsort(base[ring] + arc)
    following = np.empty(total, np.int64)
    previous = np.empty(total, np.int64)
    start = 0
    while start < total:
        end = start
        while end < total and ring[order[end]] == ring[order[start]]:
            end += 1
        for t in range(start, end):
            u = t + 1 if t + 1 < end else start
            following[order[t]] = order[u]
            previous[order[u]] = order[t]
        start = end
    return following, previous
