"""Bodies that overlap or touch become one, before any volume, weight or price is told."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold, OpType
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.mesh_merge import drop_unused, merged
from memoreez_desktop.geometry.solids import Solid, weld
from memoreez_desktop.geometry.standing import TINY_BELOW_MM
from memoreez_desktop.printability.ladder.api import Change, RungInfo, Wishes
from memoreez_desktop.printability.ladder.look import Look, asked_points
from memoreez_desktop.printability.ladder.parting import refuse_cloud, solid_of

_WELDING_SIZE_MM = 100.0
_HEAVY_TRIANGLES, _HEAVY_PARTS = 200_000, 200
_SAME_RATIO = 1e-6


class UnitingRung:
    """Adds what is solid and takes each hollow out of the solid it lies in."""

    info = RungInfo("uniting", say("Joining the parts"), least_iou=0.97)
    id = info.id

    def needed(self, look: Look, wishes: Wishes) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        whole = not look.table.open_faces.size and bool(look.table.coherent.all())
        return whole and (look.may_touch or look.table.crowded_edges > 0)

    def heavy(self, look: Look) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        return look.mesh.triangles > _HEAVY_TRIANGLES or look.bodies[0] > _HEAVY_PARTS

    def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        # Tiny things are joined at a size for which the tolerances of the welding are made.
        longest = max(mesh.extents_mm)
        factor = _WELDING_SIZE_MM / longest if longest < TINY_BELOW_MM else 1.0
        look = Look(mesh.scaled(factor))
        refuse_cloud(look.bodies[0])
        parts = [_body(look, k) for k in range(look.bodies[0])]
        volumes = look.volumes_mm3
        solids, hollows = _solids(parts, volumes)
        if not solids or hollows is None:
            return []
        job.check_cancelled()
        for hollow, outer in hollows:
            solids[outer] = solids[outer] - hollow
        whole = Manifold.batch_boolean(list(solids.values()), OpType.Add)
        pieces = [piece.volume() for piece in whole.decompose()]
        left = sum(volume > 0 for volume in pieces)
        same = abs(sum(pieces) - volumes.sum()) <= _SAME_RATIO * abs(volumes.sum())
        apart = Look(merged(mesh.vertices, mesh.faces)).table.watertight
        if same and apart and len(pieces) == len(parts):
            return []
        try:
            joined = weld(whole, bodies=None)
        except MeshError:
            return []
        count = max(len(solids) - left, 1)
        message = say("Parts joined to those they touch: {count}.", count=count)
        changes = [Change("joined-parts", message, count, joined.scaled(1 / factor))]
        crumbs = left - int((Look(joined).volumes_mm3 > 0).sum())
        if crumbs > 0:
            told = say("Crumbs in the air left out: {count}.", count=crumbs)
            changes.append(Change("dropped-specks", told, crumbs))
        return changes


def _body(look: Look, number: int) -> MeshModel:
    return drop_unused(look.mesh.vertices, look.mesh.faces[look.bodies[1] == number])


def _solids(
    parts: list[MeshModel], volumes: NDArray[np.float64]
) -> tuple[dict[int, Solid], list[tuple[Solid, int]] | None]:
    """Solids by number, and each hollow with the smallest solid it lies in; None when a part is broken."""
    solids: dict[int, Solid] = {}
    hollows: list[tuple[Solid, int]] = []
    for number in np.flatnonzero(volumes > 0):
        solid = solid_of(parts[number])
        if solid is None:
            return {}, None
        solids[int(number)] = solid
    by_size = sorted(solids, key=lambda number: float(volumes[number]))
    for number in np.flatnonzero(volumes < 0):
        turned = MeshModel(parts[number].vertices, parts[number].faces[:, ::-1])
        solid = solid_of(turned)
        outer = next((k for k in by_size if _holds(parts[k], turned)), None)
        if solid is None:
            return {}, None
        if outer is None:
            solids[int(number)] = solid
        else:
            hollows.append((solid, outer))
    return solids, hollows


def _holds(outer: MeshModel, inner: MeshModel) -> bool:
    """Tell whether one part lies wholly inside another: bounds first, then winding numbers."""
    low, high = outer.bounds_mm
    inner_low, inner_high = inner.bounds_mm
    if (inner_low < low).any() or (inner_high > high).any():
        return False
    return bool((np.abs(Look(outer).around.winding(asked_points(inner))) > 0.5).all())
