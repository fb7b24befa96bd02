"""Concepts drawn by a service, without a window: offered with a price, ordered once, each written out.

The orders are kept in the person's library exactly as the window keeps them: what a killed program left
behind is taken up at the window's next start, and nothing is ordered twice.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path

from memoreez_desktop.core.concept import Concept, ConceptPlan
from memoreez_desktop.core.errors import MemoreezError, UsageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.story import Brief
from memoreez_desktop.core.words import say
from memoreez_desktop.network.failures import offline_error
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.services.ai_concepts import (
    bring_picture,
    export_png,
    plan_pictures,
    shape_concept,
    write_prompts,
)
from memoreez_desktop.services.ai_desk import AiDesk, WritingService
from memoreez_desktop.services.ai_orders import PictureService
from memoreez_desktop.services.ai_origin import Origin
from memoreez_desktop.services.ai_photo import photo_for_service
from memoreez_desktop.services.ai_pictures import PICTURE_PRODUCTS, shape_picture
from memoreez_desktop.services.ai_price import OfferWords, offer_words
from memoreez_desktop.services.provider_fields import with_fields
from memoreez_desktop.services.provider_settings import key_variable
from memoreez_desktop.services.whole_journey import SIZE_FIELDS, DrawnConcept, Order, sized
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.settings import Settings

_AT_ONCE = 4


@dataclass(frozen=True)
class AiWish:
    """What is wanted of a service.

    Attributes
    ----------
    provider_id, writer_id : str
        Who draws, and who writes the prompts; empty for the one in the settings.
    fields, writer_fields : tuple of str
        ``name=value`` instead of what the settings have; keys are never among them.
    with_photo : bool
        The first photo goes along.
    cap_usd : float, optional
        A lower monthly limit than that of the settings.
    size_mm : float, optional
        The main size of what is going to be made.
    """

    provider_id: str
    writer_id: str = ""
    fields: tuple[str, ...] = ()
    writer_fields: tuple[str, ...] = ()
    with_photo: bool = False
    cap_usd: float | None = None
    size_mm: float | None = None


@dataclass(frozen=True)
class Commission:
    """Who draws and who writes for a brief; nothing has been asked yet, and nothing is kept."""

    brief: Brief
    count: int
    service: PictureService
    writing: WritingService
    with_photo: bool = False

    @property
    def offer(self) -> OfferWords:
        """What it costs and takes, and what leaves this computer."""
        return offer_words(self.service, self.count, self.with_photo)

    @property
    def may_cost(self) -> bool:
        """Whether anything of it may have to be paid for."""
        words_at_home = self.writing.writer.info.local or bool(self.writing.values.plain.get("own_server"))
        return self.offer.usd != 0.0 or not words_at_home


def commission(wish: AiWish, brief: Brief, count: int, settings: Settings, desk: AiDesk) -> Commission:
    """Look whether a wish can be fulfilled; the network is not used.

    Raises
    ------
    UsageError
        There is no such provider, writer or field, it cannot use a photo, or the size cannot be made.
    ServiceError
        ``offline``: the program is switched offline; ``auth``: a key is missing.
    """
    _require_size(wish.size_mm)
    drawing = desk.picture_service(settings, wish.provider_id)
    writing = desk.writing_service(settings, wish.writer_id)
    settings = with_fields(settings, drawing.generator.info, wish.fields)
    settings = with_fields(settings, writing.writer.info, wish.writer_fields)
    if settings.offline:
        raise offline_error()
    drawing = desk.picture_service(settings, drawing.generator.id)
    writing = desk.writing_service(settings, writing.writer.id)
    for member, values in ((drawing.generator, drawing.values), (writing.writer, writing.values)):
        state = member.availability(values)
        if not state.available:
            raise _not_ready(member.id, member.info.label, state.why_not)
    if wish.with_photo and not brief.photos:
        raise UsageError(say("There is no photo to send."), say("Give one with --photo."))
    if wish.with_photo and not drawing.can("photo"):
        raise UsageError(
            say("{service} cannot use a photo.", service=drawing.generator.info.label),
            say("Leave --with-photo away, or choose another service."),
        )
    if wish.cap_usd is not None:
        drawing = replace(drawing, monthly_cap_usd=min(wish.cap_usd, drawing.monthly_cap_usd))
    return Commission(brief, count, drawing, writing, wish.with_photo)


def draw_commission(
    wanted: Commission, library: Library, out: Path, job: JobContext
) -> Iterator[DrawnConcept]:
    """Have the prompts written, order the pictures, and yield each card the moment it is done.

    Raises
    ------
    ServiceError
        The prompts could not be written; nothing was ordered then.
    PhotoError
        The photo cannot be read.
    Cancelled
    """
    photos = tuple(replace(library.add_photo(photo.path), edit=photo.edit) for photo in wanted.brief.photos)
    brief = replace(wanted.brief, photos=photos)
    photo_jpeg = photo_for_service(photos[0]) if wanted.with_photo else b""
    writing, count = wanted.writing, wanted.count
    prompts = write_prompts(writing.writer, brief.story, count, brief.seed, writing.values, writing.wire, job)
    project = library.start_project(brief)
    plans = plan_pictures(library, project, brief, prompts, wanted.service, with_photo=wanted.with_photo)
    work = _Work(wanted.service, library, project, photo_jpeg, out, JobContext(job.token))
    job.progress(0.0, say("Being drawn"))
    # A server of one's own draws one after the other anyway.
    at_once = 1 if wanted.offer.usd == 0.0 else _AT_ONCE
    with ThreadPoolExecutor(at_once) as pool:
        cards = [pool.submit(work.draw, number, plan) for number, plan in enumerate(plans, start=1)]
        for done, card in enumerate(as_completed(cards), start=1):
            yield card.result()
            job.progress(done / count, say("Being drawn"))


def draw_for_journey(
    wanted: Commission, library: Library, order: Order, out: Path, job: JobContext
) -> tuple[DrawnConcept, ...]:
    """Draw the concepts of a whole journey, in their order, at the size that was asked for.

    Raises
    ------
    MemoreezError
        Not one of them came to anything: the first one's trouble.
    Cancelled
    """
    drawn = sorted(draw_commission(wanted, library, out, job), key=lambda one: one.number)
    if all(one.failure for one in drawn) and drawn[0].failure is not None:
        raise drawn[0].failure
    return tuple(one if one.failure else replace(one, plan=sized(one.plan, order.size_mm)) for one in drawn)


class _Work:
    """What every card of a commission needs."""

    def __init__(
        self,
        service: PictureService,
        library: Library,
        project_id: str,
        photo_jpeg: bytes,
        out: Path,
        job: JobContext,
    ) -> None:
        self._service, self._library, self._project_id = service, library, project_id
        self._photo_jpeg, self._out, self._job = photo_jpeg, out, job
        self._shaping = threading.Lock()

    def draw(self, number: int, plan: ConceptPlan) -> DrawnConcept:
        """Bring a card to its end, a good or a bad one."""
        begun = time.perf_counter()
        failure: MemoreezError | None = None
        try:
            came = bring_picture(
                self._library,
                self._project_id,
                plan.id,
                self._service,
                self._job,
                photo_jpeg=self._photo_jpeg,
            )
            label = self._service.generator.info.label
            concept = shape_concept(self._library, came, label, self._job, self._shape)
            plan = concept.plan
        except MemoreezError as error:
            failure = error
        order = self._library.orders.of_card(self._project_id, plan.id)[0]
        picture = self._out / f"concept-{number}.png" if order.picture else None
        if picture is not None:
            export_png(self._library, order, self._service.generator.info.label, picture)
        seconds = time.perf_counter() - begun
        return DrawnConcept(plan, picture, seconds, str(failure or ""), number, order, failure)

    def _shape(self, plan: ConceptPlan, origin: Origin, job: JobContext) -> Concept:
        # Geometry takes every core it finds: one keepsake after the other is not slower than all at once.
        with self._shaping:
            return shape_picture(plan, origin, job)


def _require_size(size_mm: float | None) -> None:
    """Make sure that any keepsake a picture may become can have a size: before the picture is paid for."""
    fields = [
        known
        for product_id in PICTURE_PRODUCTS
        for known in product_catalog().get(product_id).info.fields
        if known.id in SIZE_FIELDS
    ]
    low = max(known.minimum or 0.0 for known in fields)
    high = min(known.maximum or math.inf for known in fields)
    if size_mm is not None and not low <= size_mm <= high:
        raise UsageError(
            say("{size:g} mm does not suit every keepsake a picture may become.", size=size_mm),
            say("Choose from {low:g} to {high:g} mm.", low=low, high=high),
        )


def _not_ready(provider_id: str, label: str, why_not: str) -> ServiceError:
    return ServiceError(
        say("{provider}: {why}", provider=label, why=why_not),
        say(
            "Store a key with “memoreez provider-key {id}”, or set {variable}.",
            id=provider_id,
            variable=key_variable(provider_id),
        ),
        reason="auth",
    )
