"""Numbers in a story: how old somebody gets, how long two are together, and years."""

from __future__ import annotations

import re

_AGE = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th|\.)?[\s-]*(?:years?|yrs?|birthday|b-?day|anniversary|jahre?n?|jährige?r?|"
    r"geburtstag|hochzeitstag|jubiläum)"
    r"|\b(?:turns?|turning|turned|wird|werden|wurde)\s+(?:already\s+|schon\s+)?(\d{1,3})\b"
    r"|\b(?:is|ist)\s+(\d{1,3})\b(?!\s*(?:cm|m|km|kg|%))"
    r"|^\W*[^\W\d_]+,\s*(\d{1,2})\s*(?=[,;.]|$)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,])(1[89]\d\d|20\d\d)(?![\d'’]|s\b|er\b|\s*(?:km|m|kg|g|pieces|teile|meter)\b)")


def told_age(text: str) -> int | None:
    """Find the age somebody turns, or the years celebrated: 1-120."""
    for match in _AGE.finditer(text):
        years = int(next(group for group in match.groups() if group))
        if 1 <= years <= 120:
            return years
    return None


def without_age(text: str) -> str:
    """Take the number out of a phrase: "50 years of dancing" is about dancing."""
    return " ".join(_AGE.sub(" ", text).split())


def told_year(text: str) -> int | None:
    """Find a year from 1800 to 2099; "the 1990s" are none."""
    match = _YEAR.search(text)
    return int(match[1]) if match else None
