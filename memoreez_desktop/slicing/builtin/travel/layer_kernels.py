"""One layer's paths become moves.

Skirt and brim first. Then islands and the lines of supports as they lie on the way; in an island the
perimeters, thin lines, bridges, solid, sparse.
"""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.moves import COLUMNS, LIFT
from memoreez_desktop.slicing.builtin.paths import PathArrays
from memoreez_desktop.slicing.builtin.travel.ground_kernels import ground_of
from memoreez_desktop.slicing.builtin.travel.hair_kernels import hair_of
from memoreez_desktop.slicing.builtin.travel.line_kernels import put
from memoreez_desktop.slicing.builtin.travel.loop_kernels import (
    EXTERNAL,
    INNER,
    print_chain,
    print_closed,
    print_walls,
    seams_of,
)
from memoreez_desktop.slicing.builtin.travel.motion import (
    AT_X,
    AT_Y,
    FIRST_LAYER,
    LAYER_Z,
    LIFT_HEIGHT,
    LIFT_SPEED,
    LINE_IS_OUTER,
    LINE_ROW,
    SEAM,
)
from memoreez_desktop.slicing.builtin.travel.order_kernels import (
    SUPPORT,
    SUPPORT_ISLAND,
    SUPPORT_SKIN,
    islands_of,
    runs,
)
from memoreez_desktop.slicing.builtin.travel.tour_kernels import tour
from memoreez_desktop.slicing.builtin.travel.travel_kernels import Sheet, boxes_of
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

Rings = tuple[Floats, Ints]
# The most moves of one path beside its own points: layer change, both ends of a closed line, coasting, wipe,
# bends of a detour, retraction, hop.
MOVES_AROUND = 34
USUAL_MOVES_AROUND = 6


@kernel
def print_group(
    out: Floats, m: int, group: Ints, ends: Floats, sheet: Sheet, seams: Floats, motion: Floats, state: Floats
) -> int:
    """Print the paths of one role in one island, the fixed ones in their order; return the new end."""
    points, _, _, offsets, _, _, closed, fixed = sheet[0]
    lines = np.empty((group.shape[0], 4))
    free = np.empty(group.shape[0], np.int64)
    count = 0
    for p in group:
        if fixed[p]:
            m = print_chain(out, m, p, False, sheet, motion, state)
        else:
            lines[count, :2] = points[offsets[p]]
            lines[count, 2:] = points[offsets[p] if closed[p] else offsets[p + 1] - 1]
            free[count] = p
            count += 1
    if count == 0:
        return m
    ends[0] = state[AT_X]
    ends[1] = state[AT_Y]
    way, turned = tour(lines[:count], ends)
    for k in range(count):
        p = free[way[k]]
        if closed[p]:
            m = print_closed(out, m, p, state[AT_X], state[AT_Y], sheet, seams, motion, state)
        else:
            m = print_chain(out, m, p, turned[k], sheet, motion, state)
    return m


@kernel
def print_island(
    out: Floats,
    m: int,
    members: Ints,
    ends: Floats,
    sheet: Sheet,
    seams: Floats,
    motion: Floats,
    state: Floats,
) -> int:
    """Print the paths of one island, sorted by rank; the last ones end near where the way goes on."""
    role = sheet[0][4]
    roles = runs(role, members)
    k = 0
    while k < roles.shape[0] - 1:
        low = roles[k]
        if role[members[low]] == INNER or role[members[low]] == EXTERNAL:
            while k < roles.shape[0] - 1 and (
                role[members[roles[k]]] == INNER or role[members[roles[k]]] == EXTERNAL
            ):
                k += 1
            m = print_walls(out, m, members[low : roles[k]], sheet, seams, motion, state)
            continue
        k += 1
        ends[4] = 1.0 if k == roles.shape[0] - 1 else 0.0
        m = print_group(out, m, members[low : roles[k]], ends, sheet, seams, motion, state)
    return m


@kernel
def anchors_of(order: Ints, bounds: Ints, paths: PathArrays, seams: Floats) -> Floats:
    """For each island where it is entered: the seam of its first outer perimeter, or its first path."""
    role = paths[4]
    anchors = np.empty((bounds.shape[0] - 1, 4))
    for g in range(bounds.shape[0] - 1):
        p = order[bounds[g]]
        for k in range(bounds[g], bounds[g + 1]):
            if role[order[k]] == EXTERNAL:
                p = order[k]
                break
        anchors[g, 0] = anchors[g, 2] = seams[p, 1]
        anchors[g, 1] = anchors[g, 3] = seams[p, 2]
    return anchors


@kernel
def print_mixed(
    out: Floats,
    m: int,
    order: Ints,
    bounds: Ints,
    around: int,
    anchors: Floats,
    sheet: Sheet,
    seams: Floats,
    motion: Floats,
    state: Floats,
) -> int:
    """Print supports line by line and the islands of the model, in whatever order is a short way.

    Parameters
    ----------
    order, bounds
        The paths by island and rank, and where each island begins there.
    around : int
        The first island that is not printed yet.
    anchors : (islands, 4) float64
        Where each is entered.
    """
    points, _, _, offsets, role, _, _, fixed = sheet[0]
    lines = 0
    if around < bounds.shape[0] - 1:
        p = order[bounds[around]]
        # Supports in a fixed order are entered and left like an island.
        if (role[p] == SUPPORT or role[p] == SUPPORT_SKIN) and not fixed[p]:
            lines = bounds[around + 1] - bounds[around]
    first = around + (lines > 0)
    stops = np.empty((lines + bounds.shape[0] - 1 - first, 4))
    for k in range(lines):
        p = order[bounds[around] + k]
        stops[k, :2] = points[offsets[p]]
        stops[k, 2:] = points[offsets[p + 1] - 1]
    stops[lines:] = anchors[first:]
    way, turned = tour(stops, np.array([state[AT_X], state[AT_Y], 0.0, 0.0, 0.0]))
    for k in range(way.shape[0]):
        if way[k] < lines:
            m = print_chain(out, m, order[bounds[around] + way[k]], turned[k], sheet, motion, state)
            continue
        g = first + way[k] - lines
        # After the last island comes the layer above: it begins where this island did.
        onto = min(k + 1, way.shape[0] - 1)
        side = 2 if turned[onto] else 0
        ends = np.array([0.0, 0.0, stops[way[onto], side], stops[way[onto], side + 1], 1.0])
        m = print_island(out, m, order[bounds[g] : bounds[g + 1]], ends, sheet, seams, motion, state)
    return m


@kernel
def print_layer(
    out: Floats, paths: PathArrays, rank: Ints, rings: Rings, motion: Floats, state: Floats, below: Floats
) -> tuple[int, Floats]:
    """Order the paths of a layer and write its moves.

    Parameters
    ----------
    out : (m, 8) float64
        With room for all moves.
    paths : tuple of arrays
        See ``PathArrays``.
    rank : (roles,) int64
        The order of the roles inside an island.
    rings : (n, 2), (k + 1,)
        The rings of this layer's section: they tell islands apart and which travels leave the plastic.
    motion, state : float64
        See ``motion``; the state is carried on.
    below : (s, 2) float64
        Where the outer perimeters of the layer below began.

    Returns
    -------
    How many moves there are, and the seams of this layer (s, 2).
    """
    points, _, _, offsets, role, _, _, _ = paths
    count = offsets.shape[0] - 1
    m = put(out, 0, LIFT, state[AT_X], state[AT_Y], motion[LAYER_Z], 0.0, motion[LIFT_SPEED], 0)
    state[LINE_ROW] = m
    state[LINE_IS_OUTER] = 0.0
    boxes = boxes_of(paths) if motion[LIFT_HEIGHT] > 0.0 else np.empty((0, 4))
    sheet = (paths, ground_of(rings[0], rings[1]), boxes, np.zeros(count, np.bool_), hair_of(paths))
    seams = seams_of(paths, below, int(motion[SEAM]))
    island = islands_of(points, offsets, role, rings[0], rings[1])
    order = np.argsort(island * 64 + rank[role], kind="mergesort")
    bounds = runs(island, order)
    anchors = anchors_of(order, bounds, paths, seams)
    around = 0
    while around < bounds.shape[0] - 1 and island[order[bounds[around]]] < SUPPORT_ISLAND:
        members = order[bounds[around] : bounds[around + 1]]
        m = print_island(out, m, members, np.zeros(5), sheet, seams, motion, state)
        around += 1
    m = print_mixed(out, m, order, bounds, around, anchors, sheet, seams, motion, state)
    return m, seams[role == EXTERNAL][:, 1:].copy()


@kernel
def print_layers(
    paths: PathArrays,
    path_layers: Ints,
    rank: Ints,
    outlines: tuple[Floats, Ints, Ints],
    tops: Floats,
    motion: Floats,
    state: Floats,
) -> tuple[Floats, Ints]:
    """Order the paths of every layer and write all moves.

    Parameters
    ----------
    paths, path_layers
        The paths of all layers, and the first path of each layer.
    rank, motion, state
        As ``print_layer`` reads them.
    outlines : tuple
        The sections: points, where each ring begins, and the first ring of each layer.
    tops : (l,) float64
        Heights of the nozzle, mm.

    Returns
    -------
    moves (m, 8) and the first move of each layer (l + 1,).
    """
    points, areas, degrees, offsets, role, speed, closed, fixed = paths
    outline, rings, ring_layers = outlines
    layers = path_layers.shape[0] - 1
    table = np.empty((points.shape[0] + USUAL_MOVES_AROUND * role.shape[0] + layers, COLUMNS))
    bounds = np.zeros(layers + 1, np.int64)
    seams = np.empty((0, 2))
    m = 0
    for i in range(layers):
        first, past = path_layers[i], path_layers[i + 1]
        if first < past:
            start, end = offsets[first], offsets[past]
            most = m + end - start + MOVES_AROUND * (past - first) + 2
            if most > table.shape[0]:
                larger = np.empty((most + table.shape[0] // 2, COLUMNS))
                larger[:m] = table[:m]
                table = larger
            own = (
                points[start:end],
                areas[start:end],
                degrees[start:end],
                offsets[first : past + 1] - start,
                role[first:past],
                speed[first:past],
                closed[first:past],
                fixed[first:past],
            )
            low, high = ring_layers[i], ring_layers[i + 1]
            section = (outline[rings[low] : rings[high]], rings[low : high + 1] - rings[low])
            motion[LAYER_Z] = tops[i]
            motion[FIRST_LAYER] = 1.0 if i == 0 else 0.0
            written, seams = print_layer(table[m:], own, rank, section, motion, state, seams)
            m += written
        bounds[i + 1] = m
    return table[:m], bounds
