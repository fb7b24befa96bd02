"""The web product's engine: fetches the picture, works in the background, brings the mesh by itself."""

from __future__ import annotations

import threading
import time

import httpx

from tests.fakes.loopback import Answerer, Asked, Loopback, Reply
from tests.fakes.mesh_services.service import MeshService


def work(wished: dict[str, str], data: bytes) -> None:
    """Fetch, wait a moment, and bring the mesh; nobody hears of what goes wrong."""
    with httpx.Client(trust_env=False, timeout=5.0) as client:
        picture = client.get(wished["image_url"]).content
        time.sleep(0.1)
        told = {"session_id": wished["session_id"], "asset_id": wished["asset_id"]}
        if not picture.startswith(b"\x89PNG"):
            client.post(wished["webhook_url"], data={**told, "status": "failed", "error": "no picture"})
            return
        name = f"../../{wished['asset_id']}.stl"
        files = {"file": (name, data, "model/stl")}
        client.post(wished["webhook_url"], data={**told, "status": "completed"}, files=files)


def answer(server: Loopback, data: bytes) -> Answerer:
    """Take an order at once."""

    def reply(asked: Asked) -> Reply:
        if asked.path == "/health":
            return Reply.of_json({"status": "ok", "gpu": True, "import_success": True})
        wished = asked.json() if asked.method == "POST" else {}
        if asked.path != "/generate-3d":
            return Reply.of_json({"detail": "Not Found"}, 404)
        if not {"image_url", "webhook_url", "session_id", "asset_id"} <= set(wished):
            return Reply.of_json({"detail": [{"loc": ["body"], "msg": "Field required"}]}, 422)
        threading.Thread(target=work, args=(wished, data), daemon=True).start()
        return Reply.of_json({"status": "processing", "message": "Inference started in background"})

    return reply


SERVICES = (
    MeshService(
        "engine",
        answer,
        ("POST", "/generate-3d"),
        refuse={
            "bad_input": (422, {"detail": [{"loc": ["body", "image_url"], "msg": "Field required"}]}),
            "server": (500, {"detail": "Internal Server Error"}),
        },
        file="",
    ),
)
