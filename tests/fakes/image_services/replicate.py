"""Replicate."""

from __future__ import annotations

import itertools

from tests.fakes.image_services.service import KEY, Service
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply

MODEL = "models/black-forest-labs/flux-schnell"


def prediction(status: str, **more: object) -> dict[str, object]:
    """Make a prediction as the service shows it."""
    return {"id": "gm3qorzdhgbfurvjtvhg6dckhu", "status": status, "output": None, "error": None, **more}


def answer(server: Loopback, data: bytes) -> Answerer:
    """Take a prediction and finish it at the third question."""
    asks = itertools.count()

    def reply(asked: Asked) -> Reply:
        if asked.path == "/cdn/out.webp":
            return Reply(200, data, {"content-type": "image/webp"})
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return Reply.of_json({"title": "Unauthenticated", "detail": "Invalid token", "status": 401}, 401)
        if asked.path in ("/account", f"/{MODEL}"):
            return Reply.of_json({"type": "user", "username": "someone"})
        if asked.path.endswith("/cancel"):
            return Reply.of_json(prediction("canceled"))
        if asked.method == "POST":
            return Reply.of_json(prediction("starting"), 201)
        states = [
            prediction("starting"),
            prediction("processing", logs=" 0%|   | 0/4\n 45%|## | 2/4"),
            prediction("succeeded", output=[f"{server.url}/cdn/out.webp"]),
        ]
        return Reply.of_json(states[min(next(asks), 2)])

    return reply


REFUSALS = {
    "auth": (401, {"title": "Unauthenticated", "detail": "You did not pass a valid token", "status": 401}),
    "no_credit": (402, {"title": "Insufficient credit", "detail": "Go to billing", "status": 402}),
    "model_gone": (404, {"detail": "The requested resource could not be found.", "status": 404}),
    "bad_input": (422, {"title": "Input validation failed", "detail": "input.seed: expected integer"}),
    "rate_limit": (429, {"detail": "Request was throttled. Your rate limit resets in ~30s."}),
}
SERVICES = tuple(
    Service("replicate", answer, order, plain, refuse=REFUSALS, waiting=Reply.of_json(prediction("starting")))
    for order, plain in (
        (("POST", f"/{MODEL}/predictions"), {}),
        (("POST", "/predictions"), {"model": "black-forest-labs/flux-schnell:5599ed30703d"}),
    )
)
