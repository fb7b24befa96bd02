"""Moves without plastic: travels, and drawing back where they would string."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.moves import LIFT, TRAVEL, UNRETRACT
from memoreez_desktop.slicing.builtin.paths import PathArrays
from memoreez_desktop.slicing.builtin.plane.edge_kernels import segments_cross
from memoreez_desktop.slicing.builtin.travel.detour_kernels import detour
from memoreez_desktop.slicing.builtin.travel.ground_kernels import Ground, crosses_outline
from memoreez_desktop.slicing.builtin.travel.hair_kernels import SUPPORT, SUPPORT_SKIN, Hair, way_in_the_open
from memoreez_desktop.slicing.builtin.travel.line_kernels import put
from memoreez_desktop.slicing.builtin.travel.motion import (
    AT_X,
    AT_Y,
    AVOID,
    FIRST_LAYER,
    LAYER_Z,
    LEAST_SUPPORT_TRAVEL,
    LEAST_TRAVEL,
    LIFT_HEIGHT,
    LIFT_SPEED,
    LINE_ROW,
    RETRACT_LENGTH,
    RETRACT_SPEED,
    TRAVEL_SPEED,
)
from memoreez_desktop.slicing.builtin.travel.retract_kernels import draw_back
from memoreez_desktop.slicing.compiled import Flags, Floats, kernel

# A layer at work: its paths, its outline, the boxes of the paths (none when nothing asks), what is printed,
# and its supports.
Sheet = tuple[PathArrays, Ground, Floats, Flags, Hair]


@kernel
def boxes_of(paths: PathArrays) -> Floats:
    """Low x, low y, high x, high y of each path."""
    points, offsets = paths[0], paths[3]
    boxes = np.empty((offsets.shape[0] - 1, 4))
    for p in range(offsets.shape[0] - 1):
        boxes[p] = 1e300, 1e300, -1e300, -1e300
        for i in range(offsets[p], offsets[p + 1]):
            for c in range(2):
                boxes[p, c] = min(boxes[p, c], points[i, c])
                boxes[p, c + 2] = max(boxes[p, c + 2], points[i, c])
    return boxes


@kernel
def crosses_printed(sheet: Sheet, ax: float, ay: float, bx: float, by: float) -> bool:
    """Tell whether a straight way crosses a line already printed on this layer."""
    paths, _, boxes, done, _ = sheet
    points, offsets, closed = paths[0], paths[3], paths[6]
    low_x, high_x = min(ax, bx), max(ax, bx)
    low_y, high_y = min(ay, by), max(ay, by)
    for p in range(boxes.shape[0]):
        if (
            not done[p]
            or boxes[p, 0] > high_x
            or boxes[p, 2] < low_x
            or boxes[p, 1] > high_y
            or boxes[p, 3] < low_y
        ):
            continue
        j = offsets[p + 1] - 1 if closed[p] else offsets[p]
        for i in range(offsets[p], offsets[p + 1]):
            if segments_cross(ax, ay, bx, by, points[j, 0], points[j, 1], points[i, 0], points[i, 1]):
                return True
            j = i
    return False


@kernel
def strings(x: float, y: float, tx: float, ty: float, role: int, sheet: Sheet, motion: Floats) -> bool:
    """Tell whether a travel would leave a string where it is seen."""
    way = math.hypot(tx - x, ty - y)
    if way <= motion[LEAST_TRAVEL]:
        return False
    if motion[FIRST_LAYER] > 0.0:
        return True
    # Round a support there is no outline to cross.
    far = way > motion[LEAST_SUPPORT_TRAVEL] and role in (SUPPORT, SUPPORT_SKIN)
    if far and way_in_the_open(sheet[4], x, y, tx, ty) > motion[LEAST_TRAVEL]:
        return True
    return crosses_outline(sheet[1], x, y, tx, ty)


@kernel
def travel(
    out: Floats, m: int, tx: float, ty: float, role: int, sheet: Sheet, motion: Floats, state: Floats
) -> int:
    """Go somewhere without printing; return the new end."""
    z = motion[LAYER_Z]
    draws = strings(state[AT_X], state[AT_Y], tx, ty, role, sheet, motion)
    if draws and motion[AVOID] > 0.0 and motion[FIRST_LAYER] == 0.0:
        bends = detour(sheet[1], state[AT_X], state[AT_Y], tx, ty)
        for k in range(bends.shape[0]):
            m = put(out, m, TRAVEL, bends[k, 0], bends[k, 1], z, 0.0, motion[TRAVEL_SPEED], role)
            draws = False
    draws = draws and motion[RETRACT_LENGTH] > 0.0
    lift = 0.0
    if draws:
        m = draw_back(out, m, role, motion, state)
        if motion[LIFT_HEIGHT] > 0.0 and crosses_printed(sheet, state[AT_X], state[AT_Y], tx, ty):
            lift = motion[LIFT_HEIGHT]
            m = put(out, m, LIFT, state[AT_X], state[AT_Y], z + lift, 0.0, motion[LIFT_SPEED], role)
    if math.hypot(tx - state[AT_X], ty - state[AT_Y]) > 1e-4:
        m = put(out, m, TRAVEL, tx, ty, z + lift, 0.0, motion[TRAVEL_SPEED], role)
    if lift > 0.0:
        m = put(out, m, LIFT, tx, ty, z, 0.0, motion[LIFT_SPEED], role)
    if draws:
        m = put(out, m, UNRETRACT, tx, ty, z, motion[RETRACT_LENGTH], motion[RETRACT_SPEED], role)
    state[AT_X] = tx
    state[AT_Y] = ty
    state[LINE_ROW] = m
    return m
