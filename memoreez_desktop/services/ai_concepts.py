"""Concepts drawn by a service: planned, ordered once, kept the moment they come, made into keepsakes."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from memoreez_desktop.concepts.writers.api import PromptWriter
from memoreez_desktop.core.concept import Concept, ConceptPlan, Recipe
from memoreez_desktop.core.errors import MemoreezError, RefusedError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ConceptPrompt, ProviderValues, ServiceError
from memoreez_desktop.core.story import Brief, PhotoRef, Story
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Wire
from memoreez_desktop.services.ai_orders import Looker, PictureService, fetch_order, no_look, send_order
from memoreez_desktop.services.ai_origin import Origin, origin_of, png_with_origin
from memoreez_desktop.storage.files import write_atomic
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.remote_job_rows import NewOrder, OrderRow

Shaper = Callable[[ConceptPlan, Origin, JobContext], Concept]
_FIRST_PRODUCT = "relief-medallion"
_SIZE_PX = 1024


def write_prompts(
    writer: PromptWriter,
    story: Story,
    count: int,
    seed: int,
    values: ProviderValues,
    wire: Wire,
    job: JobContext,
) -> tuple[ConceptPrompt, ...]:
    """Have the prompts written for a story; they may be edited before anything is ordered.

    Raises
    ------
    ServiceError
        The writer said no.
    Cancelled
    """
    job.progress(None, say("Writing the prompts"))
    return writer.write(story, count, seed, values, wire, job)


def plan_pictures(
    library: Library,
    project_id: str,
    brief: Brief,
    prompts: tuple[ConceptPrompt, ...],
    service: PictureService,
    *,
    size_px: int = _SIZE_PX,
    with_photo: bool = False,
    first: bool = False,
) -> tuple[ConceptPlan, ...]:
    """Keep a card and an order for each prompt; nothing is sent and nothing is set aside yet.

    Parameters
    ----------
    first : bool
        Before all cards that are there, else behind them.
    """
    plans = []
    for number, prompt in enumerate(prompts):
        order_id = uuid.uuid4().hex
        recipe = Recipe(_FIRST_PRODUCT, story=brief.story, seed=brief.seed + number)
        label = service.generator.info.label
        plan = ConceptPlan(order_id[:16], prompt.title, label, recipe, service.generator.id)
        seed = brief.seed + number if service.can("seed") else None
        row = NewOrder(order_id, project_id, plan.id, service.generator.id, service.model, *_told(prompt))
        # The order first: a card without one could never be drawn.
        library.orders.plan(replace(row, size_px=size_px, seed=seed, with_photo=with_photo))
        plans.append(plan)
    for plan in reversed(plans) if first else plans:
        library.save_plan(project_id, plan, first=first)
    return tuple(plans)


def order_again(
    library: Library,
    project_id: str,
    concept_id: str,
    service: PictureService,
    prompt: ConceptPrompt | None = None,
) -> OrderRow:
    """Write a new order for a card, with another prompt if there is one: only when a person wants it.

    Raises
    ------
    RefusedError
        The card's last order is on its way.
    """
    last = last_order(library, project_id, concept_id)
    if last.state == "submitting":
        raise _on_its_way()
    told = _told(prompt or last.prompt)
    row = NewOrder(uuid.uuid4().hex, project_id, concept_id, service.generator.id, service.model, *told)
    seed = last.seed if service.can("seed") else None
    return library.orders.plan(replace(row, size_px=last.size_px, seed=seed, with_photo=last.with_photo))


def bring_picture(
    library: Library,
    project_id: str,
    concept_id: str,
    service: PictureService,
    job: JobContext,
    *,
    photo_jpeg: bytes = b"",
    look: Looker = no_look,
) -> OrderRow:
    """Bring the picture of a card into the library, from wherever its last order stands.

    It waits for the service alone. An order that was not sent is sent; one that was accepted is asked for;
    for one that failed for certain, and free, a new one is sent; of one that came nothing is asked. The
    picture is handed to ``job.partial`` as soon as it is kept.

    Parameters
    ----------
    look : callable
        Gets the picture right before it is kept: what is made of it then costs no time afterwards.

    Returns
    -------
    OrderRow
        It is done; :func:`shape_concept` makes the keepsake.

    Raises
    ------
    ServiceError
        The service said no; ``cap_reached``: it does not fit under the monthly limit. The card knows why.
    RefusedError
        It is being ordered at this moment, or nobody knows whether it was: see :func:`order_again`.
    Cancelled
    """
    order = last_order(library, project_id, concept_id)
    if order.state in ("submitting", "unsure"):
        raise RefusedError(order.message, order.hint) if order.message else _on_its_way()
    if order.state == "failed":
        order = order_again(library, project_id, concept_id, service)
    try:
        if order.state == "ready":
            send_order(library, order, service, photo_jpeg, job, look)
        elif order.state == "accepted":
            fetch_order(library, order, service, job, look)
    except RefusedError:
        # Another worker was faster: how it goes on is told by that one.
        raise
    except MemoreezError as error:
        if isinstance(error, ServiceError):
            library.orders.note_reason(order.id, error.reason, error.wait_s or 0.0)
        else:
            library.orders.note_reason(order.id, "")
        library.save_failure(project_id, concept_id, error.message, error.hint)
        raise
    return library.orders.order(order.id)


def shape_concept(
    library: Library, order: OrderRow, service_label: str, job: JobContext, shape: Shaper
) -> Concept:
    """Make the keepsake of a picture that is kept, and fill its card.

    Parameters
    ----------
    shape : callable
        Makes the concept: ``services.ai_pictures.shape_picture``, in a geometry process.

    Raises
    ------
    InputError, MeshError
        No keepsake can be made of the picture. The card knows why.
    Cancelled
    """
    card = library.card(order.project_id, order.concept_id)
    if card is None:
        raise _nothing_planned()
    path = library.objects.path(order.picture, order.picture_suffix)
    photo = PhotoRef(order.picture, path, f"{order.prompt.title}{order.picture_suffix}")
    recipe = replace(card.plan.recipe, photo=photo)
    plan = replace(card.plan, title=order.prompt.title, recipe=recipe)
    try:
        concept = shape(plan, origin_of(order, service_label), job)
    except MemoreezError as error:
        library.save_failure(order.project_id, order.concept_id, error.message, error.hint)
        raise
    library.save_concept(order.project_id, concept)
    return concept


def take_up_orders(library: Library) -> tuple[OrderRow, ...]:
    """Take up what a program left behind that was killed, and say on the cards what is unsure.

    Nothing is ordered and nothing is asked. What is ``accepted`` or ``done`` can be brought and shaped as
    ever. Call it once after the start, in the background.
    """
    taken = library.orders.take_over()
    taken = tuple(order for order in taken if library.card(order.project_id, order.concept_id))
    for order in taken:
        if order.state in ("unsure", "failed"):
            library.save_failure(order.project_id, order.concept_id, order.message, order.hint)
    return taken


def last_order(library: Library, project_id: str, concept_id: str) -> OrderRow:
    """Return the order that counts for a card: its newest.

    Raises
    ------
    RefusedError
        It has none.
    """
    orders = library.orders.of_card(project_id, concept_id)
    if not orders:
        raise _nothing_planned()
    return orders[0]


def export_png(library: Library, order: OrderRow, service_label: str, target: Path) -> None:
    """Save an order's picture as PNG, every pixel as it came, with its origin in it.

    Raises
    ------
    StorageError
        The picture is gone, or the file cannot be written.
    """
    data = library.objects.read(order.picture, order.picture_suffix)
    write_atomic(target, png_with_origin(data, origin_of(order, service_label)))


def _told(prompt: ConceptPrompt) -> tuple[str, str, str]:
    return prompt.title, prompt.character, prompt.prompt


def _on_its_way() -> RefusedError:
    return RefusedError(
        say("This picture is being ordered at this moment."), say("Wait until it has come or failed.")
    )


def _nothing_planned() -> RefusedError:
    return RefusedError(
        say("Nothing was ever planned for this card."), say("Have new concepts drawn instead.")
    )
