"""What a repair says it has done."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.sections import Cutter
from memoreez_desktop.geometry.topology import bodies, edge_table
from memoreez_desktop.printability.subject import CONTACT_Z_MM


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
    """

    id: str
    message: str
    count: int = 0


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
    volume_change_ratio : float
        (mended - before) / before; before is the absolute volume of what came in, which for an open or
        overlapping mesh is only a guess.

    Notes
    -----
    Both figures are of the mended shape before it got its flat base: that is a wish, not a fault, and
    its step says what was cut or added.
    """

    mesh: MeshModel
    steps: tuple[RepairStep, ...]
    before: MeshFacts
    after: MeshFacts
    deviation_p95_mm: float
    volume_change_ratio: float


def facts_of(mesh: MeshModel) -> MeshFacts:
    """Look at a merged mesh as it is."""
    table = edge_table(mesh.faces, len(mesh.vertices))
    # An open mesh has a volume only seen from some point; its own middle is the fairest one.
    middle = -mesh.bounds_mm.mean(axis=0)
    seen = mesh.moved(*(float(v) for v in middle)) if np.isfinite(middle).all() else mesh
    contact = Cutter(mesh).cut(float(mesh.bounds_mm[0, 2]) + CONTACT_Z_MM)
    return MeshFacts(
        watertight=table.watertight,
        triangles=mesh.triangles,
        bodies=bodies(mesh.triangles, table.pairs)[0],
        open_edges=len(table.open_faces),
        volume_mm3=mesh.volume_mm3 if table.closed else seen.volume_mm3,
        size_mm=mesh.extents_mm,
        contact_mm2=float(contact.shape.area()),
    )
