"""How long a printer takes for its moves: trapezoids joined at corners.

Each move runs at its own speed, clipped by the limits of its axes, and goes through corners by the rule of
its firmware. One pass backwards and one forwards over the whole job make every speed reachable.

Firmwares look ahead a few moves and this planner endlessly; on real files of PrusaSlicer the difference to
its own estimate is under half a percent.
"""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.compiled import Floats, kernel
from memoreez_desktop.slicing.gcode.corner_kernels import (
    BY_JERK,
    CARRY_SIZE,
    LAST_LENGTH,
    LAST_PUSH,
    LAST_SAFE,
    LAST_SPEED,
    PUSH_Z,
    RULE,
    TOP_E,
    TOP_X,
    TOP_Y,
    TOP_Z,
    corner_speed2,
    safe_speed,
)
from memoreez_desktop.slicing.gcode.parse_kernels import (
    FEED,
    FROM_X,
    FROM_Y,
    FROM_Z,
    PAUSE,
    SPEED,
    THRUST,
    TO_X,
    TO_Y,
    TO_Z,
)

# Columns of a plan. LENGTH 0: no move. ENTRY2 is the square of the speed at which a move may begin.
LENGTH, CRUISE, PUSH, ENTRY2 = range(4)
PLAN_COLUMNS = 4
_SHORTEST_MM = 1e-6


def no_move() -> Floats:
    """Return what the planner remembers before the first move."""
    last = np.zeros(CARRY_SIZE)
    last[LAST_SPEED] = -1.0
    return last


@kernel
def lay_move(
    plan: Floats,
    i: int,
    dx: float,
    dy: float,
    dz: float,
    de: float,
    speed: float,
    push: float,
    caps: Floats,
    last: Floats,
) -> None:
    """Write what one move may do: how fast it goes, and how fast it comes out of the move before."""
    span = math.sqrt(dx * dx + dy * dy + dz * dz)
    if span < _SHORTEST_MM:
        span = abs(de)
    if span < 1e-7:
        plan[i, LENGTH] = 0.0
        return
    inverse = 1.0 / span
    ux = dx * inverse
    uy = dy * inverse
    uz = dz * inverse
    ue = de * inverse
    v = max(speed, 1e-3)
    v = min(v, caps[TOP_X] / max(abs(ux), 1e-9), caps[TOP_Y] / max(abs(uy), 1e-9))
    v = min(v, caps[TOP_E] / max(abs(ue), 1e-9))
    if uz != 0.0:
        v = min(v, caps[TOP_Z] / abs(uz))
        push = min(push, caps[PUSH_Z] / abs(uz))
    plan[i, LENGTH] = span
    plan[i, CRUISE] = v
    plan[i, PUSH] = push
    plan[i, ENTRY2] = corner_speed2(last, ux, uy, uz, ue, v, span, push, caps)
    last[0] = ux
    last[1] = uy
    last[2] = uz
    last[3] = ue
    last[LAST_SPEED] = v
    last[LAST_LENGTH] = span
    last[LAST_PUSH] = push
    last[LAST_SAFE] = safe_speed(ux, uy, uz, ue, v, caps) if caps[RULE] == BY_JERK else 0.0


@kernel
def lay_rows(rows: Floats, thrusts: Floats, caps: Floats, plan: Floats, first: int, last: Floats) -> None:
    """Write the plan of rows as the reader makes them.

    Parameters
    ----------
    rows : (n, 10) float64
        Columns of ``parse_kernels``; a negative THRUST chooses one of the thrusts.
    thrusts : (3,) float64
        Acceleration of extrusions, travels and retractions, mm/s².
    caps : (11,) float64
        :attr:`PlannerLimits.caps`.
    plan : (>= first + n, 4) float64
    last : (8,) float64
        The move before; carried on.
    """
    for i in range(rows.shape[0]):
        push = rows[i, THRUST]
        if push < 0.0:
            push = thrusts[int(-push) - 1]
        lay_move(
            plan,
            first + i,
            rows[i, TO_X] - rows[i, FROM_X],
            rows[i, TO_Y] - rows[i, FROM_Y],
            rows[i, TO_Z] - rows[i, FROM_Z],
            rows[i, FEED],
            rows[i, SPEED],
            push,
            caps,
            last,
        )


@kernel
def add_pauses(rows: Floats, times: Floats, first: int) -> None:
    """Add what the rows wait, s."""
    for i in range(rows.shape[0]):
        times[first + i] += rows[i, PAUSE]


@kernel
def lower_peaks(plan: Floats, most: float) -> None:
    """Lower the speed of moves that could only hurry to brake at once.

    A move becomes no faster than one could whose acceleration is ``most``, mm/s²: so that a part of its way
    is left to cruise. Moves that accelerate less anyway stay what they are. Source: Klipper's toolhead.py.
    """
    entry2 = plan[:, ENTRY2].copy()
    after = 0.0
    for i in range(plan.shape[0] - 1, -1, -1):
        if plan[i, LENGTH] > 0.0:
            entry2[i] = min(entry2[i], after + 2.0 * min(most, plan[i, PUSH]) * plan[i, LENGTH])
            after = entry2[i]
    before = -1
    for i in range(plan.shape[0]):
        if plan[i, LENGTH] == 0.0:
            continue
        if before >= 0:
            gain = 2.0 * min(most, plan[before, PUSH]) * plan[before, LENGTH]
            entry2[i] = min(entry2[i], entry2[before] + gain)
            peak2 = 0.5 * (entry2[before] + entry2[i] + gain)
            plan[before, CRUISE] = min(plan[before, CRUISE], math.sqrt(peak2))
            top2 = plan[before, CRUISE] ** 2
            plan[before, ENTRY2] = min(plan[before, ENTRY2], top2)
            plan[i, ENTRY2] = min(plan[i, ENTRY2], top2)
        before = i
    if before >= 0:
        peak2 = 0.5 * entry2[before] + min(most, plan[before, PUSH]) * plan[before, LENGTH]
        plan[before, CRUISE] = min(plan[before, CRUISE], math.sqrt(peak2))


@kernel
def move_time(length: float, enter: float, cruise: float, leave: float, acceleration: float) -> float:
    """Return the time of one trapezoid, or of a triangle when there is no room to cruise."""
    ramps = (2.0 * cruise * cruise - enter * enter - leave * leave) / (2.0 * acceleration)
    if ramps <= length:
        return (2.0 * cruise - enter - leave) / acceleration + (length - ramps) / cruise
    peak = math.sqrt((2.0 * acceleration * length + enter * enter + leave * leave) / 2.0)
    return (2.0 * peak - enter - leave) / acceleration


@kernel
def plan_times(plan: Floats, first: int, end: int, leave2: float, times: Floats) -> float:
    """Make all speeds of a stretch of moves reachable and return its time, s.

    Parameters
    ----------
    plan : (n, 4) float64
        ENTRY2 is lowered to what can be reached. The first move is taken to begin at its ENTRY2.
    first, end : int
    leave2 : float
        Square of the speed after the stretch.
    times : (n,) float64
        Filled, s.
    """
    after = leave2
    for i in range(end - 1, first - 1, -1):
        if plan[i, LENGTH] > 0.0:
            plan[i, ENTRY2] = min(plan[i, ENTRY2], after + 2.0 * plan[i, PUSH] * plan[i, LENGTH])
            after = plan[i, ENTRY2]
    total = 0.0
    before = -1
    enter = 0.0
    for i in range(first, end):
        times[i] = 0.0
        if plan[i, LENGTH] == 0.0:
            continue
        if before >= 0:
            reachable = plan[before, ENTRY2] + 2.0 * plan[before, PUSH] * plan[before, LENGTH]
            plan[i, ENTRY2] = min(plan[i, ENTRY2], reachable)
            leave = math.sqrt(plan[i, ENTRY2])
            times[before] = move_time(
                plan[before, LENGTH], enter, plan[before, CRUISE], leave, plan[before, PUSH]
            )
            total += times[before]
            enter = leave
        else:
            enter = math.sqrt(plan[i, ENTRY2])
        before = i
    if before >= 0:
        times[before] = move_time(
            plan[before, LENGTH], enter, plan[before, CRUISE], math.sqrt(leave2), plan[before, PUSH]
        )
        total += times[before]
    return total
