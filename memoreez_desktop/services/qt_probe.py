"""Asking about Qt and OpenGL from a process of its own.

Nothing below the window may import Qt; and a missing shared library or a broken driver can end the process
that asks, which must not be this one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass

_TIMEOUT_S = 30
_IMPORT = "import PySide6, PySide6.QtWidgets, PySide6.QtOpenGLWidgets; print(PySide6.__version__)"
_OPENGL = """
from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext
app = QGuiApplication([])
assert app.platformName() not in ("offscreen", "minimal"), "no screen"
context, surface = QOpenGLContext(), QOffscreenSurface()
assert context.create(), "no context"
surface.setFormat(context.format())
surface.create()
assert context.makeCurrent(surface), "no surface"
form = context.format()
print(f"OpenGL {form.majorVersion()}.{form.minorVersion()}")
"""


@dataclass(frozen=True)
class ProbeFacts:
    """What the other process said; ``asked`` is False when there was no point in asking."""

    ok: bool
    detail: str = ""
    asked: bool = True


def qt_imports() -> ProbeFacts:
    """Tell whether Qt's libraries and everything they need from the system can be loaded."""
    return _ask(_IMPORT)


def opengl() -> ProbeFacts:
    """Tell whether a window here can get an OpenGL context."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return ProbeFacts(False, "no screen", asked=False)
    return _ask(_OPENGL)


def _ask(program: str) -> ProbeFacts:
    if getattr(sys, "frozen", False):
        # The frozen program cannot run other programs' text; it carries Qt with it.
        return ProbeFacts(True, "part of the program")
    try:
        answer = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            timeout=_TIMEOUT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return ProbeFacts(False, type(error).__name__)
    said = (answer.stdout if answer.returncode == 0 else answer.stderr).strip().splitlines()
    return ProbeFacts(answer.returncode == 0, said[-1] if said else f"ended with {answer.returncode}")
