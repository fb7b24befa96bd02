"""Replicate with a model that makes meshes, and tells its own schema."""

from __future__ import annotations

import itertools

from tests.fakes.image_services.replicate import REFUSALS, prediction
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply
from tests.fakes.mesh_services.service import FILE, MeshService, file_reply, has_key

MODEL = "/models/tencent/hunyuan3d-2"
ID = "gm3qorzdhgbfurvjtvhg6dckhu"
SCHEMA = {"schemas": {"Input": {"properties": {"image": {}, "seed": {}, "octree_resolution": {}}}}}


def answer(server: Loopback, data: bytes) -> Answerer:
    """Take a prediction and finish it at the third question."""
    asks = itertools.count()

    def reply(asked: Asked) -> Reply:
        if asked.path == FILE:
            return file_reply(data)
        if not has_key(asked):
            return Reply.of_json({"title": "Unauthenticated", "detail": "Invalid token", "status": 401}, 401)
        if asked.path == "/account":
            return Reply.of_json({"type": "user", "username": "someone"})
        if asked.path == MODEL:
            version = {"id": "5599ed30703d", "openapi_schema": {"components": SCHEMA}}
            return Reply.of_json({"latest_version": version})
        if asked.path.endswith("/cancel"):
            return Reply.of_json(prediction("canceled"))
        if asked.method == "POST":
            wished = asked.json()
            known = set(wished["input"]) <= {"image", "seed", "octree_resolution"}
            if not known or wished.get("version") != "5599ed30703d":
                return Reply.of_json({"title": "Input validation failed", "detail": "image is required"}, 422)
            return Reply.of_json(prediction("starting"), 201)
        output = {"preview": f"{server.url}/cdn/preview.png", "mesh": f"{server.url}{FILE}?expires=1"}
        states = [
            prediction("starting"),
            prediction("processing", logs=" 0%|   | 0/50\n 45%|## | 22/50"),
            prediction("succeeded", output=output),
        ]
        return Reply.of_json(states[min(next(asks), 2)])

    return reply


SERVICES = (
    MeshService(
        "replicate-3d",
        answer,
        ("POST", "/predictions"),
        f"/predictions/{ID}",
        ID,
        refuse=REFUSALS,
        fail={"content_filter": Reply.of_json(prediction("aborted", error="NSFW content detected"))},
        waiting=Reply.of_json(prediction("processing")),
    ),
)
