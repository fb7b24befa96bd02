"""fal.ai's queue with a model that makes meshes."""

from __future__ import annotations

import itertools

from tests.fakes.image_services.fal import complaint
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply
from tests.fakes.mesh_services.service import FILE, KEY, MeshService, file_reply

ORDER = "/fal-ai/hunyuan3d/requests/764cabcf"
MODEL = "/fal-ai/hunyuan3d/v2"


def answer(server: Loopback, data: bytes) -> Answerer:
    """Take an order, let it wait, work at it, and be done at the third question."""
    asks = itertools.count()
    home = server.url + ORDER
    links = {"response_url": home, "status_url": home + "/status", "cancel_url": home + "/cancel"}

    def reply(asked: Asked) -> Reply:
        if asked.path == FILE:
            return file_reply(data)
        if asked.headers.get("authorization") != f"Key {KEY}":
            return Reply.of_json({"detail": "No user found for Key ID and Secret"}, 401)
        if asked.path == "/v1/models/pricing":
            return Reply.of_json({"prices": [{"unit_price": 0.16, "unit": "mesh", "currency": "USD"}]})
        if asked.method == "POST":
            if not str(asked.json().get("input_image_url", "")).startswith("data:image/png;base64,"):
                return Reply.of_json(complaint("missing", "Field required"), 422)
            return Reply.of_json({"status": "IN_QUEUE", "request_id": "764cabcf", **links})
        if asked.path == f"{ORDER}/cancel" and asked.method == "PUT":
            return Reply.of_json({"status": "CANCELLATION_REQUESTED"}, 202)
        if asked.path == ORDER:
            mesh = {
                "url": server.url + FILE,
                "content_type": "application/octet-stream",
                "file_name": "m.glb",
            }
            return Reply.of_json({"model_mesh": mesh, "seed": 7})
        if asked.path != f"{ORDER}/status":
            return Reply.of_json({"detail": "Not Found"}, 404)
        logs = [{"message": "step 3/50", "level": "INFO", "source": "USER", "timestamp": "Z"}]
        states: list[tuple[int, object]] = [
            (202, {"status": "IN_QUEUE", "queue_position": 1}),
            (202, {"status": "IN_PROGRESS", "logs": logs}),
            (200, {"status": "COMPLETED", "logs": [], "metrics": {"inference_time": 31.2}}),
        ]
        status, value = states[min(next(asks), 2)]
        return Reply.of_json(value, status)

    return reply


REFUSALS = {
    "auth": (401, {"detail": "No user found for Key ID and Secret"}),
    "no_credit": (403, {"detail": "User is locked. Reason: Exhausted balance. Top up your balance."}),
    "content_filter": (422, complaint("content_policy_violation", "The content could not be processed")),
    "bad_input": (422, complaint("file_download_error", "Failed to read the image")),
    "model_gone": (404, {"detail": "Application 'hunyuan3d' not found"}),
    "server": (504, {"detail": "Startup timeout", "error_type": "startup_timeout"}),
}
SERVICES = (
    MeshService(
        "fal-3d",
        answer,
        ("POST", MODEL),
        f"{ORDER}/status",
        "{url}" + ORDER,
        refuse=REFUSALS,
        fail={"bad_input": Reply.of_json(complaint("file_download_error", "Failed"), 422)},
        waiting=Reply.of_json({"status": "IN_QUEUE", "queue_position": 9}, 202),
    ),
)
