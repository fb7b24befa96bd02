"""How fast a printer goes round a corner: three rules, each by its firmware."""

from __future__ import annotations

import math

from memoreez_desktop.slicing.compiled import Floats, kernel

# What the planner remembers of the last move: direction in x, y, z, e, speed (-1: none yet), length, push,
# and the speed at which it may begin and end at once.
LAST_SPEED, LAST_LENGTH, LAST_PUSH, LAST_SAFE = range(4, 8)
CARRY_SIZE = 8
# Entries of the caps: jerk of x, y, z, e, highest speed of x, y, z, e, acceleration of z, rule, its figure.
TOP_X, TOP_Y, TOP_Z, TOP_E, PUSH_Z, RULE, FIGURE = range(4, 11)
BY_JERK, BY_DEVIATION, BY_KLIPPER = 0.0, 1.0, 2.0
# A way back is no corner, and a straight way no bend: the cosines at which firmwares stop calculating.
_BACK, _STRAIGHT = 0.999999, -0.999999
# Marlin, planner.cpp: the slowest speed through a corner, and below which length and above which angle (45
# degrees) a short piece counts as part of an arc.
_LEAST2 = 0.05 * 0.05
_ARC_PIECE_MM, _ARC_COSINE = 1.0, -0.7071067812


@kernel
def axis_jump(p: float, q: float) -> float:
    """Return how much an axis changes its speed; a reversal counts the larger of the two."""
    return abs(p - q) if p * q > 0.0 else max(abs(p), abs(q))


@kernel
def safe_speed(ux: float, uy: float, uz: float, ue: float, v: float, caps: Floats) -> float:
    """Return the speed a move may have at once, out of rest."""
    v = min(v, caps[0] / max(abs(ux), 1e-9), caps[1] / max(abs(uy), 1e-9))
    v = min(v, caps[3] / max(abs(ue), 1e-9))
    return float(min(v, caps[2] / abs(uz)) if uz != 0.0 else v)


@kernel
def by_jerk(last: Floats, ux: float, uy: float, uz: float, ue: float, fastest: float, caps: Floats) -> float:
    """Return the square of the speed at which no axis jumps by more than its jerk.

    Source: Marlin's classic jerk, planner.cpp. Where both moves could as well end and begin at rest, the
    second begins as fast as it may: after the filament was drawn back a travel need not creep off.
    """
    v = min(fastest, caps[0] / max(axis_jump(last[0], ux), 1e-9))
    v = min(v, caps[1] / max(axis_jump(last[1], uy), 1e-9))
    v = min(v, caps[3] / max(axis_jump(last[3], ue), 1e-9))
    if last[2] != 0.0 or uz != 0.0:
        v = min(v, caps[2] / max(axis_jump(last[2], uz), 1e-9))
    if last[LAST_SAFE] > 0.99 * v:
        safe = safe_speed(ux, uy, uz, ue, fastest, caps)
        if safe > 0.99 * v:
            v = safe
    return float(v * v)


@kernel
def by_deviation(
    last: Floats, ux: float, uy: float, uz: float, ue: float, length: float, push: float, caps: Floats
) -> float:
    """Return the square of the speed on an arc that cuts the corner by the junction deviation.

    Source: Marlin's planner.cpp: filament counts as a fourth axis, the change of direction may not ask more
    of the z axis than it can, and short pieces of an arc are held to the arc's own centripetal limit.
    """
    cosine = -(last[0] * ux + last[1] * uy + last[2] * uz + last[3] * ue)
    if cosine > _BACK:
        return _LEAST2
    cosine = max(cosine, _STRAIGHT)
    jx = ux - last[0]
    jy = uy - last[1]
    jz = uz - last[2]
    je = ue - last[3]
    size = math.sqrt(jx * jx + jy * jy + jz * jz + je * je)
    if abs(jz) > 1e-9:
        push = min(push, caps[PUSH_Z] * size / abs(jz))
    half_sine = math.sqrt(0.5 * (1.0 - cosine))
    v2 = push * caps[FIGURE] * half_sine / (1.0 - half_sine)
    if length < _ARC_PIECE_MM and cosine < _ARC_COSINE:
        v2 = min(v2, length / max(math.acos(-cosine), 1e-6) * push)
    return float(v2)


@kernel
def by_klipper(
    last: Floats, ux: float, uy: float, uz: float, ue: float, length: float, push: float, caps: Floats
) -> float:
    """Return the square of the speed through a corner as Klipper has it.

    Source: Klipper's toolhead.py (corner from the square corner velocity, no more than the centripetal
    acceleration of a circle touching the middle of either move) and extruder.py (the step of the filament's
    speed). A move of the filament alone begins and ends at rest.
    """
    alone = ux == 0.0 and uy == 0.0 and uz == 0.0
    if alone or (last[0] == 0.0 and last[1] == 0.0 and last[2] == 0.0):
        return 0.0
    cosine = -(last[0] * ux + last[1] * uy + last[2] * uz)
    if cosine > _BACK:
        return 0.0
    cosine = max(cosine, _STRAIGHT)
    half_sine = math.sqrt(0.5 * (1.0 - cosine))
    tangent = half_sine / math.sqrt(0.5 * (1.0 + cosine))
    v2 = caps[FIGURE] * half_sine / (1.0 - half_sine)
    # The figure belongs to the printer's acceleration; a move with less of it (z) is held to its own.
    v2 = min(v2, 0.5 * length * tangent * push, 0.5 * last[LAST_LENGTH] * tangent * last[LAST_PUSH])
    step = abs(ue - last[3])
    if step > 1e-9:
        v2 = min(v2, (caps[3] / step) ** 2)
    return float(v2)


@kernel
def corner_speed2(
    last: Floats,
    ux: float,
    uy: float,
    uz: float,
    ue: float,
    v: float,
    length: float,
    push: float,
    caps: Floats,
) -> float:
    """Return the square of the speed from the last move into one of direction ``u`` and speed ``v``."""
    if last[LAST_SPEED] < 0.0:
        return 0.0
    fastest = min(v, last[LAST_SPEED])
    if caps[RULE] == BY_JERK:
        return float(by_jerk(last, ux, uy, uz, ue, fastest, caps))
    if caps[RULE] == BY_DEVIATION:
        corner2 = by_deviation(last, ux, uy, uz, ue, length, push, caps)
    else:
        corner2 = by_klipper(last, ux, uy, uz, ue, length, push, caps)
    return float(min(fastest * fastest, corner2))
