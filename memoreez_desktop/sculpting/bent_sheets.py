"""Sheets bent about an upright line: a curved panel on its foot, and a ring without end.

Closed by the way they are numbered, as flat sheets are. The smooth back gets vertices only in the rows
where it bends, so a bent panel has hardly more triangles than a flat one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.sculpting.sheets import Grid, Index, climbs_less, grid_faces

_SAME_MM = 1e-5


def bent_sheet(x_mm: Grid, y_mm: Grid, front_mm: Grid, back_mm: Grid, radius_mm: float) -> MeshModel:
    """Stand a sheet up and bend it about the z axis, its sculpted side outwards, its middle towards -y.

    Parameters
    ----------
    x_mm : (h, w) float32
        Rising along every row; measured along the bend.
    y_mm : (h,) float32
        Falling from row to row: becomes z.
    front_mm : (h, w) float32
        Outwards from the radius.
    back_mm : (h,) float32
        Below the front everywhere.
    radius_mm : float
        Of the bend, where front and back are 0.
    """
    h, w = front_mm.shape
    rows = _bending_rows(x_mm, back_mm)
    turn = x_mm / np.float32(radius_mm)
    front = _on_cylinder(turn, radius_mm + front_mm, y_mm)
    back = _on_cylinder(turn[rows], np.tile((radius_mm + back_mm[rows])[:, None], (1, w)), y_mm[rows])
    index = np.arange(h * w, dtype=np.int32).reshape(h, w)
    low = h * w + np.arange(len(rows) * w, dtype=np.int32).reshape(-1, w)
    faces = [
        grid_faces(climbs_less(front_mm), index),
        _underside(low),
        *_ends(index, low),
        _side(low[:, 0], index[:, 0], rows),
        _side(low[:, -1], index[:, -1], rows)[:, ::-1],
    ]
    return MeshModel(np.concatenate([front, back]), np.concatenate(faces).astype(np.int32))


def bent_ring(y_mm: Grid, front_mm: Grid, radius_mm: float, floor_mm: float = 0.0) -> MeshModel:
    """Stand a sheet up and close it to a tube about the z axis, its middle towards -y.

    Parameters
    ----------
    y_mm : (h,) float32
        Falling to 0: becomes z.
    front_mm : (h, w) float32
        Outwards from the radius; the last column is the neighbour of the first.
    radius_mm : float
        Of the smooth inside.
    floor_mm : float
        Thickness of a floor; 0 leaves the tube open below.
    """
    h, w = front_mm.shape
    turn = ((np.arange(w) + 0.5) / w * 2 - 1) * np.pi
    front = _on_cylinder(np.tile(turn, (h, 1)), radius_mm + front_mm, y_mm)
    inside = _on_cylinder(np.tile(turn, (2, 1)), np.full((2, w), radius_mm), np.array([y_mm[0], floor_mm]))
    index = np.arange(h * w, dtype=np.int32).reshape(h, w)
    low = h * w + np.arange(2 * w, dtype=np.int32).reshape(2, w)
    index, low = (np.column_stack([grid, grid[:, :1]]) for grid in (index, low))
    closed = np.column_stack([front_mm, front_mm[:, :1]])
    top, bottom = _ends(index, low)
    vertices, faces = [front, inside], [grid_faces(climbs_less(closed), index), _underside(low), top]
    if floor_mm > 0:
        hub = np.array([(h + 2) * w, (h + 2) * w + 1], dtype=np.int32)
        vertices.append(np.array([[0, 0, 0], [0, 0, floor_mm]], dtype=np.float32))
        faces += [_fan(index[-1, ::-1], hub[0]), _fan(low[1], hub[1])]
    else:
        faces.append(bottom)
    return MeshModel(np.concatenate(vertices), np.concatenate(faces).astype(np.int32))


def _on_cylinder(turn: NDArray[np.float64] | Grid, reach_mm: Grid, z_mm: Grid) -> Grid:
    z = np.broadcast_to(z_mm[:, None], turn.shape)
    places = np.stack([reach_mm * np.sin(turn), -reach_mm * np.cos(turn), z], -1)
    return places.reshape(-1, 3).astype(np.float32)


def _bending_rows(x_mm: Grid, back_mm: Grid) -> NDArray[np.int64]:
    """Rows of the back that are needed: the others lie on straight lines between them."""
    shape = np.column_stack([x_mm[:, 0], x_mm[:, -1], back_mm])
    moves = np.abs(np.diff(shape, axis=0)).max(axis=1) > _SAME_MM
    needed = np.ones(len(shape), dtype=bool)
    needed[1:-1] = moves[:-1] | moves[1:]
    return np.flatnonzero(needed)


def _underside(low: Index) -> Index:
    flat = np.ones((low.shape[0] - 1, low.shape[1] - 1), dtype=bool)
    return grid_faces(flat, low)[:, ::-1]


def _ends(index: Index, low: Index) -> tuple[Index, Index]:
    """Fill the upper and the lower end between front and back."""
    ends = []
    for edge, under in ((index[0], low[0]), (index[-1, ::-1], low[-1, ::-1])):
        first = np.column_stack([under[:-1], edge[:-1], edge[1:]])
        second = np.column_stack([under[:-1], edge[1:], under[1:]])
        ends.append(np.concatenate([first, second]).astype(np.int32))
    return ends[0], ends[1]


def _side(back: Index, front: Index, rows: NDArray[np.int64]) -> Index:
    """Fill the left side between a back of few vertices, in the given rows, and a front of all."""
    step = np.arange(len(front) - 1)
    hub = back[np.searchsorted(rows, step, side="right") - 1]
    fans = np.column_stack([hub, front[1:], front[:-1]])
    closing = np.column_stack([back[:-1], back[1:], front[rows[1:]]])
    return np.concatenate([fans, closing]).astype(np.int32)


def _fan(edge: Index, hub: np.int32) -> Index:
    return np.column_stack([np.full(len(edge) - 1, hub), edge[:-1], edge[1:]]).astype(np.int32)
