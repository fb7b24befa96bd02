"""Services that take an order and are asked until it is done: resume, cancel, moods of the queue."""

from __future__ import annotations

import json
import threading
import time

import pytest

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import (
    ConceptPrompt,
    PictureOrder,
    ProviderValues,
    ServiceError,
    UnkeptDesk,
)
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.queued import trusted_link
from memoreez_desktop.network.wire import HttpWire
from tests.fakes.image_services import bfl, fal, replicate
from tests.fakes.image_services.service import KEY, Service, picture
from tests.fakes.loopback import Asked, Loopback, Reply, loopback

DATA = picture()
ORDER = PictureOrder("5f" * 16, ConceptPrompt("Fish", "icon", "a solid clay fish"), 1024, 7)
QUEUED = {"bfl": bfl.SERVICES[0], "replicate": replicate.SERVICES[0], "fal": fal.SERVICES[0]}
every_queue = pytest.mark.parametrize("service", QUEUED.values(), ids=list(QUEUED))


class Desk(UnkeptDesk):
    """Remembers the id."""

    remote_id = ""

    def accepted(self, remote_id: str) -> None:
        self.remote_id = remote_id


def drawn(service: Service, server: Loopback, job: JobContext, desk: Desk, resumed: str = ""):
    generator = generator_catalog().get(service.generator_id)
    values = ProviderValues({"base_url": server.url, **service.plain}, {"key": KEY})
    wire = HttpWire(NetworkRules(allow_private=True))
    if resumed:
        return generator.resume(resumed, values, wire, job)
    return generator.draw(ORDER, values, wire, desk, job)


def refused(service: Service, server: Loopback, resumed: str = "") -> ServiceError:
    with pytest.raises(ServiceError) as caught:
        drawn(service, server, JobContext(), Desk(), resumed)
    return caught.value


@every_queue
def test_an_accepted_order_is_fetched_after_a_restart_without_a_new_one(service):
    with loopback({}) as server:
        server.answer = service.answer(server, DATA)
        desk = Desk()
        drawn(service, server, JobContext(), desk)
        found = drawn(service, server, JobContext(), desk, resumed=desk.remote_id)
        assert found.data == DATA
        assert len(server.calls(*service.order)) == 1


@every_queue
def test_moods_of_the_queue_are_waited_out(service):
    with loopback({}) as server:
        well = service.answer(server, DATA)
        moods = iter([Reply(502, b"<html>"), Reply(429), Reply(503), Reply(500, b"{")])

        def answer(asked: Asked) -> Reply:
            asking = asked.method == "GET" and not asked.path.startswith("/cdn")
            return next(moods, None) or well(asked) if asking else well(asked)

        server.answer = answer
        assert drawn(service, server, JobContext(), Desk()).data == DATA
        assert len(server.calls(*service.order)) == 1


@every_queue
def test_a_queue_that_only_stumbles_is_given_up(service):
    with loopback({}) as server:
        well = service.answer(server, DATA)
        server.answer = lambda asked: Reply(502) if asked.method == "GET" else well(asked)
        assert refused(service, server).reason == "server"
        assert 3 < len(server.calls("GET")) < 12


@every_queue
def test_cancel_holds_within_a_second_while_it_waits(service):
    with loopback({}) as server:
        well = service.answer(server, DATA)
        token, told = CancelToken(), threading.Event()

        def answer(asked: Asked) -> Reply:
            if asked.method != "GET":
                if asked.path.endswith("cancel"):
                    told.set()
                return well(asked)
            return service.waiting

        server.answer = answer
        threading.Timer(1.5, token.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            drawn(service, server, JobContext(token), Desk())
        assert time.monotonic() - begun < 2.5
        if "cancel" in generator_catalog().get(service.generator_id).info.capabilities:
            assert told.wait(2)


def test_the_key_does_not_follow_a_polling_address_to_elsewhere():
    with loopback(Reply.of_json({"status": "Pending"})) as elsewhere, loopback({}) as server:
        task = {"id": "t1", "polling_url": f"{elsewhere.url}/get_result?id=t1"}
        server.answer = lambda asked: Reply.of_json(task)
        assert refused(QUEUED["bfl"], server).maybe_charged
        assert refused(QUEUED["bfl"], server, resumed=task["polling_url"]).hint
        assert not elsewhere.asked


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("Request Moderated", "content_filter"),
        ("Content Moderated", "content_filter"),
        ("Error", "server"),
        ("Failed", "server"),
    ],
)
def test_a_task_of_bfl_that_ends_badly_says_why(status, reason):
    with loopback({}) as server:
        well = bfl.answer(server, DATA)
        server.answer = lambda asked: (
            Reply.of_json({"id": "t1", "status": status}) if asked.method == "GET" else well(asked)
        )
        assert refused(QUEUED["bfl"], server).reason == reason


def test_a_cost_in_credits_becomes_dollars():
    with loopback({}) as server:
        server.answer = bfl.answer(server, DATA)
        found = drawn(QUEUED["bfl"], server, JobContext(), Desk())
        assert found.cost_usd == pytest.approx(0.014)
        assert found.seed == 7


@pytest.mark.parametrize(
    ("end", "reason", "charged"),
    [
        ({"status": "failed", "error": "NSFW content detected. Try another prompt."}, "content_filter", True),
        ({"status": "failed", "error": "CUDA out of memory"}, "server", True),
        ({"status": "aborted"}, "server", False),
        ({"status": "succeeded", "output": None}, "bad_input", True),
    ],
)
def test_a_prediction_that_ends_badly_says_why(end, reason, charged):
    with loopback({}) as server:
        well = replicate.answer(server, DATA)
        state = replicate.prediction(**end)
        server.answer = lambda asked: Reply.of_json(state) if asked.method == "GET" else well(asked)
        error = refused(QUEUED["replicate"], server)
        assert (error.reason, error.maybe_charged) == (reason, charged)


@pytest.mark.parametrize("shape", ["{}", ["{}"], {"image": "{}"}, {"images": ["{}"], "seed": 3}])
def test_an_output_of_any_shape_is_found(shape):
    with loopback({}) as server:
        well = replicate.answer(server, DATA)
        output = json.loads(json.dumps(shape).replace("{}", f"{server.url}/cdn/out.webp", 1))
        done = replicate.prediction("succeeded", output=output)

        def answer(asked: Asked) -> Reply:
            asking = asked.method == "GET" and not asked.path.startswith("/cdn")
            return Reply.of_json(done) if asking else well(asked)

        server.answer = answer
        assert drawn(QUEUED["replicate"], server, JobContext(), Desk()).data == DATA


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply.of_json(fal.complaint("file_download_error", "no"), 422), "bad_input"),
        (Reply.of_json(fal.complaint("content_policy_violation", "no"), 422), "content_filter"),
        (Reply.of_json({"detail": "gone", "error_type": "runner_disconnected"}, 503), "server"),
        (Reply.of_json({"images": []}), "server"),
        (Reply.of_json({"images": [{"url": None}]}), "server"),
    ],
)
def test_completed_may_mean_failed_at_fal(reply, reason):
    with loopback({}) as server:
        well = fal.answer(server, DATA)
        done = Reply.of_json({"status": "COMPLETED", "error": "x", "error_type": "y"})

        def answer(asked: Asked) -> Reply:
            if asked.path == fal.ORDER:
                return reply
            return done if asked.path.endswith("/status") else well(asked)

        server.answer = answer
        assert refused(QUEUED["fal"], server).reason == reason


def test_the_black_picture_of_a_filter_is_not_even_fetched():
    with loopback({}) as server:
        well = fal.answer(server, DATA)
        black = Reply.of_json(fal.result(server, nsfw=True))
        server.answer = lambda asked: black if asked.path == fal.ORDER else well(asked)
        error = refused(QUEUED["fal"], server)
        assert error.reason == "content_filter"
        assert error.maybe_charged
        assert not server.calls("GET", "/cdn/a.png")


def test_the_place_in_the_queue_and_the_steps_are_told():
    with loopback({}) as server:
        server.answer = fal.answer(server, DATA)
        told: list[tuple[float | None, str]] = []
        job = JobContext(None, lambda fraction, words: told.append((fraction, str(words))))
        drawn(QUEUED["fal"], server, job, Desk())
        assert any("1" in words for _, words in told)
        assert 0.5 in [fraction for fraction, _ in told]


@pytest.mark.parametrize(
    ("link", "trusted"),
    [
        ("https://api.eu.bfl.ai/v1/get_result?id=1", True),
        ("https://bfl.ai/x", True),
        ("http://127.0.0.1:9/x", True),
        ("http://api.eu.bfl.ai/x", False),
        ("https://bfl.ai.example.com/x", False),
        ("https://evilbfl.ai/x", False),
        ("https://bfl.ai@example.com/x", False),
        ("https://example.com\\@bfl.ai/x", False),
        ("http://127.0.0.1:10/x", False),
        ("//bfl.ai/x", False),
        ("https://[", False),
        ("/get_result?id=1", False),
        ("", False),
        (None, False),
        (7, False),
    ],
)
def test_only_addresses_of_the_service_itself_are_asked_with_the_key(link, trusted):
    if trusted:
        assert trusted_link(link, "http://127.0.0.1:9", "bfl.ai", "BFL") == link
    else:
        with pytest.raises(ServiceError):
            trusted_link(link, "http://127.0.0.1:9", "bfl.ai", "BFL")
