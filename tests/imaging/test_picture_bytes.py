"""Bytes of every kind and cut anywhere: only a whole picture is one."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from memoreez_desktop.imaging import picture_bytes
from memoreez_desktop.imaging.picture_bytes import is_blank, is_whole_picture


def noisy(side_px: int = 200) -> Image.Image:
    return Image.fromarray(np.random.default_rng(3).integers(0, 255, (side_px, side_px, 3), dtype=np.uint8))


def even(side_px: int, colour: str = "black") -> Image.Image:
    return Image.new("RGB", (side_px, side_px), colour)


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_is_whole_and_a_part_of_it_is_none(form):
    data = encoded(noisy(), form)
    assert is_whole_picture(data)
    assert not is_blank(data)
    for ratio in (0.0, 0.001, 0.1, 0.5, 0.9):
        assert not is_whole_picture(data[: int(len(data) * ratio)]), ratio


def test_a_png_is_sound_to_its_last_byte():
    data = encoded(noisy(), "PNG")
    for cut in range(1, 60):
        assert not is_whole_picture(data[:-cut]), cut
    for place in (60, len(data) // 2, len(data) - 20):
        spoilt = bytearray(data)
        spoilt[place] ^= 1
        assert not is_whole_picture(bytes(spoilt)), place
    assert is_whole_picture(data + b"more behind its end")


def test_a_png_without_pixels_is_none():
    data = encoded(noisy(), "PNG")
    assert not is_whole_picture(data[:33] + data[-12:])


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
@pytest.mark.parametrize("side_px", [8, 64, 1024])
@pytest.mark.parametrize("colour", ["black", "white", "grey"])
def test_an_even_colour_is_blank(form, side_px, colour):
    data = encoded(even(side_px, colour), form)
    assert is_whole_picture(data)
    assert is_blank(data)


def test_a_small_figure_on_white_is_not_blank():
    image = even(1024, "white")
    image.paste((90, 90, 90), (400, 400, 600, 600))
    for form in ("PNG", "JPEG", "WEBP"):
        assert not is_blank(encoded(image, form))


def test_too_many_pixels_are_not_unpacked(monkeypatch):
    monkeypatch.setattr(picture_bytes, "MOST_PIXELS", 1000)
    assert not is_whole_picture(encoded(noisy(), "PNG"))


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF1234WEBP"])
def test_heads_alone_are_no_picture(data):
    assert not is_whole_picture(data)
