"""A surface round whatever points of a grid lie inside: closed, with one vertex for each patch of a cell.

Dual contouring after Ju and others 2002, with as many vertices as a cell has patches after Nielson 2004.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.mesh_merge import drop_unused
from memoreez_desktop.geometry.remesh_kernels import (
    count_patches,
    join_vertices,
    place_vertices,
    separate,
)
from memoreez_desktop.geometry.winding import Grid, Inside

_SLAB = 32
_ROUNDS = 30

Band: TypeAlias = tuple[NDArray[np.float32], NDArray[np.int32]]


def level_surface(field_mm: NDArray[np.float32], grid: Grid, job: JobContext | None = None) -> MeshModel:
    """Lay a surface where a field is zero.

    Parameters
    ----------
    field_mm : (nx, ny, nz) float32
        At the points of the grid: above zero inside, at or below zero outside and all round the rim. It
        should rise about as fast as the distance does, or else the surface is rough.
    grid : Grid

    Returns
    -------
    MeshModel
        Closed and coherently wound; without a face where nothing is inside.
    """
    inside = np.asarray(field_mm > 0)
    part_ways(inside, job or JobContext())
    steps = np.abs(field_mm, dtype=np.float32) / np.float32(grid.pitch_mm)
    nobody = np.full((*grid.shape[:2], _SLAB + 1), -1, dtype=np.int32)

    def band(z0: int, z1: int) -> Band:
        return np.ascontiguousarray(steps[:, :, z0 : z1 + 1]), nobody[:, :, : z1 - z0 + 1].copy()

    points, faces = contour(inside, band, np.zeros((1, 4)), 0.0, job or JobContext())
    return drop_unused((grid.origin_mm + points * grid.pitch_mm).astype(np.float32), faces)


def part_ways(inside: Inside, job: JobContext) -> None:
    """Fill points, in place, until no edge of the surface has more than two faces."""
    for _ in range(_ROUNDS):
        job.check_cancelled()
        if not separate(inside):
            break


def slabs(layers: int) -> list[tuple[int, int]]:
    """Cut layers of cells into runs of 32."""
    return [(z, min(z + _SLAB, layers)) for z in range(0, layers, _SLAB)]


def contour(
    inside: Inside,
    band: Callable[[int, int], Band],
    planes: NDArray[np.float64],
    level: float,
    job: JobContext,
) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
    """Lay the surface, slab by slab: memory grows with the square of the cells only.

    Parameters
    ----------
    inside : (nx, ny, nz) bool
    band : callable
        Of the points in layers ``z0`` to ``z1``, both included: distance in steps, and the plane each is
        near to, -1 for none.
    planes : (m, 4) float64
        Unit normal, and distance from the first point, in steps. Where they meet, edges stay sharp.
    level : float
        Distance at which the surface lies.

    Returns
    -------
    points : (n, 3) float64, in steps of the grid
    faces : (m, 3) int32
    """
    patches, owners = patch_tables()
    shape = (inside.shape[0], inside.shape[1], inside.shape[2])
    carried = np.zeros((shape[0], shape[1], 1), dtype=np.int32)
    points: list[NDArray[np.float64]] = []
    quads: list[NDArray[np.int32]] = []
    begin = 0
    for z0, z1 in slabs(shape[2] - 1):
        job.progress(z0 / shape[2], say("Making the surface anew"))
        far, near = band(z0, z1)
        count = count_patches(inside, z0, z1, patches)
        first = np.zeros((shape[0], shape[1], z1 - z0 + 1), dtype=np.int32)
        first[:, :, :1] = carried
        placed = np.empty((count, 3))
        place_vertices(
            inside, z0, z1, far, near, level, planes, patches, owners, begin, first[:, :, 1:], placed
        )
        carried = first[:, :, -1:].copy()
        slab = inside[:, :, z0 : z1 + 1]
        most = sum(int((np.diff(slab.view(np.int8), axis=axis) != 0).sum()) for axis in range(3))
        found = np.empty((most, 4), dtype=np.int32)
        quads.append(found[: join_vertices(inside, z0, z1, z0 - 1, first, owners, found)])
        points.append(placed)
        begin += count
    placed = np.concatenate(points)
    return placed, _halved(placed, np.concatenate(quads))


def _halved(points: NDArray[np.float64], quads: NDArray[np.int32]) -> NDArray[np.int32]:
    """Cut each quad in two along its shorter diagonal."""
    a, b, c, d = (points[quads[:, k]] for k in range(4))
    short = ((a - c) ** 2).sum(axis=1) <= ((b - d) ** 2).sum(axis=1)
    turned = np.where(short[:, None], quads, quads[:, [1, 2, 3, 0]])
    return np.concatenate([turned[:, [0, 1, 2]], turned[:, [0, 2, 3]]])


@functools.cache
def patch_tables() -> tuple[NDArray[np.int8], NDArray[np.int8]]:
    """How the edges of a cell hang together in patches, for each pattern of its eight corners.

    Corner ``k`` stands at x = bit 0, y = bit 1, z = bit 2 of k. Edge ``4 * axis + u + 2 * v`` runs along its
    axis; u and v are its place along the other two, in their order.

    Returns
    -------
    patches : (256,) int8
    owners : (256, 12) int8
        Patch of each edge, -1 where it is not crossed.
    """
    others = ((1, 2), (0, 2), (0, 1))
    ends = []
    for axis in range(3):
        for place in range(4):
            start = ((place & 1) << others[axis][0]) | ((place >> 1) << others[axis][1])
            ends.append((start, start | 1 << axis))
    patches, owners = np.zeros(256, dtype=np.int8), np.full((256, 12), -1, dtype=np.int8)
    for bits in range(256):
        crossed = [e for e, (p, q) in enumerate(ends) if (bits >> p & 1) != (bits >> q & 1)]
        group = {e: e for e in crossed}
        for axis in range(3):
            for side in range(2):
                rim = [e for e in crossed if all((c >> axis & 1) == side for c in ends[e])]
                for e in rim:
                    for f in rim:
                        # On a face that is crossed four times, each inner corner keeps its own two edges.
                        if len(rim) == 2 or any(c in ends[f] and bits >> c & 1 for c in ends[e]):
                            old, new = group[f], group[e]
                            group = {g: new if v == old else v for g, v in group.items()}
        for patch, name in enumerate(sorted(set(group.values()))):
            for e in crossed:
                if group[e] == name:
                    owners[bits, e] = patch
        patches[bits] = len(set(group.values()))
    return patches, owners
