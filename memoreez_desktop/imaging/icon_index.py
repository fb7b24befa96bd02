"""The shipped index from word stems to icons.

``resources/icons/words.json`` and ``categories.json`` are written by hand; ``index.json`` is made from
them and from the names in the icon fonts by ``build/build_icon_index.py``, so that nothing has to be
stemmed when the program starts.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.imaging.icon_stems import LANGUAGES, Language, exact_key, key_of, telling, tokens_of

Table = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class IconIndex:
    """Stems to icon ids, best icon first.

    Attributes
    ----------
    curated : dict of language -> table
        Phrases chosen by hand.
    categories : dict of language -> table
        Words for which only a general picture fits ("accordion" shows a note).
    names : table
        Whole names of icons, English.
    """

    curated: dict[Language, Table]
    categories: dict[Language, Table]
    names: Table


@cache
def icon_index() -> IconIndex:
    """Read the shipped index; a few milliseconds, once."""
    content = json.loads(resource_path("icons", "index.json").read_text(encoding="utf-8"))
    icons: list[str] = content["icons"]

    def table(rows: dict[str, list[int]]) -> Table:
        return {key: tuple(icons[number] for number in numbers) for key, numbers in rows.items()}

    return IconIndex(
        {language: table(content["curated"][language]) for language in LANGUAGES},
        {language: table(content["categories"][language]) for language in LANGUAGES},
        table(content["names"]),
    )


def hand_written_rows(file_name: str) -> list[dict[str, list[str]]]:
    """Read one of the two hand-written tables: rows of ``icons``, ``en`` and ``de``."""
    path: Path = resource_path("icons", file_name)
    rows: list[dict[str, list[str]]] = json.loads(path.read_text(encoding="utf-8"))
    return rows


def stemmed_table(rows: list[dict[str, list[str]]], language: Language) -> Table:
    """Bring the words of one language to the forms they are looked up in, as they are and their stems.

    Two words with the same stem ("Karten", "Kart") are told apart by the first form; else the first row wins.
    """
    table: Table = {}
    for row in rows:
        icons = tuple(row["icons"])
        for phrase in row[language]:
            for spelling in _spellings(phrase):
                tokens = telling(tokens_of(spelling))
                table.setdefault(exact_key(tokens), icons)
                table.setdefault(key_of(tokens, language), icons)
    return table


def _spellings(phrase: str) -> tuple[str, ...]:
    plain = phrase.casefold()
    ascii_only = plain.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return (plain,) if ascii_only == plain else (plain, ascii_only)
