"""Two services with scripted delays, in a process of their own; it prints its port.

A prompt says how it is answered: ``wait=0.05`` answers so many seconds later, ``at=1790000000.5`` at that
moment, and ``wave`` gives the picture a colour of its own. Both are asked as the real ones are:
``/images/generations`` answers the picture in JSON; ``/MODEL`` takes an order, ``/get_result`` waits for it,
``/cdn/…`` has the file. ``/seen`` answers how often each was asked. It ends with its standard input.

``/play/1,1,0.2`` holds the next pictures in JSON that long, one after the other; ``/play/gate16`` holds them
until sixteen were asked for, and then sends all at once.
"""

from __future__ import annotations

import base64
import collections
import contextlib
import io
import json
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
from PIL import Image

SIDE_PX = 1024


def picture(number: int = 0, side_px: int = SIDE_PX) -> bytes:
    """Draw a shaded ball with grain on white, so that neither packing nor unpacking is flattered."""
    y, x = np.mgrid[-1.2 : 1.2 : side_px * 1j, -1.2 : 1.2 : side_px * 1j]
    inside = x**2 + y**2 < 1
    shade = 150 - 60 * (x + y) * inside
    grain = np.random.default_rng(number).normal(0, 2, shade.shape)
    tint = np.array([number * 40 % 90, number * 70 % 90, number * 20 % 90])
    rgb = np.where(inside[..., None], (shade + grain)[..., None] - tint, 255)
    out = io.BytesIO()
    Image.fromarray(np.clip(rgb, 0, 255).astype(np.uint8)).save(out, "PNG", compress_level=1)
    return out.getvalue()


PICTURES = [picture(number) for number in range(4)]
ENCODED = [
    json.dumps({"data": [{"b64_json": base64.b64encode(data).decode()}]}).encode() for data in PICTURES
]
SEEN: collections.Counter[str] = collections.Counter()
LOCK = threading.Lock()
SCRIPT: collections.deque[float] = collections.deque()
GATES: list[threading.Barrier] = []
_GATE_S = 20.0


def hold(prompt: str) -> None:
    """Wait as long as a prompt says."""
    for name, value in re.findall(r"(wait|at)=([\d.]+)", prompt):
        time.sleep(max(0.0, float(value) - (time.time() if name == "at" else 0.0)))


def play(script: str) -> None:
    """Keep what is asked of the next pictures."""
    with LOCK:
        SCRIPT.clear()
        GATES.clear()
        if script.startswith("gate"):
            GATES.append(threading.Barrier(int(script[4:])))
        else:
            SCRIPT.extend(float(part) for part in script.split(","))


def hold_as_played() -> None:
    """Wait as long as the script says, or for the others."""
    with LOCK:
        wait_s, gate = SCRIPT.popleft() if SCRIPT else 0.0, GATES[0] if GATES else None
    time.sleep(wait_s)
    if gate is not None:
        with contextlib.suppress(threading.BrokenBarrierError):
            gate.wait(_GATE_S)


class Handler(BaseHTTPRequestHandler):
    """Keeps connections open, as services do."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _seen(self) -> str:
        path = self.path.partition("?")[0].strip("/").partition("/")[0]
        with LOCK:
            SEEN[path] += path != "seen"
        return path

    def do_POST(self) -> None:
        """Take an order."""
        path = self._seen()
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        number = sum(map(ord, asked["prompt"].partition(" ")[0])) % len(PICTURES)
        if path == "images":
            hold(asked["prompt"])
            hold_as_played()
            self._answer(ENCODED[number])
            return
        host = f"http://{self.headers['host']}"
        prompt = re.sub(r"\s", "_", asked["prompt"])
        self._answer(json.dumps({"id": "t", "polling_url": f"{host}/get_result?{number}&{prompt}"}).encode())

    def do_GET(self) -> None:
        """Answer when an order is done, with its file, or with what was seen."""
        path = self._seen()
        # The picture's number, in the query of a task and in the name of a file.
        number = re.search(r"\d+", self.path.partition("?")[2] or self.path)
        if path == "play":
            play(self.path.rpartition("/")[2])
            self._answer(b"{}")
        elif path == "seen":
            self._answer(json.dumps(SEEN).encode())
        elif path == "get_result" and number:
            hold(self.path)
            link = f"http://{self.headers['host']}/cdn/{number[0]}.png"
            self._answer(json.dumps({"status": "Ready", "result": {"sample": link}}).encode())
        else:
            self._answer(PICTURES[int(number[0]) if number else 0], "image/png")

    def _answer(self, body: bytes, kind: str = "application/json") -> None:
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    """Serve on 127.0.0.1 until standard input ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
    server.shutdown()


if __name__ == "__main__":
    main()
