"""How letters are judged against the nozzle."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.geometry.shapes import circle, rectangle
from memoreez_desktop.geometry.stroke_widths import gap_width, stroke_width
from memoreez_desktop.studio.letter_verdicts import letter_verdicts

RANK = {"good": 0, "thin": 1, "lost": 2}
WORDS = st.text("AEMabegmnñé8&@ .", min_size=1, max_size=6).filter(str.strip)


def worst(lines) -> int:
    return max(RANK[letter.level] for line in lines for letter in line)


def test_widths_of_simple_shapes():
    frame = rectangle(60, 40) - rectangle(40, 20)
    assert stroke_width(frame, 100) == pytest.approx(10, abs=0.4)
    assert gap_width(frame, 100) == pytest.approx(20, rel=0.15)
    comb = rectangle(60, 10).translate((0, 25)) + sum(
        (rectangle(12, 60).translate((x, 0)) for x in (-24, 0, 24)), start=rectangle(1, 1)
    )
    assert gap_width(comb, 100) == pytest.approx(12, rel=0.15)
    assert gap_width(circle(20), 100) == 0.0
    assert gap_width(rectangle(30, 14), 100) == 0.0


@pytest.mark.parametrize(
    ("text", "cap_mm", "face", "level"),
    [
        ("EMMA", 6.0, "sans", "good"),
        ("EMMA", 4.0, "sans", "thin"),
        ("emma", 2.0, "sans", "lost"),
        ("Emma", 5.0, "serif", "lost"),
        ("Emma", 11.0, "serif", "good"),
        ("愛", 3.0, "sans", "lost"),
        ("أمينة", 8.0, "sans", "thin"),
        ("❤", 5.0, "sans", "good"),
    ],
)
def test_known_letters(text, cap_mm, face, level):
    assert worst(letter_verdicts([text], cap_mm, face)) == RANK[level]


def test_heavier_strokes_bring_a_serif_back():
    assert worst(letter_verdicts(["Emma"], 6.0, "serif", heavier=True)) == 0


def test_letters_are_told_as_they_are_read():
    ((ja, space, *rest),) = letter_verdicts(["é أبلا"], 8.0)
    assert (ja.letter, space.letter, space.level) == ("é", " ", "good")
    assert [letter.letter for letter in rest] == list("أبلا")
    assert all(letter.stroke_mm > 0 for letter in rest)


@settings(max_examples=30)
@given(WORDS, st.floats(2.0, 9.0), st.floats(1.05, 2.0), st.sampled_from(["raised", "engraved"]))
def test_larger_letters_and_finer_nozzles_never_print_worse(text, cap_mm, more, mode):
    plain = letter_verdicts([text], cap_mm, mode=mode)
    assert worst(letter_verdicts([text], cap_mm * more, mode=mode)) <= worst(plain)
    assert worst(letter_verdicts([text], cap_mm, mode=mode, nozzle_mm=0.4 / more)) <= worst(plain)
    widths = [[letter.stroke_mm for letter in line] for line in plain]
    assert np.isfinite(widths).all()
    assert len(plain[0]) == len(" ".join(text.split()))
    assert worst(letter_verdicts([text], cap_mm, mode=mode, heavier=True)) <= worst(plain)
