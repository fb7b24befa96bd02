"""Tripo, version 3."""

from __future__ import annotations

import itertools

from tests.fakes.loopback import Answerer, Asked, Loopback, Reply
from tests.fakes.mesh_services.service import FILE, MeshService, file_reply, has_key

TASK = "/tasks/4f5e-77"


def envelope(data: object, status: int = 200) -> Reply:
    """Wrap an answer."""
    return Reply.of_json({"code": 0, "data": data}, status)


def error(code: int, message: str, suggestion: str = "") -> object:
    """Say no."""
    return {"code": code, "message": message, "suggestion": suggestion}


def task(server: Loopback, status: str, progress: int = 0, **more: object) -> dict[str, object]:
    """Describe the task."""
    output = {"model_url": f"{server.url}{FILE}?sig=1"} if status == "success" else {}
    told = {"task_id": "4f5e-77", "type": "image_to_model", "status": status, "progress": progress}
    return told | {"output": output, "credits_consumed": 20.0} | more


def answer(server: Loopback, data: bytes) -> Answerer:
    """Take a file, then an order; queue it, work at it, be done at the third question."""
    asks = itertools.count()

    def reply(asked: Asked) -> Reply:
        if asked.path == FILE:
            return file_reply(data)
        if not has_key(asked):
            return Reply.of_json(error(1002, "Authentication failed"), 401)
        if asked.path == "/account/balance":
            return envelope({"balance": 480, "frozen": 0})
        if asked.path == "/files" and b"image/png" in asked.body:
            return envelope({"file_token": "token-1"})
        if asked.method == "POST":
            wished = asked.json()
            if wished.get("input") != "token-1" or wished.get("texture") is not False:
                return Reply.of_json(error(1004, "input is required"), 400)
            return envelope({"task_id": "4f5e-77"})
        if asked.path != TASK:
            return Reply.of_json(error(2001, "The task is not found"), 404)
        states = [task(server, "queued"), task(server, "running", 37), task(server, "success", 100)]
        return envelope(states[min(next(asks), 2)])

    return reply


REFUSALS = {
    "auth": (401, error(1002, "Authentication failed")),
    "no_credit": (
        403,
        error(2010, "You don't have enough credit to create this task", "Top up the API wallet"),
    ),
    "rate_limit": (429, error(2000, "You have exceeded the limit of generation")),
    "content_filter": (400, error(2008, "The input violates our content policy")),
    "bad_input": (400, error(1004, "One or more of your parameter is invalid")),
    "server": (500, error(1000, "Internal error")),
}
FAILURES = {
    "server": envelope({"task_id": "4f5e-77", "status": "failed", "error_message": "out of memory"}),
    "content_filter": envelope({"task_id": "4f5e-77", "status": "banned"}),
    "bad_input": envelope({"task_id": "4f5e-77", "status": "expired"}),
}
SERVICES = (
    MeshService(
        "tripo",
        answer,
        ("POST", "/generation/image-to-model"),
        TASK,
        "4f5e-77",
        refuse=REFUSALS,
        fail=FAILURES,
        waiting=envelope({"task_id": "4f5e-77", "status": "running", "progress": 5}),
    ),
)
