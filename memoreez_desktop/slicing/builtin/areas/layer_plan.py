"""The areas of every layer: perimeters, solid, sparse, bridges, thin lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.profiles import QualityProfile
from memoreez_desktop.slicing.builtin.areas.bridges import SMALLEST_AIR_MM2, Bridge, find_bridges
from memoreez_desktop.slicing.builtin.areas.shells import (
    FillAreas,
    covered_cores,
    fill_areas,
    fill_room,
    layers_within,
)
from memoreez_desktop.slicing.builtin.areas.walls import ThinPlace, Walls, draw_walls
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.flow import Flow, LayerFlows, layer_flows, pattern_spacing_mm
from memoreez_desktop.slicing.builtin.infill.patterns import cells_of
from memoreez_desktop.slicing.builtin.plane.booleans import divided
from memoreez_desktop.slicing.builtin.plane.offsets import simplified
from memoreez_desktop.slicing.builtin.plane.regions import EMPTY, Area, Rings
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack

# Shells are compared between layers on coarser copies: their edges lie under other plastic anyway.
COARSE_SECTION_MM = 0.03
COARSE_INSIDE_MM = 0.02

Tick = Callable[[float], None]


@dataclass(frozen=True, eq=False)
class LayerPlan:
    """Everything one layer prints, as areas."""

    section: Area
    top_mm: float
    flows: LayerFlows
    loops: tuple[Rings, ...]
    areas: FillAreas
    bridges: list[Bridge]
    thin: tuple[ThinPlace, ...]


def plan_walls(sections: RingStack, stack: LayerStack, quality: QualityProfile, tick: Tick) -> Walls:
    """Draw the perimeters of every layer."""
    return draw_walls(sections, flows_of(stack, quality), quality.perimeters, lambda: tick(0.0))


def flows_of(stack: LayerStack, quality: QualityProfile) -> list[LayerFlows]:
    """Choose the line widths of every layer."""
    return [layer_flows(quality, float(height), first=i == 0) for i, height in enumerate(stack.height_mm)]


def coarse_copies(sections: RingStack) -> RingStack:
    """Return the sections with fewer points, for comparing layers."""
    return simplified(sections, COARSE_SECTION_MM)


def plan_layers(
    sections: RingStack,
    coarse: RingStack,
    walls: Walls,
    stack: LayerStack,
    quality: QualityProfile,
    tick: Tick,
) -> list[LayerPlan]:
    """Find what is solid, sparse and bridge in every layer.

    ``coarse`` are the sections with fewer points, see :func:`coarse_copies`.
    """
    flows = flows_of(stack, quality)
    fills = [flow.fill for flow in flows]
    cores = _cores(coarse, stack, quality, lambda: tick(0.0))
    insides = simplified(walls.inside, COARSE_INSIDE_MM)
    rooms, rests = fill_room(insides, fills)
    spacing_mm, density = pattern_spacing_mm(quality), quality.fill_density_ratio
    cells = [cells_of(quality.fill_pattern, spacing_mm, density, k) for k in (0, 1)]
    areas = fill_areas(insides, rooms, cores, coarse, fills, cells)
    tick(0.9)
    bridges = _bridges(insides, coarse, fills)
    plans = []
    for i in range(len(sections)):
        tick(0.9 + 0.1 * i / len(sections))
        thin = walls.thin[i]
        if not rests.is_empty(i):
            thin = [*thin, ThinPlace(rests.rings_of(i), free=False)]
        plans.append(
            LayerPlan(
                sections.rings_of(i),
                float(stack.top_mm[i]),
                flows[i],
                tuple(walls.loops[i]),
                areas[i],
                bridges.get(i, []),
                tuple(thin),
            )
        )
    return plans


def _cores(
    coarse: RingStack, stack: LayerStack, quality: QualityProfile, check: Callable[[], None]
) -> RingStack:
    """Find what is inside of the shells, and so may be sparse."""
    if quality.fill_density_ratio >= 1.0:
        return RingStack.of([EMPTY] * len(coarse))
    top, bottom = quality.top_solid_layers, quality.bottom_solid_layers
    above = layers_within(stack, top, quality.top_solid_min_thickness_mm, above=True)
    below = layers_within(stack, bottom, quality.bottom_solid_min_thickness_mm, above=False)
    return covered_cores(coarse, above, below, check)


def _bridges(insides: RingStack, coarse: RingStack, fills: list[Flow]) -> dict[int, list[Bridge]]:
    """Find what hangs between two shores, by layer."""
    _, air = divided(insides, coarse, np.arange(len(coarse)) - 1)
    over_air = np.flatnonzero(air.area_mm2[1:] >= SMALLEST_AIR_MM2) + 1
    return {
        i: find_bridges(insides.region_of(i), coarse.region_of(i - 1), fills[i].spacing_mm)
        for i in over_air.tolist()
    }
