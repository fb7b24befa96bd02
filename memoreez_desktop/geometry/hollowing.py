"""The room inside a solid that lies at least a wall away from its surface."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.contouring import level_surface
from memoreez_desktop.geometry.roofing import self_supporting
from memoreez_desktop.geometry.solids import Solid, to_mesh, to_solid
from memoreez_desktop.geometry.triangle_tree import TriangleTree, along_curve
from memoreez_desktop.geometry.winding import Grid, inside_grid

_STEPS_PER_WALL = 4.0
_FINEST_MM = 0.35
_MOST_POINTS = 6e6
_BAND_STEPS = 2.2
"""Beyond so many steps from the wall the coarse distance has the right sign: its error is below one."""
_SMOOTH_RATIO = 0.15
"""Nobody sees the inside: it gets few, large faces, and the wall is thicker by what they may be off."""


def cavities(solid: Solid, wall_mm: float, bridge_mm: float, job: JobContext) -> list[Solid]:
    """Find what can be taken out of a solid.

    The walls are exact to a few hundredths of a mm where they are parallel to the surface. Ceilings rise at
    45° towards a flat no wider than a bridge, so that nothing inside needs support.

    Parameters
    ----------
    solid : Solid
    wall_mm : float
        What is left everywhere.
    bridge_mm : float
        Widest flat ceiling.
    job : JobContext

    Returns
    -------
    list of Solid
        Separate rooms, the largest first; none when it is nowhere thick enough.
    """
    mesh = to_mesh(solid)
    grid = _grid(mesh, wall_mm)
    smooth = _SMOOTH_RATIO * grid.pitch_mm
    field = depth_field(mesh, grid, wall_mm + smooth, stage(job, 0.0, 0.7))
    field = self_supporting(field, bridge_mm / grid.pitch_mm)
    if not (field > 0).any():
        return []
    rooms = to_solid(level_surface(field, grid, stage(job, 0.7, 0.9)))
    parts = rooms.simplify(smooth).decompose()
    return sorted((part for part in parts if part.volume() > 0), key=_largest_first)


def _largest_first(room: Solid) -> tuple[float, ...]:
    """Order by size, and where that is the same by place: the order in which they come is no promise."""
    return (-round(room.volume(), 1), *(round(value, 3) for value in room.bounding_box()))


def depth_field(mesh: MeshModel, grid: Grid, wall_mm: float, job: JobContext) -> NDArray[np.float32]:
    """How much deeper inside than a wall each point lies, in mm; exact where it is near zero.

    Returns
    -------
    (nx, ny, nz) float32
        Below zero in the wall and outside.
    """
    job.progress(0.0, say("Looking for room inside"))
    inside = inside_grid(mesh, grid, job)
    coarse = np.asarray(distance_transform_edt(inside), dtype=np.float32)
    field = np.asarray((coarse - np.float32(0.5)) * np.float32(grid.pitch_mm) - np.float32(wall_mm))
    job.progress(0.4, say("Looking for room inside"))
    near = np.argwhere(inside & (np.abs(field) < _BAND_STEPS * grid.pitch_mm))
    if len(near):
        points = grid.origin_mm + near * grid.pitch_mm
        order = along_curve(points)
        exact = TriangleTree.of(mesh).distances_mm(points[order]) - wall_mm
        field[tuple(near[order].T)] = exact.astype(np.float32)
    return field


def _grid(mesh: MeshModel, wall_mm: float) -> Grid:
    low, high = mesh.bounds_mm
    volume = float(np.prod(high - low))
    pitch = max(wall_mm / _STEPS_PER_WALL, _FINEST_MM, (volume / _MOST_POINTS) ** (1 / 3))
    # A little off, so that flat sides of made things do not lie exactly on points.
    origin = low - pitch * np.array((1.371, 1.417, 1.443))
    count = np.ceil((high - origin) / pitch).astype(int) + 3
    return Grid(origin, pitch, (int(count[0]), int(count[1]), int(count[2])))
