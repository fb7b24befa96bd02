"""Edges that were one before a file or a program rounded them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.mesh_merge import drop_unused, without_collapsed
from memoreez_desktop.geometry.topology import bodies, edge_table
from memoreez_desktop.printability.ladder.api import Change, RungInfo, Wishes
from memoreez_desktop.printability.ladder.look import Look

_CRACKS = (1e-6, 1e-5, 1e-4)
"""Of the diagonal: what rounding leaves between edges that were one."""


class CracksRung:
    """Merges vertices of open edges that lie closer together than rounding leaves them."""

    info = RungInfo("cracks", say("Closing cracks"), least_iou=0.97)
    id = info.id

    def needed(self, look: Look, wishes: Wishes) -> bool:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        return len(look.table.open_faces) > 0

    def heavy(self, look: Look) -> bool:
        """Never."""
        return False

    def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """See :class:`~memoreez_desktop.printability.ladder.api.Rung`."""
        table = edge_table(mesh.faces, len(mesh.vertices))
        before = len(table.open_faces)
        diagonal = float(np.linalg.norm(mesh.extents_mm))
        rim = np.unique(table.open_edges)
        tree = cKDTree(mesh.vertices[rim].astype(np.float64))
        best, fewest = mesh, before
        for share in _CRACKS:
            job.check_cancelled()
            near = tree.query_pairs(share * diagonal, output_type="ndarray")
            if not len(near):
                continue
            candidate = _joined(mesh, rim, near)
            after = edge_table(candidate.faces, len(candidate.vertices))
            if len(after.open_faces) < fewest and after.crowded_edges <= table.crowded_edges:
                best, fewest = candidate, len(after.open_faces)
        if best is mesh:
            return []
        count = before - fewest
        message = say("Open edges closed that were only cracks: {count}.", count=count)
        return [Change("closed-cracks", message, count, best)]


def _joined(mesh: MeshModel, rim: NDArray[np.int64], near: NDArray[np.intp]) -> MeshModel:
    _, place = bodies(len(rim), near.astype(np.int64))
    _, first = np.unique(place, return_index=True)
    number = np.arange(len(mesh.vertices), dtype=np.int32)
    number[rim] = rim[first[place]]
    return drop_unused(mesh.vertices, without_collapsed(number[mesh.faces]))
