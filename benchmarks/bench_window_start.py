"""The window painted and usable: at most 1.6x a bare PySide6 QMainWindow showing itself."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

from measure import interleaved, python, report

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)
def painted():
    print(time.time(), flush=True)
    app.quit()
app = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""
OURS = """
import os, time
from memoreez_desktop.cli.entry import open_window
def painted():
    print(time.time(), flush=True)
    os._exit(0)
open_window((), painted)
"""


def painted_after(source: str, env: dict[str, str]) -> float:
    """Start a fresh interpreter and return the wall seconds until its window is painted."""
    started = time.time()
    done = subprocess.run([python(), "-c", source], env=env, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[0]) - started


def main() -> int:
    """Print the ratio."""
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "MEMOREEZ_HOME": home}
        # An installed program has its bytecode; the first, uncounted start of each writes it.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        painted_after(BARE, env)
        painted_after(OURS, env)
        ours, bare = interleaved(lambda: painted_after(OURS, env), lambda: painted_after(BARE, env))
    return 0 if report("window painted vs bare QMainWindow", ours, bare, 1.6, "s") else 1


if __name__ == "__main__":
    sys.exit(main())
