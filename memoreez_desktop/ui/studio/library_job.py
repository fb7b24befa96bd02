"""What the Studio fetches from the library and lays aside in it: files, pictures, and earlier work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.edition import Edition, own_edition
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.words import say
from memoreez_desktop.ui import child_steps
from memoreez_desktop.ui.journey import Keepsake
from memoreez_desktop.ui.studio.chosen_printer import chosen_printer
from memoreez_desktop.ui.studio.edition_log import OWN_PROJECT
from memoreez_desktop.ui.studio.made import Made
from memoreez_desktop.ui.studio.sculpt_job import keep, what_it_is
from memoreez_desktop.ui.viewport.clay_picture import clay_png

if TYPE_CHECKING:
    from memoreez_desktop.printability.unit_detective import UnitGuess
    from memoreez_desktop.storage.editions import EditionHistory
    from memoreez_desktop.ui.workshop import Workshop


@dataclass(frozen=True, eq=False)
class Opened:
    """A model file that was read: its first edition, and what its numbers most likely mean."""

    edition: Edition
    guess: UnitGuess


@dataclass(frozen=True, eq=False)
class Adopted:
    """A keepsake that came from the library, with what was done to it.

    Attributes
    ----------
    made : Made
        As it was kept.
    history : EditionHistory or None
        None for one that was kept before there were histories.
    is_present : bool
        The model is what the present edition makes; else that one has never been finished.
    """

    made: Made
    history: EditionHistory | None
    is_present: bool


def open_job(path: Path, workshop: Workshop) -> Callable[[JobContext], Opened]:
    """Make the job that reads a model file into the library and finds out in which unit it was drawn."""

    def read(job: JobContext) -> Opened:
        job.progress(0.0, say("Reading the file"))
        arguments = (path, chosen_printer(workshop))
        opened = workshop.children.run(child_steps.bring_in, arguments, job)
        digest = workshop.door.library().save_mesh(opened.mesh)
        return Opened(own_edition(path.stem, digest), opened.unit)

    return read


def adopt_job(keepsake: Keepsake, workshop: Workshop, project_id: str) -> Callable[[JobContext], Adopted]:
    """Make the job that learns what was done to a keepsake and what can be changed on it."""

    def learn(job: JobContext) -> Adopted:
        edition = _edition_of(keepsake)
        project = OWN_PROJECT if edition.is_own else project_id
        history = workshop.door.library().editions.history(project, edition.plan.id)
        is_present = True
        if history is not None:
            edition = history.present.edition
            is_present = history.present.mesh_digest == keepsake.mesh.digest
        info, lines, symbols = what_it_is(edition, workshop, job)
        made = Made(edition, keepsake, info, lines, symbols=symbols, figure_mm=keepsake.mesh.bounds_mm)
        return Adopted(made, history, is_present)

    return learn


def history_job(
    plan: ConceptPlan, workshop: Workshop, project_id: str
) -> Callable[[JobContext], EditionHistory | None]:
    """Make the job that looks whether a concept was worked on before."""
    return lambda _job: workshop.door.library().editions.history(project_id, plan.id)


def picture_job(made: Made, workshop: Workshop, project_id: str) -> Callable[[JobContext], bytes]:
    """Make the job that takes the library's picture of a keepsake as it is now."""

    def draw(job: JobContext) -> bytes:
        arguments = (made.keepsake.mesh, made.camera, made.edition.plan.colour, made.backlight)
        png = workshop.children.run(clay_png, arguments, job)
        job.check_cancelled()
        keep(made.edition, made.keepsake.mesh, workshop, project_id, png)
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


def _edition_of(keepsake: Keepsake) -> Edition:
    """Return the edition of a keepsake without a history; a brought one is its own raw sculpture."""
    own = own_edition(keepsake.title, keepsake.mesh.digest)
    plan = keepsake.plan
    if plan is None:
        return Edition(own.plan)
    edition = Edition(plan)
    if not edition.is_own:
        return edition
    recipe: Recipe = own.plan.recipe
    return Edition(replace(plan, recipe=recipe))
