"""Any G-code read back: what it prints, how long it takes, how much it needs."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np

from memoreez_desktop.core.gcode import GcodeStats, Role, RoleUsage, Toolpaths
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.slicing.bead import ROUND_END
from memoreez_desktop.slicing.compiled import Bytes, Floats, Ints
from memoreez_desktop.slicing.gcode.comments import CommentFacts
from memoreez_desktop.slicing.gcode.layers import feeds_of, layer_thickness, layers_of, roles_of
from memoreez_desktop.slicing.gcode.parse_kernels import FEED, FROM_X, TO_X
from memoreez_desktop.slicing.gcode.planner import PlannerLimits
from memoreez_desktop.slicing.gcode.planner_kernels import (
    PLAN_COLUMNS,
    add_pauses,
    lay_rows,
    no_move,
    plan_times,
)
from memoreez_desktop.slicing.gcode.rows import GcodeRows, load_bytes, read_rows

DEFAULT_DIAMETER_MM = 1.75
DEFAULT_DENSITY_G_CM3 = 1.24
_SHORTEST_MM = 1e-6


def read_gcode(
    path: Path,
    *,
    limits: PlannerLimits | None = None,
    diameter_mm: float | None = None,
    density_g_cm3: float | None = None,
    job: JobContext | None = None,
) -> tuple[GcodeStats, Toolpaths]:
    """Read a G-code file of any slicer.

    Parameters
    ----------
    path : Path
    limits : PlannerLimits, optional
        What the printer's motion allows. By default what the file says of it (M201, M203, M204, M205, or the
        settings a slicer writes as comments), else the limits of a common printer.
    diameter_mm, density_g_cm3 : float, optional
        The filament; by default what the file says, else 1.75 mm PLA.
    job : JobContext, optional

    Raises
    ------
    InputError
        Missing, empty, binary, too large, or without moves.
    """
    return measure(
        load_bytes(path),
        path.name,
        limits=limits,
        diameter_mm=diameter_mm,
        density_g_cm3=density_g_cm3,
        job=job,
    )


def measure(
    content: Bytes,
    name: str,
    *,
    limits: PlannerLimits | None = None,
    diameter_mm: float | None = None,
    density_g_cm3: float | None = None,
    job: JobContext | None = None,
) -> tuple[GcodeStats, Toolpaths]:
    """Read the bytes of a G-code file; see :func:`read_gcode`."""
    job = job or JobContext()
    found = read_rows(content, name, job)
    table, facts = found.table, found.facts
    span = table[:, TO_X : TO_X + 3] - table[:, FROM_X : FROM_X + 3]
    length = np.sqrt((span * span).sum(axis=1))
    extrudes = (table[:, FEED] > 1e-9) & (length > _SHORTEST_MM)
    layer, heights = layers_of(table, extrudes, facts)
    role = roles_of(table, extrudes, layer, facts)
    job.check_cancelled()
    times = _times(found, limits)
    job.check_cancelled()
    diameter = diameter_mm or facts.settings.get("filament_diameter", 0.0) or DEFAULT_DIAMETER_MM
    density = density_g_cm3 or facts.settings.get("filament_density", 0.0) or DEFAULT_DENSITY_G_CM3
    section_mm2 = math.pi * diameter * diameter / 4
    usage = _usage(role, times, feeds_of(table))
    filament_mm = sum(part.filament_mm for part in usage.values())
    stats = GcodeStats(
        time_s=sum(part.time_s for part in usage.values()),
        filament_mm=filament_mm,
        filament_g=filament_mm * section_mm2 * density / 1000.0,
        layers=len(heights) if extrudes.any() else 0,
        bounds_mm=_bounds(table, np.flatnonzero(extrudes)),
        roles=usage,
        generator=facts.generator,
    )
    thickness = layer_thickness(heights)[layer]
    area = table[:, FEED] * section_mm2 / np.maximum(length, _SHORTEST_MM)
    width = np.where(extrudes, area / thickness + thickness * ROUND_END, 0.0)
    drawn = length > _SHORTEST_MM
    return stats, Toolpaths(
        start_mm=table[drawn, FROM_X : FROM_X + 3].astype(np.float32),
        end_mm=table[drawn, TO_X : TO_X + 3].astype(np.float32),
        role=role[drawn].astype(np.uint8),
        layer=layer[drawn].astype(np.int32),
        width_mm=width[drawn].astype(np.float32),
        time_s=times[drawn].astype(np.float32),
        layer_z_mm=heights.astype(np.float32),
    )


def _times(found: GcodeRows, limits: PlannerLimits | None) -> Floats:
    """Plan all rows; pauses count as they are."""
    chosen = limits or limits_in(found.facts, found.machine)
    times = np.empty(len(found.table))
    plan = np.empty((len(found.table), PLAN_COLUMNS))
    lay_rows(found.table, chosen.thrusts, chosen.caps, plan, 0, no_move())
    chosen.settle(plan)
    plan_times(plan, 0, len(plan), 0.0, times)
    add_pauses(found.table, times, 0)
    return times


def limits_in(facts: CommentFacts, machine: Floats) -> PlannerLimits:
    """Return the limits a file states: in commands, or in PrusaSlicer's words as comments."""
    said = facts.settings
    words = {
        "acceleration_mm_s2": said.get("machine_max_acceleration_extruding", -1.0),
        "travel_acceleration_mm_s2": said.get("machine_max_acceleration_travel", -1.0),
        "retract_acceleration_mm_s2": said.get("machine_max_acceleration_retracting", -1.0),
        "acceleration_z_mm_s2": _first(machine[10], said.get("machine_max_acceleration_z", -1.0)),
        "jerk_xy_mm_s": _first(machine[0], said.get("machine_max_jerk_x", -1.0)),
        "jerk_z_mm_s": _first(machine[2], said.get("machine_max_jerk_z", -1.0)),
        "jerk_e_mm_s": _first(machine[3], said.get("machine_max_jerk_e", -1.0)),
        "max_speed_xy_mm_s": _first(machine[4], said.get("machine_max_feedrate_x", -1.0)),
        "max_speed_z_mm_s": _first(machine[6], said.get("machine_max_feedrate_z", -1.0)),
        "max_speed_e_mm_s": _first(machine[7], said.get("machine_max_feedrate_e", -1.0)),
        "junction_deviation_mm": said.get("machine_max_junction_deviation", -1.0),
        "square_corner_velocity_mm_s": said.get("square_corner_velocity", -1.0),
    }
    return replace(PlannerLimits(), **{name: value for name, value in words.items() if value > 0.0})


def _first(*values: float) -> float:
    return next((float(value) for value in values if value > 0.0), -1.0)


def _usage(role: Ints, times: Floats, feeds: Floats) -> dict[str, RoleUsage]:
    """Add up time and filament by role. Filament fed on the spot is counted as other."""
    seconds = np.bincount(role, times, len(Role))
    spot = (role == int(Role.TRAVEL)) & (feeds > 0.0)
    filament = np.bincount(np.where(spot, int(Role.OTHER), role), feeds, len(Role))
    return {
        kind.key: RoleUsage(float(seconds[kind]), float(filament[kind]))
        for kind in Role
        if seconds[kind] > 0.0 or filament[kind] > 0.0
    }


def _bounds(table: Floats, rows: Ints) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """Return the box of the centre lines of everything extruded; zeros when there is nothing."""
    if not len(rows):
        return (0.0, 0.0, 0.0), (0.0, 0.0, 0.0)
    ends = (table[rows, FROM_X : FROM_X + 3], table[rows, TO_X : TO_X + 3])
    low = np.minimum(*(end.min(axis=0) for end in ends))
    high = np.maximum(*(end.max(axis=0) for end in ends))
    # An extrusion begins where the travel before it ended, but its layer is where it ends.
    low[2] = ends[1][:, 2].min()
    return (float(low[0]), float(low[1]), float(low[2])), (float(high[0]), float(high[1]), float(high[2]))
