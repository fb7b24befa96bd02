"""The promises about repair, against MeshFix on the same files in the same run.

    python benchmarks/printability.py --meshes FOLDER [--made] [--rounds 5]

Every model file below the folder is repaired by this program and by MeshFix (the library pymeshfix as it
comes), each in a process of its own with a time limit; with --made also a figure of 60,000 triangles
with one fault after the other. Processor seconds of the repair alone, without starting, importing,
compiling or reading the file; the median of five. Ours includes its receipt: how far the surface moved,
measured at each step. Distances are measured the same way for both: the mended surface against the
file's, and back, p95, exactly to the nearest triangle.

Promised: every file ends as a manifold or in a clear refusal; where MeshFix succeeds, too, ours deviates
no more; at most half of its time over all files that are not watertight, at most a tenth over all that
are sound.
The checks are measured by printability_checks.py.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

ROUNDS = 5
LIMIT_S = 120.0
NOT_WATERTIGHT, SOUND = 0.5, 0.1


@dataclass
class Ended:
    """How one side ended on one file; ``step_mm`` is what single precision rounds away."""

    said: str
    cpu_s: float = 0.0
    sound: bool = False
    manifold: bool = False
    faces: int = 0
    holes: int = 0
    shells: int = 0
    volume_mm3: float = 0.0
    p95_mm: float = 0.0
    step_mm: float = 0.0


def main() -> int:
    """Measure, print the table and the promises; 1 when one is not kept."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--meshes", type=Path, required=True)
    parser.add_argument("--made", action="store_true", help="also faults of our own making")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--one", nargs=2, metavar=("SIDE", "FILE"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(asdict(SIDES[args.one[0]](Path(args.one[1])))))
        return 0
    files = sorted(path for path in args.meshes.rglob("*.*") if path.suffix.lower() in SUFFIXES)
    if args.made:
        files += made_faults(Path(tempfile.mkdtemp()))
    head = f"{'file':32}{'ended':>44}{'holes':>6}{'shells':>7}{'volume':>9}{'p95 mm':>9}"
    print(f"{head}{'CPU ms':>9} | {'MeshFix':>9}{'CPU ms':>9}{'p95 mm':>9}")
    rows = [
        (path, measured("ours", path, args.rounds), measured("meshfix", path, args.rounds)) for path in files
    ]
    for path, ours, peer in rows:
        print(line(path, ours, peer), flush=True)
    return 0 if kept(rows) else 1


SUFFIXES = (".stl", ".obj", ".ply", ".glb", ".3mf")


def made_faults(folder: Path) -> list[Path]:
    """Write a figure with each fault that sculpture services and programs leave."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from memoreez_desktop.geometry.mesh_files import save_mesh
    from tests.fakes import made_meshes as made

    figure, shell = made.figure(60_000), made.figure(60_000, wall_mm=2.0)
    meshes = {
        "made_figure.ply": figure,
        "made_inside_out.ply": figure.__class__(figure.vertices, figure.faces[:, ::-1]),
        "made_double_shell.ply": shell,
        "made_floaters.ply": made.with_floaters(figure),
        "made_open_bottom.ply": made.open_at_bottom(figure),
        "made_open_shell.ply": made.open_at_bottom(shell),
        "made_holes.ply": made.with_holes(figure),
        "made_flipped_30.ply": made.with_flipped_faces(figure),
        "made_doubled.ply": made.with_doubled_faces(figure),
        "made_overlap.ply": made.joined(figure, figure.moved(8, 0, 3)),
        "made_unit_box.ply": made.in_unit_box(made.open_at_bottom(figure)),
        "made_all_at_once.ply": made.ai_like(60_000),
    }
    for name, mesh in meshes.items():
        save_mesh(mesh, folder / name)
    return [folder / name for name in meshes]


def measured(side: str, path: Path, rounds: int) -> Ended:
    """Run one side on one file, each time in a new process: MeshFix grows slower in one that has worked."""
    runs: list[Ended] = []
    command = [sys.executable, __file__, "--meshes", str(path.parent), "--one", side, str(path)]
    for _ in range(rounds):
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT_S, check=False)
        except subprocess.TimeoutExpired:
            return Ended("never returned", LIMIT_S)
        if done.returncode:
            return Ended(f"ended by itself ({done.returncode})")
        runs.append(Ended(**json.loads(done.stdout.splitlines()[-1])))
    runs[0].cpu_s = statistics.median(run.cpu_s for run in runs)
    return runs[0]


def line(path: Path, ours: Ended, peer: Ended) -> str:
    """One line of the table."""
    figures = (
        f"{ours.holes:6d}{ours.shells:7d}{ours.volume_mm3:+9.1%}{ours.p95_mm:9.4f}{ours.cpu_s * 1e3:9.1f}"
    )
    there = "manifold" if peer.manifold else peer.said[:9]
    return (
        f"{path.name:32}{ours.said[:43]:>44}{figures} | {there:>9}{peer.cpu_s * 1e3:9.1f}{peer.p95_mm:9.4f}"
    )


def kept(rows: list[tuple[Path, Ended, Ended]]) -> bool:
    """Print each promise and whether it is kept."""
    ended = all(ours.manifold or ours.said.startswith("refused") for _, ours, _ in rows)
    print(f"every file a manifold or a refusal: {'kept' if ended else 'MISSED'}")
    both = [(p.name, o, q) for p, o, q in rows if o.manifold and q.manifold]
    worse = [name for name, ours, peer in both if ours.p95_mm > peer.p95_mm + ours.step_mm]
    verdict = f"MISSED {worse}" if worse else "kept"
    print(f"deviates no more where both succeed ({len(both)} files): {verdict}")
    good = ended and not worse
    groups = (
        ("not watertight", NOT_WATERTIGHT, [(o, q) for _, o, q in rows if not o.sound and q.cpu_s]),
        ("sound", SOUND, [(o, q) for _, o, q in rows if o.sound and q.cpu_s]),
    )
    for name, limit, pairs in groups:
        mine, theirs = sum(o.cpu_s for o, _ in pairs), sum(q.cpu_s for _, q in pairs)
        ratio = mine / max(theirs, 1e-9)
        good = good and ratio <= limit
        verdict = "kept" if ratio <= limit else "MISSED"
        figures = f"{mine:.3f} / {theirs:.3f} CPU s = {ratio:.3f}x"
        print(f"{name} ({len(pairs)} files): {figures} (promise {limit:g}x, {verdict})")
    return good


def _ours(path: Path) -> Ended:
    from memoreez_desktop.core.errors import MemoreezError
    from memoreez_desktop.geometry.mesh_files import load_mesh
    from memoreez_desktop.printability.ladder.warm import warm_kernels
    from memoreez_desktop.printability.repair import needs_repair, repair_mesh

    try:
        mesh = load_mesh(path)
    except MemoreezError as error:
        return Ended(f"refused: {error.message}")
    warm_kernels()
    begin = _processor_s()
    try:
        made = repair_mesh(mesh, flat_base=False)
    except MemoreezError as error:
        cpu = _processor_s() - begin
        return Ended(f"refused: {error.message}", cpu, sound=not needs_repair(mesh))
    cpu = _processor_s() - begin
    said = ", ".join(step.id for step in made.steps) or "sound as it came"
    facts, after = made.before, made.after
    holes = sum(step.count for step in made.steps if step.id == "closed-holes")
    step = 1e-6 * float(np.linalg.norm(mesh.extents_mm))
    p95 = _p95(mesh, made.mesh.moved(*(-step for step in made.placed_mm)))
    return Ended(
        said, cpu, not made.steps, _is_manifold(made.mesh), after.triangles, holes,
        facts.bodies - after.bodies, made.volume_change_ratio, p95, step,
    )  # fmt: skip


def _meshfix(path: Path) -> Ended:
    import pymeshfix

    from memoreez_desktop.core.errors import MemoreezError
    from memoreez_desktop.core.mesh import MeshModel
    from memoreez_desktop.geometry.mesh_files import load_mesh

    try:
        mesh = load_mesh(path)
    except MemoreezError:
        return Ended("no file")
    vertices, faces = mesh.vertices.astype(np.float64), np.array(mesh.faces)
    begin = _processor_s()
    fixer = pymeshfix.MeshFix(vertices, faces)
    fixer.repair()
    cpu = _processor_s() - begin
    made = MeshModel(np.asarray(fixer.points), np.asarray(fixer.faces))
    if made.triangles < 4:
        return Ended("nothing", cpu)
    good = _is_manifold(made)
    return Ended("made", cpu, False, good, made.triangles, p95_mm=_p95(mesh, made))


SIDES = {"ours": _ours, "meshfix": _meshfix}


def _processor_s() -> float:
    """Processor seconds of this process and of those it started and saw ending."""
    import os

    now = os.times()
    return time.process_time() + now.children_user + now.children_system


def _p95(before: object, after: object) -> float:
    from memoreez_desktop.geometry.deviation import deviation

    return float(deviation(before, after).p95_mm)  # type: ignore[arg-type]


def _is_manifold(mesh: object) -> bool:
    """As a reader of STL and the boolean library see it, whoever made it."""
    from memoreez_desktop.core.errors import MeshError
    from memoreez_desktop.geometry.mesh_merge import merged
    from memoreez_desktop.geometry.solids import to_solid
    from memoreez_desktop.geometry.topology import edge_table

    again = merged(mesh.vertices, mesh.faces)  # type: ignore[attr-defined]
    if not edge_table(again.faces, len(again.vertices)).watertight:
        return False
    try:
        return bool(to_solid(again).volume() > 0)
    except MeshError:
        return False


if __name__ == "__main__":
    raise SystemExit(main())
