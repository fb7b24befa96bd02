"""The one client that opens connections: httpx with an offline switch, bounds, and a cancel that holds."""

from __future__ import annotations

import logging
import ssl
import threading
import weakref
from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import getproxies

import certifi
import httpx

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.words import say
from memoreez_desktop.network import failures
from memoreez_desktop.network.addresses import behind_proxy, require_address
from memoreez_desktop.network.api import Answer, Ask, NetworkRules, Outbound, ServerEvent, TalkingSocket
from memoreez_desktop.network.event_stream import events_of
from memoreez_desktop.network.exchange import body_of, bounded, host_of, lowered, note_leaving
from memoreez_desktop.network.files import fetch
from memoreez_desktop.network.guard import Deadline, GuardedSockets, Watch
from memoreez_desktop.network.results import fetch_whole
from memoreez_desktop.network.sockets import open_socket

_CONNECT_S = 10.0
_WAITS_S = (0.5, 1.5)
"""Pauses before a request is tried again that cannot have done anything."""
_MOST_HOPS = 5
_PATIENCE_S = 10.0
"""A server that is silent in the middle of a file is asked anew after this."""
_LONGEST_FETCH_S = 24 * 3600.0
_AGENT = "memoreez-desktop"


class HttpWire:
    """Talks HTTP; see :class:`~memoreez_desktop.network.api.Wire`.

    Parameters
    ----------
    rules : NetworkRules
    listed : callable, optional
        Told of every request that left, answered or broken off: for the list of what left this computer.
    """

    def __init__(self, rules: NetworkRules, listed: Callable[[Outbound], None] | None = None) -> None:
        self._rules = rules
        self._listed = listed or (lambda outbound: None)
        self._trust: ssl.SSLContext | None = None
        self._sockets = GuardedSockets()
        self._clients: dict[Hashable, httpx.Client] = {}
        self._lock = threading.Lock()
        # They would log addresses and headers, and a service may echo a key in either.
        for name in ("httpx", "httpcore", "websockets"):
            logging.getLogger(name).setLevel(logging.WARNING)
        weakref.finalize(self, _close, self._clients)

    def call(self, ask: Ask, job: JobContext) -> Answer:
        """See :class:`~memoreez_desktop.network.api.Wire`."""
        self._require_online()
        require_address(ask.url)
        return self._tried(ask, job, Deadline(ask.deadline_s))

    def events(self, ask: Ask, job: JobContext) -> Iterator[ServerEvent | Answer]:
        """See :class:`~memoreez_desktop.network.api.Wire`."""
        self._require_online()
        host = require_address(ask.url)
        try:
            with self._sockets.watched(self._watch(ask, job, Deadline(ask.deadline_s))):
                yield from self._streamed(ask)
        except httpx.HTTPError as error:
            raise failures.failure_of(error, host, ask.paid) from None

    def download(
        self, url: str, job: JobContext, *, local: bool = False, most_bytes: int = 64_000_000
    ) -> bytes:
        """See :class:`~memoreez_desktop.network.api.Wire`."""
        self._require_online()
        deadline = Deadline(600.0)
        for _hop in range(_MOST_HOPS):
            require_address(url)
            ask = Ask("GET", url, local=local, most_bytes=most_bytes, read_timeout_s=60.0)
            answer = self._tried(ask, job, deadline, forward=True)
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
        raise failures.redirected(host_of(url), "…")

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
        """See :class:`~memoreez_desktop.network.api.Wire`."""
        self._require_online()
        patience_s = min(_PATIENCE_S, give_up_after_s)
        ask = Ask("GET", url, local=local, read_timeout_s=patience_s, deadline_s=_LONGEST_FETCH_S)
        schemes = ("http", "https") if local else ("https",)
        opened = partial(self._followed, ask, job=job, schemes=schemes)
        fetch(opened, part, size_bytes, job, give_up_after_s)

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
        """See :class:`~memoreez_desktop.network.api.Wire`."""
        self._require_online()
        patience_s = min(_PATIENCE_S, give_up_after_s)
        ask = Ask("GET", url, local=local, read_timeout_s=patience_s, deadline_s=_LONGEST_FETCH_S)
        opened = partial(self._followed, ask, job=job, schemes=("http", "https"))
        fetch_whole(opened, part, most_bytes, job, give_up_after_s)

    @contextmanager
    def _followed(
        self, ask: Ask, headers: dict[str, str], *, job: JobContext, schemes: tuple[str, ...]
    ) -> Iterator[httpx.Response]:
        for _hop in range(_MOST_HOPS):
            require_address(ask.url, schemes)
            watch = self._watch(ask, job, Deadline(ask.deadline_s))
            asked = replace(ask, headers=headers)
            with self._sockets.watched(watch), self._opened(asked) as response:
                if not response.has_redirect_location:
                    yield response
                    return
                ask = replace(ask, url=urljoin(ask.url, response.headers["location"]))
        raise failures.redirected(host_of(ask.url), "…")

    def socket(self, url: str, *, local: bool = False) -> AbstractContextManager[TalkingSocket]:
        """See :class:`~memoreez_desktop.network.api.Wire`."""
        self._require_online()
        return open_socket(url, local=local, trust=self._trusted, connect_s=_CONNECT_S, listed=self._listed)

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

    def _client(self, ask: Ask) -> httpx.Client:
        """Return the client for a request; what may be asked again has one that keeps connections open.

        An order is never put on a connection that the other side may be closing at this very moment: it
        would be lost, and nobody would know whether it had arrived.
        """
        keeps = ask.method == "GET" and not ask.paid
        proxies = () if ask.local else tuple(sorted(getproxies().items()))
        with self._lock:
            client = self._clients.get((ask.local, keeps, proxies))
            if client is None:
                client = self._made_client(local=ask.local, keeps=keeps)
                self._clients[ask.local, keeps, proxies] = client
            return client

    def _made_client(self, *, local: bool, keeps: bool) -> httpx.Client:
        proxy = self._rules.proxy_url or None
        # Own servers are never behind a proxy, whatever the environment says.
        client = httpx.Client(
            verify=self._trusted,
            limits=httpx.Limits(max_keepalive_connections=None if keeps else 0),
            proxy=None if local else proxy,
            trust_env=not local and proxy is None,
            headers={"user-agent": _AGENT},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
        )
        # WORKAROUND httpx 0.28: its transports cannot be told whose sockets to use.
        for transport in (client._transport, *client._mounts.values()):
            if isinstance(transport, httpx.HTTPTransport):
                transport._pool._network_backend = self._sockets
        return client

    def _watch(self, ask: Ask, job: JobContext, deadline: Deadline) -> Watch:
        anywhere = ask.local or self._rules.allow_private
        anywhere = anywhere or bool(self._rules.proxy_url) or behind_proxy(ask.url)
        host = host_of(ask.url)
        return Watch(job, deadline, lambda: failures.too_late(host, ask.paid), anywhere, host)

    def _tried(self, ask: Ask, job: JobContext, deadline: Deadline, *, forward: bool = False) -> Answer:
        host = host_of(ask.url)
        watch = self._watch(ask, job, deadline)
        waits = iter(_WAITS_S)
        while True:
            try:
                with self._sockets.watched(watch):
                    answer = self._once(ask)
            except httpx.HTTPError as error:
                again = isinstance(error, failures.NOT_SENT) or (ask.method == "GET" and not ask.paid)
                wait_s = next(waits, None) if again else None
                if wait_s is None:
                    raise failures.failure_of(error, host, ask.paid) from None
                watch.pause(wait_s)
                continue
            if answer.status // 100 == 3 and not forward:
                raise failures.redirected(host, host_of(urljoin(ask.url, answer.headers.get("location", ""))))
            return answer

    def _once(self, ask: Ask) -> Answer:
        with self._opened(ask) as response:
            body = bounded(response, ask)
            return Answer(response.status_code, lowered(response), body)

    def _streamed(self, ask: Ask) -> Iterator[ServerEvent | Answer]:
        with self._opened(ask) as response:
            kind = response.headers.get("content-type", "").partition(";")[0].strip()
            if response.status_code != 200 or kind != "text/event-stream":
                body = bounded(response, ask)
                yield Answer(response.status_code, lowered(response), body)
                return
            yield from events_of(response, ask.most_bytes)

    @contextmanager
    def _opened(self, ask: Ask) -> Iterator[httpx.Response]:
        if not all(value.isascii() and value.isprintable() for value in ask.secret_headers.values()):
            raise failures.odd_key(host_of(ask.url))
        client = self._client(ask)
        timeout = httpx.Timeout(ask.read_timeout_s, connect=_CONNECT_S, pool=_CONNECT_S)
        request = client.build_request(ask.method, ask.url, timeout=timeout, **body_of(ask))
        request.headers.update(ask.headers)
        request.headers.update(ask.secret_headers)
        left: list[str] = []
        request.extensions["trace"] = lambda event, info: note_leaving(event, left)
        response: httpx.Response | None = None
        broken = True
        try:
            response = client.send(request, stream=True)
            yield response
            broken = False
        except GeneratorExit:
            # Who reads has what it wanted.
            broken = False
            raise
        finally:
            if response is not None:
                response.close()
            if left:
                received = response.num_bytes_downloaded if response is not None else 0
                status = response.status_code if response is not None and not broken else 0
                sent = int(request.headers.get("content-length", 0))
                told = Outbound(host_of(ask.url), ask.method, sent, received, status, local=ask.local)
                self._listed(told)


def _close(clients: dict[Hashable, httpx.Client]) -> None:
    for client in clients.values():
        client.close()
