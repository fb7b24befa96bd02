"""Drawing the filament back: the last line left without its end, or gone over again, where that is wished."""

from __future__ import annotations

import math

from memoreez_desktop.slicing.builtin.moves import KIND, RETRACT, TRAVEL, WIPE, E, X, Y
from memoreez_desktop.slicing.builtin.travel.line_kernels import put
from memoreez_desktop.slicing.builtin.travel.motion import (
    AT_X,
    AT_Y,
    COAST,
    LAYER_Z,
    LINE_IS_OUTER,
    LINE_ROW,
    RETRACT_LENGTH,
    RETRACT_SPEED,
    TRAVEL_SPEED,
    WIPE_LENGTH,
)
from memoreez_desktop.slicing.compiled import Floats, kernel

# A loop that holds less than so many times what coasting leaves out is printed whole.
LEAST_COASTS = 4.0
# Going over a line again is a little slower than travelling, and in few steps.
WIPE_SPEED_RATIO = 0.8
WIPE_STEPS = 10
SHORTEST_WIPE_MM = 0.05
DIGIT_MM = 1e-5


@kernel
def coast(out: Floats, m: int, motion: Floats, state: Floats) -> int:
    """Take the plastic out of the end of the outer perimeter just printed; return the new end."""
    rest = motion[COAST]
    first = int(state[LINE_ROW])
    if rest <= 0.0 or state[LINE_IS_OUTER] == 0.0 or out[first:m, E].sum() < LEAST_COASTS * rest:
        return m
    i = m - 1
    while out[i, E] <= rest:
        rest -= out[i, E]
        out[i, KIND] = TRAVEL
        out[i, E] = 0.0
        i -= 1
    if rest > 0.0:
        for k in range(m, i, -1):
            out[k] = out[k - 1]
        m += 1
        share = rest / out[i, E]
        out[i, X] -= share * (out[i, X] - out[i - 1, X])
        out[i, Y] -= share * (out[i, Y] - out[i - 1, Y])
        out[i, E] -= rest
        out[i + 1, KIND] = TRAVEL
        out[i + 1, E] = 0.0
    return m


@kernel
def way_back(out: Floats, m: int, motion: Floats, state: Floats) -> float:
    """Length of the line just printed, up to that of a wipe."""
    length = 0.0
    for i in range(m - 1, int(state[LINE_ROW]) - 1, -1):
        length += math.hypot(out[i, X] - out[i - 1, X], out[i, Y] - out[i - 1, Y])
    return float(min(length, motion[WIPE_LENGTH]))


@kernel
def draw_back(out: Floats, m: int, role: int, motion: Floats, state: Floats) -> int:
    """Draw the filament back, at rest or on the way back over the line just printed; return the new end."""
    z = motion[LAYER_Z]
    whole = motion[RETRACT_LENGTH]
    m = coast(out, m, motion, state)
    length = way_back(out, m, motion, state) if motion[WIPE_LENGTH] > 0.0 else 0.0
    if length < SHORTEST_WIPE_MM:
        return put(out, m, RETRACT, state[AT_X], state[AT_Y], z, -whole, motion[RETRACT_SPEED], role)
    speed = WIPE_SPEED_RATIO * motion[TRAVEL_SPEED]
    # Each part as the file says it, so that what is drawn back is given again to the last digit.
    left = math.floor(min(whole, motion[RETRACT_SPEED] * length / speed) / DIGIT_MM + 0.5) * DIGIT_MM
    moving = left
    line = m
    if whole - moving > 0.5 * DIGIT_MM:
        m = put(out, m, RETRACT, state[AT_X], state[AT_Y], z, moving - whole, motion[RETRACT_SPEED], role)
    gone = 0.0
    written = 0.0
    for i in range(line - 1, int(state[LINE_ROW]) - 1, -1):
        x, y = out[i - 1, X], out[i - 1, Y]
        step = math.hypot(out[i, X] - x, out[i, Y] - y)
        last = gone + step >= length - 1e-9
        if last and step > 0.0:
            share = (length - gone) / step
            x, y = out[i, X] + share * (x - out[i, X]), out[i, Y] + share * (y - out[i, Y])
            step = length - gone
        gone += step
        if last or gone - written >= length / WIPE_STEPS:
            drawn = math.floor(moving * (gone - written) / length / DIGIT_MM + 0.5) * DIGIT_MM
            drawn = left if last else drawn
            m = put(out, m, WIPE, x, y, z, -drawn, speed, role)
            left -= drawn
            written = gone
            state[AT_X] = x
            state[AT_Y] = y
        if last:
            break
    return m
