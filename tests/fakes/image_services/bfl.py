"""Black Forest Labs."""

from __future__ import annotations

import itertools

from tests.fakes.image_services.service import KEY, Service
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply


def answer(server: Loopback, data: bytes) -> Answerer:
    """Take a task, be asked three times, and give a link to another host's folder."""
    asks = itertools.count()

    def reply(asked: Asked) -> Reply:
        if asked.path == "/cdn/sample":
            return Reply(200, data, {"content-type": "text/plain"})
        if asked.headers.get("x-key") != KEY:
            return Reply.of_json({"detail": "Not authenticated - Invalid Authentication"}, 403)
        if asked.path == "/credits":
            return Reply.of_json({"credits": 412.5})
        if asked.method == "POST":
            if asked.json()["width"] % 32:
                return Reply.of_json({"detail": [{"loc": ["body", "width"], "msg": "not a multiple"}]}, 422)
            return Reply.of_json({"id": "t1", "polling_url": f"{server.url}/get_result?id=t1", "cost": 1.4})
        states: list[tuple[int, object]] = [
            (404, {"id": "t1", "status": "Task not found"}),
            (200, {"id": "t1", "status": "Pending", "progress": 0.4}),
            (200, {"id": "t1", "status": "Ready", "result": {"sample": f"{server.url}/cdn/sample"}}),
        ]
        status, value = states[min(next(asks), 2)]
        return Reply.of_json(value, status)

    return reply


REFUSALS = {
    "auth": (403, {"detail": "Not authenticated - Invalid Authentication"}),
    "no_credit": (402, {"detail": "Insufficient credits"}),
    "bad_input": (422, {"detail": [{"loc": ["body", "prompt"], "msg": "field required", "type": "missing"}]}),
    "queue_full": (429, {"detail": "Too many active tasks"}),
    "server": (503, {"detail": "Service unavailable"}),
}
SERVICES = (
    Service(
        "bfl",
        answer,
        ("POST", "/flux-2-klein-4b"),
        refuse=REFUSALS,
        waiting=Reply.of_json({"id": "t1", "status": "Pending"}),
    ),
)
