"""The Library: a sound Qt model, cards, and what is done with a keepsake."""

import datetime
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.finding import CheckReport
from memoreez_desktop.core.gcode import GcodeStats
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.storage.library_rows import KeepsakeRow
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.library.delegate import button_rects
from memoreez_desktop.ui.library.model import KeepsakeModel, state_words, who_and_when
from memoreez_desktop.ui.library.panel import LibraryPanel
from memoreez_desktop.ui.library.pictures import Pictures, read_picture
from memoreez_desktop.ui.library.presenter import LibraryPresenter
from tests.fakes.inline_workshop import InlineWorkshop
from tests.fakes.made_solids import box


def plan(number, name="Karl", title="Gone fishing"):
    return ConceptPlan(f"c{number}", title, "Medallion", Recipe("icon-medallion", (), Story(name)))


def row(number=1, **more):
    values = {"mesh_digest": "ab", "size_mm": (1.0, 2.0, 3.0), "triangles": 12, "created_s": 0.0}
    values["changed_s"] = time.time()
    return KeepsakeRow(f"k{number}", "p", f"c{number}", plan(number), **{**values, **more})


def png(folder, width, height):
    """A picture with a solid rectangle in the middle of a square."""
    image = QImage(128, 128, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    for x in range((128 - width) // 2, (128 + width) // 2):
        for y in range((128 - height) // 2, (128 + height) // 2):
            image.setPixelColor(x, y, QColor("#c08040"))
    path = folder / f"{width}x{height}.png"
    image.save(str(path))
    return path


class Page:
    def __init__(self, shop, qtbot):
        self.shop = shop
        self.project = shop.library.start_project(Brief(Story("Karl")))
        self.pictures = Pictures(shop.workshop.runner)
        self.panel = LibraryPanel(shop.icon_book, self.pictures)
        qtbot.addWidget(self.panel)
        self.presenter = LibraryPresenter(self.panel, shop.workshop, self.panel)
        self.panel.resize(1300, 800)

    def keep(self, number, name="Karl", title="Gone fishing", picture=None, height_mm=10.0):
        digest = self.shop.library.save_mesh(box(height_mm=height_mm))
        the_plan = plan(number, name, title)
        data = picture.read_bytes() if picture else None
        self.shop.library.save_keepsake(self.project, the_plan.id, digest, plan=the_plan, picture_png=data)
        self.presenter.refresh()
        return digest

    def titles(self):
        return [self.presenter.model.index(k, 0).data() for k in range(self.presenter.model.rowCount())]

    def do(self, verb, at=0):
        self.panel.view.wanted.emit(verb, self.presenter.model.index(at, 0))


@pytest.fixture
def page(tmp_path, qtbot, monkeypatch):
    report = CheckReport(True, 1.0, (1, 1, 1), 1, 12, 1.0, ())
    monkeypatch.setattr(
        "memoreez_desktop.services.check_model.check_model", lambda mesh, printer, job: report
    )
    shop = InlineWorkshop(tmp_path)
    yield Page(shop, qtbot)
    shop.close()


def test_the_model_keeps_qts_rules(qtmodeltester, qtbot):
    model = KeepsakeModel()
    qtmodeltester.check(model)
    model.set_rows([row(k) for k in range(5)])
    qtmodeltester.check(model)
    model.take_out("k2")
    model.take_out("nobody")
    qtmodeltester.check(model)
    assert model.rowCount() == 4
    assert model.row_at(model.index(1, 0)).id == "k1"
    assert model.data(model.index(99, 0)) is None


def test_who_and_when_in_words():
    today = datetime.date(2026, 11, 22)

    def on(day):
        return who_and_when(row(changed_s=time.mktime(day.timetuple()) + 3600), today)

    assert on(today) == "Karl, today"
    assert on(today - datetime.timedelta(2)).startswith("Karl, ")
    assert "22" not in on(today - datetime.timedelta(2))
    assert "14" in on(datetime.date(2026, 11, 14))
    assert "2024" in on(datetime.date(2024, 3, 5))
    assert state_words(row()) == "Draft"
    assert state_words(row(gcode=Path("x.gcode"))) == "Ready"


def test_an_empty_library_says_what_it_is_for(page):
    assert page.panel._stack.currentWidget() is page.panel.empty
    page.panel.empty.button.click()
    assert page.shop.pages == ["story"]
    assert not nameless_controls(page.panel)


def test_keepsakes_stand_newest_first_with_their_pictures(page, tmp_path, qtbot):
    page.keep(1, title="First", picture=png(tmp_path, 60, 60))
    page.keep(2, title="Second", picture=png(tmp_path, 110, 20))
    assert page.titles() == ["Second", "First"]
    page.panel.show()
    picture = page.panel.view.viewport().grab().toImage()
    brown = QColor("#c08040")
    found = sum(
        abs(picture.pixelColor(x, y).red() - brown.red()) < 6
        for x in range(0, 540, 4)
        for y in range(0, 144, 4)
    )
    assert found > 50
    assert not nameless_controls(page.panel)


def test_wide_pictures_are_told_from_square_ones(tmp_path, qapp):
    assert read_picture(png(tmp_path, 110, 20)).wide
    assert not read_picture(png(tmp_path, 60, 60)).wide
    assert read_picture(tmp_path / "gone.png").image.isNull()


def test_search_finds_words_and_says_when_there_is_nothing(page, qtbot):
    page.keep(1, "Anna", "Checkmate")
    page.keep(2, "Karl", "Gone fishing")
    page.panel.search.setText("anna")
    qtbot.waitUntil(lambda: page.titles() == ["Checkmate"], timeout=2000)
    page.panel.search.setText("nobody")
    qtbot.waitUntil(lambda: page.panel._stack.currentWidget() is page.panel.nothing, timeout=2000)
    page.panel.search.clear()
    qtbot.waitUntil(lambda: len(page.titles()) == 2, timeout=2000)


def test_ready_and_drafts_are_told_apart(page, tmp_path):
    digest = page.keep(1, title="Sliced", height_mm=11)
    page.keep(2, title="Not yet", height_mm=12)
    gcode = tmp_path / "x.gcode"
    gcode.write_text("G1\n")
    page.shop.library.save_slice(digest, "s", gcode, GcodeStats(1, 1, 1, 1, ((0, 0, 0), (1, 1, 1))))
    page.presenter.refresh()
    page.panel.filters._clicked("ready", True)
    assert page.titles() == ["Sliced"]
    page.panel.filters._clicked("draft", True)
    assert page.titles() == ["Not yet"]


def test_opening_brings_model_and_project_to_the_studio(page):
    digest = page.keep(1)
    page.panel.view.setCurrentIndex(page.presenter.model.index(0, 0))
    page.do("open")
    assert page.shop.journey.keepsake.mesh.digest == digest
    assert page.shop.journey.keepsake.plan.id == "c1"
    assert page.shop.journey.project_id == page.project
    assert page.shop.pages == ["studio"]
    page.do("print")
    assert page.shop.pages[-1] == "print"


def test_a_keepsake_whose_model_is_gone_is_told_in_words(page):
    digest = page.keep(1)
    for path in page.shop.library.objects.folder.rglob(f"*{digest[2:]}*"):
        path.unlink()
    page.do("open")
    assert page.shop.messages[-1].level == "error"
    assert page.shop.journey.keepsake is None


def test_a_duplicate_is_one_of_its_own(page):
    page.keep(1, title="Checkmate")
    page.do("duplicate")
    assert sorted(page.titles()) == ["Checkmate", "Checkmate, copy"]
    rows = page.shop.library.keepsakes()
    assert len({r.id for r in rows}) == len({r.concept_id for r in rows}) == 2


def test_files_for_people_have_names_for_people(page, monkeypatch, tmp_path):
    page.keep(1, title="Größte Oma!", picture=png(tmp_path, 60, 60))
    opened = []
    monkeypatch.setattr("memoreez_desktop.ui.library.presenter.QDesktopServices.openUrl", opened.append)
    page.do("files")
    folder = Path(opened[0].toLocalFile())
    names = sorted(path.suffix for path in folder.iterdir())
    assert names == [".png", ".stl"]
    assert all(path.name.isascii() and path.stat().st_size > 0 for path in folder.iterdir())


def test_removing_can_be_undone(page):
    page.keep(1, title="A")
    page.keep(2, title="B")
    page.do("delete")
    assert page.titles() == ["A"]
    page.presenter.refresh()
    assert page.titles() == ["A"]
    message = page.shop.messages[-1]
    assert (message.level, message.action_label) == ("good", "Undo")
    message.action()
    assert page.titles() == ["B", "A"]


def test_keys_and_buttons_on_cards(page, qtbot):
    page.keep(1)
    view = page.panel.view
    page.panel.show()
    wanted = []
    view.wanted.connect(lambda verb, index: wanted.append(verb))
    view.setCurrentIndex(page.presenter.model.index(0, 0))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_P, Qt.Key.Key_D):
        qtbot.keyClick(view, key)
    assert wanted == ["open", "print", "duplicate"]
    card = view._delegate.card_rect(view.visualRect(page.presenter.model.index(0, 0)))
    place = button_rects(card)["print"].center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert wanted[-1] == "print"
    menu = view.menu_for(page.presenter.model.index(0, 0))
    assert [a.text() for a in menu.actions() if a.text()] == [
        "Open in the Studio",
        "Print again",
        "Duplicate",
        "Show files",
        "Delete",
    ]
