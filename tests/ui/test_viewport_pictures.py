"""Looking inside, other sides and pictures, as the strip under the view offers them."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage

from memoreez_desktop.ui.journey import Keepsake
from memoreez_desktop.ui.viewport import pictures as pictures_module
from memoreez_desktop.ui.viewport.api import SectionPlane
from memoreez_desktop.ui.viewport.fake import FakeMeshView
from memoreez_desktop.ui.viewport.pictures import ViewPictures
from memoreez_desktop.ui.viewport.strip import ViewStrip
from tests.fakes.inline_workshop import InlineWorkshop
from tests.fakes.made_solids import box


@pytest.fixture
def shop(tmp_path, qapp):
    made = InlineWorkshop(tmp_path)
    yield made
    made.close()


@pytest.fixture
def bench(shop, qtbot):
    view = FakeMeshView()
    strip = ViewStrip(shop.icon_book, view)
    qtbot.addWidget(strip)
    strip.resize(1000, 110)
    strip.show()
    return strip, view, ViewPictures(strip, view, shop.workshop)


def test_looking_inside_is_a_bar_with_side_depth_and_half(bench):
    strip, view, _ = bench
    strip.inside.click()
    assert strip.section.isVisible()
    assert view.section == SectionPlane("y", 0.5)
    strip.section.slider.setValue(50)
    assert view.section.at_ratio == 0.25
    strip.section.other.click()
    assert view.section == SectionPlane("y", 0.25, flipped=True)
    strip.section.axis.button("z").click()
    assert view.section == SectionPlane("z", 0.5)
    view.drag_section(SectionPlane("z", 0.8))
    assert strip.section.slider.value() == 160
    strip.section.close_button.click()
    assert view.section is None
    assert not strip.section.isVisible()
    strip.inside.click()
    assert view.section == SectionPlane("z", 0.8)


def test_the_menu_has_the_other_sides_and_the_edges(bench):
    strip, view, _ = bench
    for action in strip.menu.actions()[:3]:
        action.trigger()
    assert view.views == ["back", "left", "bottom"]
    strip.menu.edges.trigger()
    assert view.wireframe
    strip.menu.edges.trigger()
    assert not view.wireframe


def test_a_strip_without_a_model_offers_only_sides(shop, qtbot):
    strip = ViewStrip(shop.icon_book, FakeMeshView(), with_model=False)
    qtbot.addWidget(strip)
    strip.show()
    assert not strip.inside.isVisible()
    assert [action.isVisible() for action in strip.menu.actions() if not action.isSeparator()].count(
        True
    ) == 3
    assert not strip.menu.pictures


def test_the_picture_is_copied_and_saved(bench, shop, tmp_path, monkeypatch):
    strip, view, _ = bench
    seen = QImage(8, 6, QImage.Format.Format_RGB32)
    seen.fill(0xFF336699)
    view.screenshot = lambda: seen
    said = []
    shop.workshop.journey.messageRaised.connect(lambda message: said.append(message.title))
    strip.menu.pictures["copy"].trigger()
    assert QGuiApplication.clipboard().image().pixelColor(3, 3).name() == "#336699"
    monkeypatch.setattr(
        pictures_module.QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "seen"), "")
    )
    strip.menu.pictures["save"].trigger()
    assert np.asarray(Image.open(tmp_path / "seen.png").convert("RGB"))[2, 2].tolist() == [0x33, 0x66, 0x99]
    assert said[-1] == "Saved “seen.png”"
    assert shop.workshop.keeper.settings.last_folder == str(tmp_path)


def test_a_keepsake_is_saved_turning(bench, shop, tmp_path, monkeypatch):
    strip, _, saver = bench
    monkeypatch.setattr(pictures_module, "_FRAMES", 4)
    monkeypatch.setattr(pictures_module, "_SIZE_PX", 48)
    saver.save_turntable(tmp_path / "none.gif")
    assert not (tmp_path / "none.gif").exists()
    shop.workshop.journey.keepsake = Keepsake("A box", box(30, 10, 20), None)
    saver.save_turntable(tmp_path / "turning.gif")
    with Image.open(tmp_path / "turning.gif") as gif:
        assert (gif.n_frames, gif.size, gif.info["loop"]) == (4, (48, 48), 0)
    assert not strip.busy.isVisible()
    saver.save_turntable(tmp_path / "side.png")
    assert sorted(path.name for path in tmp_path.glob("side*")) == [f"side-0{k}.png" for k in (1, 2, 3, 4)]
    complaints = []
    shop.workshop.journey.complain = complaints.append
    saver.save_turntable(tmp_path / "turning.webp")
    assert "GIF" in str(complaints[0].message)
