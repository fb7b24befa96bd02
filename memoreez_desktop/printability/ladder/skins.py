"""Inner skins of a double-walled model: they make a shell of what was meant solid."""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.mesh_merge import drop_unused
from memoreez_desktop.printability.ladder.api import Change, RungInfo, Wishes
from memoreez_desktop.printability.ladder.look import Look


class SkinsRung:
    """Fills hollows without an opening that together take up three tenths of what they lie in, or more.

    A bowl or a bottle has an opening, so its inner surface is no hollow and stays. A small closed hollow
    stays, too: somebody may have wanted it.
    """

    info = RungInfo("skins", say("Looking for inner skins"))
    id = info.id

    def needed(self, look: Look, wishes: Wishes) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        return "filled-skins" not in wishes.leave and bool(look.skins.any())

    def heavy(self, look: Look) -> bool:
        """Never."""
        return False

    def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        look = Look(mesh)
        count = int(look.skins.sum())
        left = drop_unused(mesh.vertices, mesh.faces[~look.rows_of(look.skins)])
        message = say(
            "Inner skins left out, so that it is solid: {count}. Undo this if it was meant hollow.",
            count=count,
        )
        return [Change("filled-skins", message, count, left)]
