"""The one client that opens connections: httpx with an offline switch, bounds, and a cancel that holds."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import certifi
import httpx

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.words import say
from memoreez_desktop.network import failures
from memoreez_desktop.network.addresses import refuse_private, require_address
from memoreez_desktop.network.api import Answer, Ask, NetworkRules, Outbound, ServerEvent, TalkingSocket
from memoreez_desktop.network.event_stream import events_of
from memoreez_desktop.network.guard import Deadline, guarded
from memoreez_desktop.network.sockets import open_socket

_CONNECT_S = 10.0
_WAITS_S = (0.5, 1.5)
"""Pauses before a request is tried again that cannot have done anything."""
_MOST_HOPS = 5
_AGENT = "memoreez-desktop"


class HttpWire:
    """Talks HTTP; see :class:`~memoreez_desktop.network.api.Wire`.

    Parameters
    ----------
    rules : NetworkRules
    listed : callable, optional
        Told of every request that was answered or broke off, for the list of what left this computer.
    """

    def __init__(self, rules: NetworkRules, listed: Callable[[Outbound], None] | None = None) -> None:
        self._rules = rules
        self._listed = listed or (lambda outbound: None)
        self._trust: ssl.SSLContext | None = None

    def call(self, ask: Ask, job: JobContext) -> Answer:
        """See :class:`~memoreez_desktop.network.api.Wire`."""
        self._require_online()
        require_address(ask.url)
        return asyncio.run(self._tried(ask, job, Deadline(ask.deadline_s)))

    def events(self, ask: Ask, job: JobContext) -> Iterator[ServerEvent | Answer]:
        """See :class:`~memoreez_desktop.network.api.Wire`."""
        self._require_online()
        host, deadline = require_address(ask.url), Deadline(ask.deadline_s)
        with asyncio.Runner() as loop:
            stream = self._streamed(ask)
            try:
                while True:
                    step = guarded(_next(stream), job, deadline, lambda: failures.too_late(host, ask.paid))
                    item = loop.run(_mapped(step, host, ask.paid))
                    if item is None:
                        return
                    yield item
            finally:
                loop.run(stream.aclose())

    def download(
        self, url: str, job: JobContext, *, local: bool = False, most_bytes: int = 64_000_000
    ) -> bytes:
        """See :class:`~memoreez_desktop.network.api.Wire`."""
        self._require_online()
        deadline = Deadline(600.0)
        for _hop in range(_MOST_HOPS):
            require_address(url)
            ask = Ask("GET", url, local=local, most_bytes=most_bytes, read_timeout_s=60.0)
            answer = asyncio.run(self._tried(ask, job, deadline, forward=True))
            if answer.status // 100 == 3 and "location" in answer.headers:
                url = urljoin(url, answer.headers["location"])
                continue
            if answer.status != 200:
                raise ServiceError(
                    say("The picture could not be fetched (answer {status}).", status=answer.status),
                    say("Its link may have expired."),
                    reason="server",
                )
            return answer.body
        raise failures.redirected(_host_of(url), "…")

    def socket(self, url: str, *, local: bool = False) -> AbstractContextManager[TalkingSocket]:
        """See :class:`~memoreez_desktop.network.api.Wire`."""
        self._require_online()
        return open_socket(url, local=local, trust=self._trusted, connect_s=_CONNECT_S)

    def _require_online(self) -> None:
        if self._rules.offline:
            raise failures.offline_error()

    @property
    def _trusted(self) -> ssl.SSLContext:
        if self._trust is None:
            self._trust = ssl.create_default_context(cafile=certifi.where())
            if self._rules.ca_file:
                try:
                    self._trust.load_verify_locations(self._rules.ca_file)
                except (OSError, ssl.SSLError) as error:
                    raise ServiceError(
                        say("The certificate file in the settings cannot be read."),
                        say("Choose a PEM file with certificates."),
                        reason="bad_input",
                    ) from error
        return self._trust

    def _client(self, ask: Ask) -> httpx.AsyncClient:
        limits = httpx.Timeout(ask.read_timeout_s, connect=_CONNECT_S, pool=_CONNECT_S)
        proxy = self._rules.proxy_url or None
        # Own servers are never behind a proxy, whatever the environment says.
        return httpx.AsyncClient(
            verify=self._trusted,
            timeout=limits,
            proxy=None if ask.local else proxy,
            trust_env=not ask.local and proxy is None,
            headers={"user-agent": _AGENT},
        )

    async def _tried(self, ask: Ask, job: JobContext, deadline: Deadline, *, forward: bool = False) -> Answer:
        host = _host_of(ask.url)
        waits = iter(_WAITS_S)
        while True:
            late = failures.too_late(host, ask.paid)
            try:
                answer = await guarded(self._once(ask), job, deadline, lambda late=late: late)  # type: ignore[misc]
            except httpx.HTTPError as error:
                again = isinstance(error, failures.NOT_SENT) or (ask.method == "GET" and not ask.paid)
                wait_s = next(waits, None) if again else None
                if wait_s is None:
                    raise failures.failure_of(error, host, ask.paid) from None
                await guarded(asyncio.sleep(wait_s), job, deadline, lambda late=late: late)  # type: ignore[misc]
                continue
            if answer.status // 100 == 3 and not forward:
                raise failures.redirected(
                    host, _host_of(urljoin(ask.url, answer.headers.get("location", "")))
                )
            return answer

    async def _once(self, ask: Ask) -> Answer:
        async with self._opened(ask) as response:
            body = await _bounded(response, ask)
            self._list(ask, response, len(body))
            return Answer(response.status_code, _lowered(response), body)

    async def _streamed(self, ask: Ask) -> AsyncGenerator[ServerEvent | Answer]:
        async with self._opened(ask) as response:
            kind = response.headers.get("content-type", "").partition(";")[0].strip()
            if response.status_code != 200 or kind != "text/event-stream":
                body = await _bounded(response, ask)
                self._list(ask, response, len(body))
                yield Answer(response.status_code, _lowered(response), body)
                return
            try:
                async for event in events_of(response, ask.most_bytes):
                    yield event
            finally:
                self._list(ask, response, response.num_bytes_downloaded)

    @asynccontextmanager
    async def _opened(self, ask: Ask) -> AsyncIterator[httpx.Response]:
        anywhere = ask.local or self._rules.allow_private
        anywhere = anywhere or bool(self._rules.proxy_url) or _behind_proxy(ask.url)

        async def watch(event: str, info: dict[str, Any]) -> None:
            if event == "connection.connect_tcp.complete" and not anywhere:
                # Before a byte of ours, even of the handshake, has left.
                stream = info["return_value"]
                try:
                    refuse_private(stream.get_extra_info("server_addr")[0], _host_of(ask.url))
                except ServiceError:
                    await stream.aclose()
                    raise

        async with self._client(ask) as client:
            request = client.build_request(ask.method, ask.url, **_body(ask))
            request.headers.update(ask.headers)
            request.headers.update(ask.secret_headers)
            request.extensions["trace"] = watch
            response = await client.send(request, stream=True)
            try:
                yield response
            finally:
                await response.aclose()

    def _list(self, ask: Ask, response: httpx.Response, received: int) -> None:
        sent = int(response.request.headers.get("content-length", 0))
        self._listed(
            Outbound(_host_of(ask.url), ask.method, sent, received, response.status_code, local=ask.local)
        )


def _behind_proxy(url: str) -> bool:
    """Tell whether the environment names a proxy for an address: then the peer is the proxy."""
    parts = urlsplit(url)
    known = getproxies()
    return (parts.scheme in known or "all" in known) and not proxy_bypass(parts.hostname or "")


def _body(ask: Ask) -> dict[str, Any]:
    if ask.json_body is not None:
        return {"json": ask.json_body}
    if ask.files is not None:
        # Fields without a file name keep the form multipart, even when there is no file.
        fields = [(name, (None, value.encode())) for name, value in (ask.form or {}).items()]
        return {"files": [*fields, *((name, part) for name, part in ask.files)]}
    if ask.form is not None:
        return {"data": dict(ask.form)}
    return {"content": ask.content} if ask.content is not None else {}


async def _bounded(response: httpx.Response, ask: Ask) -> bytes:
    parts: list[bytes] = []
    length = 0
    async for part in response.aiter_bytes():
        length += len(part)
        if length > ask.most_bytes:
            raise failures.too_large(_host_of(ask.url), ask.most_bytes)
        parts.append(part)
    return b"".join(parts)


async def _mapped(step: Any, host: str, paid: bool) -> ServerEvent | Answer | None:
    try:
        found: ServerEvent | Answer | None = await step
    except httpx.HTTPError as error:
        raise failures.failure_of(error, host, paid) from None
    return found


async def _next(stream: AsyncIterator[ServerEvent | Answer]) -> ServerEvent | Answer | None:
    return await anext(stream, None)


def _host_of(url: str) -> str:
    return urlsplit(url).hostname or ""


def _lowered(response: httpx.Response) -> dict[str, str]:
    return {name.lower(): value for name, value in response.headers.items()}
