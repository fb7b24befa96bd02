"""Pictures by OpenAI's images interface: OpenAI, LocalAI, sd-server and other compatible servers.

Source: the OpenAI API reference, "Images" (generations, edits, their streams); what compatible servers do
otherwise (links instead of bytes, ``response_format`` wanted) as their own sources have it.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin, urlsplit

from memoreez_desktop.concepts.generators.arrived import bytes_of_base64, require_picture
from memoreez_desktop.concepts.openai_answers import (
    error_of,
    model_found,
    reason_of_openai,
    refusal_of_openai,
)
from memoreez_desktop.concepts.openai_prices import foretold, reckoned
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import (
    GeneratorInfo,
    PartialPicture,
    PictureOrder,
    Price,
    ProviderValues,
    RemoteDesk,
    RemotePicture,
)
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, ServerEvent, Wire
from memoreez_desktop.network.refusals import refusal, unreadable

_HOME = "https://api.openai.com/v1"
_PARTIALS = 2
_INFO = GeneratorInfo(
    "openai-images",
    say("OpenAI"),
    say("OpenAI, or any server with its interface: LocalAI, sd-server and others. Can use your photo."),
    (
        FieldSpec("base_url", say("Address"), "text", _HOME),
        FieldSpec("model", say("Model"), "text", "gpt-image-2.6-flare"),
        FieldSpec("key", say("Key"), "secret", ""),
        FieldSpec(
            "quality",
            say("Quality"),
            "choice",
            "low",
            choices=(("low", say("Low")), ("medium", say("Medium")), ("high", say("High"))),
        ),
        FieldSpec(
            "own_server", say("My own server"), "bool", False, help=say("It is in your own network and free.")
        ),
        FieldSpec("stream", say("Show pictures while they are drawn"), "bool", True),
        FieldSpec(
            "send_response_format",
            say("Ask for bytes"),
            "bool",
            False,
            help=say("Some servers need it; OpenAI's newer models refuse it."),
        ),
    ),
    capabilities=frozenset({"photo", "partials", "size"}),
    leaves=say("The prompt, and your photo if you use one."),
    key_page="https://platform.openai.com/api-keys",
)
# Seconds a picture usually takes, as users report them (20-240 s).
_USUAL_S = {"low": 30.0, "medium": 60.0, "high": 120.0}


class OpenAiImages:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        if values.secret() or values.text(_INFO, "base_url").rstrip("/") != _HOME:
            return AVAILABLE
        return Availability(False, say("It needs a key."))

    def price(self, values: ProviderValues, size_px: int) -> Price:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        quality = values.text(_INFO, "quality")
        usual_s = _USUAL_S.get(quality)
        if _is_own(values):
            return Price(0.0, usual_s)
        partials = _PARTIALS if values.plain.get("stream", True) else 0
        known = (
            foretold(values.text(_INFO, "model"), quality, size_px, partials) if _is_openai(values) else None
        )
        return Price(None, usual_s) if known is None else Price(known[0], usual_s, known[1])

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """List the models: free, and proves address and key, though not that a model may be used."""
        answer = wire.call(
            Ask(
                "GET",
                _url(values, "models"),
                secret_headers=_key(values),
                local=_is_own(values),
                read_timeout_s=20.0,
                most_bytes=4_000_000,
            ),
            job,
        )
        return model_found(_INFO.label, answer, values.text(_INFO, "model"))

    def draw(
        self, order: PictureOrder, values: ProviderValues, wire: Wire, desk: RemoteDesk, job: JobContext
    ) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        streaming = bool(values.plain.get("stream", True))
        ask = _ask(order, values, streaming)
        desk.about_to_send()
        job.progress(None, say("Being drawn"))
        if not streaming:
            return _picture(wire.call(ask, job), values, wire, job)
        for item in wire.events(ask, job):
            if isinstance(item, Answer):
                # A server that does not stream answers as ever.
                return _picture(item, values, wire, job)
            found = _from_event(item, values, job)
            if found is not None:
                return found
        raise unreadable(_INFO.label, maybe_charged=not _is_own(values))

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """Not possible: the interface keeps no jobs."""
        raise refusal(_INFO.label, "bad_input")


def _is_own(values: ProviderValues) -> bool:
    return bool(values.plain.get("own_server", False))


def _is_openai(values: ProviderValues) -> bool:
    """Tell whether OpenAI itself draws: its prices are not those of others."""
    return values.text(_INFO, "base_url").rstrip("/") == _HOME


def _cost(values: ProviderValues, answer: dict[str, Any]) -> float | None:
    return reckoned(values.text(_INFO, "model"), answer.get("usage")) if _is_openai(values) else None


def _url(values: ProviderValues, path: str) -> str:
    return f"{values.text(_INFO, 'base_url').rstrip('/')}/{path}"


def _key(values: ProviderValues) -> dict[str, str]:
    return {"authorization": f"Bearer {values.secret()}"} if values.secret() else {}


def _ask(order: PictureOrder, values: ProviderValues, streaming: bool) -> Ask:
    fields: dict[str, Any] = {
        "model": values.text(_INFO, "model"),
        "prompt": order.prompt.prompt,
        "n": 1,
        "size": f"{order.size_px}x{order.size_px}",
        "quality": values.text(_INFO, "quality"),
    }
    if streaming:
        fields |= {"stream": True, "partial_images": _PARTIALS}
    if values.plain.get("send_response_format", False):
        fields["response_format"] = "b64_json"
    shared: dict[str, Any] = {
        "secret_headers": _key(values),
        "paid": not _is_own(values),
        "local": _is_own(values),
        # A server of one's own may load its model first, and draw on the processor.
        "read_timeout_s": 1800.0 if _is_own(values) else 600.0,
        "deadline_s": 1800.0 if _is_own(values) else 900.0,
    }
    if not order.photo_jpeg:
        return Ask("POST", _url(values, "images/generations"), json_body=fields, **shared)
    form = {
        name: json.dumps(value) if isinstance(value, bool) else str(value) for name, value in fields.items()
    }
    photo = ("image", ("photo.jpg", order.photo_jpeg, "image/jpeg"))
    return Ask("POST", _url(values, "images/edits"), form=form, files=(photo,), **shared)


def _from_event(event: ServerEvent, values: ProviderValues, job: JobContext) -> RemotePicture | None:
    """Hand on a picture that is on its way; return the whole one."""
    try:
        value = json.loads(event.data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    if value.get("error"):
        _, _, message = error_of(value)
        raise refusal(_INFO.label, reason_of_openai(500, value), message, maybe_charged=not _is_own(values))
    data = _bytes_of(value.get("b64_json"), values)
    if data is None:
        return None
    kind = str(value.get("type", event.event))
    if kind.endswith("partial_image"):
        job.partial(PartialPicture(data))
        return None
    require_picture(data, _INFO.label, paid=not _is_own(values))
    return RemotePicture(data, values.text(_INFO, "model"), cost_usd=_cost(values, value))


def _picture(answer: Answer, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
    if answer.status != 200:
        raise refusal_of_openai(_INFO.label, answer)
    value = answer.json()
    listed = value.get("data") if isinstance(value, dict) else None
    first = listed[0] if isinstance(listed, list) and listed and isinstance(listed[0], dict) else {}
    data = _bytes_of(first.get("b64_json"), values)
    if data is None and isinstance(first.get("url"), str):
        link = urljoin(values.text(_INFO, "base_url"), first["url"])
        data = wire.download(link, job, local=_is_own(values) and _same_host(link, values))
    if data is None:
        raise unreadable(_INFO.label, maybe_charged=not _is_own(values))
    require_picture(data, _INFO.label, paid=not _is_own(values))
    cost = _cost(values, value) if isinstance(value, dict) else None
    return RemotePicture(data, values.text(_INFO, "model"), cost_usd=cost)


def _same_host(link: str, values: ProviderValues) -> bool:
    """Tell whether a link leads to the server itself: to others, private addresses stay closed."""
    return urlsplit(link).hostname == urlsplit(values.text(_INFO, "base_url")).hostname


def _bytes_of(text: object, values: ProviderValues) -> bytes | None:
    return bytes_of_base64(text, _INFO.label, paid=not _is_own(values)) if text else None
