"""Closed sheets of plastic with a sculpted front: rectangular ones, and round or heart-shaped ones.

Both are closed by the way they are numbered; no boolean is needed, so nothing can come apart and a draft
costs milliseconds. All coordinates are those of a sheet lying on the bed, sculpted side up;
:func:`stood_up` turns it to stand with the sculpted side towards -y.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel

Grid = NDArray[np.float32]
Index = NDArray[np.int32]


def rectangular_sheet(x_mm: Grid, y_mm: Grid, front_mm: Grid, back_mm: Grid) -> MeshModel:
    """Close a rectangular grid of heights over a back that is the same along every row.

    Parameters
    ----------
    x_mm : (h, w) float32
        Rising along every row; rows may differ, as round corners need.
    y_mm : (h,) float32
        Falling from row to row.
    front_mm : (h, w) float32
        Even along the first and along the last row.
    back_mm : (h,) float32
        Below the front everywhere.
    """
    h, w = front_mm.shape
    front = np.stack([x_mm, np.broadcast_to(y_mm[:, None], (h, w)), front_mm], -1).reshape(-1, 3)
    left = np.column_stack([x_mm[:, 0], y_mm, back_mm])
    right = np.column_stack([x_mm[:, -1], y_mm, back_mm])
    index = np.arange(h * w, dtype=np.int32).reshape(h, w)
    low_left = h * w + np.arange(h, dtype=np.int32)
    low_right = low_left + h
    faces = [
        grid_faces(climbs_less(front_mm), index),
        _strip(low_right, low_left),
        _strip(low_left, index[:, 0]),
        _strip(index[:, -1], low_right),
        _end(index[0], low_left[0], low_right[0]),
        _end(index[-1, ::-1], low_right[-1], low_left[-1]),
    ]
    return MeshModel(np.concatenate([front, left, right]).astype(np.float32), np.concatenate(faces))


def climbs_less(height_mm: Grid) -> NDArray[np.bool_]:
    """Tell for every cell of a grid whether it is flatter along its falling diagonal."""
    falling = np.abs(height_mm[:-1, :-1] - height_mm[1:, 1:])
    return np.asarray(falling <= np.abs(height_mm[:-1, 1:] - height_mm[1:, :-1]))


def grid_faces(falling: NDArray[np.bool_], index: Index) -> Index:
    """Split the cells of a numbered grid, each along its falling diagonal or along the other.

    Row 0 is the one with the largest y; the faces look up.
    """
    a, b = index[:-1, :-1].ravel(), index[:-1, 1:].ravel()
    d, c = index[1:, :-1].ravel(), index[1:, 1:].ravel()
    along_ac = falling.ravel()
    faces = np.empty((2, len(a), 3), dtype=np.int32)
    faces[0, :, 0], faces[0, :, 1], faces[0, :, 2] = a, d, np.where(along_ac, c, b)
    faces[1, :, 0], faces[1, :, 1] = np.where(along_ac, a, b), np.where(along_ac, c, d)
    faces[1, :, 2] = np.where(along_ac, b, c)
    return faces.reshape(-1, 3)


def _strip(left: Index, right: Index) -> Index:
    """Fill between two lines of vertices that run side by side, downwards as seen from outside."""
    first = np.column_stack([left[:-1], left[1:], right[1:]])
    second = np.column_stack([left[:-1], right[1:], right[:-1]])
    return np.concatenate([first, second]).astype(np.int32)


def _end(edge: Index, near: np.int32, far: np.int32) -> Index:
    """Fan the flat end between an edge of the front and the two corners of the back."""
    hub = np.full(len(edge) - 1, near, dtype=np.int32)
    fan = np.column_stack([hub, edge[:-1], edge[1:]])
    return np.concatenate([fan, [[near, edge[-1], far]]]).astype(np.int32)


def stood_up(mesh: MeshModel) -> MeshModel:
    """Turn a lying sheet to stand: its y becomes z, its sculpted side looks towards -y."""
    x, y, z = mesh.vertices.T
    return MeshModel(np.column_stack([x, -z, y]), mesh.faces)
