"""How long a printer takes for its moves: trapezoids joined at corners, as Marlin plans them.

Each move runs at its own speed, clipped by the limits of the Z and E axes. Through a corner no axis may
change its speed by more than its jerk; a reversal counts the larger of the two speeds. One pass backwards
and one forwards over the whole job make every speed reachable.

Source: Marlin's classic jerk planner. Its look-ahead is short and this one is endless; on real files the
difference is under half a percent.
"""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.compiled import Floats, kernel
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
# What the planner remembers of the last move: its direction in x, y, z, e and its speed; -1: none yet.
LAST_SPEED = 4
CARRY_SIZE = 5
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
    v = min(v, caps[4] / max(abs(ux), 1e-9), caps[5] / max(abs(uy), 1e-9))
    v = min(v, caps[7] / max(abs(ue), 1e-9))
    if uz != 0.0:
        v = min(v, caps[6] / abs(uz))
        push = min(push, caps[8] / abs(uz))
    plan[i, LENGTH] = span
    plan[i, CRUISE] = v
    plan[i, PUSH] = push
    corner = 0.0
    if last[LAST_SPEED] >= 0.0:
        corner = corner_speed(last, ux, uy, uz, ue, min(v, last[LAST_SPEED]), caps)
    plan[i, ENTRY2] = corner * corner
    last[0] = ux
    last[1] = uy
    last[2] = uz
    last[3] = ue
    last[LAST_SPEED] = v


@kernel
def axis_jump(p: float, q: float) -> float:
    """Return how much an axis changes its speed; a reversal counts the larger of the two."""
    return abs(p - q) if p * q > 0.0 else max(abs(p), abs(q))


@kernel
def corner_speed(
    last: Floats, ux: float, uy: float, uz: float, ue: float, fastest: float, caps: Floats
) -> float:
    """Return the speed at which no axis jumps by more than its jerk."""
    v = min(fastest, caps[0] / max(axis_jump(last[0], ux), 1e-9))
    v = min(v, caps[1] / max(axis_jump(last[1], uy), 1e-9))
    v = min(v, caps[3] / max(axis_jump(last[3], ue), 1e-9))
    if last[2] != 0.0 or uz != 0.0:
        v = min(v, caps[2] / max(axis_jump(last[2], uz), 1e-9))
    return float(v)


@kernel
def lay_rows(rows: Floats, thrusts: Floats, caps: Floats, plan: Floats, first: int, last: Floats) -> None:
    """Write the plan of rows as the reader makes them.

    Parameters
    ----------
    rows : (n, 10) float64
        Columns of ``parse_kernels``; a negative THRUST chooses one of the thrusts.
    thrusts : (3,) float64
        Acceleration of extrusions, travels and retractions, mm/s².
    caps : (9,) float64
        :attr:`PlannerLimits.caps`.
    plan : (>= first + n, 4) float64
    last : (5,) float64
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
