"""Cloudflare Workers AI."""

from __future__ import annotations

from tests.fakes.image_services.service import KEY, Service, b64
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply

SCHNELL = "@cf/black-forest-labs/flux-1-schnell"
FLUX_2 = "@cf/black-forest-labs/flux-2-klein-4b"


def _no(status: int, code: int, message: str) -> tuple[int, object]:
    return status, {
        "success": False,
        "result": {},
        "errors": [{"code": code, "message": message}],
        "messages": [],
    }


def answer(server: Loopback, data: bytes) -> Answerer:
    """Draw with either model; each wants its own kind of body."""

    def reply(asked: Asked) -> Reply:
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return Reply.of_json(_no(401, 10000, "Authentication error")[1], 401)
        if asked.path.endswith("/ai/models/search"):
            return Reply.of_json({"success": True, "result": [], "errors": [], "messages": []})
        kind = asked.headers["content-type"]
        if asked.path.endswith(SCHNELL) and (
            not kind.startswith("application/json") or set(asked.json()) != {"prompt", "steps"}
        ):
            return Reply.of_json(_no(400, 5004, "additional properties")[1], 400)
        if asked.path.endswith(FLUX_2) and not kind.startswith("multipart/form-data"):
            return Reply.of_json(_no(400, 5004, "no form")[1], 400)
        return Reply.of_json({"result": {"image": b64(data)}, "success": True, "errors": [], "messages": []})

    return reply


REFUSALS = {
    "auth": _no(401, 10000, "Authentication error"),
    "content_filter": _no(400, 3030, "AiError: AiError: Input prompt contains NSFW content. (1f)"),
    "no_credit": _no(429, 3036, "you have used up your daily free allocation of 10,000 neurons"),
    "queue_full": _no(429, 3040, "Capacity temporarily exceeded"),
    "server": _no(408, 3046, "AiError: Request timeout"),
    "model_gone": _no(400, 5007, "No such model"),
}
SERVICES = tuple(
    Service(
        "cloudflare",
        answer,
        ("POST", f"/accounts/acc/ai/run/{model}"),
        {"account": "acc", "model": model},
        refuse=REFUSALS,
        takes_photo=model == FLUX_2,
    )
    for model in (FLUX_2, SCHNELL)
)
