"""Words in Braille, against what the rule books print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.studio.braille_cells import braille_cells


def glyphs(text: str) -> str:
    """Return what was written as Unicode's Braille patterns."""
    return " ".join(
        "".join(chr(0x2800 + sum(1 << (dot - 1) for dot in cell)) for cell in word)
        for word in braille_cells(text)
    )


@pytest.mark.parametrize(
    ("text", "braille"),
    [
        ("abcdefghij", "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚"),
        ("klmnopqrst", "⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞"),
        ("uvwxyz", "⠥⠧⠺⠭⠽⠵"),
        ("Karl", "⠠⠅⠁⠗⠇"),
        ("GRANDPA  Karl", "⠠⠠⠛⠗⠁⠝⠙⠏⠁ ⠠⠅⠁⠗⠇"),
        ("HATES ALL MONDAYS", "⠠⠠⠠⠓⠁⠞⠑⠎ ⠁⠇⠇ ⠍⠕⠝⠙⠁⠽⠎⠠⠄"),
        ("70", "⠼⠛⠚"),
        ("1,000.5", "⠼⠁⠂⠚⠚⠚⠲⠑"),
        ("4b", "⠼⠙⠰⠃"),
        ("3rd", "⠼⠉⠗⠙"),
        ("Happy, really?", "⠠⠓⠁⠏⠏⠽⠂ ⠗⠑⠁⠇⠇⠽⠦"),
        ("Karl’s", "⠠⠅⠁⠗⠇⠄⠎"),
        ("café", "⠉⠁⠋⠘⠌⠑"),
        ("Größe", "⠨⠛⠗⠪⠮⠑"),
        ("Für Müller.", "⠨⠋⠳⠗ ⠨⠍⠳⠇⠇⠑⠗⠄"),
        ("ÜBUNG", "⠘⠳⠃⠥⠝⠛"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_known_words(text, braille):
    assert glyphs(text) == braille


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=30))
def test_small_letters_are_one_cell_each(text):
    (word,) = braille_cells(text)
    assert len(word) == len(text)
    assert len(set(word)) == len(set(text))


@pytest.mark.parametrize("text", ["猫", "hi 🎉", "مرحبا", "a\x00b", "Привет"])
def test_what_has_no_braille_is_named(text):
    with pytest.raises(InputError) as refusal:
        braille_cells(text)
    assert refusal.value.hint
