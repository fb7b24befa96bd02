"""A triangulation of thin regions, turned into a Delaunay one inside the given outline."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

PASSES = 24


@kernel
def densified(points: Floats, rings: Ints, step: float) -> tuple[Floats, Ints]:
    """Insert points so that no ring edge is longer than ``step``."""
    total = 0
    for r in range(rings.shape[0] - 1):
        j = rings[r + 1] - 1
        for i in range(rings[r], rings[r + 1]):
            length = math.hypot(points[i, 0] - points[j, 0], points[i, 1] - points[j, 1])
            total += max(1, math.ceil(length / step))
            j = i
    out = np.empty((total, 2))
    offsets = np.zeros(rings.shape[0], np.int64)
    m = 0
    for r in range(rings.shape[0] - 1):
        j = rings[r + 1] - 1
        for i in range(rings[r], rings[r + 1]):
            length = math.hypot(points[i, 0] - points[j, 0], points[i, 1] - points[j, 1])
            parts = max(1, math.ceil(length / step))
            for k in range(parts):
                u = k / parts
                out[m, 0] = points[j, 0] + (points[i, 0] - points[j, 0]) * u
                out[m, 1] = points[j, 1] + (points[i, 1] - points[j, 1]) * u
                m += 1
            j = i
        offsets[r + 1] = m
    return out, offsets


@kernel
def neighbours(triangles: Ints, vertices: int) -> Ints:
    """Return, for edge k (corner k to k + 1) of each triangle, the triangle behind it or -1."""
    count = triangles.shape[0]
    keys = np.empty(3 * count, np.int64)
    for t in range(count):
        for k in range(3):
            a = triangles[t, k]
            b = triangles[t, (k + 1) % 3]
            keys[3 * t + k] = min(a, b) * vertices + max(a, b)
    order = np.argsort(keys)
    out = np.full((count, 3), -1, np.int64)
    for p in range(3 * count - 1):
        a = order[p]
        b = order[p + 1]
        if keys[a] == keys[b]:
            out[a // 3, a % 3] = b // 3
            out[b // 3, b % 3] = a // 3
    return out


@kernel
def twice_area(points: Floats, a: int, b: int, c: int) -> float:
    """Signed, counter-clockwise positive."""
    x = points[a, 0]
    y = points[a, 1]
    cross = (points[b, 0] - x) * (points[c, 1] - y) - (points[b, 1] - y) * (points[c, 0] - x)
    return float(cross)


@kernel
def in_circle(points: Floats, a: int, b: int, c: int, d: int) -> bool:
    """Tell whether d lies clearly inside the circle through a, b, c (counter-clockwise)."""
    ax = points[a, 0] - points[d, 0]
    ay = points[a, 1] - points[d, 1]
    bx = points[b, 0] - points[d, 0]
    by = points[b, 1] - points[d, 1]
    cx = points[c, 0] - points[d, 0]
    cy = points[c, 1] - points[d, 1]
    a2 = ax * ax + ay * ay
    b2 = bx * bx + by * by
    c2 = cx * cx + cy * cy
    det = ax * (by * c2 - b2 * cy) - ay * (bx * c2 - b2 * cx) + a2 * (bx * cy - by * cx)
    return bool(det > 1e-9 * (a2 + b2 + c2) ** 2)


@kernel
def relink(back: Ints, t: int, old: int, new: int) -> None:
    """Let triangle ``t`` look at ``new`` where it looked at ``old``."""
    if t < 0:
        return
    for k in range(3):
        if back[t, k] == old:
            back[t, k] = new
            return


@kernel
def flip(triangles: Ints, back: Ints, t: int, k: int, u: int, j: int) -> None:
    """Swap the diagonal of the two triangles that share edge ``k`` of ``t`` and ``j`` of ``u``."""
    a = triangles[t, k]
    b = triangles[t, (k + 1) % 3]
    c = triangles[t, (k + 2) % 3]
    d = triangles[u, (j + 2) % 3]
    beyond_bc = back[t, (k + 1) % 3]
    beyond_ca = back[t, (k + 2) % 3]
    beyond_ad = back[u, (j + 1) % 3]
    beyond_db = back[u, (j + 2) % 3]
    triangles[t, 0] = c
    triangles[t, 1] = a
    triangles[t, 2] = d
    back[t, 0] = beyond_ca
    back[t, 1] = beyond_ad
    back[t, 2] = u
    triangles[u, 0] = d
    triangles[u, 1] = b
    triangles[u, 2] = c
    back[u, 0] = beyond_db
    back[u, 1] = beyond_bc
    back[u, 2] = t
    relink(back, beyond_ad, u, t)
    relink(back, beyond_bc, t, u)


@kernel
def make_delaunay(points: Floats, triangles: Ints, back: Ints) -> None:
    """Flip inner edges until every one is locally Delaunay; the outline stays."""
    for _ in range(PASSES):
        flips = 0
        for t in range(triangles.shape[0]):
            for k in range(3):
                u = back[t, k]
                if u < 0:
                    continue
                j = 0
                while j < 2 and back[u, j] != t:
                    j += 1
                a = triangles[t, k]
                b = triangles[t, (k + 1) % 3]
                c = triangles[t, (k + 2) % 3]
                d = triangles[u, (j + 2) % 3]
                if not in_circle(points, a, b, c, d):
                    continue
                if twice_area(points, c, a, d) > 1e-12 and twice_area(points, d, b, c) > 1e-12:
                    flip(triangles, back, t, k, u, j)
                    flips += 1
        if flips == 0:
            return
