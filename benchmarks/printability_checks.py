"""The printability checks against the clock of a slicer, and against themselves on a finer model.

    python benchmarks/printability_checks.py --meshes FOLDER [--rounds N]

Processor seconds, medians, all in one run. FOLDER holds ``real/stanford-bunny.stl`` (70,000 triangles); it is
repaired first, because PrusaSlicer leaves layers out of an open model. All checks take at most an eighth
of what PrusaSlicer takes to slice the same file, and on a model of about nine times as many triangles at
most four times as long as on the bunny. The maps are told beside them. Ends with 1 if a promise is missed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.mesh_files import load_mesh, save_mesh
from memoreez_desktop.printability.catalog import check_catalog
from memoreez_desktop.printability.repair import repair_mesh
from memoreez_desktop.printability.subject import Subject
from memoreez_desktop.services.check_model import check_model
from memoreez_desktop.services.model_maps import MAPS, model_map

import slicing_engines as engines
from measure import ROUNDS, report
from slicing_models import refined

CHECKS_TO_SLICING = 1 / 8
FINE_TO_COARSE = 4.0
PRINTER = engines.SETTINGS.printer


def cpu(work: Callable[[], object]) -> float:
    """Return the processor seconds of a piece of work in this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


def checks(mesh: MeshModel) -> float:
    """Run every check on a mesh in memory."""
    return cpu(lambda: check_model(mesh, PRINTER, JobContext()))


def tell_parts(name: str, mesh: MeshModel) -> None:
    """Print what each check and each map takes, the shared measures counted to whoever asks first."""
    subject = Subject(mesh, PRINTER)
    spent = {check.id: cpu(lambda c=check: list(c.run(subject))) for check in check_catalog()}
    spent |= {f"map {each}": cpu(lambda m=each: model_map(mesh, PRINTER, m, JobContext())) for each in MAPS}
    told = ", ".join(f"{part} {seconds:.2f}" for part, seconds in spent.items() if seconds >= 0.01)
    print(f"{name}, {mesh.triangles} triangles, CPU s: {told}", flush=True)


def measure(coarse: MeshModel, rounds: int, folder: Path) -> bool:
    """Measure both promises."""
    fine = refined(coarse)
    model = save_mesh(coarse, folder / "coarse.stl")
    checks(coarse)
    tell_parts("bunny", coarse)
    tell_parts("refined", fine)
    ours = [checks(coarse) for _ in range(rounds)]
    finer = [checks(fine) for _ in range(rounds)]
    kept = report(f"{fine.triangles} triangles vs {coarse.triangles}", finer, ours, FINE_TO_COARSE)
    sliced = [engines.prusa(model, folder / "peer.gcode", supports=False) for _ in range(rounds)]
    theirs = [cost.cpu_s for cost in sliced if cost is not None]
    if not theirs:
        print(f"all checks {statistics.median(ours):.2f} CPU s; PrusaSlicer is not here")
        return kept
    return report("all checks vs PrusaSlicer's slicing", ours, theirs, CHECKS_TO_SLICING) and kept


def main() -> int:
    """Measure what is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meshes", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    bunny = load_mesh(asked.meshes / "real" / "stanford-bunny.stl", JobContext())
    with tempfile.TemporaryDirectory() as name:
        repaired = repair_mesh(bunny, JobContext()).mesh
        return 0 if measure(repaired, asked.rounds, Path(name)) else 1


if __name__ == "__main__":
    sys.exit(main())
