"""The place in a flat shape that is furthest from its outline."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.shapes import Shape, bounds, circle, offset

_SEGMENTS = 32
_ROUNDS = 14


def deepest_point(shape: Shape) -> tuple[NDArray[np.float64], float]:
    """Find the middle of the largest disc that lies in a shape.

    Returns
    -------
    point : (2,) float64, mm
        Good to about 1 % of the disc; where several are as large, the one nearest to the middle of the
        shape's box. Whole µm: the order in which a shape was made leaves no trace.
    radius_mm : float
        Of the disc, a little less than the largest.

    Raises
    ------
    MeshError
        The shape is empty.
    """
    x0, y0, x1, y1 = bounds(shape)
    low, high = 0.0, min(x1 - x0, y1 - y0) / 2 + 1e-6
    inner = shape
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        smaller = offset(shape, -middle, segments=_SEGMENTS)
        if smaller.is_empty():
            high = middle
        else:
            low, inner = middle, smaller
        if high - low < 0.005 * high:
            break
    middles = [np.concatenate(part.to_polygons()).mean(axis=0) for part in inner.decompose()]
    return _nearest(middles, np.array([x0 + x1, y0 + y1]) / 2), low


def deepest_points(shape: Shape, count: int, apart_mm: float) -> list[NDArray[np.float64]]:
    """Choose up to ``count`` places deep in a shape, no two nearer to each other than ``apart_mm``."""
    found: list[NDArray[np.float64]] = []
    while len(found) < count and not shape.is_empty():
        point, _ = deepest_point(shape)
        found.append(point)
        shape = shape - circle(apart_mm, _SEGMENTS).translate((float(point[0]), float(point[1])))
    return found


def _nearest(points: list[NDArray[np.float64]], middle: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the point nearest to a middle; of those as near, the one furthest back, then furthest left."""
    rounded = [np.round(point, 3) for point in points]
    return min(rounded, key=lambda p: (round(float(np.hypot(*(p - middle))), 2), -float(p[1]), float(p[0])))
