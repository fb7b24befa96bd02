"""The perimeters of one island, wall by wall: the loops of a wall are printed together."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.paths import PathArrays
from memoreez_desktop.slicing.builtin.travel.line_kernels import print_loop, print_open
from memoreez_desktop.slicing.builtin.travel.motion import AT_X, AT_Y, OUTER_FIRST, SEAM
from memoreez_desktop.slicing.builtin.travel.order_kernels import is_shorter
from memoreez_desktop.slicing.builtin.travel.seam_kernels import NEAREST, closest_on_loop, seam_of
from memoreez_desktop.slicing.builtin.travel.tour_kernels import tour
from memoreez_desktop.slicing.builtin.travel.travel_kernels import Sheet, travel
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

EXTERNAL = int(Role.EXTERNAL_PERIMETER)
INNER = int(Role.PERIMETER)
# Loops shorter than a circle of 6.5 mm radius are printed slowly: the nozzle turns all the time.
SMALL_LOOP_MM = 40.84
SMALL_LOOP_RATIO = 0.5


@kernel
def seams_of(paths: PathArrays, below: Floats, mode: int) -> Floats:
    """Edge, x, y of the seam of every closed outer perimeter, as rows; elsewhere -1 and the first point."""
    points, _, _, offsets, role, _, closed, _ = paths
    seams = np.empty((offsets.shape[0] - 1, 3))
    for p in range(offsets.shape[0] - 1):
        start = offsets[p]
        seams[p] = -1.0, points[start, 0], points[start, 1]
        if closed[p] and role[p] == EXTERNAL and mode != NEAREST:
            edge, x, y = seam_of(points, start, offsets[p + 1] - start, below, mode)
            seams[p] = float(edge), x, y
    return seams


@kernel
def print_closed(
    out: Floats,
    m: int,
    p: int,
    x: float,
    y: float,
    sheet: Sheet,
    seams: Floats,
    motion: Floats,
    state: Floats,
) -> int:
    """Travel to the seam of a loop, or to its place nearest to x, y, and print it; return the new end."""
    paths, _, _, done, _ = sheet
    points, offsets, role = paths[0], paths[3], paths[4]
    start = offsets[p]
    count = offsets[p + 1] - start
    edge = int(seams[p, 0])
    if edge < 0:
        edge, x, y, _ = closest_on_loop(points, start, count, x, y)
        seams[p] = float(edge), x, y
    speed = paths[5][p]
    if (role[p] == EXTERNAL or role[p] == INNER) and is_shorter(points, start, count, SMALL_LOOP_MM):
        speed *= SMALL_LOOP_RATIO
    m = travel(out, m, seams[p, 1], seams[p, 2], role[p], sheet, motion, state)
    done[p] = True
    return print_loop(out, m, paths, p, edge, speed, motion, state)


@kernel
def walls_of_loops(members: Ints, paths: PathArrays, seams: Floats) -> Ints:
    """For each perimeter the outer one it stands beside, or itself: that whose seam is nearest to it."""
    points, offsets, role, closed = paths[0], paths[3], paths[4], paths[6]
    wall = members.copy()
    outer = members[role[members] == EXTERNAL]
    outer = outer[closed[outer]]
    for k in range(members.shape[0]):
        p = members[k]
        if role[p] == EXTERNAL or not closed[p] or outer.shape[0] == 0:
            continue
        if outer.shape[0] == 1:
            wall[k] = outer[0]
            continue
        ring = points[offsets[p] : offsets[p + 1]]
        low_x, low_y, high_x, high_y = ring[:, 0].min(), ring[:, 1].min(), ring[:, 0].max(), ring[:, 1].max()
        near2 = 1e300
        for e in outer:
            x, y = seams[e, 1], seams[e, 2]
            dx, dy = max(low_x - x, x - high_x, 0.0), max(low_y - y, y - high_y, 0.0)
            if dx * dx + dy * dy < near2:
                _, _, _, d2 = closest_on_loop(points, offsets[p], ring.shape[0], x, y)
                if d2 < near2:
                    near2 = d2
                    wall[k] = e
    return wall


@kernel
def print_wall(
    out: Floats, m: int, loops: Ints, wall: int, sheet: Sheet, seams: Floats, motion: Floats, state: Floats
) -> int:
    """Print the loops of one wall, the innermost first or the outer one first; return the new end."""
    x, y = seams[wall, 1], seams[wall, 2]
    if motion[SEAM] == NEAREST:
        x, y = state[AT_X], state[AT_Y]
    count = loops.shape[0]
    for k in range(count):
        # Paths come from the outside inwards.
        p = loops[k] if motion[OUTER_FIRST] > 0.0 else loops[count - 1 - k]
        m = print_closed(out, m, p, x, y, sheet, seams, motion, state)
    return m


@kernel
def print_walls(
    out: Floats, m: int, members: Ints, sheet: Sheet, seams: Floats, motion: Floats, state: Floats
) -> int:
    """Print all perimeters of an island; return the new end."""
    paths = sheet[0]
    points, offsets, closed = paths[0], paths[3], paths[6]
    wall = walls_of_loops(members, paths, seams)
    order = np.argsort(wall, kind="mergesort")
    first = np.flatnonzero(np.append(True, np.diff(wall[order]) != 0))
    last = np.append(first[1:], members.shape[0])
    lines = np.empty((first.shape[0], 4))
    for k in range(first.shape[0]):
        p = wall[order[first[k]]]
        if closed[p]:
            lines[k] = seams[p, 1], seams[p, 2], seams[p, 1], seams[p, 2]
        else:
            lines[k, :2] = points[offsets[p]]
            lines[k, 2:] = points[offsets[p + 1] - 1]
    way, turned = tour(lines, np.array([state[AT_X], state[AT_Y], 0.0, 0.0, 0.0]))
    for k in range(way.shape[0]):
        loops = np.sort(members[order[first[way[k]] : last[way[k]]]])
        p = wall[order[first[way[k]]]]
        if closed[p]:
            m = print_wall(out, m, loops, p, sheet, seams, motion, state)
        else:
            m = print_chain(out, m, p, turned[k], sheet, motion, state)
    return m


@kernel
def print_chain(
    out: Floats, m: int, p: int, backwards: bool, sheet: Sheet, motion: Floats, state: Floats
) -> int:
    """Travel to an end of an open path and print it; return the new end."""
    paths, _, _, done, _ = sheet
    i = paths[3][p + 1] - 1 if backwards else paths[3][p]
    m = travel(out, m, paths[0][i, 0], paths[0][i, 1], paths[4][p], sheet, motion, state)
    done[p] = True
    return print_open(out, m, paths, p, backwards, motion, state)
