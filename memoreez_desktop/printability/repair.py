"""The repair ladder: as little as it takes, with a receipt, and never a claim that is not true."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.deviation import Deviation
from memoreez_desktop.geometry.mesh_merge import merged
from memoreez_desktop.geometry.standing import TINY_BELOW_MM, stands
from memoreez_desktop.printability.ladder.api import Rung, Wishes
from memoreez_desktop.printability.ladder.catalog import rung_catalog
from memoreez_desktop.printability.ladder.climber import Climber, volume_change_ratio
from memoreez_desktop.printability.ladder.look import Look
from memoreez_desktop.printability.ladder.measure import surface_moved
from memoreez_desktop.printability.ladder.ward import OwnProcess, Ward
from memoreez_desktop.printability.receipt import MeshFacts, Repair, RepairStep, facts_from

__all__ = ["MeshFacts", "Repair", "RepairStep", "Wishes", "needs_repair", "repair_mesh"]

_NOT_THE_SHAPE = ("cut-flat", "added-plinth")


def needs_repair(mesh: MeshModel) -> bool:
    """Tell whether a mesh is open, inside out, crossing, of bodies that may touch, or cannot stand."""
    look = _sound_look(mesh, Wishes())
    return look is None or not _stands(look.mesh)


def repair_mesh(
    mesh: MeshModel,
    job: JobContext | None = None,
    *,
    flat_base: bool = True,
    wishes: Wishes | None = None,
    ward: Ward | None = None,
    rungs: Iterable[Rung] | None = None,
) -> Repair:
    """Make a mesh one that a slicer can print: closed, wound outwards, its parts joined, standing flat.

    The size is never changed. What is sound is only put on the bed. Everything else climbs the ladder,
    each rung only where its fault is seen, until nothing is left to mend.

    Parameters
    ----------
    mesh : MeshModel
    job : JobContext, optional
    flat_base : bool
        False leaves the underside as it is; short for the wish of that name.
    wishes : Wishes, optional
        Their ``flat_base`` is what the argument says.
    ward : Ward, optional
        Where heavy rungs are climbed: a process of their own, which can be ended.
    rungs : iterable of Rung, optional
        The whole catalog when not given.

    Returns
    -------
    Repair
        Its mesh is watertight, also after merging by position, centred on x = y = 0, lowest point at
        z = 0.

    Raises
    ------
    MeshError
        It could not be made watertight, or encloses nothing.
    Cancelled
    """
    job = job or JobContext()
    wishes = wishes or Wishes(flat_base=flat_base)
    job.progress(0.0, say("Looking at the surface"))
    sound = _sound_look(mesh, wishes)
    if sound is not None and not (wishes.flat_base and not _stands(sound.mesh)):
        facts = facts_from(sound)
        return Repair(sound.mesh, (), facts, facts, 0.0, 0.0, placed_mm=_way_to_the_bed(mesh))
    climber = Climber(mesh, wishes, ward or OwnProcess(), stage(job, 0.05, 0.9))
    climber.climb(rungs or rung_catalog())
    job.progress(0.9, say("Measuring against the original"))
    return _receipt(mesh, climber)


def _sound_look(mesh: MeshModel, wishes: Wishes) -> Look | None:
    """Look at a mesh on the bed; None when any rung but the last has something to do."""
    model = merged(mesh.vertices, mesh.faces)
    if model.triangles != mesh.triangles or not model.triangles:
        return None
    look = Look(model.on_bed())
    if not look.printable or look.may_touch:
        return None
    specks = look.specks.any() and "dropped-specks" not in wishes.leave
    skins = look.skins.any() and "filled-skins" not in wishes.leave
    return None if specks or skins else look


def _stands(mesh: MeshModel) -> bool:
    return max(mesh.extents_mm) < TINY_BELOW_MM or stands(mesh)


def _receipt(mesh: MeshModel, climber: Climber) -> Repair:
    """Look once more, as a reader of the file will, and say what was done; or refuse."""
    final = climber.settle()
    _refuse_unprintable(final)
    shaped = next((s.mesh_before for s in climber.steps if s.id in _NOT_THE_SHAPE), None)
    shape = climber.look if shaped is None else Look(shaped)
    model = merged(mesh.vertices, mesh.faces)
    original = climber.first if np.array_equal(model.faces, mesh.faces) else Look(model)
    single = len(climber.steps) == 1 and shaped is None
    if single:
        step = climber.steps[0]
        moved = Deviation(step.p50_mm, step.p95_mm, step.max_mm)
    else:
        moved = surface_moved(original, shape) if climber.steps else Deviation()
    before = facts_from(original)
    volumes = (before.volume_mm3, shape.mesh.volume_mm3)
    change = volume_change_ratio(*volumes, original.diagonal_mm) if climber.steps else 0.0
    return Repair(
        final.mesh,
        tuple(climber.steps),
        before,
        facts_from(final),
        moved.p95_mm,
        change,
        moved.p50_mm,
        moved.max_mm,
        _way_to_the_bed(shape.mesh),
    )


def _way_to_the_bed(mesh: MeshModel) -> tuple[float, float, float]:
    low, high = mesh.bounds_mm
    return -float(low[0] + high[0]) / 2, -float(low[1] + high[1]) / 2, -float(low[2])


def _refuse_unprintable(look: Look) -> None:
    """Say honestly that it could not be done.

    Raises
    ------
    MeshError
    """
    elsewhere = say("Repair it in a modelling program, or choose another file.")
    if look.mesh.triangles < 4:
        raise MeshError(
            say("There is no surface here that could enclose anything."), say("Choose another model.")
        )
    if not look.table.watertight:
        count = len(look.table.open_faces) + look.table.crowded_edges
        raise MeshError(
            say("This model could not be closed; {count} edges stay open.", count=count), elsewhere
        )
    if not look.printable:
        raise MeshError(
            say("The surfaces of this model cross each other so that nothing is inside."), elsewhere
        )
