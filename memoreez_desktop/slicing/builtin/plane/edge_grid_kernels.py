"""Edges in square cells: which one is nearest to a place, and on which side of it the place lies."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

CELL_MM = 1.0
MOST_CELLS_ACROSS = 400

Grid = tuple[Floats, int, int, Ints, Ints]


@kernel
def edge_grid(edges: Floats, reach: float) -> Grid:
    """Sort edges widened by ``reach`` into square cells.

    Returns place and size (x, y, cell), columns, rows, offsets and members.
    """
    count = edges.shape[0]
    frame = np.array([1e300, 1e300, CELL_MM])
    high_x = -1e300
    high_y = -1e300
    for e in range(count):
        frame[0] = min(frame[0], edges[e, 0] - reach, edges[e, 2] - reach)
        frame[1] = min(frame[1], edges[e, 1] - reach, edges[e, 3] - reach)
        high_x = max(high_x, edges[e, 0] + reach, edges[e, 2] + reach)
        high_y = max(high_y, edges[e, 1] + reach, edges[e, 3] + reach)
    frame[2] = max(CELL_MM, max(high_x - frame[0], high_y - frame[1]) / MOST_CELLS_ACROSS)
    cell = frame[2]
    columns = int((high_x - frame[0]) / cell) + 1
    rows = int((high_y - frame[1]) / cell) + 1
    offsets = np.zeros(columns * rows + 1, np.int64)
    members = np.empty(0, np.int64)
    place = offsets
    for filling in range(2):
        for e in range(count):
            x0 = int((min(edges[e, 0], edges[e, 2]) - reach - frame[0]) / cell)
            x1 = int((max(edges[e, 0], edges[e, 2]) + reach - frame[0]) / cell)
            y0 = int((min(edges[e, 1], edges[e, 3]) - reach - frame[1]) / cell)
            y1 = int((max(edges[e, 1], edges[e, 3]) + reach - frame[1]) / cell)
            for y in range(y0, min(y1, rows - 1) + 1):
                for x in range(x0, min(x1, columns - 1) + 1):
                    c = y * columns + x
                    if filling:
                        members[place[c]] = e
                        place[c] += 1
                    else:
                        offsets[c + 1] += 1
        if not filling:
            for c in range(columns * rows):
                offsets[c + 1] += offsets[c]
            members = np.empty(offsets[columns * rows], np.int64)
            place = offsets[:-1].copy()
    return frame, columns, rows, offsets, members


@kernel
def nearest_edge(edges: Floats, grid: Grid, x: float, y: float) -> tuple[float, float, float, float]:
    """Find the nearest edge of the cell.

    Returns
    -------
    The distance, how far left of the edge's line the place lies, and the nearest point. At a corner both
    edges are equally near; the one the place lies farther aside of tells the side.
    """
    frame, columns, rows, offsets, members = grid
    u = (x - frame[0]) / frame[2]
    v = (y - frame[1]) / frame[2]
    if u < 0.0 or v < 0.0 or u >= columns or v >= rows:
        return 1e300, 0.0, x, y
    c = int(v) * columns + int(u)
    best = 1e300
    side = 0.0
    near_x = x
    near_y = y
    for k in range(offsets[c], offsets[c + 1]):
        e = members[k]
        dx = edges[e, 2] - edges[e, 0]
        dy = edges[e, 3] - edges[e, 1]
        px = x - edges[e, 0]
        py = y - edges[e, 1]
        length2 = dx * dx + dy * dy
        if length2 < 1e-18:
            continue
        t = min(1.0, max(0.0, (px * dx + py * dy) / length2))
        d2 = (px - t * dx) ** 2 + (py - t * dy) ** 2
        if d2 > best + 1e-9:
            continue
        aside = (dx * py - dy * px) / math.sqrt(length2)
        if d2 < best - 1e-9 or abs(aside) > abs(side):
            side = aside
        if d2 < best:
            best = d2
            near_x = edges[e, 0] + t * dx
            near_y = edges[e, 1] + t * dy
    return math.sqrt(best), side, near_x, near_y


@kernel
def directed(edges: Floats) -> Floats:
    """Return where each edge begins, its direction of length 1, and its length (n, 5)."""
    out = np.empty((edges.shape[0], 5))
    for e in range(edges.shape[0]):
        dx = edges[e, 2] - edges[e, 0]
        dy = edges[e, 3] - edges[e, 1]
        length = math.sqrt(dx * dx + dy * dy)
        share = 1.0 / length if length > 1e-9 else 0.0
        out[e, 0] = edges[e, 0]
        out[e, 1] = edges[e, 1]
        out[e, 2] = dx * share
        out[e, 3] = dy * share
        out[e, 4] = length if share > 0.0 else -1.0
    return out


@kernel
def signed_distances(
    places: Floats, lines: Floats, grid: Grid, reach: float, blind: float, distances: Floats
) -> None:
    """Find how far places are from the nearest of ``directed`` edges.

    Parameters
    ----------
    places : (n, 3) float64
        Middle and length of each piece of one way.
    reach : float
        By which the edges of the grid are widened: what is farther away counts as infinitely far.
    blind : float
        Nobody needs to know what is farther away than this: it may count as infinitely far, too.
    distances : (n,) float64
        Filled: positive to the left of the edge. At a corner both edges are equally near; the one the place
        lies farther aside of tells the side.
    """
    frame, columns, rows, offsets, members = grid
    # How far one may go on from the last place without coming so near to an edge that it matters.
    free = 0.0
    for i in range(places.shape[0]):
        distances[i] = np.inf
        if i > 0:
            free -= 0.5 * (places[i - 1, 2] + places[i, 2])
        if free > 0.0:
            continue
        x, y = places[i, 0], places[i, 1]
        u = (x - frame[0]) / frame[2]
        v = (y - frame[1]) / frame[2]
        best = 1e300
        side = 0.0
        if u >= 0.0 and v >= 0.0 and u < columns and v < rows:
            c = int(v) * columns + int(u)
            for k in range(offsets[c], offsets[c + 1]):
                e = members[k]
                px = x - lines[e, 0]
                py = y - lines[e, 1]
                aside = lines[e, 2] * py - lines[e, 3] * px
                d2 = aside * aside
                if d2 > best + 1e-9 or lines[e, 4] < 0.0:
                    continue
                along = px * lines[e, 2] + py * lines[e, 3]
                if along < 0.0:
                    d2 += along * along
                elif along > lines[e, 4]:
                    d2 += (along - lines[e, 4]) * (along - lines[e, 4])
                if d2 > best + 1e-9:
                    continue
                if d2 < best - 1e-9 or abs(aside) > abs(side):
                    side = aside
                best = min(best, d2)
        distance = math.sqrt(best)
        if distance > reach:
            free = reach - blind
        else:
            distances[i] = distance if side > 0.0 else -distance
