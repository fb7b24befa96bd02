"""The window's part of benchmarks/meshes.py: order a mesh, and wait until its mended model is painted."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

_TICK_MS, _WAIT_S, _WARM_S = 5, 240.0, 25.0


def cpu_s() -> float:
    """Return the processor seconds of the program and of its living geometry processes."""
    own = psutil.Process(os.getpid())
    total = sum(own.cpu_times()[:2])
    for child in own.children(recursive=True):
        total += sum(child.cpu_times()[:2])
    return total


def main(url: str) -> None:
    """Order, wait, tell."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["MEMOREEZ_HOME"] = home
        os.environ["MEMOREEZ_KEY_TRIPO"] = ""
        from PySide6.QtCore import QTimer

        from memoreez_desktop import app
        from memoreez_desktop.services.sculpture_journey import Prepared
        from memoreez_desktop.ui.sculpture.jobs import Offered
        from tests.fakes.made_meshes import figure
        from tests.fakes.mesh_services.service import KEY, subject_png

        application = app.make_application(["memoreez"])
        program = app.Program(application)
        providers = {"tripo": {"base_url": url}}
        program.keeper.change(
            private_services=True, sculptor_id="tripo", providers=providers, welcome_seen=True
        )
        program.window.resize(1440, 900)
        program.window.show()
        state = {"gap": 0.0, "last": time.perf_counter(), "cpu": 0.0, "began": 0.0, "over": 0.0}

        def tick() -> None:
            now = time.perf_counter()
            if state["began"]:
                state["gap"] = max(state["gap"], (now - state["last"]) * 1000 - _TICK_MS)
            state["last"] = now

        clock = QTimer(interval=_TICK_MS)
        clock.timeout.connect(tick)
        clock.start()

        def live(until, most_s: float) -> None:
            end = time.monotonic() + most_s
            while not until() and time.monotonic() < end:
                application.processEvents()
                time.sleep(0.001)

        live(lambda: program._sculptures is not None, 20)
        live(lambda: False, _WARM_S)
        program.workshop.services.desk().keys.set("tripo", KEY)
        from memoreez_desktop.services.mesh_offers import mesh_offer

        service = program.workshop.services.desk().mesh_service(program.keeper.settings)
        placeholder = figure(20_000)
        prepared = Prepared(subject_png(), placeholder.on_bed(), 1.0)
        orders = program._sculptures
        original = orders._came

        def came(order) -> None:
            state["cpu"], state["began"] = cpu_s(), time.perf_counter()
            state["last"] = state["began"]
            original(order)

        orders._came = came

        def keepsake(made) -> None:
            if state["began"] and made is not None and made.mesh.triangles != placeholder.triangles:
                state["over"] = time.perf_counter()

        program.journey.keepsakeChanged.connect(keepsake)
        orders.order(Offered("Figure", prepared, mesh_offer(service), "", "tripo"), "normal")
        live(lambda: state["over"], _WAIT_S)
        live(lambda: False, 0.5)
        told = {
            "cpu_s": cpu_s() - state["cpu"],
            "wall_s": state["over"] - state["began"],
            "gap_ms": state["gap"],
        }
        program.window.close()
        program.close()
        print(json.dumps(told), flush=True)
        os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
