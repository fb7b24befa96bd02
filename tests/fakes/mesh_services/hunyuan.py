"""The Hunyuan3D api_server, with every oddity it is known for."""

from __future__ import annotations

import base64
import itertools

from tests.fakes.loopback import Answerer, Asked, Loopback, Reply
from tests.fakes.mesh_services.service import MeshService

UID = "5b0c-1"
TRAFFIC = "**NETWORK ERROR DUE TO HIGH TRAFFIC. PLEASE REGENERATE OR REFRESH THIS PAGE.**"


def answer(server: Loopback, data: bytes) -> Answerer:
    """Take an order; who asks too early, or for what nobody ordered, hears "processing"."""
    asks = itertools.count()

    def reply(asked: Asked) -> Reply:
        if asked.method == "POST" and asked.path == "/send":
            if base64.b64decode(asked.json()["image"])[:4] != b"\x89PNG":
                return Reply.of_json({"text": TRAFFIC, "error_code": 1}, 404)
            return Reply.of_json({"uid": UID})
        if not asked.path.startswith("/status/"):
            return Reply.of_json({"detail": "Not Found"}, 404)
        if not asked.path.endswith(UID) or next(asks) < 2:
            return Reply.of_json({"status": "processing"})
        done = {"status": "completed", "model_base64": base64.b64encode(data).decode()}
        reply = Reply.of_json(done)
        reply.headers["content-type"] = "text/plain"
        return reply

    return reply


SERVICES = (
    MeshService(
        "hunyuan",
        answer,
        ("POST", "/send"),
        f"/status/{UID}",
        UID,
        refuse={
            "server": (404, {"text": TRAFFIC, "error_code": 1}),
            "bad_input": (404, {"detail": "Not Found"}),
        },
        fail={"server": Reply.of_json({"status": "error", "message": "CUDA out of memory"}, 500)},
        waiting=Reply.of_json({"status": "processing"}),
        file="",
    ),
)
