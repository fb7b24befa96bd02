"""CPU seconds of the embedded slicer beside PrusaSlicer, on the same files and settings.

    python benchmarks/bench_slicer.py [--runs 5] [--like-for-like] [--supports] [MODEL.stl …]

Without a model it makes two solids of its own: a bumpy ball of about 70,000 triangles and a keepsake. Warm is
the engine in a running process, from the mesh in memory to the file; cold is a whole new process: start,
imports, loading, writing. A model must be watertight and stand on its lowest point.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import manifold3d
import numpy as np

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile, SliceSettings
from memoreez_desktop.core.story import Story
from memoreez_desktop.geometry.mesh_files import load_mesh, save_mesh
from memoreez_desktop.sculpting.icon_figurine import IconFigurine
from memoreez_desktop.slicing.builtin.engine import BuiltinEngine
from memoreez_desktop.slicing.builtin.warm import warm_kernels

SETTINGS = SliceSettings(
    PrinterProfile("bench", "Bench", bed_x_mm=250.0, bed_y_mm=250.0),
    MaterialProfile("pla", "PLA"),
    QualityProfile("normal", "Normal"),
)
PRUSA = [
    "prusa-slicer",
    "--export-gcode",
    "--bed-shape=0x0,250x0,250x250,0x250",
    "--center=125,125",
    "--layer-height=0.2",
    "--first-layer-height=0.2",
    "--perimeters=2",
    "--top-solid-layers=4",
    "--bottom-solid-layers=4",
    "--fill-density=15%",
    "--skirts=1",
]
SUPPORTS = ["--support-material", "--support-material-threshold=40"]
LIKE_FOR_LIKE = ["--perimeter-generator=classic", "--fill-pattern=grid"]


def bumpy_ball() -> MeshModel:
    ball = manifold3d.Manifold.sphere(35, 380).warp_batch(
        lambda p: p * (1 + 0.04 * np.sin(p[:, :1] / 3) * np.cos(p[:, 1:2] / 2.7) * np.cos(p[:, 2:] / 3.3))
    )
    mesh = ball.translate((0, 0, 32)).trim_by_plane((0, 0, 1), 0).to_mesh()
    return MeshModel(np.asarray(mesh.vert_properties)[:, :3], np.asarray(mesh.tri_verts).astype(np.int32))


def figurine() -> MeshModel:
    recipe = Recipe("icon-figurine", story=Story(name="Karl", passions=("fishing",)))
    return IconFigurine().build(recipe, "final", JobContext()).mesh


def own_cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def child_cpu(command: list[str]) -> float:
    before = os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def settings_of(supports: bool) -> SliceSettings:
    return SETTINGS.with_quality(supports="auto" if supports else "off")


def slice_once(model: Path, out: Path, supports: bool) -> None:
    BuiltinEngine().slice(load_mesh(model), settings_of(supports), out, JobContext())


def measure(
    name: str, model: Path, runs: int, options: list[str], folder: Path, supports: bool = False
) -> None:
    mesh = load_mesh(model)
    out = folder / "out.gcode"
    engine = BuiltinEngine()
    settings = settings_of(supports)
    cold_command = [sys.executable, __file__, "--once", str(model), str(out)]
    cold_command += ["--supports"] if supports else []
    warm, cold, peer = [], [], []
    # In turns, so that what else the machine does falls on all three alike.
    for _ in range(runs):
        warm.append(own_cpu(lambda: engine.slice(mesh, settings, out, JobContext())))
        cold.append(child_cpu(cold_command))
        if shutil.which(PRUSA[0]):
            peer.append(child_cpu([*PRUSA, *options, "--output", str(folder / "peer.gcode"), str(model)]))
    figures = [
        f"{name:<18} {mesh.triangles:>8} {statistics.median(warm):>8.2f} {statistics.median(cold):>8.2f}"
    ]
    if peer:
        theirs = statistics.median(peer)
        ratios = (theirs / statistics.median(warm), theirs / statistics.median(cold))
        figures.append(f"{theirs:>8.2f}     1/{ratios[0]:<6.1f} 1/{ratios[1]:<6.1f}")
    else:
        figures.append("prusa-slicer is not installed")
    print(" ".join(figures), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("models", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument(
        "--like-for-like", action="store_true", help="classic perimeters and grid for the peer"
    )
    parser.add_argument("--supports", action="store_true", help="automatic supports on both sides")
    parser.add_argument("--once", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        slice_once(*options.once, options.supports)
        return
    warm_kernels()
    extra = [*(LIKE_FOR_LIKE if options.like_for_like else []), *(SUPPORTS if options.supports else [])]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        models = {model.stem: model for model in options.models}
        if not models:
            models = {
                "bumpy ball": save_mesh(bumpy_ball(), folder / "ball.stl"),
                "figurine": save_mesh(figurine(), folder / "figurine.stl"),
            }
        print(f"{'median CPU s':<18} {'faces':>8} {'warm':>8} {'cold':>8} {'prusa':>8}     warm     cold")
        for label, model in models.items():
            measure(label, model, options.runs, extra, folder, options.supports)


if __name__ == "__main__":
    main()
