"""The pictures a story offers, the told ones first."""

from __future__ import annotations

from dataclasses import dataclass

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

    Told are the best picture of every passion, or the occasion's when no passion has one, or the initial.
    Further are the occasion's, second pictures of the same passions, the initial, and gifts for anybody.
    """
    told: dict[str, Subject] = {}
    further: dict[str, Subject] = {}
    for passion in story.passions:
        matches = [match for match in find_icons(passion) if match.score >= _SURE]
        for place, match in enumerate(matches[:3]):
            target = told if place == 0 else further
            target.setdefault(match.icon_id, Subject(match.icon_id, passion))
        for match in matches[:1]:
            for other in match.others:
                further.setdefault(other, Subject(other, passion))
    general = [Subject(icon) for icon in _general_icons(story)]
    if not told and general:
        told[general[0].icon_id] = general.pop(0)
    for subject in general:
        further.setdefault(subject.icon_id, subject)
    return Subjects(tuple(told.values()), tuple(s for s in further.values() if s.icon_id not in told))


def _general_icons(story: Story) -> list[str]:
    icons = [OCCASION_ICONS[story.occasion]] if story.occasion in OCCASION_ICONS else []
    initial = next((char for char in reversed(story.name.split()[-1:]) if char[0].isalpha()), "")
    if initial and initial[0].isascii():
        icons.append(f"letter:{initial[0].upper()}")
    return [*icons, *_GIFTS]
