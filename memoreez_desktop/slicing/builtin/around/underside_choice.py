"""Which undersides really need something below them.

A step that is narrow finds its hold beside it, and threads span a short way between two shores: both print
well in the air. What begins in mid-air never does.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from memoreez_desktop.slicing.builtin.around.support_raster_kernels import MATERIAL
from memoreez_desktop.slicing.builtin.around.underside_kernels import label_parts
from memoreez_desktop.slicing.compiled import Bytes, Flags, Floats, Ints

# Design guides: bridges are free up to 5 mm and good up to 15 mm; lines find a hold beside them on steps
# narrower than three or four of them.
BRIDGE_MM = 15.0
NARROW_MM = 1.5
# Up to this mean width an underside gets closely spaced lines: a single wall under it would tip over.
SLIM_MM = 2.25
SMALL_CELLS = 40
# Up to this size (60 mm²) trunks may carry a contact.
TREE_CELLS = 300
AROUND_ISLAND_CELLS = 6
# The border of cells of a slanting outline is longer than the outline; of a straight one it is not.
_BORDER_RATIO = 0.9
_DIRECTIONS = 8
# This share of a part must lie on threads that are held at both ends.
_CARRIED_RATIO = 0.7
_SHORE_CELLS = 2
_MARGIN = 3


@dataclass(frozen=True, eq=False)
class Underside:
    """Cells of one underside.

    Attributes
    ----------
    y, x : (m,) int64
    layer : (m,) int64
        The layer that hangs there.
    floating : (m,) bool
        Part of a piece that begins in mid-air.
    """

    y: Ints
    x: Ints
    layer: Ints
    floating: Flags


def neighbours_of(mask: Flags, every: bool) -> Flags:
    """Return where all (or, if not ``every``, any) of a cell and its eight neighbours are set."""
    out = mask.copy()
    for axis in (0, 1):
        before, after = np.roll(out, 1, axis), np.roll(out, -1, axis)
        out = (out & before & after) if every else (out | before | after)
    return out


def mean_width_mm(mask: Flags, pitch_mm: float) -> float:
    """Twice the area by the length of the border: a long step is as wide as it reaches out."""
    edges = sum(int((mask ^ np.roll(mask, 1, axis)).sum()) for axis in (0, 1))
    return 2 * int(mask.sum()) * pitch_mm / max(1.0, _BORDER_RATIO * edges)


def is_bridge(mask: Flags, shore: Flags, pitch_mm: float) -> bool:
    """Tell whether threads in one direction span a part between shores at most 15 mm apart.

    Parameters
    ----------
    mask : (h, w) bool
    shore : (h, w) bool
        The cells of the mask that have material of the layer below beside them.

    Notes
    -----
    Each thread is looked at by itself: a tongue that is held at its root alone is no bridge, however narrow.
    """
    y, x = np.nonzero(mask)
    held = shore[mask]
    for angle in np.arange(_DIRECTIONS) * (np.pi / _DIRECTIONS):
        along = x * np.cos(angle) + y * np.sin(angle)
        across = np.round(y * np.cos(angle) - x * np.sin(angle)).astype(np.int64)
        thread = across - across.min()
        count = int(thread.max()) + 1
        low, high = _ends(thread, along, count)
        held_low, held_high = _ends(thread[held], along[held], count)
        good = (high - low + 1) * pitch_mm <= BRIDGE_MM
        good &= (held_low <= low + _SHORE_CELLS) & (held_high >= high - _SHORE_CELLS)
        if np.bincount(thread, minlength=count)[good].sum() >= _CARRIED_RATIO * len(y):
            return True
    return False


def _ends(thread: Ints, along: Floats, count: int) -> tuple[Floats, Floats]:
    """Return the first and the last place along each thread."""
    low, high = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(low, thread, along)
    np.maximum.at(high, thread, along)
    return low, high


def needed_cells(underside: Underside, volume: Bytes, pitch_mm: float) -> tuple[Flags, Flags, Ints]:
    """Choose the cells that need support, and those of them under something small or slim.

    Returns
    -------
    two (m,) bool, and (m,) int64: 0, or which small part a cell belongs to
    """
    top, left = int(underside.y.min()) - _MARGIN, int(underside.x.min()) - _MARGIN
    y, x = underside.y - top, underside.x - left
    mask = np.zeros((int(y.max()) + _MARGIN + 1, int(x.max()) + _MARGIN + 1), np.bool_)
    mask[y, x] = True
    island = np.zeros_like(mask)
    island[y[underside.floating], x[underside.floating]] = True
    wide = neighbours_of(neighbours_of(mask, every=True), every=False) & mask
    if underside.floating.any():
        near = island
        for _ in range(AROUND_ISLAND_CELLS):
            near = neighbours_of(near, every=False) & mask
        wide |= near
    chosen, slim, small = np.zeros_like(mask), np.zeros_like(mask), np.zeros(mask.shape, np.int64)
    shore = _shore(underside, y, x, mask, volume)
    labels, count = label_parts(wide)
    for k in range(1, count + 1):
        part = labels == k
        width_mm = mean_width_mm(part, pitch_mm)
        floats = bool((part & island).any())
        if not floats and (width_mm < NARROW_MM or is_bridge(part, shore, pitch_mm)):
            continue
        chosen |= part
        if width_mm < SLIM_MM or part.sum() < SMALL_CELLS:
            slim |= part
        if part.sum() < TREE_CELLS:
            small[part] = k
    return chosen[y, x], slim[y, x], small[y, x]


def all_cells(underside: Underside, pitch_mm: float) -> tuple[Flags, Flags, Ints]:
    """Choose every cell; see :func:`needed_cells`."""
    y, x = underside.y - underside.y.min() + 1, underside.x - underside.x.min() + 1
    mask = np.zeros((int(y.max()) + 2, int(x.max()) + 2), np.bool_)
    mask[y, x] = True
    count = int(mask.sum())
    slim = count < SMALL_CELLS or mean_width_mm(mask, pitch_mm) < SLIM_MM
    return np.ones(len(y), np.bool_), np.full(len(y), slim), np.full(len(y), int(count < TREE_CELLS))


def _shore(underside: Underside, y: Ints, x: Ints, mask: Flags, volume: Bytes) -> Flags:
    """Find the cells beside material of the layer below that is not underside itself."""
    shore = np.zeros_like(mask)
    _, rows, columns = volume.shape
    for dy, dx in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        for step in range(1, _SHORE_CELLS + 1):
            v, u = underside.y + step * dy, underside.x + step * dx
            inside = (v >= 0) & (v < rows) & (u >= 0) & (u < columns)
            beyond = inside & ~mask[y + step * dy, x + step * dx]
            ground = volume[underside.layer[beyond] - 1, v[beyond], u[beyond]] & MATERIAL
            place = np.flatnonzero(beyond)[ground > 0]
            shore[y[place], x[place]] = True
    return shore


def undersides_of(cells: Ints, offsets: Ints, layer: Ints, root: Ints, floating: Flags) -> list[Underside]:
    """Gather the pieces of each underside."""
    piece = np.repeat(np.arange(len(layer)), np.diff(offsets))
    owner = root[piece]
    order = np.argsort(owner, kind="stable")
    bounds = np.flatnonzero(np.diff(owner[order])) + 1
    return [
        Underside(cells[run, 0], cells[run, 1], layer[piece[run]], floating[piece[run]])
        for run in np.split(order, bounds)
        if len(run)
    ]
