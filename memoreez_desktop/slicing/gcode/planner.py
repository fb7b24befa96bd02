"""How long a printer takes for its moves: trapezoids joined at corners, as Marlin plans them.

Each move runs at its own speed, clipped by the limits of the Z and E axes. Through a corner no axis may
change its speed by more than its jerk; a reversal counts the larger of the two speeds. One pass backwards
and one forwards over the whole job make every speed reachable.

Source: Marlin's classic jerk planner. Its look-ahead is short and this one is endless; on real files the
difference is under half a percent.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.slicing.compiled import Floats, kernel

DELTA_X, DELTA_Y, DELTA_Z, DELTA_E = range(4)


@dataclass(frozen=True)
class PlannerLimits:
    """What a printer's motion allows; the defaults are those PrusaSlicer assumes of a Marlin printer."""

    acceleration_mm_s2: float = 1500.0
    travel_acceleration_mm_s2: float = 1500.0
    retract_acceleration_mm_s2: float = 1500.0
    acceleration_z_mm_s2: float = 500.0
    jerk_xy_mm_s: float = 10.0
    jerk_z_mm_s: float = 0.2
    jerk_e_mm_s: float = 2.5
    max_speed_xy_mm_s: float = 500.0
    max_speed_z_mm_s: float = 12.0
    max_speed_e_mm_s: float = 120.0

    @classmethod
    def of(cls, printer: PrinterProfile) -> PlannerLimits:
        """Take the limits of a printer profile."""
        return cls(
            acceleration_mm_s2=printer.acceleration_mm_s2,
            travel_acceleration_mm_s2=printer.travel_acceleration_mm_s2,
            retract_acceleration_mm_s2=printer.acceleration_mm_s2,
            jerk_xy_mm_s=printer.jerk_xy_mm_s,
            jerk_z_mm_s=printer.jerk_z_mm_s,
            jerk_e_mm_s=printer.jerk_e_mm_s,
            max_speed_xy_mm_s=max(printer.max_speed_mm_s, 1.0),
        )

    @property
    def caps(self) -> Floats:
        """Jerk of x, y, z, e; highest speed of x, y, z, e; acceleration of z."""
        return np.array(
            [
                self.jerk_xy_mm_s,
                self.jerk_xy_mm_s,
                self.jerk_z_mm_s,
                self.jerk_e_mm_s,
                self.max_speed_xy_mm_s,
                self.max_speed_xy_mm_s,
                self.max_speed_z_mm_s,
                self.max_speed_e_mm_s,
                self.acceleration_z_mm_s2,
            ]
        )


@kernel
def corner_speed(before: Floats, after: Floats, fastest: float, caps: Floats) -> float:
    """Return the speed at which no axis jumps by more than its jerk; the rows are direction vectors."""
    factor = 1.0
    for axis in range(4):
        p = before[axis] * fastest
        q = after[axis] * fastest
        jump = abs(p - q) if p * q > 0.0 else max(abs(p), abs(q))
        if jump * factor > caps[axis]:
            factor = caps[axis] / jump
    return fastest * factor


@kernel
def move_time(length: float, enter: float, cruise: float, leave: float, acceleration: float) -> float:
    """Return the time of one trapezoid, or of a triangle when there is no room to cruise."""
    ramps = (2.0 * cruise * cruise - enter * enter - leave * leave) / (2.0 * acceleration)
    if ramps <= length:
        return (2.0 * cruise - enter - leave) / acceleration + (length - ramps) / cruise
    peak = math.sqrt((2.0 * acceleration * length + enter * enter + leave * leave) / 2.0)
    return (2.0 * peak - enter - leave) / acceleration


@kernel
def directions(
    delta: Floats,
    speed: Floats,
    acceleration: Floats,
    caps: Floats,
    unit: Floats,
    cruise: Floats,
    thrust: Floats,
) -> Floats:
    """Fill direction, cruise speed and acceleration of every move; return the lengths (0: no move)."""
    count = delta.shape[0]
    length = np.zeros(count)
    for i in range(count):
        span = math.sqrt(delta[i, 0] ** 2 + delta[i, 1] ** 2 + delta[i, 2] ** 2)
        if span < 1e-6:
            span = abs(delta[i, 3])
        if span < 1e-7:
            continue
        length[i] = span
        v = max(speed[i], 1e-3)
        for axis in range(4):
            unit[i, axis] = delta[i, axis] / span
            share = abs(unit[i, axis])
            if share > 1e-9:
                v = min(v, caps[4 + axis] / share)
        cruise[i] = v
        thrust[i] = acceleration[i]
        rise = abs(unit[i, 2])
        if rise > 1e-9:
            thrust[i] = min(thrust[i], caps[8] / rise)
    return length


@kernel
def plan_times(delta: Floats, speed: Floats, acceleration: Floats, caps: Floats) -> Floats:
    """Plan a whole job.

    Parameters
    ----------
    delta : (n, 4) float64
        x, y, z and filament of each move, mm.
    speed, acceleration : (n,) float64
        Asked for, mm/s and mm/s².
    caps : (9,) float64
        :attr:`PlannerLimits.caps`.

    Returns
    -------
    (n,) float64, s.
    """
    count = delta.shape[0]
    unit = np.zeros((count, 4))
    cruise = np.zeros(count)
    thrust = np.ones(count)
    length = directions(delta, speed, acceleration, caps, unit, cruise, thrust)
    enter = np.zeros(count)
    before = -1
    for i in range(count):
        if length[i] == 0.0:
            continue
        if before >= 0:
            enter[i] = corner_speed(unit[before], unit[i], min(cruise[before], cruise[i]), caps)
        before = i
    leave = 0.0
    for i in range(count - 1, -1, -1):
        if length[i] > 0.0:
            enter[i] = min(enter[i], math.sqrt(leave * leave + 2.0 * thrust[i] * length[i]))
            leave = enter[i]
    times = np.zeros(count)
    before = -1
    for i in range(count):
        if length[i] == 0.0:
            continue
        if before >= 0:
            reachable = math.sqrt(enter[before] ** 2 + 2.0 * thrust[before] * length[before])
            enter[i] = min(enter[i], reachable)
            times[before] = move_time(length[before], enter[before], cruise[before], enter[i], thrust[before])
        before = i
    if before >= 0:
        times[before] = move_time(length[before], enter[before], cruise[before], 0.0, thrust[before])
    return times
