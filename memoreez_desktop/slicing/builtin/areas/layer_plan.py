"""The areas of every layer: perimeters, solid, sparse, bridges, thin lines."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.profiles import QualityProfile
from memoreez_desktop.slicing.builtin.areas.bridges import (
    SMALLEST_AIR_MM2,
    Bridge,
    find_bridges,
    with_bridges,
)
from memoreez_desktop.slicing.builtin.areas.shells import (
    FillAreas,
    covered_cores,
    fill_areas,
    fill_room,
    layers_within,
)
from memoreez_desktop.slicing.builtin.areas.walls import ThinPlaces, Walls, draw_walls
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.flow import Flow, LayerFlows, layer_flows, pattern_spacing_mm
from memoreez_desktop.slicing.builtin.infill.patterns import cells_of
from memoreez_desktop.slicing.builtin.plane.booleans import divided
from memoreez_desktop.slicing.builtin.plane.offsets import simplified
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack

# Shells are compared between layers on coarser copies: their edges lie under other plastic anyway.
COARSE_SECTION_MM = 0.03
COARSE_INSIDE_MM = 0.02

Tick = Callable[[float], None]


@dataclass(frozen=True, eq=False)
class LayerPlans:
    """Everything the layers print, as areas."""

    sections: RingStack
    stack: LayerStack
    flows: list[LayerFlows]
    loops: list[RingStack]
    areas: FillAreas
    bridges: dict[int, list[Bridge]]
    thin: list[ThinPlaces]

    def __len__(self) -> int:
        """Count the layers."""
        return len(self.flows)

    def lowest(self, count: int) -> LayerPlans:
        """Return the plan of the lowest layers."""
        areas = FillAreas(
            *(area.lowest(count) for area in (self.areas.solid, self.areas.top, self.areas.sparse))
        )
        return LayerPlans(
            self.sections.lowest(count),
            self.stack.lowest(count),
            self.flows[:count],
            [loops.lowest(count) for loops in self.loops],
            areas,
            {i: spans for i, spans in self.bridges.items() if i < count},
            [ThinPlaces(thin.areas.lowest(count), thin.free) for thin in self.thin],
        )


def plan_walls(sections: RingStack, stack: LayerStack, quality: QualityProfile, tick: Tick) -> Walls:
    """Draw the perimeters of every layer."""
    return draw_walls(sections, flows_of(stack, quality), quality.perimeters, lambda: tick(0.0))


def flows_of(stack: LayerStack, quality: QualityProfile) -> list[LayerFlows]:
    """Choose the line widths of every layer."""
    heights = stack.height_mm.tolist()
    flows = {height: layer_flows(quality, height, first=False) for height in set(heights)}
    return [layer_flows(quality, heights[0], first=True), *(flows[height] for height in heights[1:])]


def coarse_copies(sections: RingStack) -> RingStack:
    """Return the sections with fewer points, for comparing layers."""
    return simplified(sections, COARSE_SECTION_MM)


def plan_layers(
    sections: RingStack,
    coarse: RingStack,
    walls: Walls,
    cores: Future[RingStack],
    stack: LayerStack,
    quality: QualityProfile,
    beside: Executor,
    tick: Tick,
) -> LayerPlans:
    """Find what is solid, sparse and bridge in every layer.

    ``coarse`` are the sections with fewer points, see :func:`coarse_copies`, and ``cores`` what they tell of
    the shells, see :func:`find_cores`. Bridges are looked for ``beside``.
    """
    flows = flows_of(stack, quality)
    fills = [flow.fill for flow in flows]
    tick(0.0)
    insides = simplified(walls.inside, COARSE_INSIDE_MM)
    bridges = beside.submit(_bridges, insides, coarse, fills)
    rooms, rests = fill_room(insides, fills)
    tick(0.5)
    spacing_mm, density = pattern_spacing_mm(quality), quality.fill_density_ratio
    cells = [cells_of(quality.fill_pattern, spacing_mm, density, k) for k in (0, 1)]
    areas = fill_areas(insides, rooms, cores.result(), coarse, fills, cells)
    tick(0.9)
    solid, top, spans = with_bridges(areas.solid, areas.top, bridges.result())
    thin = [*walls.thin, ThinPlaces(rests, free=False)]
    areas = FillAreas(solid, top, areas.sparse)
    return LayerPlans(sections, stack, flows, walls.loops, areas, spans, thin)


def find_cores(
    coarse: RingStack, stack: LayerStack, quality: QualityProfile, check: Callable[[], None]
) -> RingStack:
    """Find what is inside of the shells, and so may be sparse; ``check`` is called now and then."""
    if quality.fill_density_ratio >= 1.0:
        return RingStack.empty(len(coarse))
    top, bottom = quality.top_solid_layers, quality.bottom_solid_layers
    above = layers_within(stack, top, quality.top_solid_min_thickness_mm, above=True)
    below = layers_within(stack, bottom, quality.bottom_solid_min_thickness_mm, above=False)
    return covered_cores(coarse, above, below, check)


def _bridges(insides: RingStack, coarse: RingStack, fills: list[Flow]) -> dict[int, list[Bridge]]:
    """Find what hangs between two shores, by layer."""
    _, air = divided(insides, coarse, np.arange(len(coarse)) - 1)
    over_air = np.flatnonzero(air.area_mm2[1:] >= SMALLEST_AIR_MM2) + 1
    return {
        i: find_bridges(air.region_of(i), coarse.region_of(i - 1), fills[i].spacing_mm)
        for i in over_air.tolist()
    }
