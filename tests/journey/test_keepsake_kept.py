"""A raw sculpture becomes a keepsake, goes all the way back and forth, and is there again after kill -9."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from memoreez_desktop.core.keepsake_steps import Foot, Lettering, Loop, Pedestal, Turn
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.mesh_files import save_mesh
from memoreez_desktop.geometry.solids import Solid, to_mesh
from memoreez_desktop.storage.settings import Settings, SettingsFile
from memoreez_desktop.ui.viewport.probe import probe_gl

pytestmark = pytest.mark.gl
ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("keepsake_program.py")


@pytest.fixture(autouse=True)
def _needs_gl(qapp):
    if not probe_gl().usable:
        pytest.skip(f"no OpenGL widgets on the platform {qapp.platformName()!r}")


def figure() -> MeshModel:
    """A body with a flat belly and a head, 60 mm high."""
    body = Solid.cube((30.0, 20.0, 40.0), center=True).translate((0, 0, 20))
    head = Solid.sphere(14.0, 40).translate((0, 0, 46))
    return to_mesh(body + head)


def told_until_killed(model: Path, env: dict[str, str]) -> dict[str, tuple[str, int]]:
    """Return what was seen by its name, digest and steps; the end comes in the middle of an undo."""
    told: dict[str, tuple[str, int]] = {}
    with subprocess.Popen(
        [sys.executable, PROGRAM, model], env=env, stdout=subprocess.PIPE, text=True
    ) as running:
        watchdog = threading.Timer(150, running.kill)
        watchdog.start()
        for line in running.stdout:
            what, digest, steps = line.split()
            told[what] = (digest, int(steps))
            if what == "undone":
                os.kill(running.pid, signal.SIGKILL)
                break
        running.stdout.read()
        watchdog.cancel()
    return told


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_keepsake_goes_back_and_forth_and_is_there_again_after_kill_nine(start, home, tmp_path, qtbot):
    model = tmp_path / "figure.stl"
    save_mesh(figure(), model)
    SettingsFile(home / "settings.json").save(Settings(language="en", theme="dark", welcome_seen=True))
    told = told_until_killed(model, {**os.environ, "PYTHONPATH": str(ROOT)})
    assert list(told) == ["raw", "pedestal", "text", "loop", "face", "start", "again", "undone"]
    digests = {name: digest for name, (digest, _steps) in told.items()}
    assert len({digests[name] for name in ("raw", "pedestal", "text", "loop", "face")}) == 5
    assert digests["start"] == digests["raw"]
    assert digests["again"] == digests["face"]
    with start() as real:
        shelf = real.go("library").view
        real.wait(shelf.model().rowCount, "the keepsake on its shelf")
        shelf.wanted.emit("open", shelf.model().index(0, 0))
        page = real.window.page("studio")
        panel, presenter = page.panel, page.presenter

        def seen(name: str) -> None:
            real.wait(lambda: panel.state == "model" and not presenter.busy, name)
            assert real.journey.keepsake.mesh.digest == digests[name]

        real.wait(lambda: real.journey.keepsake is not None, "the keepsake")
        # The undo was seen, so it is the undone one, whose making the end did not wait for.
        seen("loop")
        steps = presenter._log.edition.steps
        assert [type(step) for step in steps.steps if not isinstance(step, Foot)] == [
            Pedestal,
            Lettering,
            Loop,
        ]
        assert len(steps.first(Lettering).lines) == 2
        real.click(panel.redo)
        seen("face")
        assert presenter._log.edition.steps.first(Turn) is not None
        while panel.undo.isEnabled():
            real.click(panel.undo)
        seen("raw")
        while panel.redo.isEnabled():
            real.click(panel.redo)
        seen("face")
