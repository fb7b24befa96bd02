"""Pictures by Replicate, which runs many models under one key.

The predictions themselves are :mod:`memoreez_desktop.network.replicate_predictions`.
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
from memoreez_desktop.network.queued import tell_to_stop
from memoreez_desktop.network.replicate_predictions import HOME, Predictions, first_link

_USD = {"black-forest-labs/flux-schnell": 0.003, "black-forest-labs/flux-dev": 0.025}
"""A picture of one megapixel by the models that are charged by the picture and not by the second."""
_AS_OF = "2026-05-25"
_INFO = GeneratorInfo(
    "replicate",
    say("Replicate"),
    say("Many models under one key; an order that was interrupted can be fetched for an hour."),
    (
        FieldSpec("base_url", say("Address"), "text", HOME),
        FieldSpec(
            "model",
            say("Model"),
            "text",
            "black-forest-labs/flux-schnell",
            help=say("owner/name, or owner/name:version for a model of your own."),
        ),
        FieldSpec("key", say("Key"), "secret", ""),
    ),
    capabilities=frozenset({"progress", "resume", "cancel", "seed"}),
    leaves=say("The prompt."),
    key_page="https://replicate.com/account/api-tokens",
)


class Replicate:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return AVAILABLE if values.secret() else Availability(False, say("It needs a key."))

    def price(self, values: ProviderValues, size_px: int) -> Price:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`; each model has its own."""
        usd = _USD.get(values.text(_INFO, "model").partition(":")[0])
        return Price(usd, 10.0, "" if usd is None else _AS_OF)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask for the account and the model: free, and proves both."""
        return _predictions(values).test(wire, job)

    def draw(
        self, order: PictureOrder, values: ProviderValues, wire: Wire, desk: RemoteDesk, job: JobContext
    ) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        predictions = _predictions(values)
        # Only what nearly every model knows: each has a schema of its own.
        fields: dict[str, Any] = {"prompt": order.prompt.prompt, "aspect_ratio": "1:1"}
        if order.seed is not None:
            fields["seed"] = order.seed
        ask = predictions.order(fields)
        desk.about_to_send()
        job.progress(None, say("Being ordered"))
        remote_id = predictions.accepted(wire.call(ask, job))
        desk.accepted(remote_id)
        return _fetched(predictions, remote_id, wire, job, order.seed)

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return _fetched(_predictions(values), remote_id, wire, job, None)


def _predictions(values: ProviderValues) -> Predictions:
    base_url = values.text(_INFO, "base_url").rstrip("/")
    model = values.text(_INFO, "model")
    return Predictions(_INFO.label, base_url, model, values.secret(), say("Being drawn"), first_link)


def _fetched(
    predictions: Predictions, remote_id: str, wire: Wire, job: JobContext, seed: int | None
) -> RemotePicture:
    try:
        link = predictions.link(remote_id, wire, job)
    except Cancelled:
        tell_to_stop(lambda fresh: predictions.stop(remote_id, wire, fresh))
        raise
    data = wire.download(link, job)
    require_picture(data, _INFO.label)
    return RemotePicture(data, predictions.model, seed, None, remote_id)
