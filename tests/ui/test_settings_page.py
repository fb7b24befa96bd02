"""Every choice of the Settings page is kept at once and takes effect."""

from __future__ import annotations

from typing import Any

import pytest

from memoreez_desktop.storage.settings import SettingsFile
from memoreez_desktop.ui.page import PageParts
from memoreez_desktop.ui.settings.page import build


@pytest.fixture
def page(bench: Any, qtbot: Any) -> PageParts:
    parts = build(bench.workshop, bench.theme_book, bench.icon_book, None)
    qtbot.addWidget(parts.panel)
    return parts


def kept(bench: Any) -> Any:
    return SettingsFile(bench.home / "settings.json").load()


def test_the_theme_changes_at_once_and_is_kept(page, bench) -> None:
    page.panel.look.theme.button("light").click()
    assert bench.theme_book.theme.name == "light"
    assert kept(bench).theme == "light"


def test_less_motion_is_kept(page, bench) -> None:
    page.panel.look.still.click()
    assert bench.theme_book.reduced_motion
    assert kept(bench).reduce_motion


def test_the_language_is_kept(page, bench) -> None:
    page.panel.general.language.button("de").click()
    assert kept(bench).language == "de"


def test_printer_material_and_quality_are_kept(page, bench) -> None:
    printing = page.panel.printing
    assert printing.printer.count() > 5
    printing.printer.setCurrentIndex(printing.printer.findData("prusa-mini"))
    printing.material.setCurrentIndex(printing.material.findData("petg"))
    printing.quality.button("fine").click()
    now = kept(bench)
    assert (now.printer_id, now.material_id, now.quality_id) == ("prusa-mini", "petg", "fine")
    assert "180" in printing._printer_field.hint.text()


def test_a_change_made_elsewhere_is_shown(page, bench) -> None:
    bench.workshop.keeper.change(material_id="petg", theme="light")
    assert page.panel.printing.material.value == "petg"
    assert page.panel.look.theme.value == "light"


def test_another_data_folder_applies_later_and_says_so(page, bench, tmp_path) -> None:
    general = page.panel.general
    assert general.folder.text() == str(bench.library.folder)
    assert general._usual.isHidden()
    bench.workshop.keeper.change(data_folder=str(tmp_path / "elsewhere"))
    assert general.folder.text() == str(tmp_path / "elsewhere")
    assert "next start" in general._field.hint.text()
    general._usual.click()
    assert kept(bench).data_folder == ""


def test_all_sections_paint(page, bench) -> None:
    page.panel.resize(1000, 700)
    page.panel.show()
    for section in ("general", "printing", "look", "about"):
        page.panel.show_section(section)
        assert page.panel.sections.value == section
        assert not page.panel.grab().isNull()
