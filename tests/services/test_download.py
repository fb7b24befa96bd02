"""A download goes on where it stopped, checks what it got, is bounded, and stops within a second."""

import hashlib
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from memoreez_desktop.core.errors import Cancelled, InputError, ProviderError, StorageError, UsageError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.network.api import NetworkRules, Outbound
from memoreez_desktop.network.wire import HttpWire
from memoreez_desktop.services import better_cutout
from memoreez_desktop.services.download import download

CONTENT = np.random.default_rng(1).bytes(300_000)
DIGEST = hashlib.sha256(CONTENT).hexdigest()
WIRE = HttpWire(NetworkRules())


class Server(ThreadingHTTPServer):
    """Serves CONTENT the way a test wants it: whole, cut after some bytes, silent, without ranges."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked = []
        self.cut_after = None
        self.silent_after = None
        self.ranges = True
        self.content = CONTENT
        self.code = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/model.onnx"


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *words):
        pass

    def do_GET(self):
        server = self.server
        wanted = self.headers.get("Range")
        server.asked.append(wanted)
        if server.code:
            self.send_error(server.code)
            return
        start = int(wanted[6:-1]) if wanted and server.ranges else 0
        body = server.content[start:]
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            if server.silent_after is not None:
                self.wfile.write(body[: server.silent_after])
                self.wfile.flush()
                time.sleep(3)
            elif server.cut_after is not None:
                self.wfile.write(body[: server.cut_after])
            else:
                self.wfile.write(body)
        except OSError:
            pass


@pytest.fixture
def server():
    running = Server()
    thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


def get(server, path, job=None, **more):
    download(server.url, path, len(CONTENT), DIGEST, WIRE, job or JobContext(), **more)


def test_a_file_arrives_with_progress(server, tmp_path):
    said = []
    get(server, tmp_path / "deep" / "a.onnx", JobContext(on_progress=lambda part, words: said.append(part)))
    assert (tmp_path / "deep" / "a.onnx").read_bytes() == CONTENT
    parts = [part for part in said if part is not None]
    assert parts == sorted(parts)
    assert parts[-1] == 1.0
    assert list((tmp_path / "deep").iterdir()) == [tmp_path / "deep" / "a.onnx"]


def test_it_goes_on_where_the_line_broke(server, tmp_path):
    server.cut_after = 120_000
    get(server, tmp_path / "a.onnx")
    assert (tmp_path / "a.onnx").read_bytes() == CONTENT
    assert server.asked == [None, "bytes=120000-", "bytes=240000-"]


def test_it_goes_on_after_the_program_ended(server, tmp_path):
    (tmp_path / "a.onnx.part").write_bytes(CONTENT[:100_000])
    get(server, tmp_path / "a.onnx")
    assert (tmp_path / "a.onnx").read_bytes() == CONTENT
    assert server.asked == ["bytes=100000-"]


def test_a_server_without_ranges_starts_anew(server, tmp_path):
    server.ranges = False
    (tmp_path / "a.onnx.part").write_bytes(b"x" * 100_000)
    get(server, tmp_path / "a.onnx")
    assert (tmp_path / "a.onnx").read_bytes() == CONTENT


@pytest.mark.parametrize("spoilt", [CONTENT[:-1] + b"?", b"?" * len(CONTENT)])
def test_another_file_is_not_taken(server, tmp_path, spoilt):
    server.content = spoilt
    with pytest.raises(ProviderError, match="not the file"):
        get(server, tmp_path / "a.onnx")
    assert list(tmp_path.iterdir()) == []


def test_more_than_the_file_is_not_read(server, tmp_path):
    server.content = CONTENT * 8
    with pytest.raises(ProviderError, match="more than the file"):
        get(server, tmp_path / "a.onnx")
    assert not (tmp_path / "a.onnx").exists()


def test_a_no_is_told(server, tmp_path):
    server.code = 404
    with pytest.raises(ProviderError, match="404"):
        get(server, tmp_path / "a.onnx")


def test_a_silent_server_is_given_up(server, tmp_path):
    server.silent_after = 0
    with pytest.raises(ProviderError, match="does not go on") as told:
        get(server, tmp_path / "a.onnx", give_up_after_s=0.3)
    assert told.value.retryable


def test_nobody_there(tmp_path):
    with pytest.raises(ProviderError, match="does not go on"):
        download("http://127.0.0.1:9/a", tmp_path / "a", 10, DIGEST, WIRE, JobContext(), give_up_after_s=0.3)


def test_cancel_holds_within_a_second_and_keeps_what_came(server, tmp_path):
    server.silent_after = 50_000
    token = CancelToken()
    timer = threading.Timer(0.3, token.cancel)
    timer.start()
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        get(server, tmp_path / "a.onnx", JobContext(token))
    assert time.monotonic() - begun < 1.5
    timer.join()
    server.silent_after = None
    get(server, tmp_path / "a.onnx")
    assert (tmp_path / "a.onnx").read_bytes() == CONTENT


def test_offline_nothing_is_fetched_and_online_every_question_is_listed(server, tmp_path):
    offline = HttpWire(NetworkRules(offline=True))
    with pytest.raises(ProviderError, match="offline"):
        download(server.url, tmp_path / "a.onnx", len(CONTENT), DIGEST, offline, JobContext())
    assert server.asked == []
    listed: list[Outbound] = []
    server.cut_after = 200_000
    wire = HttpWire(NetworkRules(), listed.append)
    download(server.url, tmp_path / "a.onnx", len(CONTENT), DIGEST, wire, JobContext())
    # The first one broke off in the middle.
    assert [(row.status, row.received_bytes) for row in listed] == [(0, 200_000), (206, 100_000)]
    assert all(row.host == "127.0.0.1" for row in listed)


def test_only_safe_addresses(tmp_path):
    with pytest.raises(ProviderError, match="https"):
        download("http://example.org/a", tmp_path / "a", 10, DIGEST, WIRE, JobContext())


def test_a_folder_that_is_a_file(server, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError):
        get(server, tmp_path / "file" / "a.onnx")


def test_models_are_offered_honestly(tmp_path, monkeypatch):
    monkeypatch.setenv("MEMOREEZ_HOME", str(tmp_path))
    choices = {choice.model.id: choice for choice in better_cutout.cutout_choices()}
    assert choices["u2netp"].can_download
    assert choices["u2netp"].why_not
    assert not choices["isnet-general-use"].can_download
    assert not any(choice.on_disk for choice in choices.values())
    with pytest.raises(UsageError):
        better_cutout.download_cutout("isnet-general-use", WIRE, JobContext())
    with pytest.raises(UsageError, match="bria"):
        better_cutout.download_cutout("bria-rmbg", WIRE, JobContext())


def test_a_spoilt_model_on_disk_is_not_loaded(tmp_path, monkeypatch):
    monkeypatch.setenv("MEMOREEZ_HOME", str(tmp_path))
    better_cutout.models_folder().mkdir(parents=True)
    (better_cutout.models_folder() / "u2netp.onnx").write_bytes(b"spoilt")
    with pytest.raises(InputError, match="not the model"):
        better_cutout.cut_out_better(None, "u2netp", 100, JobContext())
