"""Load every compiled loop of the slicer before a person waits for one."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile, SliceSettings
from memoreez_desktop.core.words import say
from memoreez_desktop.slicing.builtin.around.cavity_kernels import holds_closed_in
from memoreez_desktop.slicing.builtin.cutting.section_kernels import triangles_by_plane
from memoreez_desktop.slicing.builtin.engine import BuiltinEngine
from memoreez_desktop.slicing.builtin.output.text_kernels import write_moves
from memoreez_desktop.slicing.compiled import is_kept
from memoreez_desktop.slicing.gcode.planner import PlannerLimits
from memoreez_desktop.slicing.gcode.reader import measure

# A table with a thin fin: two feet, a plate that bridges them, and a wall of one line.
_BOXES = (
    ((0.0, 0.0, 0.0), (4.0, 8.0, 2.0)),
    ((10.0, 0.0, 0.0), (14.0, 8.0, 2.0)),
    ((0.0, 0.0, 1.9), (14.0, 8.0, 5.0)),
    ((1.0, 1.0, 4.9), (7.0, 1.6, 5.8)),
)
# Together they reach every loop there is; a test looks for one that is compiled later.
_WISHES: tuple[dict[str, Any], ...] = (
    {"fill_pattern": "grid", "supports": "on"},
    {"fill_pattern": "gyroid", "supports": "auto", "adaptive_layers": True},
    {"fill_pattern": "concentric", "supports": "off", "adaptive_layers": True},
    # Above its feet the thimble is in one piece, as a vase must be.
    {"spiral_vase": True, "bottom_solid_layers": 11},
)
_TALL = 4.0
_PLAIN_TEXT = b"G28\nG1 X5 Y5 Z0.2 F3000\nG1 X9 E1\nG3 X9 Y9 J2 E2\nG1 X5 E3\nG1 Y5 E4\n"


def prepare_once(job: JobContext) -> None:
    """Say so and compile everything if this is the first slice where nobody did it at installing."""
    # One of the first and one of the last loops of a slice.
    if all(is_kept(kernel) for kernel in (triangles_by_plane, write_moves)):
        return
    job.progress(0.0, say("Preparing the slicer for this computer: only this once, about a minute"))
    warm_kernels()


def warm_kernels() -> None:
    """Slice a thimble and read a few lines of foreign G-code.

    Notes
    -----
    Takes about a second when the loops are on disk already, a minute of one core the first time ever.
    """
    quality = QualityProfile("warm", "", brim_width_mm=1.0, top_solid_layers=3)
    settings = SliceSettings(PrinterProfile("warm", ""), MaterialProfile("warm", ""), quality)
    engine = BuiltinEngine()
    with tempfile.TemporaryDirectory(prefix="memoreez-") as folder:
        for wishes in _WISHES:
            chosen = settings.with_quality(**wishes)
            engine.slice(_thimble(), chosen, Path(folder) / "warm.gcode", JobContext())
        # High enough for trunks below its plate.
        tall = settings.with_quality(supports="on", layer_height_mm=0.3)
        engine.slice(_thimble(_TALL), tall, Path(folder) / "warm.gcode", JobContext())
    # Nothing of the thimble is hollow.
    holds_closed_in(np.zeros((1, 1, 1), np.uint8))
    plain = np.frombuffer(_PLAIN_TEXT, np.uint8)
    measure(plain, "warm.gcode")
    # Klipper's planner has a loop of its own.
    measure(plain, "warm.gcode", limits=PlannerLimits(square_corner_velocity_mm_s=5.0))


def _thimble(stretch: float = 1.0) -> MeshModel:
    corners = np.array([(x, y, z) for z in (0, 1) for y in (0, 1) for x in (0, 1)], np.float32)
    quads = ((0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5))
    faces = np.array([t for a, b, c, d in quads for t in ((a, b, c), (a, c, d))], np.int32)
    vertices = [np.array(low) + corners * (np.array(high) - np.array(low)) for low, high in _BOXES]
    return MeshModel(
        (np.concatenate(vertices) * (1.0, 1.0, stretch)).astype(np.float32),
        np.concatenate([faces + 8 * k for k in range(len(_BOXES))]),
    )
