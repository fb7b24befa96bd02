"""Words find pictures: the shipped table is sound, hobbies are understood, and any text is survived."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.imaging.icon_index import hand_written_rows, icon_index
from memoreez_desktop.imaging.icon_index_names import charmap_names
from memoreez_desktop.imaging.icon_words import find_icons, icon_for

EXPECTED = {
    "strong coffee": "fa6s:mug-hot",
    "tractors": "fa6s:tractor",
    "vintage cars": "fa6s:car-side",
    "playing guitar in a band": "fa6s:guitar",
    "cup of tea": "mdi6:tea",
    "Dungeons & Dragons": "fa6s:dice-d20",
    "anime": "fa6s:pencil",
    "animals": "fa6s:paw",
    "Angeln": "mdi6:fish",
    "starker Kaffee": "fa6s:mug-hot",
    "KAFFEE": "fa6s:mug-hot",
    "Haekeln": "fa6s:mitten",
    "Lieblingskaffee": "fa6s:mug-hot",
    "Motorradtouren mit Freunden": "fa6s:motorcycle",
    "Weinverkostung": "fa6s:wine-glass",
    "photograpy": "fa6s:camera-retro",
    "Fusball": "fa6s:futbol",
    "accordion": "fa6s:music",
    "3D printing": "mdi6:printer-3d-nozzle",
    "Formula 1": "fa6s:flag-checkered",
    "axe throwing": "mdi6:axe",
    "Briefmarkensammeln": "mdi6:postage-stamp",
    "Apfelkuchen": "mdi6:cake-variant",
    "Hundesport": "mdi6:dog-side",
    "Rosengarten": "mdi6:flower",
    "Katzenbabys": "fa6s:cat",
    "Chilisoßen": "mdi6:chili-hot",
    "collecting stamps": "mdi6:postage-stamp",
    "Pizza backen": "fa6s:pizza-slice",
}


def test_every_shipped_icon_exists_in_the_fonts() -> None:
    known = {f"{prefix}:{name}" for prefix in ("fa6s", "mdi6", "ph") for name in charmap_names(prefix)}
    rows = hand_written_rows("words.json") + hand_written_rows("categories.json")
    assert len(rows) >= 250
    assert {icon for row in rows for icon in row["icons"]} <= known
    index = icon_index()
    assert {icon for icons in index.names.values() for icon in icons} <= known


def test_the_index_is_as_new_as_its_sources() -> None:
    script = Path(__file__).resolve().parents[2] / "build" / "build_icon_index.py"
    made = runpy.run_path(str(script))["index_text"]()
    assert made == resource_path("icons", "index.json").read_text(encoding="utf-8"), f"run {script.name}"


def test_the_tables_hold_enough_words_of_both_languages() -> None:
    rows = hand_written_rows("words.json")
    for language in ("en", "de"):
        words = [word.lower() for row in rows for word in row[language]]
        assert len(words) >= 2000
        twice = {word for word in words if words.count(word) > 1}
        assert not twice


@pytest.mark.parametrize("table", ["words.json", "categories.json"])
def test_every_hand_written_word_finds_its_own_picture(table: str) -> None:
    wrong = {
        word: icon_for(word)
        for row in hand_written_rows(table)
        for word in row["en"] + row["de"]
        if icon_for(word) != row["icons"][0]
    }
    assert not wrong


def test_no_picture_is_a_syringe_for_a_needle() -> None:
    """Looked at and found to show something else than their name says."""
    shown = {icon for row in hand_written_rows("words.json") for icon in row["icons"]}
    assert not shown & {"mdi6:needle", "mdi6:seal", "mdi6:hail", "mdi6:rolodex"}


@pytest.mark.parametrize(("words", "icon"), EXPECTED.items())
def test_words_find_the_picture_meant(words: str, icon: str) -> None:
    assert icon_for(words) == icon


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "40",
        "7",
        "70 80 90",
        "🎣🚜",
        "the",
        "xqzv",
        "settings menu",
        "…",
        "Enterprise",
        "Steuererklärung",
    ],
)
def test_numbers_labels_and_nonsense_match_nothing(words: str) -> None:
    assert find_icons(words) == ()
    assert icon_for(words, "fa6s:star") == "fa6s:star"


def test_several_subjects_are_all_found() -> None:
    icons = [match.icon_id for match in find_icons("fishing, tractors, coffee")]
    assert set(icons) == {"mdi6:fish", "fa6s:tractor", "fa6s:mug-hot"}
    assert len(icons) == len(set(icons))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_survived(words: str) -> None:
    icons = [match.icon_id for match in find_icons(words)]
    assert len(icons) == len(set(icons))
