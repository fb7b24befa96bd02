"""RunPod's serverless queue with the web product's engine behind it."""

from __future__ import annotations

import itertools
import socket
import threading

from tests.fakes.loopback import Answerer, Asked, Loopback, Reply
from tests.fakes.mesh_services.engine import work
from tests.fakes.mesh_services.service import MeshService, has_key

HOME = "/end-1"
ID = "3f2a-u1"


def free_port() -> int:
    """Return a port that nobody listens on right now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


PORT = free_port()


def answer(server: Loopback, data: bytes) -> Answerer:
    """Take an order, and have the engine come by."""
    asks = itertools.count()

    def reply(asked: Asked) -> Reply:
        if not has_key(asked):
            return Reply.of_json({"error": "Unauthorized"}, 401)
        if asked.path == f"{HOME}/health":
            return Reply.of_json({"jobs": {"inQueue": 0}, "workers": {"idle": 1, "running": 0}})
        if asked.path == f"{HOME}/run":
            wished = asked.json().get("input", {})
            if not {"image_url", "webhook_url", "session_id", "asset_id"} <= set(wished):
                return Reply.of_json({"error": "no input"}, 400)
            threading.Thread(target=work, args=(wished, data), daemon=True).start()
            return Reply.of_json({"id": ID, "status": "IN_QUEUE"})
        if asked.path == f"{HOME}/cancel/{ID}":
            return Reply.of_json({"id": ID, "status": "CANCELLED"})
        if asked.path == f"{HOME}/status/{ID}":
            states = ("IN_QUEUE", "IN_PROGRESS", "COMPLETED")
            return Reply.of_json({"id": ID, "status": states[min(next(asks), 2)]})
        return Reply.of_json({"error": "not found"}, 404)

    return reply


SERVICES = (
    MeshService(
        "runpod",
        answer,
        ("POST", f"{HOME}/run"),
        remote_id=ID,
        plain={"endpoint": "end-1", "public_url": f"http://127.0.0.1:{PORT}", "port": PORT},
        refuse={
            "auth": (401, {"error": "Unauthorized"}),
            "bad_input": (400, {"error": "no input"}),
            "server": (500, {"error": "Internal"}),
        },
        file="",
    ),
)
