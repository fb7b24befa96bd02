"""Moves become G-code text: integers written digit by digit into one buffer."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.moves import EXTRUDE, KIND, LIFT, ROLE, SPEED, TRAVEL, WIPE, E, X, Y, Z
from memoreez_desktop.slicing.compiled import Bytes, Floats, Ints, kernel

# The longest line: G1 X-1234.567 Y-1234.567 Z123.456 E-1234.56789 F123456, and a ;TYPE: line before it.
MOST_BYTES_PER_MOVE = 104
LAST_FEED, LAST_ROLE, LAST_Z = range(3)
TEXT_STATE_SIZE = 3
_SPACE, _NEWLINE, _DOT, _MINUS, _ZERO = 32, 10, 46, 45, 48
_G, _X, _Y, _Z, _E, _F = 71, 88, 89, 90, 69, 70


@kernel
def put_integer(text: Bytes, p: int, value: int) -> int:
    """Write a non-negative integer; return the new end."""
    if value == 0:
        text[p] = _ZERO
        return p + 1
    digits = 0
    rest = value
    while rest > 0:
        digits += 1
        rest //= 10
    for q in range(p + digits - 1, p - 1, -1):
        text[q] = _ZERO + value % 10
        value //= 10
    return p + digits


@kernel
def put_scaled(text: Bytes, p: int, value: int, scale: int) -> int:
    """Write ``value / scale`` without trailing zeros; the scale is a power of ten."""
    if value < 0:
        text[p] = _MINUS
        p += 1
        value = -value
    p = put_integer(text, p, value // scale)
    fraction = value % scale
    if fraction > 0:
        text[p] = _DOT
        p += 1
        digit = scale // 10
        while fraction > 0:
            text[p] = _ZERO + fraction // digit
            fraction %= digit
            digit //= 10
            p += 1
    return p


@kernel
def put_word(text: Bytes, p: int, letter: int, value: int, scale: int) -> int:
    """Write `` X12.3``."""
    text[p] = _SPACE
    text[p + 1] = letter
    return put_scaled(text, p + 2, value, scale)


@kernel
def write_moves(moves: Floats, tags: Bytes, tag_offsets: Ints, state: Floats) -> Bytes:
    """Write placed moves with relative extrusion.

    Parameters
    ----------
    moves : (n, 8) float64
    tags, tag_offsets : uint8, int64
        The ``;TYPE:`` line of each role.
    state : (3,) float64
        Last feed in mm/min, last role and last height in thousandths; carried on.
    """
    text = np.empty(moves.shape[0] * MOST_BYTES_PER_MOVE + 64, np.uint8)
    p = 0
    for i in range(moves.shape[0]):
        kind = int(moves[i, KIND])
        role = int(moves[i, ROLE])
        if kind == EXTRUDE and role != int(state[LAST_ROLE]):
            state[LAST_ROLE] = role
            for q in range(tag_offsets[role], tag_offsets[role + 1]):
                text[p] = tags[q]
                p += 1
        text[p] = _G
        text[p + 1] = _ZERO if kind == TRAVEL else _ZERO + 1
        p += 2
        if kind in (TRAVEL, EXTRUDE, WIPE):
            p = put_word(text, p, _X, math.floor(moves[i, X] * 1000 + 0.5), 1000)
            p = put_word(text, p, _Y, math.floor(moves[i, Y] * 1000 + 0.5), 1000)
        z = math.floor(moves[i, Z] * 1000 + 0.5)
        if kind == LIFT or z != state[LAST_Z]:
            state[LAST_Z] = z
            p = put_word(text, p, _Z, z, 1000)
        if kind != TRAVEL and kind != LIFT:
            p = put_word(text, p, _E, math.floor(moves[i, E] * 100000 + 0.5), 100000)
        feed = int(moves[i, SPEED] * 60 + 0.5)
        if feed != int(state[LAST_FEED]):
            state[LAST_FEED] = feed
            p = put_word(text, p, _F, feed, 1)
        text[p] = _NEWLINE
        p += 1
    return text[:p].copy()
