"""Slice in every manner after warming up, and print each kernel that had to be compiled for it."""

import importlib
import pkgutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import manifold3d
import numpy as np
from numba.core.dispatcher import Dispatcher

import memoreez_desktop.slicing as package
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import (
    LayerEvent,
    MaterialProfile,
    PrinterProfile,
    QualityProfile,
    SliceSettings,
)
from memoreez_desktop.slicing.builtin.engine import BuiltinEngine
from memoreez_desktop.slicing.builtin.warm import warm_kernels
from memoreez_desktop.slicing.gcode.reader import read_gcode

found = pkgutil.walk_packages(package.__path__, package.__name__ + ".")
modules = [importlib.import_module(module.name) for module in found]
kernels = {k.py_func: k for m in modules for k in vars(m).values() if isinstance(k, Dispatcher)}


def known():
    return {(f.__module__, f.__name__, s) for f, k in kernels.items() for s in k.signatures}


warm_kernels()
warmed = known()

ball = manifold3d.Manifold.sphere(9, 48).translate((0, 0, 7)).trim_by_plane((0, 0, 1), 0)
fin = manifold3d.Manifold.cube((14, 0.6, 9)) + manifold3d.Manifold.cube((14, 8, 1))
arch = manifold3d.Manifold.cube((16, 6, 8)) - manifold3d.Manifold.cube((10, 6, 5)).translate((3, 0, 0))


def mesh(solid):
    made = solid.to_mesh()
    return MeshModel(np.asarray(made.vert_properties)[:, :3], np.asarray(made.tri_verts).astype(np.int32))


base = SliceSettings(PrinterProfile("p", "P"), MaterialProfile("m", "M"), QualityProfile("q", "Q"))
wishes = [{"fill_pattern": p} for p in ("grid", "rectilinear", "triangles", "cubic", "gyroid", "concentric")]
wishes += [{"seam_position": s} for s in ("aligned", "rear", "nearest", "hidden")]
wishes += [{"supports": s} for s in ("off", "on", "auto")]
wishes += [
    {"spiral_vase": True},
    {"adaptive_layers": True},
    {"avoid_crossing_perimeters": True},
    {"avoid_crossing_perimeters": False},
    {"raft_layers": 2, "supports": "on"},
    {"external_perimeters_first": True},
    {"perimeters": 1, "fill_density_ratio": 0.0},
    {"fill_density_ratio": 1.0},
    {"brim_width_mm": 3.0},
    {"xy_size_compensation_mm": -0.1, "elephant_foot_compensation_mm": 0.2},
    {"skirts": 0},
]
folder = Path(tempfile.mkdtemp())
for wish in wishes:
    for solid in (ball, fin, arch):
        try:
            BuiltinEngine().slice(mesh(solid), base.with_quality(**wish), folder / "o.gcode", JobContext())
        except MemoreezError as error:
            print("refused", wish, error, file=sys.stderr)
printers = [{"use_relative_e_distances": False}, {"wipe_mm": 1.0, "coasting_mm3": 0.05}]
printers += [{"retract_lift_mm": 0.4}]
for wish in printers:
    settings = replace(base, printer=replace(base.printer, **wish), events=(LayerEvent("pause", 3.0),))
    BuiltinEngine().slice(mesh(arch), settings, folder / "o.gcode", JobContext())
    read_gcode(folder / "o.gcode")
for line in sorted(" ".join(map(str, entry)) for entry in known() - warmed):
    print(line)
