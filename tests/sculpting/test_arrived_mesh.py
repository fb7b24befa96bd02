"""What a service sent, told by its bytes alone."""

from __future__ import annotations

import base64
import json
import struct
import zipfile

import numpy as np
import pytest

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.geometry.mesh_files import save_mesh
from memoreez_desktop.sculpting.generators.arrived_mesh import file_of_base64, is_cut_glb, require_mesh

TETRAHEDRON = MeshModel(
    np.array([[0, 0, 0], [9, 0, 0], [0, 9, 0], [0, 0, 9]], np.float32),
    np.array([[0, 2, 1], [0, 1, 3], [1, 2, 3], [0, 3, 2]], np.int32),
)


def glb(document: object, more: bytes = b"") -> bytes:
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4) + b" " * 64
    body = struct.pack("<I4s", len(text), b"JSON") + text + more
    return struct.pack("<4sII", b"glTF", 2, 12 + len(body)) + body


@pytest.mark.parametrize("suffix", [".glb", ".stl", ".ply", ".3mf"])
def test_a_mesh_gets_the_suffix_its_bytes_deserve(tmp_path, suffix):
    save_mesh(TETRAHEDRON, tmp_path / f"made{suffix}")
    landed = (tmp_path / f"made{suffix}").rename(tmp_path / "order.bin")
    named = require_mesh(landed, "Tripo")
    assert named.name == f"order{suffix}"
    assert not landed.exists()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!doctype html><html><body>Bad gateway</body></html>" * 3,
        b'{"error": "not ready"}' * 9,
        b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
        glb({"asset": {"version": "2.0"}})[:-40],
        struct.pack("<4sII", b"glTF", 2, 200) + struct.pack("<I4s", 2**31, b"JSON") + b"{" * 180,
        struct.pack("<4sII", b"glTF", 1, 200) + b"\0" * 200,
        glb({})[:20] + b"[" * 5000,
    ],
)
def test_what_is_no_whole_mesh_is_refused_and_told_that_it_may_be_charged(tmp_path, data):
    (tmp_path / "order.bin").write_bytes(data)
    with pytest.raises(ServiceError) as caught:
        require_mesh(tmp_path / "order.bin", "Tripo")
    assert caught.value.maybe_charged
    assert caught.value.hint


@pytest.mark.parametrize(
    ("extension", "word"),
    [("KHR_draco_mesh_compression", "Draco"), ("EXT_meshopt_compression", "meshopt")],
)
def test_a_packed_mesh_is_named_and_kept(tmp_path, extension, word):
    data = glb({"asset": {"version": "2.0"}, "extensionsRequired": [extension]})
    (tmp_path / "order.bin").write_bytes(data)
    with pytest.raises(ServiceError) as caught:
        require_mesh(tmp_path / "order.bin", "Tripo")
    assert word in caught.value.message
    assert (tmp_path / "order.bin").read_bytes() == data


def test_an_archive_of_models_is_called_one(tmp_path):
    with zipfile.ZipFile(tmp_path / "order.bin", "w") as archive:
        archive.writestr("model.obj", "v 0 0 0\n" * 50)
    with pytest.raises(ServiceError) as caught:
        require_mesh(tmp_path / "order.bin", "Tripo")
    assert "archive" in caught.value.message


def test_a_half_written_glb_is_known(tmp_path):
    whole = glb({"asset": {"version": "2.0"}})
    for data, cut in ((whole, False), (whole[:-1], True), (whole[:8], True), (b"solid made\n", False)):
        (tmp_path / "m").write_bytes(data)
        assert is_cut_glb(tmp_path / "m") is cut


@pytest.mark.parametrize("text", [None, "", 7, "===", "data:model/gltf-binary;base64,*"])
def test_text_that_is_no_mesh_is_refused(tmp_path, text):
    with pytest.raises(ServiceError):
        file_of_base64(text, tmp_path / "m", "Hunyuan3D")
    assert not (tmp_path / "m").exists()


@pytest.mark.parametrize("head", ["", "data:model/gltf-binary;base64,"])
def test_text_that_is_a_mesh_is_written(tmp_path, head):
    data = glb({"asset": {"version": "2.0"}})
    file_of_base64(head + base64.b64encode(data).decode(), tmp_path / "m", "Hunyuan3D")
    assert (tmp_path / "m").read_bytes() == data
