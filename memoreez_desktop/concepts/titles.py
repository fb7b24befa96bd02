"""Titles of cards, each said only once as long as there is anything else to say, in the story's language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from memoreez_desktop.concepts.idea_rows import Idea
from memoreez_desktop.concepts.sayings import icon_sayings, product_sayings
from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.core.words import Phrase, say

_WRITES_QUIRK = frozenset({"icon-medallion", "icon-figurine", "nameplate"})
"""They have room for a second line, so the card may be called by it."""


class Titles:
    """Remembers what was said in one row of cards."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._turns: dict[str, int] = {}

    def title(self, idea: Idea) -> str:
        """Return the first title that was not used before, or the one used least."""
        ways = [in_language(way, self._language) for way in _ways(idea, self._language)]
        best = min(ways, key=lambda way: self._turns.get(way, 0))
        self._turns[best] = self._turns.get(best, 0) + 1
        return best


def in_language(title: str, language: str) -> str:
    """Say a title in a story's language; when that is not known, the window may translate it.

    Parameters
    ----------
    title : str
        A Phrase, or words of the person, which stay as they are.
    language : str
        ``de``, ``en`` or empty.
    """
    if not isinstance(title, Phrase) or not language:
        return title
    if language == "en":
        return str(title)
    return _german()[title.template].format(**title.values)


@cache
def _german() -> dict[str, str]:
    text = resource_path("icons", "titles_de.json").read_text(encoding="utf-8")
    table: dict[str, str] = json.loads(text)
    return table


def _ways(idea: Idea, language: str) -> Iterator[str]:
    """Yield everything that can be said of a card, the nicest first; always at least one."""
    story, subject = idea.recipe.story, idea.subject
    name = _short(story.name)
    if subject is None:
        yield from _photo_ways(idea, name)
        return
    passion = _short(subject.passion)
    known = icon_sayings().get(subject.icon_id)
    if idea.info.id in _WRITES_QUIRK and story.quirk not in ("", subject.passion) and not story.text_lines:
        yield _short(story.quirk, 40)
    if known:
        yield known
    yield from product_sayings(idea.info.id, name, story.age)
    if subject.icon_id.startswith("letter:") and name and not passion:
        yield say("{letter} is for {name}", letter=subject.icon_id[7:], name=_short(name.split()[-1]))
    # A German verb ("strickt") cannot stand where a noun does.
    if passion and not (language == "de" and passion.isalpha() and passion.islower()):
        yield say("All about {passion}", passion=passion)
        if name:
            yield say("{name} and {passion}", name=name, passion=passion)
        yield say("Nothing but {passion}", passion=passion)
        yield say("{passion}, of course", passion=_capital(passion))
    if name:
        yield say("Made for {name}", name=name)
    if not passion:
        yield say("A sign of love")
    yield say("To keep for ever")


def _photo_ways(idea: Idea, name: str) -> Iterator[str]:
    first = {
        "lithophane": say("Let there be light"),
        "lithophane-framed": say("Close to the heart"),
        "lithophane-curved": say("All in a glow"),
        "night-light": say("Sleep well"),
        "relief-plaque": say("Carved in time"),
        "relief-medallion": say("The golden moment"),
        "portrait-coin": say("Freshly minted"),
        "relief-figurine": say("Larger than life"),
        "standee": say("Take a stand"),
        "photo-keychain": say("Always along"),
        "photo-ornament": say("A moment to hang up"),
        "photo-magnet": say("It sticks"),
        "cookie-cutter": say("Good enough to eat"),
    }.get(idea.info.id)
    if first:
        yield first
    if name:
        yield say("A portrait of {name}", name=name)
        yield say("{name} shines", name=name)
    yield say("A moment kept")
    yield say("Look closer")
    yield say("That very day")


def _short(words: str, longest: int = 24) -> str:
    plain = " ".join(words[:200].split())
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
