"""Which cut-out a wish stands for; the trained one is strokes that come before a person's own."""

from __future__ import annotations

from dataclasses import replace

from memoreez_desktop.core.photo_edit import Stroke, SubjectWish

TRAINED = 3
"""The number of the trained cut-out; those of the search come before it."""
Strokes = tuple[Stroke, ...]


def is_trained(wish: SubjectWish, trained: Strokes) -> bool:
    """Tell whether a wish begins with the trained cut-out."""
    return bool(trained) and wish.strokes[: len(trained)] == trained


def number_of(wish: SubjectWish, trained: Strokes) -> int:
    """Return the number of the cut-out that is chosen."""
    return TRAINED if is_trained(wish, trained) else wish.candidate


def own_strokes(wish: SubjectWish, trained: Strokes) -> Strokes:
    """Return what a person drew."""
    return wish.strokes[len(trained) :] if is_trained(wish, trained) else wish.strokes


def chosen(wish: SubjectWish, number: int, trained: Strokes) -> SubjectWish:
    """Return the wish for another cut-out; the trained one begins without box and strokes."""
    if number != TRAINED:
        return replace(wish, candidate=number, strokes=own_strokes(wish, trained))
    return wish if is_trained(wish, trained) else SubjectWish(strokes=trained)


def cleared(wish: SubjectWish, trained: Strokes) -> SubjectWish:
    """Return the wish without what a person drew."""
    return replace(wish, box=None, strokes=trained if is_trained(wish, trained) else ())
