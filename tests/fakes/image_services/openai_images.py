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


def local_ai(server: Loopback, data: bytes) -> Answerer:
    """LocalAI: a link to itself unless bytes are asked for; the link wants no key."""

    def reply(asked: Asked) -> Reply:
        if asked.path.startswith("/generated-images/"):
            return Reply(200, data, {"content-type": "image/png"})
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return Reply.of_json({"error": {"code": 401, "message": "Invalid key", "type": ""}}, 401)
        if asked.path.endswith("/models"):
            return Reply.of_json({"object": "list", "data": [{"id": "flux.1-schnell", "object": "model"}]})
        if b"response_format" in asked.body:
            return Reply.of_json({"created": 1, "data": [{"b64_json": b64(data), "index": 0}]})
        link = f"{server.url}/generated-images/b641.png"
        return Reply.of_json({"created": 1, "data": [{"url": link, "index": 0}]})

    return reply


def sd_server(server: Loopback, data: bytes) -> Answerer:
    """Answer as sd-server of stable-diffusion.cpp: no key, no stream whatever is asked for."""

    def reply(asked: Asked) -> Reply:
        if asked.path.endswith("/models"):
            return Reply.of_json({"data": [{"id": "sd-cpp-local", "object": "model", "owned_by": "local"}]})
        if asked.path.endswith("/edits") and b'name="image"' not in asked.body:
            return Reply.of_json({"error": "at least one image[] required"}, 400)
        if b"prompt" not in asked.body:
            return Reply.of_json({"error": "prompt required"}, 400)
        return Reply.of_json({"created": 1, "output_format": "png", "data": [{"b64_json": b64(data)}]})

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
OWN = {"own_server": True, "stream": False}
OWN_REFUSALS = {
    "bad_input": (400, {"error": "invalid params"}),
    "server": (500, {"error": "server_error", "message": "out of memory"}),
    "model_gone": (404, {"error": {"code": 404, "message": "model not found", "type": ""}}),
}
SERVICES = (
    Service("openai-images", answer, ("POST", "/images/generations"), refuse=REFUSALS),
    Service("openai-images", answer, ("POST", "/images/generations"), {"stream": False}, refuse=REFUSALS),
    Service("openai-images", local_ai, ("POST", "/images/generations"), OWN, refuse=OWN_REFUSALS),
    Service(
        "openai-images",
        local_ai,
        ("POST", "/images/generations"),
        {**OWN, "send_response_format": True},
        refuse=OWN_REFUSALS,
    ),
    Service("openai-images", sd_server, ("POST", "/images/generations"), OWN, refuse=OWN_REFUSALS),
)
