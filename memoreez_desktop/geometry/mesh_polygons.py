"""Polygons to triangles: a fan where that lies inside, ears where the outline turns back on itself.

Source of the ears: G. H. Meisters, "Polygons Have Ears" (1975).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel

_MOST_CORNERS_FOR_EARS = 2_000
"""The search for ears takes the square of the corners, and more than this no face of a model has."""

Corners = NDArray[np.int32]


def triangles_of(points: NDArray[np.float32], corners: Corners, sizes: Corners) -> Corners:
    """Cut polygons into triangles.

    Parameters
    ----------
    points : (n, 3) float32
    corners : (sum of sizes,) int32
        Polygon after polygon; every one inside ``points``.
    sizes : (p,) int32
        Corners of each polygon; what has fewer than three makes no triangle.

    Returns
    -------
    (m, 3) int32
        In the order of the polygons, wound as they are.
    """
    if not len(sizes):
        return np.zeros((0, 3), dtype=np.int32)
    if sizes.min() == 3 == sizes.max():
        return corners.reshape(-1, 3)
    return _cut(points, corners, sizes, int(np.maximum(sizes.astype(np.int64) - 2, 0).sum()))


@kernel
def _cut(points: NDArray[np.float32], corners: Corners, sizes: Corners, count: int) -> Corners:
    triangles = np.empty((count, 3), dtype=np.int32)
    made, begin = 0, 0
    flat = np.empty((_MOST_CORNERS_FOR_EARS, 2))
    for size in sizes:
        polygon = corners[begin : begin + size]
        begin += size
        if size < 3:
            continue
        if 3 < size <= _MOST_CORNERS_FOR_EARS and _is_concave(points, polygon, flat):
            _ears(polygon, flat, triangles[made : made + size - 2])
        else:
            for k in range(size - 2):
                triangles[made + k, 0] = polygon[0]
                triangles[made + k, 1] = polygon[k + 1]
                triangles[made + k, 2] = polygon[k + 2]
        made += size - 2
    return triangles


@kernel
def _is_concave(points: NDArray[np.float32], polygon: Corners, flat: NDArray[np.float64]) -> bool:
    """Lay a polygon into the plane it faces most, counter-clockwise, and tell whether a corner turns back."""
    size = len(polygon)
    normal = np.zeros(3)
    for k in range(size):
        one, other = points[polygon[k]], points[polygon[(k + 1) % size]]
        for axis in range(3):
            u, v = (axis + 1) % 3, (axis + 2) % 3
            normal[axis] += (float(one[u]) - other[u]) * (float(one[v]) + other[v])
    axis = int(np.argmax(np.abs(normal)))
    u, v = (axis + 1) % 3, (axis + 2) % 3
    if normal[axis] < 0:
        u, v = v, u
    for k in range(size):
        flat[k, 0], flat[k, 1] = points[polygon[k], u], points[polygon[k], v]
    concave = False
    for k in range(size):
        concave = concave or _turn(flat, (k - 1) % size, k, (k + 1) % size) < 0
    return concave


@kernel
def _turn(flat: NDArray[np.float64], a: int, b: int, c: int) -> float:
    """Twice the area of a triangle, above 0 when it turns left."""
    return float(
        (flat[b, 0] - flat[a, 0]) * (flat[c, 1] - flat[a, 1])
        - (flat[b, 1] - flat[a, 1]) * (flat[c, 0] - flat[a, 0])
    )


@kernel
def _ears(polygon: Corners, flat: NDArray[np.float64], triangles: Corners) -> None:
    left = np.arange(len(polygon))
    count, made, at, tried = len(polygon), 0, 0, 0
    while count > 3:
        a, b, c = left[(at - 1) % count], left[at % count], left[(at + 1) % count]
        # A polygon that crosses itself may have no ear: then any corner is cut, so that it ends.
        if tried > count or _is_ear(flat, left[:count], a, b, c):
            triangles[made, 0], triangles[made, 1], triangles[made, 2] = polygon[a], polygon[b], polygon[c]
            made += 1
            for k in range(at % count, count - 1):
                left[k] = left[k + 1]
            count, tried = count - 1, 0
            at = at % count
        else:
            at, tried = (at + 1) % count, tried + 1
    triangles[made, 0], triangles[made, 1], triangles[made, 2] = (
        polygon[left[0]],
        polygon[left[1]],
        polygon[left[2]],
    )


@kernel
def _is_ear(flat: NDArray[np.float64], left: NDArray[np.int64], a: int, b: int, c: int) -> bool:
    if _turn(flat, a, b, c) <= 0:
        return False
    for k in left:
        if k in (a, b, c):
            continue
        if _turn(flat, a, b, k) >= 0 and _turn(flat, b, c, k) >= 0 and _turn(flat, c, a, k) >= 0:
            return False
    return True
