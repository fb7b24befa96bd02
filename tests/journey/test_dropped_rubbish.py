"""Everything people drop by mistake, on the real window: a clear word each, and the rest goes on."""

import os
import struct
import zlib

import numpy as np
import pillow_heif
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from real_window import file_mime


def photo(width=640, height=480):
    """Something with edges and light, so that the verdict is good."""
    y, x = np.mgrid[:height, :width]
    board = ((x // 24 + y // 24) % 2 * 150 + 50).astype(np.uint8)
    return Image.fromarray(np.dstack([board, np.roll(board, 9, 0), np.roll(board, 5, 1)]))


def png_header(width, height):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def make_bad(folder):
    """Write every kind of bad file; return what each row must say."""
    photo().save(folder / "whole.jpg", quality=90)
    whole = (folder / "whole.jpg").read_bytes()
    (folder / "whole.jpg").unlink()
    (folder / "cut.jpg").write_bytes(whole[: len(whole) // 3])
    (folder / "letter.jpg").write_text("Dear Karl, this is a letter.\n" * 30)
    (folder / "empty.jpg").touch()
    (folder / "giant.png").write_bytes(png_header(10_100, 10_000))
    with (folder / "heavy.jpg").open("wb") as file:
        file.write(whole)
        file.truncate(200_000_001)
    return {
        "cut.jpg": "damaged",
        "letter.jpg": "not a picture",
        "empty.jpg": "is empty",
        "giant.png": "too large: 10100 × 10000",
        "heavy.jpg": "too large: 200 MB",
        "gone.jpg": "is not there",
    }


def make_good(folder):
    """Write the unusual files that are photos all the same."""
    picture = photo()
    pillow_heif.from_pillow(picture).save(folder / "phone.heic", quality=90)
    picture.convert("CMYK").save(folder / "print.jpg", quality=90)
    grey = np.asarray(picture.convert("L")).astype(np.uint16) * 257
    Image.fromarray(grey).save(folder / "scan.tiff")
    frames = [picture.quantize(64), picture.rotate(180).quantize(64)]
    frames[0].save(folder / "dance.gif", save_all=True, append_images=frames[1:], duration=80)
    return {"phone.heic", "print.jpg", "scan.tiff", "dance.gif"}


def test_every_bad_file_gets_its_word_and_every_good_one_its_place(start, tmp_path):
    folder = tmp_path / "dropped"
    folder.mkdir()
    wanted, good = make_bad(folder), make_good(folder)
    names = [*wanted, *good]
    with start() as real:
        real.drop_photos(*(folder / name for name in names))
        real.wait(lambda: len(real.photo_rows()) == len(names), "a row for each file")
        rows = {row.name: row for row in real.photo_rows()}
        for name, words in wanted.items():
            assert rows[name].badge == "error"
            assert rows[name].ref is None
            assert words in f"{rows[name].words} {rows[name].hint}", name
            assert name not in {ref.name for ref in real.journey.brief.photos}
        for name in good:
            assert rows[name].badge == "good", rows[name]
            assert not rows[name].thumbnail.isNull()
        assert {ref.name for ref in real.journey.brief.photos} == good
        assert real.panel("story").create.isEnabled()
        assert not real.messages


def test_a_folder_of_a_thousand_photos_among_rubbish(start, tmp_path):
    folder = tmp_path / "holiday"
    (folder / "day 2").mkdir(parents=True)
    photo(320, 240).save(folder / "day 2" / "IMG_0.png")
    data = (folder / "day 2" / "IMG_0.png").read_bytes()
    for number in range(1, 1000):
        # What stands behind the end of a PNG makes another file of the same picture.
        (folder / "day 2" / f"IMG_{number}.png").write_bytes(data + b"%d" % number)
    for number in range(40):
        (folder / f"notes {number}.txt").write_text("no picture")
    (folder / ".hidden").write_bytes(b"x")
    with start() as real:
        real.drop_photos(folder)
        story = real.panel("story")
        real.wait(lambda: len(real.photo_rows()) > 60, "the first photos")
        real.type(story.form.name, "Karl")
        assert story.form.name.text() == "Karl"
        cancel = next(b for b in story.photos._busy.children() if hasattr(b, "click"))
        real.click(cancel)
        real.wait(lambda: not story.photos._busy.isVisible(), "the reading to stop")
        real.idle()
        refused = [row for row in real.photo_rows() if row.ref is None]
        assert len(refused) == 40
        assert 20 < len(real.journey.brief.photos) < 1000
        assert real.journey.brief.photos == story.photos.model.refs


@pytest.mark.parametrize("kind", ["address", "words", "broken picture"])
def test_what_is_no_file_is_answered_too(start, kind):
    mime = QMimeData()
    if kind == "address":
        mime.setUrls([QUrl("https://example.org/cat.jpg")])
    elif kind == "words":
        mime.setText("just some words")
    else:
        mime.setData("image/jpeg", os.urandom(500))
    with start() as real:
        zone = real.go("story").photos.zone
        taken = real.drop(zone, mime)
        assert taken == (kind != "words")
        if taken:
            real.wait(real.photo_rows, "a row")
            (row,) = real.photo_rows()
            assert row.badge == "error"
            assert row.hint
        else:
            real.idle()
            assert not real.photo_rows()
        assert not real.journey.brief.photos


def test_a_photo_dropped_on_another_page_lands_on_the_story(start, astronaut):
    with start() as real:
        real.go("settings")
        assert real.drop(real.panel("settings"), file_mime(astronaut))
        assert real.window.current == "story"
        real.wait(lambda: real.journey.brief.photos, "the photo")
