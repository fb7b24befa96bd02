"""Less than a whole desktop: no OpenGL, no screen."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QPainter
from real_window import pixels

from memoreez_desktop.slicing.gcode.reader import read_gcode
from memoreez_desktop.ui.viewport.soft_view import SoftView

ROOT = Path(__file__).resolve().parents[2]


def test_without_opengl_a_photo_alone_becomes_a_print_all_the_same(start, astronaut, tmp_path):
    with start() as real:
        real.drop_photos(astronaut)
        real.wait(lambda: real.journey.brief.photos, "the photo")
        real.create()
        real.wait(real.settled, "the cards")
        products = [card.plan.recipe.product_id for card in real.filled()]
        wanted = {"lithophane", "lithophane-framed", "relief-plaque", "relief-medallion"}
        assert wanted <= set(products)
        assert real.panel("concepts").title.text() == "Concepts"
        real.sculpt(products.index("relief-medallion"))
        view = real.panel("studio").view
        real.wait(lambda: view.canvas is not None, "a view")
        assert isinstance(view.canvas, SoftView)
        real.wait(lambda: not view.canvas._busy and view.canvas._picture is not None, "the picture")
        with_model = pixels(view.canvas.screenshot()).astype(int)
        view.canvas._picture = None
        changed = np.abs(with_model - pixels(view.canvas.screenshot())).max(axis=2) > 24
        assert changed.mean() > 0.05
        real.slice()
        assert not [message for message in real.messages if message.level == "error"]
        real.window.page("print").presenter._exporter.save_to(tmp_path / "photo.gcode")
        real.wait(lambda: any("Read back" in message.text for message in real.messages), "Saved")
    stats, _paths = read_gcode(tmp_path / "photo.gcode")
    assert stats.layers > 5


def test_the_sentence_of_the_picture_view_is_on_it(start, qtbot, monkeypatch):
    said, draw = [], QPainter.drawText

    def listen(self, *values):
        said.extend(value for value in values if isinstance(value, str))
        return draw(self, *values)

    monkeypatch.setattr(QPainter, "drawText", listen)
    with start() as real:
        studio = real.go("studio")
        studio.show_model()
        real.wait(lambda: studio.view.canvas is not None, "a view")
        studio.view.grab()
        assert any("no 3D drawing" in words for words in said)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_the_command_says_so_in_a_sentence(home):
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ended = subprocess.run(
        [sys.executable, "-m", "memoreez_desktop"],
        env={name: value for name, value in os.environ.items() if name not in screens},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.count("\n") <= 2
    assert "no screen" in ended.stderr
    assert "memoreez make" in ended.stderr
