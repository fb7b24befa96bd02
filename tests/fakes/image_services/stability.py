"""Stability AI."""

from __future__ import annotations

import email
import email.policy

from tests.fakes.image_services.service import KEY, Service
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply

GENERATE = "/v2beta/stable-image/generate/"


def fields_of(asked: Asked) -> dict[str, bytes]:
    """Read a multipart form."""
    head = f"content-type: {asked.headers['content-type']}\r\n\r\n".encode()
    parts = email.message_from_bytes(head + asked.body, policy=email.policy.HTTP)
    return {
        str(part.get_param("name", header="content-disposition")): part.get_payload(decode=True)
        for part in parts.iter_parts()
    }


def error(status: int, name: str, *said: str) -> tuple[int, object]:
    """Return what it says when it says no."""
    return status, {"id": "4f", "name": name, "errors": list(said)}


def answer(server: Loopback, data: bytes) -> Answerer:
    """Tell the balance; draw from a multipart form with a prompt, and refuse all else."""

    def reply(asked: Asked) -> Reply:
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return Reply.of_json(*reversed(error(401, "unauthorized", "missing or invalid key")))
        if asked.path == "/v1/user/balance":
            return Reply.of_json({"credits": 62.35})
        wrong = _wrong(asked)
        if wrong:
            return Reply.of_json(*reversed(error(400, "bad_request", wrong)))
        headers = {"content-type": "image/png", "finish-reason": "SUCCESS", "seed": "343940597"}
        return Reply(200, data, headers)

    return reply


def _wrong(asked: Asked) -> str:
    if not asked.headers.get("content-type", "").startswith("multipart/form-data"):
        return "content-type: must be multipart/form-data"
    if asked.headers.get("accept") not in ("image/*", "application/json"):
        return "accept: must be image/* or application/json"
    fields = fields_of(asked)
    route = asked.path.removeprefix(GENERATE)
    if not fields.get("prompt"):
        return "prompt: cannot be blank"
    if route == "sd3" and not fields["model"].startswith(b"sd3"):
        return "model: unknown"
    if route in ("core", "ultra") and {"model", "mode", "image"} & set(fields):
        return "unknown field"
    if ("image" in fields) != (fields.get("mode") == b"image-to-image"):
        return "mode: does not fit"
    if "image" in fields and "aspect_ratio" in fields:
        return "aspect_ratio: only for text-to-image"
    return ""


REFUSALS = {
    "auth": error(401, "unauthorized", "authorization: missing or invalid header"),
    "no_credit": error(402, "payment_required", "You lack sufficient credits."),
    "content_filter": error(403, "content_moderation", "Your request was flagged."),
    "bad_input": error(413, "payload_too_large", "at most 10 MiB"),
    "rate_limit": error(429, "rate_limit_exceeded", "more than 150 requests in 10 seconds"),
    "server": error(500, "internal_error", "An unexpected error has occurred."),
}
SERVICES = (
    Service("stability", answer, ("POST", "/generate/core"), refuse=REFUSALS, takes_photo=False),
    Service("stability", answer, ("POST", "/generate/sd3"), {"model": "sd3.5-large-turbo"}, refuse=REFUSALS),
)
