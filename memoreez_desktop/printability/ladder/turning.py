"""The winding made to agree: neighbours first, then each body by where it lies."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.mesh_merge import drop_unused
from memoreez_desktop.geometry.topology import faces_to_flip
from memoreez_desktop.geometry.winding_number import WindingTree
from memoreez_desktop.printability.ladder.api import Change, RungInfo, Wishes
from memoreez_desktop.printability.ladder.look import Look, asked_points

_MOST_BODIES = 2_000


class TurningRung:
    """Turns over as few faces as it takes; no place changes."""

    info = RungInfo("turning", say("Making the faces agree"))
    id = info.id

    def needed(self, look: Look, wishes: Wishes) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        return not look.table.coherent.all() or bool((look.closed & (look.volumes_mm3 < 0)).any())

    def heavy(self, look: Look) -> bool:
        """Never."""
        return False

    def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        changes: list[Change] = []
        look = Look(mesh)
        if not look.table.coherent.all():
            flip = faces_to_flip(mesh.triangles, look.table)
            if flip.any():
                look = Look(_turned(look.mesh, flip))
                count = int(flip.sum())
                message = say("Faces turned the right way: {count}.", count=count)
                changes.append(Change("turned-faces", message, count, look.mesh))
        if look.volumes_mm3.sum() < 0:
            look = Look(_turned(look.mesh, np.ones(mesh.triangles, dtype=bool)))
            message = say("Turned the model, which was inside out.")
            changes.append(Change("turned-inside-out", message, mesh.triangles, look.mesh))
        wrong = _inside_out(look, job)
        if wrong.any():
            count = int(wrong.sum())
            message = say("Parts turned that were inside out: {count}.", count=count)
            mended = _turned(look.mesh, look.rows_of(wrong))
            changes.append(Change("turned-parts", message, count, mended))
        return changes


def _turned(mesh: MeshModel, flip: NDArray[np.bool_]) -> MeshModel:
    return MeshModel(mesh.vertices, np.where(flip[:, None], mesh.faces[:, ::-1], mesh.faces))


def _inside_out(look: Look, job: JobContext) -> NDArray[np.bool_]:
    """Bodies of negative volume that lie wholly in no solid: they are no hollow of anything."""
    count, body = look.bodies
    negative = (look.volumes_mm3 < 0) & ~look.no_volume & look.closed
    wrong = np.zeros(count, dtype=bool)
    if count < 2 or count > _MOST_BODIES or not negative.any():
        return wrong
    low, high = look.boxes
    trees: dict[int, WindingTree] = {}
    for part in np.flatnonzero(negative):
        job.check_cancelled()
        around = (low <= low[part]).all(axis=1) & (high >= high[part]).all(axis=1)
        around &= ~negative & ~look.no_volume
        points = asked_points(drop_unused(look.mesh.vertices, look.mesh.faces[body == part]))
        for outer in np.flatnonzero(around).tolist():
            if outer not in trees:
                outer_mesh = drop_unused(look.mesh.vertices, look.mesh.faces[body == outer])
                trees[outer] = Look(outer_mesh).around
            if (np.abs(trees[outer].winding(points)) > 0.5).all():
                break
        else:
            wrong[part] = True
    return wrong
