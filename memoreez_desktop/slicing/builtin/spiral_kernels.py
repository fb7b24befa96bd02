"""Rings of many layers wound into one line that rises all the time."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.moves import COLUMNS, EXTRUDE, TRAVEL
from memoreez_desktop.slicing.builtin.plane.edge_grid_kernels import edge_grid, nearest_edge
from memoreez_desktop.slicing.builtin.plane.edge_kernels import edges_of
from memoreez_desktop.slicing.builtin.travel.line_kernels import SHORTEST_MM, put
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

# Two rings farther apart than this are not blended: the wall has a step there.
BLEND_MM = 1.0
EXTERNAL = int(Role.EXTERNAL_PERIMETER)


@kernel
def place_on_ring(points: Floats, x: float, y: float) -> tuple[int, float, float, float]:
    """Find the point of a ring nearest to a place: its segment, itself, and the length of the ring."""
    count = points.shape[0]
    best = 1e300
    segment = 0
    near_x = points[0, 0]
    near_y = points[0, 1]
    length = 0.0
    for i in range(count):
        j = (i + 1) % count
        dx = points[j, 0] - points[i, 0]
        dy = points[j, 1] - points[i, 1]
        length2 = dx * dx + dy * dy
        if length2 < 1e-18:
            continue
        length += math.sqrt(length2)
        t = min(1.0, max(0.0, ((x - points[i, 0]) * dx + (y - points[i, 1]) * dy) / length2))
        px = points[i, 0] + t * dx
        py = points[i, 1] + t * dy
        d2 = (px - x) ** 2 + (py - y) ** 2
        if d2 < best:
            best = d2
            segment = i
            near_x = px
            near_y = py
    return segment, near_x, near_y, length


@kernel
def wind(
    points: Floats,
    rings: Ints,
    layers: Ints,
    tops: Floats,
    areas: Floats,
    speeds: Floats,
    nozzle: Floats,
    travel_speed: float,
) -> tuple[Floats, Ints]:
    """Wind rings, each turn blending from the ring below into its own.

    The first turn begins with no plastic, since it begins at no height; one more turn on top of the last ring
    fades out and makes the rim level.

    Parameters
    ----------
    points, rings, layers : (n, 2), (r + 1,), (l + 1,)
        The rings by layer; the lowest layer is what the spiral stands on, each other one has one ring.
    tops : (l,) float64
    areas, speeds : (l,) float64
        Plastic per mm and mm/s of each layer.
    nozzle : (3,) float64
        Where the nozzle is (x, y), and filament per mm³ of plastic.

    Returns
    -------
    The moves, and the first move of each turn.
    """
    turns = layers.shape[0] - 2
    last = rings[layers[turns + 1]] - rings[layers[turns]]
    out = np.empty((points.shape[0] + last + 2 * turns + 8, COLUMNS))
    bounds = np.zeros(turns + 1, np.int64)
    at_x = nozzle[0]
    at_y = nozzle[1]
    m = 0
    for turn in range(1, turns + 2):
        fades = turn > turns
        k = min(turn, turns)
        ring = points[rings[layers[k]] : rings[layers[k] + 1]]
        # The turn that fades out lies on its own ring.
        below = rings[layers[turn - 1] : layers[turn] + 1]
        edges = edges_of(points[below[0] : below[-1]], below - below[0])
        grid = edge_grid(edges, BLEND_MM)
        segment, start_x, start_y, length = place_on_ring(ring, at_x, at_y)
        if turn == 1:
            _, _, at_x, at_y = nearest_edge(edges, grid, start_x, start_y)
            m = put(out, m, TRAVEL, at_x, at_y, tops[0], 0.0, travel_speed, EXTERNAL)
        walked = 0.0
        from_x = start_x
        from_y = start_y
        for q in range(1, ring.shape[0] + 2):
            x = start_x
            y = start_y
            if q <= ring.shape[0]:
                x, y = ring[(segment + q) % ring.shape[0]]
            step = math.hypot(x - from_x, y - from_y)
            from_x = x
            from_y = y
            middle = (walked + 0.5 * step) / length
            walked += step
            share = min(1.0, walked / length)
            distance, _, near_x, near_y = nearest_edge(edges, grid, x, y)
            if distance < BLEND_MM:
                x = near_x + share * (x - near_x)
                y = near_y + share * (y - near_y)
            way = math.hypot(x - at_x, y - at_y)
            if way < SHORTEST_MM:
                continue
            at_x = x
            at_y = y
            z = tops[k] if fades else tops[k - 1] + (tops[k] - tops[k - 1]) * share
            area = areas[k] * (middle if turn == 1 else (1.0 - middle if fades else 1.0))
            m = put(out, m, EXTRUDE, x, y, z, way * area * nozzle[2], speeds[k], EXTERNAL)
        if not fades:
            bounds[turn] = m
    bounds[turns] = m
    return out[:m].copy(), bounds
