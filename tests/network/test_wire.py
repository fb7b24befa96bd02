"""The one door to the network against a server that misbehaves in every known way."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from websockets.sync.server import serve

import memoreez_desktop
from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.network.api import Answer, Ask, NetworkRules, Outbound, ServerEvent
from memoreez_desktop.network.wire import HttpWire
from tests.fakes.loopback import Asked, Reply, loopback

KEY = "sk-very-secret"


def wire(**rules: object) -> HttpWire:
    return HttpWire(NetworkRules(**rules))


def ask(url: str, method: str = "GET", **more: object) -> Ask:
    return Ask(method, url, local=True, **{"read_timeout_s": 5.0, "deadline_s": 8.0, **more})


@pytest.mark.parametrize("status", [200, 201, 401, 402, 403, 404, 408, 413, 422, 429, 500, 503])
def test_answers_of_any_status_come_back_whole(status):
    reply = Reply.of_json({"n": 1}, status, Retry_After="7")
    with loopback({"POST /x": reply}) as server:
        answer = wire().call(ask(server.url + "/x", "POST", json_body={"a": "ü"}, paid=True), JobContext())
    assert (answer.status, answer.json(), answer.headers["retry-after"]) == (status, {"n": 1}, "7")
    assert server.asked[0].json() == {"a": "ü"}


@pytest.mark.parametrize(
    ("fault", "body"),
    [("reset", [b"half"]), ("truncate", b"half"), ("reset", [])],
)
def test_a_paid_order_whose_answer_is_lost_is_unsure_and_never_repeated(fault, body):
    lost = Reply(200, body, fault=fault)
    with loopback({"POST /pay": lost}) as server, pytest.raises(ServiceError) as caught:
        wire().call(ask(server.url + "/pay", "POST", json_body={}, paid=True), JobContext())
    assert caught.value.reason == "timeout_unsure"
    assert caught.value.maybe_charged
    assert len(server.asked) == 1


def test_silence_after_a_paid_order_is_unsure():
    with loopback({"POST /pay": Reply(wait_s=6)}) as server:
        with pytest.raises(ServiceError) as caught:
            wire().call(
                ask(server.url + "/pay", "POST", json_body={}, paid=True, read_timeout_s=0.3), JobContext()
            )
        assert len(server.asked) == 1
    assert caught.value.maybe_charged


def test_a_question_is_asked_again_when_the_line_breaks():
    def answer(asked: Asked) -> Reply:
        return Reply(200, [b"x"], fault="reset") if len(server.asked) < 2 else Reply(200, b"whole")

    with loopback(answer) as server:
        assert wire().call(ask(server.url + "/q"), JobContext()).body == b"whole"
    assert len(server.asked) == 2


def test_nobody_there_is_said_in_words_and_charges_nothing():
    with loopback({}) as server:
        url = server.url
    with pytest.raises(ServiceError, match="cannot be reached") as caught:
        wire().call(ask(url, "POST", json_body={}, paid=True, deadline_s=20), JobContext())
    assert caught.value.reason == "offline"
    assert not caught.value.maybe_charged


def test_more_than_was_agreed_is_not_read():
    endless = Reply(200, [b"x" * 65536], fault="endless")
    with loopback({"GET /big": endless}) as server, pytest.raises(ServiceError, match="larger than"):
        wire().call(ask(server.url + "/big", most_bytes=2_000_000), JobContext())


def test_headers_without_end_are_refused():
    many = {f"x-{n}": "y" * 60_000 for n in range(40)}
    with loopback({"GET /h": Reply(200, b"", many)}) as server, pytest.raises(ServiceError):
        wire().call(ask(server.url + "/h"), JobContext())


def test_a_slow_drip_ends_at_the_deadline():
    drip = Reply(200, (b"x" for _ in range(1000)), pause_s=0.05)
    with loopback({"GET /drip": drip}) as server:
        begun = time.monotonic()
        with pytest.raises(ServiceError, match="in time"):
            wire().call(ask(server.url + "/drip", deadline_s=0.6), JobContext())
        assert time.monotonic() - begun < 3


@pytest.mark.parametrize("reply", [Reply(wait_s=8), Reply(200, [b"x"], fault="silent")])
def test_cancel_holds_within_a_second(reply):
    token = CancelToken()
    with loopback({"POST /slow": reply}) as server:
        threading.Timer(0.3, token.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            wire().call(ask(server.url + "/slow", "POST", json_body={}, paid=True), JobContext(token))
        assert time.monotonic() - begun < 1.3


def test_keys_are_not_sent_on_by_a_redirect():
    with loopback({}) as elsewhere:
        to = {"location": elsewhere.url + "/catch"}
        secret = {"authorization": f"Bearer {KEY}"}
        moved = Reply(307, b"", to)
        with loopback({"GET /r": moved}) as server, pytest.raises(ServiceError, match="never sent on"):
            wire().call(ask(server.url + "/r", secret_headers=secret), JobContext())
        assert not elsewhere.asked


def test_a_download_follows_links_and_carries_no_key():
    with loopback({"GET /file": Reply(200, b"picture")}) as elsewhere:
        to = {"location": elsewhere.url + "/file"}
        with loopback({"GET /r": Reply(302, b"", to)}) as server:
            assert wire().download(server.url + "/r", JobContext(), local=True) == b"picture"
        assert not any("authorization" in asked.headers for asked in elsewhere.asked)


def test_an_expired_link_is_said():
    expired = Reply(403, b"expired")
    with loopback({"GET /file": expired}) as server, pytest.raises(ServiceError, match="403"):
        wire().download(server.url + "/file", JobContext(), local=True)


def test_links_that_go_round_end():
    with loopback(lambda asked: Reply(302, b"", {"location": "/again"})) as server:
        with pytest.raises(ServiceError):
            wire().download(server.url + "/again", JobContext(), local=True)
        assert len(server.asked) < 10


def test_cloud_services_are_not_looked_for_at_home():
    with loopback({"GET /x": Reply(200, b"")}) as server:
        with pytest.raises(ServiceError, match="own network"):
            HttpWire(NetworkRules()).call(Ask("GET", server.url + "/x"), JobContext())
        assert not server.asked


def test_events_come_one_by_one():
    events = [("a", {"n": n}) for n in range(3)]
    seen = []
    with loopback({"POST /e": Reply.of_events(*events, pause_s=0.15)}) as server:
        begun = time.monotonic()
        for event in wire().events(ask(server.url + "/e", "POST", json_body={}), JobContext()):
            seen.append((event, time.monotonic() - begun))
    assert [event for event, _ in seen] == [ServerEvent("a", f'{{"n": {n}}}') for n in range(3)]
    assert seen[0][1] < seen[2][1] - 0.2


def test_another_answer_than_events_comes_as_a_whole():
    with loopback({"POST /e": Reply.of_json({"error": "no"}, 400)}) as server:
        (answer,) = wire().events(ask(server.url + "/e", "POST", json_body={}), JobContext())
    assert isinstance(answer, Answer)
    assert (answer.status, answer.json()) == (400, {"error": "no"})


def test_a_stream_that_breaks_off_is_unsure_when_it_was_paid():
    broken = Reply.of_events(("a", {}), fault="reset")
    with loopback({"POST /e": broken}) as server, pytest.raises(ServiceError) as caught:
        list(wire().events(ask(server.url + "/e", "POST", json_body={}, paid=True), JobContext()))
    assert caught.value.maybe_charged


def test_a_stalled_stream_can_be_cancelled():
    token = CancelToken()
    stalled = Reply.of_events(("a", {}), fault="silent")
    with loopback({"POST /e": stalled}) as server:
        threading.Timer(0.4, token.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            list(wire().events(ask(server.url + "/e", "POST", json_body={}, paid=True), JobContext(token)))
        assert time.monotonic() - begun < 1.4


def test_a_form_without_files_is_still_multipart():
    with loopback({"POST /f": Reply(200, b"")}) as server:
        wire().call(ask(server.url + "/f", "POST", form={"prompt": "a cat"}, files=()), JobContext())
        wire().call(
            ask(
                server.url + "/f",
                "POST",
                form={"a": "b"},
                files=(("image", ("p.png", b"\x89P", "image/png")),),
            ),
            JobContext(),
        )
    assert all(asked.headers["content-type"].startswith("multipart/form-data") for asked in server.asked)
    assert b'name="prompt"' in server.asked[0].body
    assert b'filename="p.png"' in server.asked[1].body


def test_every_request_is_listed_by_host_and_bytes():
    listed: list[Outbound] = []
    with loopback({"POST /x": Reply(200, b"12345")}) as server:
        HttpWire(NetworkRules(), listed.append).call(
            ask(server.url + "/x?secret=1", "POST", content=b"abc"), JobContext()
        )
    assert listed == [Outbound("127.0.0.1", "POST", 3, 5, 200, local=True)]


def test_what_left_and_broke_off_is_listed_and_what_never_left_is_not():
    listed: list[Outbound] = []
    told = HttpWire(NetworkRules(), listed.append)
    with loopback({"POST /x": Reply(200, [b"half"], fault="reset")}) as server, pytest.raises(ServiceError):
        told.call(ask(server.url + "/x", "POST", content=b"abc", paid=True), JobContext())
    assert [(row.sent_bytes, row.status) for row in listed] == [(3, 0)]
    assert abs(listed[0].at_s - time.time()) < 60
    with pytest.raises(ServiceError):
        told.call(ask("http://127.0.0.1:9/", deadline_s=2.0), JobContext())
    with loopback({}) as server, pytest.raises(ServiceError):
        told.call(Ask("GET", server.url), JobContext())  # a private address
    assert len(listed) == 1


def test_a_websocket_is_listed_too():
    listed: list[Outbound] = []
    told = HttpWire(NetworkRules(), listed.append)
    with serve(lambda server: server.send("hello"), "127.0.0.1", 0) as server:
        running = threading.Thread(target=server.serve_forever)
        running.start()
        address = f"ws://127.0.0.1:{server.socket.getsockname()[1]}/"
        with told.socket(address, local=True) as talking:
            assert talking.receive(5) == "hello"
        server.shutdown()
        running.join()
    assert listed == [Outbound("127.0.0.1", "GET", 0, 5, 101, local=True)]


def test_no_socket_opens_when_the_program_is_offline(tmp_path):
    script = tmp_path / "offline.py"
    script.write_text(
        "import sys\n"
        "opened = []\n"
        "from memoreez_desktop.core.job import JobContext\n"
        "from memoreez_desktop.core.remote import ServiceError\n"
        "from memoreez_desktop.network.api import Ask, NetworkRules\n"
        "from memoreez_desktop.network.wire import HttpWire\n"
        "names = ('socket.connect', 'socket.getaddrinfo', 'socket.gethostbyname', 'socket.sendto')\n"
        "sys.addaudithook(lambda event, args: opened.append(event) if event in names else None)\n"
        "wire = HttpWire(NetworkRules(offline=True))\n"
        "ask = Ask('GET', 'http://127.0.0.1:9/', local=True)\n"
        "for attempt in (lambda: wire.call(ask, JobContext()),\n"
        "                lambda: list(wire.events(ask, JobContext())),\n"
        "                lambda: wire.download('http://127.0.0.1:9/', JobContext(), local=True),\n"
        "                lambda: wire.socket('ws://127.0.0.1:9/', local=True).__enter__()):\n"
        "    try:\n"
        "        attempt()\n"
        "    except ServiceError as error:\n"
        "        assert error.reason == 'offline', error.reason\n"
        "    else:\n"
        "        raise SystemExit('it talked')\n"
        "raise SystemExit(1 if opened else 0)\n"
    )
    here = {**os.environ, "PYTHONPATH": str(Path(memoreez_desktop.__file__).parents[1])}
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, env=here)
    assert done.returncode == 0, done.stderr


def test_what_is_asked_shows_no_key():
    secret = Ask("POST", "https://x.example", secret_headers={"x-key": KEY}, json_body={"k": KEY})
    assert KEY not in repr(secret)


@pytest.mark.parametrize(
    "url", ["", "nonsense", "ftp://x.example/", "http://", "https://[::1", "http://x y/", "http://x:99999/"]
)
def test_an_address_that_is_none_is_said_in_words(url):
    with pytest.raises(ServiceError):
        wire().call(ask(url, deadline_s=3), JobContext())


def test_a_certificate_file_that_is_none_is_said_in_words(tmp_path):
    broken = tmp_path / "ca.pem"
    broken.write_text("not a certificate")
    with pytest.raises(ServiceError, match="certificate file"):
        wire(ca_file=str(broken)).call(ask("http://127.0.0.1:9/"), JobContext())
