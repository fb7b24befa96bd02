"""Who a story is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from memoreez_desktop.imaging.icon_words import is_thing

_TITLES = (
    "grandpa|grandma|granny|grandad|granddad|grandfather|grandmother|nana|nanny|uncle|aunt|auntie|mum|mummy|mom|"
    "mommy|dad|daddy|papa|mama|coach|captain|doctor|dr|mr|mrs|ms|sister|brother|cousin|"
    "opa|oma|opi|omi|onkel|tante|papi|mami|mutti|vati|herr|frau|schwester|bruder|cousine"
)
_CALLED = frozenset(
    """
    grandpa grandma granny grandad nana uncle aunt auntie coach captain dr opa oma opi omi
    onkel tante papa mama dad mum mom mutti vati
    """.split()  # noqa: SIM905 - a list of quoted words would hide the words
)
"""Titles that are part of what somebody is called, unlike "my sister Anna"."""
_NAME = r"[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЁ][\w'’-]*"
_AND = r"\s+(?:and|und|&)\s+"
_COUPLE = re.compile(rf"(?:^\W*|\b(?i:of|von|for|für|between|to)\s+)({_NAME}){_AND}({_NAME})")
_PAIR = re.compile(rf"\b({_TITLES}){_AND}({_TITLES})\b", re.IGNORECASE)
_TITLED = re.compile(rf"\b({_TITLES})\.?\s+((?-i:{_NAME}))", re.IGNORECASE)
_FIRST = re.compile(
    rf"^\W*(?:(?:to|for|für|an|dear|liebe[rs]?|hello|hallo)\s+)?((?-i:{_NAME}))(?=\s*(?:[,.:;!(–-]|\d|$)|\s+[a-zäöü])"
    rf"(?:\s+(?-i:{_NAME})(?=\s+[a-zäöü]))?",
    re.IGNORECASE,
)
_DOING = re.compile(
    rf"^\W*({_NAME})\s+(?:loves?|likes?|enjoys?|turns?|is|plays?|hates?|collects?|liebt|mag|wird|ist|hasst|spielt|"
    r"sammelt)\b"
)
"""Who does something is somebody, even if called like a flower."""
_INTRODUCED = re.compile(
    r"\b(?:named|called|meet|for|about|this is|heißt|heisst|namens|für|über|to|"
    r"(?:welcome|willkommen),?(?:\s+(?-i:[a-zäöüß]+)){0,2}|"
    r"(?:my|our|mein|meine|meinen|meiner|unser|unsere|unseren|unserer)\s+(?:\w+\s+){0,2}?\w+)\s+"
    rf"((?-i:{_NAME}))",
    re.IGNORECASE,
)
_FAMILY = re.compile(rf"\b(?:[Tt]he|[Dd]ie)\s+({_NAME}s)\b")
_TITLE_ALONE = re.compile(rf"\b({_TITLES})\b", re.IGNORECASE)
_NO_NAMES = frozenset(
    """
        the a an my our his her he she it they i we this that happy merry wedding birthday
    anniversary graduation     der die das ein eine mein meine meinen unser unsere er sie es wir ich
    zum zur hochzeit geburtstag weihnachten     loves likes is turns and who liebt mag ist wird und
    since seit welcome willkommen frohe alles gute beste bester     best dear liebe lieber
    congratulations gratulation glückwunsch herzlichen endlich zeit in at on with mit bei     for
    für to an it's keine kein no never nie always immer when wenn every jeden jede im am ohne
    without our here     hier heute today eltern parents you your du dein deine merry doesn't
    """.split()  # noqa: SIM905
)


def told_name(text: str) -> str:
    """Find the name: "Grandpa Karl", "Anna", "Lisa & Marco"; empty when none is told."""
    ways: tuple[Callable[[str], str], ...] = (_pair, _couple, _titled, _first, _introduced, _family, _title)
    return next((name for way in ways if (name := way(text))), "")


def without_name(phrase: str, name: str) -> str:
    """Take the name and the words of kinship out of a phrase."""
    words = {part.casefold() for part in name.split()}
    titles = set(_TITLES.split("|"))
    kept = [word for word in phrase.split() if word.strip(".,'’!").casefold() not in words | titles]
    return " ".join(kept).strip(" .,:&-")


def _pair(text: str) -> str:
    match = _PAIR.search(text)
    return f"{_capital(match[1])} & {_capital(match[2])}" if match else ""


def _couple(text: str) -> str:
    for match in _COUPLE.finditer(text):
        if _is_nobody_else(match[1]) and _is_nobody_else(match[2]):
            return f"{match[1]} & {match[2]}"
    return ""


def _titled(text: str) -> str:
    for match in _TITLED.finditer(text):
        if _is_name(match[2]):
            return f"{_capital(match[1])} {match[2]}" if match[1].lower() in _CALLED else match[2]
    return ""


def _first(text: str) -> str:
    doing = _DOING.search(text)
    if doing and _is_name(doing[1]):
        return doing[1]
    match = _FIRST.search(text)
    if not match or not (_is_nobody_else(match[1]) or match[1].lower() in _CALLED):
        return ""
    return match[1]


def _introduced(text: str) -> str:
    return next((name for name in _matches(_INTRODUCED, text) if _is_nobody_else(name)), "")


def _family(text: str) -> str:
    return next((name for name in _matches(_FAMILY, text) if _is_nobody_else(name)), "")


def _title(text: str) -> str:
    match = _TITLE_ALONE.search(text)
    return _capital(match[1]) if match and match[1].lower() in _CALLED else ""


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """Find all places, also overlapping ones: "for my friend Priya" is both "for" and "my friend"."""
    match = pattern.search(text)
    while match:
        yield match[1]
        match = pattern.search(text, match.start() + 1)


def _is_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word.lower() not in _NO_NAMES


def _is_nobody_else(word: str) -> bool:
    """Tell a name from a thing: German writes both with a capital, and things have pictures."""
    return _is_name(word) and not is_thing(word)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
