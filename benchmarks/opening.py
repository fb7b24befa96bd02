"""Opening models: every format against trimesh, the memory it takes, and simplifying what came in.

    python benchmarks/opening.py [--triangles 2000000] [--rounds 3] [--only FORMAT …]

Each side reads in a process of its own, the libraries imported and the kernels compiled before; processor
seconds and the growth of the memory from there (on Linux). Both merge by position, as a mesh must be to be
checked. Ends with 1 if a promise is missed.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import trimesh

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.mesh_files import save_mesh
from memoreez_desktop.geometry.simplify import simplify
from tests.fakes import made_meshes

from measure import python, report

NO_SLOWER = 1.0
MOST_BYTES = mesh_bounds.MEMORY_BUDGET_BYTES
P95_MM = 0.05
READ = """
import json, os, resource, sys, time
from pathlib import Path
{imports}
def peak():
    # Not ru_maxrss: that begins with the peak of the process that started this one.
    status = Path("/proc/self/status")
    return int(status.read_text().split("VmHWM:")[1].split()[0]) * 1024 if status.exists() else 0
small, large = map(Path, sys.argv[1:])
read(small)
held = peak()
before = resource.getrusage(resource.RUSAGE_SELF)
faces = read(large)
after = resource.getrusage(resource.RUSAGE_SELF)
cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
print(json.dumps([cpu, peak() - held, faces]))
"""
OURS = """
from memoreez_desktop.geometry.mesh_files import load_mesh
read = lambda path: load_mesh(path).triangles
"""
PEER = """
import trimesh
def read(path):
    mesh = trimesh.load(path, force="mesh", process=False, skip_materials=True)
    mesh.merge_vertices(merge_tex=True, merge_norm=True)
    return len(mesh.faces)
"""


def measured(imports: str, small: Path, large: Path) -> tuple[float, float, int]:
    command = [python(), "-c", READ.replace("{imports}", imports), str(small), str(large)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    cpu, grown, faces = json.loads(done.stdout.splitlines()[-1])
    return cpu, grown, faces


def written(folder: Path, triangles: int) -> dict[str, Path]:
    """Write a figure in every format; what is text as trimesh writes it, so that nothing is made easy."""
    mesh = made_meshes.figure(triangles)
    files = {
        suffix: save_mesh(mesh, folder / f"{triangles}.{suffix}")
        for suffix in ("stl", "obj", "ply", "glb", "3mf")
    }
    theirs = trimesh.Trimesh(mesh.vertices, mesh.faces, process=False)
    files["ascii-stl"], files["ascii-ply"] = folder / f"{triangles}-a.stl", folder / f"{triangles}-a.ply"
    theirs.export(files["ascii-stl"], file_type="stl_ascii")
    theirs.export(files["ascii-ply"], encoding="ascii")
    return files


def compare(name: str, small: Path, large: Path, rounds: int) -> bool:
    ours, peer = [], []
    for _ in range(rounds):
        ours.append(measured(OURS, small, large))
        peer.append(measured(PEER, small, large))
    kept = report(f"{name}, {ours[0][2]} triangles", [o[0] for o in ours], [p[0] for p in peer], NO_SLOWER)
    mine, theirs = (statistics.median(m[1] for m in side) / 1e6 for side in (ours, peer))
    print(f"    memory {mine:.0f} MB, trimesh {theirs:.0f} MB, file {large.stat().st_size / 1e6:.0f} MB")
    return kept and mine * 1e6 <= MOST_BYTES


def simplified() -> bool:
    import time

    simplify(made_meshes.figure(100_000).scaled(0.3))
    mesh = made_meshes.figure()
    began = time.process_time()
    result = simplify(mesh)
    cpu = time.process_time() - began
    print(f"simplified {result.before} -> {result.after}, {result.deviation}, {cpu:.2f} CPU s")
    return result.deviation.p95_mm < P95_MM


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--triangles", type=int, default=2_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small, large = written(Path(folder), 5_000), written(Path(folder), args.triangles)
        names = args.only or list(large)
        kept = [compare(name, small[name], large[name], args.rounds) for name in names]
    return 0 if all([*kept, simplified()]) else 1


if __name__ == "__main__":
    sys.exit(main())
