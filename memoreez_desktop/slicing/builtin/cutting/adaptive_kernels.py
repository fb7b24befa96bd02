"""How much the surface leans at each height of a model."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.compiled import Floats, Ints, kernel


@kernel
def slopes_by_height(vertices: Floats, faces: Ints, step: float, count: int) -> tuple[Floats, Floats]:
    """Sort the surface into slabs of equal height from z = 0 up, and find what lies flat.

    Returns
    -------
    leaning : (count, 2) float64
        Area times n and area times n², where n is the upright part of the normal (0 wall, 1 flat).
    flat : (f, 2) float64
        Height and area of the triangles that lie flat.
    """
    # Per slab: what lies in it in part, and the change of what fills it from below.
    parts = np.zeros((count + 1, 2))
    change = np.zeros((count + 1, 2))
    flat = np.empty((faces.shape[0], 2))
    flats = 0
    for t in range(faces.shape[0]):
        a = vertices[faces[t, 0]]
        b = vertices[faces[t, 1]]
        c = vertices[faces[t, 2]]
        nx = (b[1] - a[1]) * (c[2] - a[2]) - (b[2] - a[2]) * (c[1] - a[1])
        ny = (b[2] - a[2]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[2] - a[2])
        nz = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        double = math.sqrt(nx * nx + ny * ny + nz * nz)
        if double < 1e-12:
            continue
        area = 0.5 * double
        n = abs(nz) / double
        low = min(a[2], b[2], c[2])
        high = max(a[2], b[2], c[2])
        if high - low < 1e-4:
            flat[flats, 0] = high
            flat[flats, 1] = area
            flats += 1
            continue
        first = min(count - 1, max(0, int(low / step)))
        last = min(count - 1, max(0, int(high / step)))
        rate = area * step / (high - low)
        for k in range(2):
            weight = n if k == 0 else n * n
            if first == last:
                parts[first, k] += area * weight
            else:
                parts[first, k] += rate * weight * (first + 1 - low / step)
                parts[last, k] += rate * weight * (high / step - last)
                change[first + 1, k] += rate * weight
                change[last, k] -= rate * weight
    for k in range(2):
        filled = 0.0
        for i in range(count):
            filled += change[i, k]
            parts[i, k] += filled
    return parts[:count].copy(), flat[:flats].copy()


@kernel
def eased(heights: Floats, step: float, growth: float) -> Floats:
    """Lower heights until their squares grow by at most ``growth`` per mm, upwards and downwards."""
    out = heights * heights
    for i in range(1, out.shape[0]):
        out[i] = min(out[i], out[i - 1] + growth * step)
    for i in range(out.shape[0] - 2, -1, -1):
        out[i] = min(out[i], out[i + 1] + growth * step)
    return np.sqrt(out)
