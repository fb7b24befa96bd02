"""The Studio's background work: build, check, keep; geometry in the child, the library on the worker.

Everything that is shown has been saved first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from memoreez_desktop.core.concept import ConceptPlan
from memoreez_desktop.core.finding import CheckReport
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Backlight, Camera, ProductInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.ui import child_steps
from memoreez_desktop.ui.journey import Keepsake
from memoreez_desktop.ui.studio.chosen_printer import chosen_printer
from memoreez_desktop.ui.studio.draft import Draft, own_plan
from memoreez_desktop.ui.studio.mend_job import MendShelf, mended_at_size
from memoreez_desktop.ui.studio.symbols import FURTHER_FIELDS, SYMBOL_FIELD, Symbol, symbols_of
from memoreez_desktop.ui.viewport.clay_picture import clay_png
from memoreez_desktop.ui.words import spoken_language

if TYPE_CHECKING:
    from memoreez_desktop.printability.receipt import Repair
    from memoreez_desktop.printability.unit_detective import UnitGuess
    from memoreez_desktop.ui.workshop import Workshop

OWN_PROJECT = "own-models"


@dataclass(frozen=True, eq=False)
class Opened:
    """A model file that was read: its draft, and what its numbers most likely mean."""

    draft: Draft
    guess: UnitGuess


@dataclass(frozen=True, eq=False)
class Made:
    """A built draft: the keepsake, what its product can be asked for, and the words it writes."""

    draft: Draft
    keepsake: Keepsake
    info: ProductInfo | None
    lines: tuple[str, ...]
    camera: Camera
    backlight: Backlight | None
    symbols: Mapping[str, Symbol] = field(default_factory=dict)
    repair: Repair | None = None


def make_job(
    draft: Draft, workshop: Workshop, project_id: str, shelf: MendShelf
) -> Callable[[JobContext], Made]:
    """Make the job that builds a draft, checks it on the chosen printer and keeps it."""

    def build(job: JobContext) -> Made:
        shaped, repair = _shape(draft, shelf, workshop, stage(job, 0.0, 0.75))
        mesh = shaped.mesh
        if draft.turned:
            mesh = workshop.children.run(child_steps.turn, (mesh,), job)
        report = _check(mesh, workshop, stage(job, 0.75, 0.95))
        job.progress(0.95, say("Saving"))
        keep(draft, mesh, workshop, project_id)
        info, lines = _form_of(draft, workshop, job)
        keepsake = Keepsake(draft.plan.title, mesh, report, draft.plan)
        symbols = _symbols_of(draft, info, workshop, job)
        return Made(draft, keepsake, info, lines, shaped.camera, shaped.backlight, symbols, repair)

    return build


def keep_job(made: Made, workshop: Workshop, project_id: str) -> Callable[[JobContext], Made]:
    """Make the job that puts an earlier result in the library's place again, after an undo."""

    def put_back(_job: JobContext) -> Made:
        keep(made.draft, made.keepsake.mesh, workshop, project_id)
        return made

    return put_back


def adopt_job(keepsake: Keepsake, workshop: Workshop) -> Callable[[JobContext], Made]:
    """Make the job that learns what can be changed on a keepsake that came from the library."""

    def learn(job: JobContext) -> Made:
        draft = Draft(keepsake.plan or own_plan(keepsake.title, keepsake.mesh.digest))
        info, lines = _form_of(draft, workshop, job)
        return Made(draft, keepsake, info, lines, Camera(), None, _symbols_of(draft, info, workshop, job))

    return learn


def open_job(path: Path, workshop: Workshop) -> Callable[[JobContext], Opened]:
    """Make the job that reads a model file into the library and finds out in which unit it was drawn."""

    def read(job: JobContext) -> Opened:
        job.progress(0.0, say("Reading the file"))
        arguments = (path, chosen_printer(workshop))
        opened = workshop.children.run(child_steps.bring_in, arguments, job)
        digest = workshop.door.library().save_mesh(opened.mesh)
        return Opened(Draft(own_plan(path.stem, digest), repaired=True), opened.unit)

    return read


def picture_job(made: Made, workshop: Workshop, project_id: str) -> Callable[[JobContext], bytes]:
    """Make the job that takes the library's picture of a keepsake as it is now."""

    def draw(job: JobContext) -> bytes:
        arguments = (made.keepsake.mesh, made.camera, made.draft.plan.colour, made.backlight)
        png = workshop.children.run(clay_png, arguments, job)
        keep(made.draft, made.keepsake.mesh, workshop, project_id, png)
        return png

    return draw


def concept_picture_job(
    plan: ConceptPlan, workshop: Workshop, project_id: str
) -> Callable[[JobContext], bytes | None]:
    """Make the job that fetches the card's picture, to look at while the real model is made."""

    def fetch(_job: JobContext) -> bytes | None:
        rows = workshop.door.library().concepts(project_id)
        return next((row.picture_png for row in rows if row.plan.id == plan.id), None)

    return fetch


def keep(
    draft: Draft, mesh: MeshModel, workshop: Workshop, project_id: str, picture_png: bytes | None = None
) -> None:
    """Save mesh and keepsake; the same concept made anew takes its place."""
    library = workshop.door.library()
    digest = library.save_mesh(mesh)
    project = OWN_PROJECT if draft.is_own else project_id
    library.save_keepsake(project, draft.plan.id, digest, plan=draft.plan, picture_png=picture_png)


def _shape(
    draft: Draft, shelf: MendShelf, workshop: Workshop, job: JobContext
) -> tuple[child_steps.Sculpted, Repair | None]:
    if draft.is_own and draft.repaired:
        repair = mended_at_size(draft, shelf, workshop, job)
        return child_steps.Sculpted(repair.mesh, Camera(), None), repair
    if draft.is_own:
        raw = workshop.door.library().load_mesh(draft.raw_digest)
        arguments = (raw, draft.factor, draft.height_mm)
        mesh = workshop.children.run(child_steps.bring_to_size, arguments, job)
        return child_steps.Sculpted(mesh, Camera(), None), None
    sculpted = workshop.children.run(child_steps.sculpt, (draft.plan.recipe,), stage(job, 0.0, 0.8))
    if not draft.repaired:
        return sculpted, None
    arguments = (sculpted.mesh, None, draft.left)
    repair = workshop.children.run(child_steps.stand_at_height, arguments, stage(job, 0.8, 1.0))
    return replace(sculpted, mesh=repair.mesh), repair


def _check(mesh: MeshModel, workshop: Workshop, job: JobContext) -> CheckReport:
    return workshop.children.run(child_steps.check, (mesh, chosen_printer(workshop)), job)


def _form_of(draft: Draft, workshop: Workshop, job: JobContext) -> tuple[ProductInfo | None, tuple[str, ...]]:
    return workshop.children.run(child_steps.form_of, (draft.plan.recipe,), job)


def _symbols_of(
    draft: Draft, info: ProductInfo | None, workshop: Workshop, job: JobContext
) -> Mapping[str, Symbol]:
    having = (
        tuple(field.id for field in info.fields if field.id in (SYMBOL_FIELD, *FURTHER_FIELDS))
        if info is not None
        else ()
    )
    if not having:
        return {}
    language = spoken_language(workshop.keeper.settings.language)
    return workshop.children.run(symbols_of, (draft.plan.recipe, having, language), job)
