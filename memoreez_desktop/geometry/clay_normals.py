"""Normals that are smooth over curves and break at edges."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel

F32 = NDArray[np.float32]
I32 = NDArray[np.int32]


@kernel
def _face_normals(vertices: F32, faces: I32) -> tuple[F32, F32]:
    """Return the unit normal of every face, and the square root of twice its area."""
    unit = np.empty((faces.shape[0], 3), dtype=np.float32)
    weight = np.empty(faces.shape[0], dtype=np.float32)
    for f in range(faces.shape[0]):
        a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
        ux, uy = vertices[b, 0] - vertices[a, 0], vertices[b, 1] - vertices[a, 1]
        uz = vertices[b, 2] - vertices[a, 2]
        vx, vy = vertices[c, 0] - vertices[a, 0], vertices[c, 1] - vertices[a, 1]
        vz = vertices[c, 2] - vertices[a, 2]
        x, y, z = uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx
        length = np.sqrt(x * x + y * y + z * z) + np.float32(1e-20)
        unit[f, 0], unit[f, 1], unit[f, 2] = x / length, y / length, z / length
        weight[f] = np.sqrt(length)
    return unit, weight


@kernel
def corner_normals(vertices: F32, faces: I32, crease_cosine: float) -> F32:
    """Average, at every corner of every face, the faces about the vertex that bend less than the crease.

    Returns
    -------
    (m, 3, 3) float32
        Face, corner, direction.

    Notes
    -----
    Plain vertex normals would streak over flat frames next to a relief.
    """
    unit, weight = _face_normals(vertices, faces)
    start = np.zeros(vertices.shape[0] + 1, dtype=np.int32)
    for f in range(faces.shape[0]):
        for k in range(3):
            start[faces[f, k] + 1] += 1
    for v in range(vertices.shape[0]):
        start[v + 1] += start[v]
    fill = start[:-1].copy()
    around = np.empty(faces.shape[0] * 3, dtype=np.int32)
    for f in range(faces.shape[0]):
        for k in range(3):
            v = faces[f, k]
            around[fill[v]] = f
            fill[v] += 1
    crease = np.float32(crease_cosine)
    out = np.empty((faces.shape[0], 3, 3), dtype=np.float32)
    for f in range(faces.shape[0]):
        nx, ny, nz = unit[f, 0], unit[f, 1], unit[f, 2]
        for k in range(3):
            x, y, z = np.float32(0), np.float32(0), np.float32(0)
            for q in range(start[faces[f, k]], start[faces[f, k] + 1]):
                g = around[q]
                gx, gy, gz = unit[g, 0], unit[g, 1], unit[g, 2]
                if nx * gx + ny * gy + nz * gz >= crease:
                    x += weight[g] * gx
                    y += weight[g] * gy
                    z += weight[g] * gz
            length = np.sqrt(x * x + y * y + z * z) + np.float32(1e-20)
            out[f, k, 0], out[f, k, 1], out[f, k, 2] = x / length, y / length, z / length
    return out
