"""What is special of Gemini: refusals inside a success, thoughts that are no result, its waits."""

from __future__ import annotations

import pytest

from memoreez_desktop.concepts.generators.gemini import Gemini
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
from tests.fakes.image_services.gemini import MODEL, answer, candidate, drawn, error
from tests.fakes.image_services.service import KEY, picture
from tests.fakes.loopback import Loopback, Reply, loopback

DATA = picture()
PROMPT = ConceptPrompt("Fish", "icon", "a solid clay fish")
WIRE = HttpWire(NetworkRules(allow_private=True))


def draw(server: Loopback, order: PictureOrder, **plain: str):
    values = ProviderValues({"base_url": server.url, **plain}, {"key": KEY})
    return Gemini().draw(order, values, WIRE, UnkeptDesk(), JobContext())


def refused(value: object, status: int = 200) -> ServiceError:
    with loopback(lambda _asked: Reply.of_json(value, status)) as server:
        with pytest.raises(ServiceError) as caught:
            draw(server, PictureOrder("1" * 32, PROMPT))
        assert len(server.asked) == 1
    return caught.value


@pytest.mark.parametrize("finish", ["IMAGE_SAFETY", "IMAGE_RECITATION", "PROHIBITED_CONTENT", "SAFETY"])
def test_a_picture_held_back_by_the_filter_may_have_been_charged(finish):
    error = refused(candidate(finish=finish))
    assert error.reason == "content_filter"
    assert error.maybe_charged


def test_a_prompt_that_is_blocked_was_not_charged():
    error = refused({"promptFeedback": {"blockReason": "SAFETY"}, "usageMetadata": {}})
    assert error.reason == "content_filter"
    assert not error.maybe_charged


@pytest.mark.parametrize("finish", ["NO_IMAGE", "IMAGE_OTHER", "OTHER", "MAX_TOKENS", "STOP"])
def test_no_picture_is_said_and_not_ordered_again_by_itself(finish):
    error = refused(candidate(finish=finish))
    assert error.reason == "server"
    assert error.retryable
    assert error.maybe_charged
    assert "without a picture" in error.message


def test_the_words_it_gives_instead_of_a_picture_are_shown():
    error = refused(candidate({"text": "I can only draw one fish."}, finish="STOP"))
    assert "one fish" in error.message


@pytest.mark.parametrize(
    "value",
    [
        {"candidates": []},
        {"candidates": "none"},
        {"candidates": [None]},
        {"candidates": [{"content": None}]},
        {"candidates": [{"content": {"parts": [{"inlineData": {"data": 5}}]}}]},
        {"candidates": [{"content": {"parts": [{"inlineData": {"data": "%%%"}}]}}]},
        ["no", "document"],
    ],
)
def test_documents_without_sense_are_said(value):
    assert refused(value).reason == "server"


def test_sketches_made_while_thinking_are_no_result():
    sketch = {**drawn(picture(size_px=32)), "thought": True}
    value = candidate(sketch, {"text": "so", "thought": True}, drawn(DATA))
    with loopback(lambda _asked: Reply.of_json(value)) as server:
        assert draw(server, PictureOrder("1" * 32, PROMPT)).data == DATA
    assert refused(candidate(sketch)).reason == "server"


@pytest.mark.parametrize(("size_px", "name"), [(512, "1K"), (1024, "1K"), (1536, "2K"), (4096, "4K")])
def test_size_and_seed_are_asked_for(size_px, name):
    with loopback({}) as server:
        server.answer = answer(server, DATA)
        drawn_one = draw(server, PictureOrder("1" * 32, PROMPT, size_px, 2**32 - 1))
        wishes = server.asked[0].json()["generationConfig"]
    assert wishes["imageConfig"] == {"aspectRatio": "1:1", "imageSize": name}
    assert wishes["seed"] == drawn_one.seed == 2**31 - 1


def test_without_a_seed_none_is_claimed():
    with loopback({}) as server:
        server.answer = answer(server, DATA)
        assert draw(server, PictureOrder("1" * 32, PROMPT)).seed is None
        assert "seed" not in server.asked[0].json()["generationConfig"]


def test_a_model_named_as_in_the_services_own_list_is_found():
    with loopback({}) as server:
        server.answer = answer(server, DATA)
        assert draw(server, PictureOrder("1" * 32, PROMPT), model=f"models/{MODEL}").data == DATA


def test_the_wait_is_read_from_details_or_words():
    told = error(429, "RESOURCE_EXHAUSTED", "Slow down.", {"retryDelay": "34s"})
    assert refused(told[1], 429).wait_s == 34.0
    worded = error(429, "RESOURCE_EXHAUSTED", "Quota exceeded. Please retry in 7.5s.")
    assert refused(worded[1], 429).wait_s == 7.5


def test_a_wrong_key_is_named_by_the_test_button():
    with loopback({}) as server:
        server.answer = answer(server, DATA)
        with pytest.raises(ServiceError) as caught:
            Gemini().test(ProviderValues({"base_url": server.url}, {"key": "AIza-wrong"}), WIRE, JobContext())
    assert caught.value.reason == "auth"
    assert "AIza-wrong" not in str(caught.value)
