"""The sentence under the story is true for what was chosen, and asks nobody over the network."""

import dataclasses

import pytest

from memoreez_desktop.core.remote import Price
from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.services.ai_setup import look_at_setup
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.remote_job_rows import NewOrder
from memoreez_desktop.storage.secrets import Secrets
from memoreez_desktop.storage.settings import Settings
from tests.fakes.memory_keyring import MemoryKeyring

NOTHING = "Nothing leaves this computer. It costs nothing."
KEY = "planted-key-1234"


@pytest.fixture
def room(tmp_path):
    library = Library(tmp_path)
    yield Room(library)
    library.close()


class Room:
    def __init__(self, library):
        self.library = library
        self.desk = AiDesk(Secrets(MemoryKeyring()))

    def look(self, has_photo=False, **values):
        settings = dataclasses.replace(Settings(), **values)
        found = look_at_setup(self.desk, self.library, settings, has_photo)
        assert KEY not in f"{found}"
        assert not self.desk.outbound.rows()
        return found

    def spend(self, usd):
        plan = NewOrder("o1", "p1", "c1", "stability", "core", "T", "icon", "P")
        self.library.orders.plan(plan)
        self.library.orders.reserve("o1", Price(usd), 100.0)


def test_the_studio_alone_sends_nothing(room):
    found = room.look()
    assert (found.level, found.words, found.remedy, found.drawers) == ("good", NOTHING, "", ())


def test_what_is_unknown_is_as_good_as_the_studio(room):
    assert room.look(generator_id="gone-service").words == NOTHING


def test_offline_only_the_studio_draws(room):
    room.desk.keys.set("stability", KEY)
    found = room.look(generator_id="stability", offline=True)
    assert found.level == "good"
    assert "offline" in found.words
    assert found.detail == NOTHING
    assert found.remedy == "stability"


@pytest.mark.parametrize("service", ["stability", "openai-images", "cloudflare", "fal", "gemini"])
def test_without_a_key_it_says_whose_is_missing(room, service):
    found = room.look(generator_id=service)
    assert found.level == "warning"
    assert "has no key yet: only the studio draws" in found.words
    assert found.detail == NOTHING
    assert found.remedy == service


def test_with_a_key_but_without_an_account_it_says_what_it_needs(room):
    room.desk.keys.set("cloudflare", KEY)
    assert "account" in room.look(generator_id="cloudflare").words


def test_a_paid_service_says_price_time_and_what_leaves(room):
    room.desk.keys.set("stability", KEY)
    found = room.look(generator_id="stability")
    assert found.level == "info"
    assert found.words == "4 pictures · Stability AI · about 0.12 USD in all · usually 10 s each"
    assert found.detail.startswith("Leaves this computer: the prompt. Price of ")
    assert found.detail.endswith("You are asked before anything is ordered.")
    assert "asked" not in room.look(generator_id="stability", ask_before_paid=False).detail
    assert room.look(generator_id="stability", ai_count=2).words.startswith("2 pictures")


@pytest.mark.parametrize(
    ("send", "has", "named"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_the_photo_is_named_only_when_it_goes_along(room, send, has, named):
    room.desk.keys.set("stability", KEY)
    found = room.look(has, generator_id="stability", send_photo=send)
    assert ("photo" in found.detail) is named


def test_a_local_server_is_free_and_asks_nothing(room):
    found = room.look(generator_id="comfyui", monthly_cap_usd=0.0)
    assert found.level == "info"
    assert "free" in found.words
    assert "asked" not in found.detail


@pytest.mark.parametrize(
    ("spent", "words"),
    [
        (0.0, "about 0.12 USD in all"),
        (0.88, "about 0.12 USD in all"),
        (0.90, "leaves 0.10 USD: only 3 of 4 AI pictures will be drawn."),
        (0.98, "leaves 0.02 USD: the AI pictures will not be drawn."),
        (1.50, "leaves 0.00 USD: the AI pictures will not be drawn."),
    ],
)
def test_the_monthly_limit_is_foretold_as_the_ledger_will_hold_it(room, spent, words):
    room.desk.keys.set("stability", KEY)
    if spent:
        room.spend(spent)
    found = room.look(generator_id="stability", monthly_cap_usd=1.0)
    assert words in found.words
    assert found.level == ("info" if "about" in words else "warning")
    if "not be drawn" in words:
        assert found.detail == NOTHING


def test_a_writer_elsewhere_gets_the_story_and_that_is_said(room):
    room.desk.keys.set("stability", KEY)
    told = room.look(generator_id="stability", writer_id="openai-chat").detail
    assert "Your story goes to OpenAI (words)" in told
    own = {"openai-chat": {"own_server": True, "base_url": "http://127.0.0.1:1234/v1"}}
    told = room.look(generator_id="stability", writer_id="openai-chat", providers=own).detail
    assert "your own OpenAI (words) only" in told
    assert "your own Ollama only" in room.look(generator_id="stability", writer_id="ollama").detail
    assert "story" not in room.look(generator_id="stability", writer_id="template").detail
    none_fits = room.look(generator_id="stability", writer_id="openai-chat", monthly_cap_usd=0.0)
    assert "story" in none_fits.detail


def test_only_what_is_ready_and_was_set_up_is_offered(room):
    room.desk.keys.set("stability", KEY)
    room.desk.keys.set("cloudflare", KEY)
    found = room.look(providers={"comfyui": {}, "bfl": {}})
    assert [drawer.id for drawer in found.drawers] == ["stability", "comfyui"]
    found = room.look(generator_id="bfl")
    assert [drawer.id for drawer in found.drawers] == ["bfl", "stability"]
