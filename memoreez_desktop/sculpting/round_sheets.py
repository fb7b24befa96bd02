"""A sheet with a round, heart-shaped or any other star-shaped outline, closed by its numbering.

The middle is a square grid whose concentric squares are blown up into scaled copies of the outline; rings
follow round it. So the outline is as smooth as it was drawn and every moulding runs exactly along it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.sculpting.sheets import climbs_less, grid_faces

Points = NDArray[np.float64]
Grid = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class RoundGrid:
    """Where the vertices of a round sheet stand.

    Attributes
    ----------
    field_mm : (2 m + 1, 2 m + 1, 2) float64
        Inside the inner outline; row 0 is at the top.
    rings_mm : (r, 8 m, 2) float64
        Round it, anticlockwise, from within; the innermost ring is not the field's own edge.
    """

    field_mm: Points
    rings_mm: Points


def round_grid(inner: Shape, outer: Shape, ring_shares: NDArray[np.float64], cells: int) -> RoundGrid:
    """Lay a grid over a star-shaped outline and rings between it and a wider one.

    Parameters
    ----------
    inner, outer : Shape
        Each one contour that is seen whole from the origin.
    ring_shares : (r,) float64
        Where the rings lie between inner (0) and outer (1), rising; the last is 1.
    cells : int
        Cells from the origin to the outline.
    """
    around = 8 * cells
    edge = _evenly_along(_outline(inner), around)
    angle = np.arctan2(edge[:, 1], edge[:, 0])
    reach = np.hypot(edge[:, 0], edge[:, 1])
    outer_reach = _reach_at(_outline(outer), angle)
    radii = reach + np.asarray(ring_shares)[:, None] * (outer_reach - reach)
    rings = np.stack([radii * np.cos(angle), radii * np.sin(angle)], -1)
    row, column = np.mgrid[0 : 2 * cells + 1, 0 : 2 * cells + 1]
    right, up = column - cells, cells - row
    level, place = np.maximum(np.abs(right), np.abs(up)), _place_on_square(right, up)
    # Position on the outline in steps of its own vertices, interpolated linearly between them.
    at = place / np.maximum(8 * level, 1) * around
    low = np.floor(at).astype(np.int64)
    share = (at - low)[..., None]
    on_edge = edge[low % around] * (1 - share) + edge[(low + 1) % around] * share
    return RoundGrid(on_edge * (level / cells)[..., None], rings)


def _place_on_square(right: NDArray[np.int64], up: NDArray[np.int64]) -> NDArray[np.int64]:
    """Count along every concentric square, anticlockwise, from the middle of its right side."""
    level = np.maximum(np.abs(right), np.abs(up))
    on_right, on_top = right == level, up == level
    on_left = -right == level
    return np.select(
        [on_right & (up < level), on_top & (-right < level), on_left & (-up < level)],
        [up % np.maximum(8 * level, 1), 2 * level - right, 4 * level - up],
        6 * level + right,
    )


def _outline(shape: Shape) -> Points:
    """Take the longest contour, anticlockwise from the direction of x, finely cut."""
    contour = max((np.asarray(ring) for ring in shape.to_polygons()), key=len)
    closed = np.vstack([contour, contour[:1]])
    length = np.r_[0, np.cumsum(np.hypot(*np.diff(closed, axis=0).T))]
    fine = np.linspace(0, length[-1], max(2000, 4 * len(contour)), endpoint=False)
    points = np.column_stack([np.interp(fine, length, closed[:, axis]) for axis in (0, 1)])
    turn = np.unwrap(np.arctan2(points[:, 1], points[:, 0]))
    if turn[-1] < turn[0]:
        points = points[::-1]
    start = int(np.argmin(np.abs(np.arctan2(points[:, 1], points[:, 0]))))
    return np.roll(points, -start, axis=0)


def _evenly_along(outline: Points, count: int) -> Points:
    """Step along an outline evenly, the eighths at fixed angles.

    The angles are those of the square's corners and sides, so that a symmetric outline gets a symmetric grid
    and a photo is bent as little as can be.
    """
    angle = np.unwrap(np.arctan2(outline[:, 1], outline[:, 0]))
    length = np.r_[0, np.cumsum(np.hypot(*np.diff(outline, axis=0).T))]
    whole = length[-1] + float(np.hypot(*(outline[0] - outline[-1])))
    angle = np.r_[angle, angle[0] + 2 * np.pi]
    length = np.r_[length, whole]
    eighth = angle[0] + np.arange(9) * np.pi / 4
    stops = np.interp(eighth, np.maximum.accumulate(angle), length)
    stops[0], stops[-1] = 0, whole
    at = np.interp(np.arange(count) / count * 8, np.arange(9), stops)
    closed = np.vstack([outline, outline[:1]])
    return np.column_stack([np.interp(at, length, closed[:, axis]) for axis in (0, 1)])


def _reach_at(outline: Points, angle: Points) -> Points:
    turn = np.unwrap(np.arctan2(outline[:, 1], outline[:, 0])) % (2 * np.pi)
    order = np.argsort(turn, kind="stable")
    reach = np.hypot(outline[:, 0], outline[:, 1])
    return np.interp(angle % (2 * np.pi), turn[order], reach[order], period=2 * np.pi)


def round_sheet(grid: RoundGrid, field_mm: Grid, ring_heights_mm: Grid, back_mm: float) -> MeshModel:
    """Close a round sheet over a level back.

    Parameters
    ----------
    grid : RoundGrid
    field_mm : (2 m + 1, 2 m + 1) float32
        Heights of the field.
    ring_heights_mm : (r,) or (r, 8 m) float32
        Heights of the rings.
    back_mm : float
    """
    side = len(field_mm)
    cells, around = side // 2, 8 * (side // 2)
    index = np.arange(side * side, dtype=np.int32).reshape(side, side)
    edge = _edge_index(index, cells)
    count = len(grid.rings_mm)
    ring_index = side * side + np.arange(count * around, dtype=np.int32).reshape(count, around)
    heights = np.broadcast_to(np.asarray(ring_heights_mm, np.float32).reshape(count, -1), (count, around))
    floor = ring_index[-1] + around
    hub = np.full(around, floor[-1] + 1, dtype=np.int32)
    loops = [edge, *ring_index, floor]
    walls = [_band(inside, outside) for inside, outside in pairwise(loops)]
    under = np.column_stack([np.roll(floor, -1), floor, hub])
    vertices = np.concatenate(
        [
            np.dstack([grid.field_mm, field_mm]).reshape(-1, 3),
            np.dstack([grid.rings_mm, heights]).reshape(-1, 3),
            np.column_stack([grid.rings_mm[-1], np.full(around, back_mm)]),
            [[0.0, 0.0, back_mm]],
        ]
    )
    faces = np.concatenate([grid_faces(_diagonals(grid.field_mm, field_mm), index), *walls, under])
    return MeshModel(vertices.astype(np.float32), faces.astype(np.int32))


def _diagonals(places: Points, field_mm: Grid) -> NDArray[np.bool_]:
    """Prefer the diagonal that climbs less, but never one that leaves its cell or flattens a triangle.

    Where a corner of the square lies on a straight or dented outline, only one diagonal will do.
    """
    a, b, c, d = places[:-1, :-1], places[:-1, 1:], places[1:, 1:], places[1:, :-1]
    least = 0.05 * (_turn(a, d, c) + _turn(a, c, b))
    falling_fits = np.minimum(_turn(a, d, c), _turn(a, c, b)) > least
    rising_fits = np.minimum(_turn(a, d, b), _turn(b, d, c)) > least
    return np.asarray(falling_fits & (climbs_less(field_mm) | ~rising_fits))


def _turn(a: Points, b: Points, c: Points) -> Points:
    one, two = b - a, c - a
    return np.asarray(one[..., 0] * two[..., 1] - one[..., 1] * two[..., 0])


def _edge_index(index: NDArray[np.int32], cells: int) -> NDArray[np.int32]:
    """Walk the border of the numbered square anticlockwise from the middle of its right side."""
    border = np.concatenate([index[::-1, -1][:-1], index[0, ::-1][:-1], index[:, 0][:-1], index[-1, :-1]])
    return np.roll(border, -cells)


def _band(inside: NDArray[np.int32], outside: NDArray[np.int32]) -> NDArray[np.int32]:
    after_in, after_out = np.roll(inside, -1), np.roll(outside, -1)
    return np.concatenate(
        [np.column_stack([inside, outside, after_out]), np.column_stack([inside, after_out, after_in])]
    )
