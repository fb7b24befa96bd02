"""fal.ai's queue."""

from __future__ import annotations

import itertools

from tests.fakes.image_services.service import KEY, Service
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply

ORDER = "/fal-ai/flux/requests/764cabcf-b745-4b3e-ae38-1200304cf45b"
"""An order's address lacks the part of the model's name after its application."""


def links(server: Loopback) -> dict[str, object]:
    """Make the answer to an order."""
    home = server.url + ORDER
    return {
        "status": "IN_QUEUE",
        "request_id": ORDER.rpartition("/")[2],
        "queue_position": 1,
        "response_url": home,
        "status_url": home + "/status",
        "cancel_url": home + "/cancel",
    }


def result(server: Loopback, nsfw: bool = False) -> dict[str, object]:
    """Make the result of a model."""
    image = {"url": f"{server.url}/cdn/a.png", "width": 64, "height": 64, "content_type": "image/png"}
    return {"images": [image], "seed": 7, "has_nsfw_concepts": [nsfw], "prompt": "", "timings": {}}


def answer(server: Loopback, data: bytes) -> Answerer:
    """Take an order, let it wait, draw it, and be done at the third question."""
    asks = itertools.count()

    def reply(asked: Asked) -> Reply:
        if asked.path == "/cdn/a.png":
            return Reply(200, data, {"content-type": "application/octet-stream"})
        if asked.headers.get("authorization") != f"Key {KEY}":
            return Reply.of_json({"detail": "No user found for Key ID and Secret"}, 401)
        if asked.path == "/v1/models/pricing":
            return Reply.of_json({"prices": [{"unit_price": 0.003, "unit": "megapixel", "currency": "USD"}]})
        if asked.method == "POST":
            return Reply.of_json(links(server))
        if asked.path == f"{ORDER}/cancel" and asked.method == "PUT":
            return Reply.of_json({"status": "CANCELLATION_REQUESTED"}, 202)
        if asked.path == ORDER:
            return Reply.of_json(result(server))
        if asked.path != f"{ORDER}/status":
            return Reply.of_json({"detail": "Not Found"}, 404)
        logs = [{"message": "step 2/4", "level": "INFO", "source": "USER", "timestamp": "Z"}]
        states: list[tuple[int, object]] = [
            (202, {"status": "IN_QUEUE", "queue_position": 1}),
            (202, {"status": "IN_PROGRESS", "logs": logs}),
            (200, {"status": "COMPLETED", "logs": [], "metrics": {"inference_time": 1.2}}),
        ]
        status, value = states[min(next(asks), 2)]
        return Reply.of_json(value, status)

    return reply


def complaint(kind: str, message: str) -> dict[str, object]:
    """Make a model's own error document."""
    return {"detail": [{"loc": ["body", "prompt"], "msg": message, "type": kind}]}


REFUSALS = {
    "auth": (401, {"detail": "No user found for Key ID and Secret"}),
    "no_credit": (403, {"detail": "User is locked. Reason: Exhausted balance. Top up your balance."}),
    "content_filter": (422, complaint("content_policy_violation", "The content could not be processed")),
    "bad_input": (422, complaint("value_error", "Too long")),
    "model_gone": (404, {"detail": "Application 'flux' not found"}),
    "server": (504, {"detail": "Startup timeout", "error_type": "startup_timeout"}),
}
SERVICES = (
    Service(
        "fal",
        answer,
        ("POST", "/fal-ai/flux/schnell"),
        refuse=REFUSALS,
        waiting=Reply.of_json({"status": "IN_QUEUE", "queue_position": 9}, 202),
    ),
)
