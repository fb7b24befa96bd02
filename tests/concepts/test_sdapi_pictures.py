"""What is special of a Stable Diffusion web server: its progress, its queue, its overview, its two locks."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from memoreez_desktop.concepts.generators.sdapi import SdApi
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
from memoreez_desktop.network.wire import HttpWire
from tests.fakes.image_services.sdapi import USER, WebUi, drawn, wrapped
from tests.fakes.image_services.service import KEY, picture
from tests.fakes.loopback import Asked, Loopback, Reply, loopback

DATA = picture()
GRID = picture(size_px=96)
PROMPT = ConceptPrompt("Fish", "icon", "a solid clay fish")
ORDER = PictureOrder("1" * 32, PROMPT, 1024, 7)
WIRE = HttpWire(NetworkRules())


class Listener:
    """Keeps what a job said."""

    def __init__(self) -> None:
        self.fractions: list[float | None] = []
        self.words: list[str] = []
        self.partials: list[object] = []
        self.token = CancelToken()
        self.job = JobContext(self.token, self._progress, self.partials.append)

    def _progress(self, fraction: float | None, words: str) -> None:
        self.fractions.append(fraction)
        self.words.append(words)


def draw(server: Loopback, job: JobContext | None = None, order: PictureOrder = ORDER, **plain: object):
    values = ProviderValues({"base_url": server.url, "user": USER, **plain}, {"key": KEY})
    return SdApi().draw(order, values, WIRE, UnkeptDesk(), job or JobContext())


def drawing(images: tuple[bytes, ...], info: object = None) -> Callable[[Asked], Reply]:
    return lambda _asked: drawn(*images, info=info)


def test_progress_and_preview_of_the_own_order_are_handed_on():
    heard = Listener()
    with loopback(WebUi(DATA)) as server:
        assert draw(server, heard.job).data == DATA
    assert 0.4 in heard.fractions
    assert len(heard.partials) == 1


@pytest.mark.parametrize("told", [0.0, 0.01])
def test_progress_that_never_moves_is_not_shown(told):
    heard, ui = Listener(), WebUi(DATA)
    ui.told = told
    with loopback(ui) as server:
        draw(server, heard.job)
    assert set(heard.fractions) == {None}


def test_progress_never_falls():
    heard, ui = Listener(), WebUi(DATA, 2.2, ends_by_look=False)
    told = iter([0.5, 0.2, 0.7])

    def answer(asked: Asked) -> Reply:
        if asked.path == "/internal/progress" and ui.running:
            ui.told = next(told, 0.0)
        return ui(asked)

    with loopback(answer) as server:
        draw(server, heard.job)
    shown = [fraction for fraction in heard.fractions if fraction is not None]
    assert shown == sorted(shown)
    assert 0.5 in shown
    assert 0.2 not in shown


@pytest.mark.parametrize("status", [404, 500])
def test_a_server_without_any_progress_draws_as_well(status):
    def answer(asked: Asked) -> Reply:
        if asked.path.endswith("/progress"):
            return Reply.of_json({"detail": "no"}, status)
        return _slow(drawn(DATA))

    with loopback(answer) as server:
        assert draw(server).data == DATA


def _slow(reply: Reply) -> Reply:
    reply.wait_s = 0.5
    return reply


def test_a_progress_that_hangs_does_not_hold_up_the_picture():
    def answer(asked: Asked) -> Reply:
        return Reply(wait_s=9) if asked.path.endswith("/progress") else _slow(drawn(DATA))

    begun = time.monotonic()
    with loopback(answer) as server:
        assert draw(server).data == DATA
        assert time.monotonic() - begun < 2


def test_cancel_interrupts_the_server_and_the_half_picture_is_not_taken():
    heard, ui = Listener(), WebUi(DATA, 9, ends_by_look=False)
    with loopback(ui) as server:
        threading.Timer(0.5, heard.token.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            draw(server, heard.job)
        assert time.monotonic() - begun < 1.6
        assert ui.interrupted.wait(2)


def test_cancel_of_a_waiting_order_leaves_the_one_that_is_drawn_alone():
    first, second = Listener(), Listener()
    ui = WebUi(DATA, 2.5, ends_by_look=False)
    done: list[bytes] = []
    with loopback(ui) as server:
        worker = threading.Thread(target=lambda: done.append(draw(server, first.job).data))
        worker.start()
        while not ui.running:
            time.sleep(0.02)
        threading.Timer(0.8, second.token.cancel).start()
        with pytest.raises(Cancelled):
            draw(server, second.job, PictureOrder("2" * 32, PROMPT))
        assert not ui.interrupted.wait(0.5)
        worker.join(10)
    assert done == [DATA]
    assert any("turn" in words for words in second.words)


@pytest.mark.parametrize(
    ("images", "info"),
    [
        ((DATA,), ""),
        ((GRID, DATA), ""),
        ((GRID, DATA), {"index_of_first_image": 1, "seed": 7}),
        ((DATA, GRID), {"index_of_first_image": 0, "seed": 7}),
        ((DATA,), {"index_of_first_image": 5}),
        ((DATA,), "[[["),
        ((DATA,), "7"),
    ],
)
def test_an_overview_before_the_picture_is_not_the_picture(images, info):
    with loopback(drawing(images, info)) as server:
        assert draw(server).data == DATA


def test_the_seed_is_the_one_that_was_used():
    with loopback(drawing((DATA,), {"seed": 991})) as server:
        assert draw(server, order=PictureOrder("1" * 32, PROMPT)).seed == 991
        assert server.asked[0].json()["seed"] == -1


@pytest.mark.parametrize("method", ["draw", "test"])
def test_a_server_without_its_interface_is_told_to_be_started_with_it(method):
    with loopback({}) as server, pytest.raises(ServiceError) as caught:
        _call(method, server)
    assert "--api" in caught.value.hint
    assert caught.value.reason == "bad_input"


@pytest.mark.parametrize("method", ["draw", "test"])
def test_a_wrong_password_is_named(method):
    with loopback(WebUi(DATA)) as server, pytest.raises(ServiceError) as caught:
        _call(method, server, password="wrong")
    assert caught.value.reason == "auth"
    assert "--api-auth" in caught.value.hint


def _call(method: str, server: Loopback, password: str = KEY) -> None:
    values = ProviderValues({"base_url": server.url, "user": USER}, {"key": password})
    if method == "test":
        SdApi().test(values, WIRE, JobContext())
    else:
        SdApi().draw(ORDER, values, WIRE, UnkeptDesk(), JobContext())


def test_without_a_name_no_password_is_sent():
    with loopback(drawing((DATA,))) as server:
        values = ProviderValues({"base_url": server.url}, {"key": KEY})
        SdApi().draw(ORDER, values, WIRE, UnkeptDesk(), JobContext())
        assert "authorization" not in server.asked[0].headers


@pytest.mark.parametrize(
    ("status", "value", "reason", "words"),
    [
        (*wrapped(500, "OutOfMemoryError", "CUDA out of memory."), "server", "memory"),
        (*wrapped(404, "HTTPException", "Sampler not found"), "bad_input", "Sampler"),
        (422, {"detail": [{"loc": ["body", "steps"], "msg": "not an integer"}]}, "bad_input", "integer"),
        (500, {"error": "Error", "detail": "", "body": "", "errors": "Invalid image"}, "server", "Invalid"),
    ],
)
def test_both_shapes_of_errors_are_read(status, value, reason, words):
    reply = Reply.of_json(value, status)
    with loopback(lambda _asked: reply) as server, pytest.raises(ServiceError) as caught:
        draw(server)
    assert caught.value.reason == reason
    assert words in caught.value.message


def test_what_was_entered_is_asked_for_within_bounds():
    with loopback(drawing((DATA,))) as server:
        draw(server, side_px=512, steps=9_999, cfg_scale="much", sampler="Euler", model="clay")
        asked = server.asked[0].json()
    assert (asked["width"], asked["height"], asked["steps"], asked["cfg_scale"]) == (512, 512, 150, 7.0)
    assert asked["sampler_name"] == "Euler"
    assert asked["override_settings"] == {"sd_model_checkpoint": "clay"}
    assert asked["save_images"] is False


def test_the_test_button_counts_models_and_misses_one():
    with loopback(WebUi(DATA)) as server:
        values = {"base_url": server.url, "user": USER}
        secrets = {"key": KEY}
        assert "1" in SdApi().test(ProviderValues(values, secrets), WIRE, JobContext())
        wished = ProviderValues({**values, "model": "wood"}, secrets)
        assert "wood" in SdApi().test(wished, WIRE, JobContext())
