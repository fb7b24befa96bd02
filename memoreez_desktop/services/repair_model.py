"""A damaged model becomes a sound one, with a receipt of what was done."""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.repair import Repair, Wishes, repair_mesh


def repair_model(
    mesh: MeshModel, job: JobContext, *, flat_base: bool = True, leave: frozenset[str] = frozenset()
) -> Repair:
    """Climb the repair ladder as far as needed.

    Parameters
    ----------
    flat_base : bool
        A flat cut or a plinth where it would not stand.
    leave : frozenset of str
        Ids of steps that are not to be done.

    Raises
    ------
    MeshError
        Nothing sound could be made of it.
    Cancelled
    """
    job.progress(0.0, say("Repairing the model"))
    return repair_mesh(mesh, job, wishes=Wishes(flat_base=flat_base, leave=leave))
