"""A surface made anew from what is inside: always closed, whatever the mesh was.

Inside and outside come from winding numbers, the distance to the triangles is exact in a narrow band, and
the vertices of the surface are placed where the planes of the nearest triangles meet, so that edges and
corners stay sharp. Finer than a cell nothing is kept.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.contouring import Band, contour, part_ways, slabs
from memoreez_desktop.geometry.mesh_merge import drop_unused
from memoreez_desktop.geometry.remesh_kernels import measure_band
from memoreez_desktop.geometry.winding import Grid, Inside, grid_about, inside_grid

_BAND = 1.8


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
    part_ways(inside, job)
    points, faces = contour(
        inside,
        lambda z0, z1: _band(corners, grid.shape, z0, z1, level + _BAND),
        _planes(corners),
        level,
        job,
    )
    return drop_unused((grid.origin_mm + points * grid.pitch_mm).astype(np.float32), faces)


def stage_of(job: JobContext) -> JobContext:
    """Pass the wish to stop on, and say nothing."""
    return JobContext(job.token)


def _band(corners: NDArray[np.float64], shape: tuple[int, int, int], z0: int, z1: int, reach: float) -> Band:
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
    for z0, z1 in slabs(grid.shape[2] - 1):
        job.check_cancelled()
        far, _ = _band(corners, grid.shape, z0, z1, level + _BAND)
        inside[:, :, z0 : z1 + 1] = far < level
    return inside


def _planes(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Plane of each triangle, (m, 4)."""
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-300)
    return np.column_stack([normal, np.einsum("ij,ij->i", normal, corners[:, 0])])
