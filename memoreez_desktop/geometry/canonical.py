"""One order for the same surface: vertices by position, each face from its lowest vertex, faces in a row."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.mesh import MeshModel


def canonical(mesh: MeshModel) -> MeshModel:
    """Return a mesh with the same triangles in an order that depends on nothing but them.

    Parameters
    ----------
    mesh : MeshModel
        No two vertices at the same place: as a weld leaves it.
    """
    # -0.0 and 0.0 are the same place and other bytes.
    points = mesh.vertices + np.float32(0.0)
    order = np.lexsort((points[:, 2], points[:, 1], points[:, 0]))
    number = np.empty(len(order), dtype=np.int64)
    number[order] = np.arange(len(order))
    faces = number[mesh.faces]
    first = np.argmin(faces, axis=1)
    rows = np.arange(len(faces))
    a, b, c = (faces[rows, (first + corner) % 3] for corner in range(3))
    count = max(len(points), 1)
    # One key of 64 bits holds two numbers; the third follows from them in a closed surface, but not in any.
    ranked = np.lexsort((c, a * count + b))
    return MeshModel(points[order], np.column_stack([a, b, c])[ranked].astype(np.int32))
