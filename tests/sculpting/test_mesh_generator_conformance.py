"""Every mesh generator against its fake service: what all of them owe."""

from __future__ import annotations

import threading
import time

import pytest

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ProviderValues, ServiceError
from memoreez_desktop.sculpting.generators.catalog import mesh_generator_catalog
from tests.fakes.faults import BAD_BODIES
from tests.fakes.hurry import in_a_hurry
from tests.fakes.loopback import Reply, loopback
from tests.fakes.mesh_room import (
    DATA,
    SERVICES,
    Room,
    every_file,
    every_queue,
    every_service,
    is_free,
    orders,
    spoiled,
)
from tests.fakes.mesh_services.service import KEY

__all__ = ["in_a_hurry"]
pytestmark = pytest.mark.usefixtures("in_a_hurry")

NO_MESHES = [b"", b"<html>busy</html>" * 9, DATA[: len(DATA) // 2], b"glTF\2\0\0\0" * 20]


@every_service
def test_a_mesh_comes_byte_for_byte_and_is_ordered_once(service, tmp_path):
    with loopback({}) as server:
        server.answer = service.answer(server, DATA)
        room = Room(service, server, tmp_path)
        made = room.make()
        assert orders(service, server) == 1
    assert made.path.read_bytes() == DATA
    assert made.path.suffix == ".stl"
    assert [entry.name for entry in tmp_path.iterdir()] == [made.path.name]
    assert room.desk.told == (["sending", room.remote_id] if room.remote_id else ["sending"])
    assert not room.desk.endings


@every_service
def test_the_key_goes_to_the_service_alone_and_never_into_an_address(service, tmp_path):
    with loopback({}) as server:
        server.answer = service.answer(server, DATA)
        Room(service, server, tmp_path).make()
        for asked in server.asked:
            assert KEY not in asked.path + asked.query
            assert KEY.encode() not in asked.body
            if asked.path.startswith("/cdn"):
                assert not any(KEY in value for value in asked.headers.values())


@every_service
def test_the_test_button_costs_nothing_and_names_what_it_found(service, tmp_path):
    with loopback({}) as server:
        server.answer = service.answer(server, DATA)
        room = Room(service, server, tmp_path)
        assert room.generator.test(room.values, room.wire, room.job)
        assert orders(service, server) == 0


@every_service
def test_progress_is_a_fraction_only_where_the_service_tells_one(service, tmp_path):
    with loopback({}) as server:
        server.answer = service.answer(server, DATA)
        room = Room(service, server, tmp_path)
        room.make()
    fractions = [
        fraction for fraction, words in room.heard if fraction is not None and words != "Downloading"
    ]
    assert bool(fractions) == ("progress" in room.generator.info.capabilities)
    assert fractions == sorted(fractions)


@every_service
@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 503])
def test_a_refusal_has_words_and_a_hint_and_is_not_asked_again(service, status, tmp_path):
    page = Reply(status, b"<html><body>no</body></html>", {"content-type": "text/html", "retry-after": "9"})
    with loopback({}) as server:
        server.answer = spoiled(service, server, page)
        with pytest.raises(ServiceError) as caught:
            Room(service, server, tmp_path).make()
        assert orders(service, server) == 1
    assert caught.value.message
    assert caught.value.hint
    assert KEY not in str(caught.value)


@every_service
def test_the_services_own_words_are_understood(service, tmp_path):
    for reason, (status, value) in service.refuse.items():
        with loopback({}) as server:
            server.answer = spoiled(service, server, Reply.of_json(value, status))
            with pytest.raises(ServiceError) as caught:
                Room(service, server, tmp_path).make()
            assert caught.value.reason == reason, reason
            assert not caught.value.maybe_charged


@every_queue
def test_an_order_that_failed_there_is_told_at_once_and_as_uncharged(service, tmp_path):
    for reason, reply in service.fail.items():
        with loopback({}) as server:
            server.answer = spoiled(service, server, reply, question=True)
            room = Room(service, server, tmp_path)
            with pytest.raises(ServiceError) as caught:
                room.resume()
            assert caught.value.reason == reason, reason
            assert not caught.value.maybe_charged


@every_service
@pytest.mark.parametrize("fault", BAD_BODIES)
def test_an_answer_without_sense_is_said_and_not_asked_again(service, fault, tmp_path):
    with loopback({}) as server:
        server.answer = spoiled(service, server, BAD_BODIES[fault])
        with pytest.raises(ServiceError) as caught:
            Room(service, server, tmp_path).make()
        assert orders(service, server) == 1
    assert caught.value.hint
    assert not (is_free(service) and caught.value.maybe_charged)


@every_service
@pytest.mark.parametrize(
    "data", [b"", b"<html>busy</html>" * 9, DATA[: len(DATA) // 2], b"glTF\2\0\0\0" * 20]
)
def test_what_is_no_whole_mesh_is_none(service, data, tmp_path, monkeypatch):
    # Half a mesh may still be being written at a server of one's own: the wait for it is cut short here.
    with loopback({}) as server:
        server.answer = service.answer(server, data)
        room = Room(service, server, tmp_path)
        threading.Timer(1.0, room.token.cancel).start()
        with pytest.raises((ServiceError, Cancelled)) as caught:
            room.make()
        assert orders(service, server) == 1
    if isinstance(caught.value, ServiceError):
        assert not (is_free(service) and caught.value.maybe_charged)


@every_queue
def test_an_accepted_order_is_fetched_by_the_next_program_and_not_ordered_again(service, tmp_path):
    with loopback({}) as server:
        server.answer = service.answer(server, DATA)
        room = Room(service, server, tmp_path)
        assert "resume" in room.generator.info.capabilities
        assert room.resume().path.read_bytes() == DATA
        assert orders(service, server) == 0
        assert room.desk.told == []


@every_service
@pytest.mark.parametrize("reply", [Reply(wait_s=9), Reply(200, [b" "], fault="silent")])
def test_cancel_holds_within_a_second_while_it_is_ordered(service, reply, tmp_path):
    with loopback({}) as server:
        server.answer = spoiled(service, server, reply)
        room = Room(service, server, tmp_path)
        threading.Timer(0.3, room.token.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            room.make()
        assert time.monotonic() - begun < 1.4


@every_queue
def test_cancel_holds_within_a_second_while_it_is_made_and_tells_what_became_of_it(service, tmp_path):
    with loopback({}) as server:
        server.answer = spoiled(service, server, service.waiting, question=True)
        room = Room(service, server, tmp_path)
        threading.Timer(0.5, room.token.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            room.resume()
        assert time.monotonic() - begun < 1.6
    (ending,) = room.desk.endings
    assert ("cancel" in room.generator.info.capabilities) == (ending != "goes-on")


@every_file
@pytest.mark.parametrize("fault", ["reset", "truncate"])
def test_a_file_that_broke_off_goes_on_and_nothing_is_ordered_again(service, fault, tmp_path):
    half = [DATA[:90]] if fault == "reset" else DATA[:90]
    replies = [Reply(200, half, fault=fault)]
    with loopback({}) as server:
        well = service.answer(server, DATA)
        server.answer = lambda asked: replies.pop() if asked.path == service.file and replies else well(asked)
        assert Room(service, server, tmp_path).make().path.read_bytes() == DATA
        assert orders(service, server) == 1


@every_file
@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_link_that_has_expired_is_asked_for_anew(service, status, tmp_path):
    replies = [Reply(status, b"<Error>expired</Error>")]
    with loopback({}) as server:
        well = service.answer(server, DATA)
        server.answer = lambda asked: replies.pop() if asked.path == service.file and replies else well(asked)
        assert Room(service, server, tmp_path).make().path.read_bytes() == DATA
        assert orders(service, server) == 1


@every_file
def test_a_link_that_stays_expired_is_said(service, tmp_path):
    with loopback({}) as server:
        well = service.answer(server, DATA)
        server.answer = lambda asked: Reply(403) if asked.path == service.file else well(asked)
        with pytest.raises(ServiceError) as caught:
            Room(service, server, tmp_path).make()
        assert caught.value.hint


@every_service
def test_without_a_server_it_is_said_and_nothing_was_charged(service, tmp_path):
    with loopback({}) as server:
        room = Room(service, server, tmp_path)
    with pytest.raises(ServiceError) as caught:
        room.make()
    assert caught.value.reason == "offline"
    assert not caught.value.maybe_charged


@pytest.mark.parametrize("member", list(mesh_generator_catalog()), ids=lambda member: member.id)
def test_every_member_describes_itself(member):
    fields = {field.id: field for field in member.info.fields}
    assert member.info.label
    assert member.info.description
    assert member.info.leaves
    assert fields["base_url"].default
    state = member.availability(ProviderValues())
    assert state.available == member.info.local
    assert state.available or state.why_not
    assert any(service.generator_id == member.id for service in SERVICES)
    if "warm-up" not in member.info.capabilities:
        # Asks nobody.
        member.warm_up(ProviderValues(), None, JobContext())
    if "list" not in member.info.capabilities:
        assert member.recent(ProviderValues(), None, JobContext()) == ()
