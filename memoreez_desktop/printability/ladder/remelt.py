"""The last rung: the surface made anew from what is inside."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold, Mesh

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.columns import crossed_ratio
from memoreez_desktop.geometry.holes import close_holes, split_crowded
from memoreez_desktop.geometry.mesh_merge import drop_unused, merged
from memoreez_desktop.geometry.solid_remesh import solid_remesh
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.printability.ladder.api import Change, RungInfo, Wishes
from memoreez_desktop.printability.ladder.look import CROSSED_RATIO, Look
from memoreez_desktop.printability.ladder.measure import surface_moved
from memoreez_desktop.printability.ladder.parting import together
from memoreez_desktop.printability.ladder.sheets import is_soup

_OPEN_CELLS = 200
_SIMPLER_RATIO = 0.05
_LOST_RATIO = 0.05


class RemeltRung:
    """Makes the surface of what is crossing or cannot be closed anew, in cells.

    Bodies that are sound stay as they are; only crossing ones are made anew, where they can be told apart.
    """

    info = RungInfo("remelt", say("Making the surface anew"), least_iou=0.97, limit_s=90.0)
    id = info.id

    def needed(self, look: Look, wishes: Wishes) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        torn = not look.table.watertight and look.mesh.triangles > 3
        return torn or look.crossed_ratio > CROSSED_RATIO

    def heavy(self, look: Look) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        return not is_soup(look) and (not look.table.watertight or look.mesh.triangles > 100_000)

    def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        look = Look(mesh)
        if is_soup(look):
            raise MeshError(
                say("This model is a cloud of {count} loose pieces, not a surface.", count=look.bodies[0]),
                say("Export it as one closed mesh, then open it again."),
            )
        if look.table.watertight:
            made, count = _crossing_anew(look, wishes, job)
        else:
            made, count = _whole_anew(mesh, wishes, job), 1
        result = Look(merged(made.vertices, made.faces))
        if not result.mesh.triangles or not result.table.watertight:
            return []
        if surface_moved(look, result).p95_mm > _LOST_RATIO * look.diagonal_mm:
            return []
        cell = max(mesh.extents_mm) / wishes.remesh_cells
        message = say(
            "Surfaces made anew because they crossed or could not be closed: {count}. "
            "Details below {cell:.2g} mm are lost there.",
            count=count,
            cell=cell,
        )
        return [Change("made-anew", message, count, result.mesh)]


def _crossing_anew(look: Look, wishes: Wishes, job: JobContext) -> tuple[MeshModel, int]:
    """Make only the bodies anew that cross themselves; all, when none does alone."""
    count, body = look.bodies
    parts = [drop_unused(look.mesh.vertices, look.mesh.faces[body == k]) for k in range(count)]
    crossing = [
        volume > 0 and crossed_ratio(part) > CROSSED_RATIO
        for part, volume in zip(parts, look.volumes_mm3, strict=True)
    ]
    if count == 1 or not any(crossing):
        return _simpler(solid_remesh(look.mesh, wishes.remesh_cells, job), wishes), 1
    anew = [
        _simpler(solid_remesh(part, wishes.remesh_cells, job), wishes) if bad else part
        for part, bad in zip(parts, crossing, strict=True)
    ]
    return together(anew), sum(crossing)


def _whole_anew(mesh: MeshModel, wishes: Wishes, job: JobContext) -> MeshModel:
    """Close it as well as can be; where that is not enough, winding numbers of the open surface decide."""
    covered, _ = close_holes(split_crowded(mesh))
    closed = Look(covered).table.watertight
    cells = wishes.remesh_cells if closed else min(wishes.remesh_cells, _OPEN_CELLS)
    return _simpler(solid_remesh(covered if closed else mesh, cells, job), wishes)


def _simpler(mesh: MeshModel, wishes: Wishes) -> MeshModel:
    """Take out the triangles that a flat place does not need."""
    if mesh.triangles < 4:
        return mesh
    tolerance = _SIMPLER_RATIO * max(mesh.extents_mm) / wishes.remesh_cells
    solid = Manifold(Mesh(np.array(mesh.vertices), mesh.faces.astype(np.uint32))).simplify(tolerance)
    if solid.is_empty():
        return mesh
    made = to_mesh(solid)
    simpler = merged(made.vertices, made.faces)
    return simpler if Look(simpler).table.watertight else mesh
