"""What is special of Stability AI: forms that are always multipart, blurred pictures that are refusals."""

from __future__ import annotations

import pytest

from memoreez_desktop.concepts.generators.stability import Stability
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
from tests.fakes.image_services.service import KEY, picture
from tests.fakes.image_services.stability import answer, error, fields_of
from tests.fakes.loopback import Loopback, Reply, loopback

DATA = picture()
PROMPT = ConceptPrompt("Fish", "icon", "a solid clay fish")
ORDER = PictureOrder("1" * 32, PROMPT)
WIRE = HttpWire(NetworkRules(allow_private=True))


def values(server: Loopback, **plain: str | float) -> ProviderValues:
    return ProviderValues({"base_url": server.url, **plain}, {"key": KEY})


def draw(server: Loopback, order: PictureOrder = ORDER, **plain: str | float):
    return Stability().draw(order, values(server, **plain), WIRE, UnkeptDesk(), JobContext())


def test_a_blurred_picture_of_the_filter_is_a_refusal_though_it_came_as_a_success():
    headers = {"content-type": "image/png", "finish-reason": "CONTENT_FILTERED", "seed": "1"}
    with loopback(lambda _asked: Reply(200, DATA, headers)) as server:
        with pytest.raises(ServiceError) as caught:
            draw(server)
        assert len(server.asked) == 1
    assert caught.value.reason == "content_filter"
    assert caught.value.maybe_charged


@pytest.mark.parametrize("model", ["core", "ultra", "sd3.5-large", "sd3.5-medium"])
def test_words_alone_are_sent_as_a_multipart_form_too(model):
    with loopback({}) as server:
        server.answer = answer(server, DATA)
        drawn = draw(server, model=model)
        fields = fields_of(server.asked[0])
    assert fields["prompt"] == PROMPT.prompt.encode()
    assert fields["aspect_ratio"] == b"1:1"
    assert drawn.model == model
    assert drawn.cost_usd == Stability().price(values(server, model=model), 1024).usd


def test_a_photo_shapes_the_picture_as_far_as_it_is_wished():
    order = PictureOrder("1" * 32, PROMPT, photo_jpeg=picture("JPEG"))
    with loopback({}) as server:
        server.answer = answer(server, DATA)
        draw(server, order, model="sd3.5-large", strength=0.4)
        fields = fields_of(server.asked[0])
    assert fields["image"] == order.photo_jpeg
    assert fields["strength"] == b"0.4"


def test_the_seed_is_the_one_that_was_used():
    with loopback({}) as server:
        server.answer = answer(server, DATA)
        drawn = draw(server, PictureOrder("1" * 32, PROMPT, seed=2**32 - 1))
        assert fields_of(server.asked[0])["seed"] == b"0"
    assert drawn.seed == 343940597


def test_a_prompt_without_end_is_cut_to_what_the_service_takes():
    long = ConceptPrompt("Fish", "icon", "fish " * 9_000)
    with loopback({}) as server:
        server.answer = answer(server, DATA)
        draw(server, PictureOrder("1" * 32, long))
        assert len(fields_of(server.asked[0])["prompt"]) == 10_000


@pytest.mark.parametrize(("headers", "wait_s"), [({}, 60.0), ({"retry_after": "5"}, 5.0)])
def test_the_pause_after_too_many_requests_is_a_minute_unless_told(headers, wait_s):
    status, value = error(429, "rate_limit_exceeded", "too many")
    reply = Reply.of_json(value, status, **headers)
    with loopback(lambda _asked: reply) as server, pytest.raises(ServiceError) as caught:
        draw(server)
    assert caught.value.wait_s == wait_s


def test_the_test_button_tells_what_is_left():
    with loopback({}) as server:
        server.answer = answer(server, DATA)
        assert "62.4" in Stability().test(values(server), WIRE, JobContext())


@pytest.mark.parametrize("value", [None, [], {}, {"credits": "many"}])
def test_a_balance_without_sense_is_said(value):
    with loopback(lambda _asked: Reply.of_json(value)) as server, pytest.raises(ServiceError) as caught:
        Stability().test(values(server), WIRE, JobContext())
    assert not caught.value.maybe_charged


def test_an_unknown_model_has_no_price():
    assert Stability().price(ProviderValues({"model": "sd4"}), 1024).usd is None
