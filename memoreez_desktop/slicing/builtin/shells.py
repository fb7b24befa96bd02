"""Which part of a layer is solid, which is sparse, and which lies open to the sky."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.slicing.builtin.beams import carried
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.layers import LayerStack
from memoreez_desktop.slicing.builtin.offsets import shifted
from memoreez_desktop.slicing.builtin.patterns import Cells
from memoreez_desktop.slicing.builtin.regions import EMPTY, Region, grow, opened
from memoreez_desktop.slicing.builtin.ring_stack import RingStack
from memoreez_desktop.slicing.compiled import Ints

CRUMB_MM = 0.15
# Solid grows this far under the sparse infill, so that every skin line has something to hold on to.
SKIN_OVERLAP_MM = 0.6
SMALLEST_SPARSE_MM2 = 12.0
SMALLEST_TOP_MM2 = 1.0
# Fill lines end this share of a width inside the innermost perimeter.
INFILL_OVERLAP = 0.25
# Where less than this is left on both sides of a centre line, one line along it replaces a zigzag across it.
NARROW_FILL_MM = 0.1
REST_CLEARANCE_MM = 0.05
_SLACK_MM = 1e-6


@dataclass(frozen=True, eq=False)
class FillAreas:
    """Polygons on which the centre lines of the fill may end."""

    solid: Region
    top: Region
    sparse: Region


def fill_room(inside: RingStack, flows: list[Flow]) -> tuple[RingStack, dict[int, Region]]:
    """Find where the centre lines of the fill may run, and what is too narrow for them.

    Parameters
    ----------
    inside : RingStack
        What the perimeters leave, up to the edge of the innermost one.

    Returns
    -------
    The outlines on which fill lines end, and by layer the narrow rests that want a line along them.
    """
    margin_mm = np.array([flow.spacing_mm / 2 - INFILL_OVERLAP * flow.width_mm for flow in flows])
    _, _, wide = shifted(inside, -(margin_mm + NARROW_FILL_MM))
    moved, proved, _ = shifted(inside, -margin_mm)
    others: dict[int, Region] = {}
    rests: dict[int, Region] = {}
    for i in np.flatnonzero(~(wide & proved)).tolist():
        if inside.is_empty(i):
            continue
        region = inside.region_of(i)
        if wide[i]:
            others[i] = grow(region, -margin_mm[i])
            continue
        lines = grow(grow(region, -(margin_mm[i] + NARROW_FILL_MM)), NARROW_FILL_MM)
        rest = region - grow(lines, margin_mm[i] + REST_CLEARANCE_MM)
        others[i] = lines
        if not rest.is_empty():
            rests[i] = rest
    return moved.replaced(others), rests


def layers_within(stack: LayerStack, count: int, thickness_mm: float, *, above: bool) -> Ints:
    """Count for each layer how many next to it must cover it for it to be inside of the shell.

    Parameters
    ----------
    count, thickness_mm
        A shell has at least so many layers, and is at least so thick.

    Returns
    -------
    (layers,) int64
    """
    layers = np.arange(len(stack))
    if not count:
        return np.zeros(len(stack), np.int64)
    if above:
        reached = np.searchsorted(stack.top_mm, stack.top_mm + thickness_mm - _SLACK_MM) - layers
    else:
        bottom_mm = stack.top_mm - stack.height_mm
        reached = layers - np.searchsorted(bottom_mm, bottom_mm - thickness_mm + _SLACK_MM, "right") + 1
    return np.asarray(np.maximum(reached, count), np.int64)


class RunningIntersections:
    """What a number of layers one above the other have in common; runs of 1, 2, 4… layers are kept."""

    def __init__(self, sections: list[Region], longest: int, check: Callable[[], None]) -> None:
        self._runs = [sections]
        self._check = check
        while 2 ** len(self._runs) <= longest:
            runs, step = self._runs[-1], 2 ** (len(self._runs) - 1)
            self._runs.append([self._both(runs[i], runs[i + step]) for i in range(len(runs) - step)])

    def _both(self, one: Region, other: Region) -> Region:
        self._check()
        return EMPTY if one.is_empty() or other.is_empty() else one ^ other

    def of(self, first: int, past: int) -> Region:
        """Intersect the layers ``first`` to ``past - 1``; nothing is outside of the print."""
        if first < 0 or past > len(self._runs[0]):
            return EMPTY
        k = (past - first).bit_length() - 1
        start, end = self._runs[k][first], self._runs[k][past - 2**k]
        return start if start is end else self._both(start, end)


def covered_cores(
    sections: list[Region], above: Ints, below: Ints, check: Callable[[], None]
) -> list[Region]:
    """Find the part of each layer that so many layers above and below it cover."""
    runs = RunningIntersections(sections, int(max(above.max(), below.max())), check)
    cores: list[Region] = []
    for i, section in enumerate(sections):
        lid = runs.of(i + 1, i + 1 + int(above[i])) if above[i] else section
        floor = runs.of(i - int(below[i]), i) if below[i] else section
        check()
        cores.append(EMPTY if lid.is_empty() or floor.is_empty() else lid ^ floor)
    return cores


def fill_areas(
    inside: Region, lines: Region, core: Region, above: Region, below: Region, flow: Flow, cells: Cells | None
) -> FillAreas:
    """Split what the perimeters leave into solid, top and sparse.

    Parameters
    ----------
    inside, lines : Region
        Up to the edge of the innermost perimeter, and where centre lines may run in it.
    core : Region
        What enough layers above and below cover.
    above : Region
        The section of the next layer.
    below : Region
        The sparse area of the layer below.
    cells : Cells
        How the infill there meets the solid lines of this layer; None where there is none.
    """
    if lines.is_empty():
        return FillAreas(EMPTY, EMPTY, EMPTY)
    solid, sparse = lines, EMPTY
    if not core.is_empty():
        skin = grow(grow(inside - core, -CRUMB_MM), CRUMB_MM + SKIN_OVERLAP_MM)
        sparse = _large_parts(lines - skin)
        if cells is not None:
            sparse = carried(sparse, lines, below, cells)
        solid = lines if sparse.is_empty() else lines - sparse
    top = _open_to_the_sky(solid, above, flow)
    if not top.is_empty():
        solid = solid - grow(top, flow.spacing_mm / 4)
    return FillAreas(solid, top, sparse)


def _large_parts(sparse: Region) -> Region:
    """Leave out the pieces that are quicker and stronger when solid."""
    if sparse.is_empty():
        return EMPTY
    parts = sparse.decompose() if sparse.num_contour() > 1 else [sparse]
    large = [part for part in parts if part.area() > SMALLEST_SPARSE_MM2]
    if len(large) == len(parts):
        return sparse
    return Region.compose(large) if large else EMPTY


def _open_to_the_sky(solid: Region, above: Region, flow: Flow) -> Region:
    """Find the top surfaces wide enough for lines of their own; hairs on slopes stay with the solid."""
    if solid.is_empty():
        return EMPTY
    if above.is_empty():
        return solid
    bare = solid - above
    if bare.is_empty() or bare.area() < SMALLEST_TOP_MM2:
        return EMPTY
    wide = opened(bare, flow.width_mm)
    if wide.is_empty() or wide.area() < SMALLEST_TOP_MM2:
        return EMPTY
    return wide ^ solid
