"""WebSockets, for servers that tell their progress that way."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from websockets.exceptions import ConnectionClosed, InvalidURI, WebSocketException
from websockets.sync.client import ClientConnection, connect

from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.words import say
from memoreez_desktop.network.addresses import refuse_private, require_address
from memoreez_desktop.network.api import Outbound, TalkingSocket

_MOST_BYTES = 32_000_000
_SWITCHED = 101
"""The status of a connection that became a WebSocket (RFC 6455)."""


class _Socket:
    """See :class:`~memoreez_desktop.network.api.TalkingSocket`."""

    def __init__(self, connection: ClientConnection, host: str) -> None:
        self._connection = connection
        self._host = host
        self.received_bytes = 0

    def receive(self, timeout_s: float) -> str | bytes | None:
        try:
            message = self._connection.recv(timeout_s)
        except TimeoutError:
            return None
        except ConnectionClosed as error:
            raise _broken(self._host) from error
        self.received_bytes += len(message)
        return message


@contextmanager
def open_socket(
    url: str,
    *,
    local: bool,
    trust: ssl.SSLContext,
    connect_s: float,
    listed: Callable[[Outbound], None],
) -> Iterator[TalkingSocket]:
    """Open a WebSocket, close it at the end, and tell ``listed`` of it.

    Raises
    ------
    ServiceError
        It cannot be opened, or it broke off.
    """
    host = require_address(url, ("ws", "wss"))
    try:
        connection = connect(
            url,
            ssl=trust if url.startswith("wss:") else None,
            open_timeout=connect_s,
            close_timeout=0.5,
            max_size=_MOST_BYTES,
            # Own servers are never behind a proxy; others take the environment's.
            proxy=None if local else True,
        )
    except (OSError, WebSocketException, InvalidURI) as error:
        if isinstance(error, TimeoutError | WebSocketException):
            # Somebody was there, and was greeted.
            listed(Outbound(host, "GET", 0, 0, 0, local=local))
        raise _broken(host) from error
    talking = _Socket(connection, host)
    try:
        with connection:
            if not local:
                refuse_private(str(connection.remote_address[0]), host)
            yield talking
    finally:
        listed(Outbound(host, "GET", 0, talking.received_bytes, _SWITCHED, local=local))


def _broken(host: str) -> ServiceError:
    return ServiceError(
        say("The connection to {host} broke off.", host=host),
        say("Try again in a moment."),
        reason="server",
    )
