"""Google's Gemini."""

from __future__ import annotations

from tests.fakes.image_services.service import KEY, Service, b64
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply

MODEL = "gemini-3.1-flash-image"


def candidate(*parts: object, finish: str = "STOP") -> dict[str, object]:
    """Wrap parts as the service does."""
    content = {"role": "model", "parts": list(parts)}
    return {
        "candidates": [{"content": content, "finishReason": finish, "index": 0}],
        "usageMetadata": {"totalTokenCount": 1300},
        "modelVersion": MODEL,
    }


def drawn(data: bytes) -> dict[str, object]:
    """Return the part with a picture."""
    return {"inlineData": {"mimeType": "image/png", "data": b64(data)}}


def error(status: int, name: str, message: str, *details: object) -> tuple[int, object]:
    """Return what it says when it says no."""
    return status, {"error": {"code": status, "message": message, "status": name, "details": list(details)}}


BAD_KEY = error(
    400,
    "INVALID_ARGUMENT",
    "API key not valid. Please pass a valid API key.",
    {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"},
)


def answer(server: Loopback, data: bytes) -> Answerer:
    """Describe the model; draw with a word before the picture."""

    def reply(asked: Asked) -> Reply:
        if asked.headers.get("x-goog-api-key") != KEY:
            return Reply.of_json(BAD_KEY[1], BAD_KEY[0])
        if asked.path == f"/models/{MODEL}":
            return Reply.of_json({"name": f"models/{MODEL}", "displayName": "Flash Image"})
        if asked.path != f"/models/{MODEL}:generateContent" or asked.method != "POST":
            status, value = REFUSALS["model_gone"]
            return Reply.of_json(value, status)
        return Reply.of_json(candidate({"text": "Here it is."}, drawn(data)))

    return reply


REFUSALS = {
    "auth": BAD_KEY,
    "rate_limit": error(
        429,
        "RESOURCE_EXHAUSTED",
        "You exceeded your current quota.",
        {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "34s"},
    ),
    "no_credit": error(429, "RESOURCE_EXHAUSTED", "Quota exceeded for free_tier_requests, limit: 0"),
    "queue_full": error(503, "UNAVAILABLE", "The model is overloaded. Please try again later."),
    "model_gone": error(404, "NOT_FOUND", "models/x is not found for API version v1beta"),
    "bad_input": error(400, "INVALID_ARGUMENT", "Invalid value at generation_config"),
    "content_filter": (200, {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "usageMetadata": {}}),
}
SERVICES = (Service("gemini", answer, ("POST", ":generateContent"), refuse=REFUSALS),)
