"""Jobs of the Concepts page. The functions at the top run in a geometry process and know no Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memoreez_desktop.core.concept import Concept, ConceptPlan
from memoreez_desktop.core.errors import InputError, MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Brief
from memoreez_desktop.core.words import say
from memoreez_desktop.ui.concepts.ai_card import AiFacts
from memoreez_desktop.ui.concepts.rows import card_of_row

if TYPE_CHECKING:
    from pathlib import Path

    from memoreez_desktop.storage.library import Library
    from memoreez_desktop.storage.library_rows import ConceptRow
    from memoreez_desktop.storage.remote_job_rows import OrderRow
    from memoreez_desktop.ui.concepts.card import Card
    from memoreez_desktop.ui.concepts.pictures import CardPicture
    from memoreez_desktop.ui.workshop import Workshop

    Decoder = Callable[[bytes], CardPicture]


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


@dataclass(frozen=True)
class Drawn:
    """A concept that is kept, its picture for the window, and where that lies."""

    concept: Concept
    picture: CardPicture
    path: Path | None


def draw_job(
    workshop: Workshop, project_id: str, plan: ConceptPlan, decode: Decoder
) -> Callable[[JobContext], Drawn]:
    """Make a job that draws a concept, keeps it, and only then hands it to the window."""

    def job(job: JobContext) -> Drawn:
        library = workshop.door.library()
        try:
            concept = workshop.children.run(draw, (plan,), job)
        except MemoreezError as error:
            library.save_failure(project_id, plan.id, error.message, error.hint)
            raise
        library.save_concept(project_id, concept)
        return drawn(library, project_id, concept, decode)

    return job


def drawn(library: Library, project_id: str, concept: Concept, decode: Decoder) -> Drawn:
    """Make what the window gets of a concept that is kept."""
    row = library.card(project_id, concept.plan.id)
    return Drawn(concept, decode(concept.picture_png), row.picture if row else None)


def load_job(
    workshop: Workshop, project_id: str
) -> Callable[[JobContext], tuple[Brief, tuple[Card, ...], tuple[str, ...]]]:
    """Make a job that reads a project: its brief, its cards, and the ids of those that were removed."""

    def job(job: JobContext) -> tuple[Brief, tuple[Card, ...], tuple[str, ...]]:
        library = workshop.door.library()
        rows = library.concepts(project_id)
        orders = library.orders.of_project(project_id)
        cards = tuple(kept_card(library, row, orders.get(row.plan.id)) for row in rows if not row.removed)
        return library.project(project_id).brief, cards, tuple(row.plan.id for row in rows if row.removed)

    return job


def kept_card(library: Library, row: ConceptRow, order: OrderRow | None) -> Card:
    """Make the card of a row and its newest order."""
    if order is None:
        return card_of_row(row)
    came = library.objects.path(order.picture, order.picture_suffix) if order.picture else None
    return card_of_row(row, AiFacts(service_label(order.provider), order), came)


def service_label(provider: str) -> str:
    """Return what people call a service; one that is no more keeps its id."""
    # Every service and httpx: only on a worker, and only where there are cards of services.
    from memoreez_desktop.concepts.generators.catalog import generator_catalog  # noqa: PLC0415

    catalog = generator_catalog()
    return catalog.get(provider).info.label if provider in catalog.ids else provider
