"""Sockets whose waiting ends at once when the person cancels or the time is over."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpcore

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.network.addresses import refuse_private

_SLICE_S = 0.1
"""So long nobody asks whether to go on."""


class Deadline:
    """A moment after which an answer is no longer waited for."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def left_s(self) -> float:
        """Seconds that are left, never negative."""
        return max(0.0, self._end - time.monotonic())


@dataclass(frozen=True)
class Watch:
    """On whose behalf this thread waits.

    Attributes
    ----------
    late : callable
        Makes the error after the deadline.
    anywhere : bool
        Private addresses may be connected to.
    host : str
        For the words of a refusal.
    """

    job: JobContext
    deadline: Deadline
    late: Callable[[], Exception]
    anywhere: bool = True
    host: str = ""

    def check(self) -> None:
        """Raise what ends the waiting, if anything does."""
        self.job.check_cancelled()
        if not self.deadline.left_s:
            raise self.late()

    def pause(self, seconds: float) -> None:
        """Wait for nothing."""
        end = time.monotonic() + seconds
        while (left_s := end - time.monotonic()) > 0:
            self.check()
            time.sleep(min(_SLICE_S, left_s))


class GuardedSockets(httpcore.NetworkBackend):
    """Opens connections for httpx; every wait of a thread is watched as it last said itself."""

    def __init__(self) -> None:
        self._plain = httpcore.SyncBackend()
        self._thread = threading.local()

    @contextmanager
    def watched(self, watch: Watch) -> Iterator[None]:
        """Wait on behalf of ``watch`` on this thread."""
        before = getattr(self._thread, "watch", None)
        self._thread.watch = watch
        try:
            yield
        finally:
            self._thread.watch = before

    def check(self) -> None:
        """Raise what ends this thread's waiting, if anything does."""
        watch: Watch | None = getattr(self._thread, "watch", None)
        if watch is not None:
            watch.check()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """See httpcore; refuses private addresses before a byte of ours, even of the handshake, has left."""
        options = list(socket_options or ())
        # Looking up a name cannot be interrupted: it goes on alone when nobody waits for it any more.
        stream = self.aside(
            lambda: self._plain.connect_tcp(host, port, timeout, local_address, options),
        )
        watch: Watch | None = getattr(self._thread, "watch", None)
        if watch is not None and not watch.anywhere:
            try:
                refuse_private(stream.get_extra_info("server_addr")[0], watch.host)
            except BaseException:
                stream.close()
                raise
        return _GuardedStream(stream, self)

    def aside(self, work: Callable[[], httpcore.NetworkStream]) -> httpcore.NetworkStream:
        """Have a connection made on another thread; one that nobody waits for any more is closed."""
        made: Future[httpcore.NetworkStream] = Future()
        threading.Thread(target=_fulfil, args=(made, work), daemon=True).start()
        try:
            while True:
                self.check()
                try:
                    return made.result(_SLICE_S)
                except TimeoutError:
                    continue
        except BaseException:
            made.add_done_callback(_close)
            raise


class _GuardedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, sockets: GuardedSockets) -> None:
        self._stream = stream
        self._sockets = sockets
        # TLS inside the TLS of a proxy is not a socket that can be written to piece by piece.
        self._whole = isinstance(stream.get_extra_info("ssl_object"), ssl.SSLObject)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        end = time.monotonic() + (timeout if timeout is not None else float("inf"))
        while True:
            self._sockets.check()
            try:
                return self._stream.read(max_bytes, max(0.001, min(_SLICE_S, end - time.monotonic())))
            except httpcore.ReadTimeout:
                if time.monotonic() >= end:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if self._whole:
            self._stream.write(buffer, timeout)
            return
        end = time.monotonic() + (timeout if timeout is not None else float("inf"))
        socket, rest = self._stream.get_extra_info("socket"), memoryview(buffer)
        while rest:
            self._sockets.check()
            try:
                socket.settimeout(max(0.001, min(_SLICE_S, end - time.monotonic())))
                rest = rest[socket.send(rest) :]
            except TimeoutError as error:
                if time.monotonic() >= end:
                    raise httpcore.WriteTimeout(str(error)) from error
            except OSError as error:
                raise httpcore.WriteError(str(error)) from error

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        made = self._sockets.aside(lambda: self._stream.start_tls(ssl_context, server_hostname, timeout))
        return _GuardedStream(made, self._sockets)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _fulfil(made: Future[httpcore.NetworkStream], work: Callable[[], httpcore.NetworkStream]) -> None:
    try:
        made.set_result(work())
    except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
        made.set_exception(error)


def _close(made: Future[httpcore.NetworkStream]) -> None:
    if made.exception() is None:
        made.result().close()
