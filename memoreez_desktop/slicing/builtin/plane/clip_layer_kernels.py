"""The walks from crossing to crossing (``clip_kernels``), for all layers in one call."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.plane.clip_kernels import (
    ALONG_A,
    ALONG_B,
    X,
    Y,
)
from memoreez_desktop.slicing.builtin.plane.simple_kernels import ring_area, winding
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel

# Less is no area but rounding.
LEAST_AREA_MM2 = 1e-6
AREA_SLACK = 1e-7


@kernel
def walk(
    points: Floats,
    rings: Ints,
    first: int,
    past: int,
    start: float,
    end: float,
    forward: bool,
    out: Floats,
    at: int,
) -> int:
    """Append the corners between two places along a ring; return the new end."""
    base = rings[first]
    e = int(start)
    f = int(end)
    if e == f and (start < end) == forward:
        return at
    r = first
    while r < past - 1 and e >= rings[r + 1] - base:
        r += 1
    low = rings[r] - base
    high = rings[r + 1] - base
    v = e
    # Edge e runs from corner e - 1 to corner e.
    while True:
        if not forward:
            v = v - 1 if v > low else high - 1
        out[at] = points[base + v]
        at += 1
        if forward:
            v = v + 1 if v + 1 < high else low
        if v == f:
            return at


@kernel
def close_ring(out: Floats, rings: Ints, count: int, start: int, at: int) -> tuple[int, int, float]:
    """End a ring begun at ``start`` unless it is a speck: its end, the rings so far, its area."""
    area = ring_area(out, start, at) if at - start >= 3 else 0.0
    if abs(area) < LEAST_AREA_MM2:
        return start, count, area
    rings[count + 1] = at
    return at, count + 1, area


@kernel
def copy_ring(points: Floats, first: int, last: int, forward: bool, out: Floats, at: int) -> int:
    """Append a whole ring, or its reverse."""
    for k in range(last - first):
        out[at + k] = points[first + k] if forward else points[last - 1 - k]
    return at + last - first


@kernel
def trace(
    common: bool,
    a: Floats,
    ra: Ints,
    first_a: int,
    past_a: int,
    b: Floats,
    rb: Ints,
    first_b: int,
    past_b: int,
    found: Floats,
    enters: Flags,
    links: Ints,
    out: Floats,
    rings: Ints,
    at: int,
    count: int,
) -> tuple[int, int, float]:
    """Write what both have in common, or what only the first has: the new end, the rings, the area.

    ``links`` holds the next crossing along the first rings, the next along the second, and the one before.
    """
    total = 0.0
    crossings = found.shape[0]
    seen = np.zeros(crossings, np.bool_)
    for c in range(crossings):
        if seen[c] or enters[c] != common:
            continue
        start = at
        q = c
        while not seen[q]:
            seen[q] = True
            out[at, 0] = found[q, X]
            out[at, 1] = found[q, Y]
            d = links[0, q]
            at = walk(a, ra, first_a, past_a, found[q, ALONG_A], found[d, ALONG_A], True, out, at + 1)
            out[at, 0] = found[d, X]
            out[at, 1] = found[d, Y]
            q = links[1 if common else 2, d]
            at = walk(b, rb, first_b, past_b, found[d, ALONG_B], found[q, ALONG_B], common, out, at + 1)
        at, count, area = close_ring(out, rings, count, start, at)
        total += area
    return at, count, total


@kernel
def uncrossed(
    common: bool,
    a: Floats,
    ra: Ints,
    first_a: int,
    past_a: int,
    b: Floats,
    rb: Ints,
    first_b: int,
    past_b: int,
    crossed: Flags,
    of_second: bool,
    out: Floats,
    rings: Ints,
    at: int,
    count: int,
) -> tuple[int, int, float]:
    """Append those rings of ``a`` that meet no ring of ``b`` and belong to the result."""
    total = 0.0
    for r in range(first_a, past_a):
        if crossed[r - first_a]:
            continue
        inside = winding(b, rb, first_b, past_b, -1, a[ra[r], 0], a[ra[r], 1]) != 0
        if inside != (common or of_second):
            continue
        start = at
        at = copy_ring(a, ra[r], ra[r + 1], common or not of_second, out, at)
        at, count, area = close_ring(out, rings, count, start, at)
        total += area
    return at, count, total


@kernel
def mark_crossed(keys: Floats, rings: Ints, first: int, past: int) -> Flags:
    """Tell which rings hold a crossing."""
    crossed = np.zeros(past - first, np.bool_)
    for key in keys:
        r = first
        while r < past - 1 and key >= rings[r + 1] - rings[first]:
            r += 1
        crossed[r - first] = True
    return crossed


@kernel
def layer_area(points: Floats, rings: Ints, first: int, past: int) -> float:
    """Area of the rings of a layer."""
    total = 0.0
    for r in range(first, past):
        total += ring_area(points, rings[r], rings[r + 1])
    return total
