"""Servers of one's own with OpenAI's interface: LocalAI's links, sd-server's silence about streams."""

from __future__ import annotations

import pytest

from memoreez_desktop.concepts.generators.openai_images import OpenAiImages
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import (
    ConceptPrompt,
    PictureOrder,
    ProviderValues,
    ServiceError,
    UnkeptDesk,
)
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from tests.fakes.image_services.openai_images import local_ai, sd_server
from tests.fakes.image_services.service import KEY, picture
from tests.fakes.loopback import Loopback, Reply, loopback

DATA = picture()
ORDER = PictureOrder("1" * 32, ConceptPrompt("Fish", "icon", "a solid clay fish"))
# Nothing but the provider's own word opens private addresses here.
WIRE = HttpWire(NetworkRules())


def values(server: Loopback, **plain: str | bool) -> ProviderValues:
    fields = {"base_url": f"{server.url}/v1", "own_server": True, **plain}
    return ProviderValues(fields, {"key": KEY})


def draw(server: Loopback, **plain: str | bool):
    return OpenAiImages().draw(ORDER, values(server, **plain), WIRE, UnkeptDesk(), JobContext())


@pytest.mark.parametrize("stream", [True, False])
def test_a_link_to_the_server_itself_is_fetched_without_the_key(stream):
    with loopback({}) as server:
        server.answer = local_ai(server, DATA)
        assert draw(server, stream=stream).data == DATA
        (fetched,) = server.calls("GET")
    assert fetched.path.startswith("/generated-images/")
    assert "authorization" not in fetched.headers


def test_a_link_without_a_host_is_the_servers_own():
    link = Reply.of_json({"data": [{"url": "/generated-images/a.png"}]})
    with loopback(
        {"POST /v1/images/generations": link, "GET /generated-images/a.png": Reply(200, DATA)}
    ) as server:
        assert draw(server).data == DATA


def test_a_link_to_another_private_host_is_not_followed():
    with loopback({"GET /secret": Reply(200, DATA)}) as other, loopback({}) as server:
        elsewhere = other.url.replace("127.0.0.1", "localhost")
        server.answer = lambda _asked: Reply.of_json({"data": [{"url": f"{elsewhere}/secret"}]})
        with pytest.raises(ServiceError) as caught:
            draw(server)
        assert not other.asked
    assert caught.value.reason == "bad_input"


def test_bytes_are_asked_for_where_wished():
    with loopback({}) as server:
        server.answer = local_ai(server, DATA)
        assert draw(server, send_response_format=True).data == DATA
        assert not server.calls("GET")


def test_a_server_that_does_not_stream_is_understood_though_asked_to():
    with loopback({}) as server:
        server.answer = sd_server(server, DATA)
        assert draw(server, stream=True).data == DATA


def test_a_server_that_is_not_marked_as_ones_own_is_not_spoken_to_at_home():
    with loopback({}) as server:
        server.answer = sd_server(server, DATA)
        with pytest.raises(ServiceError) as caught:
            draw(server, own_server=False)
        assert not server.asked
    assert caught.value.reason == "bad_input"


def test_ones_own_server_is_free():
    with loopback({}) as server:
        assert OpenAiImages().price(values(server), 1024).usd == 0.0


def test_the_test_button_names_the_models_there_are():
    with loopback({}) as server:
        server.answer = sd_server(server, DATA)
        said = OpenAiImages().test(values(server, model="clay"), WIRE, JobContext())
    assert "clay" in said
    assert "sd-cpp-local" in said


def test_words_beside_a_plain_error_are_shown():
    reply = Reply.of_json({"error": "server_error", "message": "weights are missing"}, 500)
    with loopback(lambda _asked: reply) as server, pytest.raises(ServiceError) as caught:
        draw(server)
    assert "weights are missing" in caught.value.message
    assert not caught.value.maybe_charged
