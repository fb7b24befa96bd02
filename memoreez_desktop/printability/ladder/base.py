"""The underside made flat, so that the thing stands: the smallest cut, or a plinth."""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.flat_base import (
    add_plinth,
    cut_depth_mm,
    cut_flat,
)
from memoreez_desktop.geometry.standing import (
    CUT_RATIOS,
    STABLE_DEG,
    TINY_BELOW_MM,
    enough_contact_mm2,
    footprint_mm2,
    stands,
)
from memoreez_desktop.printability.ladder.api import Change, RungInfo, Wishes
from memoreez_desktop.printability.ladder.look import Look


class BaseRung:
    """Cuts as little as possible; when no small cut is enough, puts a plinth under it."""

    info = RungInfo("base", say("Making it stand"))
    id = info.id

    def needed(self, look: Look, wishes: Wishes) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        # A thing of a few mm has no proper size yet; a 3 mm plinth would be larger than itself.
        sized = max(look.mesh.extents_mm) >= TINY_BELOW_MM
        return wishes.flat_base and sized and look.printable and not stands(look.mesh)

    def heavy(self, look: Look) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        return look.mesh.triangles > 400_000

    def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        mesh = mesh.on_bed()
        height = mesh.extents_mm[2]
        wanted = enough_contact_mm2(footprint_mm2(mesh.vertices))
        pieces = Look(mesh).bodies[0]
        for ratio in CUT_RATIOS:
            if "cut-flat" in wishes.leave:
                break
            job.check_cancelled()
            depth = cut_depth_mm(mesh, wanted, ratio * height, STABLE_DEG)
            if depth is None:
                continue
            cut = cut_flat(mesh, depth).on_bed()
            if Look(cut).bodies[0] <= pieces:
                message = say("Cut {depth:.2f} mm off its underside, so that it stands flat.", depth=depth)
                return [Change("cut-flat", message, 1, cut)]
        if "added-plinth" in wishes.leave:
            return []
        standing = add_plinth(mesh, STABLE_DEG).on_bed()
        message = say("Put a small plinth under it, so that it stands.")
        return [Change("added-plinth", message, 1, standing)]
