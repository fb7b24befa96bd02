"""Find out whether a model is printable on a printer."""

from __future__ import annotations

from memoreez_desktop.core.finding import CheckReport
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.checks import check_mesh


def check_model(mesh: MeshModel, printer: PrinterProfile, job: JobContext) -> CheckReport:
    """Run every printability check.

    Raises
    ------
    Cancelled
    """
    job.progress(0.0, say("Checking the model"))
    return check_mesh(mesh, printer, job)
