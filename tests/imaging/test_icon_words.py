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

HOBBIES = [
    "fishing",
    "gardening",
    "knitting",
    "cooking",
    "baking",
    "hiking",
    "cycling",
    "running",
    "swimming",
    "photography",
    "painting",
    "drawing",
    "reading",
    "writing_poetry",
    "playing_guitar",
    "piano",
    "violin",
    "drums",
    "singing_in_a_choir",
    "dancing",
    "ballet",
    "football",
    "tennis",
    "golf",
    "skiing",
    "snowboarding",
    "surfing",
    "sailing",
    "rowing",
    "rock_climbing",
    "yoga",
    "weightlifting",
    "boxing",
    "karate",
    "chess",
    "board_games",
    "jigsaw_puzzles",
    "video_games",
    "lego",
    "model_trains",
    "astronomy",
    "bird_watching",
    "horse_riding",
    "camping",
    "travelling",
    "home_brewing",
    "wine_tasting",
    "barbecue",
    "motorcycles",
    "vintage_cars",
    "woodworking",
    "pottery",
    "origami",
    "calligraphy",
    "magic_tricks",
    "amateur_theatre",
    "beekeeping",
    "archery",
    "scuba_diving",
    "stamp_collecting",
]

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
    "Haekeln": "mdi6:needle",
    "Lieblingskaffee": "fa6s:mug-hot",
    "Motorradtouren mit Freunden": "fa6s:motorcycle",
    "Weinverkostung": "fa6s:wine-glass",
    "photograpy": "fa6s:camera-retro",
    "Fusball": "fa6s:futbol",
    "accordion": "fa6s:music",
    "3D printing": "mdi6:printer-3d-nozzle",
    "Formula 1": "mdi6:go-kart",
    "axe throwing": "mdi6:axe",
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


def test_every_hand_written_word_finds_a_picture() -> None:
    for row in hand_written_rows("words.json"):
        for word in row["en"] + row["de"]:
            assert icon_for(word), word


@pytest.mark.parametrize("hobby", HOBBIES)
def test_common_hobbies_are_in_the_table(hobby: str) -> None:
    assert find_icons(hobby.replace("_", " "))[0].score == 100


@pytest.mark.parametrize(("words", "icon"), EXPECTED.items())
def test_words_find_the_picture_meant(words: str, icon: str) -> None:
    assert icon_for(words) == icon


@pytest.mark.parametrize(
    "words", ["", " ", "40", "7", "70 80 90", "🎣🚜", "the", "xqzv", "settings menu", "…"]
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
