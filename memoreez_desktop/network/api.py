"""What is asked of the network, and how it answers."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from memoreez_desktop.core.job import JobContext

FilePart = tuple[str, bytes, str]
"""File name, bytes, media type of a multipart form's file."""


@dataclass(frozen=True)
class NetworkRules:
    """What the person decided about the network.

    Attributes
    ----------
    offline : bool
        True: no socket is opened, not even to this computer.
    proxy_url : str
        Empty: the system's own environment variables.
    ca_file : str
        A file with further certificates; empty for the system's.
    allow_private : bool
        Addresses of one's own network are allowed for every service: for a gateway at home.
    """

    offline: bool = False
    proxy_url: str = field(default="", repr=False)
    ca_file: str = ""
    allow_private: bool = False


@dataclass(frozen=True)
class Outbound:
    """What left this computer: one line of the list that people can read. No path, no query, no contents.

    ``at_s`` is when it was over, by the clock on the wall; a ``status`` of 0 says that it left and broke off,
    101 that it was a WebSocket.
    """

    host: str
    method: str
    sent_bytes: int
    received_bytes: int
    status: int
    local: bool = False
    at_s: float = field(default_factory=time.time, compare=False)


@dataclass(frozen=True)
class Ask:
    """One request.

    Attributes
    ----------
    headers : mapping
        Not secret.
    secret_headers : mapping
        Carry keys: never logged, never sent on after a redirect.
    json_body, form, files, content : optional
        At most one kind of body; ``form`` with ``files`` is multipart, also with an empty tuple of files.
    paid : bool
        It may cost money once it has arrived: it is never sent again by itself.
    local : bool
        The provider is marked local: private and loopback addresses are allowed.
    read_timeout_s : float
        How long the answer may be silent.
    deadline_s : float
        How long it may take in all.
    most_bytes : int
        A longer answer is an error.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    secret_headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    json_body: Any = field(default=None, repr=False)
    form: Mapping[str, str] | None = field(default=None, repr=False)
    files: tuple[tuple[str, FilePart], ...] | None = field(default=None, repr=False)
    content: bytes | None = field(default=None, repr=False)
    paid: bool = False
    local: bool = False
    read_timeout_s: float = 120.0
    deadline_s: float = 600.0
    most_bytes: int = 64_000_000


@dataclass(frozen=True)
class Answer:
    """A whole answer of any status; header names are lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    def json(self) -> Any:
        """Return the body as JSON, or None when it is none (an error page, a cut answer)."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None


@dataclass(frozen=True)
class ServerEvent:
    """One server-sent event."""

    event: str
    data: str = field(repr=False)


class TalkingSocket(Protocol):
    """An open WebSocket."""

    def receive(self, timeout_s: float) -> str | bytes | None:
        """Return the next message, None when there was none within the time."""
        ...


class Wire(Protocol):
    """Talks to services.

    Every method raises ``ServiceError`` in words (reason ``offline``, ``server`` or ``timeout_unsure``) and
    ``Cancelled`` within a second of the wish, and closes its socket then. Answers of any HTTP status are
    returned, not raised: each provider knows what its own codes mean.
    """

    def call(self, ask: Ask, job: JobContext) -> Answer:
        """Send, and read the whole answer; GETs, and what never left this computer, are tried again."""
        ...

    def events(self, ask: Ask, job: JobContext) -> Iterator[ServerEvent | Answer]:
        """Send, and yield server-sent events as they come; another kind of answer is yielded whole."""
        ...

    def download(
        self, url: str, job: JobContext, *, local: bool = False, most_bytes: int = 64_000_000
    ) -> bytes:
        """Fetch a result without any key; redirects are followed, and a broken body is fetched again."""
        ...

    def fetch_to_file(
        self,
        url: str,
        part: Path,
        size_bytes: int,
        job: JobContext,
        *,
        local: bool = False,
        give_up_after_s: float = 20.0,
    ) -> None:
        """Append to a file until it has ``size_bytes``; what has arrived stays, and is not asked for again.

        Raises ``OSError``, too, when the file cannot be written.
        """
        ...

    def fetch_result(
        self,
        url: str,
        part: Path,
        job: JobContext,
        *,
        local: bool = False,
        most_bytes: int = 1_000_000_000,
        give_up_after_s: float = 20.0,
    ) -> None:
        """Fetch a result whose size nobody told, to a file, without any key.

        What has arrived stays beside ``part`` and is not asked for again, not even by the next program;
        ``part`` is there only when it is whole. Raises ``LinkExpiredError`` when the address holds it no
        longer, and ``OSError`` when the file cannot be written.
        """
        ...

    def socket(self, url: str, *, local: bool = False) -> AbstractContextManager[TalkingSocket]:
        """Open a WebSocket."""
        ...
