"""The story's words wear the symbols the studio will use; a person may choose others, or none."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.services.read_story import read_story, search_symbols, symbols_of
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.page import PageParts
from memoreez_desktop.ui.story.page import build
from memoreez_desktop.ui.widgets.symbol_picker import SymbolPicker

TOLD = "My grandpa Karl turns 70 in May. He loves fishing and strong coffee, but he hates Mondays."


@pytest.fixture
def page(bench: Any, qtbot: Any) -> PageParts:
    parts = build(bench.workshop, bench.theme_book, bench.icon_book, None)
    qtbot.addWidget(parts.panel)
    parts.panel.resize(1300, 850)
    parts.panel.show()
    return parts


@pytest.fixture
def told(page: PageParts, qtbot: Any) -> PageParts:
    page.panel.form.told.setPlainText(TOLD)
    page.presenter.reader.read()
    return page


def symbols(page: PageParts) -> dict[str, str]:
    form = page.panel.form
    return {chip.text(): chip.icon_name for chip in (*form.loves._chips, *form.found.chips)}


class TestChoosing:
    def test_a_chip_wears_its_symbol_and_takes_another(self, page, bench, qtbot) -> None:
        qtbot.keyClicks(page.panel.form.loves.line, "Fishing,")
        assert "fish" in symbols(page)["Fishing"]
        chip = page.panel.form.loves._chips[0]
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 16))
        picker = page.presenter.reader.finder.picker
        assert picker.isVisible()
        other = next(icon for icon in picker.grid.buttons if icon != chip.icon_name)
        picker.grid.buttons[other].click()
        assert not picker.isVisible()
        assert bench.journey.brief.story.icons == (("Fishing", other),)
        assert symbols(page)["Fishing"] == other

    def test_the_cross_removes_and_so_does_delete(self, page, bench, qtbot) -> None:
        qtbot.keyClicks(page.panel.form.loves.line, "Fishing,Tractors,")
        first, second = page.panel.form.loves._chips
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(first.width() - 12, 16))
        assert bench.journey.brief.story.passions == ("Tractors",)
        qtbot.keyClick(second, Qt.Key.Key_Delete)
        assert bench.journey.brief.story.passions == ()

    def test_enter_on_a_chip_opens_the_picker_and_escape_leaves_all_as_it_was(
        self, page, bench, qtbot
    ) -> None:
        qtbot.keyClicks(page.panel.form.loves.line, "Fishing,")
        before = bench.journey.brief
        qtbot.keyClick(page.panel.form.loves._chips[0], Qt.Key.Key_Return)
        picker = page.presenter.reader.finder.picker
        assert picker.isVisible()
        qtbot.keyClick(picker, Qt.Key.Key_Escape)
        assert not picker.isVisible()
        assert bench.journey.brief == before

    def test_f2_edits_a_word_in_its_place(self, page, bench, qtbot) -> None:
        qtbot.keyClicks(page.panel.form.loves.line, "Fishing,Tractors,Jazz,")
        qtbot.keyClick(page.panel.form.loves._chips[1], Qt.Key.Key_F2)
        line = page.panel.form.loves.line
        assert (line.text(), line.selectedText()) == ("Tractors", "Tractors")
        qtbot.keyClicks(line, "Old tractors,")
        assert bench.journey.brief.story.passions == ("Fishing", "Old tractors", "Jazz")

    def test_the_choice_goes_with_its_word(self, page, bench, qtbot) -> None:
        page.presenter._journey.set_brief(
            Brief(Story(passions=("Fishing",), icons=(("Fishing", "mdi6:fish"),)))
        )
        assert symbols(page)["Fishing"] == "mdi6:fish"
        page.panel.form.loves._chips[0].removed.emit()
        assert bench.journey.brief.story.icons == ()

    def test_a_word_without_a_picture_can_be_given_one(self, page, bench, qtbot) -> None:
        qtbot.keyClicks(page.panel.form.loves.line, "Xyzzyx,")
        assert symbols(page)["Xyzzyx"] == "mdi6.shape-plus-outline"
        page.panel.form.choose_symbol("Xyzzyx", "fa6s:heart")
        assert symbols(page)["Xyzzyx"] == "fa6s:heart"


class TestReadingAlong:
    def test_what_was_understood_stands_under_the_story(self, told) -> None:
        assert list(symbols(told)) == ["fishing", "strong coffee"]
        assert set(told.panel.form.found.facts) == {"name", "age", "occasion", "quirk"} - (
            set() if "occasion" in told.panel.form.found.facts else {"occasion"}
        )
        assert told.panel.form.found.isVisible()

    def test_it_is_read_when_the_writer_rests(self, page, qtbot) -> None:
        qtbot.keyClicks(page.panel.form.told, "She loves horses")
        assert not page.panel.form.found.chips
        qtbot.waitUntil(lambda: bool(page.panel.form.found.chips), timeout=3000)

    def test_a_found_chip_can_go_and_stays_away(self, told, bench) -> None:
        told.panel.form.found.chips[0].removed.emit()
        assert list(symbols(told)) == ["strong coffee"]
        assert bench.journey.brief.story.icons == (("fishing", ""),)
        told.presenter.reader.read()
        assert list(symbols(told)) == ["strong coffee"]

    def test_a_found_chip_is_edited_among_what_they_love(self, told, bench, qtbot) -> None:
        told.panel.form.found.chips[0].edit_wanted.emit()
        line = told.panel.form.loves.line
        assert line.text() == "fishing"
        qtbot.keyClicks(line, "Fly fishing,")
        assert bench.journey.brief.story.passions == ("Fly fishing",)
        told.presenter.reader.read()
        assert "fishing" not in symbols(told)

    def test_a_fact_is_taken_over_into_its_field(self, told, bench) -> None:
        told.panel.form.found.facts["age"].click()
        assert (told.panel.form.age.value(), bench.journey.brief.story.age) == (70, 70)
        told.presenter.reader.read()
        assert "age" not in told.panel.form.found.facts

    def test_an_emptied_story_finds_nothing(self, told) -> None:
        told.panel.form.told.setPlainText("")
        told.presenter.reader.read()
        assert not told.panel.form.found.isVisible()

    def test_the_text_is_kept_and_shown_again(self, told, bench) -> None:
        story = bench.journey.brief.story
        assert story.free_text == TOLD
        bench.journey.set_brief(Brief())
        assert told.panel.form.told.toPlainText() == ""
        bench.journey.set_brief(Brief(story))
        assert told.panel.form.told.toPlainText() == TOLD

    def test_every_control_has_a_name(self, told) -> None:
        assert nameless_controls(told.panel) == []

    def test_the_field_grows_with_its_words(self, page) -> None:
        told = page.panel.form.told
        low = told.height()
        told.setPlainText("word " * 120)
        assert low == 40
        assert low < told.height() <= 132


class TestSearching:
    @pytest.mark.parametrize("word", ["dog", "hund", "Segeln", "coff", "gitar"])
    def test_a_word_finds_symbols(self, word) -> None:
        assert search_symbols(word, JobContext())

    def test_an_empty_search_offers_some_of_everything(self) -> None:
        assert len(search_symbols("  ", JobContext())) >= 40

    def test_nothing_is_found_for_nonsense(self) -> None:
        assert search_symbols("qqqqzzzz", JobContext()) == ()

    def test_words_without_a_symbol_are_left_out(self) -> None:
        assert set(symbols_of(("Fishing", "Xyzzyx"), JobContext())) == {"Fishing"}

    def test_what_was_typed_is_not_found_again(self) -> None:
        story = Story(name="Karl", passions=("Angeln",), free_text=TOLD)
        reading = read_story(story, JobContext())
        assert reading.name == ""
        assert [subject.word for subject in reading.subjects] == ["strong coffee"]


class TestPicker:
    def test_enter_takes_the_first_and_arrows_walk(self, icon_book, qtbot) -> None:
        picker = SymbolPicker(icon_book, None)
        qtbot.addWidget(picker)
        picker.searched.connect(lambda _word: picker.offer(("fa6s:dog", "fa6s:cat", "fa6s:fish")))
        picker.ask("pets", "fa6s:fish", QRect(5000, 5000, 40, 32))
        assert list(picker.grid.buttons) == ["fa6s:fish", "fa6s:dog", "fa6s:cat"]
        assert picker.screen().availableGeometry().contains(picker.geometry())
        qtbot.keyClick(picker, Qt.Key.Key_Down)
        qtbot.keyClick(picker.grid, Qt.Key.Key_Right)
        picker.line.setFocus()
        with qtbot.waitSignal(picker.taken) as taken:
            qtbot.keyClick(picker.line, Qt.Key.Key_Return)
        assert taken.args == ["fa6s:dog"]

    def test_it_says_when_nothing_was_found(self, icon_book, qtbot) -> None:
        picker = SymbolPicker(icon_book, None)
        qtbot.addWidget(picker)
        picker.ask("", "", QRect(0, 0, 10, 10))
        picker.offer(())
        assert picker._nothing.isVisible()
