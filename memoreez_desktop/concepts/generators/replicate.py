"""Pictures by Replicate, which runs many models under one key.

Source: Replicate's HTTP reference and its own client for Python: a prediction is made, asked for by its id,
and kept for an hour; how far it is stands only in its log, as a progress bar's text.
"""

from __future__ import annotations

import re
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
    Reason,
    RemoteDesk,
    RemotePicture,
    ServiceError,
)
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.queued import detail_of, not_kept, polled, tell_to_stop
from memoreez_desktop.network.refusals import refusal, refusal_of, unreadable

_ID = re.compile(r"[a-z0-9]{4,64}")
_PERCENT = re.compile(r"(\d{1,3})%\|")
_FILTER_WORDS = ("nsfw", "flagged as sensitive", "safety", "moderat")
_USD = {"black-forest-labs/flux-schnell": 0.003, "black-forest-labs/flux-dev": 0.025}
"""A picture of one megapixel by the models that are charged by the picture and not by the second."""
_AS_OF = "2026-05-25"
_INFO = GeneratorInfo(
    "replicate",
    say("Replicate"),
    say("Many models under one key; an order that was interrupted can be fetched for an hour."),
    (
        FieldSpec("base_url", say("Address"), "text", "https://api.replicate.com/v1"),
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
        owner_name = values.text(_INFO, "model").partition(":")[0]
        for path in ("account", f"models/{owner_name}"):
            answer = wire.call(_get(values, path), job)
            if answer.status != 200:
                raise _refused(answer)
            if not isinstance(answer.json(), dict):
                raise unreadable(_INFO.label, maybe_charged=False)
        return say("The key is accepted, and the model is there.")

    def draw(
        self, order: PictureOrder, values: ProviderValues, wire: Wire, desk: RemoteDesk, job: JobContext
    ) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        ask = _ask(order, values)
        desk.about_to_send()
        job.progress(None, say("Being ordered"))
        answer = wire.call(ask, job)
        if answer.status not in (200, 201, 202):
            raise _refused(answer)
        prediction = answer.json()
        remote_id = prediction.get("id") if isinstance(prediction, dict) else None
        if not isinstance(remote_id, str) or not _ID.fullmatch(remote_id):
            raise unreadable(_INFO.label)
        desk.accepted(remote_id)
        return _fetched(remote_id, values, wire, job, order.seed)

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return _fetched(remote_id, values, wire, job, None)


def _url(values: ProviderValues, path: str) -> str:
    return f"{values.text(_INFO, 'base_url').rstrip('/')}/{path}"


def _key(values: ProviderValues) -> dict[str, str]:
    return {"authorization": f"Bearer {values.secret()}"}


def _get(values: ProviderValues, path: str) -> Ask:
    return Ask(
        "GET", _url(values, path), secret_headers=_key(values), read_timeout_s=30.0, most_bytes=8_000_000
    )


def _ask(order: PictureOrder, values: ProviderValues) -> Ask:
    # Only what nearly every model knows: each has a schema of its own.
    fields: dict[str, Any] = {"prompt": order.prompt.prompt, "aspect_ratio": "1:1"}
    if order.seed is not None:
        fields["seed"] = order.seed
    name, _, version = values.text(_INFO, "model").partition(":")
    path = "predictions" if version else f"models/{name}/predictions"
    body: dict[str, Any] = {"input": fields} | ({"version": version} if version else {})
    return Ask("POST", _url(values, path), secret_headers=_key(values), json_body=body, paid=True)


def _fetched(
    remote_id: str, values: ProviderValues, wire: Wire, job: JobContext, seed: int | None
) -> RemotePicture:
    path = f"predictions/{remote_id}"
    try:
        link = polled(
            _get(values, path), _INFO.label, wire, job, lambda answer: _output(answer, job), every_s=2.0
        )
    except Cancelled:
        stop = Ask(
            "POST", _url(values, f"{path}/cancel"), secret_headers=_key(values), paid=True, deadline_s=10.0
        )
        tell_to_stop(lambda fresh: wire.call(stop, fresh))
        raise
    data = wire.download(link, job)
    require_picture(data, _INFO.label)
    return RemotePicture(data, values.text(_INFO, "model"), seed, None, remote_id)


def _output(answer: Answer, job: JobContext) -> str | None:
    """Return the picture's address out of a prediction that is done, None while it is not."""
    if answer.status == 404:
        raise not_kept(_INFO.label)
    prediction = answer.json()
    if answer.status != 200:
        raise _refused(answer)
    if not isinstance(prediction, dict):
        raise unreadable(_INFO.label)
    status = prediction.get("status")
    if status == "succeeded":
        link = _first_link(prediction.get("output"))
        if link is None:
            # Inputs and outputs are deleted an hour after the end.
            raise not_kept(_INFO.label)
        return link
    if status in ("failed", "canceled", "aborted"):
        said = str(prediction.get("error") or "")
        filtered = any(word in said.lower() for word in _FILTER_WORDS)
        reason: Reason = "content_filter" if filtered else "server"
        raise refusal(_INFO.label, reason, said, maybe_charged=status != "aborted")
    shown = _PERCENT.findall(str(prediction.get("logs") or ""))
    starting = status == "starting"
    job.progress(
        int(shown[-1]) / 100 if shown else None, say("Being started") if starting else say("Being drawn")
    )
    return None


def _first_link(output: object) -> str | None:
    """Return the first address of an output: a text, a list, or an object with either."""
    if isinstance(output, dict):
        output = list(output.values())
    if isinstance(output, list):
        return next((link for entry in output if (link := _first_link(entry)) is not None), None)
    return output if isinstance(output, str) and output.startswith("http") else None


def _refused(answer: Answer) -> ServiceError:
    return refusal_of(_INFO.label, answer, detail_of(answer.json()))
