"""Harmless words that filters of image services stumble over, each with one that says the same.

Filters look at words and not at what is meant: a fishing rod's tip or a lighthouse's shaft is refused for
what else the word may mean. Words of anatomy, of undress, of weapons and of blood are the known ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

INSTEAD: tuple[tuple[str, str], ...] = (
    ("tip", "apex"),
    ("tips", "ends"),
    ("bottom", "foundation"),
    ("shaft", "column"),
    ("skin", "surface"),
    ("flesh", "clay"),
    ("naked", "plain"),
    ("nude", "plain"),
    ("bare", "plain"),
    ("breast", "front"),
    ("breasts", "front"),
    ("butt", "base"),
    ("cock", "rooster"),
    ("tits", "songbirds"),
    ("ass", "donkey"),
    ("balls", "spheres"),
    ("strip", "band"),
    ("stripped", "plain"),
    ("sexy", "elegant"),
    ("gun", "hunting horn"),
    ("rifle", "hunting horn"),
    ("pistol", "whistle"),
    ("weapon", "tool"),
    ("knife", "kitchen tool"),
    ("bomb", "round pot"),
    ("shoot", "aim"),
    ("shooting", "aiming"),
    ("kill", "defeat"),
    ("dead", "sleeping"),
    ("blood", "red paint"),
    ("bloody", "red"),
    ("nackt", "schlicht"),
    ("waffe", "werkzeug"),
    ("blut", "rote farbe"),
)
_BY_WORD = dict(INSTEAD)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class RiskyWord:
    """A word that a filter may stumble over.

    Attributes
    ----------
    start, end : int
        Where it stands in the text.
    word, instead : str
        As it was written, and what to write instead, with the same first letter's case.
    """

    start: int
    end: int
    word: str
    instead: str


def risky_words(text: str) -> tuple[RiskyWord, ...]:
    """Find the words in a text that a filter may stumble over; "tiptoe" is none because it holds "tip"."""
    found = []
    for match in _WORD.finditer(text):
        instead = _BY_WORD.get(match.group().casefold())
        if instead is not None:
            shown = instead[:1].upper() + instead[1:] if match.group()[:1].isupper() else instead
            found.append(RiskyWord(match.start(), match.end(), match.group(), shown))
    return tuple(found)
