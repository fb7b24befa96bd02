"""Orientation in the Studio's column: the chooser, the tiles, the numbers and the view."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from memoreez_desktop.core.edition import own_edition
from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.keepsake_steps import Foot, Mirror, Size, Turn
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.turning import turn_matrix
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.studio import orientation_search, orientation_section
from memoreez_desktop.ui.studio.orientation_chooser import OrientationChooser
from memoreez_desktop.ui.studio.orientation_search import face_under
from memoreez_desktop.ui.studio.raw_job import RawShelf
from memoreez_desktop.ui.studio.sections import Scene, SectionTools
from memoreez_desktop.ui.viewport.fake import FakeMeshView
from tests.fakes.inline_workshop import HeldRunner, InlineWorkshop
from tests.fakes.made_solids import box

TALL = box(12, 30, 60)
PRINTER = PrinterProfile("a", "A", bed_x_mm=220.0, bed_y_mm=220.0, height_mm=200.0)


class Column:
    """The section, fed with what it wants, as the page does."""

    def __init__(self, shop, qtbot):
        self.shop, self.view, self.told = shop, FakeMeshView(), []
        digest = shop.library.save_mesh(TALL)
        tools = SectionTools(shop.icon_book, self.view, shop.workshop, RawShelf())
        self.section = orientation_section.build(tools)
        self.section.changed.connect(self.hear)
        self.page = QWidget()
        QVBoxLayout(self.page).addWidget(self.section)
        qtbot.addWidget(self.page)
        self.page.resize(320, 500)
        self.page.show()
        edition = replace(own_edition("Box", digest), repaired=False)
        self.show(Scene(edition, mesh=TALL, printer=PRINTER))

    def show(self, scene):
        self.scene = scene
        self.section.show_scene(scene)

    def hear(self, recipe, words):
        self.told.append(words)
        self.show(replace(self.scene, edition=self.scene.edition.with_steps(recipe)))

    def wish(self, step):
        self.show(replace(self.scene, edition=self.scene.edition.with_steps(self.recipe.with_step(step))))

    @property
    def recipe(self):
        return self.scene.steps

    @property
    def chooser(self):
        return self.section.findChild(OrientationChooser)


@pytest.fixture
def column(tmp_path, qtbot):
    shop = InlineWorkshop(tmp_path)
    yield Column(shop, qtbot)
    shop.close()


def test_every_control_has_a_name(column):
    column.section.fold.setChecked(True)
    column.section.value.click()
    assert not nameless_controls(column.page)
    assert not nameless_controls(column.chooser)


def test_ways_to_lie_are_offered_and_one_is_taken(column):
    column.section.value.click()
    cards = column.chooser.cards
    assert cards[0].isChecked()
    assert cards[0].text().startswith("As it came")
    flat = next(card for card in cards if "Largest flat face" in card.text())
    assert "1800 mm² on the bed" in flat.figures[1]
    assert not flat._image.isNull()
    flat.click()
    assert not column.chooser.isVisible()
    laid = TALL.vertices @ turn_matrix(column.recipe.first(Turn)).T
    assert np.ptp(laid, axis=0)[2] == pytest.approx(12.0, abs=1e-3)
    assert column.told == [f"Orientation: {column.section.value.text()}"]


def test_the_search_is_not_made_twice_for_a_turned_figure(column, monkeypatch):
    asked = []
    found = orientation_search.ways_to_lie
    monkeypatch.setattr(orientation_search, "ways_to_lie", lambda *a: asked.append(a) or found(*a))
    column.wish(Size(height_mm=60.0))
    for _ in range(2):
        column.section.value.click()
        column.chooser.cards[-1].click()
    assert len(asked) == 1
    column.wish(Size(height_mm=70.0))
    column.section.value.click()
    assert len(asked) == 2


def test_a_figure_keeps_its_size_when_it_is_laid_down(column):
    column.wish(Size(height_mm=30.0))
    column.section.quarters["x", 90].click()
    assert column.recipe.first(Size).height_mm == pytest.approx(15.0)
    column.section.fields["x"].setValue(0.0)
    assert column.recipe.first(Size).height_mm == pytest.approx(30.0)
    assert column.recipe.first(Turn) is None


def test_who_turns_twice_before_the_size_is_known_turns_twice(tmp_path, qtbot):
    shop = InlineWorkshop(tmp_path, HeldRunner())
    column = Column(shop, qtbot)
    column.wish(Size(height_mm=30.0))
    column.section.quarters["z", 90].click()
    column.section.quarters["z", 90].click()
    assert column.recipe.first(Turn) is None
    shop.workshop.runner.run_all()
    assert column.recipe.first(Turn) == Turn(z_deg=180.0)
    shop.close()


def test_a_face_that_is_clicked_goes_down(column):
    column.section.face.click()
    assert "lie on the bed" in column.view.pick_words
    normals = np.cross(
        TALL.vertices[TALL.faces[:, 1]] - TALL.vertices[TALL.faces[:, 0]],
        TALL.vertices[TALL.faces[:, 2]] - TALL.vertices[TALL.faces[:, 0]],
    )
    side = int(np.argmax(normals[:, 0] / np.linalg.norm(normals, axis=1)))
    column.view.click(side, TALL.vertices[TALL.faces[side]].mean(axis=0))
    down = turn_matrix(column.recipe.first(Turn)) @ (1, 0, 0)
    assert down == pytest.approx((0, 0, -1), abs=1e-6)
    assert column.told == ["A face laid down"]


def test_a_face_of_an_older_picture_is_found_by_its_place():
    top = int(np.argmax(TALL.vertices[TALL.faces].mean(axis=1)[:, 2]))
    point = TALL.vertices[TALL.faces[top]].mean(axis=0).astype(float)
    for named in (top, top + 1, 999_999):
        found = face_under(TALL, named, point)
        assert (TALL.vertices[TALL.faces[found], 2] == 60.0).all()


def test_rings_turn_it_and_go_with_escape(column):
    column.section.rings.click()
    column.view.drag_ring("z", 30.0)
    column.view.drag_ring("z", 15.0)
    assert column.recipe.first(Turn).z_deg == pytest.approx(45.0)
    column.view.press_escape()
    assert not column.section.rings.isChecked()
    column.section.rings.click()
    column.section.rings.click()
    assert column.view.turned is None


def test_mirrored_twice_is_as_before(column):
    before = column.recipe
    column.section.mirror.click()
    assert column.recipe.first(Mirror) is not None
    assert column.section.aside.text() == "mirrored"
    column.section.mirror.click()
    assert column.recipe == before


def test_as_large_as_the_bed(column):
    column.section.fit.click()
    assert column.recipe.first(Size).height_mm == pytest.approx(0.95 * 200.0, abs=1e-3)
    sized = ProductInfo("a", "A", fields=(FieldSpec("height_mm", "Height", "float", 60.0, unit="mm"),))
    column.show(replace(column.scene, info=sized))
    assert not column.section.fit.isEnabled()


def test_a_product_stands_upright_and_one_that_is_held_needs_no_brim(column):
    column.show(replace(column.scene, edition=replace(column.scene.edition, plan=_concept(column))))
    assert column.section.value.text() == "Upright"
    assert column.recipe.first(Foot) is not None


def test_what_cannot_be_searched_says_why(column, monkeypatch):
    def refuse(*_arguments):
        raise MeshError("There is nothing to lay on the bed.", "Open another model.")

    monkeypatch.setattr(orientation_search, "ways_to_lie", refuse)
    column.section.value.click()
    assert "nothing to lay on the bed" in column.chooser._words.text()
    assert not column.chooser.cards


def _concept(column):
    plan = column.scene.edition.plan
    return replace(plan, recipe=replace(plan.recipe, product_id="medal"))
