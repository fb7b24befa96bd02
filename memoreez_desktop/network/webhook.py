"""A door on this computer for a service that fetches its picture and brings its result by itself.

It listens on the loopback alone, behind a path nobody can guess, for one order, and is closed with it. The
result goes to a file as it comes, up to a limit; what is not an answer to this order is 404.
"""

from __future__ import annotations

import contextlib
import hmac
import mmap
import re
import secrets
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qsl

MOST_BYTES = 500_000_000
_SILENCE_S = 30.0
_PIECE = 1 << 18
_MOST_FIELD_BYTES = 20_000
_MOST_PARTS = 20
_BOUNDARY = re.compile(r'boundary="?([^";]{1,200})"?')
_NAME = re.compile(rb'name="([^"]{0,200})"')


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True)
class Brought:
    """What a service brought: the fields of its form, and its file where there was one."""

    fields: dict[str, str]
    file: Path | None = None


@dataclass(eq=False)
class Webhook:
    """The open door.

    Attributes
    ----------
    picture_url, webhook_url : str
        What the service is told.
    """

    picture_url: str
    webhook_url: str
    _brought: list[Brought] = field(default_factory=list)
    _arrived: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float) -> Brought | None:
        """Return what was brought, None when nothing was within the time."""
        self._arrived.wait(seconds)
        return self._brought[0] if self._brought else None

    def _take(self, brought: Brought) -> None:
        self._brought.append(brought)
        self._arrived.set()


@contextlib.contextmanager
def open_webhook(
    picture_png: bytes,
    landing: Path,
    *,
    port: int = 0,
    public_url: str = "",
    most_bytes: int = MOST_BYTES,
) -> Iterator[Webhook]:
    """Open a door for one order.

    Parameters
    ----------
    picture_png : bytes
        What the service may fetch.
    landing : Path
        Where its file is written; an unfinished one is taken away.
    port : int
        0 takes any that is free.
    public_url : str
        How the service reaches that port, where it does not run on this computer.
    most_bytes : int
        A larger answer is refused.

    Raises
    ------
    OSError
        The port is taken.
    """
    token = secrets.token_urlsafe(32)
    server = ThreadingHTTPServer(("127.0.0.1", port), BaseHTTPRequestHandler)
    server.daemon_threads = True
    home = public_url.rstrip("/") or f"http://127.0.0.1:{server.server_address[1]}"
    door = Webhook(f"{home}/{token}/picture.png", f"{home}/{token}/done")
    server.RequestHandlerClass = _handler(door, token, picture_png, landing, most_bytes)
    listener = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    listener.start()
    try:
        yield door
    finally:
        server.shutdown()
        server.server_close()
        listener.join(2.0)


def _handler(
    door: Webhook, token: str, picture_png: bytes, landing: Path, most_bytes: int
) -> type[BaseHTTPRequestHandler]:
    taking = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        timeout = _SILENCE_S

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: paths are secret."""

        def do_GET(self) -> None:
            if not self._is("picture.png"):
                self._answer(404)
                return
            self.send_response(200)
            self.send_header("content-type", "image/png")
            self.send_header("content-length", str(len(picture_png)))
            self.end_headers()
            self.wfile.write(picture_png)

        def do_POST(self) -> None:
            if not self._is("done"):
                self._answer(404)
                return
            kind, told = self.headers.get("content-type", ""), self.headers.get("content-length", "")
            boundary = _BOUNDARY.search(kind)
            plain = kind.startswith("application/x-www-form-urlencoded")
            if not (boundary or plain) or not told.isdecimal():
                self._answer(400)
            elif int(told) > (_MOST_FIELD_BYTES if plain else most_bytes):
                self._answer(413)
            elif not taking.acquire(blocking=False):
                self._answer(409)
            else:
                self._receive(boundary.group(1).encode() if boundary else b"", int(told))

        def _receive(self, boundary: bytes, length: int) -> None:
            body = landing.with_name(f"{landing.name}.body")
            try:
                whole = _copied(self.rfile, body, length)
                brought = _taken(body, boundary, landing) if whole else None
            except OSError:
                brought = None
            finally:
                body.unlink(missing_ok=True)
            if brought is None:
                # It may bring it again.
                taking.release()
                self._answer(400)
                return
            self._answer(200)
            door._take(brought)

        def _is(self, name: str) -> bool:
            return hmac.compare_digest(self.path.partition("?")[0].encode(), f"/{token}/{name}".encode())

        def _answer(self, status: int) -> None:
            self.send_response(status)
            self.send_header("content-length", "0")
            self.send_header("connection", "close")
            self.end_headers()

    return Handler


def _copied(stream: _Readable, body: Path, length: int) -> bool:
    """Write a body to a file; False when the line broke before its end."""
    with body.open("wb") as file:
        while length:
            piece = stream.read(min(_PIECE, length))
            if not piece:
                return False
            file.write(piece)
            length -= len(piece)
    return True


def _taken(body: Path, boundary: bytes, landing: Path) -> Brought | None:
    """Read a form of either kind: one without a file may come plain."""
    if boundary:
        return _parted(body, boundary, landing)
    fields = dict(parse_qsl(body.read_bytes().decode("utf-8", "replace")))
    return Brought(fields) if fields else None


def _parted(body: Path, boundary: bytes, landing: Path) -> Brought | None:
    """Take a multipart form apart (RFC 7578); None when it is none."""
    if not body.stat().st_size:
        return None
    fields: dict[str, str] = {}
    found: Path | None = None
    with body.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
        mark = b"--" + boundary
        start = view.find(mark)
        for _part in range(_MOST_PARTS):
            end = view.find(b"\r\n" + mark, start + len(mark)) if start >= 0 else -1
            if end < 0:
                return Brought(fields, found) if fields and view[start + len(mark) :][:2] == b"--" else None
            head_end = view.find(b"\r\n\r\n", start, end)
            name = _NAME.search(view, start, max(start, head_end))
            if head_end < 0 or name is None:
                return None
            if b"filename=" in view[start:head_end]:
                with landing.open("wb") as out:
                    out.write(memoryview(view)[head_end + 4 : end])
                found = landing
            elif end - head_end <= _MOST_FIELD_BYTES:
                fields[name.group(1).decode("utf-8", "replace")] = view[head_end + 4 : end].decode(
                    "utf-8", "replace"
                )
            start = end + 2
    return None
