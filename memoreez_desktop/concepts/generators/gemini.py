"""Pictures by Google's Gemini.

Source: Google's Gemini API reference (``generateContent``, ``FinishReason``, ``BlockReason``) and the source
of its own Python client. A refusal comes as a success without a picture; a wrong key as a bad request.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

from memoreez_desktop.concepts.generators.arrived import bytes_of_base64, require_picture
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
from memoreez_desktop.network.refusals import reason_of_status, refusal, shown, unreadable, wait_of

_INFO = GeneratorInfo(
    "gemini",
    say("Google Gemini"),
    say("Pictures by Google's Gemini. Can use your photo."),
    (
        FieldSpec("base_url", say("Address"), "text", "https://generativelanguage.googleapis.com/v1beta"),
        FieldSpec("model", say("Model"), "text", "gemini-3.1-flash-image"),
        FieldSpec("key", say("Key"), "secret", ""),
    ),
    capabilities=frozenset({"photo", "seed", "size"}),
    leaves=say("The prompt, and your photo if you use one."),
    key_page="https://aistudio.google.com/apikey",
)
_USUAL_S = 15.0
# ``imageSize`` by the longest side in pixels.
_SIZES = ((1024, "1K"), (2048, "2K"))
_LARGEST = "4K"
_USD = {
    ("gemini-3.1-flash-image", "1K"): 0.067,
    ("gemini-3-pro-image", "1K"): 1120 * 120 / 1e6,
    ("gemini-3-pro-image", "2K"): 1120 * 120 / 1e6,
    ("gemini-3-pro-image", "4K"): 2000 * 120 / 1e6,
}
"""By Google's price list: a picture is so many tokens of its model; what is sent costs next to nothing."""
_AS_OF = "2026-10-07"
_MOST_SEED = 2**31 - 1
_FILTERED = frozenset(
    {
        "SAFETY",
        "RECITATION",
        "BLOCKLIST",
        "PROHIBITED_CONTENT",
        "SPII",
        "IMAGE_SAFETY",
        "IMAGE_PROHIBITED_CONTENT",
        "IMAGE_RECITATION",
    }
)


class Gemini:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return AVAILABLE if values.secret() else Availability(False, say("It needs a key."))

    def price(self, values: ProviderValues, size_px: int) -> Price:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`; by model and size."""
        model = values.text(_INFO, "model").removeprefix("models/")
        usd = _USD.get((model, _size(size_px)))
        return Price(usd, _USUAL_S, "" if usd is None else _AS_OF)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask for the model's description: free, and proves key and model."""
        ask = Ask("GET", _url(values), secret_headers=_key(values), read_timeout_s=20.0, most_bytes=1_000_000)
        answer = wire.call(ask, job)
        value = answer.json()
        if answer.status != 200:
            raise _refused(answer)
        if not isinstance(value, dict) or "name" not in value:
            raise unreadable(_INFO.label, maybe_charged=False)
        return say("The key is accepted, and the model is there.")

    def draw(
        self, order: PictureOrder, values: ProviderValues, wire: Wire, desk: RemoteDesk, job: JobContext
    ) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        ask = Ask(
            "POST",
            f"{_url(values)}:generateContent",
            secret_headers=_key(values),
            json_body=_body(order),
            paid=True,
            read_timeout_s=180.0,
        )
        desk.about_to_send()
        job.progress(None, say("Being drawn"))
        answer = wire.call(ask, job)
        if answer.status != 200:
            raise _refused(answer)
        data = _picture_in(answer.json())
        require_picture(data, _INFO.label)
        return RemotePicture(data, values.text(_INFO, "model"), _seed(order))

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """Not possible: the service keeps no jobs."""
        raise refusal(_INFO.label, "bad_input")


def _url(values: ProviderValues) -> str:
    # Its own list of models names them with this beginning, and people copy them so.
    model = values.text(_INFO, "model").removeprefix("models/")
    return f"{values.text(_INFO, 'base_url').rstrip('/')}/models/{model}"


def _key(values: ProviderValues) -> dict[str, str]:
    return {"x-goog-api-key": values.secret()}


def _size(size_px: int) -> str:
    return next((name for longest, name in _SIZES if size_px <= longest), _LARGEST)


def _seed(order: PictureOrder) -> int | None:
    return None if order.seed is None else order.seed & _MOST_SEED


def _body(order: PictureOrder) -> dict[str, Any]:
    parts: list[dict[str, Any]] = [{"text": order.prompt.prompt}]
    if order.photo_jpeg:
        photo = base64.b64encode(order.photo_jpeg).decode()
        parts.append({"inlineData": {"mimeType": "image/jpeg", "data": photo}})
    size = _size(order.size_px)
    wishes: dict[str, Any] = {
        "responseModalities": ["IMAGE"],
        "imageConfig": {"aspectRatio": "1:1", "imageSize": size},
    }
    if order.seed is not None:
        wishes["seed"] = _seed(order)
    return {"contents": [{"role": "user", "parts": parts}], "generationConfig": wishes}


def _picture_in(value: object) -> bytes:
    """Return the picture of a success, or say why there is none."""
    if not isinstance(value, dict):
        raise unreadable(_INFO.label)
    blocked = value.get("promptFeedback")
    if isinstance(blocked, dict) and blocked.get("blockReason"):
        # The prompt itself was refused: nothing was drawn.
        raise refusal(_INFO.label, "content_filter", str(blocked.get("blockReasonMessage") or ""))
    candidate = next(_dicts(value.get("candidates")), None)
    if candidate is None:
        raise unreadable(_INFO.label)
    content = candidate.get("content")
    parts = [
        part
        for part in _dicts(content.get("parts") if isinstance(content, dict) else None)
        # Sketches it made while thinking are no result.
        if not part.get("thought")
    ]
    pictures = [part["inlineData"] for part in parts if isinstance(part.get("inlineData"), dict)]
    if pictures:
        return bytes_of_base64(pictures[-1].get("data"), _INFO.label)
    said = " ".join(str(part["text"]) for part in parts if isinstance(part.get("text"), str))
    raise _no_picture(str(candidate.get("finishReason")), said or str(candidate.get("finishMessage") or ""))


def _no_picture(finish: str, said: str) -> ServiceError:
    if finish in _FILTERED:
        return refusal(_INFO.label, "content_filter", said, maybe_charged=True)
    message = say("{service} answered without a picture.", service=_INFO.label)
    if said:
        message = say("{message} It says: “{words}”", message=message, words=shown(said))
    return ServiceError(
        message,
        say("It may have been charged. Most of the time the next try succeeds."),
        reason="server",
        maybe_charged=True,
    )


def _dicts(value: object) -> Iterator[dict[str, Any]]:
    return (entry for entry in value if isinstance(entry, dict)) if isinstance(value, list) else iter(())


def _refused(answer: Answer) -> ServiceError:
    """Put an answer that is no success into words."""
    value = answer.json()
    error = value.get("error") if isinstance(value, dict) else None
    error = error if isinstance(error, dict) else {}
    said = str(error.get("message") or "")
    details = list(_dicts(error.get("details")))
    delay = next((str(detail["retryDelay"]) for detail in details if "retryDelay" in detail), "")
    reason = _reason(answer.status, said, details)
    pausing = reason in ("rate_limit", "queue_full")
    # "34s" is no Retry-After, but the words "in 34s" are understood.
    wait_s = wait_of(answer.headers, f"in {delay}" if delay else said) if pausing else None
    return refusal(_INFO.label, reason, said, wait_s=wait_s)


def _reason(status: int, said: str, details: list[dict[str, Any]]) -> Reason:
    if any(detail.get("reason") == "API_KEY_INVALID" for detail in details) or "API key not valid" in said:
        return "auth"
    if status == 429 and "limit: 0" in said:
        # A quota of nothing: the account has no billing, and no pause will help.
        return "no_credit"
    return "queue_full" if status == 503 else reason_of_status(status)
