"""The Studio's background work: build, check, keep; geometry in the child, the library on the worker.

Everything that is shown has been saved first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.ui import child_steps
from memoreez_desktop.ui.journey import Keepsake
from memoreez_desktop.ui.studio.chosen_printer import chosen_printer
from memoreez_desktop.ui.studio.edition_log import Written
from memoreez_desktop.ui.studio.made import Made, Sketch
from memoreez_desktop.ui.studio.raw_job import RawShelf
from memoreez_desktop.ui.studio.receipt_at_size import at_size
from memoreez_desktop.ui.studio.symbols import FURTHER_FIELDS, SYMBOL_FIELD, Symbol, symbols_of
from memoreez_desktop.ui.words import spoken_language

if TYPE_CHECKING:
    from memoreez_desktop.services.raw_memo import RawModel
    from memoreez_desktop.ui.child_steps import Shaped
    from memoreez_desktop.ui.workshop import Workshop


# A check that nobody waits for any more is soon over; a process in the place of one that was ended is not.
_CHECK_PATIENCE_S = 3.0


def sketch_job(
    edition: Edition, written: Written, workshop: Workshop, raws: RawShelf
) -> Callable[[JobContext], Sketch]:
    """Make the job that builds an edition to look at; it is on the disk by the time it is seen."""

    def sketch(job: JobContext) -> Sketch:
        raw = raws.raw_of(edition, workshop, stage(job, 0.0, 0.8))
        shaped = _shape(raw, edition, workshop, stage(job, 0.8, 1.0), final=False)
        written.wait(job)
        return Sketch(edition, shaped.mesh, shaped.notes, shaped.figure_mm)

    return sketch


def notes_job(edition: Edition, workshop: Workshop, raws: RawShelf) -> Callable[[JobContext], Sketch | None]:
    """Make the job that finds out what the steps of a keepsake that is there already have worked out.

    Its raw sculpture is not made for that; what is opened here, the first change finds open.
    """

    def look(job: JobContext) -> Sketch | None:
        raw = raws.found(edition, workshop)
        if raw is None:
            return None
        shaped = _shape(raw, edition, workshop, job, final=False)
        return Sketch(edition, shaped.mesh, shaped.notes, shaped.figure_mm)

    return look


def make_job(
    edition: Edition,
    written: Written,
    workshop: Workshop,
    project_id: str,
    raws: RawShelf,
    before: Made | None = None,
) -> Callable[[JobContext], Made]:
    """Make the job that builds an edition, checks it on the chosen printer and keeps it.

    What ``before`` knows of the same plan is not found out again.
    """

    def build(job: JobContext) -> Made:
        raw = raws.raw_of(edition, workshop, stage(job, 0.0, 0.6))
        shaped = _shape(raw, edition, workshop, stage(job, 0.6, 0.75), final=True)
        arguments = (shaped.mesh, chosen_printer(workshop))
        part = stage(job, 0.75, 0.95)
        report = workshop.children.run(child_steps.check, arguments, part, patience_s=_CHECK_PATIENCE_S)
        job.progress(0.95, say("Saving"))
        written.wait(job)
        keep(edition, shaped.mesh, workshop, project_id)
        keepsake = Keepsake(edition.plan.title, shaped.mesh, report, edition.plan)
        known = before if before is not None and before.edition.plan == edition.plan else None
        info, lines, symbols = (
            (known.info, known.lines, known.symbols)
            if known is not None
            else what_it_is(edition, workshop, job)
        )
        return Made(
            edition,
            keepsake,
            info,
            lines,
            raw.camera,
            raw.backlight,
            symbols,
            at_size(raw.repair, edition.steps),
            shaped.notes,
            shaped.figure_mm,
        )

    return build


def keep_job(
    made: Made, written: Written, workshop: Workshop, project_id: str
) -> Callable[[JobContext], Made]:
    """Make the job that puts an earlier result in the library's place again, after an undo."""

    def put_back(job: JobContext) -> Made:
        written.wait(job)
        keep(made.edition, made.keepsake.mesh, workshop, project_id)
        return made

    return put_back


def keep(
    edition: Edition, mesh: MeshModel, workshop: Workshop, project_id: str, picture_png: bytes | None = None
) -> None:
    """Save mesh and keepsake; the same concept made anew takes its place."""
    library = workshop.door.library()
    digest = library.save_mesh(mesh)
    plan = edition.plan
    library.save_keepsake(project_id, plan.id, digest, plan=plan, picture_png=picture_png)
    library.editions.set_mesh(project_id, plan.id, edition, digest)


def what_it_is(
    edition: Edition, workshop: Workshop, job: JobContext
) -> tuple[ProductInfo | None, tuple[str, ...], Mapping[str, Symbol]]:
    """Return what its product can be asked for, the words it writes and the symbols it shows."""
    recipe = edition.plan.recipe
    info, lines = workshop.children.run(child_steps.form_of, (recipe,), job)
    fields = info.fields if info is not None else ()
    having = tuple(field.id for field in fields if field.id in (SYMBOL_FIELD, *FURTHER_FIELDS))
    if not having:
        return info, lines, {}
    language = spoken_language(workshop.keeper.settings.language)
    return info, lines, workshop.children.run(symbols_of, (recipe, having, language), job)


def _shape(raw: RawModel, edition: Edition, workshop: Workshop, job: JobContext, *, final: bool) -> Shaped:
    steps = replace(edition.steps, nozzle_mm=chosen_printer(workshop).nozzle_mm)
    return workshop.children.run(
        child_steps.shape, (raw.mesh, steps, final), job, home=child_steps.SHAPING_HOME
    )
