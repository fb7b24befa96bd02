"""Jobs of the Concepts page. The functions at the top run in a geometry process and know no Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from memoreez_desktop.core.concept import Concept, ConceptPlan
from memoreez_desktop.core.errors import InputError, MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Brief
from memoreez_desktop.core.words import say

if TYPE_CHECKING:
    from memoreez_desktop.ui.concepts.pictures import CardPicture
    from memoreez_desktop.ui.workshop import Workshop


@dataclass(frozen=True)
class WrittenPlans:
    """(project, plan) of what a planning job has written, all at once under its lock."""

    plans: list[tuple[str, str]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


def plan_new(
    brief: Brief, count: int, product_id: str, known: tuple[str, ...], job: JobContext
) -> tuple[ConceptPlan, ...]:
    """Plan ``count`` concepts that are none of the known ones (in a geometry process).

    Plans are deterministic, so the first new ones stand right behind those that exist already. Fewer than
    ``count`` (or none) means that every idea has been used.

    Raises
    ------
    InputError
        Nothing can be made from the brief.
    """
    # In the child, where it is warm already; never in the window's process.
    from memoreez_desktop.services import make_concepts  # noqa: PLC0415

    plans = make_concepts.plan(brief, count + len(known), 0, product_id=product_id)
    fresh = {plan.id: plan for plan in plans if plan.id not in known}
    if not fresh and not known:
        raise InputError(
            say("Nothing can be made from this story yet."),
            say("Add a passion, a quirk or a photo on the Story page."),
        )
    return tuple(fresh.values())[:count]


def draw(plan: ConceptPlan, job: JobContext) -> Concept:
    """Draw a concept (in a geometry process)."""
    # As above.
    from memoreez_desktop.services import make_concepts  # noqa: PLC0415

    return make_concepts.draw_concept(plan, job)


def plan_job(
    workshop: Workshop,
    project_id: str,
    brief: Brief,
    count: int,
    product_id: str = "",
    known: tuple[str, ...] = (),
    *,
    new_project: bool = False,
    kept: WrittenPlans | None = None,
) -> Callable[[JobContext], tuple[str, tuple[ConceptPlan, ...]]]:
    """Make a job that plans concepts, keeps the plans, and returns the project's id with them.

    A new project is begun where the present one has cards already. ``kept`` is told (project, plan) of what
    has been written, for :func:`withdraw_job`.
    """
    written = kept or WrittenPlans()

    def job(job: JobContext) -> tuple[str, tuple[ConceptPlan, ...]]:
        plans = workshop.children.run(plan_new, (brief, count, product_id, known), job)
        # What was stopped before it stood on the grid must not turn up there with the next start.
        job.check_cancelled()
        library = workshop.door.library()
        kept_in = project_id
        if not kept_in or (new_project and library.concepts(kept_in)):
            kept_in = library.start_project(brief)
        elif new_project:
            library.save_brief(kept_in, brief)
        with written.lock:
            job.check_cancelled()
            for plan in plans:
                library.save_plan(kept_in, plan)
                written.plans.append((kept_in, plan.id))
        return kept_in, plans

    return job


def withdraw_job(workshop: Workshop, written: WrittenPlans) -> Callable[[JobContext], None]:
    """Make a job that takes plans off a project again which never stood on the grid.

    Submit it after the cancel: then the plans are either not written yet, and never will be, or all of them
    are here.
    """

    def job(_job: JobContext) -> None:
        library = workshop.door.library()
        with written.lock:
            for project_id, plan_id in written.plans:
                library.set_removed(project_id, plan_id, True)

    return job


def draw_job(
    workshop: Workshop, project_id: str, plan: ConceptPlan, decode: Callable[[bytes], CardPicture]
) -> Callable[[JobContext], tuple[Concept, CardPicture]]:
    """Make a job that draws a concept, keeps it, and only then hands it to the window."""

    def job(job: JobContext) -> tuple[Concept, CardPicture]:
        try:
            concept = workshop.children.run(draw, (plan,), job)
        except MemoreezError as error:
            workshop.door.library().save_failure(project_id, plan.id, error.message, error.hint)
            raise
        workshop.door.library().save_concept(project_id, concept)
        return concept, decode(concept.picture_png)

    return job


def load_job(
    workshop: Workshop, project_id: str, decode: Callable[[bytes], CardPicture]
) -> Callable[[JobContext], tuple[Brief, list[tuple[Any, CardPicture | None]]]]:
    """Make a job that reads a project's cards and decodes their pictures."""

    def job(job: JobContext) -> tuple[Brief, list[tuple[Any, CardPicture | None]]]:
        library = workshop.door.library()
        rows = library.concepts(project_id)
        shown = [row for row in rows if not row.removed]
        pictures = [decode(row.picture_png) if row.picture_png else None for row in shown]
        hidden = [(row, None) for row in rows if row.removed]
        return library.project(project_id).brief, [*zip(shown, pictures, strict=True), *hidden]

    return job
