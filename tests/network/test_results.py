"""A result of unknown size: whole or not there, and never fetched twice."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.results import LinkExpiredError
from memoreez_desktop.network.wire import HttpWire
from tests.fakes.loopback import Asked, Reply, loopback

DATA = os.urandom(300_000)
TAG = {"etag": '"v1"'}


def fetch(url: str, part: Path, job: JobContext | None = None, **more: object) -> None:
    """With a client of its own, as the next program has one."""
    HttpWire(NetworkRules()).fetch_result(
        url, part, job or JobContext(), local=True, **{"give_up_after_s": 1.0, **more}
    )


def ranged(asked: Asked, data: bytes = DATA, tag: str = '"v1"') -> Reply:
    """Answer as a file host does."""
    told = asked.headers.get("range", "")
    if told and asked.headers.get("if-range") == tag:
        start = int(told.removeprefix("bytes=").rstrip("-"))
        if start >= len(data):
            return Reply(416, b"", {"content-range": f"bytes */{len(data)}"})
        where = f"bytes {start}-{len(data) - 1}/{len(data)}"
        return Reply(206, data[start:], {"etag": tag, "content-range": where})
    return Reply(200, data, {"etag": tag})


def test_a_result_that_comes_whole_stands_alone(tmp_path):
    with loopback({"GET /m": ranged}) as server:
        fetch(server.url + "/m", tmp_path / "m")
    assert (tmp_path / "m").read_bytes() == DATA
    assert [entry.name for entry in tmp_path.iterdir()] == ["m"]
    assert not any(name in server.asked[0].headers for name in ("authorization", "x-key", "x-goog-api-key"))


@pytest.mark.parametrize("fault", ["reset", "truncate"])
def test_a_broken_download_goes_on_where_it_stopped(tmp_path, fault):
    replies = []

    def answer(asked: Asked) -> Reply:
        replies.append(asked)
        if len(replies) == 1:
            whole = {"etag": '"v1"', "content-length": str(len(DATA))}
            if fault == "reset":
                return Reply(200, [DATA[:100_000]], whole, fault="reset")
            return Reply(200, [DATA[:100_000]], whole)
        return ranged(asked)

    with loopback({"GET /m": answer}) as server:
        fetch(server.url + "/m", tmp_path / "m", give_up_after_s=5.0)
    assert (tmp_path / "m").read_bytes() == DATA
    assert replies[1].headers["range"].startswith("bytes=")


def test_the_next_program_goes_on_where_the_last_one_was_stopped(tmp_path):
    cancel = CancelToken()

    def drip(asked: Asked) -> Reply:
        def pieces():
            yield DATA[:200_000]
            cancel.cancel()
            for _ in range(50):
                yield b""

        return Reply(200, pieces(), {"etag": '"v1"', "content-length": str(len(DATA))}, pause_s=0.02)

    with loopback({"GET /m": drip}) as server, pytest.raises(Cancelled):
        fetch(server.url + "/m", tmp_path / "m", JobContext(cancel))
    assert not (tmp_path / "m").exists()
    have = (tmp_path / "m.part").stat().st_size
    with loopback({"GET /m": ranged}) as server:
        fetch(server.url + "/m", tmp_path / "m")
        assert server.asked[0].headers["range"] == f"bytes={have}-"
        assert have > 0
    assert (tmp_path / "m").read_bytes() == DATA


def test_halves_of_two_files_are_never_joined(tmp_path):
    (tmp_path / "m.part").write_bytes(b"old" * 1000)
    (tmp_path / "m.tag").write_text('"v0"')
    with loopback({"GET /m": ranged}) as server:
        fetch(server.url + "/m", tmp_path / "m")
    assert (tmp_path / "m").read_bytes() == DATA


def test_a_half_without_a_tag_is_fetched_anew(tmp_path):
    (tmp_path / "m.part").write_bytes(DATA[:1000])
    with loopback({"GET /m": ranged}) as server:
        fetch(server.url + "/m", tmp_path / "m")
        assert "range" not in server.asked[0].headers
    assert (tmp_path / "m").read_bytes() == DATA


def test_what_was_whole_before_the_program_ended_is_not_fetched_again(tmp_path):
    (tmp_path / "m.part").write_bytes(DATA)
    (tmp_path / "m.tag").write_text('"v1"')
    with loopback({"GET /m": ranged}) as server:
        fetch(server.url + "/m", tmp_path / "m")
        assert len(server.asked) == 1
    assert (tmp_path / "m").read_bytes() == DATA


def test_a_result_whose_length_nobody_tells_ends_with_the_line(tmp_path):
    with loopback({"GET /m": Reply(200, [DATA[:9], DATA[9:]])}) as server:
        fetch(server.url + "/m", tmp_path / "m")
    assert (tmp_path / "m").read_bytes() == DATA


def test_a_host_that_packs_against_the_wish_is_unpacked(tmp_path):
    packed = Reply(200, gzip.compress(DATA), {"content-encoding": "gzip", **TAG})
    with loopback({"GET /m": packed}) as server:
        fetch(server.url + "/m", tmp_path / "m")
    assert (tmp_path / "m").read_bytes() == DATA


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_an_expired_link_is_told_from_every_other_trouble(tmp_path, status):
    gone = Reply(status, b"<Error>AccessDenied</Error>")
    with loopback({"GET /m": gone}) as server, pytest.raises(LinkExpiredError) as caught:
        fetch(server.url + "/m", tmp_path / "m")
    assert caught.value.hint
    assert not (tmp_path / "m").exists()


def test_passing_trouble_is_waited_for_and_lasting_trouble_is_told(tmp_path):
    tries = []

    def answer(asked: Asked) -> Reply:
        tries.append(asked)
        return Reply(503) if len(tries) < 3 else ranged(asked)

    with loopback({"GET /m": answer, "GET /n": Reply(502)}) as server:
        fetch(server.url + "/m", tmp_path / "m")
        with pytest.raises(ServiceError) as caught:
            fetch(server.url + "/n", tmp_path / "n", give_up_after_s=0.3)
    assert (tmp_path / "m").read_bytes() == DATA
    assert caught.value.reason == "offline"


def test_more_than_was_allowed_is_not_taken(tmp_path):
    endless = Reply(200, [b"x" * 65536], fault="endless")
    with loopback({"GET /m": endless}) as server, pytest.raises(ServiceError):
        fetch(server.url + "/m", tmp_path / "m", most_bytes=1_000_000)
    assert not (tmp_path / "m").exists()


def test_offline_asks_nobody(tmp_path):
    with loopback({"GET /m": ranged}) as server, pytest.raises(ServiceError) as caught:
        HttpWire(NetworkRules(offline=True)).fetch_result(
            server.url + "/m", tmp_path / "m", JobContext(), local=True
        )
    assert (caught.value.reason, server.asked) == ("offline", [])
