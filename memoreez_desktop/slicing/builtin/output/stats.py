"""What a job amounts to, from its planned moves: the figures that reading the finished file gives."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.core.gcode import GcodeStats, Role, RoleUsage
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.slicing.builtin.output.stats_kernels import add_up
from memoreez_desktop.slicing.builtin.output.timeline import Timeline
from memoreez_desktop.slicing.compiled import Floats
from memoreez_desktop.slicing.gcode.parse_kernels import FEED, FROM_X, TO_X

_SHORTEST_MM = 1e-6
_TRAVEL, _OTHER = int(Role.TRAVEL), int(Role.OTHER)


class _Sums:
    """Seconds and filament of each role, and the box of what is printed."""

    def __init__(self) -> None:
        self.seconds = np.zeros(len(Role))
        self.filament = np.zeros(len(Role))
        self.fed = np.zeros(2)
        self.box = np.array([np.inf] * 3 + [-np.inf] * 3)

    def add_script(self, rows: Floats, times: Floats) -> None:
        """Add the rows of a start or end script: what they print is for no part of the model."""
        span = np.linalg.norm(rows[:, TO_X : TO_X + 3] - rows[:, FROM_X : FROM_X + 3], axis=1)
        prints = (rows[:, FEED] > 1e-9) & (span > _SHORTEST_MM)
        np.add.at(self.seconds, np.where(prints, _OTHER, _TRAVEL), times)
        for feed in rows[:, FEED].tolist():
            self.fed[0] += feed
            self.filament[_OTHER] += max(0.0, self.fed[0] - self.fed[1])
            self.fed[1] = max(self.fed[0], self.fed[1])
        if prints.any():
            begin, end = rows[prints, FROM_X : FROM_X + 3], rows[prints, TO_X : TO_X + 3]
            low = np.minimum(begin.min(axis=0), end.min(axis=0))
            # An extrusion begins where the travel before it ended, but its layer is where it ends.
            low[2] = end[:, 2].min()
            self.box[:3] = np.minimum(self.box[:3], low)
            self.box[3:] = np.maximum(self.box[3:], np.maximum(begin.max(axis=0), end.max(axis=0)))


def stats_of(timeline: Timeline, settings: SliceSettings) -> GcodeStats:
    """Add up a planned job."""
    sums = _Sums()
    first, last = len(timeline.start), len(timeline.times) - len(timeline.end)
    sums.add_script(timeline.start, timeline.times[:first])
    layers = add_up(
        timeline.moves.table,
        timeline.moves.layers,
        timeline.times[first:last],
        timeline.place_mm,
        sums.fed,
        sums.seconds,
        sums.filament,
        sums.box,
        _TRAVEL,
        _OTHER,
    )
    sums.add_script(timeline.end, timeline.times[last:])
    usage = {
        role.key: RoleUsage(float(sums.seconds[role]), float(sums.filament[role]))
        for role in Role
        if sums.seconds[role] > 0.0 or sums.filament[role] > 0.0
    }
    filament_mm = sum(part.filament_mm for part in usage.values())
    section_mm2 = math.pi * settings.printer.filament_diameter_mm**2 / 4
    x0, y0, z0, x1, y1, z1 = sums.box.tolist()
    return GcodeStats(
        time_s=sum(part.time_s for part in usage.values()),
        filament_mm=filament_mm,
        filament_g=filament_mm * section_mm2 * settings.material.density_g_cm3 / 1000.0,
        layers=layers,
        bounds_mm=((x0, y0, z0), (x1, y1, z1)),
        roles=usage,
        generator=timeline.facts.generator,
    )
