"""Words in uncontracted Braille: English (UEB grade 1), or German where there are umlauts.

Sources: Rules of Unified English Braille, 2nd edition (2013), parts 3, 4, 6 to 8; Das System der deutschen
Brailleschrift (2018), Basisschrift with announced capitals.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say

Cell = frozenset[int]
"""Which of the dots 1-6 are raised: 1 2 3 down the left, 4 5 6 down the right."""

_ALPHABET = (
    "1", "12", "14", "145", "15", "124", "1245", "125", "24", "245", "13", "123", "134",
    "1345", "135", "1234", "12345", "1235", "234", "2345", "136", "1236", "2456", "1346", "13456", "1356",
)  # fmt: skip
_LETTERS = {chr(ord("a") + number): dots for number, dots in enumerate(_ALPHABET)}
_DIGITS = dict(zip("1234567890", "abcdefghij", strict=True))
_NUMBER = "3456"

_ENGLISH_SIGNS = {
    ",": "2", ";": "23", ":": "25", ".": "256", "!": "235", "?": "236", "'": "3", "-": "36", "/": "456 34",
    "(": "5 126", ")": "5 345", "&": "4 12346", "@": "4 1", "+": "5 235", "=": "5 2356", "%": "46 356",
    "#": "456 1456", "*": "5 35", "“": "236", "”": "356", "€": "4 15", "$": "4 234", "£": "4 123",
}  # fmt: skip
_ENGLISH_ACCENTS = {
    "\u0301": "45 34", "\u0300": "45 16", "\u0302": "45 146", "\u0308": "45 25",
    "\u0303": "45 12456", "\u030a": "45 1246", "\u0327": "45 12346",
}  # fmt: skip
_GERMAN_LETTERS = {"ä": "345", "ö": "246", "ü": "1256", "ß": "2346", "é": "123456"}
_GERMAN_SIGNS = {
    ",": "2", ";": "23", ":": "25", ".": "3", "!": "235", "?": "26", "'": "6", "-": "36", "/": "5 2",
    "(": "2356", ")": "2356", "&": "5 136", "+": "4 235", "=": "4 2356", "*": "6 35",
    "„": "236", "“": "356", "”": "356",
}  # fmt: skip
_SAME = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\u00a0": " ", "…": "...", "\t": " "})
_ASIDE = "\ufe0e\ufe0f\u200d\u00ad\u200b"


def braille_cells(text: str) -> tuple[tuple[Cell, ...], ...]:
    """Write words in Braille.

    Parameters
    ----------
    text : str
        One line; runs of blanks count as one.

    Returns
    -------
    tuple of words, each a tuple of Cell

    Raises
    ------
    InputError
        Some characters have no Braille here; they are named.
    """
    plain = unicodedata.normalize("NFC", text).translate(_SAME)
    words = "".join(c for c in plain if c not in _ASIDE).split()
    german = any(c in "äöüß" for c in plain.lower())
    missing = dict.fromkeys(c for word in words for c in word if not _known(c, german))
    if missing:
        raise InputError(
            say("There is no Braille for {letters}.", letters=" ".join(missing)),
            say("Use letters, digits and the usual signs."),
        )
    signs = [_word(word, german) for word in words]
    if not german:
        signs = _with_passages(words, signs)
    return tuple(tuple(frozenset(map(int, dots)) for dots in word) for word in signs)


def _known(character: str, german: bool) -> bool:
    lower = character.lower()
    if lower in _LETTERS or lower in _DIGITS or lower in (_GERMAN_SIGNS if german else _ENGLISH_SIGNS):
        return True
    if german and lower in _GERMAN_LETTERS:
        return True
    base, *marks = list(unicodedata.normalize("NFD", lower))
    return base in _LETTERS and bool(marks) and all(mark in _ENGLISH_ACCENTS for mark in marks)


def _is_shouted(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() or c == "ß" for c in letters)


def _word(word: str, german: bool) -> list[str]:
    """Return the cells of a word: digits after a number sign, capitals announced."""
    shouted = _is_shouted(word)
    one, all_of_it = (["46"], ["45"]) if german else (["6"], ["6", "6"])
    cells: list[str] = list(all_of_it) if shouted else []
    counting = False
    for character in word:
        lower = character.lower()
        if lower in _DIGITS:
            cells += [] if counting else [_NUMBER]
            cells.append(_LETTERS[_DIGITS[lower]])
            counting = True
            continue
        if character.isalpha():
            if counting and lower in "abcdefghij":
                # Or it would be read as a digit.
                cells.append("6" if german else "56")
            if character != lower and not shouted:
                cells += one
        # Points and commas between digits do not end a number.
        counting = counting and character in ".,"
        cells += _sign(lower, german)
    return cells


def _sign(lower: str, german: bool) -> list[str]:
    if lower in _LETTERS:
        return [_LETTERS[lower]]
    if german and lower in _GERMAN_LETTERS:
        return [_GERMAN_LETTERS[lower]]
    signs = _GERMAN_SIGNS if german else _ENGLISH_SIGNS
    if lower in signs:
        return signs[lower].split()
    base, *marks = list(unicodedata.normalize("NFD", lower))
    before = ["4"] if german else [cell for mark in marks for cell in _ENGLISH_ACCENTS[mark].split()]
    return [*before, _LETTERS[base]]


def _with_passages(words: list[str], cells: list[list[str]]) -> list[list[str]]:
    """Announce three and more words in capitals once, and tell where they end."""
    result: list[list[str]] = []
    for shouted, group in groupby(range(len(words)), key=lambda i: _is_shouted(words[i])):
        run = list(group)
        if not shouted or len(run) < 3:
            result += [cells[i] for i in run]
            continue
        bare = [cells[i][2:] for i in run]
        bare[0] = ["6", "6", "6", *bare[0]]
        bare[-1] = [*bare[-1], "6", "3"]
        result += bare
    return result
