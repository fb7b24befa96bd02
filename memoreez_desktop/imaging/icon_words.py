"""From a person's words to pictures that can be printed: "strong coffee" to a mug."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from memoreez_desktop.imaging.icon_compounds import compound_icons
from memoreez_desktop.imaging.icon_index import IconIndex, icon_index
from memoreez_desktop.imaging.icon_stems import (
    BREAKS,
    LANGUAGES,
    STOP_WORDS,
    Language,
    exact_key,
    key_of,
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
_DEEDS = frozenset(
    """
    hunting reading watching building making collecting racing brewing smoking picking chasing spotting
    training repairing repair restoring restoration fixing sport sports music game games party art work
    working book books throwing cooking baking trips trip shows show
    sammeln bauen lesen brauen schauen training reparieren restaurieren sport spiele spiel musik essen
    trinken kochen backen suchen jagd jagen füttern arbeit bücher buch filme
    """.split()  # noqa: SIM905 - a list of quoted words would hide the words
)
"""What is done; what it is done with tells more ("*ghost* hunting", "*Pizza* backen")."""
_LONGEST_PHRASE = 4
_SHORTEST_TYPO = 5
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
    """Where in the phrase a match stands: ``part`` counts the prepositions before it; see ``_DEEDS``."""

    first: int
    last: int
    part: int
    deed: bool = False


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


def is_thing(word: str) -> bool:
    """Tell whether the tables know a word exactly as it is: then it is hardly somebody's name."""
    index, key = icon_index(), exact_key(tokens_of(word))
    tables = (*index.curated.values(), *index.categories.values())
    return any(key in table for table in tables)


def _merit(found: tuple[_Span, IconMatch]) -> tuple[int, int, int, int]:
    span, match = found
    behind = min(span.part, 1) + span.deed
    return behind * _BEHIND - match.score, span.part, span.first - span.last, -span.first


def _search(tokens: tuple[str, ...], parts: list[int]) -> list[tuple[_Span, IconMatch]]:
    """Walk the ways of finding from sure to unsure; a word that was understood is not asked again."""
    index = icon_index()
    free = [True] * len(tokens)
    found: list[tuple[_Span, IconMatch]] = []
    for way in (_by_word, _by_name, _by_part, _by_likeness):
        for first, last in _grams(len(tokens)):
            gram = tokens[first:last]
            if not all(free[first:last]) or not any(char.isalpha() for token in gram for char in token):
                continue
            score, icons = way(index, gram)
            if icons:
                free[first:last] = [False] * (last - first)
                match = IconMatch(icons[0], " ".join(gram), score, icons[1:])
                deed = len(gram) == 1 and gram[0] in _DEEDS
                found.append((_Span(first, last, parts[first], deed), match))
    return found


def _grams(count: int) -> Iterator[tuple[int, int]]:
    for size in range(min(_LONGEST_PHRASE, count), 0, -1):
        for first in range(count - size + 1):
            yield first, first + size


_Found = tuple[int, tuple[str, ...]]


def _by_word(index: IconIndex, gram: tuple[str, ...]) -> _Found:
    """Look into the tables made by hand: the words as they are, then their stems."""
    stems = {language: key_of(gram, language) for language in LANGUAGES}
    for keys in (dict.fromkeys(LANGUAGES, exact_key(gram)), stems):
        for score, tables in ((CURATED, index.curated), (CATEGORY, index.categories)):
            for language in LANGUAGES:
                icons = tables[language].get(keys[language])
                if icons:
                    return score, icons
    return 0, ()


def _by_name(index: IconIndex, gram: tuple[str, ...]) -> _Found:
    return NAME, index.names.get(key_of(gram, "en"), ())


def _by_part(index: IconIndex, gram: tuple[str, ...]) -> _Found:
    return COMPOUND, compound_icons(index, gram[0]) if len(gram) == 1 else ()


def _by_likeness(index: IconIndex, gram: tuple[str, ...]) -> _Found:
    """Take the nearest known word for a typo, of words of five letters and more."""
    if len(gram) > 1 or len(gram[0]) < _SHORTEST_TYPO or gram[0] in STOP_WORDS:
        return TYPO, ()
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    for language in LANGUAGES:
        near = process.extractOne(
            gram[0], _single_words(language), scorer=fuzz.ratio, score_cutoff=_TYPO_RATIO
        )
        if near and near[1] > best[0]:
            best = near[1], index.curated[language][f"={near[0]}"]
    return TYPO, best[1]


@lru_cache(maxsize=2)
def _single_words(language: Language) -> tuple[str, ...]:
    """List the words a typo may have meant."""
    spelled = (key[1:] for key in icon_index().curated[language] if key[0] == "=" and " " not in key)
    return tuple(word for word in spelled if len(word) >= _SHORTEST_TYPO)
