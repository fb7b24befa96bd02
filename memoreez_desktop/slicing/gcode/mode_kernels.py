"""The commands that are no moves but change what moves mean, and the loop over lines."""

from __future__ import annotations

from memoreez_desktop.slicing.compiled import Bytes, Floats, Ints, kernel
from memoreez_desktop.slicing.gcode.parse_kernels import (
    AT_E,
    AT_X,
    AT_Y,
    AT_Z,
    DRAWN_BACK,
    FIRMWARE_RETRACT_MM,
    FLOW,
    MACHINE,
    MOST_ARC_STEPS,
    PRINT_THRUST,
    RELATIVE_FEED,
    RELATIVE_MOVES,
    RETRACT_THRUST,
    TRAVEL_THRUST,
    UNIT,
    VOLUMETRIC,
    has,
    mark_comment,
    next_line,
    put_row,
    read_move,
    read_number,
    read_words,
)


@kernel
def home(state: Floats, values: Floats, seen: int) -> None:
    """Carry out G28: the axes named, or all."""
    everything = not (has(seen, 88) or has(seen, 89) or has(seen, 90))
    for axis in range(3):
        if everything or has(seen, 88 + axis):
            state[AT_X + axis] = 0.0


@kernel
def redefine(state: Floats, values: Floats, seen: int) -> None:
    """Carry out G92: the place is called differently from here on."""
    if seen == 0:
        state[AT_X] = 0.0
        state[AT_Y] = 0.0
        state[AT_Z] = 0.0
        state[AT_E] = 0.0
    for axis in range(3):
        if has(seen, 88 + axis):
            state[AT_X + axis] = values[23 + axis] * state[UNIT]
    if has(seen, 69):
        state[AT_E] = values[4] * state[UNIT]


@kernel
def firmware_retract(rows: Floats, n: int, state: Floats, seen: int, draws: bool) -> int:
    """Carry out G10 and G11; with P or L, G10 sets offsets instead. Return the new end."""
    if has(seen, 80) or has(seen, 76) or draws == (state[DRAWN_BACK] == 1.0):
        return n
    state[DRAWN_BACK] = 1.0 if draws else 0.0
    feed = -FIRMWARE_RETRACT_MM if draws else FIRMWARE_RETRACT_MM
    return put_row(rows, n, state, state[AT_X], state[AT_Y], state[AT_Z], feed, state[RETRACT_THRUST], 0.0)


@kernel
def read_g(rows: Floats, n: int, state: Floats, values: Floats, seen: int, code: int) -> int:
    """Carry out a G command; return the new end of the rows."""
    if code <= 3:
        return read_move(rows, n, state, values, seen, code)
    if code == 4:
        pause = values[15] / 1000.0 if has(seen, 80) else (values[18] if has(seen, 83) else 0.0)
        return put_row(rows, n, state, state[AT_X], state[AT_Y], state[AT_Z], 0.0, 1.0, pause)
    if code == 10 or code == 11:
        return firmware_retract(rows, n, state, seen, code == 10)
    if code == 20:
        state[UNIT] = 25.4
    elif code == 21:
        state[UNIT] = 1.0
    elif code == 28:
        home(state, values, seen)
    elif code == 90 or code == 91:
        # Marlin: absolute and relative are said of all axes; M82 and M83 then overrule it for E.
        state[RELATIVE_MOVES] = code - 90
        state[RELATIVE_FEED] = code - 90
    elif code == 92:
        redefine(state, values, seen)
    return n


@kernel
def read_acceleration(state: Floats, values: Floats, seen: int) -> None:
    """Carry out M204."""
    if has(seen, 83):
        state[PRINT_THRUST] = max(1.0, values[18])
        state[TRAVEL_THRUST] = state[PRINT_THRUST]
    if has(seen, 80):
        state[PRINT_THRUST] = max(1.0, values[15])
    if has(seen, 84):
        state[TRAVEL_THRUST] = max(1.0, values[19])
    if has(seen, 82):
        state[RETRACT_THRUST] = max(1.0, values[17])


@kernel
def read_m(state: Floats, values: Floats, seen: int, code: int) -> None:
    """Carry out an M command, as far as it matters to moves."""
    if code == 82:
        state[RELATIVE_FEED] = 0.0
    elif code == 83:
        state[RELATIVE_FEED] = 1.0
    elif code == 200:
        diameter = values[3] if has(seen, 68) else 0.0
        state[VOLUMETRIC] = 0.7853981633974483 * diameter * diameter
    elif code == 204:
        read_acceleration(state, values, seen)
    elif code == 221 and has(seen, 83):
        state[FLOW] = values[18] / 100.0
    elif code == 201 or code == 203 or code == 205:
        group = 8 if code == 201 else (4 if code == 203 else 0)
        for axis in range(3):
            if has(seen, 88 + axis):
                state[MACHINE + group + axis] = values[23 + axis]
        if has(seen, 69):
            state[MACHINE + group + 3] = values[4]


@kernel
def macro_acceleration(text: Bytes, p: int, end: int, state: Floats) -> None:
    """Read ``SET_VELOCITY_LIMIT ACCEL=…``, Klipper's way to say M204."""
    while p + 6 < end:
        if text[p] == 65 and text[p + 1] == 67 and text[p + 4] == 76 and text[p + 5] == 61:
            value, after = read_number(text, p + 6, end)
            if after > p + 6 and value >= 1.0 and text[p - 1] == 32:
                state[PRINT_THRUST] = value
                state[TRAVEL_THRUST] = value
            return
        p += 1


@kernel
def read_line(text: Bytes, p: int, end: int, rows: Floats, n: int, state: Floats, values: Floats) -> int:
    """Carry out one line; return the new end of the rows."""
    while p < end and (text[p] == 32 or text[p] == 9):
        p += 1
    if p < end and (text[p] & 0xDF) == 78:  # a line number
        _, after = read_number(text, p + 1, end)
        if after > p + 1:
            p = after
            while p < end and text[p] == 32:
                p += 1
    if p + 1 >= end:
        return n
    letter = text[p] & 0xDF
    if letter != 71 and letter != 77:
        if letter == 83:
            macro_acceleration(text, p + 1, end, state)
        return n
    number, after = read_number(text, p + 1, end)
    if after == p + 1 or number < 0.0 or number != int(number):
        return n
    seen = read_words(text, after, end, values)
    if letter == 71:
        return read_g(rows, n, state, values, seen, int(number))
    read_m(state, values, seen, int(number))
    return n


@kernel
def read_lines(
    text: Bytes, p: int, stop: int, rows: Floats, state: Floats, values: Floats, marks: Ints, first_row: int
) -> tuple[int, int, int]:
    """Read lines from ``p`` until ``stop`` is passed or the rows are nearly full.

    Returns
    -------
    The place of the next line (-1: a line is absurdly long), and the numbers of rows and of marks written.
    """
    n = 0
    count = 0
    full = rows.shape[0] - MOST_ARC_STEPS - 2
    while p < stop and n < full and count < marks.shape[0]:
        end = next_line(text, p)
        if end < 0:
            return -1, n, count
        if end > p:
            if text[p] == 59:
                count = mark_comment(marks, count, p, end, first_row + n)
            else:
                n = read_line(text, p, end, rows, n, state, values)
        p = end + 1
    return p, n, count
