"""Make every keepsake from kind and from nasty stories and photos, and look whether each is sound or refused.

    python build/sweep_products.py [--product ID …] [--cases 20] [--judge 1]

Each case is built as it is printed, written as STL and read back, checked, and sliced by the embedded engine;
the first ``--judge`` files of a product also go before the independent judge of the tests. Ends with 1 if a
keepsake is unsound, too thin, or faulty in the eyes of the judge. The photos come with scikit-image.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import trimesh
from manifold3d import Error, Manifold, Mesh
from sweep_cases import TOLD, Case, draw_case, draw_photos

from memoreez_desktop.core.errors import InputError, MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.geometry.mesh_files import save_mesh
from memoreez_desktop.printability.checks import check_mesh
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.services.load_photos import reference_photo
from memoreez_desktop.services.profiles import slice_settings, suggested_quality_id
from memoreez_desktop.services.slice_keepsake import slice_keepsake

JUDGE = Path(__file__).resolve().parent.parent / "tests" / "judge" / "gcode_verify.py"
THINNEST_MM = 0.8
LEAST_CONTACT_MM2 = 60.0


@dataclass
class Outcome:
    """What became of it: the words of its refusal, or its defects."""

    refused: str = ""
    unsound: list[str] = field(default_factory=list)
    thin: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def try_case(case: Case, folder: Path) -> Outcome:
    """Build, check and slice one keepsake."""
    outcome = Outcome()
    product_id = case.recipe.product_id
    recipe = case.recipe
    try:
        if case.photo:
            recipe = replace(recipe, photo=reference_photo(case.photo))
        mesh = product_catalog().get(product_id).build(recipe, "final", JobContext()).mesh
    except InputError as error:
        outcome.refused = f"{error.message} {error.hint}"
        return outcome
    except Exception as error:  # noqa: BLE001 - whatever breaks is what is looked for
        outcome.unsound.append(repr(error))
        return outcome
    settings = slice_settings(quality_id=suggested_quality_id(product_id))
    model = save_mesh(mesh, folder / f"{product_id}-{case.number}.stl")
    outcome.unsound += list(flaws(mesh, model))
    report = check_mesh(mesh, settings.printer)
    severe = [finding.code for finding in report.findings if finding.severity != "info"]
    outcome.thin += [code for code in severe if code in ("too-thin", "fragile")]
    outcome.unsound += [code for code in severe if code not in ("too-thin", "fragile", "overhang")]
    if report.smallest_mm < THINNEST_MM:
        outcome.thin.append(f"{report.smallest_mm} mm")
    if report.contact_mm2 < LEAST_CONTACT_MM2:
        outcome.unsound.append(f"stands on {report.contact_mm2:.0f} mm²")
    out = model.with_suffix(".gcode")
    try:
        slice_keepsake(mesh, settings, out, "", JobContext())
    except MemoreezError as error:
        outcome.faults.append(error.message)
    else:
        outcome.faults += judge(model, out, settings) if case.judged else []
    for path in (model, out):
        path.unlink(missing_ok=True)
    return outcome


def flaws(mesh: MeshModel, model: Path) -> list[str]:
    """Look for what makes a solid unsound, in memory and as another reader finds it in the file."""
    solid = Manifold(Mesh(mesh.vertices.astype(np.float32), mesh.faces.astype(np.uint32)))
    found = [] if solid.status() == Error.NoError else [str(solid.status())]
    if len([part for part in solid.decompose() if part.volume() > 0]) != 1:
        found.append("not one body")
    read = trimesh.load_mesh(model, process=True)
    if not (read.is_watertight and read.is_winding_consistent and read.volume > 0):
        found.append("not watertight as STL")
    if abs(float(mesh.bounds_mm[0, 2])) > 1e-4:
        found.append("not on the bed")
    return found


def judge(model: Path, gcode: Path, settings: SliceSettings) -> list[str]:
    """Ask the judge of the tests, which shares no code with the engine."""
    printer = settings.printer
    bed = f"{printer.bed_x_mm:g}x{printer.bed_y_mm:g}x{printer.height_mm:g}"
    quality = settings.quality
    infill = 100 * quality.fill_density_ratio
    words = [sys.executable, str(JUDGE), str(model), str(gcode), "--bed", bed, "--px", "0.15"]
    words += ["--walls", str(quality.perimeters), "--infill", f"{infill:g}"]
    words += ["--top", str(quality.top_solid_layers), "--bottom", str(quality.bottom_solid_layers)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode > 1:
        return [done.stdout + done.stderr]
    return [json.dumps(fault) for fault in json.loads(done.stdout)["faults"]]


def main() -> int:
    """Print one line for each product, and every refusal and defect below it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--product", nargs="*", default=product_catalog().ids)
    parser.add_argument("--cases", type=int, default=len(TOLD))
    parser.add_argument("--judge", type=int, default=1)
    asked = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        photos = draw_photos(folder)
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
            for product_id in asked.product:
                info = product_catalog().get(product_id).info
                cases = [draw_case(info, number, photos, asked.judge) for number in range(asked.cases)]
                outcomes = list(pool.map(try_case, cases, [folder] * len(cases)))
                bad += tell(product_id, cases, outcomes)
    return 1 if bad else 0


def tell(product_id: str, cases: list[Case], outcomes: list[Outcome]) -> int:
    """Print what became of a product's cases; return the number of defects."""
    kinds = ("refused", "unsound", "thin", "faults")
    counts = {kind: sum(bool(getattr(outcome, kind)) for outcome in outcomes) for kind in kinds}
    row = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    print(f"{product_id}: {len(cases) - counts['refused']} made, {row}")
    for case, outcome in zip(cases, outcomes, strict=True):
        for kind in kinds:
            if said := getattr(outcome, kind):
                print(f"    {kind} {case}: {said if isinstance(said, str) else '; '.join(said)}", flush=True)
    return counts["unsound"] + counts["thin"] + counts["faults"]


if __name__ == "__main__":
    sys.exit(main())
