"""Waves clipped by rings: the gyroid's lines in one layer.

The gyroid ``sin x cos y + sin y cos z + sin z cos x = 0`` cut at one height is a family of waves that never
meet. Solved for y it reads ``y = a - b`` and ``y = pi - a - b`` (and so on every full turn), with
``a = asin(-sin z cos x / sqrt(sin² x + cos² z))`` and ``b = atan(sin x / cos z)``, as long as
``|sin z| <= |cos z|``; at other heights it is the same with the two axes and sine and cosine of z exchanged.

The waves are sampled on columns that count from the origin of the bed. Wave ``2 n`` is the first branch,
``2 n + 1`` the second, ``n`` turns up. A place knows how many waves lie below it; a ring edge crosses the
waves by which that number differs at its two ends, so that no crossing is lost or counted twice.
"""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.infill.fill_kernels import joined_segments
from memoreez_desktop.slicing.builtin.infill.scan_kernels import turned, turned_back
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel

TURN = 2.0 * math.pi
# More columns than any bed has: waves and columns in one number to sort by.
FAR = 1e6
# The least part of a column between two points of a wave.
CLOSE = 0.2


@kernel
def wave_table(major: float, minor: float, samples: int) -> Floats:
    """Sample one turn of the two branches; ``major`` is the larger one of sine and cosine of z."""
    table = np.empty((2, samples))
    for j in range(samples):
        x = TURN * j / samples
        a = math.asin(max(-1.0, min(1.0, -minor * math.cos(x) / math.hypot(math.sin(x), major))))
        b = math.atan(math.sin(x) / major)
        table[0, j] = a - b
        table[1, j] = math.pi - a - b
    return table


@kernel
def bends(table: Floats, tolerance: float) -> Flags:
    """Choose the samples that draw the waves to a tolerance in radians, with long chords where straight."""
    samples = table.shape[1]
    step = TURN / samples
    kept = np.zeros(table.shape, np.bool_)
    for branch in range(2):
        start = 0
        while start < samples:
            kept[branch, start] = True
            end = start + 1
            while end < samples:
                rise = table[branch, (end + 1) % samples] - table[branch, start]
                run = (end + 1 - start) * step
                worst = 0.0
                for j in range(start + 1, end + 1):
                    over = table[branch, j] - table[branch, start] - rise * (j - start) / (end + 1 - start)
                    worst = max(worst, abs(over) * run / math.hypot(run, rise))
                if worst > tolerance:
                    break
                end += 1
            start = end
    return kept


@kernel
def wave_length(table: Floats, kept: Flags) -> float:
    """Return the length of the two branches over one turn of x, per turn."""
    samples = table.shape[1]
    total = 0.0
    for branch in range(2):
        last = 0
        for j in range(1, samples + 1):
            if j == samples or kept[branch, j]:
                rise = table[branch, j % samples] - table[branch, last]
                total += math.hypot((j - last) * TURN / samples, rise)
                last = j
    return total / TURN


@kernel
def wave_at(table: Floats, wave: int, column: int, part: float) -> float:
    """Height of a wave between a column (part 0) and the next (part 1)."""
    samples = table.shape[1]
    branch = wave & 1
    # Exact at both columns: a place on a border must count the same waves from either side.
    height = table[branch, column % samples] * (1.0 - part) + table[branch, (column + 1) % samples] * part
    return float((wave >> 1) * TURN + height)


@kernel
def waves_below(table: Floats, column: int, part: float, y: float) -> int:
    """Return the highest wave that does not lie above a place."""
    first = wave_at(table, 0, column, part)
    turns = math.floor((y - first) / TURN)
    rest = y - first - turns * TURN
    return 2 * int(turns) + (1 if rest >= wave_at(table, 1, column, part) - first else 0)


@kernel
def cross_strip(
    table: Floats, column: int, ax: float, ay: float, bx: float, by: float, out: Floats, n: int
) -> tuple[Floats, int]:
    """Append wave, x and y of each wave that a line inside one strip crosses."""
    u = ax - column
    v = bx - column
    first = waves_below(table, column, u, ay)
    last = waves_below(table, column, v, by)
    low = min(first, last)
    high = max(first, last)
    if n + high - low > out.shape[0]:
        more = np.empty((2 * (n + high - low), 3))
        more[:n] = out[:n]
        out = more
    for wave in range(low + 1, high + 1):
        a = ay - wave_at(table, wave, column, u)
        b = by - wave_at(table, wave, column, v)
        part = a / (a - b) if a != b else 0.5
        out[n, 0] = wave
        out[n, 1] = ax + part * (bx - ax)
        out[n, 2] = ay + part * (by - ay)
        n += 1
    return out, n


@kernel
def cross_edge(
    table: Floats, ax: float, ay: float, bx: float, by: float, out: Floats, n: int
) -> tuple[Floats, int]:
    """Append the crossings of one edge, strip by strip."""
    column = math.floor(ax)
    last = math.floor(bx)
    px = ax
    py = ay
    while column != last:
        border = float(column + 1 if last > column else column)
        qy = ay + (by - ay) * (border - ax) / (bx - ax)
        out, n = cross_strip(table, column, px, py, border, qy, out, n)
        px = border
        py = qy
        column += 1 if last > column else -1
    return cross_strip(table, column, px, py, bx, by, out, n)


@kernel
def wave_crossings(frame: Floats, rings: Ints, table: Floats) -> tuple[Floats, Ints, Ints]:
    """Cross every ring edge with the waves; ``frame`` has x in columns and y in radians.

    Returns
    -------
    wave, x and y of each crossing, and the edge and ring of each, sorted by wave and x.
    """
    found = np.empty((256, 3))
    bounds = np.zeros(frame.shape[0] + 1, np.int64)
    n = 0
    for r in range(rings.shape[0] - 1):
        for i in range(rings[r], rings[r + 1]):
            j = i + 1 if i + 1 < rings[r + 1] else rings[r]
            found, n = cross_edge(table, frame[i, 0], frame[i, 1], frame[j, 0], frame[j, 1], found, n)
            bounds[i + 1] = n
    edge = np.empty(n, np.int64)
    ring = np.empty(n, np.int64)
    for r in range(rings.shape[0] - 1):
        for i in range(rings[r], rings[r + 1]):
            edge[bounds[i] : bounds[i + 1]] = i
            ring[bounds[i] : bounds[i + 1]] = r
    found = found[:n]
    order = np.argsort(found[:, 0] * FAR + found[:, 1])
    return found[order], edge[order], ring[order]


@kernel
def wave_insides(crossings: Floats, table: Floats, kept: Flags) -> tuple[Floats, Ints]:
    """Sample each segment between its ends; not close to them, where it would make a tiny move."""
    samples = table.shape[1]
    segments = crossings.shape[0] // 2
    offsets = np.zeros(segments + 1, np.int64)
    room = 0
    for s in range(segments):
        room += int(crossings[2 * s + 1, 1] - crossings[2 * s, 1]) + 1
    out = np.empty((room, 2))
    n = 0
    for s in range(segments):
        wave = int(crossings[2 * s, 0])
        first = math.ceil(crossings[2 * s, 1] + CLOSE)
        past = math.floor(crossings[2 * s + 1, 1] - CLOSE) + 1
        for column in range(first, past):
            if kept[wave & 1, column % samples]:
                out[n, 0] = column
                out[n, 1] = wave_at(table, wave, column, 0.0)
                n += 1
        offsets[s + 1] = n
    return out[:n].copy(), offsets


@kernel
def spaced_waves(
    points: Floats,
    rings: Ints,
    angle: float,
    period: float,
    z: float,
    samples: int,
    tolerance: float,
    reach: float,
    shortest: float,
) -> tuple[Floats, Ints, float]:
    """Fill rings with the gyroid's waves.

    Parameters
    ----------
    period, z : float
        Length of a whole turn, and the height of the layer, mm.
    samples, tolerance : int, float
        Samples a turn, of which those are printed that draw the wave to the tolerance, mm.

    Returns
    -------
    points, chain offsets, and the length of the waves in a square of one period, in periods.
    """
    sine = math.sin(TURN * z / period)
    cosine = math.cos(TURN * z / period)
    swapped = abs(sine) > abs(cosine)
    table = wave_table(sine, cosine, samples) if swapped else wave_table(cosine, sine, samples)
    kept = bends(table, tolerance * TURN / period)
    # Where the divisor of the arc tangent is negative, or the axes are exchanged, the waves are shifted.
    shift_x = math.pi / 2 if swapped else 0.0
    shift_y = math.copysign(math.pi / 2, sine) if swapped else (math.pi if cosine < 0 else 0.0)
    turned_angle = angle + math.pi / 2 if swapped else angle
    frame = turned(points, turned_angle)
    # Turning by a right angle exchanges the axes, and reverses one of them.
    mirror = -1.0 if swapped else 1.0
    column = TURN / samples
    for i in range(frame.shape[0]):
        frame[i, 0] = (frame[i, 0] * TURN / period - shift_x) / column
        frame[i, 1] = mirror * frame[i, 1] * TURN / period + shift_y
    crossings, edge, ring = wave_crossings(frame, rings, table)
    inner, inner_offsets = wave_insides(crossings, table, kept)
    millimetre = period / TURN
    places = turned_back(
        (crossings[:, 1] * column + shift_x) * millimetre,
        mirror * (crossings[:, 2] - shift_y) * millimetre,
        turned_angle,
    )
    insides = turned_back(
        (inner[:, 0] * column + shift_x) * millimetre,
        mirror * (inner[:, 1] - shift_y) * millimetre,
        turned_angle,
    )
    chains, offsets = joined_segments(
        points, rings, places, insides, inner_offsets, edge, ring, reach, shortest
    )
    return chains, offsets, wave_length(table, kept)
