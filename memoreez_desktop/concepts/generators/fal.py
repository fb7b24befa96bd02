"""Pictures by fal.ai, which runs many models behind one queue.

Source: fal.ai's documentation of its queue and its own clients: an order gets addresses for its state, its
result and its end; "completed" may mean failed, which only the result tells; what a filter refused comes as a
black picture with a mark.
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
from memoreez_desktop.network.queued import (
    detail_of,
    not_kept,
    polled,
    tell_to_stop,
    trusted_link,
)
from memoreez_desktop.network.refusals import refusal, refusal_of, unreadable

_HOME = "https://queue.fal.run"
_PLATFORM = "https://api.fal.ai"
_DOMAIN = "fal.run"
_USD_A_MEGAPIXEL = {"fal-ai/flux/schnell": 0.003, "fal-ai/flux/dev": 0.025}
_AS_OF = "2026-05-25"
_KEPT_S = 86_400
"""Pictures are deleted at the service after a day: long enough to fetch one after a restart."""
_STEP = re.compile(r"(\d+)/(\d+)")
_INFO = GeneratorInfo(
    "fal",
    say("fal.ai"),
    say("Many models under one key, with a place in a queue; an interrupted order can be fetched later."),
    (
        FieldSpec("base_url", say("Address"), "text", _HOME),
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
        base = values.text(_INFO, "base_url").rstrip("/")
        home = _PLATFORM if base == _HOME else base
        ask = _get(f"{home}/v1/models/pricing?endpoint_id={_model(values)}", values)
        answer = wire.call(ask, job)
        if answer.status != 200:
            raise _refused(answer)
        value = answer.json()
        if not isinstance(value, dict):
            raise unreadable(_INFO.label, maybe_charged=False)
        return _priced(value.get("prices"))

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
        value = answer.json()
        link = value.get("status_url") if isinstance(value, dict) else None
        remote_id = _trusted(link, values).partition("?")[0].removesuffix("/status")
        desk.accepted(remote_id)
        return _fetched(remote_id, values, wire, job)

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return _fetched(_trusted(remote_id, values), values, wire, job)


def _priced(prices: object) -> str:
    """Say what the model costs, where that is told."""
    first = prices[0] if isinstance(prices, list) and prices and isinstance(prices[0], dict) else {}
    usd, unit = first.get("unit_price"), first.get("unit")
    if not isinstance(usd, int | float) or not isinstance(unit, str) or first.get("currency") != "USD":
        return say("The key is accepted, and the model is there.")
    return say(
        "The key is accepted, and the model is there: {usd} USD for one {unit}.", usd=usd, unit=unit[:20]
    )


def _model(values: ProviderValues) -> str:
    return values.text(_INFO, "model").strip("/")


def _trusted(link: object, values: ProviderValues) -> str:
    return trusted_link(link, values.text(_INFO, "base_url"), _DOMAIN, _INFO.label)


def _key(values: ProviderValues) -> dict[str, str]:
    return {"authorization": f"Key {values.secret()}"}


def _get(url: str, values: ProviderValues) -> Ask:
    return Ask("GET", url, secret_headers=_key(values), read_timeout_s=30.0, most_bytes=8_000_000)


def _ask(order: PictureOrder, values: ProviderValues) -> Ask:
    fields: dict[str, Any] = {
        "prompt": order.prompt.prompt,
        "image_size": {"width": order.size_px, "height": order.size_px},
        "num_images": 1,
    }
    if order.seed is not None:
        fields["seed"] = order.seed
    url = f"{values.text(_INFO, 'base_url').rstrip('/')}/{_model(values)}"
    lifetime = f'{{"expiration_duration_seconds": {_KEPT_S}}}'
    headers = {"x-fal-object-lifecycle-preference": lifetime}
    return Ask("POST", url, headers=headers, secret_headers=_key(values), json_body=fields, paid=True)


def _fetched(link: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
    """Wait for an order and fetch its picture; ``link`` is the order's own address."""
    try:
        state = _get(f"{link}/status?logs=1", values)
        polled(state, _INFO.label, wire, job, lambda answer: _done(answer, job), every_s=2.0)
        result = polled(_get(link, values), _INFO.label, wire, job, _result)
    except Cancelled:
        stop = Ask("PUT", f"{link}/cancel", secret_headers=_key(values), paid=True, deadline_s=10.0)
        tell_to_stop(lambda fresh: wire.call(stop, fresh))
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
    return RemotePicture(data, _model(values), seed if isinstance(seed, int) else None, None, link)


def _done(answer: Answer, job: JobContext) -> bool | None:
    """Return True once the order is over, well or badly."""
    if answer.status == 404:
        raise not_kept(_INFO.label)
    if answer.status not in (200, 202):
        raise _refused(answer)
    value = answer.json()
    if not isinstance(value, dict):
        raise unreadable(_INFO.label)
    status = value.get("status")
    if status == "COMPLETED":
        return True
    if status == "IN_QUEUE":
        before = value.get("queue_position")
        job.progress(None, say("Waiting; {count} before it", count=before if isinstance(before, int) else 0))
        return None
    logs = value.get("logs")
    lines = [str(line.get("message", "")) for line in logs or [] if isinstance(line, dict)]
    steps = _STEP.findall(" ".join(lines))
    fraction = int(steps[-1][0]) / int(steps[-1][1]) if steps and int(steps[-1][1]) else None
    job.progress(fraction, say("Being drawn"))
    return None


def _result(answer: Answer) -> dict[str, Any]:
    value = answer.json()
    if answer.status != 200:
        raise _refused(answer)
    if not isinstance(value, dict):
        raise unreadable(_INFO.label)
    return value


def _refused(answer: Answer) -> ServiceError:
    value = answer.json()
    detail = value.get("detail") if isinstance(value, dict) else None
    said = detail_of(value)
    kinds = [str(entry.get("type", "")) for entry in detail or [] if isinstance(entry, dict)]
    reason: Reason | None = None
    if any("content_policy" in kind for kind in kinds):
        reason = "content_filter"
    elif answer.status == 403 and "balance" in said.lower():
        reason = "no_credit"
    return refusal_of(_INFO.label, answer, said, reason)
