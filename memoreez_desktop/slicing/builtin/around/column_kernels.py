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
# Columns of the boxes: first row, past the last, first column, past the last; cells of the interface and the
# box of those alone.
TOP, BOTTOM, LEFT_CELL, RIGHT_CELL, SKINS, SKIN_TOP, SKIN_BOTTOM, SKIN_LEFT, SKIN_RIGHT = range(9)


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
def cover(box: Ints, y: int, x: int) -> None:
    """Let a box reach over a cell of the interface."""
    box[SKIN_TOP], box[SKIN_BOTTOM] = min(box[SKIN_TOP], y), max(box[SKIN_BOTTOM], y + 1)
    box[SKIN_LEFT], box[SKIN_RIGHT] = min(box[SKIN_LEFT], x), max(box[SKIN_RIGHT], x + 1)


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
    (layers, 9) int64: which rows and columns hold cells of columns, see ``TOP`` to ``SKIN_RIGHT``.
    """
    layers, rows, columns = volume.shape
    current = np.zeros((rows, columns), np.uint8)
    skin = np.zeros((rows, columns), np.int64)
    wait = np.zeros((rows, columns), np.int64)
    boxes = np.zeros((layers, 9), np.int64)
    top, bottom, left, right = rows, 0, columns, 0
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
                    top, bottom = min(top, v), max(bottom, v + 1)
                    left, right = min(left, u), max(right, u + 1)
        low_y, high_y, low_x, high_x, skins = rows, 0, columns, 0, 0
        boxes[i, SKIN_TOP], boxes[i, SKIN_LEFT] = rows, columns
        for y in range(top, bottom):
            for x in range(left, right):
                if current[y, x] == 0:
                    continue
                here = volume[i, y, x]
                limit = (TIGHT if skin[y, x] > 0 else NEAR) | BRIM
                if here & MATERIAL or rests_on_model(volume, i, y, x, gaps[i]):
                    current[y, x] = skin[y, x] = wait[y, x] = 0
                    continue
                low_y, high_y = min(low_y, y), max(high_y, y + 1)
                low_x, high_x = min(low_x, x), max(high_x, x + 1)
                if here & limit:
                    if wait[y, x] == 0:
                        current[y, x] = skin[y, x] = 0
                else:
                    volume[i, y, x] |= current[y, x]
                    if skin[y, x] > 0:
                        volume[i, y, x] |= INTERFACE
                        skin[y, x] -= 1
                        skins += 1
                        cover(boxes[i], y, x)
                if wait[y, x] > 0:
                    wait[y, x] -= 1
        top, bottom, left, right = low_y, high_y, low_x, high_x
        boxes[i, TOP], boxes[i, BOTTOM], boxes[i, LEFT_CELL], boxes[i, RIGHT_CELL] = top, bottom, left, right
        boxes[i, SKINS] = skins
    return boxes


@kernel
def widen_feet(volume: Bytes, boxes: Ints) -> None:
    """Give the columns a broader foot on the bed."""
    rows, columns = volume.shape[1], volume.shape[2]
    boxes[0, TOP], boxes[0, BOTTOM] = (
        max(0, boxes[0, TOP] - FOOT_CELLS),
        min(rows, boxes[0, BOTTOM] + FOOT_CELLS),
    )
    boxes[0, LEFT_CELL] = max(0, boxes[0, LEFT_CELL] - FOOT_CELLS)
    boxes[0, RIGHT_CELL] = min(columns, boxes[0, RIGHT_CELL] + FOOT_CELLS)
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


@kernel
def is_line(cell: int, line: int, every: int, interface: bool, first_layer: bool) -> bool:
    """Tell whether a line runs through this cell: rows for pillars, every column for the interface."""
    if interface:
        return cell & INTERFACE != 0
    if cell & PILLAR == 0 or cell & INTERFACE:
        return False
    # A dense column has a second line between two, never one beside another.
    return first_layer or line % every == 0 or (cell & DENSE != 0 and line % every == every // 2)


@kernel
def is_carried(volume: Bytes, i: int, y: int, x: int, gap: int) -> bool:
    """Tell whether something that is really printed lies below a cell."""
    if i == 0 or volume[i - 1, y, x] & (PRINTED | BRIM):
        return True
    return rests_on_model(volume, i, y, x, gap + 1)


@kernel
def lines_of(box: Ints, interface: bool) -> tuple[int, int, int, int]:
    """Return the first line of one kind in a box, past the last, and the first and past the last cell."""
    if interface:
        return box[SKIN_LEFT], box[SKIN_RIGHT] if box[SKINS] else 0, box[SKIN_TOP], box[SKIN_BOTTOM]
    return box[TOP], box[BOTTOM], box[LEFT_CELL], box[RIGHT_CELL]


@kernel
def has_line(line: int, every: int, interface: bool, first_layer: bool) -> bool:
    """Tell whether a line can run here at all."""
    return interface or first_layer or line % every == 0 or line % every == every // 2


@kernel
def keep_carried(volume: Bytes, boxes: Ints, every: int, gaps: Ints) -> None:
    """Mark what is printed: from the bed up, the part of every line that something below carries."""
    for i in range(volume.shape[0]):
        for interface in (False, True):
            first_line, past_line, begin, length = lines_of(boxes[i], interface)
            reach = every + 1 if interface else PILLAR_REACH
            for p in range(first_line, past_line):
                if not has_line(p, every, interface, i == 0):
                    continue
                q = begin
                while q < length:
                    cell = volume[i, q, p] if interface else volume[i, p, q]
                    if not is_line(cell, p, every, interface, i == 0):
                        q += 1
                        continue
                    start, first, last = q, -1, -1
                    while q < length and is_line(
                        volume[i, q, p] if interface else volume[i, p, q], p, every, interface, i == 0
                    ):
                        if is_carried(volume, i, q if interface else p, p if interface else q, gaps[i]):
                            first = q if first < 0 else first
                            last = q
                        q += 1
                    if first < 0:
                        continue
                    start, end = max(start, first - reach), min(q - 1, last + reach)
                    if end == start:
                        continue
                    for t in range(start, end + 1):
                        if interface:
                            volume[i, t, p] |= PRINTED
                        else:
                            volume[i, p, t] |= PRINTED


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
