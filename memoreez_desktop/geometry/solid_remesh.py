"""A surface made anew from what is inside: always closed, whatever the mesh was.

Inside and outside come from winding numbers, the distance to the triangles is exact in a narrow band, and
the surface has a vertex for each patch of each cell (dual contouring after Ju and others 2002, with as many
vertices as patches after Nielson 2004), placed where the planes of the nearest triangles meet, so that
edges and corners stay sharp. Finer than a cell nothing is kept.
"""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.mesh_merge import drop_unused
from memoreez_desktop.geometry.remesh_kernels import (
    count_patches,
    join_vertices,
    measure_band,
    place_vertices,
    separate,
)
from memoreez_desktop.geometry.winding import Grid, Inside, grid_about, inside_grid

_SLAB = 32
_BAND = 1.8
_ROUNDS = 30


def solid_remesh(
    mesh: MeshModel, cells: int, job: JobContext | None = None, *, shell_mm: float = 0.0
) -> MeshModel:
    """Make the surface of a mesh anew.

    Parameters
    ----------
    mesh : MeshModel
        Open, crossing, of many parts: anything with faces.
    cells : int
        Along its longest side.
    job : JobContext, optional
    shell_mm : float
        Above 0 the result is everything that lies within half of this of the surface: a sheet becomes a
        plate.

    Returns
    -------
    MeshModel
        Closed and coherently wound; without a face where nothing was inside.

    Raises
    ------
    Cancelled

    Notes
    -----
    Works in slabs of 32 layers: beside one byte a cell for what is inside, memory grows with the square of
    the cells only.
    """
    job = job or JobContext()
    grid = grid_about(mesh, cells, shell_mm / 2)
    level = shell_mm / 2 / grid.pitch_mm
    corners = (mesh.vertices.astype(np.float64)[mesh.faces] - grid.origin_mm) / grid.pitch_mm
    inside = _near_grid(corners, grid, level, job) if shell_mm > 0 else inside_grid(mesh, grid, stage_of(job))
    for _ in range(_ROUNDS):
        job.check_cancelled()
        if not separate(inside):
            break
    points, quads = _contour(corners, inside, level, job)
    vertices = (grid.origin_mm + points * grid.pitch_mm).astype(np.float32)
    return drop_unused(vertices, _halved(points, quads))


def stage_of(job: JobContext) -> JobContext:
    """Pass the wish to stop on, and say nothing."""
    return JobContext(job.token)


def _slabs(layers: int) -> list[tuple[int, int]]:
    return [(z, min(z + _SLAB, layers)) for z in range(0, layers, _SLAB)]


def _band(
    corners: NDArray[np.float64], shape: tuple[int, int, int], z0: int, z1: int, reach: float
) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
    """Distances and nearest faces of the points z0 to z1, both included."""
    far = np.full((shape[0], shape[1], z1 - z0 + 1), 1e9, dtype=np.float32)
    near = np.full(far.shape, -1, dtype=np.int32)
    heights = corners[:, :, 2]
    chosen = np.flatnonzero((heights.min(axis=1) <= z1 + reach) & (heights.max(axis=1) >= z0 - reach))
    measure_band(corners, chosen, z0, reach, far, near)
    return far, near


def _near_grid(corners: NDArray[np.float64], grid: Grid, level: float, job: JobContext) -> Inside:
    """Points that lie within ``level`` of the surface."""
    inside = np.zeros(grid.shape, dtype=np.bool_)
    for z0, z1 in _slabs(grid.shape[2] - 1):
        job.check_cancelled()
        far, _ = _band(corners, grid.shape, z0, z1, level + _BAND)
        inside[:, :, z0 : z1 + 1] = far < level
    return inside


def _contour(
    corners: NDArray[np.float64], inside: Inside, level: float, job: JobContext
) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
    patches, owners = patch_tables()
    flats = _planes(corners)
    shape = (inside.shape[0], inside.shape[1], inside.shape[2])
    carried = np.zeros((shape[0], shape[1], 1), dtype=np.int32)
    points: list[NDArray[np.float64]] = []
    quads: list[NDArray[np.int32]] = []
    begin = 0
    for z0, z1 in _slabs(shape[2] - 1):
        job.progress(z0 / shape[2], say("Making the surface anew"))
        far, near = _band(corners, shape, z0, z1, level + _BAND)
        count = count_patches(inside, z0, z1, patches)
        first = np.zeros((shape[0], shape[1], z1 - z0 + 1), dtype=np.int32)
        first[:, :, :1] = carried
        placed = np.empty((count, 3))
        place_vertices(
            inside, z0, z1, far, near, level, flats, patches, owners, begin, first[:, :, 1:], placed
        )
        carried = first[:, :, -1:].copy()
        slab = inside[:, :, z0 : z1 + 1]
        most = sum(int((np.diff(slab.view(np.int8), axis=axis) != 0).sum()) for axis in range(3))
        found = np.empty((most, 4), dtype=np.int32)
        quads.append(found[: join_vertices(inside, z0, z1, z0 - 1, first, owners, found)])
        points.append(placed)
        begin += count
    return np.concatenate(points), np.concatenate(quads)


def _planes(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Plane of each triangle, (m, 4)."""
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-300)
    return np.column_stack([normal, np.einsum("ij,ij->i", normal, corners[:, 0])])


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
