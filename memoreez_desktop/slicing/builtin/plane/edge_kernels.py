"""Edges of rings, and where two of them cross."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.compiled import Floats, Ints, kernel


@kernel
def edges_of(points: Floats, offsets: Ints) -> Floats:
    """All edges x0, y0, x1, y1 of closed rings."""
    edges = np.empty((points.shape[0], 4))
    e = 0
    for r in range(offsets.shape[0] - 1):
        j = offsets[r + 1] - 1
        for i in range(offsets[r], offsets[r + 1]):
            edges[e, 0] = points[j, 0]
            edges[e, 1] = points[j, 1]
            edges[e, 2] = points[i, 0]
            edges[e, 3] = points[i, 1]
            j = i
            e += 1
    return edges


@kernel
def segments_cross(
    ax: float, ay: float, bx: float, by: float, px: float, py: float, qx: float, qy: float
) -> bool:
    """Tell whether two open segments cross."""
    s0 = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
    s1 = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax)
    if (s0 > 0) == (s1 > 0):
        return False
    t0 = (qx - px) * (ay - py) - (qy - py) * (ax - px)
    t1 = (qx - px) * (by - py) - (qy - py) * (bx - px)
    return (t0 > 0) != (t1 > 0)
