"""Printed cells of a support become lines, and neighbouring lines one zigzag."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.around.column_kernels import bits_of_line, is_carried
from memoreez_desktop.slicing.builtin.around.support_raster_kernels import (
    FRONT,
    INTERFACE,
    LEFT,
    PILLAR,
    PITCH,
    PRINTED,
)
from memoreez_desktop.slicing.compiled import Bytes, Flags, Floats, Ints, kernel

# Columns of a run: its line, its first and last cell, and 1 when it is drawn backwards.
LINE, FIRST, LAST, BACK = range(4)
# How far apart, in line distances, two ends may lie that one turn joins.
TURN_REACH = 3
# So much of a line's end is left out where that lets it be joined.
MOST_STUB_CELLS = 4
# A line that stands alone is drawn there and back, this many cells apart: one bead alone would tip over.
RETURN_CELLS = 2
LEAST_RETURN_CELLS = 3


@kernel
def runs_of(grid: Bytes, spans: Ints, every: int, interface: bool) -> Ints:
    """Find the runs of printed cells along the lines of one kind; ``every`` 1 looks at all rows."""
    rows = grid.shape[0]
    own = spans[rows:] if interface else spans[:rows]
    most = 0
    for p in range(own.shape[0]):
        most += max(0, own[p, 1] - own[p, 0]) // 2 + 1
    out = np.empty((most, 4), np.int64)
    n = 0
    # Feet of trunks are printed, too, yet no columns.
    wanted = PRINTED | PILLAR | (INTERFACE if interface else 0)
    for p in range(own.shape[0]):
        q, length = own[p]
        if q >= length or bits_of_line(p, every, interface, every == 1) == 0:
            continue
        while q < length:
            start = q
            while q < length:
                cell = grid[q, p] if interface else grid[p, q]
                if cell & (PRINTED | PILLAR | INTERFACE) != wanted:
                    break
                q += 1
            if q - start > 1:
                out[n, LINE], out[n, FIRST], out[n, LAST], out[n, BACK] = p, start, q - 1, 0
                n += 1
            q += 1
    return out[:n].copy()


@kernel
def way_is_free(grid: Bytes, interface: bool, p0: int, q0: int, p1: int, q1: int) -> bool:
    """Tell whether a straight way between two cells stays over support of its kind."""
    steps = 2 * max(abs(p1 - p0), abs(q1 - q0))
    for s in range(1, steps):
        p = math.floor(p0 + (p1 - p0) * s / steps + 0.5)
        q = math.floor(q0 + (q1 - q0) * s / steps + 0.5)
        cell = grid[q, p] if interface else grid[p, q]
        if cell & PILLAR == 0 or (cell & INTERFACE != 0) != interface:
            return False
    return True


@kernel
def join_runs(grid: Bytes, runs: Ints, interface: bool, every: int) -> tuple[Ints, Flags]:
    """Return the run that follows each run, or -1, and whether a run follows another.

    The first run of a zigzag is drawn forwards, so the turns of a layer mostly stand on those below.
    """
    count = runs.shape[0]
    following = np.full(count, -1, np.int64)
    taken = np.zeros(count, np.bool_)
    reach = TURN_REACH * every
    for a in range(count):
        end = runs[a, FIRST] if runs[a, BACK] else runs[a, LAST]
        for b in range(a + 1, count):
            across = runs[b, LINE] - runs[a, LINE]
            if across > every:
                break
            if across == 0 or taken[b]:
                continue
            side = FIRST if runs[a, BACK] else LAST
            start = runs[b, side]
            joined = abs(start - end) <= reach and way_is_free(
                grid, interface, runs[a, LINE], end, runs[b, LINE], start
            )
            if not joined and not interface and abs(start - end) <= MOST_STUB_CELLS:
                # Both end where the shorter of the two does.
                inner = max(start, end) if runs[a, BACK] else min(start, end)
                joined = (
                    min(inner - runs[b, FIRST], runs[b, LAST] - inner) >= 0
                    and min(inner - runs[a, FIRST], runs[a, LAST] - inner) >= 0
                    and max(inner - runs[b, FIRST], runs[b, LAST] - inner) >= MOST_STUB_CELLS
                    and max(inner - runs[a, FIRST], runs[a, LAST] - inner) >= MOST_STUB_CELLS
                ) and way_is_free(grid, interface, runs[a, LINE], inner, runs[b, LINE], inner)
                if joined:
                    runs[a, side] = inner
                    runs[b, side] = inner
            if joined:
                following[a] = b
                runs[b, BACK] = 1 - runs[a, BACK]
                taken[b] = True
                break
    return following, taken


@kernel
def way_back(volume: Bytes, i: int, run: Ints, gap: int) -> tuple[int, int]:
    """Return the row beside a lone run on which the nozzle comes back, and how far; else its own row.

    The way back needs something below it, too: it begins with a column and goes up with it.
    """
    grid = volume[i]
    best_row, best_stop = run[LINE], run[LAST]
    for row in (run[LINE] + RETURN_CELLS, run[LINE] - RETURN_CELLS):
        if row < 0 or row >= grid.shape[0]:
            continue
        q = run[LAST]
        while q >= run[FIRST] and grid[row, q] & PILLAR and not grid[row, q] & (INTERFACE | PRINTED):
            if not is_carried(volume, i, row, q, gap):
                break
            q -= 1
        if q + 1 <= run[LAST] - LEAST_RETURN_CELLS and q + 1 < best_stop:
            best_row, best_stop = row, q + 1
    return best_row, best_stop


@kernel
def layer_chains(
    volume: Bytes, i: int, spans: Ints, interface: bool, every: int, gap: int, frame: Floats
) -> tuple[Floats, Ints]:
    """Draw the pillars or the interface of a layer as chains of points.

    Layers must be drawn from the bed up: what is drawn on the way back is marked as printed in the volume.

    Returns
    -------
    points (n, 2) and chain offsets (k + 1,).
    """
    grid = volume[i]
    runs = runs_of(grid, spans, every, interface)
    following, taken = join_runs(grid, runs, interface, every)
    count = runs.shape[0]
    points = np.empty((4 * count, 2))
    offsets = np.zeros(count + 1, np.int64)
    m = 0
    chains = 0
    for s in range(count):
        if taken[s]:
            continue
        a = s
        while a >= 0:
            p = runs[a, LINE] + 0.5
            for side in range(2):
                q = runs[a, FIRST if side == runs[a, BACK] else LAST] + 0.5
                x, y = (p, q) if interface else (q, p)
                points[m, 0] = frame[LEFT] + x * frame[PITCH]
                points[m, 1] = frame[FRONT] + y * frame[PITCH]
                m += 1
            a = following[a]
        if not interface and following[s] < 0:
            row, stop = way_back(volume, i, runs[s], gap)
            if row != runs[s, LINE]:
                for q in range(stop, runs[s, LAST] + 1):
                    grid[row, q] |= PRINTED
                for q in (runs[s, LAST], stop):
                    points[m, 0] = frame[LEFT] + (q + 0.5) * frame[PITCH]
                    points[m, 1] = frame[FRONT] + (row + 0.5) * frame[PITCH]
                    m += 1
        chains += 1
        offsets[chains] = m
    return points[:m].copy(), offsets[: chains + 1].copy()


@kernel
def support_chains(
    volume: Bytes, spans: Ints, interface: bool, every: int, gaps: Ints, frame: Floats
) -> tuple[Floats, Ints, Ints]:
    """Draw the pillars or the interface of all layers; the pillars must be drawn first.

    Returns
    -------
    points (n, 2), chain offsets (k + 1,), and the first chain of each layer (layers + 1,).
    """
    layers = volume.shape[0]
    points, offsets = np.empty((4096, 2)), np.zeros(1024, np.int64)
    bounds = np.zeros(layers + 1, np.int64)
    n, chains = 0, 0
    for i in range(layers):
        # The foot on the bed is drawn with every line.
        step = 1 if interface or i == 0 else every
        drawn, starts = layer_chains(volume, i, spans[i], interface, step, gaps[i], frame)
        if n + drawn.shape[0] > points.shape[0]:
            points = np.concatenate((points, np.empty((n + drawn.shape[0], 2))))
        if chains + starts.shape[0] > offsets.shape[0]:
            offsets = np.concatenate((offsets, np.zeros(chains + starts.shape[0], np.int64)))
        points[n : n + drawn.shape[0]] = drawn
        for k in range(1, starts.shape[0]):
            offsets[chains + k] = n + starts[k]
        chains += starts.shape[0] - 1
        n += drawn.shape[0]
        bounds[i + 1] = chains
    return points[:n].copy(), offsets[: chains + 1].copy(), bounds
