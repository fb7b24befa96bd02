"""Words brought to a form in which "Fishing", "fishes" and "fish" can meet, in English and German."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice
from typing import Literal

import snowballstemmer

Language = Literal["en", "de"]
LANGUAGES: tuple[Language, ...] = ("en", "de")
MOST_TOKENS = 60
"""A passion is a phrase, not a book: what follows this many words is not read."""
LONGEST_WORD = 40
"""The longest German compounds people use are shorter; stemming time grows with the square."""

_ALGORITHM = {"en": "english", "de": "german"}
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")

STOP_WORDS = frozenset(
    """
    a an the and or but of for with to in on at his her their my our your he she it they i we you is
    are was be been has have who that this these those loves love loved loving likes like liked
    enjoys enjoy enjoying fan huge big always very really every day days week weekend weekends year
    years old new best most also too so just can good great strong favourite favorite thing things
    does do doing going goes go gone playing play plays played player making make makes made
    watching watch watches club time times all from by as about turns turning turned gets getting
    hobby hobbies passion passions passionate crazy mad named called lover person man woman boy girl
    lot lots much many more little small him them out up off after before into over around us me not
    no yes if then than when while what which will would could should half whole home spends spend
    spending see sees use uses using especially learning learns ein eine einen einem einer eines der
    die das den dem des und oder aber mit für von vom zum zur im am auf bei aus nach über unter ist
    sind war sein seine seinen ihr ihre ihren mein meine unser unsere er sie es wir du ich liebt
    lieben liebe mag mögen gern gerne gerner immer sehr viel viele vielen ganz auch noch nur schon
    alle alles jeden jede jedes tag tage jahr jahre alt neu groß große kleine kleiner gut gute guten
    starken starker starke spielt spielen macht machen geht gehen guckt schaut sieht leidenschaft
    hobbys verein freizeit leidenschaftlich leidenschaftlicher begeistert begeisterter sich wie wenn
    dann taking take takes took having getting zeit endlich
    beautiful wonderful schön schöne schönen schönes mitte colleague colleagues kollege kollegin
    """.casefold().split()
)
"""Words that say nothing about which picture is meant."""

BREAKS = frozenset(
    """
    with on at in for from by near without under over during while mit auf im am bei für von vom aus ohne
    """.split()  # noqa: SIM905
)
"""Prepositions: what stands before them is the subject ("playing guitar in a band")."""


def tokens_of(text: str) -> tuple[str, ...]:
    """Split a text into lower-case words; pictures, punctuation and possessive endings are left out."""
    plain = unicodedata.normalize("NFKC", text[:2000]).casefold()
    words = (word for word in _WORD.findall(_POSSESSIVE.sub("", plain)) if len(word) <= LONGEST_WORD)
    return tuple(islice(words, MOST_TOKENS))


@lru_cache(maxsize=20_000)
def stem(word: str, language: Language) -> str:
    """Cut a lower-case word to its stem.

    Notes
    -----
    A stemmer keeps the word it works on, so every call makes its own; making one costs microseconds.
    """
    return str(snowballstemmer.stemmer(_ALGORITHM[language]).stemWord(word))


def telling(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the words that say nothing, unless there are no others."""
    return tuple(token for token in tokens if token not in STOP_WORDS) or tokens


def exact_key(tokens: tuple[str, ...]) -> str:
    """Return the words as they are, for the few whose stem is also that of another word (anime, animal)."""
    return "=" + " ".join(tokens)


def key_of(tokens: tuple[str, ...], language: Language) -> str:
    """Return the stems of some words as one string, the form in which the index keeps its phrases."""
    return " ".join(stem(token, language) for token in tokens)
