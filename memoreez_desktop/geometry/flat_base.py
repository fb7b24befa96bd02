"""Making a model stand: the smallest flat cut, or a plinth under it."""

from __future__ import annotations

import math

import numpy as np
from manifold3d import JoinType
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.sections import Cutter
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.geometry.solids import extrude, to_solid, weld

FIRST_LAYER_MM = 0.1
CUT_STEP_MM = 0.05
PLINTH_MARGIN_MM = 3.0
PLINTH_MM = 3.0
PLINTH_OVERLAP_MM = 0.6
_SEGMENTS = 64


def tip_angle_deg(contact: Shape, centre_of_mass_mm: NDArray[np.float64]) -> float:
    """Angle by which a thing can lean before it falls; negative when it falls by itself.

    Parameters
    ----------
    contact : Shape
        What lies on the bed.
    centre_of_mass_mm : (3,) float64
        With z above the bed.
    """
    ring = contact.hull().to_polygons()[0]
    along = np.roll(ring, -1, axis=0) - ring
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-12)
    to_centre = centre_of_mass_mm[:2] - ring
    # Counter-clockwise: the centre lies on the left of every side that it does not fall over.
    inside = (along[:, 0] * to_centre[:, 1] - along[:, 1] * to_centre[:, 0]) / length
    return math.degrees(math.atan2(float(inside.min()), float(centre_of_mass_mm[2])))


def centre_of_mass_mm(mesh: MeshModel) -> NDArray[np.float64]:
    """(3,) float64 of a closed mesh; the mean vertex when it has no volume."""
    points = mesh.vertices.astype(np.float64)
    a, b, c = (points[mesh.faces[:, k]] for k in range(3))
    six_volumes = np.einsum("ij,ij->i", a, np.cross(b, c))
    total = six_volumes.sum()
    if total == 0:
        return np.asarray(points.mean(axis=0), dtype=np.float64)
    return np.asarray(((a + b + c) * six_volumes[:, None]).sum(axis=0) / (4 * total), dtype=np.float64)


def cut_depth_mm(mesh: MeshModel, wanted_mm2: float, deepest_mm: float, stable_deg: float) -> float | None:
    """Find the smallest cut after which enough of a model lies on the bed.

    Parameters
    ----------
    mesh : MeshModel
        Closed, lowest point at z = 0.
    wanted_mm2 : float
        Contact area to reach.
    deepest_mm : float
        Never cut away more.
    stable_deg : float
        Lean it must stand afterwards.

    Returns
    -------
    float or None
        None when no cut reaches it.
    """
    cutter = Cutter(mesh)
    centre = centre_of_mass_mm(mesh)
    for depth in np.arange(CUT_STEP_MM, deepest_mm, CUT_STEP_MM):
        shape = cutter.cut(float(depth) + FIRST_LAYER_MM).shape
        if shape.area() <= wanted_mm2:
            continue
        if tip_angle_deg(shape, centre - (0.0, 0.0, float(depth))) >= stable_deg:
            return float(depth)
    return None


def cut_flat(mesh: MeshModel, depth_mm: float) -> MeshModel:
    """Cut away the lowest ``depth_mm`` and put the rest on z = 0.

    Raises
    ------
    MeshError
        The mesh is not a sound solid.
    """
    solid = to_solid(mesh).trim_by_plane((0.0, 0.0, 1.0), depth_mm)
    return weld(solid.translate((0.0, 0.0, -depth_mm)), bodies=None)


def add_plinth(mesh: MeshModel, stable_deg: float) -> MeshModel:
    """Put a plinth under a model: the hull of its foot and of what keeps it upright, and 3 mm around.

    Parameters
    ----------
    mesh : MeshModel
        Closed, lowest point at z = 0.
    stable_deg : float
        Lean it must stand afterwards.

    Returns
    -------
    MeshModel
        With the plinth's underside on z = 0.

    Raises
    ------
    MeshError
        The mesh is not a sound solid.
    """
    below = PLINTH_MM - PLINTH_OVERLAP_MM
    solid = to_solid(mesh) + extrude(plinth_outline(mesh, stable_deg), PLINTH_MM, -below)
    return weld(solid.translate((0.0, 0.0, below)), bodies=None)


def plinth_outline(mesh: MeshModel, stable_deg: float) -> Shape:
    """Return the plinth of :func:`add_plinth`, seen from above.

    Parameters
    ----------
    mesh : MeshModel
        Closed, lowest point at z = 0.
    stable_deg : float
        Lean it must stand afterwards.
    """
    foot_mm = max(1.0, 0.02 * mesh.extents_mm[2])
    foot = mesh.vertices[mesh.vertices[:, 2] <= foot_mm, :2].astype(np.float64)
    # The cut as well: a large face may reach through the foot without a vertex in it.
    cut = Cutter(mesh).cut(foot_mm).shape
    centre = centre_of_mass_mm(mesh)
    below = PLINTH_MM - PLINTH_OVERLAP_MM
    reach = (float(centre[2]) + below) * math.tan(math.radians(stable_deg))
    upright = Shape.circle(max(reach - PLINTH_MARGIN_MM, 0.1), _SEGMENTS).translate((centre[0], centre[1]))
    points = [foot, *cut.to_polygons(), *upright.to_polygons()]
    hull = Shape.hull_points(np.concatenate(points))
    return hull.offset(PLINTH_MARGIN_MM, JoinType.Round, 2.0, _SEGMENTS)
