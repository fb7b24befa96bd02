"""A story told in one go, in English or German, becomes a Story: name, age, passions, quirk, occasion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from memoreez_desktop.concepts.story_names import told_name, without_name
from memoreez_desktop.concepts.story_numbers import told_age, without_age
from memoreez_desktop.concepts.story_phrases import Phrase, phrases_of
from memoreez_desktop.core.story import Story
from memoreez_desktop.imaging.icon_words import find_icons, icon_for

LONGEST_TEXT = 4000
"""Characters that are read; a longer story keeps its beginning."""
MOST_PASSIONS = 40

_OCCASIONS = {
    "anniversary": r"anniversar|hochzeitstag|jubiläum|jahrestag|(?:golden|silver|diamond) wedding|"
    r"(?:goldene|silberne|diamantene)[nr]? hochzeit|silberhochzeit|"
    r"\b\d+ (?:years|jahre) (?:together|married|of marriage|zusammen|verheiratet|ehe)",
    "wedding": r"wedding|marr(?:y|ied|ies)|bride|groom|hochzeit(?!stag)|heirate[nt]|trauung|brautpaar",
    "birthday": r"birthday|b-?day|geburtstag|\bturns?\s+\d|\bwird\s+\d",
    "graduation": r"graduat|\bdegree\b|\bph\.?d\b|diploma|abschluss|abitur|\babi\b|promotion|examen",
    "retirement": r"retire|\bpension|ruhestand|\brente\b|rentner",
    "christmas": r"christmas|\bxmas\b|weihnacht|nikolaus",
    "baby": r"newborn|\bbirth of|\bborn\b|christening|baptism|baby shower|neugeboren|taufe|geburt von",
}
_OWN = re.compile(r"\b(?:our|my|unser|unsere|mein|meine)\s+(\w+)\s+(?=[A-ZÄÖÜ])", re.IGNORECASE)
_PET_ICONS = frozenset(
    {"fa6s:dog", "fa6s:cat", "fa6s:horse", "fa6s:paw", "mdi6:rabbit", "mdi6:bird", "mdi6:tortoise"}
)
_OCCASION_PATTERNS = {key: re.compile(pattern, re.IGNORECASE) for key, pattern in _OCCASIONS.items()}


def parse_story(text: str) -> Story:
    """Read a story.

    What somebody hates, fears or never does becomes the quirk and never a passion. Passions are the
    phrases that a picture exists for, and whatever follows "loves", "likes" and the like.

    Parameters
    ----------
    text : str
        Any text; only the first :data:`LONGEST_TEXT` characters are read.

    Returns
    -------
    Story
        ``free_text`` is the whole text; fields that were not told are empty.
    """
    told = text[:LONGEST_TEXT]
    name = told_name(told)
    liked = {_subject_key(pet): pet for pet in _pets(told)}
    quirk = ""
    for phrase in phrases_of(told):
        if phrase.negative:
            quirk = quirk or _capitalised(phrase.quirk)
            continue
        passion = _passion(phrase, name)
        if passion:
            liked.setdefault(_subject_key(passion), passion)
    passions = tuple(liked.values())[:MOST_PASSIONS]
    return Story(name, told_age(told), passions, quirk, told_occasion(told), free_text=text)


def complete_story(story: Story) -> Story:
    """Fill the fields a person left empty from the story told in one go; what was typed stays.

    Passions that say what somebody does not like are taken out; the first becomes the quirk.
    """
    told = parse_story(story.free_text) if story.free_text.strip() else Story()
    passions: dict[str, str] = {}
    quirk = story.quirk
    for passion in story.passions:
        words = " ".join(passion[:200].split())
        parts = phrases_of(words) if words else ()
        if parts and all(part.negative for part in parts):
            quirk = quirk or _capitalised(parts[0].quirk)
        elif words:
            passions.setdefault(words.casefold(), words)
    known = {_subject_key(passion) for passion in passions.values()}
    for passion in told.passions:
        if _subject_key(passion) not in known:
            passions.setdefault(passion.casefold(), passion)
    return replace(
        story,
        name=story.name.strip() or told.name,
        age=story.age if story.age is not None else told.age,
        passions=tuple(passions.values()),
        quirk=quirk.strip() or told.quirk,
        occasion=story.occasion or told.occasion,
    )


def told_occasion(text: str) -> str:
    """Find the occasion; an id of :data:`core.story.OCCASIONS` or empty."""
    return next((key for key, pattern in _OCCASION_PATTERNS.items() if pattern.search(text)), "")


def _passion(phrase: Phrase, name: str) -> str:
    words = without_name(phrase.words, name)
    if told_occasion(words):
        return ""
    if told_age(words) is not None:
        words = without_age(words)
        phrase = replace(phrase, loved=False)
    matches = find_icons(words)
    if matches:
        return words if len(words.split()) <= 2 else _as_typed(matches[0].word, words)
    return words if phrase.loved and len(words) <= 40 else ""


def _pets(text: str) -> Iterator[str]:
    """Find animals that are called by name: "our dog Bella"."""
    for match in _OWN.finditer(text):
        if icon_for(match[1]) in _PET_ICONS:
            yield match[1]


def _as_typed(found: str, words: str) -> str:
    """Give the words that were understood in the capitals they were typed in."""
    pattern = r"\W+".join(map(re.escape, found.split()))
    match = re.search(pattern, words, re.IGNORECASE)
    return match[0] if match else found


def _subject_key(passion: str) -> str:
    """Two passions with the same picture are one."""
    matches = find_icons(passion)
    return matches[0].icon_id if matches else passion.casefold()


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
