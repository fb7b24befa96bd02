"""The areas of all layers become lines."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.slicing.bead import ROUND_END
from memoreez_desktop.slicing.builtin.areas.bridges import THREAD_AREA_MM2, bridge_chains
from memoreez_desktop.slicing.builtin.areas.layer_plan import LayerPlans
from memoreez_desktop.slicing.builtin.areas.thin_lines import thin_lines
from memoreez_desktop.slicing.builtin.areas.walls import ThinPlaces
from memoreez_desktop.slicing.builtin.around.supports import Supports
from memoreez_desktop.slicing.builtin.flow import pattern_spacing_mm
from memoreez_desktop.slicing.builtin.infill.fill import solid_layers, sparse_layers
from memoreez_desktop.slicing.builtin.overhangs import hanging_loops
from memoreez_desktop.slicing.builtin.paths import LayerPaths, PathStack, stack_of
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.builtin.speeds import Speeds, layer_speeds
from memoreez_desktop.slicing.compiled import Flags

_LEAST_BEAD_MM = 0.02


def draw_layers(
    plans: LayerPlans,
    settings: SliceSettings,
    supports: Supports,
    beside: Executor,
    tick: Callable[[float], None],
) -> tuple[list[LayerPaths], list[PathStack]]:
    """Draw everything the layers print: what few layers have, and what most of them have.

    The perimeters are drawn ``beside`` all the rest.
    """
    tick(0.0)
    perimeters = beside.submit(_perimeters, plans, settings, supports)
    thin = [_thin(plans, thin, settings) for thin in plans.thin]
    tick(0.3)
    # Only what is seen needs its lines in one order; inside, the shortest way is better.
    seen = np.arange(len(plans)) == 0
    solid = _solid(plans, plans.areas.solid, Role.SOLID_INFILL, seen, settings)
    top = _solid(plans, plans.areas.top, Role.TOP_SOLID_INFILL, seen | True, settings)
    tick(0.6)
    sparse = _sparse(plans, settings)
    single = _single(plans, settings, supports)
    return single, [perimeters.result(), *thin, solid, top, sparse]


def _perimeters(plans: LayerPlans, settings: SliceSettings, supports: Supports) -> PathStack:
    loops, perimeter, degrees = hanging_loops(plans, supports)
    layer = np.repeat(np.arange(len(plans)), np.diff(loops.layers))
    areas, speeds = np.empty(len(perimeter)), np.empty(len(perimeter))
    for role, is_outer in ((Role.EXTERNAL_PERIMETER, True), (Role.PERIMETER, False)):
        flows = [flow.outer if is_outer else flow.inner for flow in plans.flows]
        area_mm2 = np.array([flow.area_mm2 for flow in flows])
        speed = layer_speeds(settings, role, area_mm2)
        these = (perimeter == 0) == is_outer
        areas[these], speeds[these] = area_mm2[layer[these]], speed[layer[these]]
    roles = np.where(perimeter > 0, int(Role.PERIMETER), int(Role.EXTERNAL_PERIMETER))
    areas = np.repeat(areas, np.diff(loops.rings))
    return stack_of(
        loops.points, loops.rings, loops.layers, roles, areas, speeds, closed=True, degrees=degrees
    )


def _thin(plans: LayerPlans, thin: ThinPlaces, settings: SliceSettings) -> PathStack:
    points, widths, offsets, layers = thin_lines(thin.areas)
    counts = np.diff(offsets[layers])
    height = np.repeat(plans.stack.height_mm, counts)
    # Between beads a line also fills their round flanks; standing free it has round flanks of its own.
    spacing = widths - height * ROUND_END if thin.free else widths
    areas = height * np.maximum(spacing, _LEAST_BEAD_MM)
    # All lines of a layer go as fast as the thickest can.
    thickest = np.zeros(len(plans))
    np.maximum.at(thickest, np.repeat(np.arange(len(plans)), counts), areas)
    speed = np.repeat(layer_speeds(settings, Role.GAP_FILL, thickest), np.diff(layers))
    return stack_of(points, offsets, layers, Role.GAP_FILL, areas, speed)


def _solid(
    plans: LayerPlans, areas: RingStack, role: Role, fixed: Flags, settings: SliceSettings
) -> PathStack:
    flows = [flow.fill for flow in plans.flows]
    points, offsets, layers = solid_layers(areas, np.array([flow.spacing_mm for flow in flows]))
    area_mm2 = np.array([flow.area_mm2 for flow in flows])
    counts = np.diff(layers)
    return stack_of(
        points,
        offsets,
        layers,
        role,
        np.repeat(area_mm2, np.diff(offsets[layers])),
        np.repeat(layer_speeds(settings, role, area_mm2), counts),
        fixed=np.repeat(fixed, counts),
    )


def _sparse(plans: LayerPlans, settings: SliceSettings) -> PathStack:
    quality = settings.quality
    fill = sparse_layers(
        plans.areas.sparse,
        plans.stack.height_mm,
        pattern_spacing_mm(quality),
        quality.fill_density_ratio,
        quality.fill_pattern,
        np.arange(len(plans)),
        plans.stack.top_mm,
    )
    speed = layer_speeds(settings, Role.INFILL, fill.area_mm2)
    return stack_of(
        fill.points,
        fill.offsets,
        fill.layers,
        Role.INFILL,
        np.repeat(fill.area_mm2, np.diff(fill.offsets[fill.layers])),
        np.repeat(speed, np.diff(fill.layers)),
    )


def _single(plans: LayerPlans, settings: SliceSettings, supports: Supports) -> list[LayerPaths]:
    """Draw the lines of supports and bridges."""
    first, others = Speeds(settings, first_layer=True), Speeds(settings, first_layer=False)
    layers = [LayerPaths() for _ in range(len(plans))]
    for i, paths in enumerate(layers) if supports else ():
        supports.draw(paths, i, plans.flows[i].fill, others if i else first)
    role = Role.BRIDGE_INFILL
    for i, spans in plans.bridges.items():
        speed = (others if i else first).of(role, THREAD_AREA_MM2)
        for span in spans:
            chains = bridge_chains(span.region, span.angle)
            layers[i].add_chains(*chains, role, THREAD_AREA_MM2, speed, fixed=True)
    return layers
