"""Reliefs: a grid of heights becomes a closed solid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.raster import Raster
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.geometry.solids import Solid, extrude, to_solid

Heights = NDArray[np.float32]


def heightfield_solid(
    top_mm: Heights,
    pitch_mm: float,
    *,
    x0_mm: float = 0.0,
    y0_mm: float = 0.0,
    bottom_mm: float | Heights = 0.0,
) -> MeshModel:
    """Close the space between a grid of heights and a floor.

    Parameters
    ----------
    top_mm : (h, w) float32
        One vertex a value; row 0 has the largest y.
    pitch_mm : float
        Distance of neighbours.
    x0_mm, y0_mm : float
        Position of the last row's first vertex.
    bottom_mm : float or (h, w) float32
        A level floor (few triangles), or a second grid below the first.

    Raises
    ------
    MeshError
        Fewer than 2 × 2 values, a value that is no number, or a top that touches its floor.
    """
    top = np.ascontiguousarray(top_mm, dtype=np.float32)
    _refuse_bad_heights(top, bottom_mm)
    h, w = top.shape
    x = np.float32(x0_mm) + np.arange(w, dtype=np.float32) * np.float32(pitch_mm)
    y = np.float32(y0_mm) + np.arange(h - 1, -1, -1, dtype=np.float32) * np.float32(pitch_mm)
    surface = np.empty((h, w, 3), dtype=np.float32)
    surface[..., 0] = x
    surface[..., 1] = y[:, None]
    surface[..., 2] = top
    index = np.arange(h * w, dtype=np.int32).reshape(h, w)
    rim = np.concatenate([index[0, :-1], index[:-1, -1], index[-1, :0:-1], index[:0:-1, 0]])
    faces = _grid_faces(top, index)
    if np.ndim(bottom_mm) == 0:
        floor = surface.reshape(-1, 3)[rim].copy()
        floor[:, 2] = bottom_mm
        centre = np.array([[(x[0] + x[-1]) / 2, (y[0] + y[-1]) / 2, bottom_mm]], dtype=np.float32)
        low = h * w + np.arange(len(rim), dtype=np.int32)
        hub = np.full(len(rim), h * w + len(rim), dtype=np.int32)
        under = np.column_stack([low, np.roll(low, -1), hub])
        vertices = np.concatenate([surface.reshape(-1, 3), floor, centre])
    else:
        floor = surface.copy()
        floor[..., 2] = bottom_mm
        low = rim + h * w
        under = faces[:, ::-1] + h * w
        vertices = np.concatenate([surface.reshape(-1, 3), floor.reshape(-1, 3)])
    after, low_after = np.roll(rim, -1), np.roll(low, -1)
    walls = [np.column_stack([rim, after, low_after]), np.column_stack([rim, low_after, low])]
    return MeshModel(vertices, np.concatenate([faces, under, *walls]).astype(np.int32))


def _refuse_bad_heights(top: Heights, bottom_mm: float | Heights) -> None:
    enough = top.ndim == 2 and min(top.shape, default=0) >= 2
    if not enough or not np.isfinite(top).all() or not bool((top > bottom_mm).all()):
        raise MeshError(
            say("The relief has places without thickness."),
            say("Choose another photo or a thicker base."),
        )


def _grid_faces(top: Heights, index: NDArray[np.int32]) -> NDArray[np.int32]:
    """Split every cell along the diagonal that climbs less, which keeps slanting edges free of saw teeth."""
    a, b = index[:-1, :-1].ravel(), index[:-1, 1:].ravel()
    d, c = index[1:, :-1].ravel(), index[1:, 1:].ravel()
    falling = np.abs(top[:-1, :-1] - top[1:, 1:]) <= np.abs(top[:-1, 1:] - top[1:, :-1])
    along_ac = falling.ravel()
    faces = np.empty((2, len(a), 3), dtype=np.int32)
    faces[0, :, 0], faces[0, :, 1] = a, d
    faces[0, :, 2] = np.where(along_ac, c, b)
    faces[1, :, 0] = np.where(along_ac, a, b)
    faces[1, :, 1] = np.where(along_ac, c, d)
    faces[1, :, 2] = np.where(along_ac, b, c)
    return faces.reshape(-1, 3)


def heightfield_cut(raster: Raster, outline: Shape, *, bottom_mm: float | Heights = 0.0) -> Solid:
    """Cut a relief along an exact outline.

    The whole rectangle of heights is intersected with the extruded outline: the edge is as smooth as the
    outline, where cutting out pixels would leave stairs and pinched vertices.

    Raises
    ------
    MeshError
        The heights are no relief, or nothing is left inside the outline.
    """
    mesh = heightfield_solid(
        raster.values, raster.pitch_mm, x0_mm=raster.x0_mm, y0_mm=raster.y0_mm, bottom_mm=bottom_mm
    )
    low, high = float(mesh.bounds_mm[0, 2]), float(mesh.bounds_mm[1, 2])
    # One mm beyond both sides, so that no face of the cutter lies in a face of the relief.
    cutter = extrude(outline, high - low + 2.0, low - 1.0)
    result = to_solid(mesh) ^ cutter
    if result.is_empty():
        raise MeshError(say("Nothing of the relief lies inside its outline."), say("Choose another shape."))
    return result
