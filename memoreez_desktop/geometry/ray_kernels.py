"""A tree of boxes over triangles, and rays through it, compiled.

The tree is built top-down: each box is halved in the middle of its longest side, or by count where all
centres lie on one side of that. Triangles are stored in the order of the leaves, so that rays sent in that
order find what they need still in the cache.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
I32 = NDArray[np.int32]

LEAF = 4
_DEPTH = 64
_EDGE = 1e-9


@kernel
def _bounds(corners: F32, order: I32, first: int, last: int, box: F32) -> None:
    """Box around the triangles ``order[first:last]``: box is (6,), low then high."""
    for k in range(3):
        box[k], box[3 + k] = np.float32(np.inf), np.float32(-np.inf)
    for i in range(first, last):
        t = order[i]
        for c in range(3):
            for k in range(3):
                value = corners[t, c, k]
                box[k] = min(box[k], value)
                box[3 + k] = max(box[3 + k], value)


@kernel
def _halve(centres: F32, order: I32, first: int, last: int) -> int:
    """Sort ``order[first:last]`` into two halves in place; return where the second begins."""
    axis, widest, middle = 0, np.float32(-1.0), np.float32(0.0)
    for k in range(3):
        low, high = np.float32(np.inf), np.float32(-np.inf)
        for i in range(first, last):
            value = centres[order[i], k]
            low, high = min(low, value), max(high, value)
        if high - low > widest:
            axis, widest, middle = k, high - low, (low + high) * np.float32(0.5)
    i, j = first, last - 1
    while i <= j:
        if centres[order[i], axis] <= middle:
            i += 1
        else:
            order[i], order[j] = order[j], order[i]
            j -= 1
    return i if first < i < last else (first + last) // 2


@kernel
def build_tree(corners: F32, centres: F32) -> tuple[I32, F32, I32, int]:
    """Build the tree.

    Parameters
    ----------
    corners : (m, 3, 3) float32
    centres : (m, 3) float32

    Returns
    -------
    order : (m,) int32
        Triangles by leaf.
    boxes : (n, 6) float32
    links : (n, 2) int32
        Of a branch: its two children, both > 0. Of a leaf: minus its first place in ``order`` less one,
        and how many.
    count : int
        How many boxes are used.
    """
    total = len(corners)
    order = np.arange(total).astype(np.int32)
    boxes = np.empty((2 * total, 6), np.float32)
    links = np.empty((2 * total, 2), np.int32)
    stack = np.empty((_DEPTH * 2, 3), np.int32)
    stack[0, 0], stack[0, 1], stack[0, 2] = 0, 0, total
    waiting, count = 1, 1
    while waiting:
        waiting -= 1
        node, first, last = stack[waiting, 0], stack[waiting, 1], stack[waiting, 2]
        _bounds(corners, order, first, last, boxes[node])
        if last - first <= LEAF or waiting >= 2 * _DEPTH - 2:
            links[node, 0], links[node, 1] = -first - 1, last - first
            continue
        half = _halve(centres, order, first, last)
        links[node, 0], links[node, 1] = count, count + 1
        stack[waiting, 0], stack[waiting, 1], stack[waiting, 2] = count, first, half
        stack[waiting + 1, 0], stack[waiting + 1, 1], stack[waiting + 1, 2] = count + 1, half, last
        waiting += 2
        count += 2
    return order, boxes, links, count


@kernel
def _enters(box: F32, origin: F64, inverse: F64, nearest: float) -> float:
    """Distance at which a ray enters a box; infinity when it does not before ``nearest``."""
    low, high = 0.0, nearest
    for k in range(3):
        a = (box[k] - origin[k]) * inverse[k]
        b = (box[3 + k] - origin[k]) * inverse[k]
        low, high = max(low, min(a, b)), min(high, max(a, b))
    return low if low <= high else np.inf


@kernel
def _meets(corner: F32, origin: F64, way: F64) -> float:
    """Distance along a ray to a triangle that it leaves through; infinity when there is none."""
    ax, ay, az = np.float64(corner[0, 0]), np.float64(corner[0, 1]), np.float64(corner[0, 2])
    ux, uy, uz = corner[1, 0] - ax, corner[1, 1] - ay, corner[1, 2] - az
    vx, vy, vz = corner[2, 0] - ax, corner[2, 1] - ay, corner[2, 2] - az
    px, py, pz = way[1] * vz - way[2] * vy, way[2] * vx - way[0] * vz, way[0] * vy - way[1] * vx
    # Minus the spat product: positive where the triangle looks along the ray.
    facing = -(ux * px + uy * py + uz * pz)
    if facing <= 0.0:
        return np.inf
    sx, sy, sz = origin[0] - ax, origin[1] - ay, origin[2] - az
    u = -(sx * px + sy * py + sz * pz)
    slack = _EDGE * facing
    if u < -slack or u > facing + slack:
        return np.inf
    qx, qy, qz = sy * uz - sz * uy, sz * ux - sx * uz, sx * uy - sy * ux
    v = -(way[0] * qx + way[1] * qy + way[2] * qz)
    if v < -slack or u + v > facing + slack:
        return np.inf
    reach: float = -(vx * qx + vy * qy + vz * qz) / facing
    return reach


@kernel
def leave_distances(
    corners: F32, boxes: F32, links: I32, origins: F64, ways: F64, own: I32, least: float
) -> F64:
    """Distance at which each ray first leaves through the surface.

    Parameters
    ----------
    corners : (m, 3, 3) float32
        In the order of the leaves.
    boxes, links
        Of :func:`build_tree`.
    origins, ways : (r, 3) float64
        Ways of length 1.
    own : (r,) int32
        The triangle a ray starts from, which it does not meet; -1 for none.
    least : float
        What is nearer than this is not seen.

    Returns
    -------
    (r,) float64
        Infinity where nothing is met.
    """
    result = np.full(len(origins), np.inf)
    stack = np.empty(2 * _DEPTH, np.int32)
    inverse = np.empty(3)
    for ray in range(len(origins)):
        origin, way = origins[ray], ways[ray]
        for k in range(3):
            inverse[k] = 1.0 / way[k] if abs(way[k]) > 1e-12 else 1e12
        nearest, waiting = np.inf, 1
        stack[0] = 0
        while waiting:
            waiting -= 1
            node = stack[waiting]
            if _enters(boxes[node], origin, inverse, nearest) == np.inf:
                continue
            first, second = links[node, 0], links[node, 1]
            if first < 0:
                for t in range(-first - 1, -first - 1 + second):
                    if t != own[ray]:
                        reach = _meets(corners[t], origin, way)
                        if least < reach < nearest:
                            nearest = reach
                continue
            near = _enters(boxes[first], origin, inverse, nearest)
            far = _enters(boxes[second], origin, inverse, nearest)
            if near > far:
                first, second, near, far = second, first, far, near
            if far != np.inf:
                stack[waiting] = second
                waiting += 1
            if near != np.inf:
                stack[waiting] = first
                waiting += 1
        result[ray] = nearest
    return result
