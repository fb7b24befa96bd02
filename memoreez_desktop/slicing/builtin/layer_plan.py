"""The areas of every layer: perimeters, solid, sparse, bridges, thin lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from memoreez_desktop.core.profiles import QualityProfile
from memoreez_desktop.slicing.builtin.bridges import Bridge, find_bridges
from memoreez_desktop.slicing.builtin.flow import LayerFlows, layer_flows
from memoreez_desktop.slicing.builtin.layers import LayerStack
from memoreez_desktop.slicing.builtin.regions import EMPTY, Region
from memoreez_desktop.slicing.builtin.shells import FillAreas, covered_cores, fill_areas, fill_room
from memoreez_desktop.slicing.builtin.walls import ThinPlace, Walls, walls_of

# Shells are compared between layers on coarser copies: their edges lie under other plastic anyway.
COARSE_SECTION_MM = 0.03
COARSE_INSIDE_MM = 0.02

Tick = Callable[[float], None]


@dataclass(frozen=True, eq=False)
class LayerPlan:
    """Everything one layer prints, as areas."""

    section: Region
    flows: LayerFlows
    loops: tuple[Region, ...]
    areas: FillAreas
    bridges: list[Bridge]
    thin: tuple[ThinPlace, ...]


def plan_walls(sections: list[Region], stack: LayerStack, quality: QualityProfile, tick: Tick) -> list[Walls]:
    """Draw the perimeters of every layer."""
    walls = []
    for i, section in enumerate(sections):
        tick(i / len(sections))
        flows = layer_flows(quality, float(stack.height_mm[i]), first=i == 0)
        walls.append(walls_of(section, flows, quality.perimeters))
    return walls


def coarse_copies(sections: list[Region]) -> list[Region]:
    """Return the sections with fewer points, for comparing layers."""
    return [section.simplify(COARSE_SECTION_MM) for section in sections]


def plan_layers(
    sections: list[Region],
    coarse: list[Region],
    walls: list[Walls],
    stack: LayerStack,
    quality: QualityProfile,
    tick: Tick,
) -> list[LayerPlan]:
    """Find what is solid, sparse and bridge in every layer.

    ``coarse`` are the sections with fewer points, see :func:`coarse_copies`.
    """
    if quality.fill_density_ratio < 1.0:
        cores = covered_cores(
            coarse, quality.top_solid_layers, quality.bottom_solid_layers, lambda: tick(0.0)
        )
    else:
        cores = [EMPTY] * len(sections)
    plans = []
    for i, section in enumerate(sections):
        tick(i / len(sections))
        flows = layer_flows(quality, float(stack.height_mm[i]), first=i == 0)
        inside = walls[i].inside.simplify(COARSE_INSIDE_MM)
        above = coarse[i + 1] if i + 1 < len(coarse) else EMPTY
        lines, rest = fill_room(inside, flows.fill)
        areas = fill_areas(inside, lines, cores[i], above, flows.fill)
        bridges = find_bridges(inside, coarse[i - 1], flows.fill.spacing_mm) if i else []
        thin = walls[i].thin if rest.is_empty() else (*walls[i].thin, ThinPlace(rest, free=False))
        plans.append(LayerPlan(section, flows, walls[i].loops, areas, bridges, thin))
    return plans
