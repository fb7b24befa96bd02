"""Rings with fewer points, none further from the ring than a tolerance: the method of Douglas and Peucker."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel


@kernel
def mark_far_points(ring: Floats, first: int, last: int, tolerance: float, keep: Flags, stack: Ints) -> None:
    """Keep what Douglas and Peucker would keep of ``ring[first..last]``."""
    stack[0, 0] = first
    stack[0, 1] = last
    depth = 1
    while depth > 0:
        depth -= 1
        i = stack[depth, 0]
        j = stack[depth, 1]
        dx = ring[j, 0] - ring[i, 0]
        dy = ring[j, 1] - ring[i, 1]
        length2 = dx * dx + dy * dy
        far = -1
        far2 = tolerance * tolerance
        for k in range(i + 1, j):
            ux = ring[k, 0] - ring[i, 0]
            uy = ring[k, 1] - ring[i, 1]
            if length2 > 1e-18:
                t = min(1.0, max(0.0, (ux * dx + uy * dy) / length2))
                ux -= t * dx
                uy -= t * dy
            d2 = ux * ux + uy * uy
            if d2 > far2:
                far2 = d2
                far = k
        if far >= 0:
            keep[far] = True
            stack[depth, 0] = i
            stack[depth, 1] = far
            stack[depth + 1, 0] = far
            stack[depth + 1, 1] = j
            depth += 2


@kernel
def simplify_into(
    ring: Floats, count: int, tolerance: float, keep: Flags, stack: Ints, out: Floats, m: int
) -> int:
    """Append the simplified ring to ``out`` at ``m``; return the new end, or ``m`` when nothing is left."""
    far = 0
    best = -1.0
    for k in range(1, count):
        d2 = (ring[k, 0] - ring[0, 0]) ** 2 + (ring[k, 1] - ring[0, 1]) ** 2
        if d2 > best:
            best = d2
            far = k
    ring[count, 0] = ring[0, 0]
    ring[count, 1] = ring[0, 1]
    keep[: count + 1] = False
    keep[0] = True
    keep[far] = True
    mark_far_points(ring, 0, far, tolerance, keep, stack)
    mark_far_points(ring, far, count, tolerance, keep, stack)
    start = m
    for k in range(count):
        if keep[k]:
            out[m, 0] = ring[k, 0]
            out[m, 1] = ring[k, 1]
            m += 1
    return m if m - start >= 3 else start


@kernel
def simplify_rings(points: Floats, rings: Ints, layers: Ints, tolerance: float) -> tuple[Floats, Ints, Ints]:
    """Simplify the rings of all layers: points, ring offsets, and the first ring of each layer."""
    widest = 0
    for r in range(rings.shape[0] - 1):
        widest = max(widest, rings[r + 1] - rings[r])
    ring = np.empty((widest + 1, 2))
    keep = np.zeros(widest + 1, np.bool_)
    stack = np.empty((widest + 4, 2), np.int64)
    out = np.empty((points.shape[0] + 1, 2))
    out_rings = np.zeros(rings.shape[0], np.int64)
    out_layers = np.zeros(layers.shape[0], np.int64)
    at = 0
    kept = 0
    for i in range(layers.shape[0] - 1):
        for r in range(layers[i], layers[i + 1]):
            count = rings[r + 1] - rings[r]
            ring[:count] = points[rings[r] : rings[r + 1]]
            end = simplify_into(ring, count, tolerance, keep, stack, out, at)
            if end > at:
                at = end
                kept += 1
                out_rings[kept] = at
        out_layers[i + 1] = kept
    return out[:at].copy(), out_rings[: kept + 1].copy(), out_layers
