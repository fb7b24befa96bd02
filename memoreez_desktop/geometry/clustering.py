"""A rough copy of a mesh, made in milliseconds: all points of a small cube become the middle of them.

Source of the method: J. Rossignac and P. Borrel, "Multi-resolution 3D approximations for rendering complex
scenes" (1993). Planes stay planes, and a closed surface stays closed in the sense of its winding number; it
may touch itself, so the copy is for measuring only.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.compiled import kernel

F32 = NDArray[np.float32]
I32 = NDArray[np.int32]

_FACES_A_CELL = 2.6
_MOST_CELLS = 8_000_000


def clustered(mesh: MeshModel, triangles: int) -> MeshModel:
    """Return a copy of about so many triangles; the mesh itself when it has no more.

    Parameters
    ----------
    mesh : MeshModel
        Every vertex finite.
    triangles : int
        Wanted number; the result is within a factor of two of it for meshes with many more.
    """
    if mesh.triangles <= triangles:
        return mesh
    low, high = mesh.bounds_mm
    size = np.maximum(high - low, 1e-6)
    cell = float(np.sqrt(_FACES_A_CELL * _area(mesh.vertices, mesh.faces) / triangles))
    cell = max(cell, float((np.prod(size) / _MOST_CELLS) ** (1 / 3)), float(size.max()) / 2000)
    counts = np.floor(size / cell).astype(np.int64) + 1
    vertices, faces = _cluster(mesh.vertices, mesh.faces, low, 1 / cell, counts)
    return MeshModel(vertices, faces)


@kernel
def _area(points: F32, faces: I32) -> float:
    total = 0.0
    for f in range(len(faces)):
        i, j, k = faces[f, 0], faces[f, 1], faces[f, 2]
        ux, uy, uz = points[j, 0] - points[i, 0], points[j, 1] - points[i, 1], points[j, 2] - points[i, 2]
        vx, vy, vz = points[k, 0] - points[i, 0], points[k, 1] - points[i, 1], points[k, 2] - points[i, 2]
        nx, ny, nz = uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx
        total += np.sqrt(nx * nx + ny * ny + nz * nz) / 2
    return total


@kernel
def _cluster(
    points: F32, faces: I32, low: NDArray[np.float64], cells_per_mm: float, counts: NDArray[np.int64]
) -> tuple[F32, I32]:
    """Give the points of each cell one number, in order of first appearance, and drop what collapses."""
    number = np.full(counts[0] * counts[1] * counts[2], -1, np.int32)
    index = np.empty(len(points), np.int32)
    sums = np.zeros((len(points), 3), np.float64)
    members = np.zeros(len(points), np.int64)
    found = 0
    for i in range(len(points)):
        place = 0
        for k in range(3):
            step = int((points[i, k] - low[k]) * cells_per_mm)
            place = place * counts[k] + min(max(step, 0), counts[k] - 1)
        if number[place] < 0:
            number[place] = found
            found += 1
        index[i] = number[place]
        members[index[i]] += 1
        for k in range(3):
            sums[index[i], k] += points[i, k]
    middles = np.empty((found, 3), np.float32)
    for i in range(found):
        for k in range(3):
            middles[i, k] = sums[i, k] / members[i]
    kept = np.empty_like(faces)
    count = 0
    for f in range(len(faces)):
        a, b, c = index[faces[f, 0]], index[faces[f, 1]], index[faces[f, 2]]
        if a != b and b != c and c != a:
            kept[count, 0], kept[count, 1], kept[count, 2] = a, b, c
            count += 1
    return middles, kept[:count].copy()
