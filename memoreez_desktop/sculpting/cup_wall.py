"""A wall that closes on itself, with pictures in relief round it: one mesh, no booleans."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.inflation import soft_relief
from memoreez_desktop.geometry.lofting import loft_bands, loft_faces
from memoreez_desktop.geometry.raster import rasterise
from memoreez_desktop.geometry.shapes import Shape, offset

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
_SLOPE_PX = 0.8


@dataclass(frozen=True, eq=False)
class Outline:
    """A closed convex curve in even steps, from the front (-y) anticlockwise seen from above.

    Attributes
    ----------
    points_mm, normals : (n, 2) float64
        Where the wall stands, and where it faces.
    step_mm : float
        Along the curve from point to point.
    """

    points_mm: F64
    normals: F64
    step_mm: float

    @property
    def length_mm(self) -> float:
        """Once round."""
        return self.step_mm * len(self.points_mm)


def even_outline(shape: Shape, pitch_mm: float) -> Outline:
    """Walk round a convex shape with rounded corners."""
    ring = np.asarray(max(shape.to_polygons(), key=len), dtype=np.float64)
    closed = np.vstack([ring, ring[:1]])
    length = np.r_[0.0, np.cumsum(np.hypot(*np.diff(closed, axis=0).T))]
    # The front: where the curve crosses x = 0 below.
    fine = np.linspace(0.0, length[-1], 20000, endpoint=False)
    x, y = (np.interp(fine, length, closed[:, axis]) for axis in (0, 1))
    start = fine[int(np.argmin(np.abs(x) + 1e3 * (y > 0)))]
    count = 8 * max(8, round(length[-1] / pitch_mm / 8))
    at = (start + np.arange(count) * length[-1] / count) % length[-1]
    points = np.column_stack([np.interp(at, length, closed[:, axis]) for axis in (0, 1)])
    along = np.roll(points, -1, axis=0) - np.roll(points, 1, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    return Outline(points, np.column_stack([along[:, 1], -along[:, 0]]), length[-1] / count)


class WallRelief:
    """Heights over an unrolled wall; what is put on it goes round the seam.

    Parameters
    ----------
    outline : Outline
    height_mm : float
    """

    def __init__(self, outline: Outline, height_mm: float) -> None:
        self._step_mm = outline.step_mm
        self._rows = round(height_mm / outline.step_mm) + 1
        self._row_mm = height_mm / (self._rows - 1)
        self.heights_mm: F32 = np.zeros((self._rows, len(outline.points_mm)), dtype=np.float32)
        """(rows, n): row 0 is the foot."""

    @property
    def rows_mm(self) -> F64:
        """(rows,): height of every row above the foot."""
        return np.arange(self._rows, dtype=np.float64) * self._row_mm

    def cushion(self, shape: Shape, along_mm: float, up_mm: float, depth_mm: float, edge_mm: float) -> None:
        """Put an inflated picture, its origin ``along_mm`` right of the front and ``up_mm`` over the foot."""
        raster = rasterise(shape, self._step_mm, margin_mm=2.0)
        relief = soft_relief(raster.mask, self._step_mm, depth_mm, edge_mm) * raster.mask
        self._put(relief, raster.x0_mm + along_mm, raster.y0_mm + up_mm)

    def raise_flat(self, shape: Shape, along_mm: float, up_mm: float, height_mm: float) -> None:
        """Put a picture of even height."""
        raster = rasterise(shape, self._step_mm, margin_mm=2.0)
        self._put(raster.values * np.float32(height_mm), raster.x0_mm + along_mm, raster.y0_mm + up_mm)

    def mould(self, profile_mm: F64) -> None:
        """Raise whole rows, (rows,) mm: mouldings that go round."""
        self.heights_mm = np.maximum(self.heights_mm, profile_mm[:, None]).astype(np.float32)

    def lean(self, curve_mm: F64) -> None:
        """Move whole rows outwards with all that is on them, (rows,) mm."""
        self.heights_mm = (self.heights_mm + curve_mm[:, None]).astype(np.float32)

    def _put(self, relief: F32, x_mm: float, y_mm: float) -> None:
        soft = cv2.GaussianBlur(relief.astype(np.float32), (0, 0), _SLOPE_PX)
        columns, rows = self.heights_mm.shape[1], self.heights_mm.shape[0]
        first = round(y_mm / self._row_mm)
        place = (round(x_mm / self._step_mm) + np.arange(soft.shape[1])) % columns
        for row, line in enumerate(soft[::-1]):
            if 0 <= first + row < rows:
                here = self.heights_mm[first + row]
                here[place] = np.maximum(here[place], line)


def closed_cup(outline: Outline, relief: WallRelief, wall_mm: float, floor_mm: float) -> MeshModel:
    """Close a wall with a relief into a cup: outside, lip, smooth inside, floor.

    Parameters
    ----------
    wall_mm, floor_mm : float
        Thickness without the relief.
    """
    return _closed(outline, relief, wall_mm, floor_mm)


def closed_ring(outline: Outline, relief: WallRelief, wall_mm: float) -> MeshModel:
    """Close a wall with a relief into a ring, open at both ends."""
    return _closed(outline, relief, wall_mm, None)


def _closed(outline: Outline, relief: WallRelief, wall_mm: float, floor_mm: float | None) -> MeshModel:
    rows = relief.rows_mm
    count = len(outline.points_mm)
    outside = outline.points_mm + outline.normals * relief.heights_mm[..., None]
    inside = outline.points_mm - outline.normals * wall_mm
    levels = [np.column_stack([ring, np.full(count, z)]) for ring, z in zip(outside, rows, strict=True)]
    inner_low = 0.0 if floor_mm is None else floor_mm
    levels += [np.column_stack([inside, np.full(count, z)]) for z in (rows[-1], inner_low)]
    if floor_mm is None:
        index = np.arange(len(levels) * count, dtype=np.int32).reshape(len(levels), count)
        # The ring closes on itself: from the inside's lower edge back to the foot.
        faces = loft_bands(np.vstack([index, index[:1]]))
    else:
        levels.append(np.array([[0.0, 0.0, 0.0], [0.0, 0.0, inner_low]]))
        faces = loft_faces(len(levels) - 1, count)
    return MeshModel(np.vstack(levels).astype(np.float32), faces)


def regular(sides: int, width_mm: float, corner_mm: float) -> Shape:
    """Draw a regular polygon with a side in front and rounded corners, ``width_mm`` across in x."""
    angle = np.pi / 2 + np.pi / sides + np.arange(sides) * 2 * np.pi / sides
    corners = np.column_stack([np.cos(angle), np.sin(angle)])
    core = Shape([corners * 100.0])
    x0, _, x1, _ = core.bounds()
    factor = (width_mm - 2 * corner_mm) / (x1 - x0)
    return offset(core.scale((factor, factor)), corner_mm, segments=96)
