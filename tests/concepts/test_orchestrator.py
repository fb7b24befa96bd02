"""The Memoreez server: a stream that breaks off, errors inside it, and the picture that was wanted."""

from __future__ import annotations

import threading
import time

import pytest

from memoreez_desktop.concepts.generators.orchestrator import Orchestrator
from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import (
    ConceptPrompt,
    PictureOrder,
    ProviderValues,
    RemotePicture,
    ServiceError,
    UnkeptDesk,
)
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from tests.fakes.image_services.orchestrator import CONCEPTS, document, stream, worker
from tests.fakes.image_services.service import picture
from tests.fakes.loopback import Loopback, Reply, loopback

DATA = picture()


def drawn(server: Loopback, character: str = "icon", job: JobContext | None = None) -> RemotePicture:
    order = PictureOrder("5f" * 16, ConceptPrompt("Fish", character, "a solid clay fish"))
    values = ProviderValues({"base_url": f"{server.url}/"})
    return Orchestrator().draw(order, values, HttpWire(NetworkRules()), UnkeptDesk(), job or JobContext())


@pytest.mark.parametrize("form", [document, stream])
@pytest.mark.parametrize(("character", "id"), [("heroic", "a1"), ("icon", "a2"), ("hybrid", "a0")])
def test_the_picture_of_the_wanted_character_is_taken_and_only_that(form, character, id):
    with loopback(worker(DATA, form)) as server:
        assert drawn(server, character).remote_id == id
        assert [asked.path for asked in server.calls("GET")] == [f"/api/assets/concepts___6f___{id}.png"]


def _pieces(*values: object) -> Reply:
    return Reply.of_events(*(("", value) for value in values))


SHOWN = {"type": "concept", "concept": CONCEPTS[0]}


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (_pieces({"type": "session"}), "in the middle"),
        (_pieces({"type": "session"}, SHOWN), "in the middle"),
        (_pieces(SHOWN, {"type": "error", "message": "AiError 3046"}), "AiError 3046"),
        (_pieces({"type": "session"}, {"type": "done"}), "could not be understood"),
        (_pieces([], "x", {"type": "concept", "concept": {"url": 3}}, {"type": "done"}), "understood"),
        (Reply.of_json({"session_id": "6f", "concepts": []}), "could not be understood"),
        (Reply.of_events(("", SHOWN), fault="reset"), "may have arrived"),
    ],
)
def test_an_answer_without_its_end_is_an_error_and_may_have_been_charged(reply, words):
    with loopback(worker(DATA, lambda asked: reply)) as server:
        with pytest.raises(ServiceError) as caught:
            drawn(server)
        assert len(server.calls("POST")) == 1
    assert words in caught.value.message
    assert caught.value.maybe_charged


def test_nothing_of_the_servers_stack_is_shown():
    trouble = Reply.of_json({"error": "no model", "stack": "Error: at secret/index.js:9"}, 500)
    with loopback(worker(DATA, lambda asked: trouble)) as server, pytest.raises(ServiceError) as caught:
        drawn(server)
    assert "no model" in caught.value.message
    assert "index.js" not in str(caught.value)


def test_cancel_holds_within_a_second_between_two_pictures():
    slow = Reply.of_events(("", {"type": "session"}), ("", SHOWN), ("", {"type": "done"}), pause_s=3)
    token = CancelToken()
    with loopback(worker(DATA, lambda asked: slow)) as server:
        threading.Timer(0.3, token.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            drawn(server, job=JobContext(token))
        assert time.monotonic() - begun < 1.3


def test_a_picture_kept_elsewhere_is_not_fetched_from_the_persons_own_network():
    with loopback({"GET /x.png": Reply(200, DATA)}) as elsewhere:
        shown = {"concepts": [{"id": "a", "type": "icon", "url": f"{elsewhere.url}/x.png"}]}
        at_home = worker(DATA, lambda asked: Reply.of_json(shown))
        with loopback(at_home) as server, pytest.raises(ServiceError):
            drawn(server)
        assert not elsewhere.asked
