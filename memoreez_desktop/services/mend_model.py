"""A model that was brought becomes one that prints: in mm, as fine as the nozzle draws, and mended."""

from __future__ import annotations

from dataclasses import replace

from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.receipt import Repair, RepairStep
from memoreez_desktop.services.open_model import at_size
from memoreez_desktop.services.repair_model import repair_model


def mend_model(
    mesh: MeshModel,
    factor: float,
    printer: PrinterProfile,
    job: JobContext,
    *,
    leave: frozenset[str] = frozenset(),
) -> Repair:
    """Bring a model to mm, simplify it where it is finer than can be drawn, and climb the repair ladder.

    What it stands on depends on its size and is not looked at: see
    :func:`~memoreez_desktop.services.repair_model.repair_model`.

    Parameters
    ----------
    mesh : MeshModel
        As it was read.
    factor : float
        The mesh, times this, is in mm.
    leave : frozenset of str
        Ids of steps that are not to be done.

    Raises
    ------
    MeshError
        Nothing sound could be made of it.
    Cancelled
    """
    simple = at_size(mesh, factor, printer, stage(job, 0.0, 0.3))
    repair = repair_model(simple.mesh, stage(job, 0.3, 1.0), flat_base=False, leave=leave)
    if not simple.done:
        return repair
    step = RepairStep(
        "simplified",
        say(
            "Left out what the nozzle cannot draw: {before} triangles became {after}.",
            before=f"{simple.before:,}",
            after=f"{simple.after:,}",
        ),
        simple.before - simple.after,
        p50_mm=simple.deviation.p50_mm,
        p95_mm=simple.deviation.p95_mm,
        max_mm=simple.deviation.max_mm,
        mesh_before=mesh.scaled(factor).on_bed(),
    )
    # What both moved together is at most their sum.
    return replace(
        repair,
        steps=(step, *repair.steps),
        deviation_p50_mm=repair.deviation_p50_mm + step.p50_mm,
        deviation_p95_mm=repair.deviation_p95_mm + step.p95_mm,
        deviation_max_mm=repair.deviation_max_mm + step.max_mm,
    )
