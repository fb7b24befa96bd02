"""AUTOMATIC1111 and its kin: one long order, and progress beside it."""

from __future__ import annotations

import base64
import json
import threading

from tests.fakes.image_services.service import KEY, Service, b64, picture
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply

USER = "me"
_DRAWS = ("/sdapi/v1/txt2img", "/sdapi/v1/img2img")


def wrapped(status: int, name: str, detail: str) -> tuple[int, object]:
    """Return an error as the server's own wrapper has it."""
    return status, {"error": name, "detail": detail, "body": "", "errors": detail}


def drawn(*images: bytes, info: object = None) -> Reply:
    """Answer an order."""
    facts = {"seed": 7, "all_seeds": [7], "index_of_first_image": 0} if info is None else info
    return Reply.of_json(
        {
            "images": [b64(image) for image in images],
            "parameters": {},
            "info": facts if isinstance(facts, str) else json.dumps(facts),
        }
    )


class WebUi:
    """The server's state.

    Attributes
    ----------
    most_s : float
        How long an order takes at most.
    ends_by_look : bool
        It is done earlier, as soon as somebody looks again: then the first look has been heard.
    knows_tasks : bool
        False: it runs without its pages, and has no progress of single orders.
    told : float
        The progress it tells of an order that is being drawn.
    done, interrupted : threading.Event
    """

    def __init__(self, data: bytes, most_s: float = 2.0, ends_by_look: bool = True) -> None:
        self.data = data
        self.most_s = most_s
        self.ends_by_look = ends_by_look
        self.knows_tasks = True
        self.told = 0.4
        self.running = ""
        self.pending: set[str] = set()
        self.done = threading.Event()
        self.interrupted = threading.Event()
        self.preview = picture("JPEG", 32)
        self.hand = threading.Lock()
        self.looked = False

    def __call__(self, asked: Asked) -> Reply:
        wanted = base64.b64encode(f"{USER}:{KEY}".encode()).decode()
        if asked.headers.get("authorization") != f"Basic {wanted}":
            status, value = wrapped(401, "HTTPException", "Incorrect username or password")
            return Reply.of_json(value, status)
        if asked.path in _DRAWS:
            return self._draw(asked.json())
        if asked.path == "/internal/progress" and self.knows_tasks:
            return self._progress(asked.json()["id_task"])
        if asked.path == "/sdapi/v1/progress":
            return self._progress_of_all()
        if asked.path == "/sdapi/v1/interrupt":
            self.interrupted.set()
            self.done.set()
            return Reply.of_json({})
        if asked.path == "/sdapi/v1/sd-models":
            return Reply.of_json([{"title": "clay.safetensors [1f]", "model_name": "clay"}])
        return Reply.of_json({"detail": "Not Found"}, 404)

    def _draw(self, wishes: dict[str, object]) -> Reply:
        task = str(wishes["force_task_id"])
        self.pending.add(task)
        with self.hand:
            self.pending.discard(task)
            self.running, self.looked = task, False
            self.done.wait(self.most_s)
            self.done.clear()
            self.running = ""
        return drawn(self.data)

    def _look(self) -> None:
        if self.ends_by_look and self.looked:
            self.done.set()
        self.looked = True

    def _progress(self, task: str) -> Reply:
        active, queued = task == self.running, task in self.pending
        value = {"active": active, "queued": queued, "completed": False, "textinfo": "Waiting..."}
        if active:
            preview = f"data:image/jpeg;base64,{b64(self.preview)}"
            value |= {"progress": self.told, "live_preview": preview, "id_live_preview": 1}
            self._look()
        return Reply.of_json(value)

    def _progress_of_all(self) -> Reply:
        running = bool(self.running)
        if running:
            self._look()
        return Reply.of_json(
            {
                "progress": self.told if running else 0.0,
                "eta_relative": 1.0,
                "state": {"interrupted": False, "job_count": int(running)},
                "current_image": b64(self.preview) if running else None,
                "textinfo": None,
            }
        )


def answer(server: Loopback, data: bytes) -> Answerer:
    """Draw as soon as somebody has looked how far it is."""
    return WebUi(data)


def answer_without_pages(server: Loopback, data: bytes) -> Answerer:
    """Draw so without progress of single orders."""
    ui = WebUi(data)
    ui.knows_tasks = False
    return ui


REFUSALS = {
    "auth": wrapped(401, "HTTPException", "Incorrect username or password"),
    "bad_input": wrapped(400, "HTTPException", "Sampler not found"),
    "server": wrapped(500, "OutOfMemoryError", "CUDA out of memory. Tried to allocate 2.00 GiB"),
}
SERVICES = tuple(
    Service("sdapi", each, ("POST", "2img"), {"user": USER, "model": "clay"}, refuse=REFUSALS)
    for each in (answer, answer_without_pages)
)
