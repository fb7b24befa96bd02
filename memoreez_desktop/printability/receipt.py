"""What a repair says it has done."""

from __future__ import annotations

from dataclasses import dataclass, field

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.sections import Cutter
from memoreez_desktop.geometry.standing import CONTACT_Z_MM
from memoreez_desktop.printability.ladder.look import Look


@dataclass(frozen=True)
class RepairStep:
    """One change.

    Attributes
    ----------
    id : str
        Stable machine name, for example ``closed-holes``.
    message : str
        What was done, for people.
    count : int
        How many faces, holes or bodies it was done to.
    volume_change_ratio : float
        (after - before) / before; before is a guess while the surface is open,
        and the ratio 0 where it encloses nothing.
    p50_mm, p95_mm, max_mm : float
        Half, 95 % and all of the surfaces before and after lie closer to each other than this.
    seconds : float
        What the rung took by the clock; the first of its steps has the time of all.
    mesh_before : MeshModel or None
        What it was before this step, to look at, and to go back to.
    """

    id: str
    message: str
    count: int = 0
    volume_change_ratio: float = 0.0
    p50_mm: float = 0.0
    p95_mm: float = 0.0
    max_mm: float = 0.0
    seconds: float = 0.0
    mesh_before: MeshModel | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class MeshFacts:
    """What can be said of a mesh before and after."""

    watertight: bool
    triangles: int
    bodies: int
    open_edges: int
    volume_mm3: float
    size_mm: tuple[float, float, float]
    contact_mm2: float


@dataclass(frozen=True)
class Repair:
    """A mended mesh and its receipt.

    Attributes
    ----------
    mesh : MeshModel
        Watertight, standing on z = 0.
    steps : tuple of RepairStep
        In the order in which they were done; empty when nothing had to be done.
    before, after : MeshFacts
    deviation_p95_mm : float
        95 % of the mended surface and 95 % of the original lie closer to each other than this.
    deviation_p50_mm, deviation_max_mm : float
        The same for half of both, and for all.
    volume_change_ratio : float
        (mended - before) / before; before is the absolute volume of what came in, which for an open or
        overlapping mesh is only a guess.
    placed_mm : (float, float, float)
        By how much the mended shape was moved onto the bed; the meshes of the steps are where the file
        has them.

    Notes
    -----
    All these figures are of the mended shape before it got its flat base: that is a wish, not a fault, and
    its step says what was cut or added.
    """

    mesh: MeshModel
    steps: tuple[RepairStep, ...]
    before: MeshFacts
    after: MeshFacts
    deviation_p95_mm: float
    volume_change_ratio: float
    deviation_p50_mm: float = 0.0
    deviation_max_mm: float = 0.0
    placed_mm: tuple[float, float, float] = (0.0, 0.0, 0.0)


def facts_of(mesh: MeshModel) -> MeshFacts:
    """Look at a merged mesh as it is."""
    return facts_from(Look(mesh))


def facts_from(look: Look) -> MeshFacts:
    """Tell what was seen of a merged mesh."""
    mesh = look.mesh
    contact = Cutter(mesh).cut(float(mesh.bounds_mm[0, 2]) + CONTACT_Z_MM)
    return MeshFacts(
        watertight=look.table.watertight,
        triangles=mesh.triangles,
        bodies=look.bodies[0],
        open_edges=len(look.table.open_faces),
        # An open mesh has a volume only seen from some point; its own middle is the fairest one.
        volume_mm3=mesh.volume_mm3 if look.table.closed else float(look.volumes_mm3.sum()),
        size_mm=mesh.extents_mm,
        contact_mm2=float(contact.shape.area()),
    )
