"""The symbols a person chose come back from the library, and tell keepsakes apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.story import Story
from memoreez_desktop.storage.records import (
    dump,
    load,
    recipe_from_record,
    recipe_to_record,
    story_from_record,
    story_to_record,
)

_STORY = Story("Karl", passions=("Fishing", "Jazz"))
_words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


@given(st.lists(st.tuples(_words, _words), max_size=4))
def test_chosen_symbols_come_back_as_they_were(pairs: list[tuple[str, str]]) -> None:
    recipe = Recipe("icon-medallion", story=replace(_STORY, icons=tuple(pairs)))
    back = recipe_from_record(load(dump(recipe_to_record(recipe, Path()))), Path())
    assert (back, back.digest) == (recipe, recipe.digest)


def test_records_written_before_symbols_could_be_chosen_have_none() -> None:
    record = story_to_record(_STORY)
    del record["icons"]
    assert story_from_record(record) == _STORY


def test_a_chosen_symbol_makes_another_keepsake_and_none_leaves_it_as_it_was() -> None:
    plain = Recipe("icon-medallion", story=_STORY)
    chosen = replace(plain, story=replace(_STORY, icons=(("Fishing", "mdi6:fish"),)))
    other = replace(plain, story=replace(_STORY, icons=(("Fishing", "fa6s:fish"),)))
    assert len({plain.digest, chosen.digest, other.digest}) == 3
    assert plain.digest == "d40de336f90b4f41fddb5c9242a3110d58a9149f92bf98d0c8fbfdd40d6bc946"


def test_the_choice_is_found_by_the_word_however_it_is_written() -> None:
    story = replace(_STORY, icons=((" fishing", "mdi6:fish"), ("Jazz", "")))
    assert [story.chosen_icon(word) for word in ("FISHING", "jazz", "cars")] == ["mdi6:fish", "", None]
