"""The moves as the file will have them, planned move by move, and short layers slowed."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.moves import EXTRUDE, KIND, SPEED, TRAVEL, WIPE, E, X, Y, Z
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel
from memoreez_desktop.slicing.gcode.planner_kernels import CRUISE, ENTRY2, lay_move, plan_times

# How near to the wanted time a slowed layer comes, and after how many tries it is near enough.
CLOSE_RATIO = 0.002
MOST_TRIES = 24


@kernel
def place_moves(table: Floats, shift_x: float, shift_y: float, at: Floats) -> None:
    """Move a job to its place on the bed and round it to what the file can say.

    Parameters
    ----------
    table : (n, 8) float64
        Changed in place: places to a thousandth of a millimetre, filament to a hundred-thousandth (what
        rounding leaves goes into the next move), speeds to whole mm/min.
    shift_x, shift_y : float
    at : (3,) float64
        Where the start script leaves the nozzle; carried on.
    """
    rest = 0.0
    drawn_rest = 0.0
    for i in range(table.shape[0]):
        kind = int(table[i, KIND])
        if kind in (TRAVEL, EXTRUDE, WIPE):
            at[0] = math.floor((table[i, X] + shift_x) * 1000.0 + 0.5) / 1000.0
            at[1] = math.floor((table[i, Y] + shift_y) * 1000.0 + 0.5) / 1000.0
        table[i, X] = at[0]
        table[i, Y] = at[1]
        table[i, Z] = math.floor(table[i, Z] * 1000.0 + 0.5) / 1000.0
        # What is drawn back must come out again to the last digit, so it carries its own rest.
        wanted = table[i, E] + (rest if kind == EXTRUDE else drawn_rest)
        table[i, E] = math.floor(wanted * 100000.0 + 0.5) / 100000.0
        if kind == EXTRUDE:
            rest = wanted - table[i, E]
        elif table[i, E] != 0.0:
            drawn_rest = wanted - table[i, E]
        table[i, SPEED] = max(1.0, math.floor(table[i, SPEED] * 60.0 + 0.5)) / 60.0


@kernel
def lay_moves(
    table: Floats, at: Floats, thrusts: Floats, caps: Floats, plan: Floats, first: int, last: Floats
) -> None:
    """Write the plan of placed moves; ``at`` is where the first one begins, the rest as ``lay_rows``."""
    x = at[0]
    y = at[1]
    z = at[2]
    for i in range(table.shape[0]):
        dx = table[i, X] - x
        dy = table[i, Y] - y
        dz = table[i, Z] - z
        x = table[i, X]
        y = table[i, Y]
        z = table[i, Z]
        push = thrusts[1]
        if table[i, E] > 0.0:
            push = thrusts[0]
        if dx == 0.0 and dy == 0.0 and dz == 0.0:
            push = thrusts[2]
        lay_move(plan, first + i, dx, dy, dz, table[i, E], table[i, SPEED], push, caps, last)


@kernel
def layer_seconds(times: Floats, first: int, layers: Ints) -> Floats:
    """Return the time of each layer; its moves begin at ``first`` in the times."""
    out = np.zeros(layers.shape[0] - 1)
    for k in range(out.shape[0]):
        for i in range(first + layers[k], first + layers[k + 1]):
            out[k] += times[i]
    return out


@kernel
def capped_time(
    table: Floats, row: int, plan: Floats, first: int, end: int, top: float, trial: Floats, times: Floats
) -> float:
    """Return the time of a layer whose lines are no faster than ``top``; the trial plan is filled."""
    before = 1e9
    for i in range(first, end):
        k = i - first
        trial[k, :] = plan[i, :]
        if table[row + k, KIND] == EXTRUDE:
            trial[k, CRUISE] = min(trial[k, CRUISE], top)
        slowest = min(before, trial[k, CRUISE])
        trial[k, ENTRY2] = min(trial[k, ENTRY2], slowest * slowest)
        before = trial[k, CRUISE]
    leave2 = plan[end, ENTRY2] if end < plan.shape[0] else 0.0
    return plan_times(trial, 0, end - first, min(leave2, before * before), times)


@kernel
def cap_for(
    table: Floats, row: int, plan: Floats, first: int, end: int, least: float, wanted: float, fastest: float
) -> float:
    """Return the highest common speed at which a layer takes as long as wanted, or the least speed.

    The time falls as the speed rises, nearly as its inverse: false position in the inverse of the speed.
    """
    trial = np.empty((end - first, plan.shape[1]))
    times = np.empty(end - first)
    low = 1.0 / fastest
    high = 1.0 / least
    low_gap = capped_time(table, row, plan, first, end, fastest, trial, times) - wanted
    high_gap = capped_time(table, row, plan, first, end, least, trial, times) - wanted
    if high_gap <= 0.0:
        return least
    inverse = high
    side = 0
    for _ in range(MOST_TRIES):
        inverse = (low * high_gap - high * low_gap) / (high_gap - low_gap)
        gap = capped_time(table, row, plan, first, end, 1.0 / inverse, trial, times) - wanted
        if abs(gap) < CLOSE_RATIO * wanted:
            break
        # The end that stays twice counts half, or false position creeps.
        if gap > 0.0:
            high = inverse
            high_gap = gap
            low_gap = low_gap * 0.5 if side == 1 else low_gap
            side = 1
        else:
            low = inverse
            low_gap = gap
            high_gap = high_gap * 0.5 if side == -1 else high_gap
            side = -1
    return 1.0 / inverse


@kernel
def slow_layers(
    table: Floats, layers: Ints, seconds: Floats, plan: Floats, offset: int, wanted: float, least: float
) -> int:
    """Slow the lines of layers that are done too soon to one common speed; return how many layers.

    Parameters
    ----------
    table, layers : float64, int64
        The moves; speeds are changed in place.
    seconds : (k,) float64
        Time of each layer.
    plan : float64
        The planned job; CRUISE and ENTRY2 are changed in place, so that planning it again is all it takes.
    offset : int
        Where the moves begin in the plan.
    wanted, least : float
        Shortest time, s, and lowest speed, mm/s.
    """
    slowed = 0
    for k in range(seconds.shape[0]):
        if seconds[k] <= 0.0 or seconds[k] >= wanted * (1.0 - CLOSE_RATIO):
            continue
        fastest = 0.0
        for i in range(layers[k], layers[k + 1]):
            if table[i, KIND] == EXTRUDE:
                fastest = max(fastest, table[i, SPEED])
        if fastest <= least:
            continue
        first = offset + layers[k]
        end = offset + layers[k + 1]
        top = cap_for(table, layers[k], plan, first, end, least, wanted, fastest)
        top = math.ceil(top * 60.0 - 0.5) / 60.0
        before = 1e9
        for i in range(layers[k], layers[k + 1]):
            j = offset + i
            if table[i, KIND] == EXTRUDE and table[i, SPEED] > top:
                table[i, SPEED] = top
                plan[j, CRUISE] = min(plan[j, CRUISE], top)
            slowest = min(before, plan[j, CRUISE])
            plan[j, ENTRY2] = min(plan[j, ENTRY2], slowest * slowest)
            before = plan[j, CRUISE]
        if end < plan.shape[0]:
            plan[end, ENTRY2] = min(plan[end, ENTRY2], before * before)
        slowed += 1
    return slowed
