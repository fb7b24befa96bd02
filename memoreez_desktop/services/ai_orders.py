"""One order of a picture: sent once, kept the moment it comes, and honest about what became of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from memoreez_desktop.concepts.generators.api import ImageGenerator
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import (
    PartialPicture,
    PictureOrder,
    ProviderValues,
    RemotePicture,
    ServiceError,
)
from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.photo_format import SNIFF_BYTES, sniff_format
from memoreez_desktop.network.api import Wire
from memoreez_desktop.services.ai_origin import licence_of
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.remote_job_rows import ArrivedFile, OrderRow

Looker = Callable[[bytes], None]
_SUFFIXES = {"PNG": ".png", "JPEG": ".jpg", "WebP": ".webp", "GIF": ".gif"}
_ASKED_FOR_S = 24 * 3600.0
"""So long an accepted order is asked for again and again; services keep results for an hour to some days."""
_FINAL = ("content_filter", "bad_input", "model_gone", "no_credit")


@dataclass(frozen=True)
class PictureService:
    """Who draws, with what was entered for it, through which wire, and what all of it may cost in a month."""

    generator: ImageGenerator
    values: ProviderValues
    wire: Wire
    monthly_cap_usd: float

    @property
    def model(self) -> str:
        """The model id that is going to be asked, empty where the service has none."""
        has_one = any(known.id == "model" for known in self.generator.info.fields)
        return self.values.text(self.generator.info, "model") if has_one else ""

    def can(self, capability: str) -> bool:
        """Tell whether the service has a capability."""
        return capability in self.generator.info.capabilities


def no_look(data: bytes) -> None:
    """Do nothing with a picture before it is kept."""


class _KeptDesk:
    """See :class:`~memoreez_desktop.core.remote.RemoteDesk`: every word is on disk when the call returns."""

    def __init__(self, library: Library, order_id: str) -> None:
        self._orders = library.orders
        self._order_id = order_id

    def about_to_send(self) -> None:
        self._orders.submitting(self._order_id)

    def accepted(self, remote_id: str) -> None:
        self._orders.accepted(self._order_id, remote_id)


def send_order(
    library: Library,
    order: OrderRow,
    service: PictureService,
    photo_jpeg: bytes,
    job: JobContext,
    look: Looker = no_look,
) -> None:
    """Send an order that was never sent, wait for its picture and keep it.

    Raises
    ------
    ServiceError
        The service said no; ``cap_reached``: it does not fit under the monthly limit, and nothing was sent.
    RefusedError
        It was sent before.
    Cancelled
    """
    job.check_cancelled()
    price = service.generator.price(service.values, order.size_px)
    library.orders.reserve(order.id, price, service.monthly_cap_usd)
    asked = PictureOrder(order.id, order.prompt, order.size_px, order.seed, photo_jpeg)
    desk = _KeptDesk(library, order.id)
    try:
        picture = service.generator.draw(asked, service.values, service.wire, desk, job)
        _keep(library, order, picture, service, job, look)
    except BaseException as error:
        _after_trouble(library, order.id, service, error)
        raise


def fetch_order(
    library: Library, order: OrderRow, service: PictureService, job: JobContext, look: Looker = no_look
) -> None:
    """Ask for the picture of an order that was accepted, and keep it; nothing is ordered.

    Raises
    ------
    ServiceError
        It is not there, or not yet.
    Cancelled
    """
    try:
        picture = service.generator.resume(order.remote_id, service.values, service.wire, job)
        _keep(library, order, picture, service, job, look)
    except BaseException as error:
        _after_trouble(library, order.id, service, error)
        raise


def _keep(
    library: Library,
    order: OrderRow,
    picture: RemotePicture,
    service: PictureService,
    job: JobContext,
    look: Looker,
) -> None:
    """Keep a picture byte for byte, then what it cost, then show it."""
    look(picture.data)
    suffix = _SUFFIXES.get(sniff_format(picture.data[:SNIFF_BYTES]) or "", "")
    photo = library.add_photo_bytes(picture.data, f"{order.id}{suffix}")
    model = picture.model or order.model
    cost = picture.cost_usd
    if cost is None:
        cost = service.generator.price(service.values, order.size_px).usd
    info = service.generator.info
    own = info.local or bool(service.values.plain.get("own_server", False))
    licence = licence_of(info.label, model, own_server=own)
    seed = order.seed if picture.seed is None else picture.seed
    library.orders.done(order.id, ArrivedFile(photo.digest, suffix, model, seed, licence, cost))
    job.partial(PartialPicture(picture.data))


def _after_trouble(library: Library, order_id: str, service: PictureService, error: BaseException) -> None:
    """Write down where an order stands that brought nothing."""
    order = library.orders.order(order_id)
    told = isinstance(error, ServiceError)
    uncharged = isinstance(error, ServiceError) and not error.maybe_charged
    message, hint = _words_of(error)
    if order.state == "ready":
        # Nothing has left.
        if told:
            library.orders.failed(order_id, message, hint)
        else:
            library.orders.stand_down(order_id)
    elif order.state == "accepted" and service.can("resume") and _may_still_come(order, service, error):
        library.orders.waiting(order_id, message, hint)
    elif order.state in ("submitting", "accepted"):
        if uncharged:
            library.orders.failed(order_id, message, hint)
        else:
            library.orders.unsure(order_id, message, hint)


def _may_still_come(order: OrderRow, service: PictureService, error: BaseException) -> bool:
    if time.time() - order.created_s > _ASKED_FOR_S:
        return False
    if isinstance(error, ServiceError):
        return error.reason not in _FINAL
    # What a person stopped was stopped at the service, too, where that is possible.
    return isinstance(error, MemoreezError) or not service.can("cancel")


def _words_of(error: BaseException) -> tuple[str, str]:
    if isinstance(error, MemoreezError):
        return error.message, error.hint
    return (
        say("It was stopped after it had been ordered."),
        say("It may have been charged. It was not ordered again; look at the service's own page."),
    )
