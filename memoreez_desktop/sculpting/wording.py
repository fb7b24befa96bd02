"""What a keepsake says: at most two short lines in capitals, chosen from the story."""

from __future__ import annotations

import re
import unicodedata

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.story import Story
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.fallback import drawable_emoji
from memoreez_desktop.geometry.itemising import clusters

LONGEST_LINE = 30
"""Characters that fit once round half a 70 mm medallion in letters 3 mm tall; Chinese ones count twice."""
LONGEST_CALL = 14
LINES = 2
_NO_LETTERS = ("Cc", "Cs", "Co", "Cn")

_GREETINGS: dict[str, dict[str, str]] = {
    "en": {
        "birthday": "Happy Birthday",
        "wedding": "Just Married",
        "anniversary": "Together",
        "graduation": "We are proud",
        "retirement": "Free at last",
        "christmas": "Merry Christmas",
        "baby": "Welcome",
    },
    "de": {
        "birthday": "Alles Gute",
        "wedding": "Frisch verheiratet",
        "anniversary": "Gemeinsam",
        "graduation": "Wir sind stolz",
        "retirement": "Endlich frei",
        "christmas": "Frohe Weihnachten",
        "baby": "Willkommen",
    },
}
_GERMAN = re.compile(
    r"[äöüß]|\b(?:und|oder|der|die|das|mit|für|oma|opa|onkel|tante|mama|papa|liebt|mag|hasst|sein|ihre?|"
    r"mein|meine|nicht|kein|keine|immer|zum|zur|von|ohne|gern|gerne|unser|unsere|ist|wird)\b",
    re.IGNORECASE,
)


def words_for(recipe: Recipe, *, capitals: bool = True) -> tuple[str, ...]:
    """Choose the lines a product writes.

    Parameters
    ----------
    recipe : Recipe
        Its ``story.text_lines`` are taken as they are; without them the name comes first and then the
        first of: the quirk, the age, a greeting for the occasion in the language of the story.
    capitals : bool
        False leaves them as they were written, for faces that are dressed later.

    Returns
    -------
    tuple of str
        At most two lines of at most :data:`LONGEST_LINE` characters; may be empty.

    Raises
    ------
    InputError
        A line that was asked for word by word is too long to be read on a keepsake.
    """
    asked = [line for line in map(writable, recipe.story.text_lines) if line]
    if asked:
        return tuple(_capitals(line) if capitals else line for line in _balanced(asked))
    return lines_of(recipe.story, capitals=capitals)


def lines_of(story: Story, *, capitals: bool = True) -> tuple[str, ...]:
    """Choose the lines from name, quirk, age and occasion; never raises."""
    lines = [shortened(writable(story.name)), second_line(story)]
    return tuple(_capitals(line) if capitals else line for line in lines if line)


def second_line(story: Story) -> str:
    """Choose what stands under the name; empty when the story gives nothing."""
    quirk = writable(story.quirk)
    if quirk and line_length(quirk) <= LONGEST_LINE:
        return quirk
    if story.age is not None and story.age > 0:
        return str(story.age)
    return _GREETINGS[language_of(story)].get(story.occasion, "")


def first_name(story: Story) -> str:
    """Return the word people call: "Karl" of "Grandpa Karl 🎣"; of a very long double name its first half."""
    words = writable(story.name).split()
    spoken = [word for word in words if any(char.isalnum() for char in word)] or words
    called = spoken[-1] if spoken else ""
    if len(called) > LONGEST_CALL:
        called = called.partition("-")[0] or called
    return shortened(called)


def language_of(story: Story) -> str:
    """Guess the language the story was told in: ``de`` or ``en``."""
    told = " ".join((story.free_text[:2000], story.quirk, story.name, *story.passions[:40]))
    return "de" if _GERMAN.search(told) else "en"


def writable(text: str) -> str:
    """Return the text as one line of what can be drawn: control characters and unknown emoji are left out."""
    kept = (char if not char.isspace() else " " for char in unicodedata.normalize("NFC", text[:400]))
    known = "".join(char for char in kept if unicodedata.category(char) not in _NO_LETTERS)
    return " ".join(drawable_emoji(known).split())


def line_length(text: str) -> int:
    """Count what people call characters; full-width ones take the room of two."""
    return sum(2 if unicodedata.east_asian_width(part[0]) in "WF" else 1 for part in clusters(text))


def shortened(text: str, longest: int = LONGEST_LINE) -> str:
    """Cut a text that is too long after its last whole word (or mid-word when the first is too long)."""
    if line_length(text) <= longest:
        return text
    start = ""
    for part in clusters(text):
        if line_length(start + part) > longest:
            break
        start += part
    rest = text[len(start) :]
    whole = start if rest.startswith(" ") else start.rpartition(" ")[0]
    return whole.rstrip(" ,;-&+") or start


def _capitals(line: str) -> str:
    # Capitals of composed letters may fall apart: they are composed again.
    return unicodedata.normalize("NFC", line.upper())


def _balanced(lines: list[str]) -> list[str]:
    """Break one long line into two; refuse what is longer than two lines can hold."""
    if len(lines) == 1 and line_length(lines[0]) > LONGEST_LINE - 8 and " " in lines[0]:
        lines = _halves(lines[0])
    lines = lines[:LINES]
    for line in lines:
        if line_length(line) > LONGEST_LINE:
            raise InputError(
                say("“{line}” is too long to be read on a keepsake.", line=shortened(line) + "…"),
                say("Write at most {count} characters a line.", count=LONGEST_LINE),
            )
    return lines


def _halves(line: str) -> list[str]:
    spaces = [index for index, char in enumerate(line) if char == " "]
    middle = min(spaces, key=lambda index: abs(index - len(line) / 2))
    return [line[:middle], line[middle + 1 :]]
