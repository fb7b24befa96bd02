"""Support columns: from what hangs straight down, then from the bed up what really stands on something."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.around.support_raster_kernels import (
    BRIM,
    DENSE,
    INTERFACE,
    MATERIAL,
    NEAR,
    PILLAR,
    PRINTED,
    TIGHT,
)
from memoreez_desktop.slicing.compiled import Bytes, Ints, kernel

# A column that is too near to the model where it should begin waits this many layers to come clear of it.
WAIT_LAYERS = 5
# How far a line may reach beyond the last place that carries it, in cells.
PILLAR_REACH = 3
FOOT_CELLS = 2


@kernel
def lowest_near(volume: Bytes) -> Ints:
    """Return for each cell the lowest layer in which the model is near."""
    layers, rows, columns = volume.shape
    out = np.full((rows, columns), layers, np.int64)
    for i in range(layers - 1, -1, -1):
        for y in range(rows):
            for x in range(columns):
                if volume[i, y, x] & NEAR:
                    out[y, x] = i
    return out


@kernel
def rests_on_model(volume: Bytes, i: int, y: int, x: int, gap: int) -> bool:
    """Tell whether material lies at most ``gap`` layers below."""
    found = 0
    for k in range(max(0, i - gap), i):
        found |= volume[k, y, x] & MATERIAL
    return found != 0


@kernel
def reach_over(spans: Ints, line: int, cell: int) -> None:
    """Let the span of a line, its first cell and past its last, reach over a cell."""
    spans[line, 0] = min(spans[line, 0], cell)
    spans[line, 1] = max(spans[line, 1], cell + 1)


@kernel
def lead_down(cells: Bytes, under: Bytes, current: Bytes, skin: Bytes, wait: Bytes) -> tuple[bool, bool]:
    """Lead the columns of a row one layer down.

    Never a loop that ends early, so several cells at once.

    Parameters
    ----------
    cells, under : (n,) uint8
        The cells of the row, and what lies in the layers left free below.
    current, skin, wait : (n,) uint8
        What goes down, how many layers of interface are left, and how long it may wait to begin.

    Returns
    -------
    Whether anything goes on, and whether there is interface.
    """
    goes_on, has_skin = np.uint8(0), np.uint8(0)
    for x in range(cells.shape[0]):
        here = cells[x]
        near = TIGHT | BRIM if skin[x] > 0 else NEAR | BRIM
        blocked = here & near != 0
        ends = ((here | under[x]) & MATERIAL != 0) | (blocked & (wait[x] == 0))
        goes = np.uint8(0) if ends else current[x]
        drawn = np.uint8(0) if blocked else goes
        left = np.uint8(0) if goes == 0 else skin[x]
        lies = np.uint8(INTERFACE) if (drawn != 0) & (left > 0) else np.uint8(0)
        cells[x] = here | drawn | lies
        skin[x] = left - (lies != 0)
        wait[x] = np.uint8(0) if (goes == 0) | (wait[x] == 0) else wait[x] - np.uint8(1)
        current[x] = goes
        goes_on |= goes
        has_skin |= lies
    return goes_on != 0, has_skin != 0


@kernel
def grow_columns(
    volume: Bytes,
    targets: Ints,
    bounds: Ints,
    lowest: Ints,
    interface_layers: int,
    gaps: Ints,
    plate_only: bool,
) -> Ints:
    """Mark the cells of columns, from the top down.

    Parameters
    ----------
    volume : (layers, rows, columns) uint8
        Changed in place.
    targets : (m, 5) int64
        Row, column, spread in cells, the bits PILLAR or PILLAR | DENSE, and 1 for what a trunk carries
        further down; sorted by layer.
    bounds : (layers + 1,) int64
        The first target of each layer.
    lowest : (rows, columns) int64
        See :func:`lowest_near`.
    gaps : (layers,) int64
        Layers left free below each layer, between columns and the model.

    Returns
    -------
    (layers, rows + columns, 2) int64: the first and past the last cell with a column in each row, and with
    interface in each column of the grid.
    """
    layers, rows, columns = volume.shape
    current = np.zeros((rows, columns), np.uint8)
    skin, wait, none = current.copy(), current.copy(), current[0].copy()
    going = np.zeros((rows, 2), np.int64)
    going[:, 0] = columns
    spans = np.zeros((layers, rows + columns, 2), np.int64)
    for i in range(layers - 1, -1, -1):
        for t in range(bounds[i], bounds[i + 1]):
            y, x, spread, bits, on_trunk = targets[t]
            for v in range(max(0, y - spread), min(rows, y + spread + 1)):
                for u in range(max(0, x - spread), min(columns, x + spread + 1)):
                    if plate_only and not on_trunk and lowest[v, u] <= i:
                        continue
                    current[v, u] |= bits
                    skin[v, u] = interface_layers
                    wait[v, u] = WAIT_LAYERS
                    reach_over(going, v, u)
        spans[i, rows:, 0] = rows
        for y in range(rows):
            a, b = going[y]
            if a >= b:
                continue
            under = none[a:b]
            if gaps[i] > 0 and i > 0:
                under = volume[i - 1, y, a:b].copy()
                for k in range(max(0, i - gaps[i]), i - 1):
                    under |= volume[k, y, a:b]
            goes_on, has_skin = lead_down(
                volume[i, y, a:b], under, current[y, a:b], skin[y, a:b], wait[y, a:b]
            )
            spans[i, y] = going[y]
            if not goes_on:
                going[y, 0], going[y, 1] = columns, 0
                continue
            while current[y, going[y, 0]] == 0:
                going[y, 0] += 1
            while current[y, going[y, 1] - 1] == 0:
                going[y, 1] -= 1
            for x in range(a, b if has_skin else a):
                if volume[i, y, x] & INTERFACE:
                    reach_over(spans[i], rows + x, y)
    return spans


@kernel
def widen_feet(volume: Bytes, spans: Ints) -> None:
    """Give the columns a broader foot on the bed."""
    rows, columns = volume.shape[1], volume.shape[2]
    before = volume[0].copy()
    for y in range(rows):
        for x in range(columns):
            bits = before[y, x] & (PILLAR | DENSE)
            if bits == 0:
                continue
            for v in range(max(0, y - FOOT_CELLS), min(rows, y + FOOT_CELLS + 1)):
                for u in range(max(0, x - FOOT_CELLS), min(columns, x + FOOT_CELLS + 1)):
                    if not before[v, u] & (NEAR | BRIM):
                        volume[0, v, u] |= bits
                        reach_over(spans[0], v, u)


@kernel
def bits_of_line(line: int, every: int, interface: bool, first_layer: bool) -> int:
    """Return the bits a cell must have to lie on a line, or 0 where none can run.

    Rows are lines of pillars, every column one of the interface.
    """
    if interface:
        return INTERFACE
    if first_layer or line % every == 0:
        return PILLAR
    # A dense column has a second line between two, never one beside another.
    return PILLAR | DENSE if line % every == every // 2 else 0


@kernel
def place_of(line: int, cell: int, interface: bool) -> tuple[int, int]:
    """Return row and column of a cell of a line."""
    return (cell, line) if interface else (line, cell)


@kernel
def is_carried(volume: Bytes, i: int, y: int, x: int, gap: int) -> bool:
    """Tell whether something that is really printed lies below a cell."""
    if i == 0 or volume[i - 1, y, x] & (PRINTED | BRIM):
        return True
    return rests_on_model(volume, i, y, x, gap + 1)


@kernel
def keep_carried(volume: Bytes, spans: Ints, every: int, gaps: Ints) -> None:
    """Mark what is printed: from the bed up, the part of every line that something below carries."""
    layers, rows, columns = volume.shape
    for i in range(layers):
        for interface in (False, True):
            reach = every + 1 if interface else PILLAR_REACH
            for p in range(columns if interface else rows):
                q, length = spans[i, rows + p if interface else p]
                if q >= length:
                    continue
                bits = bits_of_line(p, every, interface, i == 0)
                if bits == 0:
                    continue
                # Pillars end where the interface begins.
                looked_at = bits | INTERFACE
                line = volume[i, :, p] if interface else volume[i, p]
                while q < length:
                    if line[q] & looked_at != bits:
                        q += 1
                        continue
                    start = q
                    while q < length and line[q] & looked_at == bits:
                        q += 1
                    first, last = start, q - 1
                    while first <= last and not is_carried(
                        volume, i, *place_of(p, first, interface), gaps[i]
                    ):
                        first += 1
                    while first < last and not is_carried(volume, i, *place_of(p, last, interface), gaps[i]):
                        last -= 1
                    if first > last:
                        continue
                    start, end = max(start, first - reach), min(q - 1, last + reach)
                    if end > start:
                        line[start : end + 1] |= np.uint8(PRINTED)


@kernel
def held_cells(volume: Bytes, targets: Ints) -> int:
    """Count the places, seen from above, that have something printed below them, at most a cell aside."""
    rows, columns = volume.shape[1], volume.shape[2]
    held = np.zeros((rows, columns), np.bool_)
    for t in range(targets.shape[0]):
        layer, y, x = targets[t, 0], targets[t, 1], targets[t, 2]
        for i in range(max(0, layer - WAIT_LAYERS + 1), layer + 1):
            for v in range(max(0, y - 1), min(rows, y + 2)):
                for u in range(max(0, x - 1), min(columns, x + 2)):
                    if volume[i, v, u] & PRINTED:
                        held[y, x] = True
    return int(held.sum())
