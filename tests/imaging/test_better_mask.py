"""Trained cut-outs: a tiny model made here runs through the real runtime; a wrong file gets a word."""

import struct
from dataclasses import replace

import numpy as np
import pytest

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.imaging import better_mask as better
from memoreez_desktop.imaging.cutout_models import cutout_models

SIDE = 64


def varint(value):
    out = b""
    while value > 127:
        out, value = out + bytes([value & 127 | 128]), value >> 7
    return out + bytes([value])


def field(number, value):
    """Encode one field of a protocol buffer: a number, or bytes with their length."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def tensor_type(*sizes):
    shape = b"".join(field(1, field(1, size)) for size in sizes)
    return field(2, field(1, field(1, 1) + field(2, shape)))


def red_finder(side):
    """An ONNX model of two nodes: sigmoid(8 red - 8 green - 4), as bytes of its protocol buffer."""
    weights = struct.pack("<3f", 8.0, -8.0, 0.0)
    kernel = (
        b"".join(field(1, size) for size in (1, 3, 1, 1)) + field(2, 1) + field(8, "w") + field(9, weights)
    )
    bias = field(1, 1) + field(2, 1) + field(8, "b") + field(9, struct.pack("<f", -4.0))
    conv = field(1, "x") + field(1, "w") + field(1, "b") + field(2, "y") + field(4, "Conv")
    bend = field(1, "y") + field(2, "z") + field(4, "Sigmoid")
    graph = field(1, conv) + field(1, bend) + field(2, "red") + field(5, kernel) + field(5, bias)
    graph += field(11, field(1, "x") + tensor_type(1, 3, side, side))
    graph += field(12, field(1, "z") + tensor_type(1, 1, side, side))
    return field(1, 8) + field(7, graph) + field(8, field(2, 13))


MODEL = replace(cutout_models()[0], side_px=SIDE, mean=(0.0, 0.0, 0.0), spread=(1.0, 1.0, 1.0))


def scene():
    rgb = np.full((120, 200, 3), (60, 140, 60), np.uint8)
    y, x = np.mgrid[0:120, 0:200]
    disc = (x - 110) ** 2 + (y - 60) ** 2 < 40**2
    rgb[disc] = (230, 20, 30)
    return rgb, disc


@pytest.fixture
def runtime():
    """ONNX Runtime stands in the development lock; only a hand-made environment lacks it."""
    return pytest.importorskip("onnxruntime", reason="ONNX Runtime is not installed: run dev.py setup")


@pytest.mark.usefixtures("runtime")
def test_a_model_cuts_out_what_it_finds(tmp_path):
    file = tmp_path / "red.onnx"
    file.write_bytes(red_finder(SIDE))
    rgb, disc = scene()
    found = better.better_mask(rgb, MODEL, file)
    assert (found.mask & disc).sum() / (found.mask | disc).sum() > 0.93
    assert found.trusted
    assert found.words


@pytest.mark.usefixtures("runtime")
@pytest.mark.parametrize(
    "content", [b"", b"no model", b"\x08\x08" * 40, red_finder(SIDE)[:-9], red_finder(32)]
)
def test_a_wrong_file_gets_a_word(tmp_path, content):
    file = tmp_path / "red.onnx"
    file.write_bytes(content)
    with pytest.raises(InputError, match="is not a model that can be used"):
        better.better_mask(scene()[0], MODEL, file)


def test_without_the_runtime_a_word_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(better.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(InputError, match="ONNX Runtime"):
        better.better_mask(scene()[0], MODEL, tmp_path / "red.onnx")


def test_models_are_told_whole():
    models = cutout_models()
    assert "u2netp" in {model.id for model in models}
    for model in models:
        assert not model.id.startswith("bria")
        assert len(model.sha256) == 64
        assert model.size_bytes > 1_000_000
        assert model.file_name.endswith(".onnx")
        assert len(model.mean) == len(model.spread) == 3
        # Nothing is offered for download whose licence is not known.
        assert not model.url or (model.licence and model.url.startswith("https://"))
