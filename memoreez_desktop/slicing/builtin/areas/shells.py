"""Which part of a layer is solid, which is sparse, and which lies open to the sky."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.slicing.builtin.areas.beams import carried
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.infill.patterns import Cells
from memoreez_desktop.slicing.builtin.plane.booleans import divided, picked
from memoreez_desktop.slicing.builtin.plane.offsets import grown, lines_within
from memoreez_desktop.slicing.builtin.plane.regions import EMPTY, Area, Region, grow, opened
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.compiled import Ints

CRUMB_MM = 0.15
# No disc with the radius of a crumb fits into what is smaller.
LARGEST_CRUMB_MM2 = math.pi * CRUMB_MM**2
# Solid grows this far under the sparse infill, so that every skin line has something to hold on to.
SKIN_OVERLAP_MM = 0.6
# The default of PrusaSlicer's solid_infill_below_area.
SMALLEST_SPARSE_MM2 = 70.0
# Between solid and perimeter, what is narrower than half a cell of the infill gets only dots of it.
THINNEST_SPARSE_MM = 1.5
SMALLEST_TOP_MM2 = 1.0
# Fill lines end this share of a width inside the innermost perimeter.
INFILL_OVERLAP = 0.25
# Where less than this is left on both sides of a centre line, one line along it replaces a zigzag across it.
NARROW_FILL_MM = 0.1
REST_CLEARANCE_MM = 0.05
_SLACK_MM = 1e-6


@dataclass(frozen=True, eq=False)
class FillAreas:
    """Outlines on which the centre lines of the fill of every layer may end."""

    solid: RingStack
    top: RingStack
    sparse: RingStack


def fill_room(inside: RingStack, flows: list[Flow]) -> tuple[RingStack, RingStack]:
    """Find where the centre lines of the fill may run, and what is too narrow for them.

    Parameters
    ----------
    inside : RingStack
        What the perimeters leave, up to the edge of the innermost one.

    Returns
    -------
    The outlines on which fill lines end, and the narrow rests that want a line along them.
    """
    margin_mm = np.array([flow.spacing_mm / 2 - INFILL_OVERLAP * flow.width_mm for flow in flows])
    nothing_mm, narrow_mm = np.zeros(len(inside)), np.full(len(inside), NARROW_FILL_MM)
    return lines_within(inside, nothing_mm, margin_mm, narrow_mm, REST_CLEARANCE_MM)


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


def running_intersections(
    sections: RingStack, longest: int, check: Callable[[], None]
) -> dict[int, RingStack]:
    """Intersect runs of 1, 2, 4… layers, up to ``longest``; run i of each length begins at layer i."""
    runs, length = {1: sections}, 1
    layers = np.arange(len(sections))
    while 2 * length <= longest:
        check()
        above = np.where(layers + length < len(sections), layers + length, -1)
        runs[2 * length] = divided(runs[length], runs[length], above)[0]
        length *= 2
    return runs


def run_of(runs: dict[int, RingStack], first: Ints, counts: Ints) -> RingStack:
    """Intersect ``counts`` layers from ``first`` up, for each layer; nothing is outside of the print.

    No layer is in two of the runs it is made of: what has edges in common is slow to cut.
    """
    layers = np.arange(len(first))
    outside = (first < 0) | (first + counts > len(runs[1]))
    lengths = np.array(sorted(runs))
    which = np.searchsorted(lengths, counts, "right") - 1
    longest, places = np.unique(lengths[which], return_inverse=True)
    common = picked([runs[length] for length in longest.tolist()], places, np.where(outside, -1, first))
    past, left = first + lengths[which], counts - lengths[which]
    for length in lengths[::-1].tolist():
        more = ~outside & (left >= length)
        if more.any():
            cut, _ = divided(common, runs[length], np.where(more, past, -1))
            # What is outside of the print is empty in both.
            whole = (more | outside).all()
            common = cut if whole else picked([common, cut], more.astype(np.int64), layers)
            past, left = past + length * more, left - length * more
    return common


def covered_cores(sections: RingStack, above: Ints, below: Ints, check: Callable[[], None]) -> RingStack:
    """Find the part of each layer that so many layers above and below it cover; 0 asks for nothing."""
    layers = np.arange(len(sections))
    over, under = np.maximum(above, 1), np.maximum(below, 1)
    runs = running_intersections(sections, int(max(over.max(), under.max())), check)
    # Most layers ask for the same: what the thinner shell takes is a step on the way to the thicker one.
    usual = min(int(np.bincount(counts).argmax()) for counts in (over, under))
    if usual not in runs:
        runs[usual] = run_of(runs, layers, np.full(len(layers), usual))
        check()
    lids = run_of(runs, np.where(above > 0, layers + 1, layers), over)
    check()
    floors = run_of(runs, np.where(below > 0, layers - below, layers), under)
    check()
    return divided(lids, floors, layers)[0]


def fill_areas(
    insides: RingStack,
    rooms: RingStack,
    cores: RingStack,
    sections: RingStack,
    flows: list[Flow],
    cells: Sequence[Cells | None],
) -> FillAreas:
    """Split what the perimeters leave into solid, top and sparse.

    Parameters
    ----------
    insides, rooms
        Up to the edge of the innermost perimeter, and where centre lines may run in it.
    cores
        What enough layers above and below cover.
    sections
        The outlines of all layers; coarse ones do.
    cells : sequence of Cells
        How the infill below meets the solid lines of even and odd layers; None where there is none.
    """
    layers = np.arange(len(rooms))
    solid, sparse = divided(rooms, _skins(insides, cores), layers)
    solid, sparse = without_small_parts(rooms, solid, sparse)
    solid, sparse = _with_beams(rooms, solid, sparse, cells)
    solid, top = _with_tops(solid, sections, flows)
    return FillAreas(solid, top, sparse)


def _skins(insides: RingStack, cores: RingStack) -> RingStack:
    """Find what is solid: all that the cores leave, without crumbs, and as far as skins reach inwards."""
    layers = np.arange(len(insides))
    _, bare = divided(insides, cores, layers)
    islands, first = bare.islands()
    owner = np.repeat(layers, np.diff(first))
    large = (islands.area_mm2 > LARGEST_CRUMB_MM2) & (np.diff(cores.layers) > 0)[owner]
    kept = islands.chosen(np.flatnonzero(large))
    kept = grown(kept, np.full(len(kept), -CRUMB_MM))
    skins = kept.joined(np.searchsorted(np.flatnonzero(large), first))
    skins = grown(skins, np.full(len(skins), CRUMB_MM + SKIN_OVERLAP_MM))
    return picked([skins, insides], (np.diff(cores.layers) == 0).astype(np.int64), layers)


def without_small_parts(rooms: RingStack, solid: RingStack, sparse: RingStack) -> tuple[RingStack, RingStack]:
    """Make solid the sparse pieces that are quicker and stronger so."""
    islands, first = sparse.islands()
    # A strip has twice its area per length of its outline for its width.
    width_mm = 2.0 * islands.area_mm2 / np.maximum(islands.outline_mm, _SLACK_MM)
    large = (islands.area_mm2 > SMALLEST_SPARSE_MM2) & (width_mm > THINNEST_SPARSE_MM)
    if large.all():
        return solid, sparse
    counts = np.concatenate([np.zeros(1, np.int64), np.cumsum(large)])[first]
    kept = islands.chosen(np.flatnonzero(large)).joined(counts)
    changed = np.flatnonzero(np.diff(counts) < np.diff(first)).tolist()
    solids: dict[int, Area] = {
        i: rooms.rings_of(i) if kept.is_empty(i) else rooms.region_of(i) - kept.region_of(i) for i in changed
    }
    return solid.replaced(solids), kept


def _with_beams(
    rooms: RingStack, solid: RingStack, sparse: RingStack, cells: Sequence[Cells | None]
) -> tuple[RingStack, RingStack]:
    """Let small solid patches in the midst of sparse infill reach the lines below."""
    solids: dict[int, Area] = {}
    sparses: dict[int, Region] = {}
    # A patch is a hole of the sparse area.
    holes = np.searchsorted(sparse.layers, np.flatnonzero(sparse.ring_mm2 < 0.0), "right") - 1
    for i in np.unique(holes).tolist():
        meets = cells[i % 2]
        if meets is None or not i:
            continue
        below = sparses.get(i - 1, sparse.region_of(i - 1))
        held = carried(sparse.region_of(i), rooms.region_of(i), below, meets)
        if held is not sparse.region_of(i):
            sparses[i] = held
            solids[i] = rooms.region_of(i) - held
    return solid.replaced(solids), sparse.replaced(sparses)


def _with_tops(solid: RingStack, sections: RingStack, flows: list[Flow]) -> tuple[RingStack, RingStack]:
    """Find the top surfaces wide enough for lines of their own; hairs on slopes stay with the solid."""
    layers = np.arange(len(solid))
    above = np.where(layers + 1 < len(sections), layers + 1, -1)
    _, bare = divided(solid, sections, above)
    solids: dict[int, Area] = {}
    tops: dict[int, Area] = {}
    for i in np.flatnonzero(bare.area_mm2 >= SMALLEST_TOP_MM2).tolist():
        if above[i] < 0 or sections.is_empty(i + 1):
            tops[i], solids[i] = solid.rings_of(i), EMPTY
            continue
        wide = opened(bare.region_of(i), flows[i].width_mm)
        if wide.area() < SMALLEST_TOP_MM2:
            continue
        tops[i] = top = wide ^ solid.region_of(i)
        solids[i] = solid.region_of(i) - grow(top, flows[i].spacing_mm / 4)
    return solid.replaced(solids), RingStack.empty(len(solid)).replaced(tops)
