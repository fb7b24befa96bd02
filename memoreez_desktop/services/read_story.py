"""What the studio understands of a story, and which symbols stand for its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from memoreez_desktop.concepts.story_text import parse_story
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Story
from memoreez_desktop.imaging.icon_index import hand_written_rows
from memoreez_desktop.imaging.icon_index_names import charmap_names
from memoreez_desktop.imaging.icon_stems import tokens_of
from memoreez_desktop.imaging.icon_words import find_icons

MOST_SYMBOLS = 60
_NAMED_FONTS = ("fa6s", "mdi6")
# Labels, arrows and states of a button: no picture of a thing.
_NO_PICTURES = (
    "off",
    "alert",
    "plus",
    "minus",
    "check",
    "cancel",
    "remove",
    "lock",
    "arrow",
    "outline",
    "box",
)
_SHORTEST_NAME = 3


@dataclass(frozen=True)
class FoundSubject:
    """Something somebody loves, found in a story told in one go.

    ``icon_id`` is what the studio will show for it, empty when no picture fits.
    """

    word: str
    icon_id: str = ""


@dataclass(frozen=True)
class StoryReading:
    """What was understood; empty where nothing was told."""

    name: str = ""
    age: int | None = None
    quirk: str = ""
    occasion: str = ""
    subjects: tuple[FoundSubject, ...] = ()


def read_story(story: Story, job: JobContext) -> StoryReading:
    """Read a story's free text; what the person typed elsewhere is not found again.

    Raises
    ------
    Cancelled
    """
    job.check_cancelled()
    if not story.free_text.strip():
        return StoryReading()
    told = parse_story(story.free_text)
    typed = {passion.casefold() for passion in story.passions}
    shown = {symbol for symbol in map(symbol_of, story.passions) if symbol}
    subjects = tuple(
        FoundSubject(word, symbol_of(word))
        for word in told.passions
        if word.casefold() not in typed and symbol_of(word) not in shown
    )
    return StoryReading(
        name="" if story.name else told.name,
        age=None if story.age is not None else told.age,
        quirk="" if story.quirk else told.quirk,
        occasion="" if story.occasion else told.occasion,
        subjects=subjects,
    )


def symbol_of(word: str) -> str:
    """Return the symbol the studio shows for a word, empty when none fits."""
    matches = find_icons(word)
    return matches[0].icon_id if matches else ""


def symbols_of(words: Sequence[str], job: JobContext) -> dict[str, str]:
    """Return the symbol of each word that has one."""
    job.check_cancelled()
    return {word: symbol for word in words if (symbol := symbol_of(word))}


def search_symbols(query: str, job: JobContext) -> tuple[str, ...]:
    """Return symbols for a word that may not be finished, best first; some of everything for an empty one.

    English and German words are understood; names of symbols are English.

    Raises
    ------
    Cancelled
    """
    job.check_cancelled()
    rows = hand_written_rows("words.json")
    wanted = " ".join(query.casefold().split())
    if not wanted:
        step = max(1, len(rows) // MOST_SYMBOLS)
        return tuple(dict.fromkeys(row["icons"][0] for row in rows[::step]))[:MOST_SYMBOLS]
    found: dict[str, None] = {}
    for match in find_icons(query):
        found.update(dict.fromkeys((match.icon_id, *match.others)))
    for row in rows:
        if any(word.casefold().startswith(wanted) for word in (*row["en"], *row["de"])):
            found.update(dict.fromkeys(row["icons"]))
    found.update(dict.fromkeys(_named(wanted)))
    return tuple(found)[:MOST_SYMBOLS]


def _named(wanted: str) -> tuple[str, ...]:
    """Return symbols with a word in their name that begins as the wanted one does."""
    first = next(iter(tokens_of(wanted)), "")
    if len(first) < _SHORTEST_NAME:
        return ()
    found = []
    for prefix in _NAMED_FONTS:
        for name in charmap_names(prefix):
            parts = name.split("-")
            if any(part.startswith(first) for part in parts) and not set(parts) & set(_NO_PICTURES):
                found.append(f"{prefix}:{name}")
    return tuple(found)
