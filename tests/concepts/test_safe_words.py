"""Words that filters stumble over are found, and none is in what the program writes by itself."""

import pytest

from memoreez_desktop.concepts.writers.rules import INSTRUCTION, LOOK, SHAPE
from memoreez_desktop.concepts.writers.safe_words import INSTEAD, risky_words
from memoreez_desktop.concepts.writers.template import template_prompts
from memoreez_desktop.core.story import Story


def test_words_are_found_whole_with_their_place():
    text = "Shaft of a lighthouse, its tip on tiptoe. The BOTTOM is wide."
    found = risky_words(text)
    assert [text[word.start : word.end] for word in found] == ["Shaft", "tip", "BOTTOM"]
    assert [word.instead for word in found] == ["Column", "apex", "Foundation"]


@pytest.mark.parametrize(("word", "instead"), INSTEAD)
def test_every_suggestion_is_safe_itself(word, instead):
    assert risky_words(word)
    assert not risky_words(instead)


def test_the_programs_own_words_are_safe():
    assert not risky_words(LOOK + SHAPE + INSTRUCTION)
    for seed in range(20):
        for prompt in template_prompts(Story("Karl", passions=("fishing", "tractors")), 12, seed):
            assert not risky_words(prompt.prompt)
