"""Importing the 3D view's libraries: two seconds, on a worker, after the window is there."""

from __future__ import annotations

import os

from memoreez_desktop.core.job import JobContext


def import_libraries(_job: JobContext) -> None:
    """Import what the real view needs; on a worker, so that the window goes on answering."""
    # Otherwise qtpy tries every other Qt binding first.
    os.environ.setdefault("QT_API", "pyside6")
    import memoreez_desktop.ui.viewport.pyvista_view  # noqa: F401, PLC0415 - PyVista: 2 s at start-up
