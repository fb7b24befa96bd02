"""From a person's words to pictures that can be printed: "strong coffee" to a mug."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from memoreez_desktop.imaging.icon_index import IconIndex, icon_index
from memoreez_desktop.imaging.icon_stems import (
    BREAKS,
    LANGUAGES,
    STOP_WORDS,
    Language,
    exact_key,
    key_of,
    stem,
    tokens_of,
)

CURATED, CATEGORY, NAME, COMPOUND, TYPO = 100, 95, 90, 86, 82
"""How sure a match is, by the way it was found."""
OCCASION_ICONS = {
    "birthday": "fa6s:cake-candles",
    "wedding": "mdi6:ring",
    "anniversary": "fa6s:heart",
    "graduation": "fa6s:graduation-cap",
    "retirement": "fa6s:umbrella-beach",
    "christmas": "mdi6:pine-tree",
    "baby": "fa6s:baby-carriage",
}
"""What an occasion looks like; "because" looks like nothing."""
_BEHIND = 15
"""What stands behind a preposition yields to a subject found up to this much less surely."""
_LONGEST_PHRASE = 4
_TYPO_RATIO = 86.0
"""Below this likeness (0-100) two words of five letters and more are different words, not a typo."""


@dataclass(frozen=True)
class IconMatch:
    """A picture found for some words.

    Attributes
    ----------
    icon_id : str
        "mdi6:fish".
    word : str
        The words it was found for, lower case: "coffee".
    score : int
        100 chosen by hand, then less and less sure.
    others : tuple of str
        Other pictures of the same thing.
    """

    icon_id: str
    word: str
    score: int
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Span:
    """Where in the phrase a match stands: ``part`` counts the prepositions before it."""

    first: int
    last: int
    part: int


@lru_cache(maxsize=512)
def find_icons(words: str) -> tuple[IconMatch, ...]:
    """Find pictures for a phrase in English or German, best first.

    Phrases chosen by hand come before general pictures of a category, then names of icons, then German
    compounds ("Kaffeeklatsch") and typos. Bare numbers and labels of buttons never match. What stands
    before the first preposition is the subject; of two equally good matches the later one wins ("vintage
    *cars*").

    Parameters
    ----------
    words : str
        A passion as it was typed; any text is fine.

    Returns
    -------
    tuple of IconMatch
        Each picture once; empty when nothing fits.
    """
    spoken = tokens_of(words)
    parts, part = [], 0
    for token in spoken:
        part += token in BREAKS
        parts.append(part)
    kept = [index for index, token in enumerate(spoken) if token not in STOP_WORDS]
    tokens = tuple(spoken[index] for index in kept) or spoken
    parts = [parts[index] for index in kept] or parts
    found = _search(tokens, parts)
    if not found and len(tokens) < len(spoken):
        found = _search(spoken, [0] * len(spoken))
    unique: dict[str, IconMatch] = {}
    for _, match in sorted(found, key=_merit):
        unique.setdefault(match.icon_id, match)
    return tuple(unique.values())


def icon_for(passion: str, default: str = "") -> str:
    """Return the id of the best picture for a passion, or ``default``."""
    matches = find_icons(passion)
    return matches[0].icon_id if matches else default


def _merit(found: tuple[_Span, IconMatch]) -> tuple[int, int, int, int]:
    span, match = found
    return min(span.part, 1) * _BEHIND - match.score, span.part, span.first - span.last, -span.first


def _search(tokens: tuple[str, ...], parts: list[int]) -> list[tuple[_Span, IconMatch]]:
    """Walk the ways of finding from sure to unsure; a word that was understood is not asked again."""
    index = icon_index()
    free = [True] * len(tokens)
    found: list[tuple[_Span, IconMatch]] = []
    for score in (CURATED, CATEGORY, NAME, COMPOUND, TYPO):
        for first, last in _grams(len(tokens)):
            if not all(free[first:last]):
                continue
            gram = tokens[first:last]
            icons = _lookup(index, gram, score)
            if icons:
                free[first:last] = [False] * (last - first)
                match = IconMatch(icons[0], " ".join(gram), score, icons[1:])
                found.append((_Span(first, last, parts[first]), match))
    return found


def _grams(count: int) -> Iterator[tuple[int, int]]:
    for size in range(min(_LONGEST_PHRASE, count), 0, -1):
        for first in range(count - size + 1):
            yield first, first + size


def _lookup(index: IconIndex, gram: tuple[str, ...], score: int) -> tuple[str, ...]:
    if not any(char.isalpha() for token in gram for char in token):
        return ()
    if score == NAME:
        return index.names.get(key_of(gram, "en"), ())
    if score in (CURATED, CATEGORY):
        tables = index.curated if score == CURATED else index.categories
        for language in LANGUAGES:
            table = tables[language]
            icons = table.get(exact_key(gram)) or table.get(key_of(gram, language))
            if icons:
                return icons
        return ()
    if len(gram) > 1 or len(gram[0]) < 5:
        return ()
    return _compound(index, gram[0]) if score == COMPOUND else _typo(index, gram[0])


def _compound(index: IconIndex, word: str) -> tuple[str, ...]:
    """German glues words together; the front part tells most about a hobby: "*Hunde*sport".

    Four letters ("Wein", "Hund") count only in front; at the end they are too often an accident.
    """
    if len(word) < 8:
        return ()
    word = word.removeprefix("lieblings")
    fronts = [word[:size] for size in range(len(word), 3, -1)]
    backs = [word[-size:] for size in range(len(word) - 2, 4, -1)]
    for table in (index.curated["de"], index.categories["de"]):
        for part in (*fronts, *backs):
            icons = table.get(stem(part, "de"))
            if icons:
                return icons
    return ()


def _typo(index: IconIndex, word: str) -> tuple[str, ...]:
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    for language in LANGUAGES:
        known = index.curated[language]
        near = process.extractOne(
            stem(word, language), _single_words(language), scorer=fuzz.ratio, score_cutoff=_TYPO_RATIO
        )
        if near and near[1] > best[0]:
            best = near[1], known[near[0]]
    return best[1]


@lru_cache(maxsize=2)
def _single_words(language: Language) -> tuple[str, ...]:
    return tuple(
        key for key in icon_index().curated[language] if len(key) >= 5 and " " not in key and key[0] != "="
    )
