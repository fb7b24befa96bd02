"""What is being checked, and everything that several checks need to know of it, computed once."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.geometry.mesh_merge import drop_unused, merge_positions
from memoreez_desktop.geometry.sections import Cutter, Section
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.geometry.standing import CONTACT_Z_MM
from memoreez_desktop.geometry.topology import EdgeTable, bodies, edge_table
from memoreez_desktop.printability.beginnings import Beginning, beginnings
from memoreez_desktop.printability.slabs import Slab, cut_slabs
from memoreez_desktop.printability.undersides import Undersides

ON_BED_MM = 0.3
"""An underside that ends below this lies on the bed: the first layer closes what is left."""
_LEVEL_RATIO = 0.9
LEANS_OUT_DEG = 45.0
"""From the vertical: from where on undersides come out rougher, as nearly every guide for filament says."""
LINES_PER_NOZZLE = 1.125
"""A 0.4 mm nozzle draws lines of 0.45 mm (PrusaSlicer's default for that nozzle)."""


class Subject:
    """A mesh as a printer will meet it: merged by position, standing on z = 0.

    Parameters
    ----------
    mesh : MeshModel
        Anywhere in space; faces of findings count in this mesh.
    printer : PrinterProfile
    quick : bool
        True for concept cards: fewer layers are looked at.

    Attributes
    ----------
    thin_mm3 : dict
        Volume that is thinner than a width in mm, for the widths at which it was measured.
    """

    def __init__(self, mesh: MeshModel, printer: PrinterProfile, *, quick: bool = False) -> None:
        self.original = mesh
        self.printer = printer
        self.quick = quick
        self.thin_mm3: dict[float, float] = {}
        vertices, index = merge_positions(mesh.vertices)
        faces = index[mesh.faces]
        finite = np.asarray(np.all(np.isfinite(vertices), axis=1))
        sound = finite[faces].all(axis=1) & (faces != faces[:, [1, 2, 0]]).all(axis=1)
        self._sound = np.flatnonzero(sound).astype(np.int32)
        self.mesh = drop_unused(vertices, faces[sound])
        self._lift_mm = float(self.mesh.bounds_mm[0, 2]) if self.mesh.triangles else 0.0
        if self.mesh.triangles:
            self.mesh = self.mesh.moved(dz_mm=-self._lift_mm)

    def original_faces(self, faces: NDArray[np.integer]) -> NDArray[np.int32]:
        """Turn face numbers of :attr:`mesh` into face numbers of the mesh that was handed in."""
        return np.unique(self._sound[faces])

    def original_point(self, point_mm: Iterable[float]) -> tuple[float, float, float]:
        """Place of a point of :attr:`mesh` in the mesh that was handed in."""
        x, y, z = (float(value) for value in point_mm)
        return x, y, z + self._lift_mm

    def on_original(self, values: NDArray[np.floating]) -> NDArray[np.float32]:
        """Give each face that was handed in the value it has in :attr:`mesh`; NaN where it is left out."""
        spread = np.full(self.original.triangles, np.nan, dtype=np.float32)
        spread[self._sound] = values
        return spread

    @property
    def line_width_mm(self) -> float:
        """Width of one extruded line."""
        return self.printer.nozzle_mm * LINES_PER_NOZZLE

    @cached_property
    def edges(self) -> EdgeTable:
        """How the faces meet."""
        return edge_table(self.mesh.faces, len(self.mesh.vertices))

    @cached_property
    def bodies(self) -> tuple[int, NDArray[np.int32]]:
        """How many bodies there are, and the body of each face."""
        return bodies(self.mesh.triangles, self.edges.pairs)

    @cached_property
    def _corners(self) -> NDArray[np.float64]:
        """(3, m, 3) float64, mm: first, second and third corner of each face."""
        points = self.mesh.vertices.astype(np.float64)
        return np.stack([points[self.mesh.faces[:, k]] for k in range(3)])

    @cached_property
    def _shares_mm3(self) -> NDArray[np.float64]:
        """(m,) float64: signed volume between each face and the origin."""
        return np.asarray(np.einsum("ij,ij->i", self._corners[0], self._cross) / 6, dtype=np.float64)

    @cached_property
    def volume_mm3(self) -> float:
        """Signed volume; meaningful for closed meshes."""
        return float(self._shares_mm3.sum())

    @cached_property
    def centre_of_mass_mm(self) -> NDArray[np.float64]:
        """(3,) float64 of a closed mesh; the mean vertex when it has no volume."""
        if self.volume_mm3 == 0:
            return np.asarray(self.mesh.vertices.mean(axis=0, dtype=np.float64))
        return np.asarray(self._shares_mm3 @ self._corners.sum(axis=0) / (4 * self.volume_mm3))

    @cached_property
    def body_volumes_mm3(self) -> NDArray[np.float64]:
        """Signed volume of each body; negative is a cavity, or a body turned inside out."""
        count, body = self.bodies
        return np.asarray(np.bincount(body, self._shares_mm3, count), dtype=np.float64)

    @cached_property
    def shadow(self) -> Shape:
        """Convex hull of all that is seen from above."""
        return Shape.hull_points(self.mesh.vertices[:, :2].astype(np.float64))

    @cached_property
    def hollow_bodies(self) -> NDArray[np.bool_]:
        """(count,) bool: which bodies are closed hollows; none when the surface is open or all inside out."""
        hollow = self.body_volumes_mm3 < 0
        return hollow if self.edges.watertight and not hollow.all() else np.zeros_like(hollow)

    def in_hollow(self, vertex: int) -> bool:
        """Tell whether a vertex lies on the wall of a closed hollow."""
        if not self.hollow_bodies.any():
            return False
        return bool(self.hollow_bodies[self.bodies[1][np.argmax((self.mesh.faces == vertex).any(axis=1))]])

    @cached_property
    def beginnings(self) -> tuple[Beginning, ...]:
        """Patches of layers with nothing below."""
        return beginnings(self.mesh, self.cutter, ON_BED_MM)

    @cached_property
    def _cross(self) -> NDArray[np.float64]:
        a, b, c = self._corners
        return np.asarray(np.cross(b - a, c - a), dtype=np.float64)

    @cached_property
    def face_areas_mm2(self) -> NDArray[np.float64]:
        """(m,) float64."""
        return np.asarray(np.sqrt(np.einsum("ij,ij->i", self._cross, self._cross)) / 2, dtype=np.float64)

    @cached_property
    def face_normals(self) -> NDArray[np.float64]:
        """(m, 3) float64 of length 1; zeros for a face without area."""
        doubled = 2 * self.face_areas_mm2[:, None]
        return np.divide(self._cross, doubled, out=np.zeros_like(self._cross), where=doubled > 0)

    @cached_property
    def face_up_ratio(self) -> NDArray[np.float64]:
        """(m,) float64: z of the unit normal, 1 is a top and -1 an underside."""
        doubled = 2 * self.face_areas_mm2
        return np.divide(self._cross[:, 2], doubled, out=np.zeros_like(doubled), where=doubled > 0)

    @cached_property
    def on_bed(self) -> NDArray[np.bool_]:
        """(m,) bool: undersides that lie on the bed."""
        return np.asarray((self.cutter.high_mm < ON_BED_MM) & (self.face_up_ratio < -_LEVEL_RATIO))

    @cached_property
    def undersides(self) -> Undersides:
        """Regions that lean out by more than 45° and do not lie on the bed."""
        up = self.face_up_ratio
        leaning = (up < -math.sin(math.radians(LEANS_OUT_DEG)) - 1e-6) & ~self.on_bed
        return Undersides(self.mesh, self.edges.pairs, -up * self.face_areas_mm2, np.flatnonzero(leaning))

    @cached_property
    def cutter(self) -> Cutter:
        """Cuts the mesh at any height."""
        return Cutter(self.mesh)

    @cached_property
    def slabs(self) -> tuple[Slab, ...]:
        """Cuts that stand for all layers; empty when the model has no height."""
        return cut_slabs(
            self.cutter,
            self.mesh.extents_mm[2],
            self.face_up_ratio,
            self.face_areas_mm2,
            quick=self.quick,
        )

    @cached_property
    def contact(self) -> Section:
        """The cut that lies on the bed."""
        return self.cutter.cut(CONTACT_Z_MM)

    @cached_property
    def contact_mm2(self) -> float:
        """Area that lies on the bed."""
        return float(self.contact.shape.area())
