"""What is promised of every image generator, with every fault that services are known for."""

from __future__ import annotations

import threading
import time

import pytest

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.remote import PictureOrder, ProviderValues, ServiceError
from tests.fakes.faults import BAD_BODIES
from tests.fakes.generator_room import (
    DATA,
    ORDER,
    SERVICES,
    Room,
    every_service,
    is_free,
    orders,
    spoiled,
)
from tests.fakes.hurry import in_a_hurry
from tests.fakes.image_services.service import KEY, even_picture, picture
from tests.fakes.loopback import Reply, loopback

__all__ = ["in_a_hurry"]
pytestmark = pytest.mark.usefixtures("in_a_hurry")


@every_service
def test_a_picture_comes_byte_for_byte_and_is_ordered_once(service):
    with loopback({}) as server:
        server.answer = service.answer(server, DATA)
        room = Room(service, server)
        drawn = room.draw()
        assert drawn.data == DATA
        assert orders(service, server) == 1
        assert room.desk.told[0] == "sending"
        if "resume" in room.generator.info.capabilities:
            assert room.desk.told[1:]
        if "partials" in room.generator.info.capabilities and service.plain.get("stream", True):
            assert room.partials


@every_service
def test_the_key_goes_to_the_service_alone_and_never_into_an_address(service):
    with loopback({}) as server:
        server.answer = service.answer(server, DATA)
        Room(service, server).draw()
        for asked in server.asked:
            assert KEY not in asked.path + asked.query
            assert KEY.encode() not in asked.body
            if asked.path.startswith(("/cdn", "/generated-images")):
                assert not any(KEY in value for value in asked.headers.values())


@every_service
def test_the_test_button_costs_nothing_and_names_what_it_found(service):
    with loopback({}) as server:
        server.answer = service.answer(server, DATA)
        room = Room(service, server)
        assert room.generator.test(room.values, room.wire, room.job)
        assert orders(service, server) == 0


@every_service
@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 503])
def test_a_refusal_has_words_and_a_hint_and_is_not_asked_again(service, status):
    page = Reply(status, b"<html><body>no</body></html>", {"content-type": "text/html", "retry-after": "9"})
    with loopback({}) as server:
        server.answer = spoiled(service, server, page)
        with pytest.raises(ServiceError) as caught:
            Room(service, server).draw()
        assert orders(service, server) == 1
    assert caught.value.message
    assert caught.value.hint
    assert KEY not in str(caught.value)


@every_service
def test_the_services_own_words_are_understood(service):
    for reason, (status, value) in service.refuse.items():
        with loopback({}) as server:
            server.answer = spoiled(service, server, Reply.of_json(value, status))
            with pytest.raises(ServiceError) as caught:
                Room(service, server).draw()
            assert caught.value.reason == reason, reason


@every_service
@pytest.mark.parametrize("fault", BAD_BODIES)
def test_an_answer_without_sense_is_said_and_not_asked_again(service, fault):
    with loopback({}) as server:
        server.answer = spoiled(service, server, BAD_BODIES[fault])
        with pytest.raises(ServiceError) as caught:
            Room(service, server).draw()
        assert orders(service, server) == 1
    assert caught.value.hint
    assert not (is_free(service) and caught.value.maybe_charged)


@every_service
@pytest.mark.parametrize(
    ("data", "reason"),
    [(DATA[: len(DATA) // 2], "server"), (b"no picture", "server"), (even_picture(), "content_filter")],
)
def test_what_is_no_whole_picture_is_none(service, data, reason):
    with loopback({}) as server:
        server.answer = service.answer(server, data)
        with pytest.raises(ServiceError) as caught:
            Room(service, server).draw()
        assert caught.value.reason == reason
        assert not (is_free(service) and caught.value.maybe_charged)
        assert orders(service, server) == 1


@every_service
@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_pictures_of_any_usual_kind_are_kept_as_they_came(service, form):
    data = picture(form)
    with loopback({}) as server:
        server.answer = service.answer(server, data)
        assert Room(service, server).draw().data == data


@every_service
@pytest.mark.parametrize("reply", [Reply(wait_s=9), Reply(200, [b" "], fault="silent")])
def test_cancel_holds_within_a_second(service, reply):
    with loopback({}) as server:
        server.answer = spoiled(service, server, reply)
        room = Room(service, server)
        threading.Timer(0.3, room.token.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            room.draw()
        assert time.monotonic() - begun < 1.3


@every_service
def test_without_a_server_it_is_said_and_nothing_was_charged(service):
    with loopback({}) as server:
        room = Room(service, server)
    with pytest.raises(ServiceError) as caught:
        room.draw()
    assert caught.value.reason == "offline"
    assert not caught.value.maybe_charged


@every_service
def test_a_photo_is_sent_where_one_can_be_used(service):
    photo = picture("JPEG")
    with loopback({}) as server:
        server.answer = service.answer(server, DATA)
        room = Room(service, server)
        if "photo" not in room.generator.info.capabilities or not service.takes_photo:
            return
        order = PictureOrder(ORDER.id, ORDER.prompt, 1024, 7, photo)
        assert room.draw(order).data == DATA
        sent = b"".join(asked.body for asked in server.asked)
        assert photo in sent or photo[:48].hex().encode() in sent or _b64_in(photo, sent)


def _b64_in(photo: bytes, sent: bytes) -> bool:
    import base64

    return base64.b64encode(photo)[:60] in sent


@pytest.mark.parametrize("member", list(generator_catalog()), ids=lambda member: member.id)
def test_every_member_describes_itself(member):
    fields = {field.id: field for field in member.info.fields}
    assert member.info.label
    assert member.info.description
    assert member.info.leaves
    assert fields["base_url"].default
    # Without a word entered nothing is claimed that cannot be.
    state = member.availability(ProviderValues())
    assert state.available == member.info.local
    assert state.available or state.why_not
    assert any(service.generator_id == member.id for service in SERVICES)
