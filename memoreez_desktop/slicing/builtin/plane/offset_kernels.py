"""Rings moved sideways: every edge shifts along its normal, and edges that shrink to nothing leave.

This is the wavefront of a straight skeleton without its split events: exact as long as no part of an outline
meets another part. Whether that holds is not foreseen here but proved afterwards (``simple_kernels``).
Corners that open are mitred up to twice the distance and squared beyond, as Clipper does with a limit of 2.

A line of the wavefront is a row of ``LINE`` numbers: its direction (UX, UY), the corner where it starts
(place BX, BY at time 0 and velocity WX, WY), its length A - B t, and its share K of that speed.
"""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

UX, UY, BX, BY, WX, WY, A, B, K = range(9)
LINE = 9

DONE, ACUTE, VANISHED, FAILED = range(4)

# An opening corner that turns further than this (cosine) is squared; a closing one is acute.
SHARP_COSINE = -0.5
LEAST_EDGE_MM = 1e-6
# Corners nearer to a full reversal than this have no stable velocity.
LEAST_OPENING = 1e-3


@kernel
def set_corner(lines: Floats, p: int, j: int, x: float, y: float, t: float, side: float) -> bool:
    """Set the corner between line ``p`` and the following line ``j``, which is at (x, y) at time t.

    Returns False where the lines run back on themselves.
    """
    dot = lines[p, UX] * lines[j, UX] + lines[p, UY] * lines[j, UY]
    cross = lines[p, UX] * lines[j, UY] - lines[p, UY] * lines[j, UX]
    opening = 1.0 + dot
    if opening < LEAST_OPENING:
        return False
    lines[j, K] = side * cross / opening
    lines[j, WX] = -side * (lines[p, UY] + lines[j, UY]) / opening
    lines[j, WY] = side * (lines[p, UX] + lines[j, UX]) / opening
    lines[j, BX] = x - t * lines[j, WX]
    lines[j, BY] = y - t * lines[j, WY]
    return True


@kernel
def add_line(lines: Floats, m: int, ux: float, uy: float, x: float, y: float, length: float) -> int:
    """Append a line that starts at (x, y); return the new count."""
    lines[m, UX] = ux
    lines[m, UY] = uy
    lines[m, BX] = x
    lines[m, BY] = y
    lines[m, A] = length
    return m + 1


@kernel
def lines_of(points: Floats, first: int, last: int, side: float, lines: Floats) -> int:
    """Write the lines of a ring, with one more at each corner that is to be squared; return how many."""
    px = points[last - 1, 0]
    py = points[last - 1, 1]
    # The direction of the edge that ends where the ring starts.
    vx = 0.0
    vy = 0.0
    for i in range(last - 2, first - 1, -1):
        length = math.hypot(px - points[i, 0], py - points[i, 1])
        if length > LEAST_EDGE_MM:
            vx = (px - points[i, 0]) / length
            vy = (py - points[i, 1]) / length
            break
    m = 0
    for i in range(first, last):
        x = points[i, 0]
        y = points[i, 1]
        length = math.hypot(x - px, y - py)
        if length <= LEAST_EDGE_MM:
            continue
        ux = (x - px) / length
        uy = (y - py) / length
        dot = vx * ux + vy * uy
        cross = vx * uy - vy * ux
        if dot < SHARP_COSINE and side * cross < 0.0:
            # Half the turn, by the half-angle formulas.
            c = math.sqrt(max(0.0, 0.5 * (1.0 + dot)))
            s = math.copysign(math.sqrt(0.5 * (1.0 - dot)), cross)
            m = add_line(lines, m, vx * c - vy * s, vx * s + vy * c, px, py, 0.0)
        m = add_line(lines, m, ux, uy, px, py, length)
        px = x
        py = y
        vx = ux
        vy = uy
    return m


@kernel
def start_ring(points: Floats, first: int, last: int, side: float, lines: Floats) -> tuple[int, bool, bool]:
    """Set up the wavefront of a ring: lines, whether it is sound, whether a corner is acute."""
    m = lines_of(points, first, last, side, lines)
    acute = False
    if m < 3:
        return m, False, acute
    p = m - 1
    for j in range(m):
        if not set_corner(lines, p, j, lines[j, BX], lines[j, BY], 0.0, side):
            return m, False, acute
        # The tangent of half a turn of 120 degrees.
        acute = acute or lines[j, K] > 1.7320508
        p = j
    for j in range(m):
        lines[j, B] = lines[j, K] + lines[j + 1 if j + 1 < m else 0, K]
    return m, True, acute


@kernel
def collapse(lines: Floats, before: Ints, after: Ints, j: int, t: float, side: float) -> tuple[bool, bool]:
    """Take out line ``j``, which has no length left at time t: whether it is sound, whether acute."""
    p = before[j]
    q = after[j]
    # Both turns together must stay below half a turn, else the neighbours run against each other.
    if lines[j, K] * lines[q, K] > 1.0 - LEAST_OPENING:
        return False, False
    x = 0.5 * (lines[j, BX] + lines[q, BX] + t * (lines[j, WX] + lines[q, WX]))
    y = 0.5 * (lines[j, BY] + lines[q, BY] + t * (lines[j, WY] + lines[q, WY]))
    was = lines[q, K], lines[j, K]
    if not set_corner(lines, p, q, x, y, t, side):
        return False, False
    # Lengths go on from what they are now with the new speed.
    change = lines[q, K] - was[1]
    lines[p, B] += change
    lines[p, A] += change * t
    change = lines[q, K] - was[0]
    lines[q, B] += change
    lines[q, A] += change * t
    after[p] = q
    before[q] = p
    return True, lines[q, K] > 1.7320508


@kernel
def run_events(
    lines: Floats, m: int, end: float, side: float, before: Ints, after: Ints, waiting: Ints
) -> tuple[int, int, bool]:
    """Let lines leave in the order of time until ``end``: status, lines left, whether a corner got acute."""
    count = 0
    for j in range(m):
        before[j] = j - 1 if j else m - 1
        after[j] = j + 1 if j + 1 < m else 0
        if lines[j, A] < lines[j, B] * end:
            waiting[count] = j
            count += 1
    left = m
    now = 0.0
    acute = False
    while count:
        soonest = 0
        best = end
        for w in range(count):
            k = waiting[w]
            # Rounding may leave a line that keeps its length with none at all: it leaves at once.
            t = lines[k, A] / lines[k, B] if lines[k, B] > 0.0 else 0.0
            if t < best:
                best = t
                soonest = w
        j = waiting[soonest]
        waiting[soonest] = waiting[count - 1]
        count -= 1
        now = max(now, best)
        if left <= 3:
            return VANISHED, 0, acute
        p = before[j]
        q = after[j]
        waited_p = lines[p, A] < lines[p, B] * end
        waited_q = lines[q, A] < lines[q, B] * end
        sound, sharp = collapse(lines, before, after, j, now, side)
        if not sound:
            return FAILED, left, acute
        acute = acute or sharp
        left -= 1
        before[j] = -1
        for k, waited in ((p, waited_p), (q, waited_q)):
            waits = lines[k, A] < lines[k, B] * end
            if waits and not waited:
                waiting[count] = k
                count += 1
            elif waited and not waits:
                for w in range(count):
                    if waiting[w] == k:
                        waiting[w] = waiting[count - 1]
                        count -= 1
                        break
    return DONE, left, acute


@kernel
def write_ring(lines: Floats, m: int, end: float, before: Ints, out: Floats, at: int) -> int:
    """Append the wavefront at time ``end`` to ``out``; return the new end."""
    start = at
    for j in range(m):
        if before[j] < 0:
            continue
        x = lines[j, BX] + end * lines[j, WX]
        y = lines[j, BY] + end * lines[j, WY]
        if at > start and abs(x - out[at - 1, 0]) + abs(y - out[at - 1, 1]) < LEAST_EDGE_MM:
            continue
        out[at, 0] = x
        out[at, 1] = y
        at += 1
    return at if at - start >= 3 else start


@kernel
def shift_rings(
    points: Floats, rings: Ints, layers: Ints, distance: Floats
) -> tuple[Floats, Ints, Ints, Ints]:
    """Move the rings of each layer outwards by its distance (inwards when negative).

    Returns points, ring offsets, the first ring of each layer, and the status of each layer: the worst of its
    rings. Layers that failed are cut short.
    """
    widest = 0
    for r in range(rings.shape[0] - 1):
        widest = max(widest, rings[r + 1] - rings[r])
    lines = np.empty((2 * widest + 1, LINE))
    before = np.empty(2 * widest + 1, np.int64)
    after = np.empty(2 * widest + 1, np.int64)
    waiting = np.empty(2 * widest + 1, np.int64)
    out = np.empty((2 * points.shape[0] + 1, 2))
    out_rings = np.zeros(rings.shape[0], np.int64)
    out_layers = np.zeros(layers.shape[0], np.int64)
    status = np.zeros(layers.shape[0] - 1, np.int64)
    at = 0
    count = 0
    for i in range(layers.shape[0] - 1):
        side = -1.0 if distance[i] > 0.0 else 1.0
        end = abs(distance[i])
        for r in range(layers[i], layers[i + 1]):
            m, sound, acute = start_ring(points, rings[r], rings[r + 1], side, lines)
            state = FAILED
            if sound:
                state, _, sharp = run_events(lines, m, end, side, before, after, waiting)
                acute = acute or sharp
            if state == FAILED:
                status[i] = FAILED
                break
            written = at
            if state == DONE:
                written = write_ring(lines, m, end, before, out, at)
            if written == at:
                state = VANISHED
            else:
                at = written
                count += 1
                out_rings[count] = at
            status[i] = max(status[i], state, ACUTE if acute else DONE)
        out_layers[i + 1] = count
    return out[:at].copy(), out_rings[: count + 1].copy(), out_layers, status
