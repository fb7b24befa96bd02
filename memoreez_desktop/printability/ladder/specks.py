"""Crumbs that hang in the air, joined to nothing: they would only fall onto the print."""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.mesh_merge import drop_unused
from memoreez_desktop.printability.ladder.api import Change, RungInfo, Wishes
from memoreez_desktop.printability.ladder.look import Look


class SpecksRung:
    """Leaves out bodies of less than 5 mm³ and a thousandth of the whole that do not reach the bed."""

    info = RungInfo("specks", say("Looking for crumbs"))
    id = info.id

    def needed(self, look: Look, wishes: Wishes) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        return "dropped-specks" not in wishes.leave and bool(look.specks.any())

    def heavy(self, look: Look) -> bool:
        """Never."""
        return False

    def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        look = Look(mesh)
        count = int(look.specks.sum())
        kept = int((look.volumes_mm3 > 0).sum()) - count
        left = drop_unused(mesh.vertices, mesh.faces[~look.rows_of(look.specks)])
        message = (
            say("Crumbs in the air left out: {count}; larger pieces kept: {kept}.", count=count, kept=kept)
            if kept > 1
            else say("Crumbs in the air left out: {count}.", count=count)
        )
        return [Change("dropped-specks", message, count, left)]
