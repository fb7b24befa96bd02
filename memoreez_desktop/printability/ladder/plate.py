"""A sheet without thickness becomes a plate."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.holes import close_holes, split_crowded
from memoreez_desktop.geometry.solid_remesh import solid_remesh
from memoreez_desktop.geometry.standing import TINY_BELOW_MM
from memoreez_desktop.geometry.topology import edge_table
from memoreez_desktop.printability.ladder.api import Change, RungInfo, Wishes
from memoreez_desktop.printability.ladder.look import Look
from memoreez_desktop.printability.ladder.sheets import is_soup, mostly_lid

_TINY_RATIO = 0.01
_STEEPEST = 0.5


class PlateRung:
    """Gives a sheet the thickness that was wished, half of it to each side."""

    info = RungInfo("plate", say("Giving the sheet a thickness"))
    id = info.id

    def needed(self, look: Look, wishes: Wishes) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        return len(look.table.open_faces) > 0 and look.mesh.triangles > 1

    def heavy(self, look: Look) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        return look.mesh.triangles > 400_000

    def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        apart = split_crowded(mesh)
        covered, _ = close_holes(apart)
        if is_soup(Look(apart)) or not mostly_lid(Look(covered), apart.triangles):
            return []
        if "thickened-sheet" in wishes.leave:
            raise MeshError(
                say("This model is a sheet without thickness; it encloses nothing that could be printed."),
                say("Give it a thickness in the program it comes from, then open it again."),
            )
        longest = max(mesh.extents_mm)
        # What has no proper size yet gets what 1.6 mm are to a hand's breadth.
        thickness = wishes.sheet_mm * (1 if longest >= TINY_BELOW_MM else _TINY_RATIO * longest)
        plate = thickened(apart, thickness)
        if not Look(plate).printable:
            plate = solid_remesh(apart, wishes.remesh_cells, job, shell_mm=thickness)
        if not Look(plate).printable:
            return []
        message = say("The sheet was given a thickness of {thickness:.2g} mm.", thickness=thickness)
        return [Change("thickened-sheet", message, 1, plate)]


def thickened(mesh: MeshModel, thickness_mm: float) -> MeshModel:
    """Put a copy of a coherent sheet half the thickness to each side, and walls round its rim."""
    points = mesh.vertices.astype(np.float64)
    corners = points[mesh.faces]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    summed = np.zeros_like(points)
    for corner in range(3):
        np.add.at(summed, mesh.faces[:, corner], normal)
    summed /= np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-300)
    # Over a fold the step is longer, so that both flanks get their thickness.
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-300)
    along = np.ones(len(points))
    for corner in range(3):
        slant = np.einsum("ij,ij->i", normal, summed[mesh.faces[:, corner]])
        np.minimum.at(along, mesh.faces[:, corner], slant)
    step = summed * (thickness_mm / 2 / np.maximum(along, _STEEPEST))[:, None]
    table = edge_table(mesh.faces, len(points))
    rows = mesh.faces[table.open_faces]
    ends = np.stack([rows, rows[:, [1, 2, 0]]], axis=2)
    own = (np.sort(ends, axis=2) == table.open_edges[:, None]).all(axis=2)
    start, end = ends[own].T
    below = len(points)
    walls = [np.column_stack([end, start, start + below]), np.column_stack([end, start + below, end + below])]
    faces = np.concatenate([mesh.faces, mesh.faces[:, ::-1] + below, *walls])
    return MeshModel(np.concatenate([points + step, points - step]), faces)
