"""The web product's worker, in both of its forms."""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes.image_services.service import Service
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply

Draw = Callable[[Asked], Reply]


def concept(number: int, kind: str) -> dict[str, object]:
    """Make a concept as the worker shows it."""
    key = f"concepts___6f___a{number}.png"
    return {"id": f"a{number}", "url": f"/api/assets/{key}", "safeKey": key, "title": kind, "type": kind}


CONCEPTS = [concept(0, "Whimsical"), concept(1, "Heroic"), concept(2, "Artistic Icon")]


def document(asked: Asked) -> Reply:
    """Answer as one document."""
    assert all(isinstance(hobby, str) for hobby in asked.json()["hobbies"])
    return Reply.of_json({"session_id": "6f", "concepts": CONCEPTS})


def stream(asked: Asked) -> Reply:
    """Answer piece by piece."""
    return Reply.of_events(
        ("", {"type": "session", "session_id": "6f"}),
        *(("", {"type": "concept", "concept": shown}) for shown in CONCEPTS),
        ("", {"type": "done"}),
    )


def worker(data: bytes, draw: Draw) -> Answerer:
    """Answer health, pictures, and orders by ``draw``."""

    def reply(asked: Asked) -> Reply:
        if asked.path == "/api/health":
            return Reply.of_json({"status": "ok"})
        if asked.path.startswith("/api/assets/"):
            return Reply(200, data, {"content-type": "image/png"})
        if (asked.method, asked.path) == ("POST", "/api/generate"):
            return draw(asked)
        return Reply(404, b"Not Found", {"content-type": "text/plain"})

    return reply


def answer_document(server: Loopback, data: bytes) -> Answerer:
    """Behave as the worker does today."""
    return worker(data, document)


def answer_stream(server: Loopback, data: bytes) -> Answerer:
    """Behave as the worker that streams."""
    return worker(data, stream)


REFUSALS = {
    "server": (
        500,
        {"error": "Failed to parse Llama response into JSON", "stack": "Error: at index.js:1"},
    ),
}
SERVICES = tuple(
    Service("orchestrator", answer, ("POST", "/api/generate"), refuse=REFUSALS)
    for answer in (answer_document, answer_stream)
)
