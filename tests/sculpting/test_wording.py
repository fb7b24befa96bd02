"""What a keepsake says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.story import Story
from memoreez_desktop.sculpting.wording import (
    LONGEST_LINE,
    first_name,
    line_length,
    lines_of,
    shortened,
    words_for,
    writable,
)

KARL = "Grandpa Karl"


@pytest.mark.parametrize(
    ("story", "lines"),
    [
        (Story(name=KARL, quirk="Hates Mondays", age=70), ("GRANDPA KARL", "HATES MONDAYS")),
        (Story(name=KARL, age=70, occasion="birthday"), ("GRANDPA KARL", "70")),
        (Story(name=KARL, occasion="birthday"), ("GRANDPA KARL", "HAPPY BIRTHDAY")),
        (Story(name="Oma Erna", occasion="birthday"), ("OMA ERNA", "ALLES GUTE")),
        (Story(name=KARL, quirk="x" * 60), ("GRANDPA KARL",)),
        (Story(name="Karl 🎣\n"), ("KARL 🎣",)),
        (Story(name="Karl \U0001fbff"), ("KARL",)),
        (Story(name="Weiß"), ("WEISS",)),
        (Story(text_lines=(" first ", "", "second", "third")), ("FIRST", "SECOND")),
        (Story(name=KARL, text_lines=("Only this",)), ("ONLY THIS",)),
        (Story(text_lines=("King of the whole big sofa",)), ("KING OF THE", "WHOLE BIG SOFA")),
        (Story(name="🎣"), ("🎣",)),
        (Story(name="سارا", quirk="می\u200cخندد"), ("سارا", "می\u200cخندد")),
        (Story(), ()),
    ],
)
def test_the_lines_come_from_the_story(story: Story, lines: tuple[str, ...]) -> None:
    assert words_for(Recipe("any", story=story)) == lines


def test_a_line_that_was_asked_for_is_never_cut_in_silence() -> None:
    with pytest.raises(InputError) as refused:
        words_for(Recipe("any", story=Story(text_lines=("a" * (LONGEST_LINE + 1),))))
    assert str(LONGEST_LINE) in refused.value.hint


CALLS = [
    (KARL, "Karl"),
    ("Karl", "Karl"),
    ("", ""),
    ("🎣", "🎣"),
    ("Karl 🎣", "Karl"),
    ("Lea-Marie", "Lea-Marie"),
    ("Christopher-Alexander", "Christopher"),
]


@pytest.mark.parametrize(("name", "called"), CALLS)
def test_people_are_called_by_their_last_word(name: str, called: str) -> None:
    assert first_name(Story(name=name)) == called


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), st.integers(-9, 999) | st.none())
def test_chosen_lines_always_fit(name: str, quirk: str, age: int | None) -> None:
    lines = lines_of(Story(name=name, quirk=quirk, age=age))
    assert len(lines) <= 2
    for line in lines:
        # Capitals may need more room than their small letters: "ß" becomes "SS".
        assert 0 < line_length(line) <= 3 * LONGEST_LINE
        assert line == writable(line)
    assert line_length(shortened(writable(name))) <= LONGEST_LINE


def test_sixty_characters_become_two_lines_or_a_clear_refusal() -> None:
    words = "the best grandpa of them all, who is out fishing at sunrise."
    assert len(words) == 60
    assert len(words_for(Recipe("any", story=Story(text_lines=(words,))))) == 2
    for text in ("x" * 60, "漢" * 16, "👨‍👩‍👧" * 16):
        with pytest.raises(InputError, match="too long"):
            words_for(Recipe("any", story=Story(text_lines=(text,))))
    assert words_for(Recipe("any", story=Story(text_lines=("漢" * 15,)))) == ("漢" * 15,)
    # One character to people, five to the computer.
    assert line_length("👨‍👩‍👧 e\u0301") == 4
