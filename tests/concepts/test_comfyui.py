"""ComfyUI: a socket that tells or is silent, a history beside it, ids of our own, workflows of people."""

from __future__ import annotations

import json
import threading
import time
import uuid

import pytest

from memoreez_desktop.concepts.generators.comfyui import ComfyUi
from memoreez_desktop.concepts.generators.comfyui_workflow import filled, load_workflow
from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import (
    ConceptPrompt,
    PartialPicture,
    PictureOrder,
    ProviderValues,
    RemotePicture,
    ServiceError,
    UnkeptDesk,
)
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from tests.fakes.image_services import comfyui
from tests.fakes.image_services.comfyui import Server, failure
from tests.fakes.image_services.service import picture
from tests.fakes.loopback import Loopback, Reply, loopback

DATA = picture()
PROMPT = 'a "clay" fish with %seed% scales\nand a \\ hat'
ORDER = PictureOrder("5f" * 16, ConceptPrompt("Fish", "icon", PROMPT), 1023, 7)
PROMPT_ID = str(uuid.UUID(ORDER.id))
OWN = {"1": {"class_type": "Draw", "inputs": {"t": "clay, %prompt%, %width%x%height%", "s": "%seed%"}}}


class Work:
    """The generator, and what it told."""

    def __init__(self, server: Loopback, **plain: str) -> None:
        self.values = ProviderValues({"base_url": server.url, **plain})
        self.wire = HttpWire(NetworkRules())
        self.token = CancelToken()
        self.fractions: list[float | None] = []
        self.partials: list[object] = []
        self.job = JobContext(
            self.token, lambda fraction, words: self.fractions.append(fraction), self.partials.append
        )

    def draw(self, order: PictureOrder = ORDER) -> RemotePicture:
        return ComfyUi().draw(order, self.values, self.wire, UnkeptDesk(), self.job)

    def resume(self) -> RemotePicture:
        return ComfyUi().resume(PROMPT_ID, self.values, self.wire, self.job)


def test_steps_and_both_kinds_of_previews_are_handed_on_and_others_are_not():
    with loopback(Server(DATA)) as server:
        work = Work(server)
        work.draw()
    assert 0.25 in work.fractions
    assert 0.9 not in work.fractions
    assert work.partials == [PartialPicture(picture("JPEG")), PartialPicture(picture("PNG"))]


def test_our_workflow_carries_prompt_seed_size_and_the_first_model():
    fake = Server(DATA)
    with loopback(fake) as server:
        drawn = Work(server).draw()
    inputs = {name: node["inputs"] for name, node in fake.graph.items()}
    assert inputs["wanted"]["text"] == PROMPT
    assert (inputs["canvas"]["width"], inputs["canvas"]["height"]) == (1016, 1016)
    assert inputs["sampler"]["seed"] == 7
    assert inputs["checkpoint"]["ckpt_name"] == "clay.safetensors"
    assert (drawn.remote_id, drawn.model, drawn.seed, drawn.cost_usd) == (PROMPT_ID, "clay.safetensors", 7, 0)
    assert "%" not in json.dumps(fake.graph).replace("%seed% scales", "")


def test_every_link_of_our_workflow_leads_to_a_node():
    graph = load_workflow("")
    links = [link for node in graph.values() for link in node["inputs"].values() if isinstance(link, list)]
    assert links
    assert all(source in graph for source, _ in links)


def test_without_a_seed_each_order_has_its_own():
    fake = Server(DATA)
    with loopback(fake) as server:
        seed = Work(server).draw(PictureOrder(ORDER.id, ORDER.prompt)).seed
    assert seed
    assert fake.graph["sampler"]["inputs"]["seed"] == seed


def test_a_silent_socket_does_not_hold_up_a_picture_that_is_done():
    fake = Server(DATA)
    fake.silent = True
    with loopback(fake) as server:
        begun = time.monotonic()
        assert Work(server).draw().data == DATA
        assert time.monotonic() - begun < 5


def test_without_any_socket_the_history_is_enough():
    fake = Server(DATA)
    fake.silent = True
    with loopback({}) as server:
        server.answer = lambda asked: Reply(404) if asked.path == "/ws" else fake(asked)
        assert Work(server).draw().data == DATA


def test_an_order_is_found_again_by_the_id_chosen_here():
    fake = Server(DATA)
    with loopback(fake) as server:
        Work(server).draw()
        assert Work(server).resume().data == DATA
        assert len(server.calls("POST", "/prompt")) == 1


def test_a_server_that_was_restarted_has_forgotten_the_order():
    fake = Server(DATA)
    with loopback(fake) as server:
        Work(server).draw()
        fake.forgotten = True
        with pytest.raises(ServiceError) as caught:
            Work(server).resume()
    assert "any more" in caught.value.message


def test_cancel_takes_the_order_out_and_stops_it_by_its_id():
    fake = Server(DATA)
    fake.goes_on = True
    with loopback(fake) as server:
        work = Work(server)
        threading.Timer(0.7, work.token.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            work.draw()
        assert time.monotonic() - begun < 1.7
        assert server.calls("POST", "/queue")[0].json() == {"delete": [PROMPT_ID]}
        assert server.calls("POST", "/interrupt")[0].json() == {"prompt_id": PROMPT_ID}


def test_cancel_never_stops_the_order_of_another():
    fake = Server(DATA)
    with loopback(fake) as server:
        work = Work(server)
        fake.ordered.set()
        fake.prompt_id = "another"
        late = Reply(wait_s=5)
        server.answer = lambda asked: late if asked.path == "/prompt" else fake(asked)
        threading.Timer(0.4, work.token.cancel).start()
        with pytest.raises(Cancelled):
            work.draw()
        time.sleep(0.2)
        assert server.calls("POST", "/queue")
        assert not server.calls("POST", "/interrupt")


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (
            failure("execution_error", exception_message="no such sampler", exception_type="KeyError"),
            "sampler",
        ),
        (failure("execution_error", exception_type="torch.cuda.OutOfMemoryError"), "out of memory"),
        (failure("execution_interrupted", node_id="3"), "stopped in ComfyUI"),
        (failure("other"), "out of order"),
        ({"outputs": {}, "status": None}, "saved no picture"),
        ({"outputs": {"9": {"3d": [{"filename": "a.glb"}]}}}, "saved no picture"),
    ],
)
def test_an_order_that_ends_badly_says_why(entry, words):
    fake = Server(DATA)
    fake.entry = lambda prompt_id: entry
    with loopback(fake) as server, pytest.raises(ServiceError) as caught:
        Work(server).draw()
    assert words in caught.value.message
    assert caught.value.hint


def test_a_server_without_models_says_what_to_do():
    fake = Server(DATA)
    empty = Reply.of_json(
        {"CheckpointLoaderSimple": {"input": {"required": {"ckpt_name": ["COMBO", {"options": []}]}}}}
    )
    with loopback({}) as server:
        server.answer = lambda asked: empty if asked.path.startswith("/object_info") else fake(asked)
        for job in (lambda work: work.draw(), lambda work: ComfyUi().test(work.values, work.wire, work.job)):
            with pytest.raises(ServiceError) as caught:
                job(Work(server))
            assert caught.value.reason == "model_gone"
    assert not fake.ordered.is_set()


def test_newer_servers_list_their_models_in_another_way():
    fake = Server(DATA)
    names = {"input": {"required": {"ckpt_name": ["COMBO", {"options": comfyui.MODELS[1:]}]}}}
    newer = Reply.of_json({"CheckpointLoaderSimple": names})
    with loopback({}) as server:
        server.answer = lambda asked: newer if asked.path.startswith("/object_info") else fake(asked)
        assert Work(server).draw().model == "other.safetensors"


def test_a_persons_own_workflow_is_filled_and_needs_no_model(tmp_path):
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(OWN), encoding="utf-8")
    fake = Server(DATA)
    with loopback(fake) as server:
        Work(server, workflow=str(path)).draw()
        assert not server.calls("GET", "/CheckpointLoaderSimple")
    assert fake.graph["1"]["inputs"] == {"t": f"clay, {PROMPT}, 1016x1016", "s": 7}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"nodes": [], "links": []}',
        '{"1": {"class_type": "Draw", "inputs": {}}}',
        "[" * 100_000,
        "\udcff",
    ],
)
def test_a_file_that_is_no_workflow_is_said_before_anything_is_sent(tmp_path, text):
    path = tmp_path / "mine.json"
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    with loopback(Server(DATA)) as server:
        for name in (path, tmp_path / "missing.json", tmp_path):
            with pytest.raises(ServiceError) as caught:
                Work(server, workflow=str(name)).draw()
            assert caught.value.reason == "bad_input"
            assert caught.value.hint
        assert not server.asked


def test_what_is_filled_in_is_not_looked_through_again():
    values = {"%prompt%": "%seed% and %prompt%", "%seed%": 5}
    assert filled(["%prompt%", "a %seed% b %prompt% c", "%seed%", 3], values) == [
        "%seed% and %prompt%",
        "a 5 b %seed% and %prompt% c",
        5,
        3,
    ]
