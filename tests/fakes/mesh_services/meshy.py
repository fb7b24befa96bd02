"""Meshy."""

from __future__ import annotations

import itertools

from tests.fakes.loopback import Answerer, Asked, Loopback, Reply
from tests.fakes.mesh_services.service import FILE, MeshService, file_reply, has_key

ROUTE = "/openapi/v1/image-to-3d"
TASK = f"{ROUTE}/018a-1"


def task(server: Loopback, status: str, progress: int = 0, **more: object) -> dict[str, object]:
    """Describe the task; an empty error stands on successes, too, and formats may be missing."""
    told: dict[str, object] = {
        "id": "018a-1",
        "type": "image-to-3d",
        "status": status,
        "progress": progress,
        "task_error": {"message": ""},
        "created_at": 1_790_000_000_000,
    }
    if status == "SUCCEEDED":
        told |= {"model_urls": {"glb": f"{server.url}{FILE}?Expires=1"}, "consumed_credits": 20}
    return told | more


def answer(server: Loopback, data: bytes, *, streams: bool = True) -> Answerer:
    """Take an order, tell its progress in a stream or when asked, stay at 99 for a while."""
    asks = itertools.count()
    walk = [("PENDING", 0), ("IN_PROGRESS", 50), ("IN_PROGRESS", 99), ("SUCCEEDED", 100)]

    def reply(asked: Asked) -> Reply:
        if asked.path == FILE:
            return file_reply(data)
        if not has_key(asked):
            return Reply.of_json({"message": "Invalid API key"}, 401)
        if asked.path == "/openapi/v1/balance":
            return Reply.of_json({"balance": 1234})
        if asked.method == "DELETE":
            return Reply(200)
        if asked.method == "POST":
            picture = str(asked.json().get("image_url", ""))
            if not picture.startswith("data:image/png;base64,"):
                return Reply.of_json({"message": "Invalid image"}, 400)
            return Reply.of_json({"result": "018a-1"}, 202)
        if asked.path == "/openapi/v1/multi-image-to-3d":
            return Reply.of_json([])
        if asked.path == ROUTE:
            return Reply.of_json([task(server, "SUCCEEDED", 100)])
        if asked.path == f"{TASK}/stream":
            if not streams:
                gone = {"status_code": 404, "message": "Task not found"}
                return Reply.of_events(("error", gone))
            return Reply.of_events(*(("message", task(server, *state)) for state in walk))
        if asked.path != TASK:
            return Reply.of_json({"message": "Task not found"}, 404)
        return Reply.of_json(task(server, *walk[min(next(asks), 3)]))

    return reply


def answer_without_stream(server: Loopback, data: bytes) -> Answerer:
    """Behave well, but the stream knows nothing."""
    return answer(server, data, streams=False)


def _failed(**error: str) -> Reply:
    return Reply.of_json({"id": "018a-1", "status": "FAILED", "progress": 0, "task_error": error})


REFUSALS = {
    "auth": (401, {"message": "Invalid API key"}),
    "no_credit": (402, {"message": "Insufficient credits"}),
    "queue_full": (429, {"message": "NoMoreConcurrentTasks"}),
    "rate_limit": (429, {"message": "RateLimitExceeded"}),
    "content_filter": (400, {"message": "The image was flagged by moderation"}),
    "bad_input": (400, {"message": "Invalid values: target_polycount"}),
    "server": (503, {"message": "Service unavailable"}),
}
FAILURES = {
    "server": _failed(type="server_error", message="The server is busy."),
    "content_filter": _failed(code="moderation_blocked", message="Blocked."),
    "bad_input": _failed(type="invalid_input", code="image_too_complex", message="Too complex."),
}
_WAITING = Reply.of_json({"id": "018a-1", "status": "IN_PROGRESS", "progress": 40})
SERVICES = tuple(
    MeshService(
        "meshy",
        way,
        ("POST", ROUTE),
        # What is said in the stream is not asked about.
        TASK if way is answer_without_stream else "",
        "image-to-3d/018a-1",
        refuse=REFUSALS,
        fail=FAILURES,
        waiting=_WAITING,
    )
    for way in (answer, answer_without_stream)
)
