"""Fewer triangles for the same surface."""

from __future__ import annotations

import fast_simplification
import numpy as np

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say


def decimate(mesh: MeshModel, target_triangles: int) -> MeshModel:
    """Collapse edges by quadric error until about ``target_triangles`` are left.

    The result is for pictures, previews and rough estimates: a mesh to be printed goes through ``weld``. A
    mesh that is small enough already is returned as it is.

    Raises
    ------
    MeshError
        The target is below four, the smallest solid.
    """
    if target_triangles < 4:
        raise MeshError(say("A solid has at least four triangles."), say("Ask for more."))
    if mesh.triangles <= target_triangles:
        return mesh
    vertices, faces = fast_simplification.simplify(
        mesh.vertices.copy(), mesh.faces.copy(), target_count=target_triangles, agg=7
    )
    used = np.zeros(len(vertices), dtype=bool)
    used[faces] = True
    number = np.cumsum(used) - 1
    return MeshModel(vertices[used], number[faces].astype(np.int32))
