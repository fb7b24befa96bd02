"""G-code bytes become rows of numbers: one pass, no strings.

The reader keeps its modes in a state array between calls, so that a long file is read in pieces and can
be given up between two of them.
"""

from __future__ import annotations

import math

from memoreez_desktop.slicing.compiled import Bytes, Floats, Ints, kernel

# Columns of a row. FROM and TO are three each, in mm; FEED is filament in mm; SPEED mm/s; PAUSE in s.
FROM_X, FROM_Y, FROM_Z, TO_X, TO_Y, TO_Z, FEED, SPEED, THRUST, PAUSE = range(10)
ROW_SIZE = 10
# Entries of the state array.
(
    AT_X,
    AT_Y,
    AT_Z,
    AT_E,
    RATE,
    RELATIVE_MOVES,
    RELATIVE_FEED,
    UNIT,
    PRINT_THRUST,
    TRAVEL_THRUST,
    RETRACT_THRUST,
    DRAWN_BACK,
    FLOW,
    VOLUMETRIC,
) = range(14)
MACHINE = 14  # then 12 numbers: jerk, highest speed and acceleration of x, y, z, e; negative: never said
STATE_SIZE = 26
MOST_ARC_STEPS = 512
ARC_STEP_MM = 0.4
LONGEST_LINE = 1_000_000
FIRMWARE_RETRACT_MM = 1.0
LETTERS = 26


@kernel
def read_number(text: Bytes, p: int, end: int) -> tuple[float, int]:
    """Read a decimal number at ``p``; return it and the place behind it (``p`` when there is none)."""
    start = p
    negative = False
    if p < end and (text[p] == 45 or text[p] == 43):
        negative = text[p] == 45
        p += 1
    value = 0.0
    digits = 0
    scale = 1.0
    while p < end and 48 <= text[p] <= 57:
        value = value * 10.0 + (text[p] - 48)
        digits += 1
        p += 1
    if p < end and text[p] == 46:
        p += 1
        while p < end and 48 <= text[p] <= 57:
            value = value * 10.0 + (text[p] - 48)
            scale *= 10.0
            digits += 1
            p += 1
    if digits == 0:
        return 0.0, start
    value /= scale
    return (-value if negative else value), p


@kernel
def read_words(text: Bytes, p: int, end: int, values: Floats) -> int:
    """Read ``X1 Y2 …`` into ``values`` by letter; return the letters seen as bits."""
    seen = 0
    while p < end:
        c = text[p]
        p += 1
        if c == 59 or c == 42:  # a comment, a checksum
            break
        if c == 40:  # ( a comment )
            while p < end and text[p] != 41:
                p += 1
            continue
        letter = (c & 0xDF) - 65
        if letter < 0 or letter >= LETTERS:
            continue
        while p < end and text[p] == 32:
            p += 1
        value, after = read_number(text, p, end)
        values[letter] = value
        seen |= 1 << letter
        p = after
    return seen


@kernel
def has(seen: int, letter: int) -> bool:
    """Tell whether a letter (as its ASCII code) was among the words."""
    return (seen >> (letter - 65)) & 1 == 1


@kernel
def put_row(
    rows: Floats,
    n: int,
    state: Floats,
    x: float,
    y: float,
    z: float,
    feed: float,
    thrust: float,
    pause: float,
) -> int:
    """Write one row from where the nozzle is, and go there; return the new end."""
    row = rows[n]
    row[FROM_X] = state[AT_X]
    row[FROM_Y] = state[AT_Y]
    row[FROM_Z] = state[AT_Z]
    row[TO_X] = x
    row[TO_Y] = y
    row[TO_Z] = z
    row[FEED] = feed
    row[SPEED] = state[RATE]
    row[THRUST] = thrust
    row[PAUSE] = pause
    state[AT_X] = x
    state[AT_Y] = y
    state[AT_Z] = z
    return n + 1


@kernel
def fed_filament(state: Floats, values: Floats, seen: int) -> float:
    """Return the filament a move feeds, in mm, and advance the E axis."""
    if not has(seen, 69):
        return 0.0
    value = values[4] * state[UNIT]
    feed = value if state[RELATIVE_FEED] else value - state[AT_E]
    state[AT_E] = state[AT_E] + feed
    feed *= state[FLOW]
    return float(feed / state[VOLUMETRIC] if state[VOLUMETRIC] > 0.0 else feed)


@kernel
def target(state: Floats, values: Floats, seen: int, axis: int) -> float:
    """Return where an axis (0-2) goes."""
    if not has(seen, 88 + axis):
        return float(state[AT_X + axis])
    value = values[23 + axis] * state[UNIT]
    return float(state[AT_X + axis] + value if state[RELATIVE_MOVES] else value)


@kernel
def read_move(rows: Floats, n: int, state: Floats, values: Floats, seen: int, code: int) -> int:
    """Carry out G0 to G3; return the new end of the rows."""
    if has(seen, 70) and values[5] > 0.0:
        state[RATE] = values[5] * state[UNIT] / 60.0
    x = target(state, values, seen, 0)
    y = target(state, values, seen, 1)
    z = target(state, values, seen, 2)
    feed = fed_filament(state, values, seen)
    moves = x != state[AT_X] or y != state[AT_Y] or z != state[AT_Z]
    if not moves and feed == 0.0 and code < 2:
        return n
    thrust = state[RETRACT_THRUST]
    if moves or code >= 2:
        thrust = state[PRINT_THRUST] if feed > 0.0 else state[TRAVEL_THRUST]
    if code >= 2 and (has(seen, 73) or has(seen, 74) or has(seen, 82)):
        return read_arc(rows, n, state, values, seen, x, y, z, feed, thrust, code == 2)
    return put_row(rows, n, state, x, y, z, feed, thrust, 0.0)


@kernel
def arc_centre(
    state: Floats, values: Floats, seen: int, x: float, y: float, clockwise: bool
) -> tuple[float, float]:
    """Return the centre of an arc given by I and J or by R."""
    x0 = state[AT_X]
    y0 = state[AT_Y]
    if has(seen, 82):
        radius = values[17] * state[UNIT]
        dx = x - x0
        dy = y - y0
        half2 = max(1e-12, (dx * dx + dy * dy) / 4.0)
        rise = math.sqrt(max(0.0, radius * radius / half2 / 4.0 - 0.25))
        if clockwise != (radius < 0.0):
            rise = -rise
        return (x0 + x) / 2.0 - dy * rise, (y0 + y) / 2.0 + dx * rise
    i = values[8] * state[UNIT] if has(seen, 73) else 0.0
    j = values[9] * state[UNIT] if has(seen, 74) else 0.0
    return x0 + i, y0 + j


@kernel
def read_arc(
    rows: Floats,
    n: int,
    state: Floats,
    values: Floats,
    seen: int,
    x: float,
    y: float,
    z: float,
    feed: float,
    thrust: float,
    clockwise: bool,
) -> int:
    """Write an arc as short straight rows; return the new end."""
    cx, cy = arc_centre(state, values, seen, x, y, clockwise)
    radius = math.hypot(state[AT_X] - cx, state[AT_Y] - cy)
    start = math.atan2(state[AT_Y] - cy, state[AT_X] - cx)
    sweep = math.atan2(y - cy, x - cx) - start
    if clockwise and sweep >= -1e-9:
        sweep -= 2.0 * math.pi
    if not clockwise and sweep <= 1e-9:
        sweep += 2.0 * math.pi
    steps = min(MOST_ARC_STEPS, max(1, math.ceil(abs(sweep) * radius / ARC_STEP_MM)))
    z0 = state[AT_Z]
    for k in range(1, steps):
        angle = start + sweep * k / steps
        n = put_row(
            rows,
            n,
            state,
            cx + radius * math.cos(angle),
            cy + radius * math.sin(angle),
            z0 + (z - z0) * k / steps,
            feed / steps,
            thrust,
            0.0,
        )
    return put_row(rows, n, state, x, y, z, feed / steps, thrust, 0.0)


@kernel
def next_line(text: Bytes, p: int) -> int:
    """Return the place of the line break that ends the line at ``p``, or -1: absurdly long."""
    limit = min(text.shape[0], p + LONGEST_LINE)
    while p < limit:
        if text[p] == 10 or text[p] == 13:
            return p
        p += 1
    return p if p == text.shape[0] else -1


@kernel
def mark_comment(marks: Ints, count: int, p: int, end: int, row: int) -> int:
    """Remember a comment line: where it stands and before which row; return the new end."""
    marks[count, 0] = p
    marks[count, 1] = end
    marks[count, 2] = row
    return count + 1
