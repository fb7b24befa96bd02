"""The search for orientations against the clock of a slicer, and its promise against two slicers' supports.

    python benchmarks/orientation.py --meshes FOLDER [--rounds N]

FOLDER holds ``real/*.stl``; each is repaired first, because PrusaSlicer leaves layers out of an open model.
Processor seconds, medians, all in one run: the search takes at most a quarter of what PrusaSlicer takes to
slice the same file without supports. Then each model is sliced with supports as it stands and as the search
lays it down for least support, by PrusaSlicer and by the embedded slicer: what either of them extrudes for
supports is never more than as it stands. The Stanford bunny is also searched with nine times the triangles,
against the same slicing of that. Ends with 1 if a promise is missed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.turning import turn_matrix
from memoreez_desktop.geometry.mesh_files import load_mesh, save_mesh
from memoreez_desktop.printability.orientation.api import Orientation
from memoreez_desktop.printability.orientation.choices import orientations
from memoreez_desktop.printability.repair import repair_mesh
from memoreez_desktop.services.preview import read_toolpaths

import slicing_engines as engines
from measure import ROUNDS, report
from slicing_models import refined

SEARCH_TO_SLICING = 1 / 4
FINE = "stanford-bunny"
LINE_MM2 = np.pi * 1.75**2 / 4


def laid(mesh: MeshModel, choice: Orientation) -> MeshModel:
    """Return the mesh as a choice lays it on the bed."""
    points = mesh.vertices.astype(np.float64) @ turn_matrix(choice.turn).T
    return MeshModel(points.astype(np.float32), mesh.faces).on_bed()


def supports_cm3(gcode: Path) -> float:
    """Return the plastic a file of G-code spends on supports."""
    stats, _ = read_toolpaths(gcode, JobContext())
    return sum(u.filament_mm for role, u in stats.roles.items() if "support" in role) * LINE_MM2 / 1000


def sliced_cm3(mesh: MeshModel, folder: Path) -> dict[str, float]:
    """Slice with supports and return what they take, by slicer."""
    ours, model, theirs = folder / "ours.gcode", save_mesh(mesh, folder / "laid.stl"), folder / "peer.gcode"
    engines.warm(mesh, engines.settings_of(True), ours)
    found = {"embedded": supports_cm3(ours)}
    if engines.prusa(model, theirs, supports=True) is not None:
        found["PrusaSlicer"] = supports_cm3(theirs)
    return found


def never_worse(name: str, mesh: MeshModel, choices: tuple[Orientation, ...], folder: Path) -> bool:
    """Print every choice, and what least support saves; return whether it is never more."""
    for choice in choices:
        print(
            f"{name}, {' + '.join(choice.aims)}: {choice.support_cm3:.1f} cm3 of air below overhangs, "
            f"{choice.contact_mm2:.0f} mm2 on the bed, leans {choice.tip_deg:.0f} deg, "
            f"{choice.height_mm:.0f} mm high, {choice.clean_ratio:.0%} of the detail clean",
            flush=True,
        )
    least = next(choice for choice in choices if "least-support" in choice.aims)
    before = sliced_cm3(mesh, folder)
    after = before if least is choices[0] else sliced_cm3(laid(mesh, least), folder)
    kept = True
    for slicer, cm3 in before.items():
        good = after[slicer] <= cm3 * 1.001
        verdict = "kept" if good else "MISSED"
        print(f"{name}, supports by {slicer}: {cm3:.2f} -> {after[slicer]:.2f} cm3, {verdict}", flush=True)
        kept &= good
    return kept


def in_time(name: str, mesh: MeshModel, rounds: int, folder: Path) -> bool:
    """Measure the search against PrusaSlicer; true where that is not here."""
    model = save_mesh(mesh, folder / "model.stl")
    orientations(mesh, engines.SETTINGS.printer, JobContext())
    ours, theirs = [], []
    for _ in range(rounds):
        started = time.process_time()
        orientations(mesh, engines.SETTINGS.printer, JobContext())
        ours.append(time.process_time() - started)
        cost = engines.prusa(model, folder / "peer.gcode", supports=False)
        theirs += [cost.cpu_s] if cost is not None else []
    if not theirs:
        print(f"{name}: {statistics.median(ours):.2f} CPU s; PrusaSlicer is not here", flush=True)
        return True
    return report(f"{name}, search vs PrusaSlicer's slicing", ours, theirs, SEARCH_TO_SLICING)


def measure(path: Path, rounds: int, folder: Path) -> bool:
    """Measure both promises on one model."""
    mesh = repair_mesh(load_mesh(path, JobContext()), JobContext()).mesh
    name = f"{path.stem}, {mesh.triangles} triangles"
    kept = in_time(name, mesh, rounds, folder)
    if path.stem == FINE:
        fine = refined(mesh)
        kept &= in_time(f"{path.stem}, {fine.triangles} triangles", fine, min(rounds, 3), folder)
    choices = orientations(mesh, engines.SETTINGS.printer, JobContext())
    return never_worse(name, mesh, choices, folder) and kept


def main() -> int:
    """Measure what is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meshes", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        models = sorted((asked.meshes / "real").glob("*.stl"))
        missed = sum(not measure(model, asked.rounds, Path(name)) for model in models)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
