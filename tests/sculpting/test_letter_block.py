"""Lines fill their place in any script, or are refused in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.geometry.fonts import font_catalog
from memoreez_desktop.geometry.shapes import bounds
from memoreez_desktop.sculpting.faces_field import FACE_CHOICES, dressed, face_field
from memoreez_desktop.sculpting.letter_block import Place, least_cap_mm, letter_block

WORDS = [
    "Karl",
    "I",
    "Ängström-Łódź",
    "Юлия",
    "Ελένη",
    "سارا و علی",
    "שלום עולם",
    "आरव",
    "さくら",
    "민준",
    "Bo ❤️🎣",
]


def test_every_face_can_be_chosen() -> None:
    assert sorted(face for face, _ in FACE_CHOICES) == sorted(font_catalog().ids)
    field = face_field("slab", without=("roboto",))
    assert field.default in dict(field.choices)
    assert "roboto" not in dict(field.choices)


def test_scripts_are_written_as_they_are_spoken() -> None:
    assert dressed("Karl", "script") == "Karl"
    assert dressed("Karl", "slab") == "KARL"


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=2),
    st.sampled_from([face for face, _ in FACE_CHOICES]),
    st.floats(20, 150),
    st.floats(6, 50),
)
@settings(max_examples=60, deadline=None)
def test_what_is_set_fits_and_is_large_enough(
    lines: list[str], face: str, width: float, height: float
) -> None:
    place = Place(width, height, 30.0)
    try:
        block = letter_block(tuple(lines), face, place)
    except InputError as refusal:
        refused: InputError | None = refusal
    else:
        refused = None
    if refused is not None:
        assert refused.hint
        return
    x0, y0, x1, y1 = bounds(block.shape)
    # Widened strokes may reach a little farther.
    assert x1 - x0 <= width + 0.7
    assert y1 - y0 <= height + 0.7
    assert 3.0 <= block.cap_mm <= 30.0


def test_long_lines_break_and_at_last_are_refused() -> None:
    place = Place(60.0, 30.0, 20.0)
    one = letter_block(("Karl",), "sans", place)
    two = letter_block(("Grandfather Karl of the lake",), "sans", place)
    assert one.cap_mm > two.cap_mm
    assert bounds(two.shape)[3] > two.cap_mm
    with pytest.raises(InputError, match="too long"):
        letter_block(("x" * 60,), "sans", place)


def test_characters_of_many_strokes_are_set_larger_or_refused() -> None:
    place = Place(40.0, 5.0, 20.0)
    assert letter_block(("Karl",), "sans", place).cap_mm < least_cap_mm(("さくら",), "sans")
    with pytest.raises(InputError, match="too long"):
        letter_block(("さくら",), "sans", place)


def test_a_script_too_small_to_print_is_set_in_plain_letters() -> None:
    narrow = letter_block(("Grandfather Karl of the lake",), "script", Place(70.0, 18.0, 20.0))
    assert narrow.cap_mm < font_catalog().get("script").least_cap_mm
