"""Which points lie in a shape."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel
from memoreez_desktop.geometry.shapes import Shape


def points_inside(points: NDArray[np.float64], shape: Shape) -> NDArray[np.bool_]:
    """Even-odd test of points against all rings of a shape.

    Parameters
    ----------
    points : (n, 2) float64, mm
    shape : Shape

    Returns
    -------
    (n,) bool
    """
    rings = shape.to_polygons()
    if not rings or not len(points):
        return np.zeros(len(points), dtype=bool)
    ends = np.cumsum([0, *(len(ring) for ring in rings)]).astype(np.int64)
    corners = np.concatenate(rings).astype(np.float64)
    return _inside(np.ascontiguousarray(points, dtype=np.float64), corners, ends)


@kernel
def _inside(
    points: NDArray[np.float64], corners: NDArray[np.float64], ends: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Count for each point the sides to its right; ``ends`` (k + 1,) cuts the corners into rings."""
    result = np.zeros(len(points), np.bool_)
    for ring in range(len(ends) - 1):
        first, last = ends[ring], ends[ring + 1]
        right = corners[first:last, 0].max()
        low, high = corners[first:last, 1].min(), corners[first:last, 1].max()
        for p in range(len(points)):
            x, y = points[p, 0], points[p, 1]
            if y < low or y > high or x > right:
                continue
            before = last - 1
            for at in range(first, last):
                y0, y1 = corners[before, 1], corners[at, 1]
                if (y0 > y) != (y1 > y):
                    x0, x1 = corners[before, 0], corners[at, 0]
                    if x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                        result[p] = not result[p]
                before = at
    return result
