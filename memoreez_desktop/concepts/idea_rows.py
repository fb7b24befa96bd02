"""The ideas for one product after the other: every subject or photo in every version, each pair once."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from memoreez_desktop.concepts.first_page import NUMBER_PRODUCT, SPELLS_A_NAME
from memoreez_desktop.concepts.subjects import Subject, Subjects
from memoreez_desktop.concepts.variants import Params, variants
from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.story import PhotoRef, Story

ICON_FIELDS = ("icon", "icon_2", "icon_3", "icon_4")
LONGEST_SPELLED = 14
"""Letters of a passion that a name plate can spell."""
FEWEST_SUBJECTS = 3
"""At least so many pictures go round, or the first page would show the same one eight times."""

T = TypeVar("T")


@dataclass(frozen=True)
class Telling:
    """What all ideas from one story share.

    Attributes
    ----------
    stories : tuple of Story
        Ways to fill the second line, taken by turns.
    subjects : Subjects
        What may be shown.
    year : int or None
        A year that was told.
    seed : int
        Where to begin.
    """

    stories: tuple[Story, ...]
    subjects: Subjects
    year: int | None
    seed: int


@dataclass(frozen=True)
class Idea:
    """A recipe, its product, and the subject it leads with (None for photos)."""

    info: ProductInfo
    recipe: Recipe
    subject: Subject | None = None


def photo_ideas(
    info: ProductInfo, place: int, story: Story, photos: Sequence[PhotoRef], seed: int
) -> Iterator[Idea]:
    """Yield every photo in every version of a product; ``place`` says which photo is first."""
    for photo, version in every_pair(photos, variants(info), place):
        yield Idea(info, Recipe(info.id, version, story, photo, seed))


def story_ideas(info: ProductInfo, place: int, telling: Telling) -> Iterator[Idea]:
    """Yield every subject in every version of a product: two of the told ones for one of the others.

    ``place`` says where in the order the product stands: neighbours begin with different subjects.
    """
    told, further = leading(telling.subjects)
    versions, stories = variants(info), telling.stories
    pictures = [field.id for field in info.fields if field.id in ICON_FIELDS]
    own, other = every_pair(told, versions, place + telling.seed - 1), every_pair(further, versions, place)
    for number, (subject, version) in enumerate(_two_and_one(own, other)):
        story = _spelled(info, stories[(place + number) % len(stories)], subject)
        if story is not None:
            icons = _companions(subject, told, further)
            recipe = Recipe(info.id, version, story, None, telling.seed)
            recipe = recipe.with_params(**dict(zip(pictures, icons, strict=False)))
            yield Idea(info, _numbered(recipe, telling.year), subject)


def leading(subjects: Subjects) -> tuple[tuple[Subject, ...], tuple[Subject, ...]]:
    """Fill up the told subjects when there are too few, and give the rest."""
    spare = max(0, FEWEST_SUBJECTS - len(subjects.told))
    return (*subjects.told, *subjects.further[:spare]), subjects.further[spare:]


def every_pair(first: Sequence[T], versions: Sequence[Params], start: int) -> Iterator[tuple[T, Params]]:
    """Yield every pair once, and with each step another of both."""
    if not first:
        return
    many, few = len(first), len(versions)
    together = math.lcm(many, few)
    for step in range(many * few):
        yield first[(start + step) % many], versions[(step + step // together) % few]


def _two_and_one(own: Iterator[T], other: Iterator[T]) -> Iterator[T]:
    """Take two of the one and one of the other, then what is left."""
    for number, idea in enumerate(own):
        yield idea
        if number % 2:
            yield from _next(other)
    yield from other


def _next(ideas: Iterator[T]) -> Iterator[T]:
    for idea in ideas:
        yield idea
        return


def _companions(subject: Subject, told: Sequence[Subject], further: Sequence[Subject]) -> list[str]:
    """List the icons for a product with several pictures: the leading one, the told ones, the others."""
    start = told.index(subject) if subject in told else 0
    row = [subject, *told[start:], *told[:start], *further]
    return list(dict.fromkeys(other.icon_id for other in row))


def _spelled(info: ProductInfo, story: Story, subject: Subject) -> Story | None:
    """Write the passion under its initial, and instead of a name; None when there is nothing to spell."""
    if subject.passion and subject.icon_id.startswith("letter:"):
        story = replace(story, quirk=subject.passion)
    if info.id not in SPELLS_A_NAME or story.name.strip() or any(line.strip() for line in story.text_lines):
        return story
    word = subject.passion.strip()
    if not word or len(word) > LONGEST_SPELLED:
        return None
    return replace(story, text_lines=(word,))


def _numbered(recipe: Recipe, year: int | None) -> Recipe:
    """Put the year on a cake topper when no age was told."""
    if recipe.product_id != NUMBER_PRODUCT or recipe.story.age is not None or year is None:
        return recipe
    return recipe.with_params(number=str(year))
