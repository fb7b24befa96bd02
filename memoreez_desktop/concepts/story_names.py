"""Who a story is about."""

from __future__ import annotations

import re

_TITLES = (
    "grandpa|grandma|granny|grandad|granddad|grandfather|grandmother|nana|nanny|uncle|aunt|auntie|mum|mummy|mom|"
    "mommy|dad|daddy|papa|mama|coach|captain|doctor|dr|mr|mrs|ms|sister|brother|cousin|"
    "opa|oma|opi|omi|onkel|tante|papi|mami|mutti|vati|herr|frau|schwester|bruder|cousine"
)
_CALLED = frozenset(
    """
    grandpa grandma granny grandad nana uncle aunt auntie coach captain dr opa oma opi omi
    onkel tante papa mama dad mum mom
    """.split()  # noqa: SIM905 - a list of quoted words would hide the words
)
"""Titles that are part of what somebody is called, unlike "my sister Anna"."""
_WORD = r"[^\W\d_][\w'’-]*"
_NAME = r"[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЁ][\w'’-]*"
_COUPLE = re.compile(rf"\b(?:of|von|for|für|between)\s+({_WORD})\s+(?:and|und|&)\s+({_WORD})", re.IGNORECASE)
_TITLED = re.compile(rf"\b({_TITLES})\.?\s+({_WORD})(?:\s+({_WORD}))?", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"\b(?:named|called|meet|for|about|this is|heißt|heisst|namens|für|über|"
    r"(?:my|our|mein|meine|meinen|meiner|unser|unsere|unseren|unserer)\s+(?:\w+\s+){1,2}?)\s*"
    rf"({_WORD})",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"^\W*({_NAME}(?:\s+(?:&|and|und)\s+{_NAME})?(?:\s+{_NAME})?)"
    r"(?=\s*(?:,|:|\d|$)|\s+(?:loves?|likes?|enjoys?|is|turns?|hates?|has|plays?|collects?|liebt|lieben|mag|ist|wird|"
    r"hasst|spielt|hat|sammelt|are|were|sind)\b)",
)
_TITLE_ALONE = re.compile(rf"\b({_TITLES})\b", re.IGNORECASE)
_NO_NAMES = frozenset(
    """
    the a an my our his her he she it they we i this that happy merry wedding birthday anniversary graduation
    der die das ein eine mein meine unser unsere er sie es wir ich zum zur hochzeit geburtstag weihnachten
    loves likes is turns and who liebt mag ist wird und
    """.split()  # noqa: SIM905
)


def told_name(text: str) -> str:
    """Find the name: "Grandpa Karl", "Anna", "Lisa & Marco"; empty when none is told."""
    couple = _COUPLE.search(text)
    if couple and _is_name(couple[1]) and _is_name(couple[2]):
        return f"{couple[1]} & {couple[2]}"
    for match in _TITLED.finditer(text):
        if _is_name(match[2]):
            title = match[1].lower()
            return f"{match[1][:1].upper()}{match[1][1:]} {match[2]}" if title in _CALLED else match[2]
    first = _FIRST.search(text)
    if first and all(_is_name(word) for word in _names_in(first[1])):
        return re.sub(r"\s+(?:and|und)\s+", " & ", first[1])
    for match in _INTRODUCED.finditer(text):
        if _is_name(match[1]):
            return match[1]
    alone = _TITLE_ALONE.search(text)
    if alone and alone[1].lower() in _CALLED:
        return alone[1][:1].upper() + alone[1][1:]
    return ""


def without_name(phrase: str, name: str) -> str:
    """Take the name and the words of kinship out of a phrase."""
    words = {part.casefold() for part in name.split()}
    titles = set(_TITLES.split("|"))
    kept = [word for word in phrase.split() if word.strip(".,'’").casefold() not in words | titles]
    return " ".join(kept).strip(" .,:&-")


def _names_in(text: str) -> list[str]:
    return [word for word in text.split() if word not in ("&", "and", "und")]


def _is_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word.lower() not in _NO_NAMES
