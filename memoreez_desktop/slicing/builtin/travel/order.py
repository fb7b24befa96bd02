"""Layer after layer, the paths become one long way of the nozzle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.profiles import PrinterProfile, SliceSettings
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.moves import Moves
from memoreez_desktop.slicing.builtin.paths import LayerPaths, PathStack, joined_paths, merged_paths
from memoreez_desktop.slicing.builtin.plane.regions import Area
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.builtin.travel.layer_kernels import print_layers
from memoreez_desktop.slicing.builtin.travel.motion import (
    AVOID,
    BRIDGE_FAN,
    COAST,
    FILAMENT_AREA,
    LEAST_SUPPORT_TRAVEL,
    LEAST_TRAVEL,
    LIFT_HEIGHT,
    LIFT_SPEED,
    MOTION_SIZE,
    OUTER_FIRST,
    OVERHANG_FAN,
    OVERHANG_SPEED,
    RETRACT_LENGTH,
    RETRACT_SPEED,
    SEAM,
    STATE_SIZE,
    TRAVEL_SPEED,
    WIPE_LENGTH,
)
from memoreez_desktop.slicing.builtin.travel.seam_kernels import ALIGNED, HIDDEN, NEAREST, REAR
from memoreez_desktop.slicing.compiled import Floats

LEAST_RETRACT_TRAVEL_MM = 2.0
# A hair between two lines of a support is broken away with it.
LEAST_SUPPORT_TRAVEL_MM = 4.0
LIFT_SPEED_MM_S = 10.0
SEAMS = {"aligned": ALIGNED, "rear": REAR, "nearest": NEAREST, "hidden": HIDDEN}
# What is printed first inside an island; perimeters of both kinds wall by wall.
_ORDER = (
    Role.SKIRT,
    Role.BRIM,
    Role.SUPPORT_MATERIAL,
    Role.SUPPORT_INTERFACE,
    Role.PERIMETER,
    Role.EXTERNAL_PERIMETER,
    Role.OVERHANG_PERIMETER,
    Role.GAP_FILL,
    Role.BRIDGE_INFILL,
    Role.SOLID_INFILL,
    Role.TOP_SOLID_INFILL,
    Role.INFILL,
)


def motion_of(printer: PrinterProfile, settings: SliceSettings) -> Floats:
    """Return how this printer travels, as the kernels read it."""
    motion = np.zeros(MOTION_SIZE)
    motion[RETRACT_LENGTH] = printer.retract_length_mm
    motion[RETRACT_SPEED] = printer.retract_speed_mm_s
    motion[LEAST_TRAVEL] = LEAST_RETRACT_TRAVEL_MM
    motion[LEAST_SUPPORT_TRAVEL] = LEAST_SUPPORT_TRAVEL_MM
    motion[TRAVEL_SPEED] = min(settings.quality.travel_speed_mm_s, printer.max_speed_mm_s)
    motion[LIFT_HEIGHT] = printer.retract_lift_mm
    motion[LIFT_SPEED] = LIFT_SPEED_MM_S
    quality, material = settings.quality, settings.material
    filament_mm2 = np.pi * printer.filament_diameter_mm**2 / 4
    motion[FILAMENT_AREA] = filament_mm2 / material.extrusion_multiplier_ratio
    motion[OVERHANG_SPEED : OVERHANG_SPEED + 4] = (
        quality.overhang_speed_0_mm_s,
        quality.overhang_speed_1_mm_s,
        quality.overhang_speed_2_mm_s,
        quality.overhang_speed_3_mm_s,
    )
    motion[OVERHANG_FAN : OVERHANG_FAN + 4] = (
        material.overhang_fan_0_ratio,
        material.overhang_fan_1_ratio,
        material.overhang_fan_2_ratio,
        material.overhang_fan_3_ratio,
    )
    motion[SEAM] = SEAMS[quality.seam_position]
    motion[OUTER_FIRST] = quality.external_perimeters_first
    motion[AVOID] = quality.avoid_crossing_perimeters
    motion[WIPE_LENGTH] = printer.wipe_mm
    motion[COAST] = printer.coasting_mm3 / motion[FILAMENT_AREA]
    motion[BRIDGE_FAN] = material.bridge_fan_ratio
    return motion


def order_layers(
    layers: Iterable[tuple[LayerPaths, Area]],
    stack: LayerStack,
    settings: SliceSettings,
    shared: Sequence[PathStack] = (),
) -> Moves:
    """Order the paths of each layer; the nozzle goes on where the layer below ended.

    Parameters
    ----------
    layers : iterable
        Paths of each layer, and the section it is printed in.
    shared : sequence of PathStack
        Further paths of the uppermost layers.
    """
    rank = np.full(len(Role), len(_ORDER), np.int64)
    for place, role in enumerate(_ORDER):
        rank[role] = place
    drawn = list(layers)
    sections = RingStack.of([section for _, section in drawn])
    parts = [joined_paths([paths for paths, _ in drawn])]
    for more, bounds in shared:
        parts.append((more, np.concatenate([np.zeros(len(drawn) + 1 - len(bounds), np.int64), bounds])))
    paths, path_layers = merged_paths(parts)
    table, bounds = print_layers(
        paths,
        path_layers,
        rank,
        (sections.points, sections.rings, sections.layers),
        stack.top_mm,
        motion_of(settings.printer, settings),
        np.zeros(STATE_SIZE),
    )
    return Moves(table, bounds)
