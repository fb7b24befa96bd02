"""Figures that add up, in words."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from memoreez_desktop.core.gcode import GcodeStats, Role, RoleUsage
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.print.figures import (
    cost_words,
    family_words,
    legend,
    length_words,
    parts,
    ready_words,
    time_words,
    weight_words,
)
from memoreez_desktop.ui.print.layer_column import LayerColumn
from memoreez_desktop.ui.viewport.toolpath_drawing import ROLE_FAMILIES, prepare_toolpaths
from tests.fakes.made_solids import square_paths


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@given(st.lists(st.floats(0, 1e5), min_size=1, max_size=12), st.sampled_from([1, 60, 0.1]))
def test_parts_add_up_to_the_rounded_whole_and_none_is_far_off(values, unit):
    made = parts(values, unit)
    assert sum(made) == round(sum(values) / unit)
    assert all(abs(part - value / unit) <= 1 for part, value in zip(made, values, strict=True))


def stats(**roles):
    usage = {key: RoleUsage(t, mm) for key, (t, mm) in roles.items()}
    time_s, length = sum(u.time_s for u in usage.values()), sum(u.filament_mm for u in usage.values())
    return GcodeStats(time_s, length, length * 0.003, 10, ((0, 0, 0), (1, 1, 1)), usage)


def minutes(words):
    found = re.fullmatch(r"(?:(\d+) h )?(\d+)(?: min)?", words)
    return 0 if words == "under 1 min" else int(found[1] or 0) * 60 + int(found[2])


@given(st.lists(st.tuples(st.floats(0, 20000), st.floats(0, 9000)), min_size=len(Role), max_size=len(Role)))
def test_the_legend_adds_up_to_what_is_written_large(values):
    file = stats(**{role.key: value for role, value in zip(Role, values, strict=True)})
    entries = legend(file)
    if file.time_s >= 600:
        assert sum(minutes(entry.time) for entry in entries) == round(file.time_s / 60)
    grams = sum(float(entry.weight.removesuffix(" g").replace(",", "")) for entry in entries if entry.weight)
    assert grams == pytest.approx(file.filament_g, abs=0.051)


def test_only_what_occurs_is_in_the_legend_and_travel_has_no_weight():
    file = stats(external_perimeter=(700, 100), travel=(100, 0), skirt=(5, 1))
    entries = {entry.family: entry for entry in legend(file)}
    assert list(entries) == ["outer_wall", "brim", "travel"]
    assert entries["travel"].weight == ""
    assert entries["brim"].time == "under 1 min"
    assert legend(stats()) == []


def test_short_prints_are_counted_in_seconds():
    entries = legend(stats(perimeter=(40, 10), infill=(21, 5)))
    assert [entry.time for entry in entries] == ["40 s", "21 s"]


def test_every_family_has_a_word():
    assert all(family_words(family) for family in ROLE_FAMILIES)


def test_large_numbers_in_words():
    noon = datetime.datetime(2026, 11, 22, 12, 0)
    assert time_words(7740) == "2 h 09 min"
    assert time_words(600) == "10 min"
    assert ready_words(3600, noon).replace("\u202f", " ") == "ready at 1:00 PM"
    assert ready_words(13 * 3600, noon).startswith("ready Mon")
    assert weight_words(30.2) == "30 g"
    assert weight_words(4.24) == "4.2 g"
    assert cost_words(30, 22) == "€0.66"
    assert length_words(10100) == "10.1 m"


def test_the_layer_column_counts_from_one_and_says_the_height(qtbot, qapp):
    from memoreez_desktop.ui.icons import IconBook
    from memoreez_desktop.ui.theme import ThemeBook

    column = LayerColumn(IconBook(ThemeBook()))
    qtbot.addWidget(column)
    assert not column.slider.isEnabled()
    column.show_drawing(prepare_toolpaths(square_paths(40), PrinterProfile("p", "P")))
    assert (column.number.text(), column._height.text()) == ("40", "8.0 mm")
    with qtbot.waitSignal(column.layerChanged) as told:
        column.slider.setValue(10)
    assert told.args == [9]
    assert (column.number.text(), column._height.text()) == ("10", "2.0 mm")
    column.number.setText("25")
    column.number.editingFinished.emit()
    assert column.slider.value() == 25
    column.number.setText("nonsense")
    column.number.editingFinished.emit()
    assert column.number.text() == "25"
