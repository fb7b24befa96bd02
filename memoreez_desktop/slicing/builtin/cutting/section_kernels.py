"""Triangles cut by planes, chained by topology into closed contours.

A triangle that crosses a plane gives one segment from mesh edge to mesh edge. A mesh edge is named by its
two vertex numbers, so both neighbours of an edge agree on the name, and by interpolating from the lower
end they also agree on every bit of the point: chaining is a look-up, never a distance test. A vertex
exactly on the plane counts as below it on both sides, which needs no special case.
"""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.plane.simplify_kernels import simplify_into
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel


@kernel
def triangles_by_plane(first: Ints, past: Ints, planes: int) -> tuple[Ints, Ints]:
    """Sort triangles into the planes ``first[t] <= i < past[t]`` they cross: offsets and members."""
    offsets = np.zeros(planes + 1, np.int64)
    for t in range(first.shape[0]):
        for i in range(first[t], past[t]):
            offsets[i + 1] += 1
    for i in range(planes):
        offsets[i + 1] += offsets[i]
    place = offsets[:-1].copy()
    members = np.empty(offsets[planes], np.int64)
    for t in range(first.shape[0]):
        for i in range(first[t], past[t]):
            members[place[i]] = t
            place[i] += 1
    return offsets, members


@kernel
def cut_triangles(
    vertices: Floats, faces: Ints, members: Ints, z: float, starts: Ints, ends: Ints, points: Floats
) -> int:
    """Write one directed segment per triangle, material on its left; return how many."""
    names = np.int64(vertices.shape[0])
    count = 0
    for t in members:
        for k in range(3):
            i = faces[t, k]
            j = faces[t, k + 1 if k < 2 else 0]
            from_z = vertices[i, 2]
            to_z = vertices[j, 2]
            if (from_z <= z) == (to_z <= z):
                continue
            name = min(i, j) * names + max(i, j)
            if from_z <= z:
                ends[count] = name
            else:
                starts[count] = name
                u = (z - to_z) / (from_z - to_z)
                points[count, 0] = vertices[j, 0] + (vertices[i, 0] - vertices[j, 0]) * u
                points[count, 1] = vertices[j, 1] + (vertices[i, 1] - vertices[j, 1]) * u
        count += 1
    return count


@kernel
def walk_chain(
    a: int,
    starts: Ints,
    ends: Ints,
    order: Ints,
    sorted_starts: Ints,
    used: Flags,
    points: Floats,
    ring: Floats,
) -> tuple[int, bool]:
    """Follow segments from ``a`` to the last; return the points walked and whether they close."""
    count = 0
    q = a
    total = order.shape[0]
    while True:
        used[q] = True
        ring[count, 0] = points[q, 0]
        ring[count, 1] = points[q, 1]
        count += 1
        wanted = ends[q]
        place = np.searchsorted(sorted_starts, wanted)
        q = -1
        while place < total and sorted_starts[place] == wanted:
            if not used[order[place]]:
                q = order[place]
                break
            place += 1
        if q < 0:
            return count, starts[a] == wanted


@kernel
def contours(
    vertices: Floats, faces: Ints, planes: Floats, offsets: Ints, members: Ints, tolerance: float
) -> tuple[Floats, Ints, Ints, int]:
    """Cut every plane.

    Returns points (n, 2), ring offsets, the first ring of each plane, and the number of open chains.
    """
    total = offsets[-1]
    out = np.empty((total + 1, 2))
    ring_offsets = np.zeros(total // 3 + 2, np.int64)
    plane_rings = np.zeros(planes.shape[0] + 1, np.int64)
    widest = 0
    for i in range(planes.shape[0]):
        widest = max(widest, offsets[i + 1] - offsets[i])
    starts = np.empty(widest, np.int64)
    ends = np.empty(widest, np.int64)
    points = np.empty((widest, 2))
    ring = np.empty((widest + 1, 2))
    keep = np.zeros(widest + 1, np.bool_)
    stack = np.empty((widest + 4, 2), np.int64)
    m = 0
    rings = 0
    open_chains = 0
    for i in range(planes.shape[0]):
        count = cut_triangles(
            vertices, faces, members[offsets[i] : offsets[i + 1]], planes[i], starts, ends, points
        )
        order = np.argsort(starts[:count])
        sorted_starts = starts[:count][order]
        used = np.zeros(count, np.bool_)
        for a in range(count):
            if used[a]:
                continue
            length, closed = walk_chain(a, starts, ends, order, sorted_starts, used, points, ring)
            if not closed:
                open_chains += 1
            if length < 3:
                continue
            end = simplify_into(ring, length, tolerance, keep, stack, out, m)
            if end > m:
                m = end
                rings += 1
                ring_offsets[rings] = m
        plane_rings[i + 1] = rings
    return out[:m].copy(), ring_offsets[: rings + 1].copy(), plane_rings, open_chains
