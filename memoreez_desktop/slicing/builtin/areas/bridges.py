"""Fill that spans air between two shores."""

from __future__ import annotations

import math
from dataclasses import dataclass

from memoreez_desktop.slicing.builtin.areas.bridge_kernels import bridge_direction
from memoreez_desktop.slicing.builtin.flow import BRIDGE_SPACING_MM, BRIDGE_THREAD_MM
from memoreez_desktop.slicing.builtin.infill.fill import SHORTEST_SOLID_MM, Chains
from memoreez_desktop.slicing.builtin.infill.fill_kernels import touching_lines
from memoreez_desktop.slicing.builtin.plane.regions import Area, Region, flat_rings, grow, opened
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack

HAIR_MM = 0.3
SMALLEST_AIR_MM2 = 1.0
SMALLEST_BRIDGE_MM2 = 3.0
SHORE_OVERLAP_MM = 0.8
CLEARANCE_MM = 0.02
DIRECTIONS = 18
# Across the corner of two walls half of the lines are carried at both ends.
LEAST_CARRIED = 0.45
# Over wide air threads from one free edge to the other are better than none: the edge itself is a bridge.
WIDE_MM = 3.0
LEAST_CARRIED_WIDE = 0.15
THREAD_AREA_MM2 = math.pi * BRIDGE_THREAD_MM**2 / 4


@dataclass(frozen=True, eq=False)
class Bridge:
    """A region that threads cross in one direction."""

    region: Region
    angle: float


def find_bridges(air: Region, below: Region, pitch_mm: float) -> list[Bridge]:
    """Find the parts of what hangs over air that two shores can carry."""
    if air.is_empty() or air.area() < SMALLEST_AIR_MM2:
        return []
    air = opened(air, HAIR_MM)
    if air.is_empty():
        return []
    ground, ground_rings = flat_rings(below)
    bridges = []
    for part in air.decompose():
        if part.area() < SMALLEST_BRIDGE_MM2:
            continue
        angle, carried = bridge_direction(*flat_rings(part), ground, ground_rings, pitch_mm, DIRECTIONS)
        if carried > LEAST_CARRIED or (carried > LEAST_CARRIED_WIDE and not grow(part, -WIDE_MM).is_empty()):
            bridges.append(Bridge(grow(part, SHORE_OVERLAP_MM), angle))
    return bridges


def with_bridges(
    solid: RingStack, top: RingStack, bridges: dict[int, list[Bridge]]
) -> tuple[RingStack, RingStack, dict[int, list[Bridge]]]:
    """Take from the solid and the top areas what bridges span; return both, and the spans by layer."""
    solids: dict[int, Area] = {}
    tops: dict[int, Area] = {}
    spans: dict[int, list[Bridge]] = {}
    for i, found in bridges.items():
        left, open_left = solid.region_of(i), top.region_of(i)
        for bridge in found:
            span = bridge.region ^ (left + open_left)
            if span.is_empty():
                continue
            cut = grow(span, CLEARANCE_MM)
            left, open_left = left - cut, open_left - cut
            spans.setdefault(i, []).append(Bridge(span, bridge.angle))
        if i in spans:
            solids[i], tops[i] = left, open_left
    return solid.replaced(solids), top.replaced(tops), spans


def bridge_chains(region: Region, angle: float) -> Chains:
    """Fill with round threads, each ending on its shores."""
    return touching_lines(*flat_rings(region), angle, BRIDGE_SPACING_MM, 0.5, 2.0, SHORTEST_SOLID_MM)
