"""Files that cannot be used get a clear word each, quickly and in little memory; the rest goes on."""

import contextlib
import os
import random
import struct
import sys
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pillow_heif
import pytest
from PIL import Image

from memoreez_desktop.core.errors import PhotoError
from memoreez_desktop.imaging.photo import load_photo, probe_photo
from memoreez_desktop.imaging.photo_files import photo_files
from memoreez_desktop.imaging.photo_format import sniff_format


def noise(width=160, height=120):
    return Image.fromarray(np.random.default_rng(3).integers(0, 256, (height, width, 3), dtype=np.uint8))


def png_claiming(width, height, body=b""):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def webp_claiming(width, height):
    body = (
        b"VP8X"
        + struct.pack("<II", 10, 0)
        + (width - 1).to_bytes(3, "little")
        + (height - 1).to_bytes(3, "little")
    )
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def bmp_claiming(width, height):
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 2835, 2835, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + head


def tiff_claiming(width, height, tile=0):
    tags = [(256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 8), (262, 3, 1), (277, 3, 1)]
    tags += [(322, 4, tile), (323, 4, tile), (324, 4, 8), (325, 4, 4)] if tile else [(273, 4, 8), (279, 4, 4)]
    entries = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
    return b"II*\x00" + struct.pack("<I", 8) + struct.pack("<H", len(tags)) + entries + b"\0\0\0\0"


def gif_claiming(width, height):
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff,"


REFUSED_UNREAD = {
    "png of 101 megapixels": png_claiming(10_100, 10_000),
    "png of four gigapixels": png_claiming(65_535, 65_535),
    "webp of 268 megapixels": webp_claiming(16_383, 16_383),
    "bmp of 120 megapixels": bmp_claiming(12_000, 10_000),
    "tiff of 150 megapixels": tiff_claiming(15_000, 10_000),
    "tiff with a giant tile": tiff_claiming(100, 100, tile=60_000),
    "gif of a gigapixel": gif_claiming(40_000, 40_000),
}


@pytest.mark.parametrize("content", REFUSED_UNREAD.values(), ids=REFUSED_UNREAD.keys())
def test_too_many_pixels_are_refused_before_decoding(tmp_path, content):
    path = tmp_path / "huge.png"
    path.write_bytes(content)
    tracemalloc.start()
    try:
        with pytest.raises(PhotoError, match=r"too large: \d+ × \d+|damaged") as caught:
            probe_photo(path)
        assert tracemalloc.get_traced_memory()[1] < 20e6
    finally:
        tracemalloc.stop()
    assert caught.value.hint


def test_a_hundred_megapixels_are_welcome(tmp_path):
    path = tmp_path / "largest.png"
    path.write_bytes(png_claiming(10_000, 10_000))
    assert probe_photo(path).width_px == 10_000


LIARS = {
    "png": png_claiming(10_000, 10_000, zlib.compress(bytes(1000))),
    "bmp": bmp_claiming(10_000, 10_000),
    "tiff": tiff_claiming(10_000, 10_000),
    "webp": webp_claiming(9_999, 9_999),
    "gif": gif_claiming(9_999, 9_999),
}


@pytest.mark.skipif(sys.platform == "win32", reason="reads the resident size from /proc or rusage")
@pytest.mark.parametrize("content", LIARS.values(), ids=LIARS.keys())
def test_lying_headers_cost_little_memory(tmp_path, content):
    import resource

    path = tmp_path / "liar.bin"
    path.write_bytes(content)
    unit = 1 if sys.platform == "darwin" else 1024
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    with pytest.raises(PhotoError, match="damaged"):
        load_photo(path, 500)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit - before < 450e6


def test_over_two_hundred_megabytes(tmp_path):
    path = tmp_path / "huge.jpg"
    with path.open("wb") as file:
        file.write(b"\xff\xd8\xff")
        file.truncate(200_000_001)
    with pytest.raises(PhotoError, match="too large: 200 MB") as caught:
        probe_photo(path)
    assert "200 MB" in caught.value.hint


@pytest.mark.parametrize("ratio", [0.02, 0.1, 0.3, 0.5, 0.8, 0.97])
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif", "bmp", "gif", "heic"])
def test_truncated_files(tmp_path, suffix, ratio):
    path = tmp_path / f"cut.{suffix}"
    if suffix == "heic":
        pillow_heif.from_pillow(noise()).save(path)
    else:
        noise().save(path)
    data = path.read_bytes()
    path.write_bytes(data[: max(12, int(len(data) * ratio))])
    with pytest.raises(PhotoError, match=r"damaged|not a picture") as caught:
        load_photo(path, 100)
    assert path.name in caught.value.message
    assert caught.value.hint


NO_PICTURES = {
    "text": b"Dear Karl, this is a letter and no photo.\n" * 20,
    "text beginning like a bitmap": b"BM is short for Bench Mark, as every surveyor knows." * 3,
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "one byte": b"\xff",
    "zeros": bytes(4096),
    "video": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(100),
    "av1 picture": b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf" + bytes(100),
}


@pytest.mark.parametrize("content", NO_PICTURES.values(), ids=NO_PICTURES.keys())
def test_what_is_no_picture(tmp_path, content):
    path = tmp_path / "holiday.jpg"
    path.write_bytes(content)
    with pytest.raises(PhotoError, match="not a picture") as caught:
        load_photo(path, 100)
    assert "JPEG" in caught.value.hint


@pytest.mark.parametrize(
    "content",
    [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"II*\x00", b"\0\0\0\x14ftypheic\0\0\0\0heic"],
)
def test_nothing_but_a_signature(tmp_path, content):
    path = tmp_path / "stub.jpg"
    path.write_bytes(content)
    with pytest.raises(PhotoError, match="damaged"):
        load_photo(path, 100)


def test_places_that_are_no_files(tmp_path):
    (tmp_path / "empty.jpg").touch()
    with pytest.raises(PhotoError, match="is empty"):
        probe_photo(tmp_path / "empty.jpg")
    with pytest.raises(PhotoError, match="is a folder"):
        probe_photo(tmp_path)
    with pytest.raises(PhotoError, match=r"“.+” is a folder"):
        probe_photo(Path("."))
    with pytest.raises(PhotoError, match="is not there"):
        probe_photo(tmp_path / "gone.jpg")
    with pytest.raises(PhotoError, match="is not there"):
        probe_photo(tmp_path / "empty.jpg" / "inside.jpg")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(PhotoError, match="not a file"):
        probe_photo(tmp_path / "pipe.jpg")


def test_no_permission(tmp_path, monkeypatch):
    noise().save(tmp_path / "private.png")

    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(PhotoError, match="may not be read"):
        probe_photo(tmp_path / "private.png")


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif", "bmp", "gif", "heic"])
def test_damaged_bytes_end_in_a_picture_or_in_words(tmp_path, suffix):
    whole = tmp_path / f"whole.{suffix}"
    if suffix == "heic":
        pillow_heif.from_pillow(noise(64, 48)).save(whole)
    else:
        noise(64, 48).save(whole)
    data, chance = whole.read_bytes(), random.Random(5)
    path = tmp_path / f"hurt.{suffix}"
    for _ in range(60):
        hurt = bytearray(data)
        for _ in range(chance.randint(1, 12)):
            hurt[chance.randrange(chance.choice((60, len(hurt))))] = chance.randrange(256)
        path.write_bytes(hurt)
        with contextlib.suppress(PhotoError):
            assert load_photo(path, 64).ndim == 3


def test_a_folder_of_a_thousand_files_and_more(tmp_path):
    picture = noise(8, 8)
    picture.save(tmp_path / "seed.png")
    data = (tmp_path / "seed.png").read_bytes()
    (tmp_path / "seed.png").unlink()
    inner = tmp_path / "trip"
    inner.mkdir()
    for number in range(1005):
        (inner / f"IMG_{number}.png").write_bytes(data)
    (tmp_path / "notes.txt").write_text("no picture")
    (tmp_path / ".hidden.png").write_bytes(data)
    files, skipped = photo_files([tmp_path])
    assert len(files) == 1000
    assert [file.name for file in files[8:12]] == ["IMG_8.png", "IMG_9.png", "IMG_10.png", "IMG_11.png"]
    assert len(skipped) == 2
    assert "not a picture" in skipped[0].message
    assert "1000" in skipped[1].message


def test_one_bad_file_does_not_stop_the_others(tmp_path):
    noise().save(tmp_path / "b.jpg")
    (tmp_path / "a.jpg").write_text("hello")
    (tmp_path / "c.jpg").touch()
    files, skipped = photo_files([tmp_path, tmp_path / "b.jpg", tmp_path / "gone.jpg"])
    assert [file.name for file in files] == ["b.jpg"]
    assert [(skip.path.name, bool(skip.hint)) for skip in skipped] == [
        ("a.jpg", True),
        ("c.jpg", True),
        ("gone.jpg", True),
    ]


def test_links_in_a_circle_end(tmp_path):
    (tmp_path / "inner").mkdir()
    try:
        (tmp_path / "inner" / "back").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("links are not allowed here")
    noise(8, 8).save(tmp_path / "inner" / "a.png")
    assert len(photo_files([tmp_path])[0]) == 1


def test_sniffing_never_fails():
    chance = random.Random(9)
    for _ in range(500):
        sniff_format(chance.randbytes(chance.randrange(64)))
