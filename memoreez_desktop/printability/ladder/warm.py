"""Compiling once what the ladder needs, so that the first repair does not wait for it."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.solid_remesh import solid_remesh
from memoreez_desktop.printability.ladder.parting import together
from memoreez_desktop.printability.repair import repair_mesh

_CORNERS = np.array([[x, y, z] for x in (0, 9) for y in (0, 9) for z in (0, 9)], dtype=np.float32)
_SIDES = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
_CELLS = 12


def warm_kernels() -> None:
    """Mend small boxes with one fault each; their kernels are compiled, or loaded, on the way."""
    faces = np.array([[(a, b, c), (a, c, d)] for a, b, c, d in _SIDES]).reshape(-1, 3)
    box = MeshModel(_CORNERS, faces)
    torn = MeshModel(_CORNERS, faces[1:])
    turned = MeshModel(_CORNERS, np.concatenate([faces[:3, ::-1], faces[3:]]))
    for mesh in (box, torn, turned, together([box, torn.moved(4, 3, 2)])):
        repair_mesh(mesh, flat_base=False)
    for mesh in (box, torn):
        solid_remesh(mesh, _CELLS, JobContext())
