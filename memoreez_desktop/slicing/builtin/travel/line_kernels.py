"""Lines of plastic, written move by move."""

from __future__ import annotations

import math

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.moves import (
    EXTRUDE,
    FAN,
    KIND,
    LAYER_FAN,
    ROLE,
    SPEED,
    E,
    X,
    Y,
    Z,
)
from memoreez_desktop.slicing.builtin.paths import PathArrays
from memoreez_desktop.slicing.builtin.travel.motion import (
    AT_X,
    AT_Y,
    BRIDGE_FAN,
    FILAMENT_AREA,
    FIRST_LAYER,
    LAYER_Z,
    LINE_IS_OUTER,
    OVERHANG_FAN,
    OVERHANG_SPEED,
)
from memoreez_desktop.slicing.compiled import Floats, kernel

SHORTEST_MM = 5e-4
OVERHANG = int(Role.OVERHANG_PERIMETER)
BRIDGE = int(Role.BRIDGE_INFILL)
EXTERNAL = int(Role.EXTERNAL_PERIMETER)


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
def put_line(
    out: Floats,
    m: int,
    x: float,
    y: float,
    area: float,
    degree: int,
    speed: float,
    role: int,
    motion: Floats,
    state: Floats,
) -> int:
    """Print straight to a place; what hangs over is slower and has a fan of its own. Return the new end."""
    dx, dy = x - state[AT_X], y - state[AT_Y]
    length = math.sqrt(dx * dx + dy * dy)
    if length < SHORTEST_MM:
        return m
    state[AT_X] = x
    state[AT_Y] = y
    fan = motion[BRIDGE_FAN] if role == BRIDGE else LAYER_FAN
    if degree > 0 and motion[FIRST_LAYER] == 0.0:
        role = OVERHANG
        speed = min(speed, motion[OVERHANG_SPEED + degree - 1])
        fan = motion[OVERHANG_FAN + degree - 1]
    m = put(out, m, EXTRUDE, x, y, motion[LAYER_Z], length * area / motion[FILAMENT_AREA], speed, role)
    out[m - 1, FAN] = fan
    return m


@kernel
def print_open(
    out: Floats, m: int, paths: PathArrays, p: int, backwards: bool, motion: Floats, state: Floats
) -> int:
    """Print an open path from one end to the other; the nozzle is there already. Return the new end."""
    points, areas, degrees, offsets, role, speed, _, _ = paths
    state[LINE_IS_OUTER] = 0.0
    last = offsets[p + 1] - 1
    for t in range(offsets[p], last):
        before, i = (last - (t - offsets[p]), last - (t - offsets[p]) - 1) if backwards else (t, t + 1)
        area = 0.5 * (areas[before] + areas[i])
        degree = degrees[min(before, i)]
        m = put_line(out, m, points[i, 0], points[i, 1], area, degree, speed[p], role[p], motion, state)
    return m


@kernel
def print_loop(
    out: Floats, m: int, paths: PathArrays, p: int, edge: int, speed: float, motion: Floats, state: Floats
) -> int:
    """Print a closed path once round from where the nozzle is, on the edge from this point on."""
    points, areas, degrees, offsets, role, _, _, _ = paths
    state[LINE_IS_OUTER] = 1.0 if role[p] == EXTERNAL else 0.0
    start = offsets[p]
    count = offsets[p + 1] - start
    x, y = state[AT_X], state[AT_Y]
    before = start + edge
    i = before
    for _ in range(count):
        i = i + 1 if i + 1 < start + count else start
        area = 0.5 * (areas[before] + areas[i])
        m = put_line(out, m, points[i, 0], points[i, 1], area, degrees[before], speed, role[p], motion, state)
        before = i
    area = 0.5 * (areas[before] + areas[start + (edge + 1) % count])
    return put_line(out, m, x, y, area, degrees[before], speed, role[p], motion, state)
