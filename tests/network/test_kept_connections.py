"""Connections kept open save time, and never cost an order, a cookie or a moment of a cancel."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.network.api import Ask, NetworkRules
from memoreez_desktop.network.wire import HttpWire

ANSWER = b"HTTP/1.1 200 OK\r\nset-cookie: id=7\r\ncontent-length: 2\r\n\r\nok"


class KeepingServer:
    """Keeps connections open, and hangs one up without a word after it has answered so often."""

    def __init__(self, answers: int) -> None:
        self.answers = answers
        self.requests: list[bytes] = []
        self.connections = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(connection)
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection:
            for _ in range(self.answers):
                try:
                    asked = connection.recv(65536)
                    if not asked:
                        return
                    self.requests.append(asked)
                    connection.sendall(ANSWER)
                except OSError:
                    return

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._open:
            connection.close()


@contextmanager
def keeping(answers: int = 1000) -> Iterator[KeepingServer]:
    server = KeepingServer(answers)
    try:
        yield server
    finally:
        server.close()


def ask(server: KeepingServer, method: str = "GET", **more: object) -> Ask:
    return Ask(method, server.url + "/x", local=True, **more)


def test_questions_share_a_connection_and_orders_have_their_own():
    with keeping() as server:
        wire = HttpWire(NetworkRules())
        for _ in range(5):
            assert wire.call(ask(server), JobContext()).body == b"ok"
        assert server.connections == 1
        for _ in range(3):
            wire.call(ask(server, "POST", content=b"", paid=True), JobContext())
        assert server.connections == 4


def test_a_connection_hung_up_meanwhile_costs_neither_a_question_nor_an_order():
    with keeping(answers=1) as server:
        wire = HttpWire(NetworkRules())
        for _ in range(3):
            assert wire.call(ask(server), JobContext()).body == b"ok"
            assert wire.call(ask(server, "POST", content=b"", paid=True), JobContext()).body == b"ok"
        assert len(server.requests) == 6


def test_no_cookie_is_ever_sent_back():
    with keeping() as server:
        wire = HttpWire(NetworkRules())
        for _ in range(3):
            wire.call(ask(server), JobContext())
        assert not any(b"cookie" in asked.lower() for asked in server.requests)


def test_a_connection_opened_at_home_is_not_used_for_the_internet():
    with keeping() as server:
        wire = HttpWire(NetworkRules())
        wire.call(ask(server), JobContext())
        with pytest.raises(ServiceError, match="own network"):
            wire.call(Ask("GET", server.url + "/x"), JobContext())
        assert len(server.requests) == 1


def test_a_cancel_holds_while_a_connection_is_being_made():
    token = CancelToken()
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        # Once its queue is full, further connections are neither taken nor refused.
        port = full.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
        threading.Timer(0.2, token.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            HttpWire(NetworkRules()).call(
                Ask("GET", f"http://127.0.0.1:{port}/", local=True), JobContext(token)
            )
        assert time.monotonic() - begun < 1.0
        for one in waiting:
            one.close()


def test_a_cancel_holds_while_much_is_being_sent():
    token = CancelToken()
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/"
        threading.Timer(0.3, token.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            HttpWire(NetworkRules()).call(
                Ask("POST", url, local=True, content=b"x" * 50_000_000), JobContext(token)
            )
        assert time.monotonic() - begun < 1.3
