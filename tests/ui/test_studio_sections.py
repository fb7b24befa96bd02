"""The sections that change steps: every control tells of one change of the recipe, and shows what it is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from memoreez_desktop.core.edition import own_edition
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import (
    BedCut,
    Emblem,
    Foot,
    Hole,
    Lettering,
    Loop,
    MagnetPocket,
    Pedestal,
    QrCode,
    Size,
    Spot,
)
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.step_notes import LetterVerdict, StepNote
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.studio.extra_kinds import EXTRAS
from memoreez_desktop.ui.studio.extras_section import ExtrasSection
from memoreez_desktop.ui.studio.letters_section import LettersSection
from memoreez_desktop.ui.studio.pedestal_section import PedestalSection
from memoreez_desktop.ui.studio.pointing import Pointing
from memoreez_desktop.ui.studio.sections import Scene
from memoreez_desktop.ui.studio.steps_section import StepsSection
from memoreez_desktop.ui.viewport.fake import FakeMeshView

MEDAL = ProductInfo("medal", "Medal")


def scene(*steps, notes=(), **more):
    recipe = KeepsakeRecipe()
    for step in steps:
        recipe = recipe.with_step(step)
    return Scene(own_edition("Cat", "ab").with_steps(recipe), notes, recipe, **more)


class Bench:
    """Sections in a column, fed with what they want, as the page does."""

    def __init__(self, icon_book, qtbot):
        self.page, self.view, self.told = QWidget(), FakeMeshView(), []
        pointing = Pointing(self.view)
        self.letters = LettersSection(icon_book, pointing)
        self.pedestal = PedestalSection(icon_book)
        self.extras = ExtrasSection(icon_book, pointing)
        self.steps = StepsSection(icon_book)
        self.all = (self.letters, self.pedestal, self.extras, self.steps)
        column = QVBoxLayout(self.page)
        for section in self.all:
            column.addWidget(section)
            section.changed.connect(self.hear)
        qtbot.addWidget(self.page)
        self.page.resize(320, 900)
        self.page.show()
        self.show(scene(Foot()))

    def show(self, scene):
        self.scene = scene
        for section in self.all:
            section.show_scene(scene)

    def hear(self, recipe, words):
        self.told.append(words)
        self.show(replace(self.scene, edition=self.scene.edition.with_steps(recipe)))

    @property
    def recipe(self):
        return self.scene.steps


@pytest.fixture
def bench(icon_book, qtbot):
    return Bench(icon_book, qtbot)


def test_nothing_is_told_by_showing(bench):
    bench.show(
        scene(Size(height_mm=80.0), Pedestal("plinth"), Lettering(("A", "B")), *(e.type() for e in EXTRAS))
    )
    bench.show(scene())
    assert bench.told == []


def test_every_control_has_a_name(bench):
    bench.show(scene(Pedestal("plinth"), Lettering(("A", "B", "C")), *(e.type() for e in EXTRAS)))
    for section in bench.all:
        assert nameless_controls(section) == []


def test_everything_fits_the_narrow_column_of_a_small_window(bench):
    bench.show(
        scene(Pedestal("plinth"), Lettering(("A", "B", "C"), Spot("back")), *(e.type() for e in EXTRAS))
    )
    for fold in (bench.letters.fold, bench.pedestal.fold, bench.steps.fold):
        fold.setChecked(True)
    bench.extras.add.setChecked(True)
    for card in bench.extras.cards:
        card.fold.setChecked(True)
        for section in bench.all:
            assert section.minimumSizeHint().width() <= 313, (section, card.step.kind)


class TestPedestal:
    def test_a_tile_stands_the_figure_on_it(self, bench):
        bench.pedestal.choice.button("heart").click()
        assert bench.recipe.steps == (Pedestal("heart"),)
        assert bench.told == ["Pedestal: Heart"]
        bench.pedestal.choice.button("none").click()
        assert bench.recipe.steps == (Foot(),)

    def test_what_was_worked_out_is_shown_and_a_wish_takes_its_place(self, bench):
        note = StepNote(0, values={"width_mm": 60.0, "height_mm": 14.0})
        bench.show(scene(Pedestal(), notes=(note,)))
        field = bench.pedestal.width_field
        assert field.text() == "Auto 60.0"
        field.stepBy(1)
        assert bench.recipe.first(Pedestal).width_mm == 61.0
        field.lineEdit().clear()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert bench.recipe.first(Pedestal).width_mm is None

    def test_a_number_typed_over_auto_is_the_wish(self, bench, qtbot):
        bench.show(scene(Pedestal(), notes=(StepNote(0, values={"width_mm": 60.0}),)))
        bench.pedestal.fold.click()
        field = bench.pedestal.width_field
        field.setFocus()
        qtbot.waitUntil(lambda: field.lineEdit().hasSelectedText())
        QTest.keyClicks(field, "72")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert bench.recipe.first(Pedestal).width_mm == 72.0

    def test_a_product_has_to_be_asked_for_one(self, bench):
        bench.show(scene(info=MEDAL))
        assert bench.pedestal.isHidden()
        assert bench.letters.isHidden()
        bench.extras.begin("pedestal")
        assert not bench.pedestal.isHidden()
        bench.extras.begin("lettering")
        assert not bench.letters.isHidden()
        assert bench.recipe.first(Lettering).spot.on == "pedestal"


class TestLetters:
    def test_every_key_tells_of_a_change_and_the_line_is_left_alone(self, bench):
        line = bench.letters.rows[0].line
        line.setFocus()
        QTest.keyClicks(line, "Karl ")
        assert bench.recipe.first(Lettering).lines == ("Karl",)
        assert len(bench.told) == 4
        assert line.text() == "Karl "

    def test_an_emptied_text_keeps_its_look(self, bench):
        bench.show(scene(Pedestal(), Lettering(("A",), face="serif", mode="engraved")))
        line = bench.letters.rows[0].line
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_Backspace)
        assert bench.recipe.first(Lettering) is None
        QTest.keyClicks(line, "B")
        assert bench.recipe.first(Lettering) == Lettering(("B",), face="serif", mode="engraved")

    def test_letters_tell_how_they_will_print(self, bench):
        letters = (LetterVerdict("A", "good"), LetterVerdict("S", "thin", 0.38))
        note = StepNote(1, "S is thin.", (letters,), {"mode": "raised", "depth_mm": 0.8}, "thin")
        bench.show(scene(Pedestal(), Lettering(("AS",)), notes=(note,)))
        meter = bench.letters.rows[0].meter
        assert [letter.level for letter in meter.letters] == ["good", "thin"]
        assert "S" in bench.letters.rows[0].line.accessibleDescription()
        assert bench.letters.said.words.text() == "S is thin."
        assert bench.letters.aside.text() == "raised, 0.8 mm"

    def test_several_texts_are_edited_one_at_a_time(self, bench):
        bench.show(scene(Pedestal(), Lettering(("A",)), Lettering(("B",), Spot("back"))))
        assert bench.letters.reveal(2) is bench.letters.rows[0].line
        assert bench.letters.rows[0].line.text() == "B"
        bench.letters.style.mode.button("engraved").click()
        first, second = bench.recipe.of(Lettering)
        assert (first.mode, second.mode) == ("raised", "engraved")
        bench.letters.remove.click()
        assert bench.recipe.of(Lettering) == (first,)
        assert bench.letters.rows[0].line.text() == "A"

    def test_another_text_begins_where_there_is_room(self, bench):
        bench.show(scene(Pedestal(), Lettering(("A",))))
        bench.letters.another.click()
        QTest.keyClicks(bench.letters.rows[0].line, "B")
        assert [step.spot.on for step in bench.recipe.of(Lettering)] == ["pedestal", "back"]

    def test_reach_is_of_walls_and_arcs_are_of_flats(self, bench):
        bench.show(scene(Pedestal(), Lettering(("A",))))
        style = bench.letters.style
        style.reach.setValue(360)
        assert bench.recipe.first(Lettering).reach_deg == 360.0
        bench.show(scene(Lettering(("A",), Spot("back"))))
        style.arc.button("down").click()
        assert bench.recipe.first(Lettering).arc_mm == -40.0


class TestExtras:
    @pytest.mark.parametrize("extra", EXTRAS, ids=lambda extra: extra.type.kind)
    def test_each_is_added_opened_and_taken_off(self, bench, extra):
        bench.extras.tiles[extra.type.kind].click()
        assert bench.recipe.first(extra.type) is not None
        card = bench.extras.cards[0]
        assert card.fold.isChecked()
        assert bench.extras.tiles[extra.type.kind].isEnabled() is not extra.type.single
        card.remove.click()
        assert bench.recipe.first(extra.type) is None
        assert bench.extras.cards == []

    def test_a_number_changes_its_own_step(self, bench):
        bench.show(scene(Hole(4.0), Hole(6.0), Loop()))
        card = bench.extras.cards[2]
        card.numbers["diameter_mm"].setValue(8.0)
        assert [hole.diameter_mm for hole in bench.recipe.of(Hole)] == [4.0, 8.0]

    def test_words_of_a_code_are_live(self, bench):
        bench.extras.begin("qr-code")
        line = bench.extras.cards[0].line
        line.clear()
        QTest.keyClicks(line, "hi")
        assert bench.recipe.first(QrCode).text == "hi"

    def test_the_view_turns_to_what_is_added_or_placed(self, bench):
        bench.extras.begin("qr-code")
        assert bench.view.views[-1] == "back"
        bench.show(scene(Pedestal(), Lettering(("A",))))
        bench.extras.begin("emblem")
        assert bench.recipe.first(Emblem).spot.angle_deg == 180.0
        assert bench.view.views[-1] == "back"
        bench.extras.cards[0].spot.round.setValue(90.0)
        assert bench.view.views[-1] == "side"
        bench.letters.style.spot.place.setCurrentIndex(1)
        assert bench.recipe.first(Lettering).spot.on == "front"
        assert bench.view.views[-1] == "home"

    def test_a_place_is_moved_and_turned(self, bench):
        bench.show(scene(Hole(spot=Spot("front")), Emblem("mdi6:fish", spot=Spot("back"))))
        spot = next(card.spot for card in bench.extras.cards if card.step.kind == "emblem")
        spot.across.setValue(20.0)
        spot.up.setValue(-10.0)
        spot.turn.setValue(45.0)
        assert bench.recipe.first(Emblem).spot == Spot("back", shift_ratio=(0.2, -0.1), turn_deg=45.0)
        assert bench.recipe.first(Hole).spot == Spot("front")

    def test_words_that_are_typed_come_into_sight_again(self, bench):
        bench.show(scene(Pedestal(), Lettering(("A",))))
        line = bench.letters.rows[0].line
        line.setFocus()
        QTest.keyClicks(line, "B")
        assert bench.view.views == []
        bench.extras.begin("qr-code")
        line.setFocus()
        QTest.keyClicks(line, "CD")
        assert bench.view.views == ["back", "home"]

    def test_one_card_is_open_at_a_time(self, bench):
        bench.show(scene(Loop(), MagnetPocket()))
        first, second = bench.extras.cards
        first.fold.click()
        second.fold.click()
        assert (first.fold.isChecked(), second.fold.isChecked()) == (False, True)

    def test_a_symbol_is_picked(self, bench):
        bench.show(scene(Emblem("mdi6:heart")))
        asked = []
        bench.extras.symbol_wanted.connect(lambda *what: asked.append(what))
        bench.extras.cards[0].symbol.click()
        asked[0][3]("mdi6:fish")
        assert bench.recipe.first(Emblem).icon_id == "mdi6:fish"

    def test_it_is_cut_for_the_printer_there_is(self, bench):
        bench.show(scene(printer=PrinterProfile("p", "P", 180.0, 170.0, 160.0)))
        bench.extras.begin("bed-cut")
        cut = bench.recipe.first(BedCut)
        assert (cut.bed_x_mm, cut.bed_y_mm, cut.height_mm) == (180.0, 170.0, 160.0)


class TestSteps:
    def test_rows_tell_the_recipe_and_leave_steps_out(self, bench):
        bench.show(scene(Size(height_mm=80.0), Pedestal(), Lettering(("A",))))
        assert [row.accessibleName() for row in bench.steps.rows] == [
            "Size: 80 mm high",
            "Pedestal: Round",
            "Text: A",
        ]
        bench.steps.remove(0)
        assert bench.recipe.first(Size) is None
        bench.steps.remove(0)
        assert bench.recipe.first(Pedestal) is None
        assert bench.recipe.first(Lettering).spot.on == "back"

    def test_a_row_is_looked_at(self, bench):
        bench.show(scene(Loop(), Pedestal()))
        chosen = []
        bench.steps.selected.connect(chosen.append)
        bench.steps.fold.click()
        bench.steps.rows[1].click()
        assert chosen == [1]
