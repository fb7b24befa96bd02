"""One layer's paths become moves."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.moves import COLUMNS, LIFT
from memoreez_desktop.slicing.builtin.order_kernels import (
    EXTERNAL,
    FIRST_MODEL_ISLAND,
    INNER,
    SMALL_LOOP_MM,
    SMALL_LOOP_RATIO,
    islands_of,
    loop_length,
    nearest_start,
    next_island,
    runs,
    seam_point,
)
from memoreez_desktop.slicing.builtin.paths import PathArrays
from memoreez_desktop.slicing.builtin.travel_kernels import (
    AT_X,
    AT_Y,
    LAYER_Z,
    LIFT_SPEED,
    extrude_path,
    put,
    travel,
)
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel

Rings = tuple[Floats, Ints]


@kernel
def print_group(
    out: Floats,
    m: int,
    group: Ints,
    paths: PathArrays,
    done: Flags,
    ground: Rings,
    motion: Floats,
    state: Floats,
    below: Floats,
    seams: Floats,
    seam_count: int,
) -> tuple[int, int]:
    """Print all paths of one role in one island; return the new ends of moves and seams."""
    points, areas, degrees, offsets, role, speed, closed, fixed = paths
    outline, rings = ground
    while True:
        x, y = state[AT_X], state[AT_Y]
        p, first, backwards = nearest_start(x, y, points, offsets, closed, fixed, done, group)
        if p < 0:
            return m, seam_count
        done[p] = True
        start = offsets[p]
        count = offsets[p + 1] - start
        v = speed[p]
        if closed[p] and (role[p] == EXTERNAL or role[p] == INNER):
            if loop_length(points, start, count) < SMALL_LOOP_MM:
                v *= SMALL_LOOP_RATIO
            if role[p] == EXTERNAL:
                first = seam_point(points, start, count, below)
                seams[seam_count] = points[start + first]
                seam_count += 1
        x, y = points[start + first]
        m = travel(out, m, x, y, role[p], motion, state, outline, rings)
        m = extrude_path(
            out,
            m,
            points,
            areas,
            degrees,
            start,
            count,
            first,
            backwards,
            closed[p],
            v,
            role[p],
            motion,
            state,
        )


@kernel
def print_layer(
    paths: PathArrays, rank: Ints, ground: Rings, motion: Floats, state: Floats, below: Floats
) -> tuple[Floats, Floats]:
    """Order the paths of a layer and write its moves.

    Parameters
    ----------
    paths : tuple of arrays
        ``LayerPaths.arrays()``.
    rank : (roles,) int64
        The order of the roles inside an island.
    ground : (n, 2), (k + 1,)
        The rings of this layer's section: they tell islands apart and which travels leave the plastic.
    motion, state : float64
        See ``travel_kernels``; the state is carried on.
    below : (s, 2) float64
        Where the loops of the layer below began.

    Returns
    -------
    moves (m, 8) and the seams of this layer (s, 2).
    """
    points, _, _, offsets, role, _, _, _ = paths
    count = offsets.shape[0] - 1
    out = np.empty((points.shape[0] + 6 * count + 2, COLUMNS))
    seams = np.empty((count, 2))
    m = put(out, 0, LIFT, state[AT_X], state[AT_Y], motion[LAYER_Z], 0.0, motion[LIFT_SPEED], 0)
    island = islands_of(points, offsets, role, ground[0], ground[1])
    order = np.argsort(island * 64 + rank[role], kind="mergesort")
    bounds = runs(island, order)
    visited = np.zeros(bounds.shape[0], np.bool_)
    done = np.zeros(count, np.bool_)
    n = 0
    for turn in range(bounds.shape[0] - 1):
        # Skirt, brim and supports sort first and are printed first; after them the nearest island is next.
        g = turn
        if island[order[bounds[turn]]] >= FIRST_MODEL_ISLAND:
            g = next_island(state[AT_X], state[AT_Y], points, offsets, order, bounds, visited)
        visited[g] = True
        members = order[bounds[g] : bounds[g + 1]]
        roles = runs(role, members)
        for k in range(roles.shape[0] - 1):
            group = members[roles[k] : roles[k + 1]]
            m, n = print_group(out, m, group, paths, done, ground, motion, state, below, seams, n)
    return out[:m].copy(), seams[:n].copy()
