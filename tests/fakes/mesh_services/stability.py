"""Stability's meshes."""

from __future__ import annotations

from tests.fakes.image_services.stability import error, fields_of
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply
from tests.fakes.mesh_services.service import MeshService, has_key

ORDER = "/v2beta/3d/stable-point-aware-3d"


def answer(server: Loopback, data: bytes) -> Answerer:
    """Tell the balance; answer a form with a picture by the mesh itself."""

    def reply(asked: Asked) -> Reply:
        if not has_key(asked):
            return Reply.of_json(*reversed(error(401, "unauthorized", "missing or invalid key")))
        if asked.path == "/v1/user/balance":
            return Reply.of_json({"credits": 62.35})
        fields = fields_of(asked)
        if not fields.get("image", b"").startswith(b"\x89PNG") or fields.get("remesh") != b"none":
            return Reply.of_json(*reversed(error(400, "bad_request", "image: required")))
        return Reply(200, data, {"content-type": "model/gltf-binary"})

    return reply


REFUSALS = {
    "auth": error(401, "unauthorized", "authorization: missing or invalid header"),
    "no_credit": error(402, "payment_required", "You lack sufficient credits."),
    "content_filter": error(403, "content_moderation", "Your request was flagged."),
    "bad_input": error(413, "payload_too_large", "at most 10 MiB"),
    "rate_limit": error(429, "rate_limit_exceeded", "more than 150 requests in 10 seconds"),
    "server": error(500, "internal_error", "An unexpected error has occurred."),
}
SERVICES = (
    MeshService("stability-3d", answer, ("POST", ORDER), refuse=REFUSALS, file=""),
    MeshService(
        "stability-3d",
        answer,
        ("POST", "/v2beta/3d/stable-fast-3d"),
        plain={"model": "stable-fast-3d"},
        refuse=REFUSALS,
        file="",
    ),
)
