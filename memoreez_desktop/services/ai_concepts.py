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
from memoreez_desktop.core.remote import ConceptPrompt, ProviderValues
from memoreez_desktop.core.story import Brief, PhotoRef, Story
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Wire
from memoreez_desktop.services.ai_orders import PictureService, fetch_order, send_order
from memoreez_desktop.services.ai_pictures import Origin, png_with_origin, shape_picture
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
) -> tuple[ConceptPlan, ...]:
    """Keep a card and an order for each prompt; nothing is sent and nothing is set aside yet."""
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
        library.save_plan(project_id, plan)
        plans.append(plan)
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
    last = _last(library, project_id, concept_id)
    if last.state == "submitting":
        raise _on_its_way()
    told = _told(prompt or last.prompt)
    row = NewOrder(uuid.uuid4().hex, project_id, concept_id, service.generator.id, service.model, *told)
    seed = last.seed if service.can("seed") else None
    return library.orders.plan(replace(row, size_px=last.size_px, seed=seed, with_photo=last.with_photo))


def draw_ai_concept(
    library: Library,
    project_id: str,
    concept_id: str,
    service: PictureService,
    job: JobContext,
    *,
    photo_jpeg: bytes = b"",
    shape: Shaper = shape_picture,
) -> Concept:
    """Bring a card to its picture from wherever its last order stands, and keep everything on the way.

    An order that was not sent is sent; one that was accepted is asked for; of one that came the keepsake is
    made; for one that failed for certain, and free, a new one is sent. The picture is handed to
    ``job.partial`` as soon as it is kept.

    Parameters
    ----------
    shape : callable
        Makes the concept; the window has it run in a child process.

    Raises
    ------
    ServiceError
        The service said no; ``cap_reached``: it does not fit under the monthly limit. The card knows why.
    RefusedError
        It is being ordered at this moment, or nobody knows whether it was: see :func:`order_again`.
    InputError, MeshError
        No keepsake can be made of the picture.
    Cancelled
    """
    order = _last(library, project_id, concept_id)
    if order.state in ("submitting", "unsure"):
        raise RefusedError(order.message, order.hint) if order.message else _on_its_way()
    if order.state == "failed":
        order = order_again(library, project_id, concept_id, service)
    try:
        if order.state == "ready":
            send_order(library, order, service, photo_jpeg, job)
        elif order.state == "accepted":
            fetch_order(library, order, service, job)
        return _shaped(library, library.orders.order(order.id), service, job, shape)
    except MemoreezError as error:
        library.save_failure(project_id, concept_id, error.message, error.hint)
        raise


def resume_orders(
    library: Library,
    service_of: Callable[[str], PictureService | None],
    job: JobContext,
    *,
    shape: Shaper = shape_picture,
) -> tuple[OrderRow, ...]:
    """Take up what a program left behind that was killed: fetch what was accepted, say what is unsure.

    Nothing is ordered. Call it once after the start, in the background.

    Parameters
    ----------
    service_of : callable
        The service of a generator's id; None where there is none any more.

    Returns
    -------
    tuple of OrderRow
        What was taken up, as it stands now.
    """
    taken = library.orders.take_over()
    taken = tuple(order for order in taken if library.card(order.project_id, order.concept_id))
    for order in taken:
        if order.state in ("unsure", "failed"):
            library.save_failure(order.project_id, order.concept_id, order.message, order.hint)
    for order in taken:
        service = service_of(order.provider)
        if order.state not in ("accepted", "done") or service is None:
            continue
        try:
            if order.state == "accepted":
                fetch_order(library, order, service, job)
            _shaped(library, library.orders.order(order.id), service, job, shape)
        except MemoreezError as error:
            library.save_failure(order.project_id, order.concept_id, error.message, error.hint)
    return tuple(library.orders.order(order.id) for order in taken)


def export_png(library: Library, order: OrderRow, service_label: str, target: Path) -> None:
    """Save an order's picture as PNG, every pixel as it came, with its origin in it.

    Raises
    ------
    StorageError
        The picture is gone, or the file cannot be written.
    """
    data = library.objects.read(order.picture, order.picture_suffix)
    write_atomic(target, png_with_origin(data, _origin(order, service_label)))


def _shaped(
    library: Library, order: OrderRow, service: PictureService, job: JobContext, shape: Shaper
) -> Concept:
    """Make the keepsake of a picture that is kept, and fill its card."""
    card = library.card(order.project_id, order.concept_id)
    if card is None:
        raise _nothing_planned()
    path = library.objects.path(order.picture, order.picture_suffix)
    photo = PhotoRef(order.picture, path, f"{order.prompt.title}{order.picture_suffix}")
    recipe = replace(card.plan.recipe, photo=photo)
    plan = replace(card.plan, title=order.prompt.title, recipe=recipe)
    concept = shape(plan, _origin(order, service.generator.info.label), job)
    library.save_concept(order.project_id, concept)
    return concept


def _last(library: Library, project_id: str, concept_id: str) -> OrderRow:
    orders = library.orders.of_card(project_id, concept_id)
    if not orders:
        raise _nothing_planned()
    return orders[0]


def _told(prompt: ConceptPrompt) -> tuple[str, str, str]:
    return prompt.title, prompt.character, prompt.prompt


def _origin(order: OrderRow, service_label: str) -> Origin:
    prompt = order.prompt
    return Origin(
        service_label,
        order.model,
        prompt.title,
        prompt.character,
        prompt.prompt,
        order.seed,
        order.licence,
        order.cost_usd,
    )


def _on_its_way() -> RefusedError:
    return RefusedError(
        say("This picture is being ordered at this moment."), say("Wait until it has come or failed.")
    )


def _nothing_planned() -> RefusedError:
    return RefusedError(
        say("Nothing was ever planned for this card."), say("Have new concepts drawn instead.")
    )
