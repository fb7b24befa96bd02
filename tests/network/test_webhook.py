"""The door for a service that brings its result by itself."""

from __future__ import annotations

import os
import socket

import httpx
import pytest

from memoreez_desktop.network.webhook import open_webhook

PICTURE = b"\x89PNG\r\n\x1a\n" + os.urandom(500)
MESH = b"solid\r\n--x\r\n" + os.urandom(200_000)


@pytest.fixture
def client():
    with httpx.Client(trust_env=False, timeout=5.0) as made:
        yield made


def test_the_picture_is_served_and_the_mesh_taken_byte_for_byte(tmp_path, client):
    with open_webhook(PICTURE, tmp_path / "m") as door:
        assert client.get(door.picture_url).content == PICTURE
        files = {"file": ("../../etc/ä.stl", MESH, "model/stl")}
        told = {"status": "completed", "asset_id": "ü"}
        assert client.post(door.webhook_url, data=told, files=files).status_code == 200
        brought = door.wait(1.0)
    assert brought is not None
    assert brought.fields == told
    assert brought.file == tmp_path / "m"
    assert brought.file.read_bytes() == MESH
    assert [entry.name for entry in tmp_path.iterdir()] == ["m"]


@pytest.mark.parametrize("plain", [True, False])
def test_a_failure_comes_without_a_file(tmp_path, client, plain):
    with open_webhook(PICTURE, tmp_path / "m") as door:
        told = {"status": "failed", "error": "out of memory"}
        form = {"data": told} if plain else {"files": {name: (None, text) for name, text in told.items()}}
        assert client.post(door.webhook_url, **form).status_code == 200
        brought = door.wait(1.0)
    assert brought is not None
    assert (brought.fields["error"], brought.file) == ("out of memory", None)


def test_whoever_does_not_know_the_path_finds_nothing(tmp_path, client):
    with open_webhook(PICTURE, tmp_path / "m") as door:
        home = door.webhook_url.split("/")[:3]
        for path in ("", "done", "picture.png", "x/done", "../done", "x" * 43 + "/done"):
            url = "/".join([*home, path])
            assert client.get(url).status_code == 404
            assert client.post(url, data={"status": "completed"}).status_code == 404
        assert client.get(door.webhook_url).status_code == 404
        assert door.wait(0.0) is None


def test_two_doors_share_no_path(tmp_path):
    with open_webhook(PICTURE, tmp_path / "a") as one, open_webhook(PICTURE, tmp_path / "b") as two:
        assert one.webhook_url.rsplit("/", 2)[1] != two.webhook_url.rsplit("/", 2)[1]
        assert len(one.webhook_url.rsplit("/", 2)[1]) >= 40


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path, client):
    with open_webhook(PICTURE, tmp_path / "m", most_bytes=1000) as door:
        answer = client.post(door.webhook_url, files={"file": ("m.stl", b"x" * 2000)})
        assert answer.status_code == 413
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "multipart/form-data; boundary=b"),
        (b'{"status": "completed"}', "application/json"),
        (b"--b\r\nno end", "multipart/form-data; boundary=b"),
        (b"--c\r\n\r\n\r\n--c--", "multipart/form-data; boundary=b"),
        (
            b'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--b',
            "multipart/form-data; boundary=b",
        ),
        (b"x", "multipart/form-data"),
    ],
)
def test_what_is_no_form_is_refused_and_the_right_one_may_still_come(tmp_path, client, body, kind):
    with open_webhook(PICTURE, tmp_path / "m") as door:
        refused = client.post(door.webhook_url, content=body, headers={"content-type": kind})
        assert refused.status_code == 400
        assert door.wait(0.0) is None
        assert client.post(
            door.webhook_url, files={"file": ("m", MESH), "status": (None, "completed")}
        ).is_success
        assert door.wait(1.0) is not None
    assert [entry.name for entry in tmp_path.iterdir()] == ["m"]


def test_a_line_that_breaks_off_leaves_nothing_behind(tmp_path, client):
    with open_webhook(PICTURE, tmp_path / "m") as door:
        host, port = door.webhook_url.split("/")[2].split(":")
        path = "/" + "/".join(door.webhook_url.split("/")[3:])
        with socket.create_connection((host, int(port))) as line:
            head = f"POST {path} HTTP/1.1\r\nhost: x\r\ncontent-length: 5000\r\n"
            line.sendall(f"{head}content-type: multipart/form-data; boundary=b\r\n\r\n--b".encode())
            line.shutdown(socket.SHUT_WR)
            assert b"400" in line.recv(100)
        assert door.wait(0.0) is None
    assert not list(tmp_path.iterdir())


def test_the_second_result_of_an_order_is_not_taken(tmp_path, client):
    with open_webhook(PICTURE, tmp_path / "m") as door:
        files = {"file": ("m", MESH), "status": (None, "completed")}
        assert client.post(door.webhook_url, files=files).status_code == 200
        assert client.post(door.webhook_url, files=files | {"file": ("m", b"other")}).status_code == 409
    assert (tmp_path / "m").read_bytes() == MESH


def test_the_door_is_closed_with_the_order(tmp_path, client):
    with open_webhook(PICTURE, tmp_path / "m") as door:
        pass
    with pytest.raises(httpx.ConnectError):
        client.get(door.picture_url)


def test_a_way_from_outside_is_told_as_it_is(tmp_path):
    with open_webhook(PICTURE, tmp_path / "m", public_url="https://home.example/door/") as door:
        assert door.picture_url.startswith("https://home.example/door/")
