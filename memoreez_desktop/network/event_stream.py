"""Server-sent events out of a streamed answer, bounded in length."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

import httpx

from memoreez_desktop.network import failures
from memoreez_desktop.network.api import ServerEvent


class EventReader:
    """Puts events together from pieces of text, as the HTML standard defines them (9.2.6).

    Lines end in CR LF, LF or CR; an empty line ends an event; comments and unknown fields are left out; an
    event without data is none; what is unfinished at the end is none.
    """

    def __init__(self) -> None:
        self._rest: list[str] = []
        self._event = ""
        self._data: list[str] = []
        self._begun = False

    def feed(self, text: str) -> list[ServerEvent]:
        """Take the next piece and return the events it completes."""
        if not self._begun and text:
            text, self._begun = text.removeprefix("\ufeff"), True
        if not text.count("\n") + text.count("\r") and not (self._rest and self._rest[-1].endswith("\r")):
            # A picture of megabytes is one line: its pieces are put together once.
            self._rest.append(text)
            return []
        text = "".join((*self._rest, text))
        # A CR at the very end may be half of a CR LF.
        held = "\r" if text.endswith("\r") else ""
        text = text.removesuffix("\r") if held else text
        *lines, rest = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._rest = [rest + held]
        return [event for line in lines if (event := self._line(line)) is not None]

    def _line(self, line: str) -> ServerEvent | None:
        if not line:
            event = ServerEvent(self._event or "message", "\n".join(self._data)) if self._data else None
            self._event, self._data = "", []
            return event
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "event":
            self._event = value
        elif field == "data":
            self._data.append(value)
        return None


def events_of(response: httpx.Response, most_bytes: int) -> Iterator[ServerEvent]:
    """Yield the events of an answer.

    Raises
    ------
    ServiceError
        More than ``most_bytes`` came.
    """
    reader = EventReader()
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    length = 0
    for part in response.iter_bytes():
        length += len(part)
        if length > most_bytes:
            raise failures.too_large(response.url.host, most_bytes)
        yield from reader.feed(decoder.decode(part))
