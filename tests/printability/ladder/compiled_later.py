"""Repair in every manner after warming up, and print each kernel that had to be compiled for it."""

from __future__ import annotations

import importlib
import pkgutil

import numpy as np
from manifold3d import Manifold
from numba.core.dispatcher import Dispatcher

import memoreez_desktop.geometry as package
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.printability.ladder.api import Wishes
from memoreez_desktop.printability.ladder.parting import together
from memoreez_desktop.printability.ladder.warm import warm_kernels
from memoreez_desktop.printability.repair import repair_mesh
from tests.fakes.inline_ward import InlineWard

modules = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + ".")
]
kernels = {k.py_func: k for m in modules for k in vars(m).values() if isinstance(k, Dispatcher)}


def known() -> set[tuple[str, str, str]]:
    return {(f.__module__, f.__name__, str(s)) for f, k in kernels.items() for s in k.signatures}


warm_kernels()
warmed = known()
ball = to_mesh(Manifold.sphere(15, 32))
inner = MeshModel(ball.vertices * 0.9, ball.faces[:, ::-1])
sheet = MeshModel([[0, 0, 0], [40, 0, 0], [40, 30, 0]], [[0, 1, 2]] * 2)
loose = MeshModel(ball.vertices[ball.faces].reshape(-1, 3), np.arange(3 * ball.triangles).reshape(-1, 3))
faults = [
    ball,
    loose,
    MeshModel(ball.vertices, ball.faces[9:]),
    MeshModel(ball.vertices, ball.faces[:, ::-1]),
    MeshModel(ball.vertices, np.concatenate([ball.faces, ball.faces[:4]])),
    together([ball, ball.moved(9, 4, 2)]),
    together([ball, inner]),
    together([ball, inner, ball.scaled(0.2)]),
    sheet,
]
for mesh in faults:
    for flat in (True, False):
        try:
            repair_mesh(mesh, wishes=Wishes(flat_base=flat, remesh_cells=24), ward=InlineWard())
        except MemoreezError as error:
            print("refused", error)
for line in sorted(" ".join(entry) for entry in known() - warmed):
    print(line)
