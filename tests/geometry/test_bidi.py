"""Mixed directions are read in the order that another implementation of the standard gives."""

import bidi as peer
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.geometry.bidi import base_level, embedding_levels, visual_order

# Letters of each direction, digits of both kinds, every kind of sign; no control characters.
ALPHABET = "abcאבגدسل123٤٥٦ .,:+-$%/#!?()[]\u05b0\u0301\t"


def seen(text, base=None):
    levels = embedding_levels(text, base)
    return "".join(text[place] for place in visual_order(levels))


@given(st.text(ALPHABET, max_size=24), st.sampled_from([None, 0, 1]))
@settings(max_examples=600, deadline=None)
def test_the_order_is_the_standards(text, base):
    direction = {None: None, 0: "L", 1: "R"}[base]
    expected = peer.get_display(text, base_dir=direction) if direction else peer.get_display(text)
    assert seen(text, base) == expected


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("Karl אבג 12", "Karl 12 גבא"),
        ("אבג (abc) 12", "12 )abc( גבא"),
        ("", ""),
    ],
)
def test_known_lines(text, order):
    assert seen(text) == order


def test_the_first_letter_tells_the_direction():
    assert [base_level(text) for text in ("12 שלום", "12 abc שלום", "!?", "سلام abc")] == [1, 0, 0, 1]


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_level_a_character_and_every_place_is_seen_once(text):
    levels = embedding_levels(text)
    assert len(levels) == len(text)
    assert sorted(visual_order(levels)) == list(range(len(text)))
