"""A picture to a printable mesh on the command line: the price first, ordered once, resumed later."""

import io
import json

import keyring
import pytest
from PIL import Image

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.settings import Settings, SettingsFile
from tests.fakes.image_services.service import picture
from tests.fakes.loopback import Reply, loopback
from tests.fakes.memory_keyring import MemoryKeyring
from tests.fakes.mesh_room import DATA, orders, spoiled
from tests.fakes.mesh_services import hunyuan, tripo
from tests.fakes.mesh_services.service import KEY

(TRIPO,) = tripo.SERVICES
(HUNYUAN,) = hunyuan.SERVICES


@pytest.fixture(autouse=True)
def own_net(home, monkeypatch, tmp_path):
    """A keyring of the test's own, services at home, and a picture."""
    backend = MemoryKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    monkeypatch.setenv("MEMOREEZ_KEY_TRIPO", KEY)
    SettingsFile(home / "settings.json").save(Settings(private_services=True))
    (tmp_path / "ball.png").write_bytes(picture(size_px=256))


def sculpt(tmp_path, server, *more, provider="tripo"):
    return (
        "sculpt",
        tmp_path / "ball.png",
        "--provider",
        provider,
        "--field",
        f"base_url={server.url}",
        "-o",
        tmp_path / "out.stl",
        "--json",
        *more,
    )


def test_a_picture_becomes_a_printable_mesh(memoreez, home, tmp_path):
    with loopback({}) as server:
        server.answer = HUNYUAN.answer(server, DATA)
        files = ("--raw", tmp_path / "raw.stl", "--sent", tmp_path / "sent.png")
        said = memoreez(*sculpt(tmp_path, server, *files, provider="hunyuan"))
    assert said.code == exit_codes.DONE, said.err
    told = json.loads(said.out)
    assert told["watertight"]
    assert told["provider"] == "hunyuan"
    assert (tmp_path / "raw.stl").read_bytes() == DATA
    assert (tmp_path / "sent.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "out.stl").stat().st_size > 84
    # Terms and what leaves are told before.
    assert "European Union" in said.err


def test_without_a_yes_the_price_is_told_and_nothing_leaves(memoreez, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with loopback({}) as server:
        said = memoreez(*sculpt(tmp_path, server))
        assert server.asked == []
    assert said.code == exit_codes.REFUSED
    assert "0.20 USD" in said.err
    assert not (tmp_path / "out.stl").exists()


def test_an_interrupted_order_is_fetched_by_the_next_call_and_not_ordered_again(memoreez, home, tmp_path):
    trouble = Reply(401, b"{}")
    with loopback({}) as server:
        server.answer = spoiled(TRIPO, server, trouble, question=True)
        said = memoreez(*sculpt(tmp_path, server, "--yes"))
        assert said.code == exit_codes.PROVIDER
        library = Library(home)
        (left,) = library.orders.history("mesh")
        library.close()
        assert left.state == "accepted"
        server.answer = TRIPO.answer(server, DATA)
        resume = ("sculpt", "--resume", left.id[:8], "--field", f"base_url={server.url}")
        again = memoreez(*resume, "-o", tmp_path / "out.stl", "--json")
        assert again.code == exit_codes.DONE, again.err
        assert orders(TRIPO, server) == 1
    told = json.loads(again.out)
    assert (told["order"], told["cost_usd"]) == (left.id, 0.2)


@pytest.mark.parametrize(
    "words",
    [("-o", "x.stl"), ("ball.png", "--resume", "last", "-o", "x.stl"), ("ball.png", "-o", "x.txt")],
)
def test_wrong_usage_is_said_in_one_line(memoreez, words):
    said = memoreez("sculpt", *words)
    assert said.code == exit_codes.USAGE
    assert "Traceback" not in said.err


def test_a_picture_without_a_subject_is_refused_before_anything_is_sent(memoreez, tmp_path):
    Image.new("RGB", (64, 64), "white").save(tmp_path / "ball.png")
    with loopback({}) as server:
        said = memoreez(*sculpt(tmp_path, server, "--yes"))
        assert server.asked == []
    assert said.code == exit_codes.BAD_INPUT


def test_an_order_nobody_knows_is_named(memoreez, tmp_path):
    said = memoreez("sculpt", "--resume", "ffff", "-o", tmp_path / "x.stl")
    assert said.code == exit_codes.USAGE
