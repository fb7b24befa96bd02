"""Sculptures by services: what a large mesh costs from its last byte to the window, memory, and kills.

    python benchmarks/meshes.py [--only landing|memory|kills] [--rounds 200] [--triangles 674000]

``landing`` needs a display: the real window orders a mesh of a service on this computer; processor seconds of
the program and its geometry processes, from the moment the last byte was sent until the mended model was
painted, against ``trimesh.load`` and the repair ladder alone in one process, in the same run. ``memory`` is
what fetching, keeping and reading the file takes. Ends with 1 if a promise is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from memoreez_desktop.geometry.mesh_files import save_mesh
from tests.fakes import made_meshes
from tests.fakes.loopback import Asked, Loopback, Reply, loopback

from measure import python

ROOT = Path(__file__).resolve().parents[1]
LANDING_RATIO, GAP_MS, MEMORY_RATIO = 1.5, 50.0, 6.0
ENV = {**os.environ, "PYTHONPATH": str(ROOT)}
LADDER = """
import json, resource, sys, time
import numpy as np, trimesh
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.printability.repair import repair_mesh
small, large = sys.argv[1:]
def both(path):
    read = trimesh.load(path, force="mesh")
    mesh = MeshModel(np.asarray(read.vertices, np.float32), np.asarray(read.faces, np.int32))
    return repair_mesh(mesh.scaled(80.0 / mesh.extents_mm[2]).on_bed(), JobContext())
both(small)
before, began = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
both(large)
after = resource.getrusage(resource.RUSAGE_SELF)
cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
children = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([cpu + children.ru_utime + children.ru_stime, time.perf_counter() - began]))
"""
FETCH = """
import json, sys
from pathlib import Path
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ProviderValues
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from memoreez_desktop.sculpting.generators.catalog import mesh_generator_catalog
from memoreez_desktop.services.mesh_orders import MeshService, bring_mesh, plan_mesh, raw_file
from memoreez_desktop.services.open_model import bring_in
from memoreez_desktop.services.profiles import DEFAULT_PRINTER, printers
from memoreez_desktop.storage.library import Library
from tests.fakes.mesh_services.service import KEY, subject_png
url, folder = sys.argv[1:]
def peak():
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) * 1024
library = Library(Path(folder))
values = ProviderValues({"base_url": url}, {"key": KEY})
wire = HttpWire(NetworkRules(allow_private=True))
service = MeshService(mesh_generator_catalog().get("tripo"), values, wire, 100.0)
printer = printers().get(DEFAULT_PRINTER)
held = peak()
order = plan_mesh(library, "p", "c", "t", subject_png(), service)
order = bring_mesh(library, order.id, service, JobContext())
fetched = peak() - held
bring_in(raw_file(library, order), printer, JobContext())
print(json.dumps([fetched, peak() - held]))
"""


class Service:
    """A Tripo that is done at once; remembers when the last byte of the mesh had left."""

    def __init__(self, server: Loopback, data: bytes) -> None:
        self._server, self._data = server, data
        self.sent_s = 0.0

    def __call__(self, asked: Asked) -> Reply:
        """Answer."""
        if asked.path == "/mesh":
            return Reply(200, self._pieces(), {"content-length": str(len(self._data)), "etag": '"m"'})
        if asked.path == "/files":
            return Reply.of_json({"code": 0, "data": {"file_token": "token"}})
        if asked.method == "POST":
            return Reply.of_json({"code": 0, "data": {"task_id": "t1"}})
        output = {"model_url": f"{self._server.url}/mesh"}
        return Reply.of_json({"code": 0, "data": {"status": "success", "output": output}})

    def _pieces(self):
        for start in range(0, len(self._data), 1 << 20):
            yield self._data[start : start + (1 << 20)]
        self.sent_s = time.monotonic()


def memory(mesh: Path) -> bool:
    """Measure what fetching and reading takes, against the size of the file."""
    with loopback({}) as server, tempfile.TemporaryDirectory() as folder:
        server.answer = Service(server, mesh.read_bytes())
        command = [python(), "-c", FETCH, server.url, folder]
        done = subprocess.run(command, env=ENV, check=True, capture_output=True, text=True)
    fetched, read = json.loads(done.stdout.splitlines()[-1])
    size = mesh.stat().st_size
    kept = read <= MEMORY_RATIO * size
    print(
        f"a file of {size / 1e6:.0f} MB: fetching and keeping it took {fetched / size:.2f}x of its size,"
        f" reading it {read / size:.2f}x (<= {MEMORY_RATIO:g}x): {'kept' if kept else 'MISSED'}"
    )
    return kept


def landing(mesh: Path, small: Path) -> bool:
    """Measure the window against the ladder alone."""
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        print("landing: left out, there is no display")
        return True
    done = subprocess.run(
        [python(), "-c", LADDER, str(small), str(mesh)], env=ENV, check=True, capture_output=True, text=True
    )
    alone, alone_s = json.loads(done.stdout.splitlines()[-1])
    with loopback({}) as server:
        service = Service(server, mesh.read_bytes())
        server.answer = service
        command = [python(), str(ROOT / "benchmarks" / "meshes_window.py"), server.url]
        done = subprocess.run(command, env=ENV, check=True, capture_output=True, text=True)
        told = json.loads(done.stdout.splitlines()[-1])
    kept = told["cpu_s"] <= LANDING_RATIO * alone and told["gap_ms"] < GAP_MS
    print(
        f"from the last byte to the mended model in the viewport: {told['cpu_s']:.1f} CPU s,"
        f" {told['wall_s']:.1f} s; trimesh.load and the ladder alone {alone:.1f} CPU s, {alone_s:.1f} s:"
        f" {told['cpu_s'] / alone:.2f}x (<= {LANDING_RATIO:g}x), longest gap {told['gap_ms']:.0f} ms"
        f" (< {GAP_MS:g}): {'kept' if kept else 'MISSED'}"
    )
    return kept


def kills(rounds: int) -> bool:
    """Kill the program again and again at random moments; see tests/services/test_mesh_killed.py."""
    env = {**ENV, "MEMOREEZ_KILL_ROUNDS": str(rounds)}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "tests/services/test_mesh_killed.py",
    ]
    done = subprocess.run(command, env=env, cwd=ROOT, check=False, capture_output=True, text=True)
    kept = done.returncode == 0
    if not kept:
        print(done.stdout[-4000:])
    print(
        f"{rounds} runs with kill -9: nothing ordered twice, every paid order fetched or called unsure:"
        f" {'kept' if kept else 'MISSED'} ({done.stdout.strip().splitlines()[-1]})"
    )
    return kept


def main() -> int:
    """Measure what is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("landing", "memory", "kills"))
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--triangles", type=int, default=made_meshes.AI_TRIANGLES)
    asked = parser.parse_args()
    kept = []
    with tempfile.TemporaryDirectory() as folder:
        if asked.only in (None, "landing", "memory"):
            large = save_mesh(made_meshes.figure(asked.triangles), Path(folder) / "large.stl")
            small = save_mesh(made_meshes.figure(20_000), Path(folder) / "small.stl")
            if asked.only in (None, "memory"):
                kept.append(memory(large))
            if asked.only in (None, "landing"):
                kept.append(landing(large, small))
    if asked.only in (None, "kills"):
        kept.append(kills(asked.rounds))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
