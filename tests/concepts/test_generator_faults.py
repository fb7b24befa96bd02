"""Every generator against what goes on for ever, stalls, is far too large or leads elsewhere."""

from __future__ import annotations

import contextlib
import dataclasses

import pytest

from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from tests.fakes.generator_room import DATA, SERVICES, Room, every_service, is_free, orders, spoiled
from tests.fakes.hurry import in_a_hurry
from tests.fakes.image_services.service import KEY, Service
from tests.fakes.loopback import Asked, Loopback, Reply, loopback

__all__ = ["in_a_hurry"]
pytestmark = pytest.mark.usefixtures("in_a_hurry")

JSON, EVENTS = "application/json", "text/event-stream"
PIECE = b"x" * 1_000_000
HURRY_S, MOST_BYTES = 0.4, 4_000_000


class HurriedWire(HttpWire):
    """Waits for a moment and reads four megabytes, so that no test takes as long as a person would wait."""

    def _hurried(self, ask):
        assert ask.most_bytes <= 100_000_000
        ask = dataclasses.replace(ask, most_bytes=min(ask.most_bytes, MOST_BYTES))
        if ask.method != "POST":
            return ask
        return dataclasses.replace(ask, read_timeout_s=HURRY_S, deadline_s=2 * HURRY_S)

    def call(self, ask, job):
        return super().call(self._hurried(ask), job)

    def events(self, ask, job):
        return super().events(self._hurried(ask), job)

    def download(self, url, job, *, local=False, most_bytes=64_000_000):
        assert most_bytes <= 100_000_000
        return super().download(url, job, local=local, most_bytes=MOST_BYTES)


def drawn_badly(service: Service, server: Loopback, reply: Reply) -> ServiceError:
    """Draw while the order is answered so; it was sent once, and what is free was not charged."""
    server.answer = spoiled(service, server, reply)
    room = Room(service, server)
    room.wire = HurriedWire(NetworkRules(allow_private=True))
    with pytest.raises(ServiceError) as caught:
        room.draw()
    assert orders(service, server) == 1
    assert caught.value.message
    assert caught.value.hint
    assert KEY not in f"{caught.value}"
    assert not (is_free(service) and caught.value.maybe_charged)
    return caught.value


ENDLESS = {
    "an endless body": Reply(200, [PIECE], {"content-type": JSON}, fault="endless"),
    "200 MB": Reply(200, [PIECE] * 200, {"content-type": JSON}),
    "an endless stream": Reply(
        200, [b"data: {}\n\n" + b":" * 990_000 + b"\n"], {"content-type": EVENTS}, fault="endless"
    ),
    "a line of a stream without end": Reply(
        200, [b"data: ", PIECE], {"content-type": EVENTS}, fault="endless"
    ),
    "20 MB of headers": Reply(200, b"{}", {f"x-{n}": "y" * 60_000 for n in range(340)}),
    "a header without end": Reply(200, b"{}", {"x-one": "y" * 20_000_000}),
}


@every_service
@pytest.mark.parametrize("fault", ENDLESS)
def test_what_has_no_end_is_not_read_to_it(service, fault):
    with loopback({}) as server:
        drawn_badly(service, server, ENDLESS[fault])


STALLS = {
    "silence": Reply(wait_s=9),
    "silence after the head": Reply(200, [b'{"a"'], {"content-type": JSON}, fault="silent"),
    "a stream that stalls": Reply(200, [b": hello\n\n"], {"content-type": EVENTS}, fault="silent"),
    "a slow drip": Reply(200, [b" "] * 900, {"content-type": JSON}, pause_s=0.05),
    "a stream that drips": Reply(200, [b": still here\n\n"] * 900, {"content-type": EVENTS}, pause_s=0.05),
}


@every_service
@pytest.mark.parametrize("fault", STALLS)
def test_an_order_that_stalls_is_unsure_and_never_repeated(service, fault):
    with loopback({}) as server:
        error = drawn_badly(service, server, STALLS[fault])
    if not is_free(service):
        assert error.maybe_charged


@every_service
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_an_order_is_never_sent_on_to_another_host(service, status):
    with loopback(lambda asked: Reply.of_json({})) as elsewhere, loopback({}) as server:
        moved = Reply(status, b"", {"location": elsewhere.url + "/v1/images"})
        drawn_badly(service, server, moved)
        assert not elsewhere.asked


WAITS = [("9", 9.0), ("", None), ("soon", None), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0)]


@every_service
@pytest.mark.parametrize(("told", "wait_s"), WAITS)
def test_a_pause_is_as_long_as_the_service_says(service, told, wait_s):
    page = Reply(429, b"<html>slow down</html>", {"content-type": "text/html"})
    if told:
        page.headers["retry-after"] = told
    with loopback({}) as server:
        error = drawn_badly(service, server, page)
    assert error.reason in ("rate_limit", "queue_full")
    # Stability blocks for a minute, as its own pages say.
    assert error.wait_s == (wait_s or 60.0 if service.generator_id == "stability" else wait_s)
    assert not error.maybe_charged


@every_service
def test_a_type_that_is_not_true_matters_little(service):
    with loopback({}) as server:
        well = service.answer(server, DATA)

        def mistyped(asked: Asked) -> Reply:
            reply = well(asked)
            if reply.status == 200 and reply.headers.get("content-type") not in (None, EVENTS):
                reply.headers["content-type"] = "text/html; charset=utf-8"
            return reply

        server.answer = mistyped
        room = Room(service, server)
        # Those who look at the type say so, and send nothing again.
        with contextlib.suppress(ServiceError):
            assert room.draw().data == DATA
        assert orders(service, server) == 1


@every_service
def test_a_picture_where_words_should_be_is_no_order(service):
    with loopback({}) as server:
        server.answer = spoiled(service, server, Reply(200, DATA, {"content-type": JSON}))
        # Some answer with the picture itself.
        with contextlib.suppress(ServiceError):
            assert Room(service, server).draw().data == DATA
        assert orders(service, server) == 1


def file_of(service: Service) -> str:
    """Return the path of the picture's own file, of a service whose answer is a link."""
    found: list[str] = []
    with loopback({}) as server:
        well = service.answer(server, DATA)

        def noted(asked: Asked) -> Reply:
            reply = well(asked)
            found.extend([asked.path] if asked.method == "GET" and reply.body == DATA else [])
            return reply

        server.answer = noted
        Room(service, server).draw()
    return found[0]


LINKING = ("bfl", "replicate", "fal", "comfyui", "orchestrator")
FETCHED = [service for service in SERVICES if service.generator_id in LINKING]
with_a_file = pytest.mark.parametrize(
    "service", FETCHED, ids=[f"{service.generator_id}-{number}" for number, service in enumerate(FETCHED)]
)


def fetched(service: Service, server: Loopback, path: str, replies: list[Reply]) -> Room:
    """Behave well, but answer the first questions for the file so; the last answer stays."""
    well = service.answer(server, DATA)

    def answer(asked: Asked) -> Reply:
        if asked.method == "GET" and asked.path == path and replies:
            return replies.pop(0) if len(replies) > 1 else replies[0]
        return well(asked)

    server.answer = answer
    return Room(service, server)


@with_a_file
@pytest.mark.parametrize("fault", ["reset", "truncate"])
def test_a_file_that_broke_off_is_fetched_again_and_not_ordered_again(service, fault):
    path = file_of(service)
    half = [DATA[:40]] if fault == "reset" else DATA[:40]
    with loopback({}) as server:
        room = fetched(service, server, path, [Reply(200, half, fault=fault), Reply(200, DATA)])
        assert room.draw().data == DATA
        assert orders(service, server) == 1


@with_a_file
@pytest.mark.parametrize("status", [401, 403, 404, 410, 500])
def test_a_link_that_has_expired_is_said_and_nothing_is_ordered_again(service, status):
    path = file_of(service)
    with loopback({}) as server:
        room = fetched(service, server, path, [Reply(status, b"<Error>expired</Error>")])
        with pytest.raises(ServiceError) as caught:
            room.draw()
        assert orders(service, server) == 1
    assert caught.value.hint


@with_a_file
def test_a_file_elsewhere_is_fetched_without_the_key(service):
    path = file_of(service)
    with loopback({"GET /file": Reply(200, DATA)}) as elsewhere, loopback({}) as server:
        moved = Reply(302, b"", {"location": elsewhere.url + "/file"})
        assert fetched(service, server, path, [moved]).draw().data == DATA
        (asked,) = elsewhere.asked
        assert not any(KEY in value for value in asked.headers.values())


@with_a_file
def test_a_file_without_end_is_not_read_to_it(service):
    path = file_of(service)
    with loopback({}) as server:
        room = fetched(service, server, path, [Reply(200, [PIECE], fault="endless")])
        room.wire = HurriedWire(NetworkRules(allow_private=True))
        with pytest.raises(ServiceError):
            room.draw()
        assert orders(service, server) == 1
