"""Moves become G-code text: integers written digit by digit into one buffer."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.moves import (
    EXTRUDE,
    FAN,
    KIND,
    LIFT,
    ROLE,
    SPEED,
    TRAVEL,
    WIPE,
    E,
    X,
    Y,
    Z,
)
from memoreez_desktop.slicing.compiled import Bytes, Flags, Floats, Ints, kernel

# The longest line: G1 X-1234.567 Y-1234.567 Z123.456 E-1234.56789 F123456; before it M73, M106 and ;TYPE:.
MOST_BYTES_PER_MOVE = 150
USUAL_BYTES_PER_MOVE = 40
# Feed in mm/min, role, height in thousandths, fan in 255ths, 1 when filament is told absolutely, how much of
# it in hundred-thousandths since it was last called zero, seconds gone, and at how many the progress is due.
LAST_FEED, LAST_ROLE, LAST_Z, LAST_POWER, ABSOLUTE, FED, GONE, DUE = range(8)
TEXT_STATE_SIZE = 8
_SPACE, _NEWLINE, _DOT, _MINUS, _ZERO = 32, 10, 46, 45, 48
_G, _P, _R, _S, _X, _Y, _Z, _E, _F = 71, 80, 82, 83, 88, 89, 90, 69, 70
# Division of unsigned numbers by a constant is the quickest there is.
_TEN, _NOTHING = np.uint64(10), np.uint64(0)
_FAN_ON = np.frombuffer(b"M106", np.uint8)
_FAN_OFF = np.frombuffer(b"M107\n", np.uint8)
_PROGRESS = np.frombuffer(b"M73", np.uint8)


@kernel
def put_scaled(text: Bytes, p: int, value: int, decimals: int) -> int:
    """Write a number given in its last decimals, without trailing zeros; return the new end."""
    if value < 0:
        text[p] = _MINUS
        p += 1
        value = -value
    rest = np.uint64(value)
    while decimals > 0 and rest % _TEN == _NOTHING:
        rest //= _TEN
        decimals -= 1
    digits = 1
    bound = _TEN
    while bound <= rest:
        bound *= _TEN
        digits += 1
    end = p + max(digits, decimals + 1)
    if decimals > 0:
        end += 1
    q = end - 1
    for _ in range(decimals):
        text[q] = _ZERO + np.int64(rest % _TEN)
        rest //= _TEN
        q -= 1
    if decimals > 0:
        text[q] = _DOT
        q -= 1
    while q >= p:
        text[q] = _ZERO + np.int64(rest % _TEN)
        rest //= _TEN
        q -= 1
    return int(end)


@kernel
def put_word(text: Bytes, p: int, letter: int, value: int, decimals: int) -> int:
    """Write `` X12.3``."""
    text[p] = _SPACE
    text[p + 1] = letter
    return put_scaled(text, p + 2, value, decimals)


@kernel
def put_bytes(text: Bytes, p: int, words: Bytes) -> int:
    """Write words as they are."""
    for q in range(words.shape[0]):
        text[p + q] = words[q]
    return int(p + words.shape[0])


@kernel
def put_fan(text: Bytes, p: int, power: int) -> int:
    """Write the command that sets the fan, 0-255."""
    if power == 0:
        return put_bytes(text, p, _FAN_OFF)
    p = put_word(text, put_bytes(text, p, _FAN_ON), _S, power, 0)
    text[p] = _NEWLINE
    return p + 1


@kernel
def put_progress(text: Bytes, p: int, state: Floats, total: float) -> int:
    """Write how far the print is and how many minutes it takes yet; note when that changes next."""
    gone = state[GONE]
    percent = min(99, int(100.0 * gone / total))
    minutes = math.ceil((total - gone) / 60.0)
    p = put_word(text, put_bytes(text, p, _PROGRESS), _P, percent, 0)
    p = put_word(text, p, _R, max(minutes, 0), 0)
    text[p] = _NEWLINE
    state[DUE] = max(gone, min((percent + 1) * total / 100.0, total - (minutes - 1) * 60.0))
    return p + 1


@kernel
def put_move(text: Bytes, p: int, move: Floats, state: Floats) -> int:
    """Write one move: only what it changes."""
    kind = int(move[KIND])
    text[p] = _G
    text[p + 1] = _ZERO if kind == TRAVEL else _ZERO + 1
    p += 2
    if kind in (TRAVEL, EXTRUDE, WIPE):
        p = put_word(text, p, _X, math.floor(move[X] * 1000 + 0.5), 3)
        p = put_word(text, p, _Y, math.floor(move[Y] * 1000 + 0.5), 3)
    z = math.floor(move[Z] * 1000 + 0.5)
    if kind == LIFT or z != state[LAST_Z]:
        state[LAST_Z] = z
        p = put_word(text, p, _Z, z, 3)
    if kind != TRAVEL and kind != LIFT:
        units = math.floor(move[E] * 100000 + 0.5)
        if state[ABSOLUTE] == 1.0:
            units += int(state[FED])
            state[FED] = units
        p = put_word(text, p, _E, units, 5)
    feed = int(move[SPEED] * 60 + 0.5)
    if feed != int(state[LAST_FEED]):
        state[LAST_FEED] = feed
        p = put_word(text, p, _F, feed, 0)
    text[p] = _NEWLINE
    return p + 1


@kernel
def put_moves(
    text: Bytes,
    p: int,
    moves: Floats,
    times: Floats,
    layer_power: int,
    total: float,
    tags: Bytes,
    tag_offsets: Ints,
    state: Floats,
) -> int:
    """Write the moves of one layer; return the new end. See ``write_moves``."""
    for i in range(moves.shape[0]):
        if total > 0.0:
            if state[GONE] >= state[DUE]:
                p = put_progress(text, p, state, total)
            state[GONE] += times[i]
        power = layer_power if moves[i, FAN] < 0.0 else round(moves[i, FAN] * 255.0)
        if power != state[LAST_POWER]:
            state[LAST_POWER] = power
            p = put_fan(text, p, power)
        role = int(moves[i, ROLE])
        if moves[i, KIND] == EXTRUDE and role != int(state[LAST_ROLE]):
            state[LAST_ROLE] = role
            p = put_bytes(text, p, tags[tag_offsets[role] : tag_offsets[role + 1]])
        p = put_move(text, p, moves[i], state)
    return p


@kernel
def write_moves(
    moves: Floats,
    layers: Ints,
    times: Floats,
    powers: Ints,
    total: float,
    heads: Bytes,
    head_offsets: Ints,
    forgets: Flags,
    tags: Bytes,
    tag_offsets: Ints,
    state: Floats,
) -> Bytes:
    """Write the placed moves of all layers.

    Parameters
    ----------
    moves, layers : (n, 8), (l + 1,)
        And the first move of each layer; of a layer without moves nothing is written.
    times : (n,) float64
        Seconds of each.
    powers : (l,) int64
        The fan of each layer, 0-255.
    total : float
        Seconds of the whole job; 0: the progress is not told.
    heads, head_offsets : uint8, int64
        What stands before the moves of each layer.
    forgets : (l,) bool
        Layers before which something may have changed the feed.
    tags, tag_offsets : uint8, int64
        The ``;TYPE:`` line of each role.
    state : (8,) float64
        Carried on from layer to layer.
    """
    text = np.empty(moves.shape[0] * USUAL_BYTES_PER_MOVE + heads.shape[0], np.uint8)
    p = 0
    for k in range(layers.shape[0] - 1):
        first, end = layers[k], layers[k + 1]
        if first == end:
            continue
        head = heads[head_offsets[k] : head_offsets[k + 1]]
        most = p + head.shape[0] + (end - first) * MOST_BYTES_PER_MOVE + 64
        if most > text.shape[0]:
            larger = np.empty(most + text.shape[0] // 2, np.uint8)
            larger[:p] = text[:p]
            text = larger
        p = put_bytes(text, p, head)
        if forgets[k]:
            state[LAST_FEED] = -1
        # In every layer filament is counted from zero, and hosts and previews look for the role.
        state[FED] = 0
        state[LAST_ROLE] = -1
        layer = moves[first:end]
        p = put_moves(text, p, layer, times[first:end], powers[k], total, tags, tag_offsets, state)
    return text[:p]
