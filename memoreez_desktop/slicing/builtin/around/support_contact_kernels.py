"""Which heights of a mesh look down so flatly that something may hang there."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.compiled import Floats, Ints, kernel


@kernel
def hanging_spans(vertices: Floats, faces: Ints, steepest: float) -> Floats:
    """Return from where to where each face that looks down reaches, and each lowest point by itself.

    Parameters
    ----------
    vertices, faces : (n, 3) float64, (m, 3) int64
    steepest : float
        Cosine of the angle from straight down within which a face counts.

    Returns
    -------
    (k, 2) float64
    """
    is_lowest = np.ones(vertices.shape[0], np.bool_)
    is_used = np.zeros(vertices.shape[0], np.bool_)
    out = np.empty((faces.shape[0] + vertices.shape[0], 2))
    n = 0
    for f in range(faces.shape[0]):
        a, b, c = faces[f]
        low = min(vertices[a, 2], vertices[b, 2], vertices[c, 2])
        for v in (a, b, c):
            is_used[v] = True
            if vertices[v, 2] > low:
                is_lowest[v] = False
        ux, uy = vertices[b, 0] - vertices[a, 0], vertices[b, 1] - vertices[a, 1]
        vx, vy = vertices[c, 0] - vertices[a, 0], vertices[c, 1] - vertices[a, 1]
        uz, vz = vertices[b, 2] - vertices[a, 2], vertices[c, 2] - vertices[a, 2]
        x, y, z = uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx
        if z < -steepest * math.sqrt(x * x + y * y + z * z):
            out[n, 0] = low
            out[n, 1] = max(vertices[a, 2], vertices[b, 2], vertices[c, 2])
            n += 1
    for v in range(vertices.shape[0]):
        if is_lowest[v] and is_used[v]:
            out[n, 0] = out[n, 1] = vertices[v, 2]
            n += 1
    return out[:n].copy()
