"""The second rung: each part a closed solid of its own, then all of them joined."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pymeshfix
from manifold3d import Error, Manifold, Mesh, OpType
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.holes import close_holes, split_crowded
from memoreez_desktop.geometry.mesh_merge import drop_unused
from memoreez_desktop.geometry.solids import Solid, to_mesh
from memoreez_desktop.geometry.topology import bodies, edge_table, is_balanced
from memoreez_desktop.printability.receipt import RepairStep

MAX_PARTS = 5_000
_ASKED = 64
MAX_MESHFIX_TRIANGLES = 200_000
_NO_VOLUME = 1e-9
"""Of the diagonal cubed: a part below it is a sheet without thickness."""


@dataclass(frozen=True, eq=False)
class _Part:
    solid: Solid
    mesh: MeshModel
    volume_mm3: float


@dataclass(frozen=True, eq=False)
class Joined:
    """The union, and how many solid parts and cavities went into it."""

    solid: Solid
    parts: int
    cavities: int


@dataclass
class _Tally:
    holes: int = 0
    split: int = 0
    rebuilt: int = 0
    dropped: int = 0
    turned: int = 0
    cavities: int = 0


def join_parts(mesh: MeshModel, steps: list[RepairStep], job: JobContext) -> Joined:
    """Close each part of a clean mesh, and unite them; cavities stay hollow.

    Parameters
    ----------
    mesh : MeshModel
        Merged by position, coherently wound as far as that is possible.
    steps : list of RepairStep
        What was done is appended.
    job : JobContext

    Raises
    ------
    MeshError
        Nothing in it encloses a volume, or it is a cloud of thousands of pieces.
    Cancelled
    """
    tally = _Tally()
    parts = _sound_parts(mesh) or _closed_parts(mesh, tally, job)
    if not parts:
        raise MeshError(
            say("This model is a sheet without thickness; it encloses nothing that could be printed."),
            say("Give it a thickness in the program it comes from, then open it again."),
        )
    solid = _united(parts, tally)
    _tell(tally, steps)
    return Joined(solid, len(parts) - tally.cavities, tally.cavities)


def _sound_parts(mesh: MeshModel) -> list[_Part]:
    """Take a mesh apart that is closed already; nothing when it is not, or when a part has no volume."""
    whole = _solid(mesh)
    if whole is None:
        return []
    parts = whole.decompose()
    _refuse_cloud(len(parts))
    limit = _no_volume_mm3(mesh)
    found = [_Part(part, to_mesh(part), float(part.volume())) for part in parts]
    return found if all(abs(part.volume_mm3) > limit for part in found) else []


def _closed_parts(mesh: MeshModel, tally: _Tally, job: JobContext) -> list[_Part]:
    """Take a mesh apart and close each part that encloses something."""
    limit = _no_volume_mm3(mesh)
    parts: list[_Part] = []
    pieces = _pieces(mesh)
    for done, piece in enumerate(pieces):
        job.progress(done / len(pieces), say("Closing surfaces"))
        closed = _closed(piece, tally)
        volume = 0.0 if closed is None else float(closed[0].volume())
        if closed is None or abs(volume) <= limit:
            tally.dropped += 1
        else:
            parts.append(_Part(closed[0], closed[1], volume))
    return parts


def _no_volume_mm3(mesh: MeshModel) -> float:
    return _NO_VOLUME * float(np.linalg.norm(mesh.extents_mm)) ** 3


def _refuse_cloud(count: int) -> None:
    if count > MAX_PARTS:
        raise MeshError(
            say("This model is a cloud of {count} loose pieces, not a surface.", count=count),
            say("Export it as one closed mesh, then open it again."),
        )


def _pieces(mesh: MeshModel) -> list[MeshModel]:
    """Take a mesh apart along everything that is no proper edge."""
    count, body = bodies(mesh.triangles, edge_table(mesh.faces, len(mesh.vertices)).pairs)
    _refuse_cloud(count)
    if count == 1:
        return [mesh]
    order = np.argsort(body, kind="stable")
    cuts = np.flatnonzero(np.diff(body[order])) + 1
    return [drop_unused(mesh.vertices, mesh.faces[rows]) for rows in np.split(order, cuts)]


def _solid(mesh: MeshModel) -> Solid | None:
    # WORKAROUND manifold3d 3.5.4: the constructor ends the process on some open meshes whose half-edges
    # add up by number alone, where it should report that they are not manifold.
    if not is_balanced(mesh.faces):
        return None
    solid = Manifold(Mesh(np.array(mesh.vertices), mesh.faces.astype(np.uint32)))
    return solid if solid.status() == Error.NoError and not solid.is_empty() else None


def _closed(piece: MeshModel, tally: _Tally) -> tuple[Solid, MeshModel] | None:
    """Climb: as it is, holes covered, taken apart where surfaces meet, and at last rebuilt."""
    solid = _solid(piece)
    if solid is not None:
        return solid, piece
    if piece.triangles < 2:
        return None
    covered, holes = close_holes(piece)
    solid = _solid(covered)
    if solid is not None:
        tally.holes += holes
        return solid, covered
    apart, holes = close_holes(split_crowded(piece))
    solid = _solid(apart)
    if solid is not None:
        tally.split += 1
        tally.holes += holes
        return solid, apart
    rebuilt = _rebuilt(piece)
    if rebuilt is not None:
        tally.rebuilt += 1
    return rebuilt


def _rebuilt(piece: MeshModel) -> tuple[Solid, MeshModel] | None:
    """Let MeshFix rebuild a part. It may not return: callers run repairs in a process they can end."""
    if piece.triangles > MAX_MESHFIX_TRIANGLES:
        return None
    fixer = pymeshfix.MeshFix(piece.vertices.astype(np.float64), np.array(piece.faces))
    fixer.repair(joincomp=False, remove_smallest_components=False)
    points, faces = np.asarray(fixer.points), np.asarray(fixer.faces)
    if len(faces) < 4:
        return None
    mesh = MeshModel(points.astype(np.float32), faces.astype(np.int32))
    solid = _solid(mesh)
    return None if solid is None else (solid, mesh)


def _united(parts: list[_Part], tally: _Tally) -> Solid:
    """Add what is solid, take out what is a cavity; a part that is inside out and in nothing is turned."""
    solids = [part for part in parts if part.volume_mm3 > 0]
    cavities: list[Solid] = []
    for part in parts:
        if part.volume_mm3 > 0:
            continue
        mesh = MeshModel(part.mesh.vertices, part.mesh.faces[:, ::-1])
        turned = _solid(mesh)
        if turned is None:
            tally.dropped += 1
        elif any(_holds(outer, mesh) for outer in solids):
            cavities.append(turned)
        else:
            tally.turned += 1
            solids.append(_Part(turned, mesh, -part.volume_mm3))
    tally.cavities = len(cavities)
    whole = Manifold.batch_boolean([part.solid for part in solids], OpType.Add)
    return whole - Manifold.batch_boolean(cavities, OpType.Add) if cavities else whole


def _holds(outer: _Part, inner: MeshModel) -> bool:
    """Tell whether one part lies wholly inside another: bounds first, then winding numbers of its vertices.

    A part that only reaches into another is no hollow of it. Of large parts every n-th vertex is asked,
    and the outermost one in each of six directions.
    """
    low, high = outer.mesh.bounds_mm
    inner_low, inner_high = inner.bounds_mm
    if (inner_low < low).any() or (inner_high > high).any():
        return False
    points = inner.vertices.astype(np.float64)
    asked = np.unique(np.r_[points.argmin(0), points.argmax(0), 0 : len(points) : 1 + len(points) // _ASKED])
    return all(abs(winding_number(outer.mesh, points[index])) > 0.5 for index in asked)


def winding_number(mesh: MeshModel, point: NDArray[np.float64]) -> float:
    """How often a closed surface goes round a point (van Oosterom and Strackee's solid angle)."""
    corners = mesh.vertices.astype(np.float64)[mesh.faces] - point
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    la, lb, lc = (np.linalg.norm(v, axis=1) for v in (a, b, c))
    triple = np.einsum("ij,ij->i", a, np.cross(b, c))
    dots = (np.einsum("ij,ij->i", p, q) * r for p, q, r in ((a, b, lc), (b, c, la), (c, a, lb)))
    return float(np.arctan2(triple, la * lb * lc + sum(dots)).sum() / (2 * np.pi))


def _tell(tally: _Tally, steps: list[RepairStep]) -> None:
    if tally.holes:
        steps.append(
            RepairStep("closed-holes", say("Holes closed: {count}.", count=tally.holes), tally.holes)
        )
    if tally.split:
        message = say("Parts whose surfaces met in one edge, taken apart: {count}.", count=tally.split)
        steps.append(RepairStep("took-apart", message, tally.split))
    if tally.rebuilt:
        message = say("Parts rebuilt that were too damaged to close: {count}.", count=tally.rebuilt)
        steps.append(RepairStep("rebuilt-parts", message, tally.rebuilt))
    if tally.turned:
        message = say("Parts turned that were inside out: {count}.", count=tally.turned)
        steps.append(RepairStep("turned-parts", message, tally.turned))
    if tally.dropped:
        message = say("Loose sheets without thickness left out: {count}.", count=tally.dropped)
        steps.append(RepairStep("dropped-sheets", message, tally.dropped))
    if tally.cavities:
        message = say("Closed hollows kept: {count}.", count=tally.cavities)
        steps.append(RepairStep("kept-hollows", message, tally.cavities))
