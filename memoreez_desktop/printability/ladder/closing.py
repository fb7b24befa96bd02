"""Holes of a surface that is otherwise sound, covered."""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.holes import close_holes
from memoreez_desktop.geometry.mesh_merge import drop_unused
from memoreez_desktop.printability.ladder.api import Change, RungInfo, Wishes
from memoreez_desktop.printability.ladder.look import Look
from memoreez_desktop.printability.ladder.sheets import encloses_nothing

_GUESSED_IOU = 0.8
"""What covers a hole is a guess; where a quarter of a box is gone, winding numbers guess otherwise."""


class ClosingRung:
    """Covers holes; sheets that enclose nothing even then are left out beside what does."""

    info = RungInfo("closing", say("Closing holes"), least_iou=_GUESSED_IOU)
    id = info.id

    def needed(self, look: Look, wishes: Wishes) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        return len(look.table.open_faces) > 0 and not look.table.crowded_edges

    def heavy(self, look: Look) -> bool:
        """Never."""
        return False

    def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        covered, holes = close_holes(mesh)
        look = Look(covered)
        if not look.table.watertight or encloses_nothing(look, mesh.triangles):
            return []
        sheets = int(look.no_volume.sum())
        if not sheets:
            return [Change("closed-holes", say("Holes closed: {count}.", count=holes), holes, covered)]
        changes: list[Change] = []
        # A hole of a sheet is covered only to see that it encloses nothing.
        torn = holes - _holes_in(look, mesh.triangles)
        left = drop_unused(covered.vertices, covered.faces[~look.rows_of(look.no_volume)])
        message = say("Loose sheets without thickness left out: {count}.", count=sheets)
        changes.append(Change("dropped-sheets", message, sheets, left))
        if torn > 0:
            changes.append(Change("closed-holes", say("Holes closed: {count}.", count=torn), torn))
        return changes


def _holes_in(look: Look, first_lid: int) -> int:
    """Count the sheets whose lids were added."""
    return len(set(look.bodies[1][first_lid:].tolist()) & set(look.no_volume.nonzero()[0].tolist()))
