"""Any G-code file becomes figures and lines to draw."""

from __future__ import annotations

from pathlib import Path

from memoreez_desktop.core.gcode import GcodeStats, Toolpaths
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.words import say
from memoreez_desktop.slicing.gcode.reader import read_gcode


def read_toolpaths(path: Path, job: JobContext) -> tuple[GcodeStats, Toolpaths]:
    """Read every move of a G-code file.

    Raises
    ------
    InputError
        The file is missing, empty or no G-code.
    Cancelled
    """
    job.progress(0.0, say("Reading the G-code"))
    stats, toolpaths = read_gcode(path, job=job)
    job.check_cancelled()
    return stats, toolpaths
