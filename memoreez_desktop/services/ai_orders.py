"""One order of a picture: sent once, kept the moment it comes, and honest about what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from memoreez_desktop.concepts.generators.api import ImageGenerator
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import (
    PartialPicture,
    PictureOrder,
    ProviderValues,
    RemotePicture,
)
from memoreez_desktop.imaging.photo_format import SNIFF_BYTES, sniff_format
from memoreez_desktop.network.api import Wire
from memoreez_desktop.services.ai_origin import licence_of
from memoreez_desktop.services.order_records import KeptDesk, after_trouble
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.remote_job_rows import ArrivedFile, OrderRow

Looker = Callable[[bytes], None]
_SUFFIXES = {"PNG": ".png", "JPEG": ".jpg", "WebP": ".webp", "GIF": ".gif"}


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
    desk = KeptDesk(library, order.id)
    try:
        picture = service.generator.draw(asked, service.values, service.wire, desk, job)
        _keep(library, order, picture, service, job, look)
    except BaseException as error:
        after_trouble(library, order.id, service.generator.info.capabilities, error)
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
        after_trouble(library, order.id, service.generator.info.capabilities, error)
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
