"""The pictures a story offers, the told ones first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, zip_longest

from memoreez_desktop.core.story import Story
from memoreez_desktop.imaging.icon_words import OCCASION_ICONS, find_icons

_GIFTS = (
    "fa6s:heart",
    "fa6s:star",
    "fa6s:trophy",
    "fa6s:crown",
    "fa6s:gift",
    "fa6s:sun",
    "mdi6:clover",
    "fa6s:music",
    "fa6s:anchor",
    "fa6s:moon",
)
"""Pictures that please anybody, for stories that tell little."""
_SURE = 80
_LATIN_END = 0x250


@dataclass(frozen=True)
class Subject:
    """A picture, and the words it stands for (empty when it stands for nobody's passion)."""

    icon_id: str
    passion: str = ""


@dataclass(frozen=True)
class Subjects:
    """What concepts may show: ``told`` comes before ``further``; neither has an icon twice."""

    told: tuple[Subject, ...]
    further: tuple[Subject, ...]


def subjects_of(story: Story) -> Subjects:
    """Find the pictures of a completed story.

    Told are the picture chosen for every passion or else the best one found; a passion that has none shows
    its initial. Without any passion the occasion is told, or the initial of the name. Further are the
    occasion's, the initial, and by turns other pictures of the same passions and gifts for anybody.
    """
    told: dict[str, Subject] = {}
    alike: dict[str, Subject] = {}
    spelled: dict[str, Subject] = {}
    for passion in story.passions:
        chosen = story.chosen_icon(passion)
        if chosen == "":
            continue
        if chosen:
            told.setdefault(chosen, Subject(chosen, passion))
        matches = [match for match in find_icons(passion) if match.score >= _SURE]
        for match in matches[:1]:
            told.setdefault(chosen or match.icon_id, Subject(match.icon_id, passion))
            for other in (match.icon_id, *match.others):
                alike.setdefault(other, Subject(other, passion))
        if not matches and not chosen:
            letter = letter_of(passion)
            if letter:
                spelled.setdefault(letter, Subject(letter, passion))
        for match in matches[1:3]:
            alike.setdefault(match.icon_id, Subject(match.icon_id, passion))
    general = {icon: Subject(icon) for icon in _general_icons(story)}
    told = {**told, **spelled}
    if not told:
        first = next(iter(general))
        told[first] = general[first]
    # The occasion and the initial come before other drawings of the same thing.
    own = {icon: general.pop(icon) for icon in list(general) if icon not in _GIFTS}
    spare = chain.from_iterable(zip_longest(alike.values(), general.values()))
    further = {**own, **{subject.icon_id: subject for subject in spare if subject}}
    return Subjects(tuple(told.values()), tuple(s for s in further.values() if s.icon_id not in told))


def _general_icons(story: Story) -> list[str]:
    icons = [OCCASION_ICONS[story.occasion]] if story.occasion in OCCASION_ICONS else []
    letter = letter_of(story.name.split()[-1]) if story.name.split() else ""
    return [*icons, *([letter] if letter else []), *_GIFTS]


def letter_of(word: str) -> str:
    """Return the id of a word's initial as a symbol; empty when it does not begin with a Latin letter."""
    initial = word.strip()[:1].upper()
    return (
        f"letter:{initial}" if len(initial) == 1 and initial.isalpha() and ord(initial) < _LATIN_END else ""
    )
