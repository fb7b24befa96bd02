"""Which printed cells are shut in by material."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.around.support_raster_kernels import BRIM, MATERIAL, PRINTED
from memoreez_desktop.slicing.compiled import Bytes, Ints, kernel

# Columns of the runs: first cell, past the last, a run of the same room, and what the room holds.
_START, _PAST, _ROOM, _HOLDS = range(4)
_OPEN, _SUPPORT = 1, 2


@kernel
def free_runs(volume: Bytes) -> tuple[Ints, Ints]:
    """Return the runs of cells without material, row by row, and the first run of each row (rows + 1,)."""
    layers, rows, columns = volume.shape
    runs = np.empty((4 * layers * rows + 16, 4), np.int64)
    begins = np.zeros(layers * rows + 1, np.int64)
    count = 0
    for i in range(layers):
        for y in range(rows):
            x = 0
            is_face = i == 0 or i == layers - 1 or y == 0 or y == rows - 1
            while x < columns:
                start, bits = x, 0
                while x < columns and not volume[i, y, x] & MATERIAL:
                    bits |= volume[i, y, x]
                    x += 1
                if x > start:
                    if count == runs.shape[0]:
                        runs = np.concatenate((runs, np.empty_like(runs)))
                    is_open = is_face or start == 0 or x == columns
                    runs[count] = start, x, count, _OPEN * is_open | _SUPPORT * (bits & (PRINTED | BRIM) != 0)
                    count += 1
                x += 1
            begins[i * rows + y + 1] = count
    return runs[:count], begins


@kernel
def room_of(runs: Ints, n: int) -> int:
    """Return the run that stands for the room of a run."""
    while runs[n, _ROOM] != n:
        runs[n, _ROOM] = runs[runs[n, _ROOM], _ROOM]
        n = runs[n, _ROOM]
    return n


@kernel
def join_rows(runs: Ints, a: int, past_a: int, b: int, past_b: int) -> None:
    """Let the runs of two neighbouring rows that touch be one room."""
    while a < past_a and b < past_b:
        if runs[a, _START] < runs[b, _PAST] and runs[b, _START] < runs[a, _PAST]:
            one, other = room_of(runs, a), room_of(runs, b)
            runs[one, _ROOM] = other
            runs[other, _HOLDS] |= runs[one, _HOLDS]
        if runs[a, _PAST] < runs[b, _PAST]:
            a += 1
        else:
            b += 1


@kernel
def holds_closed_in(volume: Bytes) -> bool:
    """Tell whether something printed cannot be reached from the faces of a volume without crossing material.

    Parameters
    ----------
    volume : (layers, rows, columns) uint8
        Bits of the cells.
    """
    rows = volume.shape[1]
    runs, begins = free_runs(volume)
    for r in range(1, volume.shape[0] * rows):
        if r % rows:
            join_rows(runs, begins[r - 1], begins[r], begins[r], begins[r + 1])
        if r >= rows:
            join_rows(runs, begins[r - rows], begins[r - rows + 1], begins[r], begins[r + 1])
    shut_in = 0
    for n in range(runs.shape[0]):
        shut_in += runs[n, _ROOM] == n and runs[n, _HOLDS] == _SUPPORT
    return shut_in > 0
