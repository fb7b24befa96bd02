"""Under the story stands what pressing the button sends away and costs, whoever draws."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.page import PageParts
from memoreez_desktop.ui.story.page import build

NOTHING = "Nothing leaves this computer. It costs nothing."
KARL = Brief(Story("Karl", passions=("fishing",)))


def page_of(bench: Any, qtbot: Any) -> PageParts:
    parts = build(bench.workshop, bench.theme_book, bench.icon_book, None)
    qtbot.addWidget(parts.panel)
    parts.panel.resize(1300, 850)
    parts.panel.show()
    bench.journey.set_brief(KARL)
    return parts


@pytest.fixture
def page(bench: Any, qtbot: Any) -> PageParts:
    return page_of(bench, qtbot)


@pytest.fixture
def footer(page: PageParts) -> Any:
    return page.panel.footer


def give_key(bench: Any, service: str) -> None:
    bench.workshop.services.desk().keys.set(service, "planted-key-1234")


def labels(footer: Any) -> list[str]:
    box = footer.drawn_by
    return [box.itemText(row) for row in range(box.count()) if box.itemText(row)]


def test_the_studio_alone_asks_nobody(make_bench, held, qtbot) -> None:
    bench = make_bench(held)
    page = page_of(bench, qtbot)
    footer = page.panel.footer
    assert footer.words.text() == NOTHING
    assert footer.detail.isHidden()
    assert not [pool for _job, _handle, _callbacks, pool in held.held.values() if pool == "network"]
    assert footer.drawn_by.value == ""


def test_before_there_is_a_story_it_says_what_is_missing(bench, footer) -> None:
    give_key(bench, "stability")
    bench.workshop.keeper.change(generator_id="stability")
    bench.journey.set_brief(Brief())
    assert "first" in footer.words.text()
    assert footer.detail.isHidden()
    assert not footer.create.isEnabled()


def test_another_choice_is_another_sentence(bench, footer) -> None:
    keeper = bench.workshop.keeper
    give_key(bench, "stability")
    keeper.change(generator_id="stability")
    assert "about 0.12 USD in all" in footer.words.text()
    assert "Leaves this computer: the prompt." in footer.detail.text()
    assert footer.drawn_by.currentText() == "Stability AI"
    keeper.change(ai_count=2)
    assert "about 0.06 USD in all" in footer.words.text()
    keeper.change(offline=True)
    assert "offline" in footer.words.text()
    keeper.change(offline=False, generator_id="")
    assert footer.words.text() == NOTHING
    assert footer.drawn_by.currentText() == "Built-in studio"


def test_while_it_is_looked_up_nothing_false_stands_there(make_bench, held, qtbot) -> None:
    bench = make_bench(held)
    page = page_of(bench, qtbot)
    footer = page.panel.footer
    give_key(bench, "stability")
    bench.workshop.keeper.change(generator_id="stability")
    assert NOTHING not in footer.words.text()
    held.run()
    assert "Stability AI" in footer.words.text()


def test_a_missing_key_leads_to_the_settings(bench, footer) -> None:
    pages, services = [], []
    bench.journey.pageWanted.connect(pages.append)
    bench.journey.providerWanted.connect(services.append)
    bench.workshop.keeper.change(generator_id="stability")
    assert "has no key yet" in footer.words.text()
    assert not footer.remedy.isHidden()
    footer.remedy.click()
    assert (pages, services) == (["settings"], ["stability"])
    give_key(bench, "stability")
    footer.window().hide()
    footer.window().show()
    assert "about 0.12 USD" in footer.words.text()
    assert footer.remedy.isHidden()


def test_a_photo_is_named_as_soon_as_there_is_one(bench, footer, tmp_path) -> None:
    from memoreez_desktop.core.story import PhotoRef

    give_key(bench, "stability")
    bench.workshop.keeper.change(generator_id="stability", send_photo=True)
    assert "photo" not in footer.detail.text()
    path = tmp_path / "a.png"
    path.write_bytes(b"")
    bench.journey.set_brief(Brief(KARL.story, photos=(PhotoRef("0" * 64, path, "a.png"),)))
    assert "photo" in footer.detail.text()


def test_who_draws_is_chosen_right_there(bench, footer, monkeypatch) -> None:
    give_key(bench, "stability")
    shown = []
    monkeypatch.setattr("PySide6.QtWidgets.QComboBox.showPopup", lambda box: shown.append(labels(footer)))
    QTest.keyClick(footer.drawn_by, Qt.Key.Key_Down)
    assert shown == [["Built-in studio", "Stability AI", "Set up a service…"]]
    assert bench.workshop.keeper.settings.generator_id == ""
    box = footer.drawn_by
    box.setCurrentIndex(box.findData("stability"))
    box.activated.emit(box.currentIndex())
    assert bench.workshop.keeper.settings.generator_id == "stability"
    assert "Stability AI" in footer.words.text()


def test_the_last_line_sets_one_up_and_chooses_nothing(bench, footer) -> None:
    pages = []
    bench.journey.pageWanted.connect(pages.append)
    box = footer.drawn_by
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.currentIndex())
    assert pages == ["settings"]
    assert bench.workshop.keeper.settings.generator_id == ""
    assert box.currentText() == "Built-in studio"


def test_a_list_that_is_waited_for_opens_when_it_is_there(make_bench, held, qtbot, monkeypatch) -> None:
    bench = make_bench(held)
    page = page_of(bench, qtbot)
    footer = page.panel.footer
    opened = []
    monkeypatch.setattr("PySide6.QtWidgets.QComboBox.showPopup", lambda box: opened.append(True))
    footer.drawn_by.showPopup()
    assert not opened
    held.run()
    assert opened == [True]


def test_every_control_has_a_name(footer) -> None:
    assert not nameless_controls(footer)


def test_after_leaving_nothing_is_touched(make_bench, held, qtbot) -> None:
    bench = make_bench(held)
    page = page_of(bench, qtbot)
    give_key(bench, "stability")
    bench.workshop.keeper.change(generator_id="stability")
    before = page.panel.footer.words.text()
    page.presenter.leave()
    held.run()
    assert page.panel.footer.words.text() == before
