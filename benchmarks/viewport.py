"""The 3D view: how fast large models turn, how soon they are seen, what exchanging them costs.

    python benchmarks/viewport.py [--only turning|first|quick|swaps]

On a screen (or xvfb-run); the figures are meant for software OpenGL. The peer is a bare PyVista plotter that
draws the same mesh with smooth shading at the same size, in the same run. Ends with 1 if a promise is missed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np
import psutil
from PySide6.QtGui import QSurfaceFormat
from PySide6.QtWidgets import QApplication

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.tasks.child import ChildPool
from memoreez_desktop.tasks.runner import TaskRunner
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.viewport.host import ViewportHost
from memoreez_desktop.ui.viewport.probe import probe_gl, surface_format

from measure import report

WIDTH_PX, HEIGHT_PX = 984, 780
FPS = {674_000: 20.0, 2_000_000: 15.0}
FIRST_FRAME, QUICK_S, SWAPS, WARM, LEAK_MB = 1.5, 0.1, 50, 20, 15.0
STEPS, ROUNDS = 24, 5


class Shop:
    """What a view needs of the workshop, and nothing else of it."""

    def __init__(self, folder: str) -> None:
        from pathlib import Path

        self.runner, self.children = TaskRunner(), ChildPool(1)
        self.cache_folder = Path(folder)


def knobbly(triangles: int, seed: int = 0) -> MeshModel:
    """Return a closed ball with dents, of about so many triangles, standing on z = 0."""
    rings = int((triangles / 2) ** 0.5)
    down = np.linspace(0, np.pi, rings + 1)[1:-1]
    turn = np.linspace(0, 2 * np.pi, rings, endpoint=False)
    phase = np.random.default_rng(seed).uniform(0, 6.28, 3)
    radius = 30 + 1.2 * np.sin(9 * turn[None] + phase[0]) * np.sin(7 * down[:, None] + phase[1])
    ring = np.stack(
        [
            radius * np.sin(down)[:, None] * np.cos(turn),
            radius * np.sin(down)[:, None] * np.sin(turn),
            radius * np.cos(down)[:, None] * np.ones(rings),
        ],
        axis=-1,
    ).reshape(-1, 3)
    points = np.vstack([ring, [[0, 0, 30.0], [0, 0, -30.0]]])
    at = np.arange((len(down) - 1) * rings).reshape(-1, rings)
    after = np.roll(at, -1, axis=1)
    quads = np.stack([at, at + rings, after + rings, after], axis=-1).reshape(-1, 4)
    k = np.arange(rings)
    last = (len(down) - 1) * rings
    top = np.column_stack([np.full(rings, len(ring)), k, (k + 1) % rings])
    low = np.column_stack([np.full(rings, len(ring) + 1), last + (k + 1) % rings, last + k])
    return MeshModel(points, np.vstack([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]], top, low])).on_bed()


class Bench:
    """A view in a window, and the clock."""

    def __init__(self, app: QApplication, folder: str) -> None:
        self.app, self.shop = app, Shop(folder)
        self.host = ViewportHost(self.shop, ThemeBook())  # type: ignore[arg-type]
        self.host.resize(WIDTH_PX, HEIGHT_PX)
        self.host.show_bed(PrinterProfile("p", "Printer"))
        self.host.show()
        self.until(lambda: self.host.canvas is not None)
        self.painted = 0
        self.wanted: MeshModel | None = None
        over = self.gl.overlay

        def count(painter: object) -> None:
            # Frames of the model before are none.
            self.painted += self.host.canvas._mesh is self.wanted  # type: ignore[union-attr]
            over(painter)

        self.gl.overlay = count

    @property
    def gl(self) -> object:
        """The OpenGL widget."""
        return self.host.canvas._canvas  # type: ignore[union-attr]

    def until(self, there: Callable[[], bool], seconds: float = 60.0) -> None:
        """Let the window live until something is there."""
        end = time.monotonic() + seconds
        while not there():
            self.app.processEvents()
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(0.001)

    def rest(self, seconds: float) -> None:
        """Let the window live for a while."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end)

    def stand(self, mesh: MeshModel) -> None:
        """Show a mesh and wait until its shade is there, too."""
        self.wanted, before = mesh, self.painted
        self.host.show_mesh(mesh, "terracotta")
        self.until(lambda: self.painted > before and not self.shop.runner.busy)
        self.host.view("home")
        self.rest(0.5)


def turning(bench: Bench) -> bool:
    """Frames a second while the camera goes round, against a bare plotter that turns the same mesh."""
    kept = True
    for triangles, promised in FPS.items():
        mesh = knobbly(triangles)
        bench.stand(mesh)
        frames = []
        for _ in range(STEPS):
            started = time.perf_counter()
            bench.gl.moved(bench.gl.turntable.orbited(6, 0))
            bench.app.processEvents()
            frames.append(time.perf_counter() - started)
        bench.rest(0.5)
        # The first exchanges the model for its coarse copy.
        frame, slowest = statistics.median(frames[1:]), max(frames[1:])
        bare = bare_frame_s(mesh)
        verdict = "kept" if 1.0 / frame >= promised else "MISSED"
        print(
            f"turning {mesh.triangles} triangles: {1.0 / frame:.0f} fps, slowest {slowest * 1e3:.0f} ms, "
            f"{bare / frame:.1f}x a bare PyVista plotter's {1.0 / bare:.1f} fps "
            f"(promise >= {promised:g} fps, {verdict})",
            flush=True,
        )
        kept &= 1.0 / frame >= promised
    return kept


def bare_plotter(mesh: MeshModel) -> object:
    """Return a plotter that shows a mesh as a script would have it."""
    import pyvista

    plotter = pyvista.Plotter(off_screen=True, window_size=(WIDTH_PX, HEIGHT_PX))
    data = pyvista.PolyData.from_regular_faces(mesh.vertices, mesh.faces)
    plotter.add_mesh(data, color="tan", smooth_shading=True)
    plotter.show(auto_close=False)
    return plotter


def bare_frame_s(mesh: MeshModel) -> float:
    """Return how long a frame of a bare plotter takes while its camera goes round."""
    plotter = bare_plotter(mesh)
    frames = []
    for _ in range(ROUNDS + 1):
        started = time.perf_counter()
        plotter.camera.azimuth += 6.0
        plotter.render()
        frames.append(time.perf_counter() - started)
    plotter.close()
    return statistics.median(frames[1:])


def first(bench: Bench) -> bool:
    """From a mesh to its first frame, against a bare plotter."""
    kept = True
    for triangles in (150_000, 674_000, 2_000_000):
        ours, peer = [], []
        for round_ in range(ROUNDS):
            mesh = knobbly(triangles, round_)
            bench.wanted, before, started = mesh, bench.painted, time.process_time()
            bench.host.show_mesh(mesh, "cream")
            bench.until(lambda before=before: bench.painted > before)
            ours.append(time.process_time() - started)
            bench.until(lambda: not bench.shop.runner.busy)
            started = time.process_time()
            plotter = bare_plotter(mesh)
            peer.append(time.process_time() - started)
            plotter.close()
        name = f"first frame of {mesh.triangles} triangles vs a bare PyVista plotter"
        kept &= report(name, ours, peer, FIRST_FRAME)
    return kept


def quick(bench: Bench) -> bool:
    """From a changed mesh of 150,000 triangles to its frame, as while typing."""
    bench.stand(knobbly(150_000))
    waits, cpu = [], []
    for round_ in range(12):
        mesh = knobbly(150_000, round_)
        bench.wanted, before = mesh, bench.painted
        started, before_s = time.perf_counter(), time.process_time()
        bench.host.show_quick(mesh, "terracotta")
        bench.until(lambda before=before: bench.painted > before)
        waits.append(time.perf_counter() - started)
        cpu.append(time.process_time() - before_s)
        bench.rest(0.05)
    middle, worked = statistics.median(waits), statistics.median(cpu)
    verdict = "kept" if middle <= QUICK_S else "MISSED"
    print(
        f"quick exchange of {mesh.triangles} triangles: median {middle * 1e3:.0f} ms, longest "
        f"{max(waits) * 1e3:.0f} ms, {worked * 1e3:.0f} CPU ms "
        f"(promise <= {QUICK_S * 1e3:.0f} ms, {verdict})",
        flush=True,
    )
    return middle <= QUICK_S


def swaps(bench: Bench) -> bool:
    """Fifty exchanges: the picture is never empty, the memory stays."""
    meshes = [knobbly(150_000, k) for k in range(4)]
    process = psutil.Process()
    for mesh in meshes:
        bench.stand(mesh)
    used, empty = [], 0
    # What is allotted once, and the heap's own holes, are there after the first ones.
    for k in range(WARM + SWAPS):
        bench.wanted, before = meshes[k % 4], bench.painted
        bench.host.show_mesh(meshes[k % 4], "terracotta")
        bench.until(lambda before=before: bench.painted > before)
        middle = bench.host.screenshot().pixelColor(WIDTH_PX // 2, HEIGHT_PX // 2)
        empty += middle.red() - middle.blue() < 30
        bench.until(lambda: not bench.shop.runner.busy)
        used.append(process.memory_info().rss / 1e6)
    grown = statistics.median(used[-5:]) - statistics.median(used[WARM - 5 : WARM])
    kept = empty == 0 and grown < LEAK_MB
    print(
        f"{SWAPS} exchanges of {meshes[0].triangles} triangles: {empty} empty pictures, "
        f"memory {grown:+.0f} MB (promise 0 and < {LEAK_MB:g} MB, {'kept' if kept else 'MISSED'})",
        flush=True,
    )
    return kept


PARTS = {"turning": turning, "first": first, "quick": quick, "swaps": swaps}


def main() -> int:
    """Measure what is asked for."""
    import tempfile

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", choices=sorted(PARTS))
    only = parser.parse_args().only
    QSurfaceFormat.setDefaultFormat(surface_format())
    app = QApplication([])
    facts = probe_gl()
    print(f"OpenGL: {facts.renderer or 'none'}, {os.cpu_count()} processors", flush=True)
    if not facts.usable:
        print("There is no OpenGL here: nothing to measure.")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(app, folder)
        # Every part runs, whatever the ones before have shown.
        verdicts = [part(bench) for name, part in PARTS.items() if only in (None, name)]
        bench.host.canvas.finish()  # type: ignore[union-attr]
        bench.shop.children.close()
    sys.stdout.flush()
    os._exit(0 if all(verdicts) else 1)


if __name__ == "__main__":
    main()
