"""Time for each layer to set: short layers are slowed, and the fan follows the layer time.

The lines of a short layer that are faster than a common speed are slowed to it, and this speed is the highest
that makes the layer last. So the fast lines inside go first; outer perimeters, the slowest by nature, keep
their speed until all others have come down to it, and no line inside is ever slower than what is seen.
"""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.profiles import MaterialProfile
from memoreez_desktop.slicing.builtin.output.fan_kernels import settle_fans
from memoreez_desktop.slicing.builtin.output.timeline import Timeline
from memoreez_desktop.slicing.builtin.output.timeline_kernels import slow_layers
from memoreez_desktop.slicing.compiled import Floats

# After the layers without a fan it comes up over so many.
FAN_RAMP_LAYERS = 3


def slow_short_layers(timeline: Timeline, material: MaterialProfile) -> Floats:
    """Slow the lines of layers that would be done too soon; return the layer times after it.

    Notes
    -----
    Changes the speeds of the timeline's moves in place and plans it again.
    """
    seconds = timeline.layer_seconds()
    wanted, least = material.slowdown_below_layer_time_s, max(material.min_print_speed_mm_s, 1.0)
    moves = timeline.moves
    if slow_layers(moves.table, moves.layers, seconds, timeline.plan, len(timeline.start), wanted, least):
        timeline.run()
        seconds = timeline.layer_seconds()
    return seconds


def fan_ratios(timeline: Timeline, seconds: Floats, material: MaterialProfile) -> Floats:
    """Return the fan (0-1) of each layer, and settle what lines that hang in the air ask for.

    It is off in the first layers, then comes up over a few; full for short layers, slower for long ones.

    Notes
    -----
    Changes the fans of the timeline's moves in place.
    """
    quick, slow = material.slowdown_below_layer_time_s, material.fan_below_layer_time_s
    share = np.clip((slow - seconds) / max(slow - quick, 1e-9), 0.0, 1.0)
    fan = material.min_fan_ratio + (material.max_fan_ratio - material.min_fan_ratio) * share
    off = material.disable_fan_first_layers
    allowed = np.clip((np.arange(len(seconds)) + 1.0 - off) / FAN_RAMP_LAYERS, 0.0, 1.0)
    # Steps of five percent: a fan command in every layer would be noise.
    fan = np.round(fan * allowed * 20.0) / 20.0
    moves = timeline.moves
    settle_fans(moves.table, moves.layers, timeline.move_times, fan, allowed)
    return fan
