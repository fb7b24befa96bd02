"""Making what is thin as thick as wanted, on both sides, and leaving all else as it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.contouring import level_surface
from memoreez_desktop.geometry.rays import RayTree
from memoreez_desktop.geometry.solids import Solid, to_mesh, to_solid
from memoreez_desktop.geometry.surface_samples import surface_samples
from memoreez_desktop.geometry.thickening_kernels import stamp_plates
from memoreez_desktop.geometry.triangle_tree import TriangleTree
from memoreez_desktop.geometry.winding import Grid

F64 = NDArray[np.float64]

_BORDER_MM = 0.02
_COARSE, _FINE = 0.7, 0.2
"""Distance of the points looked at, in walls: everywhere, and where it is thin."""
_PARALLEL = 0.4
"""The middle of a wall is nearly as far from the surface as half its thickness; that of a wedge is not."""
_BALL_FITS = 0.47
_ON_BODY = 1.25
"""What stands out from a body by less than so many walls is its detail, no wall."""
_ROOT = 3.0
_FEWEST, _NEARBY = 6, 0.75
_REACH, _BALL = 0.3, 0.53
_MOST_POINTS = 2e7
_SMOOTH_RATIO = 0.02


@dataclass(frozen=True, eq=False)
class Plates:
    """The middles of walls that are too thin.

    Attributes
    ----------
    middles_mm, ways : (k, 3) float64
        And where the wall looks there.
    area_mm2 : float
        Of one side.
    thinnest_mm : float
        Infinity where there is none.
    """

    middles_mm: F64
    ways: F64
    area_mm2: float
    thinnest_mm: float


def thickened(solid: Solid, wall_mm: float, job: JobContext) -> tuple[Solid, Plates]:
    """Add to the thin walls of a solid until they are as thick as wanted.

    Returns
    -------
    solid : Solid
        The same one where nothing is thin; never lower than it was.
    plates : Plates
        What was too thin.
    """
    plates = thin_plates(to_mesh(solid), wall_mm, stage(job, 0.0, 0.5))
    if not len(plates.middles_mm):
        return solid, plates
    job.progress(0.6, say("Making thin parts thicker"))
    grid, field = _stamped(plates, wall_mm)
    added = to_solid(level_surface(field, grid, stage(job, 0.6, 0.8)))
    added = added.simplify(_SMOOTH_RATIO * wall_mm)
    added = added.trim_by_plane((0.0, 0.0, 1.0), float(solid.bounding_box()[2]))
    return solid + added, plates


def thin_plates(mesh: MeshModel, wall_mm: float, job: JobContext) -> Plates:
    """Find walls and pins that are thinner than wanted, as a person would name them.

    A wall has two sides that look away from each other. A low ridge on something thick is no wall, nor is
    the edge of a block.
    """
    job.progress(0.0, say("Looking for thin parts"))
    corners = mesh.vertices.astype(np.float64)[mesh.faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.sqrt(np.einsum("ij,ij->i", normals, normals))
    normals /= np.maximum(length, 1e-300)[:, None]
    rays, tree = RayTree(mesh), TriangleTree.of(mesh)
    points, owner, _ = surface_samples(corners, _COARSE * wall_mm)
    reach = rays.leaving_mm(points, -normals[owner], owner)
    thin = (reach < wall_mm - _BORDER_MM) & (length[owner] > 0)
    if not thin.any():
        return _no_plates()
    thick = _ball_fits(tree, points[~thin], normals[owner[~thin]], wall_mm)
    job.progress(0.5, say("Looking for thin parts"))
    faces = np.unique(owner[thin])
    points, local, area = surface_samples(corners[faces], _FINE * wall_mm)
    owner = faces[local]
    reach = rays.leaving_mm(points, -normals[owner], owner)
    thin = reach < wall_mm - _BORDER_MM
    points, owner, reach, area = points[thin], owner[thin], reach[thin], area[thin]
    middles = points - normals[owner] * (reach / 2)[:, None]
    wall = tree.distances_mm(middles) > _PARALLEL * reach
    middles, owner, reach, area = middles[wall], owner[wall], reach[wall], area[wall]
    free = _stands_free(middles, thick, wall_mm)
    if not free.any():
        return _no_plates()
    return Plates(middles[free], normals[owner[free]], float(area[free].sum()) / 2, float(reach[free].min()))


def _no_plates() -> Plates:
    return Plates(np.zeros((0, 3)), np.zeros((0, 3)), 0.0, np.inf)


def _ball_fits(tree: TriangleTree, points: F64, normals: F64, wall_mm: float) -> F64:
    """Return those points of the surface behind which a ball as wide as the wall has room."""
    room = tree.distances_mm(points - normals * (wall_mm / 2))
    return points[room >= _BALL_FITS * wall_mm]


def _stands_free(middles: F64, thick: F64, wall_mm: float) -> NDArray[np.bool_]:
    """Leave out ridges on something thick; the roots of what stands free belong to it."""
    if not len(middles):
        return np.zeros(0, dtype=bool)
    free: NDArray[np.bool_] = np.ones(len(middles), dtype=bool)
    if len(thick):
        free = np.asarray(cKDTree(thick).query(middles)[0] > _ON_BODY * wall_mm)
    if free.any():
        tree = cKDTree(middles[free])
        count = tree.query_ball_point(middles[free], _NEARBY * wall_mm, return_length=True)
        free[np.flatnonzero(free)[np.asarray(count) < _FEWEST]] = False
    if free.any():
        free |= np.asarray(cKDTree(middles[free]).query(middles)[0] <= _ROOT * wall_mm)
    return free


def _stamped(plates: Plates, wall_mm: float) -> tuple[Grid, NDArray[np.float32]]:
    """Join the thick plates into a field, in mm."""
    low, high = plates.middles_mm.min(axis=0), plates.middles_mm.max(axis=0)
    margin = _BALL * wall_mm
    volume = float(np.prod(high - low + 2 * margin))
    pitch = max(_FINE * wall_mm, (volume / _MOST_POINTS) ** (1 / 3))
    origin = low - margin - pitch * np.array((1.371, 1.417, 1.443))
    count = np.ceil((high + margin - origin) / pitch).astype(int) + 3
    grid = Grid(origin, pitch, (int(count[0]), int(count[1]), int(count[2])))
    field = np.full(grid.shape, -1.5, dtype=np.float32)
    steps = wall_mm / pitch
    middles = (plates.middles_mm - origin) / pitch
    stamp_plates(middles, plates.ways, steps / 2, _REACH * steps, _BALL * steps, field)
    field *= np.float32(pitch)
    return grid, field


def warm_kernels() -> None:
    """Thicken a small sheet, so that the first real one does not wait for a compiler."""
    thickened(Solid.cube((4.0, 4.0, 0.5)), 1.0, JobContext())
