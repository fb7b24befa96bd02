"""What can be told of a merged mesh at a glance, each thing computed once."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.columns import crossed_ratio
from memoreez_desktop.geometry.standing import CONTACT_Z_MM
from memoreez_desktop.geometry.topology import EdgeTable, bodies, body_volumes, edge_table
from memoreez_desktop.geometry.triangle_tree import TriangleTree
from memoreez_desktop.geometry.winding_number import WindingTree

NO_VOLUME = 1e-9
"""Of the diagonal cubed: a part below it is a sheet without thickness."""
CROSSED_RATIO = 0.005
"""A slicer fills what is inside twice like the rest; more than this share is a fault worth a new surface."""
_SPECK_MM3, _SPECK_RATIO = 5.0, 1e-3
_SKIN_RATIO = 0.3
_MOST_BOXES = 500
_ASKED = 16


class Look:
    """A mesh of vertices merged by position, without collapsed faces, looked at.

    Parameters
    ----------
    mesh : MeshModel
    """

    def __init__(self, mesh: MeshModel) -> None:
        self.mesh = mesh

    @cached_property
    def table(self) -> EdgeTable:
        """How the faces meet."""
        return edge_table(self.mesh.faces, len(self.mesh.vertices))

    @cached_property
    def bodies(self) -> tuple[int, NDArray[np.int32]]:
        """How many bodies there are, and the body of each face."""
        return bodies(self.mesh.triangles, self.table.pairs)

    @cached_property
    def volumes_mm3(self) -> NDArray[np.float64]:
        """Signed volume of each body, seen from the middle of all."""
        count, body = self.bodies
        middle = self.mesh.bounds_mm.mean(axis=0).astype(np.float32)
        return body_volumes(self.mesh.vertices - middle, self.mesh.faces, body, count)

    @cached_property
    def diagonal_mm(self) -> float:
        """Length of the diagonal of its box."""
        return float(np.linalg.norm(self.mesh.extents_mm))

    @cached_property
    def no_volume(self) -> NDArray[np.bool_]:
        """Bodies that enclose nothing."""
        return np.asarray(np.abs(self.volumes_mm3) <= NO_VOLUME * self.diagonal_mm**3)

    @cached_property
    def closed(self) -> NDArray[np.bool_]:
        """Bodies without an open edge or one of too many faces."""
        count, body = self.bodies
        torn = np.zeros(count, dtype=bool)
        torn[body[self.table.open_faces]] = True
        torn[body[self.table.crowded_faces]] = True
        return ~torn

    @cached_property
    def boxes(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Lowest and highest corner of each body, (count, 3) each."""
        count, body = self.bodies
        if count == 1:
            return self.mesh.bounds_mm[:1], self.mesh.bounds_mm[1:]
        low, high = np.full((count, 3), np.inf), np.full((count, 3), -np.inf)
        order = np.argsort(body, kind="stable")
        starts = np.r_[0, np.flatnonzero(np.diff(body[order])) + 1]
        corners = self.mesh.vertices[self.mesh.faces[order]]
        low = np.minimum.reduceat(corners.min(axis=1), starts).astype(np.float64)
        high = np.maximum.reduceat(corners.max(axis=1), starts).astype(np.float64)
        return low, high

    @cached_property
    def crossed_ratio(self) -> float:
        """Share of the inside that the surface goes round twice or the wrong way; 0 while it is open."""
        return crossed_ratio(self.mesh) if self.table.watertight else 0.0

    @cached_property
    def tree(self) -> TriangleTree:
        """For distances to it."""
        return TriangleTree.of(self.mesh)

    @cached_property
    def around(self) -> WindingTree:
        """For winding numbers."""
        return WindingTree(self.tree)

    @cached_property
    def may_touch(self) -> bool:
        """True when the boxes of two solid bodies meet, or a hollow lies in no solid."""
        count = self.bodies[0]
        if count < 2:
            return False
        if count > _MOST_BOXES:
            return True
        low, high = self.boxes
        hollow = self.volumes_mm3 < 0
        meet = np.asarray(((low[:, None] <= high[None]) & (high[:, None] >= low[None])).all(axis=2))
        inside = np.asarray(((low[:, None] > low[None]) & (high[:, None] < high[None])).all(axis=2))
        solid_meet = meet[~hollow][:, ~hollow].sum() > (~hollow).sum()
        return bool(solid_meet or not inside[hollow][:, ~hollow].any(axis=1).all())

    @cached_property
    def specks(self) -> NDArray[np.bool_]:
        """Bodies of less than 5 mm³ and a thousandth of the whole that do not reach the bed."""
        count = self.bodies[0]
        if count < 2:
            return np.zeros(count, dtype=bool)
        limit = min(_SPECK_MM3, _SPECK_RATIO * float(self.volumes_mm3.sum()))
        in_air = self.boxes[0][:, 2] > self.mesh.bounds_mm[0, 2] + CONTACT_Z_MM
        return np.asarray((self.volumes_mm3 >= 0) & (self.volumes_mm3 < limit) & in_air)

    @cached_property
    def skins(self) -> NDArray[np.bool_]:
        """Hollows that leave only walls: together at least 0.3 of the solid whose box they lie in."""
        count = self.bodies[0]
        hollow = self.volumes_mm3 < 0
        skin = np.zeros(count, dtype=bool)
        if count < 2 or not hollow.any() or not self.table.watertight:
            return skin
        low, high = self.boxes
        inside: dict[int, list[int]] = {}
        for body in np.flatnonzero(hollow).tolist():
            around = ~hollow & (low < low[body]).all(axis=1) & (high > high[body]).all(axis=1)
            if around.any():
                holders = np.flatnonzero(around)
                smallest = int(holders[self.volumes_mm3[holders].argmin()])
                inside.setdefault(smallest, []).append(body)
        for holder, hollows in inside.items():
            share = -float(self.volumes_mm3[hollows].sum()) / float(self.volumes_mm3[holder])
            skin[hollows] = share >= _SKIN_RATIO
        return skin

    @property
    def printable(self) -> bool:
        """True when a slicer can take it: closed, the inside inside, nothing crossing."""
        return (
            bool(self.mesh.triangles)
            and self.table.watertight
            and not bool(self.no_volume.any())
            and self.mesh.volume_mm3 > 0
            and self.crossed_ratio <= CROSSED_RATIO
        )

    def elsewhere(self, moved: MeshModel) -> Look:
        """Look at the same mesh in another place; how its faces meet need not be found again."""
        look = Look(moved)
        look.__dict__.update(
            {name: self.__dict__[name] for name in ("table", "bodies") if name in self.__dict__}
        )
        return look

    def rows_of(self, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Faces of the chosen bodies, (m,) bool."""
        return np.asarray(chosen[self.bodies[1]])


def asked_points(mesh: MeshModel, most: int = _ASKED) -> NDArray[np.float64]:
    """Choose vertices that stand for a whole body: every n-th, and the outermost one in each of six ways."""
    points = mesh.vertices.astype(np.float64)
    step = 1 + len(points) // most
    chosen = np.unique(np.r_[points.argmin(0), points.argmax(0), 0 : len(points) : step])
    return np.asarray(points[chosen], dtype=np.float64)
