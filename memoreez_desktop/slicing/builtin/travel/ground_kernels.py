"""The outline of a layer, its edges sorted into cells, to ask what a straight way crosses."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.plane.edge_kernels import segments_cross
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

# Ring points, ring offsets, the ring of each point, the frame of the grid, and its cells: offsets and edges.
# Edge i runs from the ring point before i to i. Plastic lies to the left of every edge.
Ground = tuple[Floats, Ints, Ints, Floats, Ints, Ints]
LEAST_CELL_MM = 0.5


@kernel
def point_before(rings: Ints, ring_of: Ints, i: int) -> int:
    """Return the point of the same ring before point ``i``."""
    return i - 1 if i > rings[ring_of[i]] else rings[ring_of[i] + 1] - 1


@kernel
def point_after(rings: Ints, ring_of: Ints, i: int) -> int:
    """Return the point of the same ring after point ``i``."""
    return i + 1 if i + 1 < rings[ring_of[i] + 1] else rings[ring_of[i]]


@kernel
def columns_in_row(frame: Floats, ax: float, ay: float, bx: float, by: float, row: int) -> tuple[int, int]:
    """Return the first and the last cell of a row of the grid that a straight way goes through."""
    low = frame[1] + row * frame[2]
    high = low + frame[2]
    x0, x1 = min(ax, bx), max(ax, bx)
    if abs(by - ay) > 1e-9:
        slope = (bx - ax) / (by - ay)
        u = ax + slope * (min(max(low, min(ay, by)), max(ay, by)) - ay)
        v = ax + slope * (max(min(high, max(ay, by)), min(ay, by)) - ay)
        x0, x1 = min(u, v), max(u, v)
    # A hair wider: a way along the border of two cells belongs to both.
    first = math.floor((x0 - 1e-6 - frame[0]) / frame[2])
    last = math.floor((x1 + 1e-6 - frame[0]) / frame[2])
    return max(first, 0), min(last, int(frame[3]) - 1)


@kernel
def rows_of(frame: Floats, ay: float, by: float) -> tuple[int, int]:
    """Return the first and the last row of the grid between two heights."""
    first = math.floor((min(ay, by) - 1e-6 - frame[1]) / frame[2])
    last = math.floor((max(ay, by) + 1e-6 - frame[1]) / frame[2])
    return max(first, 0), min(last, int(frame[4]) - 1)


@kernel
def sort_edges(
    points: Floats, rings: Ints, frame: Floats, cell_of: Ints, places: Ints, members: Ints
) -> None:
    """Write each edge to the places of the cells it goes through, and count these on."""
    columns = int(frame[3])
    fills = members.shape[0] > 0
    for r in range(rings.shape[0] - 1):
        j = rings[r + 1] - 1
        for i in range(rings[r], rings[r + 1]):
            cell = cell_of[i]
            if cell == cell_of[j]:
                if fills:
                    members[places[cell]] = i
                places[cell] += 1
            else:
                ax, ay, bx, by = points[j, 0], points[j, 1], points[i, 0], points[i, 1]
                first_row, last_row = rows_of(frame, ay, by)
                for row in range(first_row, last_row + 1):
                    first, last = columns_in_row(frame, ax, ay, bx, by, row)
                    for k in range(row * columns + first, row * columns + last + 1):
                        if fills:
                            members[places[k]] = i
                        places[k] += 1
            j = i


@kernel
def ground_of(points: Floats, rings: Ints) -> Ground:
    """Sort the edges of an outline into cells."""
    count = points.shape[0]
    ring_of = np.empty(count, np.int64)
    for r in range(rings.shape[0] - 1):
        ring_of[rings[r] : rings[r + 1]] = r
    if count == 0:
        return points, rings, ring_of, np.zeros(5), np.zeros(1, np.int64), np.empty(0, np.int64)
    low_x, low_y = points[:, 0].min(), points[:, 1].min()
    width, depth = points[:, 0].max() - low_x, points[:, 1].max() - low_y
    size = max(math.sqrt(width * depth / count), max(width, depth) / count, LEAST_CELL_MM)
    columns, rows = int(width / size) + 1, int(depth / size) + 1
    frame = np.array([low_x, low_y, size, float(columns), float(rows)])
    # Most edges lie in one cell.
    cell_of = np.empty(count, np.int64)
    for i in range(count):
        row, column = int((points[i, 1] - low_y) / size), int((points[i, 0] - low_x) / size)
        cell_of[i] = row * columns + column
    offsets = np.zeros(columns * rows + 1, np.int64)
    # Count, then fill; counting needs no members.
    sort_edges(points, rings, frame, cell_of, offsets[1:], np.empty(0, np.int64))
    for c in range(columns * rows):
        offsets[c + 1] += offsets[c]
    members = np.empty(offsets[-1], np.int64)
    sort_edges(points, rings, frame, cell_of, offsets[:-1].copy(), members)
    return points, rings, ring_of, frame, offsets, members


@kernel
def crosses_outline(ground: Ground, ax: float, ay: float, bx: float, by: float) -> bool:
    """Tell whether a straight way crosses any ring."""
    points, rings, ring_of, frame, offsets, members = ground
    if points.shape[0] == 0:
        return False
    columns = int(frame[3])
    first_row, last_row = rows_of(frame, ay, by)
    for row in range(first_row, last_row + 1):
        first, last = columns_in_row(frame, ax, ay, bx, by, row)
        for w in range(offsets[row * columns + first], offsets[row * columns + max(last, first - 1) + 1]):
            i = members[w]
            j = point_before(rings, ring_of, i)
            if segments_cross(ax, ay, bx, by, points[j, 0], points[j, 1], points[i, 0], points[i, 1]):
                return True
    return False


@kernel
def crossings(ground: Ground, ax: float, ay: float, bx: float, by: float) -> tuple[Floats, Ints]:
    """Return where a straight way crosses edges, as shares of its length in order, and which edges."""
    points, rings, ring_of, frame, offsets, members = ground
    columns = int(frame[3])
    places = np.empty(members.shape[0])
    edges = np.empty(members.shape[0], np.int64)
    count = 0
    first_row, last_row = rows_of(frame, ay, by)
    for row in range(first_row, last_row + 1):
        first, last = columns_in_row(frame, ax, ay, bx, by, row)
        for w in range(offsets[row * columns + first], offsets[row * columns + max(last, first - 1) + 1]):
            i = members[w]
            j = point_before(rings, ring_of, i)
            px, py, qx, qy = points[j, 0], points[j, 1], points[i, 0], points[i, 1]
            if not segments_cross(ax, ay, bx, by, px, py, qx, qy):
                continue
            across = (bx - ax) * (qy - py) - (by - ay) * (qx - px)
            places[count] = ((px - ax) * (qy - py) - (py - ay) * (qx - px)) / across
            edges[count] = i
            count += 1
    found = np.argsort(places[:count], kind="mergesort")
    places, edges = places[:count][found], edges[:count][found]
    kept = 0
    for k in range(count):
        # An edge that lies in several cells is met several times.
        seen = False
        p = kept - 1
        while p >= 0 and places[p] == places[k]:
            seen = seen or edges[p] == edges[k]
            p -= 1
        if not seen:
            places[kept], edges[kept] = places[k], edges[k]
            kept += 1
    return places[:kept].copy(), edges[:kept].copy()
