"""The window answers: gaps of a 5 ms timer after the first paint, and while it works."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

INTERVAL_MS = 5
TRIANGLES = 70_000


def bumpy_ball(triangles: int) -> object:
    """Make a closed 60 mm ball with bumps, about ``triangles`` faces, cut flat at its foot."""
    import manifold3d

    from memoreez_desktop.geometry.solids import weld

    segments = int(np.sqrt(triangles * 2))
    ball = manifold3d.Manifold.sphere(30.0, segments)

    def bump(points: np.ndarray) -> np.ndarray:
        x, y, z = points.T / 30.0
        return points * (1 + 0.04 * np.sin(9 * x) * np.sin(9 * y) * np.sin(9 * z))[:, None]

    return weld(ball.warp_batch(bump).trim_by_plane((0, 0, 1), -27.0), tolerance_mm=0.0005).on_bed()


class Heart:
    """A timer that remembers how late it was."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.gaps_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now

    def take(self) -> np.ndarray:
        """Return the gaps so far and begin anew."""
        gaps, self.gaps_ms = np.array(self.gaps_ms), []
        return gaps


def live(milliseconds: int) -> None:
    """Let the window live for a while, as its own event loop does."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def line(name: str, gaps: np.ndarray, worst: float, p99: float | None = None) -> bool:
    """Print one phase and return whether its promise is kept."""
    largest, high = gaps.max(), np.percentile(gaps, 99)
    kept = largest < worst and (p99 is None or high < p99)
    promise = f"< {worst:g} ms" + (f", p99 < {p99:g} ms" if p99 else "")
    word = "kept" if kept else "MISSED"
    print(
        f"{name}: largest gap {largest:.1f} ms, p99 {high:.1f} ms, {len(gaps)} beats ({promise}: {word})",
        flush=True,
    )
    return kept


def main() -> int:
    """Run the real window and print both promises."""
    home = tempfile.TemporaryDirectory()
    os.environ["MEMOREEZ_HOME"] = home.name
    from memoreez_desktop import app
    from memoreez_desktop.core.story import Brief, Story
    from memoreez_desktop.services.slice_keepsake import slice_keepsake
    from memoreez_desktop.storage.profiles import default_settings
    from memoreez_desktop.tasks.child import in_child

    mesh = bumpy_ball(TRIANGLES)
    settings = default_settings()
    application = app.make_application(["memoreez"])
    program = app.Program(application)
    painted: list[float] = []
    program.window.first_painted.connect(lambda: painted.append(time.perf_counter()))
    program.window.show()
    while not painted:
        application.processEvents()
    heart = Heart()
    live(2000)
    kept = [line("two seconds after the first paint", heart.take(), 120)]
    live(8000)
    heart.take()
    done: list[object] = []
    story = Story(
        name="Grandpa Karl", passions=("fishing", "tractors", "coffee", "chess"), quirk="Hates Mondays"
    )
    program.journey.set_brief(Brief(story))
    program.journey.go("concepts")
    live(500)
    heart.take()
    program.journey.createWanted.emit(Brief(story))
    job = in_child(
        program.children, slice_keepsake, mesh, settings, Path(home.name) / "ball.gcode", "memoreez"
    )
    program.runner.submit(job, done=done.append, failed=lambda error: done.append(error))
    started = time.perf_counter()
    while (not done or program.runner.busy) and time.perf_counter() - started < 120:
        live(100)
    drawn = sum(
        card.stats is not None for card in program.door.library().concepts(program.journey.project_id)
    )
    print(f"{drawn} concepts drawn beside slicing {mesh.triangles} triangles ({type(done[0]).__name__})")
    kept.append(line("while concepts are made and 70k triangles are sliced", heart.take(), 50, 20))
    program.close()
    sys.stdout.flush()
    os._exit(0 if all(kept) else 1)


if __name__ == "__main__":
    main()
