"""What a card without a picture says never stands over something else, whatever its size."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRectF

from memoreez_desktop.ui.concepts.card_layout import picture_height
from memoreez_desktop.ui.concepts.card_words import why_words

LONG = "The filter of a service with a long name refused this picture. It says: " + "many words " * 40
TODO = "Say it in other words and try again; such filters often err, and nothing was charged for it. " * 3


@pytest.mark.parametrize("width", [248, 299, 300, 314, 420])
@pytest.mark.parametrize("happened", ["Short.", LONG[:110], LONG])
@pytest.mark.parametrize("todo", ["", "Try again.", TODO])
def test_everything_stands_in_its_own_place(qapp, width, happened, todo) -> None:
    stage = QRectF(10, 20, width, picture_height(width))
    why = why_words(stage, happened, todo)
    places = [place for place in (why.mark, why.above_box, why.below_box if why.below else None) if place]
    assert all(stage.contains(place) for place in places)
    assert all(above.bottom() <= below.top() for above, below in itertools.pairwise(places))
    assert 1 <= len(why.above) <= 4
    assert len(why.below) <= 3
    assert bool(why.below) == bool(todo)


def test_a_usual_message_is_told_whole(qapp) -> None:
    message = "The filter of OpenAI refused this picture. It says: “Your request was rejected by it.”"
    hint = "Say it in other words and try again; such filters often err."
    for width in (248, 314):
        why = why_words(QRectF(0, 0, width, picture_height(width)), message, hint)
        assert " ".join(why.above) == message
        assert " ".join(why.below) == hint
