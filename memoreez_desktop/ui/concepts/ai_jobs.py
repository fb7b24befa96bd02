"""Jobs of the cards that services draw. The functions at the top run in a geometry process and know no Qt."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memoreez_desktop.core.concept import Concept, ConceptPlan
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ConceptPrompt, PartialPicture, ServiceError
from memoreez_desktop.core.story import Brief
from memoreez_desktop.ui.concepts.ai_card import AiFacts
from memoreez_desktop.ui.concepts.jobs import Drawn, drawn, kept_card, service_label
from memoreez_desktop.ui.concepts.unrepeatable import Unrepeatable, is_unrepeatable

if TYPE_CHECKING:
    from pathlib import Path

    from memoreez_desktop.services.ai_desk import WritingService
    from memoreez_desktop.services.ai_origin import Origin
    from memoreez_desktop.services.ai_price import OfferWords
    from memoreez_desktop.storage.library import Library
    from memoreez_desktop.storage.remote_job_rows import OrderRow
    from memoreez_desktop.ui.concepts.card import Card
    from memoreez_desktop.ui.concepts.jobs import Decoder
    from memoreez_desktop.ui.concepts.pictures import CardPicture
    from memoreez_desktop.ui.workshop import Workshop

ORDERED_PX = 1024


@dataclass(frozen=True)
class Written:
    """Prompts for a story.

    Attributes
    ----------
    missing : str
        Why the service cannot draw at all, else empty.
    trouble : ServiceError or None
        What the chosen writer said; the prompts are the built-in ones then.
    """

    prompts: tuple[ConceptPrompt, ...]
    missing: str = ""
    service: str = ""
    trouble: ServiceError | None = None


@dataclass(frozen=True)
class Offer:
    """What is asked before something is ordered: in words, and whether it is paid at all."""

    words: tuple[OfferWords, ...]
    paid: bool


class _Eyes:
    """Decodes what comes on a worker: the picture itself while others are being written to the disk."""

    def __init__(self, decode: Decoder, job: JobContext) -> None:
        self._decode, self._job = decode, job
        self._seen: tuple[bytes, CardPicture] | None = None

    def look(self, data: bytes) -> None:
        """Decode a picture that is going to be kept and shown."""
        self._seen = data, self._decode(data)

    def show(self, item: object) -> None:
        """Hand a picture to the window."""
        if isinstance(item, PartialPicture):
            seen = self._seen
            known = seen is not None and seen[0] is item.data
            self._job.partial(seen[1] if known else self._decode(item.data))


def shape(plan: ConceptPlan, origin: Origin, job: JobContext) -> Concept:
    """Make a concept of a picture (in a geometry process)."""
    # In the child, where it is warm already; never in the window's process.
    from memoreez_desktop.services.ai_pictures import shape_picture  # noqa: PLC0415

    return shape_picture(plan, origin, job)


def write_job(
    workshop: Workshop, brief: Brief, count: int, known: tuple[str, ...]
) -> Callable[[JobContext], Written]:
    """Make a job that has prompts written that are none of the known ones.

    A writer that says no is replaced by the built-in one. Fewer than ``count`` where that has no more.
    """
    settings = workshop.keeper.settings

    def job(job: JobContext) -> Written:
        desk = workshop.services.desk()
        drawing = desk.picture_service(settings)
        label = drawing.generator.info.label
        available = drawing.generator.availability(drawing.values)
        if not available.available:
            return Written((), available.why_not, label)
        seed, trouble = brief.seed + len(known), None
        try:
            found = _fresh(desk.writing_service(settings), brief, count, seed, known, job)
        except ServiceError as error:
            found, trouble = (), error
        if len(found) < count:
            built_in = desk.writing_service(settings, "template")
            more = _fresh(built_in, brief, count + len(known), brief.seed, known, job)
            have = {prompt.prompt for prompt in found}
            found = (*found, *(prompt for prompt in more if prompt.prompt not in have))[:count]
        return Written(found, service=label, trouble=trouble)

    return job


def plan_ai_job(
    workshop: Workshop,
    project_id: str,
    brief: Brief,
    prompts: tuple[ConceptPrompt, ...],
    *,
    provider: str = "",
    first: bool = False,
) -> Callable[[JobContext], tuple[Card, ...]]:
    """Make a job that keeps a card and an order for each prompt; nothing is sent."""
    settings = workshop.keeper.settings

    def job(job: JobContext) -> tuple[Card, ...]:
        # The database and the network's libraries: on a worker, after the window.
        from memoreez_desktop.services.ai_concepts import plan_pictures  # noqa: PLC0415

        library, service = (
            workshop.door.library(),
            workshop.services.desk().picture_service(settings, provider),
        )
        photo = settings.send_photo and bool(brief.photos) and service.can("photo")
        plans = plan_pictures(
            library, project_id, brief, prompts, service, size_px=ORDERED_PX, with_photo=photo, first=first
        )
        return tuple(card for plan in plans if (card := _card(library, project_id, plan.id)) is not None)

    return job


def offer_job(workshop: Workshop, orders: tuple[OrderRow, ...]) -> Callable[[JobContext], Offer]:
    """Make a job that puts into words what orders are going to cost and what leaves for them."""
    settings = workshop.keeper.settings

    def job(job: JobContext) -> Offer:
        # As above.
        from memoreez_desktop.services.ai_price import offer_words  # noqa: PLC0415

        words, paid = [], False
        for provider in dict.fromkeys(order.provider for order in orders):
            service = workshop.services.desk().picture_service(settings, provider)
            theirs = [order for order in orders if order.provider == provider]
            photo = any(order.with_photo for order in theirs)
            words.append(offer_words(service, len(theirs), photo))
            paid = paid or words[-1].usd != 0
        return Offer(tuple(words), paid)

    return job


def bring_job(
    workshop: Workshop, project_id: str, key: str, decode: Decoder
) -> Callable[[JobContext], AiFacts]:
    """Make a job that brings a card's picture; each that comes on the way is a partial result, decoded.

    Before them comes :class:`Unrepeatable`, where it is that.
    """
    settings = workshop.keeper.settings

    def job(job: JobContext) -> AiFacts:
        # As above.
        from memoreez_desktop.services.ai_concepts import bring_picture, last_order  # noqa: PLC0415

        library = workshop.door.library()
        with _told(workshop, project_id, key):
            order = last_order(library, project_id, key)
            service = workshop.services.desk().picture_service(settings, order.provider)
            photo = _photo(library, order) if order.with_photo else b""
            if is_unrepeatable(service, order):
                job.partial(Unrepeatable(service.generator.info.label))
            eyes = _Eyes(decode, job)
            shown = JobContext(job.token, job.progress, eyes.show)
            order = bring_picture(library, project_id, key, service, shown, photo_jpeg=photo, look=eyes.look)
            return AiFacts(service.generator.info.label, order)

    return job


def shape_job(workshop: Workshop, facts: AiFacts, decode: Decoder) -> Callable[[JobContext], Drawn]:
    """Make a job that makes the keepsake of a picture that came."""
    project_id = facts.order.project_id

    def job(job: JobContext) -> Drawn:
        # As above.
        from memoreez_desktop.services.ai_concepts import shape_concept  # noqa: PLC0415

        library = workshop.door.library()

        def in_child(plan: ConceptPlan, origin: Origin, inner: JobContext) -> Concept:
            return workshop.children.run(shape, (plan, origin), inner)

        with _told(workshop, project_id, facts.order.concept_id):
            concept = shape_concept(library, facts.order, facts.label, job, in_child)
            return drawn(library, project_id, concept, decode)

    return job


def order_again_job(
    workshop: Workshop, project_id: str, prompts: dict[str, ConceptPrompt | None]
) -> Callable[[JobContext], tuple[Card, ...]]:
    """Make a job that writes a new order for each card, with another prompt where there is one."""
    settings = workshop.keeper.settings

    def job(job: JobContext) -> tuple[Card, ...]:
        # As above.
        from memoreez_desktop.services.ai_concepts import last_order, order_again  # noqa: PLC0415

        library, desk = workshop.door.library(), workshop.services.desk()
        for key, prompt in prompts.items():
            service = desk.picture_service(settings, last_order(library, project_id, key).provider)
            order = order_again(library, project_id, key, service, prompt)
            row = library.card(project_id, key)
            if row is not None and row.plan.title != order.prompt.title:
                library.save_plan(project_id, replace(row.plan, title=order.prompt.title))
        return tuple(card for key in prompts if (card := _card(library, project_id, key)) is not None)

    return job


def card_job(workshop: Workshop, project_id: str, key: str) -> Callable[[JobContext], Card | None]:
    """Make a job that reads a card as the library has it."""
    return lambda job: _card(workshop.door.library(), project_id, key)


def export_job(workshop: Workshop, order: OrderRow, target: Path) -> Callable[[JobContext], None]:
    """Make a job that saves an order's picture as PNG."""

    def job(job: JobContext) -> None:
        # As above.
        from memoreez_desktop.services.ai_concepts import export_png  # noqa: PLC0415

        export_png(workshop.door.library(), order, service_label(order.provider), target)

    return job


def _fresh(
    writing: WritingService,
    brief: Brief,
    count: int,
    seed: int,
    known: tuple[str, ...],
    job: JobContext,
) -> tuple[ConceptPrompt, ...]:
    from memoreez_desktop.services.ai_concepts import write_prompts  # noqa: PLC0415 - as above

    written = write_prompts(writing.writer, brief.story, count, seed, writing.values, writing.wire, job)
    return tuple(prompt for prompt in written if prompt.prompt not in known)


def _card(library: Library, project_id: str, key: str) -> Card | None:
    row = library.card(project_id, key)
    orders = library.orders.of_card(project_id, key)
    return kept_card(library, row, orders[0] if orders else None) if row is not None else None


def _photo(library: Library, order: OrderRow) -> bytes:
    from memoreez_desktop.services.ai_photo import photo_for_service  # noqa: PLC0415 - opencv, 0.1 s

    photos = library.project(order.project_id).brief.photos
    return photo_for_service(photos[0]) if photos else b""


@contextlib.contextmanager
def _told(workshop: Workshop, project_id: str, key: str) -> Iterator[None]:
    """Tell at the end, however it comes, that a card was written down anew."""
    try:
        yield
    finally:
        # A job that nobody hears any more may outlive the window.
        with contextlib.suppress(RuntimeError):
            workshop.journey.cardKept.emit(project_id, key)
