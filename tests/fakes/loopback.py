"""A server on 127.0.0.1 that answers as a test says, faults included, and ends with the test."""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MOST_REQUESTS = 2_000


@dataclass
class Asked:
    """A request as it arrived; header names are lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """Read the body as JSON."""
        return json.loads(self.body)


@dataclass
class Reply:
    """What to answer.

    ``body`` may be pieces, each sent at once; ``pause_s`` waits before each piece (a slow drip), ``wait_s``
    before anything. ``fault``: ``reset`` cuts the connection hard after the body's pieces, ``truncate``
    promises one more byte than it sends, ``endless`` repeats the last piece until the other side leaves or
    ten seconds have passed, ``silent`` sends the head and then nothing.
    """

    status: int = 200
    body: bytes | Iterable[bytes] = b""
    headers: dict[str, str] = field(default_factory=dict)
    wait_s: float = 0.0
    pause_s: float = 0.0
    fault: str = ""

    @classmethod
    def of_json(cls, value: object, status: int = 200, **headers: str) -> Reply:
        """Answer JSON."""
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        return cls(status, json.dumps(value).encode(), {"content-type": "application/json", **named})

    @classmethod
    def of_events(cls, *events: tuple[str, object], fault: str = "", pause_s: float = 0.0) -> Reply:
        """Answer server-sent events, each (event name or empty, JSON value)."""
        pieces = [
            (f"event: {name}\n" if name else "").encode() + f"data: {json.dumps(value)}\n\n".encode()
            for name, value in events
        ]
        return cls(200, pieces, {"content-type": "text/event-stream"}, fault=fault, pause_s=pause_s)


Answerer = Callable[[Asked], Reply]


class Loopback:
    """The running server.

    Attributes
    ----------
    url : str
        ``http://127.0.0.1:PORT`` without a slash at its end.
    asked : list of Asked
        Everything that arrived, in order.
    """

    def __init__(self, answer: Answerer) -> None:
        self.asked: list[Asked] = []
        self.answer = answer
        self.ending = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.port = int(self._server.server_address[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End it."""
        self.ending.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def calls(self, method: str, path: str = "") -> list[Asked]:
        """Return the requests of a method whose path ends so."""
        return [asked for asked in self.asked if asked.method == method and asked.path.endswith(path)]


@contextlib.contextmanager
def loopback(answer: Answerer | Mapping[str, Answerer | Reply]) -> Iterator[Loopback]:
    """Run a server; a mapping answers by "METHOD /path", everything else is 404."""
    server = Loopback(answer if callable(answer) else _by_route(answer))
    try:
        yield server
    finally:
        server.close()


def _by_route(routes: Mapping[str, Answerer | Reply]) -> Answerer:
    def answer(asked: Asked) -> Reply:
        found = routes.get(f"{asked.method} {asked.path}")
        if found is None:
            return Reply.of_json({"detail": "Not Found"}, 404)
        return found if isinstance(found, Reply) else found(asked)

    return answer


def _handler(server: Loopback) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

        def _serve(self) -> None:
            path, _, query = self.path.partition("?")
            body = self._read_body()
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(self.command, path, query, headers, body)
            server.asked.append(asked)
            if len(server.asked) > MOST_REQUESTS:
                raise RuntimeError("a test asks without end")
            with contextlib.suppress(OSError):
                self._reply(server.answer(asked))

        do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = _serve  # noqa: N815 - the base class's names

        def _read_body(self) -> bytes:
            if "chunked" not in self.headers.get("transfer-encoding", ""):
                return self.rfile.read(int(self.headers.get("content-length", 0)))
            parts = []
            while size := int(self.rfile.readline(), 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(parts)

        def _reply(self, reply: Reply) -> None:
            server.ending.wait(reply.wait_s)
            self.close_connection = True
            pieces = [reply.body] if isinstance(reply.body, bytes) else reply.body
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if isinstance(reply.body, bytes) and reply.fault in ("", "truncate"):
                self.send_header("content-length", str(len(reply.body) + (reply.fault == "truncate")))
            self.send_header("connection", "close")
            self.end_headers()
            self._send(pieces, reply)
            if reply.fault == "silent":
                server.ending.wait(10)
            if reply.fault == "reset":
                linger = struct.pack("ii", 1, 0)
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                self.connection.close()

        def _send(self, pieces: Iterable[bytes], reply: Reply) -> None:
            piece = b""
            for piece in pieces:
                server.ending.wait(reply.pause_s)
                self.wfile.write(piece)
                self.wfile.flush()
            end = time.monotonic() + 10
            while reply.fault == "endless" and time.monotonic() < end and not server.ending.is_set():
                self.wfile.write(piece)

    return Handler
