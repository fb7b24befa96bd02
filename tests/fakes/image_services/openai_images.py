"""OpenAI's images interface."""

from __future__ import annotations

from tests.fakes.image_services.service import KEY, Service, b64
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply


def answer(server: Loopback, data: bytes) -> Answerer:
    """List a model; draw at once or as a stream with two partial pictures."""

    def reply(asked: Asked) -> Reply:
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return Reply.of_json({"error": {"message": "Incorrect API key", "code": "invalid_api_key"}}, 401)
        if asked.method == "GET" and asked.path.endswith("/models"):
            return Reply.of_json({"data": [{"id": "gpt-image-2.6-flare"}]})
        streaming = b'"stream": true' in asked.body or b'"stream":true' in asked.body
        if b'name="stream"' in asked.body:
            streaming = True
        kind = "image_edit" if asked.path.endswith("/edits") else "image_generation"
        if not streaming:
            return Reply.of_json({"created": 1, "data": [{"b64_json": b64(data)}]})
        partial = f"{kind}.partial_image"
        whole = f"{kind}.completed"
        return Reply.of_events(
            *(
                (partial, {"type": partial, "b64_json": b64(data), "partial_image_index": n})
                for n in range(2)
            ),
            (whole, {"type": whole, "b64_json": b64(data), "usage": {"total_tokens": 100}}),
        )

    return reply


def _error(message: str, code: str | None, kind: str = "invalid_request_error") -> dict[str, object]:
    return {"error": {"message": message, "type": kind, "param": None, "code": code}}


REFUSALS = {
    "auth": (401, _error("Incorrect API key provided", "invalid_api_key")),
    "content_filter": (
        400,
        _error("rejected by the safety system", "moderation_blocked", "image_generation_user_error"),
    ),
    "no_credit": (429, _error("You exceeded your current quota", "insufficient_quota")),
    "rate_limit": (429, _error("Rate limit reached. Please try again in 12s.", "rate_limit_exceeded")),
    "model_gone": (404, _error("The model does not exist", "model_not_found")),
}
SERVICES = (
    Service("openai-images", answer, ("POST", "/images/generations"), refuse=REFUSALS),
    Service("openai-images", answer, ("POST", "/images/generations"), {"stream": False}, refuse=REFUSALS),
)
