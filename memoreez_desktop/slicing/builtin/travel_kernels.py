"""Moves written one by one: travels with retraction where they would string, and lines of plastic."""

from __future__ import annotations

import math

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.moves import (
    EXTRUDE,
    FAN,
    KIND,
    LAYER_FAN,
    LIFT,
    RETRACT,
    ROLE,
    SPEED,
    TRAVEL,
    UNRETRACT,
    E,
    X,
    Y,
    Z,
)
from memoreez_desktop.slicing.builtin.narrow_kernels import segments_cross
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

# Entries of the motion array: how this printer travels, and where this layer lies.
(
    RETRACT_LENGTH,
    RETRACT_SPEED,
    LEAST_TRAVEL,
    TRAVEL_SPEED,
    LIFT_HEIGHT,
    LIFT_SPEED,
    FILAMENT_AREA,
    LAYER_Z,
    FIRST_LAYER,
    LEAST_SUPPORT_TRAVEL,
    BRIDGE_FAN,
) = range(11)
# Four entries each: the speed and the fan of the four degrees of overhang.
OVERHANG_SPEED = 11
OVERHANG_FAN = 15
MOTION_SIZE = 19
# Entries of the state array: where the nozzle is and whether the filament is drawn back.
AT_X, AT_Y, DRAWN_BACK = range(3)
STATE_SIZE = 3
SHORTEST_MM = 5e-4
OVERHANG = int(Role.OVERHANG_PERIMETER)
BRIDGE = int(Role.BRIDGE_INFILL)
SUPPORT = int(Role.SUPPORT_MATERIAL)
SUPPORT_SKIN = int(Role.SUPPORT_INTERFACE)


@kernel
def put(
    out: Floats, m: int, kind: int, x: float, y: float, z: float, e: float, speed: float, role: int
) -> int:
    """Write one move with the fan of its layer; return the new end."""
    out[m, KIND] = kind
    out[m, X] = x
    out[m, Y] = y
    out[m, Z] = z
    out[m, E] = e
    out[m, SPEED] = speed
    out[m, ROLE] = role
    out[m, FAN] = LAYER_FAN
    return m + 1


@kernel
def crosses_outline(points: Floats, rings: Ints, ax: float, ay: float, bx: float, by: float) -> bool:
    """Tell whether a straight way crosses any ring."""
    x0 = min(ax, bx)
    x1 = max(ax, bx)
    y0 = min(ay, by)
    y1 = max(ay, by)
    for r in range(rings.shape[0] - 1):
        j = rings[r + 1] - 1
        for i in range(rings[r], rings[r + 1]):
            px = points[j, 0]
            py = points[j, 1]
            qx = points[i, 0]
            qy = points[i, 1]
            j = i
            if (
                (px < x0 and qx < x0)
                or (px > x1 and qx > x1)
                or (py < y0 and qy < y0)
                or (py > y1 and qy > y1)
            ):
                continue
            if segments_cross(ax, ay, bx, by, px, py, qx, qy):
                return True
    return False


@kernel
def travel(
    out: Floats,
    m: int,
    tx: float,
    ty: float,
    role: int,
    motion: Floats,
    state: Floats,
    outline: Floats,
    rings: Ints,
) -> int:
    """Go somewhere without printing; return the new end."""
    x = state[AT_X]
    y = state[AT_Y]
    z = motion[LAYER_Z]
    way = math.hypot(tx - x, ty - y)
    draws = way > motion[LEAST_TRAVEL] and state[DRAWN_BACK] == 0.0
    if draws and motion[FIRST_LAYER] == 0.0:
        # Between the lines of a support there is no outline to cross.
        over_air = way > motion[LEAST_SUPPORT_TRAVEL] and role in (SUPPORT, SUPPORT_SKIN)
        draws = over_air or crosses_outline(outline, rings, x, y, tx, ty)
    if draws and motion[RETRACT_LENGTH] > 0.0:
        m = put(out, m, RETRACT, x, y, z, -motion[RETRACT_LENGTH], motion[RETRACT_SPEED], role)
        state[DRAWN_BACK] = 1.0
        if motion[LIFT_HEIGHT] > 0.0:
            m = put(out, m, LIFT, x, y, z + motion[LIFT_HEIGHT], 0.0, motion[LIFT_SPEED], role)
    lifted = state[DRAWN_BACK] == 1.0 and motion[LIFT_HEIGHT] > 0.0
    if way > 1e-4:
        m = put(
            out, m, TRAVEL, tx, ty, z + motion[LIFT_HEIGHT] if lifted else z, 0.0, motion[TRAVEL_SPEED], role
        )
    if state[DRAWN_BACK] == 1.0:
        if lifted:
            m = put(out, m, LIFT, tx, ty, z, 0.0, motion[LIFT_SPEED], role)
        m = put(out, m, UNRETRACT, tx, ty, z, motion[RETRACT_LENGTH], motion[RETRACT_SPEED], role)
        state[DRAWN_BACK] = 0.0
    state[AT_X] = tx
    state[AT_Y] = ty
    return m


@kernel
def extrude_path(
    out: Floats,
    m: int,
    points: Floats,
    areas: Floats,
    degrees: Ints,
    start: int,
    count: int,
    first: int,
    backwards: bool,
    closed: bool,
    speed: float,
    role: int,
    motion: Floats,
    state: Floats,
) -> int:
    """Print one path from its point ``first`` on; the nozzle is there already. Return the new end.

    Lines that hang over are printed slower and with a fan of their own, except on the first layer.
    """
    steps = count if closed else count - 1
    before = start + first
    for t in range(1, steps + 1):
        i = start + (first - t if backwards else first + t) % count
        area = 0.5 * (areas[before] + areas[i])
        degree = degrees[i if backwards else before] if motion[FIRST_LAYER] == 0.0 else 0
        length = math.hypot(points[i, 0] - state[AT_X], points[i, 1] - state[AT_Y])
        before = i
        if length < SHORTEST_MM:
            continue
        state[AT_X] = points[i, 0]
        state[AT_Y] = points[i, 1]
        m = put(
            out,
            m,
            EXTRUDE,
            points[i, 0],
            points[i, 1],
            motion[LAYER_Z],
            length * area / motion[FILAMENT_AREA],
            min(speed, motion[OVERHANG_SPEED + degree - 1]) if degree > 0 else speed,
            OVERHANG if degree > 0 else role,
        )
        if degree > 0:
            out[m - 1, FAN] = motion[OVERHANG_FAN + degree - 1]
        elif role == BRIDGE:
            out[m - 1, FAN] = motion[BRIDGE_FAN]
    return m
