"""The areas of a layer become lines."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.slicing.bead import ROUND_END
from memoreez_desktop.slicing.builtin.areas.bridges import THREAD_AREA_MM2, bridge_chains
from memoreez_desktop.slicing.builtin.areas.layer_plan import LayerPlan
from memoreez_desktop.slicing.builtin.areas.thin_lines import thin_lines
from memoreez_desktop.slicing.builtin.around.supports import Supports
from memoreez_desktop.slicing.builtin.flow import pattern_spacing_mm
from memoreez_desktop.slicing.builtin.infill.fill import solid_chains, sparse_fill
from memoreez_desktop.slicing.builtin.infill.patterns import layer_angle
from memoreez_desktop.slicing.builtin.overhangs import Loops
from memoreez_desktop.slicing.builtin.paths import LayerPaths
from memoreez_desktop.slicing.builtin.plane.regions import Area, as_region, grow
from memoreez_desktop.slicing.builtin.speeds import Speeds

_BRIDGE_CLEARANCE_MM = 0.02
_LEAST_BEAD_MM = 0.02


def draw_layer(
    index: int,
    plan: LayerPlan,
    settings: SliceSettings,
    speeds: Speeds,
    supports: Supports,
    loops: list[Loops],
) -> LayerPaths:
    """Draw everything one layer prints; ``loops`` are its perimeters, see ``hanging_loops``."""
    paths = LayerPaths()
    supports.draw(paths, index, plan.flows.fill, speeds)
    if plan.section.is_empty():
        return paths
    _draw_perimeters(paths, plan, speeds, loops)
    _draw_thin(paths, plan, speeds)
    _draw_fill(paths, index, plan, settings, speeds)
    return paths


def _draw_perimeters(paths: LayerPaths, plan: LayerPlan, speeds: Speeds, loops: list[Loops]) -> None:
    for k, (points, rings, degrees) in enumerate(loops):
        flow, role = (plan.flows.inner, Role.PERIMETER) if k else (plan.flows.outer, Role.EXTERNAL_PERIMETER)
        paths.add_rings(points, rings, role, flow.area_mm2, speeds.of(role, flow.area_mm2), degrees)


def _draw_thin(paths: LayerPaths, plan: LayerPlan, speeds: Speeds) -> None:
    height = plan.flows.height_mm
    for place in plan.thin:
        points, widths, offsets = thin_lines(place.area)
        if len(offsets) < 2:
            continue
        # Between beads a line also fills their round flanks; standing free it has round flanks of its own.
        spacing = widths - height * ROUND_END if place.free else widths
        areas = height * np.maximum(spacing, _LEAST_BEAD_MM)
        paths.add_chains(points, offsets, Role.GAP_FILL, areas, speeds.of(Role.GAP_FILL, float(areas.max())))


def _draw_fill(
    paths: LayerPaths, index: int, plan: LayerPlan, settings: SliceSettings, speeds: Speeds
) -> None:
    flow, areas = plan.flows.fill, plan.areas
    solid, top = areas.solid, areas.top
    for bridge in plan.bridges:
        solid, top = as_region(solid), as_region(top)
        span = bridge.region ^ (solid + top)
        if span.is_empty():
            continue
        cut = grow(span, _BRIDGE_CLEARANCE_MM)
        solid, top = solid - cut, top - cut
        role = Role.BRIDGE_INFILL
        chains = bridge_chains(span, bridge.angle)
        paths.add_chains(*chains, role, THREAD_AREA_MM2, speeds.of(role, THREAD_AREA_MM2), fixed=True)
    _draw_solid(paths, solid, Role.SOLID_INFILL, index, plan, speeds)
    _draw_solid(paths, top, Role.TOP_SOLID_INFILL, index, plan, speeds)
    quality = settings.quality
    density, pattern = quality.fill_density_ratio, quality.fill_pattern
    spacing_mm = pattern_spacing_mm(quality)
    sparse = sparse_fill(areas.sparse, flow.height_mm, spacing_mm, density, pattern, index, plan.top_mm)
    if sparse is not None:
        area_mm2 = sparse.area_mm2
        paths.add_chains(
            sparse.points, sparse.offsets, Role.INFILL, area_mm2, speeds.of(Role.INFILL, area_mm2)
        )


def _draw_solid(
    paths: LayerPaths, region: Area, role: Role, index: int, plan: LayerPlan, speeds: Speeds
) -> None:
    if not region.is_empty():
        flow = plan.flows.fill
        chains = solid_chains(region, flow, layer_angle(index))
        # Only what is seen needs its lines in one order; inside, the shortest way is better.
        seen = role == Role.TOP_SOLID_INFILL or index == 0
        paths.add_chains(*chains, role, flow.area_mm2, speeds.of(role, flow.area_mm2), fixed=seen)
