"""Planning concepts without any service: which product, which picture, which version, in which order.

The plan is one endless-looking but finite row, the same for the same brief; a page of concepts is a cut of
it, so "explore more" goes on where the last page ended and nothing comes twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, zip_longest

from memoreez_desktop.concepts.story_text import complete_story
from memoreez_desktop.concepts.subjects import Subject, subjects_of
from memoreez_desktop.concepts.titles import icon_title, photo_title, quirk_title
from memoreez_desktop.concepts.variants import Params, variants
from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.story import Brief, PhotoRef, Story

COLOURS = ("cream", "gold", "terracotta", "teal", "rose", "sage", "blue", "plum")
"""Filament colours of ``geometry.clay``, in the order in which neighbours differ most."""

_FEWEST_SUBJECTS = 3


@dataclass(frozen=True)
class _Idea:
    info: ProductInfo
    recipe: Recipe
    subject: Subject | None = None


def plan_concepts(
    brief: Brief, products: Sequence[ProductInfo], count: int, start: int = 0
) -> tuple[ConceptPlan, ...]:
    """Plan concepts ``start`` to ``start + count`` of a brief.

    Parameters
    ----------
    brief : Brief
        Story, photos and seed. What was told in one go is read first; see ``story_text``.
    products : sequence of ProductInfo
        What may be made, in the order of preference.
    count, start : int
        Which cut of the row of ideas.

    Returns
    -------
    tuple of ConceptPlan
        Fewer than ``count`` when the ideas run out; empty when there is neither story nor photo. Equal
        briefs give equal plans; no recipe comes twice in the whole row.
    """
    row = islice(_unique(_ideas(brief, products)), max(0, start + count))
    return tuple(_titled(row, brief))[max(0, start) :]


def _ideas(brief: Brief, products: Sequence[ProductInfo]) -> Iterator[_Idea]:
    """Photo ideas and story ideas by turns, photos first: the first photo idea never fails."""
    story = complete_story(brief.story)
    told = replace(story, free_text="")
    from_photo = _photo_ideas(told, brief, [info for info in products if info.source == "photo"])
    from_story = _story_ideas(told, brief, [info for info in products if info.source == "story"])
    pairs = zip_longest(from_photo, from_story)
    return (idea for idea in chain.from_iterable(pairs) if idea is not None)


def _photo_ideas(story: Story, brief: Brief, products: list[ProductInfo]) -> Iterator[_Idea]:
    """Every product in its plain version, the photos by turns; then the other photos; then other versions."""
    photos: tuple[PhotoRef, ...] = tuple({photo.digest: photo for photo in brief.photos}.values())
    if not photos or not products:
        return
    versions = [variants(info) for info in products]
    for turn in range(len(photos) * max(map(len, versions))):
        for place, info in enumerate(products):
            version = turn // len(photos)
            if version < len(versions[place]):
                photo = photos[(place + turn) % len(photos)]
                recipe = Recipe(info.id, versions[place][version], story, photo, brief.seed)
                yield _Idea(info, recipe)


def _story_ideas(story: Story, brief: Brief, products: list[ProductInfo]) -> Iterator[_Idea]:
    """Every product with another passion; then each with the next; then further pictures and versions."""
    if brief.story.is_empty or not products:
        return
    subjects = subjects_of(story)
    # At least three pictures go round, or the first page would show the same one four times.
    spare = max(0, _FEWEST_SUBJECTS - len(subjects.told))
    told = [*subjects.told, *subjects.further[:spare]]
    further = list(subjects.further[spare:])
    turned = (brief.seed - 1) % len(told)
    told = told[turned:] + told[:turned]
    tellings = _tellings(story)
    versions = [variants(info) for info in products]
    rounds = len(told) * max(map(len, versions)) + len(further)
    for turn in range(rounds):
        for place, info in enumerate(products):
            subject, params = _choice(turn, place, told, further, versions[place])
            telling = tellings[(place + turn) % len(tellings)]
            yield _Idea(info, _story_recipe(info, subject, params, telling, brief.seed), subject)


def _choice(
    turn: int, place: int, told: list[Subject], further: list[Subject], versions: tuple[Params, ...]
) -> tuple[Subject, Params]:
    """Told subjects in the plain version, then further ones and told ones in other versions by turns."""
    if turn < len(told):
        return told[(place + turn) % len(told)], versions[0]
    rest = turn - len(told)
    if further and (rest % 2 == 0 or rest // 2 >= len(told) * len(versions)):
        number = rest // 2
        return further[(place + number) % len(further)], versions[number % len(versions)]
    number = rest // 2 if further else rest
    return told[(place + number) % len(told)], versions[(1 + number // len(told)) % len(versions)]


def _story_recipe(info: ProductInfo, subject: Subject, params: Params, story: Story, seed: int) -> Recipe:
    recipe = Recipe(info.id, params, story, None, seed)
    takes_icon = any(field.id == "icon" for field in info.fields)
    return recipe.with_params(icon=subject.icon_id) if takes_icon else recipe


def _tellings(story: Story) -> list[Story]:
    """Ways to fill the second line: quirk, age or occasion; asked-for text lines stay as they are."""
    if any(line.strip() for line in story.text_lines):
        return [story]
    ways = []
    if story.quirk:
        ways.append(story)
    if story.age is not None:
        ways.append(replace(story, quirk=""))
    if story.occasion and story.age is None:
        ways.append(replace(story, quirk=""))
    return ways[::-1] or [story]


def _unique(ideas: Iterator[_Idea]) -> Iterator[_Idea]:
    seen: set[str] = set()
    for idea in ideas:
        digest = idea.recipe.digest
        if digest not in seen:
            seen.add(digest)
            yield idea


def _titled(ideas: Iterator[_Idea], brief: Brief) -> Iterator[ConceptPlan]:
    turns: Counter[str] = Counter()
    quirk_told = False
    for number, idea in enumerate(ideas):
        recipe = idea.recipe
        if idea.subject is None:
            key = f"{recipe.product_id}"
            title = photo_title(recipe.product_id, idea.info.label, recipe.story.name, turns[key])
        elif recipe.story.quirk and not quirk_told and not recipe.story.text_lines and idea.info.wants_words:
            key, title, quirk_told = "", quirk_title(recipe.story.quirk), True
        else:
            key = idea.subject.icon_id
            title = icon_title(key, idea.subject.passion, recipe.story.name, turns[key])
        turns[key] += 1
        colour = COLOURS[(number + brief.seed - 1) % len(COLOURS)]
        yield ConceptPlan(recipe.digest[:16], title, idea.info.label, recipe, colour=colour)
