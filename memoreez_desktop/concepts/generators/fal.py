"""Pictures by fal.ai, which runs many models behind one queue.

Source: fal.ai's documentation of its models; the queue itself is :mod:`memoreez_desktop.network.fal_queue`.
What a filter refused comes as a black picture with a mark.
"""

from __future__ import annotations

from typing import Any

from memoreez_desktop.concepts.generators.arrived import require_picture
from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import (
    GeneratorInfo,
    PictureOrder,
    Price,
    ProviderValues,
    RemoteDesk,
    RemotePicture,
)
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Wire
from memoreez_desktop.network.fal_queue import HOME, FalQueue
from memoreez_desktop.network.queued import tell_to_stop
from memoreez_desktop.network.refusals import refusal, unreadable

_USD_A_MEGAPIXEL = {"fal-ai/flux/schnell": 0.003, "fal-ai/flux/dev": 0.025}
_AS_OF = "2026-05-25"
_INFO = GeneratorInfo(
    "fal",
    say("fal.ai"),
    say("Many models under one key, with a place in a queue; an interrupted order can be fetched later."),
    (
        FieldSpec("base_url", say("Address"), "text", HOME),
        FieldSpec("model", say("Model"), "text", "fal-ai/flux/schnell"),
        FieldSpec("key", say("Key"), "secret", ""),
    ),
    capabilities=frozenset({"progress", "resume", "cancel", "seed", "size"}),
    leaves=say("The prompt."),
    key_page="https://fal.ai/dashboard/keys",
)


class Fal:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return AVAILABLE if values.secret() else Availability(False, say("It needs a key."))

    def price(self, values: ProviderValues, size_px: int) -> Price:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`; by begun megapixels."""
        usd = _USD_A_MEGAPIXEL.get(_model(values))
        if usd is None:
            return Price(None, 6.0)
        return Price(usd * max(1, -(-(size_px**2) // 1024**2)), 6.0, _AS_OF)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask what the model costs: free, and proves key and model."""
        return _queue(values).priced(wire, job)

    def draw(
        self, order: PictureOrder, values: ProviderValues, wire: Wire, desk: RemoteDesk, job: JobContext
    ) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        queue = _queue(values)
        ask = queue.order(_fields(order))
        desk.about_to_send()
        job.progress(None, say("Being ordered"))
        remote_id = queue.accepted(wire.call(ask, job))
        desk.accepted(remote_id)
        return _fetched(queue, remote_id, wire, job)

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        queue = _queue(values)
        return _fetched(queue, queue.trusted(remote_id), wire, job)


def _model(values: ProviderValues) -> str:
    return values.text(_INFO, "model").strip("/")


def _queue(values: ProviderValues) -> FalQueue:
    base_url = values.text(_INFO, "base_url").rstrip("/")
    return FalQueue(_INFO.label, base_url, _model(values), values.secret(), say("Being drawn"))


def _fields(order: PictureOrder) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "prompt": order.prompt.prompt,
        "image_size": {"width": order.size_px, "height": order.size_px},
        "num_images": 1,
    }
    return fields if order.seed is None else fields | {"seed": order.seed}


def _fetched(queue: FalQueue, link: str, wire: Wire, job: JobContext) -> RemotePicture:
    """Wait for an order and fetch its picture; ``link`` is the order's own address."""
    try:
        result = queue.result(link, wire, job)
    except Cancelled:
        tell_to_stop(lambda fresh: queue.stop(link, wire, fresh))
        raise
    marks = result.get("has_nsfw_concepts")
    if isinstance(marks, list) and any(mark is True for mark in marks):
        raise refusal(_INFO.label, "content_filter", maybe_charged=True)
    images = result.get("images")
    first = images[0] if isinstance(images, list) and images else result.get("image")
    url = first.get("url") if isinstance(first, dict) else None
    if not isinstance(url, str):
        raise unreadable(_INFO.label)
    data = wire.download(url, job)
    require_picture(data, _INFO.label)
    seed = result.get("seed")
    return RemotePicture(data, queue.model, seed if isinstance(seed, int) else None, None, link)
