"""The pieces of one HTTP exchange: what is sent, how much is read, and whether it left at all."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import httpx

from memoreez_desktop.network import failures
from memoreez_desktop.network.api import Ask


def note_leaving(event: str, left: list[str]) -> None:
    """Remember, as httpcore's trace tells it, that a request began to leave."""
    if event.endswith("send_request_headers.started"):
        left.append(event)


def body_of(ask: Ask) -> dict[str, Any]:
    """Return the one kind of body a request has, as httpx names it."""
    if ask.json_body is not None:
        return {"json": ask.json_body}
    if ask.files is not None:
        # Fields without a file name keep the form multipart, even when there is no file.
        fields = [(name, (None, value.encode())) for name, value in (ask.form or {}).items()]
        return {"files": [*fields, *((name, part) for name, part in ask.files)]}
    if ask.form is not None:
        return {"data": dict(ask.form)}
    return {"content": ask.content} if ask.content is not None else {}


def bounded(response: httpx.Response, ask: Ask) -> bytes:
    """Read a whole answer, unless it is longer than it may be.

    Raises
    ------
    ServiceError
        It is.
    """
    parts: list[bytes] = []
    length = 0
    for part in response.iter_bytes():
        length += len(part)
        if length > ask.most_bytes:
            raise failures.too_large(host_of(ask.url), ask.most_bytes)
        parts.append(part)
    return b"".join(parts)


def host_of(url: str) -> str:
    """Return the host of an address, empty when it has none."""
    return urlsplit(url).hostname or ""


def lowered(response: httpx.Response) -> dict[str, str]:
    """Return the headers under lower-case names."""
    return {name.lower(): value for name, value in response.headers.items()}
