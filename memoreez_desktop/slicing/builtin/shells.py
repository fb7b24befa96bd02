"""Which part of a layer is solid, which is sparse, and which lies open to the sky."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.offsets import shifted
from memoreez_desktop.slicing.builtin.regions import EMPTY, Region, grow, opened
from memoreez_desktop.slicing.builtin.ring_stack import RingStack

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


def running_intersections(sections: list[Region], count: int, check: Callable[[], None]) -> list[Region]:
    """Intersect each section with the ``count - 1`` above it, by doubling."""
    current, length = sections, 1
    while length < count:
        step = min(length, count - length)
        grown = []
        for i in range(len(current)):
            check()
            grown.append(current[i] ^ current[i + step] if i + step < len(current) else EMPTY)
        current, length = grown, length + step
    return current


def covered_cores(sections: list[Region], top: int, bottom: int, check: Callable[[], None]) -> list[Region]:
    """Find the part of each layer that ``top`` layers above and ``bottom`` layers below cover."""
    above = running_intersections(sections, top, check) if top else []
    below = above if top == bottom else (running_intersections(sections, bottom, check) if bottom else [])
    cores: list[Region] = []
    count = len(sections)
    for i in range(count):
        check()
        lid = sections[i] if not top else (above[i + 1] if i + top < count else EMPTY)
        floor = sections[i] if not bottom else (below[i - bottom] if i >= bottom else EMPTY)
        cores.append(EMPTY if lid.is_empty() or floor.is_empty() else lid ^ floor)
    return cores


def fill_areas(inside: Region, lines: Region, core: Region, above: Region, flow: Flow) -> FillAreas:
    """Split what the perimeters leave into solid, top and sparse.

    Parameters
    ----------
    inside, lines : Region
        Up to the edge of the innermost perimeter, and where centre lines may run in it.
    core : Region
        What enough layers above and below cover.
    above : Region
        The section of the next layer.
    """
    if lines.is_empty():
        return FillAreas(EMPTY, EMPTY, EMPTY)
    solid, sparse = lines, EMPTY
    if not core.is_empty():
        skin = grow(grow(inside - core, -CRUMB_MM), CRUMB_MM + SKIN_OVERLAP_MM)
        sparse = _large_parts(lines - skin)
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
