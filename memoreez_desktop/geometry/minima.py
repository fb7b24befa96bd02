"""Where a surface begins, going up: its lowest points, and how far each of them stays alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.compiled import kernel

I32 = NDArray[np.int32]
I64 = NDArray[np.int64]
F32 = NDArray[np.float32]


def low_points(mesh: MeshModel, least_mm: float) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Find the vertices below all of their surroundings.

    The water level rises: each low point begins a patch of surface, and where two patches meet, the one
    that began higher ends. How far it rose until then tells a real beginning from the grain of the surface.

    Parameters
    ----------
    mesh : MeshModel
        Merged by position.
    least_mm : float
        Smallest rise worth telling.

    Returns
    -------
    vertices : (k,) int64
    rise_mm : (k,) float32
        Infinity for the lowest point of each body.
    """
    heights = np.ascontiguousarray(mesh.vertices[:, 2])
    order = np.argsort(heights, kind="stable").astype(np.int32)
    first, other = _neighbours(mesh.faces, len(mesh.vertices))
    rise = _flood(heights, order, first, other)
    vertices = np.flatnonzero(rise >= np.float32(least_mm))
    return vertices, rise[vertices]


@kernel
def _neighbours(faces: I32, count: int) -> tuple[I64, I32]:
    """Vertices that share a face, by vertex; each stands there as often as they share one."""
    first = np.zeros(count + 1, np.int64)
    for f in range(len(faces)):
        for k in range(3):
            first[faces[f, k] + 1] += 2
    for v in range(count):
        first[v + 1] += first[v]
    place = first[:-1].copy()
    other = np.empty(first[count], np.int32)
    for f in range(len(faces)):
        for k in range(3):
            v = faces[f, k]
            other[place[v]], other[place[v] + 1] = faces[f, (k + 1) % 3], faces[f, (k + 2) % 3]
            place[v] += 2
    return first, other


@kernel
def _root(parent: I32, v: int) -> int:
    """Root of a patch; halves the way on the way."""
    while parent[v] != v:
        parent[v] = parent[parent[v]]
        v = parent[v]
    return v


@kernel
def _flood(heights: F32, order: I32, first: I64, other: I32) -> F32:
    """Rise of each vertex that begins a patch, -1 for all others; a patch has its lowest vertex as root."""
    count = len(heights)
    parent = np.full(count, -1, np.int32)
    rise = np.full(count, np.float32(-1.0))
    for at in range(count):
        v = order[at]
        parent[v] = v
        mine = v
        for e in range(first[v], first[v + 1]):
            if parent[other[e]] < 0:
                continue
            theirs = _root(parent, other[e])
            if theirs == mine:
                continue
            if heights[theirs] <= heights[mine]:
                younger, mine = mine, theirs
            else:
                younger = theirs
            parent[younger] = mine
            if younger != v:
                rise[younger] = heights[v] - heights[younger]
    for v in range(count):
        if parent[v] == v and first[v + 1] > first[v]:
            rise[v] = np.float32(np.inf)
    return rise
