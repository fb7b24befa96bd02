"""A damaged model becomes a sound one, with a receipt of what was done."""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.repair import Repair, repair_mesh


def repair_model(mesh: MeshModel, job: JobContext) -> Repair:
    """Climb the repair ladder as far as needed.

    Raises
    ------
    MeshError
        Nothing sound could be made of it.
    Cancelled
    """
    job.progress(0.0, say("Repairing the model"))
    return repair_mesh(mesh, job)
