"""Faces that are none are dropped, vertices merged by position, doubled faces taken once."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import Faces, MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.mesh_merge import drop_unused, merge_positions, without_collapsed
from memoreez_desktop.geometry.topology import bodies, edge_table
from memoreez_desktop.printability.ladder.api import Change, RungInfo, Wishes
from memoreez_desktop.printability.ladder.look import Look


class TidyRung:
    """What is no face, and what is one twice. No shape is lost."""

    info = RungInfo("tidy", say("Cleaning the surface"))
    id = info.id

    def needed(self, look: Look, wishes: Wishes) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        sound = look.table.watertight and look.bodies[0] == 1
        return not sound or not bool(np.isfinite(look.mesh.vertices).all())

    def heavy(self, look: Look) -> bool:
        """Never."""
        return False

    def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        changes: list[Change] = []
        finite = np.asarray(np.all(np.isfinite(mesh.vertices), axis=1))
        faces = mesh.faces if finite.all() else mesh.faces[finite[mesh.faces].all(axis=1)]
        vertices, index = merge_positions(mesh.vertices)
        lost = mesh.triangles - len(faces)
        if lost:
            message = say("Faces without a place left out: {count}.", count=lost)
            changes.append(Change("dropped-placeless", message, lost, drop_unused(vertices, index[faces])))
        whole = without_collapsed(index[faces])
        lost = len(faces) - len(whole)
        if lost:
            message = say("Faces without an area left out: {count}.", count=lost)
            changes.append(Change("dropped-collapsed", message, lost, drop_unused(vertices, whole)))
        single = _without_doubles(whole, len(vertices))
        lost = len(whole) - len(single)
        if lost:
            message = say("Doubled faces left out: {count}.", count=lost)
            changes.append(Change("dropped-doubled", message, lost, drop_unused(vertices, single)))
        return changes


def _without_doubles(faces: Faces, vertex_count: int) -> Faces:
    """Keep one face of each three vertices; none where two opposite ones are a wall between two rooms."""
    if not len(faces):
        return faces
    ordered = np.sort(faces, axis=1).astype(np.int64)
    a, b, c = faces[:, 0], faces[:, 1], faces[:, 2]
    even = (a < b).astype(np.int64) + (b < c) + (c < a) == 2
    order = np.lexsort((np.arange(len(faces)), ordered[:, 2], ordered[:, 1], ordered[:, 0]))
    rows = ordered[order]
    new = np.r_[True, np.any(rows[1:] != rows[:-1], axis=1)]
    if new.all():
        return faces
    first = np.flatnonzero(new)
    size = np.diff(first, append=len(faces))
    balance = np.add.reduceat(np.where(even[order], 1, -1), first)
    keep = np.sort(order[first])
    opposite = np.zeros(len(faces), dtype=bool)
    opposite[order[first[(balance == 0) & (size > 1)]]] = True
    kept, wall = faces[keep], opposite[keep]
    if not wall.any():
        return kept
    crowded = np.zeros(len(kept), dtype=bool)
    crowded[edge_table(kept, vertex_count).crowded_faces] = True
    walls = np.flatnonzero(wall)
    count, sheet = bodies(len(walls), edge_table(kept[walls], vertex_count).pairs)
    inner = np.bincount(sheet, crowded[walls], count) > 0
    drop = np.zeros(len(kept), dtype=bool)
    drop[walls[inner[sheet]]] = True
    return kept[~drop]
