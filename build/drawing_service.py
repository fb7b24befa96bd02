"""A service for pictures of the window: it speaks OpenAI's image interface, on this computer alone.

It draws what the program has: clay renders of keepsakes, on white as such services are asked to.
"""

from __future__ import annotations

import base64
import io
import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_PICTURE_PX = 1024
_PRODUCTS = ("icon-figurine", "story-tree", "tealight-holder")
_WAITS_S = (1.0, 3.0, 2.0, 9.0)
_REFUSED_ORDER = 1
_REFUSED = {
    "error": {"code": "moderation_blocked", "message": "Your request was rejected by the safety system."}
}


def keepsakes_on_white() -> list[bytes]:
    """Draw some keepsakes of an invented story as PNG."""
    # The window's environment is set first.
    from PIL import Image  # noqa: PLC0415

    from memoreez_desktop.core.job import JobContext  # noqa: PLC0415
    from memoreez_desktop.core.story import Brief, Story  # noqa: PLC0415
    from memoreez_desktop.services.make_concepts import draw_concept, plan  # noqa: PLC0415

    told = Brief(Story(name="Grandpa Karl", age=70, passions=("Tractors", "Fishing"), occasion="birthday"))
    pictures = []
    for product in _PRODUCTS:
        concept = draw_concept(plan(told, 1, product_id=product)[0], JobContext(), picture_px=_PICTURE_PX)
        drawn = Image.open(io.BytesIO(concept.picture_png)).convert("RGBA")
        white = Image.new("RGBA", drawn.size, "white")
        white.alpha_composite(drawn)
        data = io.BytesIO()
        white.convert("RGB").save(data, "PNG")
        pictures.append(data.getvalue())
    return pictures


@contextmanager
def drawing_service(pictures: Sequence[bytes]) -> Iterator[str]:
    """Serve pictures until the block ends, and give the address; the second order is refused."""
    lock, ordered = threading.Lock(), [0]

    class Answers(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            with lock:
                number = ordered[0]
                ordered[0] += 1
            time.sleep(_WAITS_S[number % len(_WAITS_S)])
            drawn = base64.b64encode(pictures[(number - (number > _REFUSED_ORDER)) % len(pictures)]).decode()
            status, answer = (
                (400, _REFUSED) if number == _REFUSED_ORDER else (200, {"data": [{"b64_json": drawn}]})
            )
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
