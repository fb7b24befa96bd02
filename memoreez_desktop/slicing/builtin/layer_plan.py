"""The areas of every layer: perimeters, solid, sparse, bridges, thin lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from memoreez_desktop.core.profiles import QualityProfile
from memoreez_desktop.slicing.builtin.bridges import Bridge, find_bridges
from memoreez_desktop.slicing.builtin.flow import LayerFlows, layer_flows, pattern_spacing_mm
from memoreez_desktop.slicing.builtin.layers import LayerStack
from memoreez_desktop.slicing.builtin.offsets import simplified
from memoreez_desktop.slicing.builtin.patterns import cells_of
from memoreez_desktop.slicing.builtin.regions import EMPTY, Region, Rings
from memoreez_desktop.slicing.builtin.ring_stack import RingStack
from memoreez_desktop.slicing.builtin.shells import (
    FillAreas,
    covered_cores,
    fill_areas,
    fill_room,
    layers_within,
)
from memoreez_desktop.slicing.builtin.walls import ThinPlace, Walls, draw_walls

# Shells are compared between layers on coarser copies: their edges lie under other plastic anyway.
COARSE_SECTION_MM = 0.03
COARSE_INSIDE_MM = 0.02

Tick = Callable[[float], None]


@dataclass(frozen=True, eq=False)
class LayerPlan:
    """Everything one layer prints, as areas."""

    section: Region
    top_mm: float
    flows: LayerFlows
    loops: tuple[Rings, ...]
    areas: FillAreas
    bridges: list[Bridge]
    thin: tuple[ThinPlace, ...]


def plan_walls(sections: list[Region], stack: LayerStack, quality: QualityProfile, tick: Tick) -> Walls:
    """Draw the perimeters of every layer."""
    flows = flows_of(stack, quality)
    return draw_walls(RingStack.of_regions(sections), flows, quality.perimeters, lambda: tick(0.0))


def flows_of(stack: LayerStack, quality: QualityProfile) -> list[LayerFlows]:
    """Choose the line widths of every layer."""
    return [layer_flows(quality, float(height), first=i == 0) for i, height in enumerate(stack.height_mm)]


def coarse_copies(sections: list[Region]) -> list[Region]:
    """Return the sections with fewer points, for comparing layers."""
    fewer = simplified(RingStack.of_regions(sections), COARSE_SECTION_MM)
    return [fewer.region_of(i) for i in range(len(fewer))]


def plan_layers(
    sections: list[Region],
    coarse: list[Region],
    walls: Walls,
    stack: LayerStack,
    quality: QualityProfile,
    tick: Tick,
) -> list[LayerPlan]:
    """Find what is solid, sparse and bridge in every layer.

    ``coarse`` are the sections with fewer points, see :func:`coarse_copies`.
    """
    flows = flows_of(stack, quality)
    cores = _cores(coarse, stack, quality, lambda: tick(0.0))
    insides = simplified(walls.inside, COARSE_INSIDE_MM)
    rooms, rests = fill_room(insides, [flow.fill for flow in flows])
    plans: list[LayerPlan] = []
    cells = [
        cells_of(quality.fill_pattern, pattern_spacing_mm(quality), quality.fill_density_ratio, k)
        for k in (0, 1)
    ]
    top_mm = stack.top_mm.tolist()
    for i, section in enumerate(sections):
        tick(i / len(sections))
        inside = insides.region_of(i)
        above = coarse[i + 1] if i + 1 < len(coarse) else EMPTY
        below = plans[-1].areas.sparse if plans else EMPTY
        room = rooms.region_of(i)
        areas = fill_areas(inside, room, cores[i], above, below, flows[i].fill, cells[i % 2])
        bridges = find_bridges(inside, coarse[i - 1], flows[i].fill.spacing_mm) if i else []
        thin = walls.thin[i]
        if i in rests:
            thin = [*thin, ThinPlace(rests[i], free=False)]
        plans.append(
            LayerPlan(section, top_mm[i], flows[i], tuple(walls.loops[i]), areas, bridges, tuple(thin))
        )
    return plans


def _cores(
    coarse: list[Region], stack: LayerStack, quality: QualityProfile, check: Callable[[], None]
) -> list[Region]:
    """Find what is inside of the shells, and so may be sparse."""
    if quality.fill_density_ratio >= 1.0:
        return [EMPTY] * len(coarse)
    top, bottom = quality.top_solid_layers, quality.bottom_solid_layers
    above = layers_within(stack, top, quality.top_solid_min_thickness_mm, above=True)
    below = layers_within(stack, bottom, quality.bottom_solid_min_thickness_mm, above=False)
    return covered_cores(coarse, above, below, check)
