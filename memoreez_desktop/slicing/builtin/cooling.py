"""Time for each layer to set: short layers are slowed, and the fan follows the layer time.

The lines of a short layer that are faster than a common speed are slowed to it, and this speed is the highest
that makes the layer last. So the fast lines inside go first; outer perimeters, the slowest by nature, keep
their speed until all others have come down to it, and no line inside is ever slower than what is seen.
"""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.profiles import MaterialProfile
from memoreez_desktop.slicing.builtin.timeline import Timeline
from memoreez_desktop.slicing.builtin.timeline_kernels import slow_layers
from memoreez_desktop.slicing.compiled import Floats


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


def fan_ratios(seconds: Floats, material: MaterialProfile) -> Floats:
    """Return the fan (0-1) of each layer: off at first, full for short layers, slower for long ones."""
    quick, slow = material.slowdown_below_layer_time_s, material.fan_below_layer_time_s
    share = np.clip((slow - seconds) / max(slow - quick, 1e-9), 0.0, 1.0)
    fan = material.min_fan_ratio + (material.max_fan_ratio - material.min_fan_ratio) * share
    fan[: material.disable_fan_first_layers] = 0.0
    # Steps of five percent: a fan command in every layer would be noise.
    return np.round(fan * 20.0) / 20.0
