"""Concepts by a service on the command line: the price first, every card a line, keys nowhere."""

import io
import json
import os
import subprocess
import sys
import time

import keyring
import pytest
from PIL import Image

from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.settings import Settings, SettingsFile
from tests.fakes.image_services import bfl, openai_images
from tests.fakes.image_services.service import KEY, picture
from tests.fakes.loopback import Reply, loopback
from tests.fakes.memory_keyring import MemoryKeyring

DATA = picture(size_px=512)
TOLD = ("--name", "Karl", "--passion", "fishing")
GUARD = "import sys; from memoreez_desktop.cli.entry import main; sys.exit(main({words!r}))"


@pytest.fixture
def kept(monkeypatch):
    """A keyring of the test's own instead of the system's."""
    backend = MemoryKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    return backend.kept


@pytest.fixture
def own_net(home):
    """Settings in which every service may be at home."""
    SettingsFile(home / "settings.json").save(Settings(private_services=True))


def ordering(server, out, *more, provider="openai-images"):
    return (
        "concepts",
        *TOLD,
        "--provider",
        provider,
        "--field",
        f"base_url={server.url}",
        "--out",
        out,
        "--json",
        *more,
    )


def lines(said):
    return [json.loads(line) for line in said.out.splitlines()]


def orders_in(home):
    library = Library(home)
    project = library.latest_project()
    cards = library.concepts(project.id) if project else ()
    found = [library.orders.of_card(project.id, card.plan.id)[0] for card in cards]
    library.close()
    return found


@pytest.mark.parametrize("more", [(), ("--quiet",)])
def test_without_a_yes_the_price_is_told_and_nothing_leaves(
    memoreez, kept, own_net, tmp_path, monkeypatch, more
):
    monkeypatch.setenv("MEMOREEZ_KEY_BFL", KEY)
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    with loopback({}) as server:
        said = memoreez(*ordering(server, tmp_path / "o", *more, provider="bfl"))
    assert said.code == 4
    assert "0.06 USD" in said.err
    assert server.asked == []
    assert orders_in(tmp_path / "home") == []


def test_each_card_is_a_line_with_its_origin_and_its_order_is_kept(
    memoreez, kept, own_net, home, tmp_path, monkeypatch
):
    monkeypatch.setenv("MEMOREEZ_KEY_OPENAI_IMAGES", KEY)
    (service, *_) = openai_images.SERVICES
    with loopback({}) as server:
        server.answer = service.answer(server, DATA)
        said = memoreez(*ordering(server, tmp_path / "o", "--yes", "--count", "2", "--model", "some-model"))
    assert said.code == 0, said.err
    assert "2 pictures" in said.err
    found = lines(said)
    assert len(found) == 2
    assert KEY not in said.out + said.err
    for record in found:
        assert {"id", "title", "product", "seconds", "seed", "licence", "cost_usd"} <= set(record)
        assert (record["provider"], record["model"], record["order"]) == (
            "openai-images",
            "some-model",
            "done",
        )
        with Image.open(record["picture"]) as image:
            assert image.size == (512, 512)
            assert image.text["Description"] == record["prompt"]
    kept_orders = orders_in(home)
    assert {order.prompt.prompt for order in kept_orders} == {record["prompt"] for record in found}
    assert [order.state for order in kept_orders] == ["done", "done"]


def test_what_a_service_refuses_is_a_line_with_the_reason(memoreez, kept, own_net, tmp_path, monkeypatch):
    monkeypatch.setenv("MEMOREEZ_KEY_OPENAI_IMAGES", KEY)
    no = Reply.of_json({"error": {"message": f"bad {KEY}", "code": "insufficient_quota"}}, 429)
    with loopback({"POST /images/generations": no}) as server:
        said = memoreez(*ordering(server, tmp_path / "o", "--yes", "--count", "2"))
    assert said.code == 5
    assert [record["reason"] for record in lines(said)] == ["no_credit", "no_credit"]
    assert all(record["order"] == "failed" for record in lines(said))
    assert KEY not in said.out + said.err


def test_the_cap_holds_and_is_a_refusal_of_our_own(memoreez, kept, own_net, tmp_path, monkeypatch):
    monkeypatch.setenv("MEMOREEZ_KEY_BFL", KEY)
    with loopback({}) as server:
        said = memoreez(*ordering(server, tmp_path / "o", "--yes", "--cap", "0.01", provider="bfl"))
    assert said.code == 4
    assert server.asked == []


def test_from_a_service_to_gcode(memoreez, kept, own_net, tmp_path, monkeypatch):
    monkeypatch.setenv("MEMOREEZ_KEY_BFL", KEY)
    (service, *_) = bfl.SERVICES
    with loopback({}) as server:
        server.answer = service.answer(server, DATA)
        words = ordering(server, tmp_path / "o", "--yes", "--size", "100", provider="bfl")[1:]
        said = memoreez("make", *words)
        assert len(server.calls(*service.order)) == 1
    assert said.code == 0, said.err
    record = said.json
    (concept,) = record["concepts"]
    assert concept["model"] == "flux-2-klein-4b"
    assert max(record["size_mm"]) == pytest.approx(100, rel=0.25)
    assert record["watertight"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--provider", "nobody"), "nobody"),
        (("--provider", "bfl", "--field", "key=sk-123"), "does not belong"),
        (("--provider", "bfl", "--field", "nothing=1"), "Known"),
        (("--provider", "openai-images", "--field", "quality=best"), "low, medium, high"),
        (("--provider", "bfl", "--product", "keychain"), "--product"),
        (("--provider", "bfl", "--size", "50"), "--size"),
        (("--provider", "bfl", "--cap", "-1"), "cap"),
        (("--model", "x"), "studio"),
        (("--provider", "bfl", "--writer", "nobody"), "nobody"),
    ],
)
def test_wrong_words(memoreez, kept, home, tmp_path, more, words):
    said = memoreez("concepts", *TOLD, "--out", tmp_path / "o", *more)
    assert said.code == 2
    assert words in said.err
    assert "sk-123" not in said.err
    assert not list(tmp_path.glob("home/library*"))


def test_a_size_that_cannot_be_made_is_said_before_the_order(memoreez, kept, home, tmp_path):
    said = memoreez("make", *TOLD, "--provider", "bfl", "--size", "50", "--yes", "--out", tmp_path / "o")
    assert said.code == 2
    assert "60 to 140 mm" in said.err


def test_offline_is_a_providers_no(memoreez, kept, home, tmp_path, monkeypatch):
    monkeypatch.setenv("MEMOREEZ_KEY_BFL", KEY)
    SettingsFile(home / "settings.json").save(Settings(offline=True))
    said = memoreez("concepts", *TOLD, "--provider", "bfl", "--yes", "--out", tmp_path / "o")
    assert said.code == 5
    assert "offline" in said.err
    listed = {entry["id"]: entry for entry in memoreez("providers", "--json").json}
    assert {name for name, entry in listed.items() if entry["available"]} == {"studio", "template"}


def test_a_missing_key_is_named_with_its_remedy(memoreez, kept, home, tmp_path):
    said = memoreez("concepts", *TOLD, "--provider", "openai-images", "--out", tmp_path / "o")
    assert said.code == 5
    assert "MEMOREEZ_KEY_OPENAI_IMAGES" in said.err


def test_a_key_goes_from_stdin_to_the_keyring_and_back_out(memoreez, kept, home, monkeypatch, tmp_path):
    told = tmp_path / "told"
    for text, stored in ((f"{KEY}\n", True), ("\n", False)):
        told.write_text(text)
        with told.open() as stdin:
            monkeypatch.setattr("sys.stdin", stdin)
            said = memoreez("provider-key", "bfl", "--json")
        assert (said.code, said.json) == (0, {"id": "bfl", "stored": stored})
        assert KEY not in said.out + said.err
        assert kept == ({("memoreez/bfl", "key"): KEY} if stored else {})
        listed = {entry["id"]: entry for entry in memoreez("providers", "--json").json}
        assert listed["bfl"]["available"] is stored
    kept["memoreez/bfl", "key"] = KEY
    assert memoreez("provider-key", "bfl", "--clear").code == 0
    assert kept == {}


def test_the_doctor_asks_services_only_when_told_to(memoreez, kept, home, monkeypatch):
    monkeypatch.setenv("MEMOREEZ_KEY_OPENAI_IMAGES", KEY)
    (service, *_) = openai_images.SERVICES
    with loopback({}) as server:
        server.answer = service.answer(server, DATA)
        entered = {"openai-images": {"base_url": server.url}}
        SettingsFile(home / "settings.json").save(Settings(private_services=True, providers=entered))
        plain = {check["id"] for check in memoreez("doctor", "--json").json["checks"]}
        assert server.asked == []
        said = memoreez("doctor", "--network", "--json")
        assert [asked.method for asked in server.asked] == ["GET"]
    checks = {check["id"]: check for check in said.json["checks"]}
    assert set(checks) - plain == {"service-openai-images", "service-template"}
    assert checks["service-openai-images"]["ok"]
    assert KEY not in said.out + said.err


@pytest.mark.parametrize("provider", ["ollama", "studio", "nobody"])
def test_who_has_no_key_gets_none(memoreez, kept, home, provider):
    assert memoreez("provider-key", provider).code == 2


def test_without_a_keyring_the_variable_is_named(program):
    env = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    said = program("provider-key", "bfl", env=env, input=KEY)
    assert said.code == 4
    assert "MEMOREEZ_KEY_BFL" in said.err
    assert KEY not in said.out + said.err


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a Unix word")
def test_killed_while_ordering_nothing_is_ordered_again(home, own_net, tmp_path):
    slow = Reply(wait_s=20)
    with loopback({"POST /images/generations": slow}) as server:
        words = [str(word) for word in ordering(server, tmp_path / "o", "--yes", "--count", "1")]
        env = {**os.environ, "MEMOREEZ_KEY_OPENAI_IMAGES": KEY}
        running = subprocess.Popen([sys.executable, "-c", GUARD.format(words=words)], env=env)
        end = time.monotonic() + 60
        while not server.asked and time.monotonic() < end:
            time.sleep(0.05)
        seen = "\0".join(_arguments(running.pid))
        running.kill()
        running.wait(10)
        assert len(server.asked) == 1
    assert KEY not in seen
    library = Library(home)
    (left,) = library.orders.take_over()
    library.close()
    assert left.state == "unsure"


def _arguments(pid):
    import psutil

    return psutil.Process(pid).cmdline()
