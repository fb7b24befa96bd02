"""Surfaces that meet in edges of more than two faces, taken apart and closed each for itself."""

from __future__ import annotations

import numpy as np
from manifold3d import Error, Manifold, Mesh

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.holes import close_holes, split_crowded
from memoreez_desktop.geometry.mesh_merge import drop_unused
from memoreez_desktop.geometry.solids import Solid
from memoreez_desktop.geometry.topology import bodies, edge_table, is_balanced
from memoreez_desktop.printability.ladder.api import Change, RungInfo, Wishes
from memoreez_desktop.printability.ladder.look import NO_VOLUME, Look
from memoreez_desktop.printability.ladder.sheets import encloses_nothing

MAX_PARTS = 5_000
_GUESSED_IOU = 0.8


class PartingRung:
    """Closes each part; together they may still touch or overlap, which is for the next rung."""

    info = RungInfo("parting", say("Taking surfaces apart"), least_iou=_GUESSED_IOU)
    id = info.id

    def needed(self, look: Look, wishes: Wishes) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        return not look.table.watertight

    def heavy(self, look: Look) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        return look.mesh.triangles > 200_000

    def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        limit = NO_VOLUME * float(np.linalg.norm(mesh.extents_mm)) ** 3
        pieces = _pieces(mesh)
        closed: list[MeshModel] = []
        holes, split, sheets = 0, 0, 0
        for done, piece in enumerate(pieces):
            job.progress(done / len(pieces), say("Closing surfaces"))
            found = _closed(piece)
            if found is None or abs(_volume_mm3(found[0])) <= limit or _is_sheet(piece, found):
                sheets += 1
                continue
            closed.append(found[0])
            holes += found[1]
            split += found[2]
        if not closed:
            return []
        told = (
            ("closed-holes", say("Holes closed: {count}.", count=holes), holes),
            (
                "took-apart",
                say("Parts whose surfaces met in one edge, taken apart: {count}.", count=split),
                split,
            ),
            (
                "dropped-sheets",
                say("Loose sheets without thickness left out: {count}.", count=sheets),
                sheets,
            ),
        )
        said = [line for line in told if line[2]]
        if not said:
            count = len(closed)
            said = [("took-apart", say("Touching parts taken apart: {count}.", count=count), count)]
        changes = [Change(*said[0], mesh=together(closed))]
        return changes + [Change(*line) for line in said[1:]]


def together(meshes: list[MeshModel]) -> MeshModel:
    """Put meshes side by side into one; what touches stays apart by its indices."""
    starts = np.cumsum([0, *(len(mesh.vertices) for mesh in meshes)])
    faces = [mesh.faces + start for mesh, start in zip(meshes, starts, strict=False)]
    return MeshModel(np.concatenate([mesh.vertices for mesh in meshes]), np.concatenate(faces))


def refuse_cloud(count: int) -> None:
    """Refuse thousands of pieces.

    Raises
    ------
    MeshError
    """
    if count > MAX_PARTS:
        raise MeshError(
            say("This model is a cloud of {count} loose pieces, not a surface.", count=count),
            say("Export it as one closed mesh, then open it again."),
        )


def _volume_mm3(mesh: MeshModel) -> float:
    middle = mesh.bounds_mm.mean(axis=0)
    return mesh.moved(*(-float(v) for v in middle)).volume_mm3


def _pieces(mesh: MeshModel) -> list[MeshModel]:
    """Take a mesh apart along everything that is no proper edge."""
    count, body = bodies(mesh.triangles, edge_table(mesh.faces, len(mesh.vertices)).pairs)
    refuse_cloud(count)
    if count == 1:
        return [mesh]
    order = np.argsort(body, kind="stable")
    cuts = np.flatnonzero(np.diff(body[order])) + 1
    return [drop_unused(mesh.vertices, mesh.faces[rows]) for rows in np.split(order, cuts)]


def solid_of(mesh: MeshModel) -> Solid | None:
    """Build a solid; None when the mesh is none."""
    # WORKAROUND manifold3d 3.5.4: the constructor ends the process on some open meshes whose half-edges
    # add up by number alone, where it should report that they are not manifold.
    if not is_balanced(mesh.faces):
        return None
    solid = Manifold(Mesh(np.array(mesh.vertices), mesh.faces.astype(np.uint32)))
    return solid if solid.status() == Error.NoError and not solid.is_empty() else None


def _is_sheet(piece: MeshModel, found: tuple[MeshModel, int, int]) -> bool:
    closed, holes, split = found
    return holes > 0 and not split and encloses_nothing(Look(closed), piece.triangles)


def _closed(piece: MeshModel) -> tuple[MeshModel, int, int] | None:
    """Climb: as it is, holes covered, taken apart where surfaces meet; with holes and splits."""
    if edge_table(piece.faces, len(piece.vertices)).watertight:
        return piece, 0, 0
    if piece.triangles < 2:
        return None
    covered, holes = close_holes(piece)
    if is_balanced(covered.faces):
        table = edge_table(covered.faces, len(covered.vertices))
        return (covered, holes, 0) if table.watertight else (split_crowded(covered), holes, 1)
    apart, holes = close_holes(split_crowded(piece))
    return (apart, holes, 1) if is_balanced(apart.faces) else None
