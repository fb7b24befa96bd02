"""ComfyUI: an order with a number chosen by the client, a socket that tells, a history that remembers."""

from __future__ import annotations

import base64
import hashlib
import json
import struct
import threading
import uuid
from collections.abc import Callable, Iterator

from tests.fakes.image_services.service import Service, picture
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply

_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_DRAWS_S = 0.3
MODELS = ["clay.safetensors", "other.safetensors"]
NOT_IN_LIST = {
    "error": {"type": "prompt_outputs_failed_validation", "message": "Prompt outputs failed validation"},
    "node_errors": {
        "4": {
            "errors": [
                {"type": "value_not_in_list", "message": "Value not in list", "details": "ckpt_name: 'x'"}
            ],
            "class_type": "CheckpointLoaderSimple",
        }
    },
}


def frame(message: str | bytes) -> bytes:
    """Put a message into a WebSocket frame of a server (RFC 6455, 5.2: without a mask)."""
    data = message.encode() if isinstance(message, str) else message
    length = bytes([len(data)]) if len(data) < 126 else b"\x7e" + struct.pack(">H", len(data))
    return (b"\x81" if isinstance(message, str) else b"\x82") + length + data


def told(kind: str, **data: object) -> str:
    """Make a text message of the socket."""
    return json.dumps({"type": kind, "data": data})


class Server:
    """One order at a time.

    Attributes
    ----------
    silent : bool
        The socket opens and says nothing.
    entry : callable
        ``entry(prompt_id)``: the history's entry once the order is over; None: it goes on for ever.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.silent = False
        self.prompt_id = ""
        self.graph: dict[str, dict[str, object]] = {}
        self.ordered = threading.Event()
        self.over = threading.Event()
        self.forgotten = False
        self.goes_on = False
        self.entry: Callable[[str], object] = lambda prompt_id: success()

    def __call__(self, asked: Asked) -> Reply:
        if "origin" in asked.headers:
            return Reply(403)
        route = getattr(self, "_" + asked.path.strip("/").split("/")[0].replace("-", "_"), None)
        return route(asked) if route is not None else Reply.of_json({"error": "Not Found"}, 404)

    def _system_stats(self, asked: Asked) -> Reply:
        return Reply.of_json({"system": {"comfyui_version": "0.3.60", "os": "posix"}, "devices": []})

    def _object_info(self, asked: Asked) -> Reply:
        names = {"input": {"required": {"ckpt_name": [MODELS, {}]}}}
        return Reply.of_json({"CheckpointLoaderSimple": names})

    def _prompt(self, asked: Asked) -> Reply:
        order = asked.json()
        if str(uuid.UUID(order["prompt_id"])) != order["prompt_id"]:
            return Reply.of_json({"error": {"type": "invalid_prompt_id", "message": "no UUID"}}, 400)
        self.prompt_id, self.graph = order["prompt_id"], order["prompt"]
        self.ordered.set()
        if self.silent:
            threading.Timer(0.5, self.over.set).start()
        return Reply.of_json({"prompt_id": self.prompt_id, "number": 1, "node_errors": {}})

    def _ws(self, asked: Asked) -> Reply:
        key = asked.headers["sec-websocket-key"] + _GUID
        accept = base64.b64encode(hashlib.sha1(key.encode()).digest()).decode()
        headers = {"upgrade": "websocket", "connection": "Upgrade", "sec-websocket-accept": accept}
        return Reply(101, self._frames(asked.query.partition("=")[2]), headers)

    def _frames(self, client: str) -> Iterator[bytes]:
        yield frame(told("status", status={"exec_info": {"queue_remaining": 0}}, sid=client))
        if self.silent or not self.ordered.wait(3):
            self.over.wait(3)
            return
        mine = {"prompt_id": self.prompt_id}
        yield frame(told("execution_start", **mine))
        yield frame(told("progress", value=9, max=10, prompt_id="another"))
        yield frame(told("progress", value=1, max=4, node="3", **mine))
        yield frame(struct.pack(">II", 1, 1) + picture("JPEG"))
        notes = json.dumps({"image_type": "image/png", **mine}).encode()
        yield frame(struct.pack(">II", 4, len(notes)) + notes + picture("PNG"))
        yield frame(struct.pack(">II", 3, 1) + b"3text")
        if self.goes_on:
            self.over.wait(3)
            return
        self.over.wait(_DRAWS_S)
        self.over.set()
        yield frame(told("execution_success", **mine))
        yield frame(told("executing", node=None, **mine))
        yield b"\x88\x02\x03\xe8"

    def _history(self, asked: Asked) -> Reply:
        known = self.over.is_set() and not self.forgotten and asked.path.endswith(self.prompt_id)
        return Reply.of_json({self.prompt_id: self.entry(self.prompt_id)} if known else {})

    def _queue(self, asked: Asked) -> Reply:
        if asked.method == "POST":
            return Reply()
        going = self.ordered.is_set() and not self.over.is_set() and not self.forgotten
        running = [[1, self.prompt_id, {}, {}, []]] if going else []
        return Reply.of_json({"queue_running": running, "queue_pending": [[2, "another", {}, {}, []]]})

    def _interrupt(self, asked: Asked) -> Reply:
        return Reply()

    def _view(self, asked: Asked) -> Reply:
        if "filename=ComfyUI_00001_.png" not in asked.query or "type=output" not in asked.query:
            return Reply(404)
        return Reply(200, self.data, {"content-type": "application/octet-stream"})


def success() -> dict[str, object]:
    """Make the history's entry of an order that ended well; a preview's file comes before the picture."""
    files = [
        {"filename": "ComfyUI_temp_abcde_00001_.png", "subfolder": "", "type": "temp"},
        {"filename": "ComfyUI_00001_.png", "subfolder": "", "type": "output"},
    ]
    return {
        "prompt": [],
        "outputs": {"8": {"images": files[:1]}, "9": {"images": files[1:]}},
        "status": {"status_str": "success", "completed": True, "messages": []},
    }


def failure(kind: str, **data: object) -> dict[str, object]:
    """Make the history's entry of an order that ended badly."""
    messages = [["execution_start", {}], [kind, data]]
    return {"outputs": {}, "status": {"status_str": "error", "completed": False, "messages": messages}}


def answer(server: Loopback, data: bytes) -> Answerer:
    """Behave well."""
    return Server(data)


REFUSALS = {
    "model_gone": (400, NOT_IN_LIST),
    "bad_input": (400, {"error": {"type": "missing_node_type", "message": "Node 'X' not found"}}),
}
SERVICES = (Service("comfyui", answer, ("POST", "/prompt"), refuse=REFUSALS),)
