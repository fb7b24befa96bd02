"""A real ComfyUI, where one runs: its address in MEMOREEZ_COMFYUI_URL. No weights are needed.

Its server is in no package registry, so that nothing here can install it; the fake beside this test says what
its own source says.
"""

from __future__ import annotations

import json
import os
import threading
import time
import uuid

import pytest

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import ConceptPrompt, PictureOrder, ProviderValues, ServiceError
from memoreez_desktop.imaging.picture_bytes import is_whole_picture
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire

URL = os.environ.get("MEMOREEZ_COMFYUI_URL", "")
WIRE = HttpWire(NetworkRules())
COMFYUI = generator_catalog().get("comfyui")

pytestmark = [
    pytest.mark.peer,
    pytest.mark.skipif(
        not URL, reason="ComfyUI is in no package registry; MEMOREEZ_COMFYUI_URL names a running one"
    ),
]


class Desk:
    """Remembers the order's own number."""

    def __init__(self):
        self.remote_id = ""

    def about_to_send(self):
        """Nothing is kept here."""

    def accepted(self, remote_id):
        self.remote_id = remote_id


def graph(**changed):
    """An even picture with a border of another colour, scaled: nothing has to be loaded."""
    even = {"width": 64, "height": 64, "batch_size": 1, "color": "%seed%"}
    border = {"left": 32, "top": 0, "right": 0, "bottom": 32, "feathering": 0}
    nodes = {
        "1": {"class_type": "EmptyImage", "inputs": even},
        "3": {"class_type": "ImagePadForOutpaint", "inputs": {"image": ["1", 0], **border}},
        "4": {
            "class_type": "ImageScale",
            "inputs": {
                "image": ["3", 0],
                "upscale_method": "lanczos",
                "width": "%width%",
                "height": "%height%",
                "crop": "disabled",
            },
        },
        "5": {
            "class_type": "SaveImage",
            "inputs": {"images": ["4", 0], "filename_prefix": "memoreez-test"},
            "_meta": {"title": "%prompt%"},
        },
    }
    return nodes | changed


@pytest.fixture
def values(tmp_path):
    """Give the fields with a workflow of their own."""

    def with_graph(nodes):
        file = tmp_path / "workflow.json"
        file.write_text(json.dumps(nodes))
        return ProviderValues({"base_url": URL, "workflow": str(file)})

    return with_graph


def order(size_px=256):
    prompt = ConceptPrompt("Fish", "icon", "a solid clay fish")
    return PictureOrder(uuid.uuid4().hex, prompt, size_px, int(time.time()) % 16_000_000)


def test_the_test_button_names_its_version(values):
    assert "ComfyUI" in COMFYUI.test(values(graph()), WIRE, JobContext())


def test_a_picture_is_queued_drawn_and_downloaded_and_found_again(values):
    desk, said, fields = Desk(), [], values(graph())
    job = JobContext(None, lambda fraction, words: said.append(words))
    drawn = COMFYUI.draw(order(), fields, WIRE, desk, job)
    assert is_whole_picture(drawn.data)
    assert said
    # As a program does that was killed after the order.
    assert COMFYUI.resume(desk.remote_id, fields, HttpWire(NetworkRules()), JobContext()).data == drawn.data


def test_a_cancel_takes_it_off_the_queue(values):
    token = CancelToken()
    desk = Desk()
    threading.Timer(0.2, token.cancel).start()
    job = JobContext(token)

    def draw_on():
        while True:
            COMFYUI.draw(order(2048), values(graph()), WIRE, desk, job)

    with pytest.raises(Cancelled):
        draw_on()


def test_a_workflow_with_a_node_it_does_not_know_is_refused_in_words(values):
    nodes = graph(**{"9": {"class_type": "NoSuchNode", "inputs": {}}})
    with pytest.raises(ServiceError) as caught:
        COMFYUI.draw(order(), values(nodes), WIRE, Desk(), JobContext())
    assert caught.value.reason == "bad_input"
    assert caught.value.hint


def test_an_order_it_has_never_heard_of_is_not_waited_for(values):
    with pytest.raises(ServiceError):
        COMFYUI.resume(str(uuid.uuid4()), values(graph()), WIRE, JobContext())
