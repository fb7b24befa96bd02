"""Time for each layer to set: short layers are slowed, and the fan follows the layer time."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.profiles import MaterialProfile
from memoreez_desktop.slicing.builtin.moves import EXTRUDE, KIND, SPEED, TRAVEL, Moves
from memoreez_desktop.slicing.compiled import Floats
from memoreez_desktop.slicing.gcode.planner import PlannerLimits, plan_times

# Corners and travels do not stretch with the speed, so one round falls a little short.
ROUNDS = 2


def layer_times(moves: Moves, limits: PlannerLimits) -> Floats:
    """Return the seconds of each layer."""
    acceleration = np.where(
        moves.table[:, KIND] == TRAVEL, limits.travel_acceleration_mm_s2, limits.acceleration_mm_s2
    )
    times = plan_times(moves.deltas(), np.ascontiguousarray(moves.table[:, SPEED]), acceleration, limits.caps)
    return np.bincount(moves.layer_of_move, times, len(moves.layers) - 1).astype(np.float64)


def slow_short_layers(moves: Moves, material: MaterialProfile, limits: PlannerLimits) -> Floats:
    """Slow the lines of layers that would be done too soon; return the layer times after it.

    Notes
    -----
    Changes the speeds in ``moves.table`` in place: the table belongs to the caller.
    """
    seconds = layer_times(moves, limits)
    layer = moves.layer_of_move
    extruding = moves.table[:, KIND] == EXTRUDE
    wanted = material.slowdown_below_layer_time_s
    for _ in range(ROUNDS):
        short = (seconds > 0) & (seconds < 0.98 * wanted)
        if not short.any():
            break
        factor = np.where(short, seconds / wanted, 1.0)
        chosen = extruding & short[layer]
        speed = moves.table[chosen, SPEED]
        slowed = np.maximum(speed * factor[layer[chosen]], np.minimum(speed, material.min_print_speed_mm_s))
        moves.table[chosen, SPEED] = slowed
        seconds = layer_times(moves, limits)
    return seconds


def fan_ratios(seconds: Floats, material: MaterialProfile) -> Floats:
    """Return the fan (0-1) of each layer: off at first, full for short layers, slower for long ones."""
    quick, slow = material.slowdown_below_layer_time_s, material.fan_below_layer_time_s
    share = np.clip((slow - seconds) / max(slow - quick, 1e-9), 0.0, 1.0)
    fan = material.min_fan_ratio + (material.max_fan_ratio - material.min_fan_ratio) * share
    fan[: material.disable_fan_first_layers] = 0.0
    # Steps of five percent: a fan command in every layer would be noise.
    return np.round(fan * 20.0) / 20.0
