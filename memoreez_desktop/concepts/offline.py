"""Planning concepts without any service: which product, which picture, which version, in which order.

The plan is one endless-looking but finite row, the same for the same brief; a page of concepts is a cut of
it, so "explore more" goes on where the last page ended and nothing comes twice.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, zip_longest

from memoreez_desktop.concepts.first_page import (
    BACKLIT,
    PHOTO_FIRST,
    STORY_CARD,
    is_festive,
    photo_order,
    story_order,
)
from memoreez_desktop.concepts.idea_rows import Idea, Telling, photo_ideas, story_ideas
from memoreez_desktop.concepts.story_language import told_language
from memoreez_desktop.concepts.story_numbers import told_year
from memoreez_desktop.concepts.story_text import complete_story
from memoreez_desktop.concepts.subjects import subjects_of
from memoreez_desktop.concepts.titles import Titles
from memoreez_desktop.core.concept import ConceptPlan
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.story import Brief, PhotoRef, Story

COLOURS = ("cream", "gold", "terracotta", "teal", "rose", "sage", "blue", "plum")
"""Filament colours of ``geometry.clay``, in the order in which neighbours differ most."""
_PALE = ("cream", "rose")
"""What light shines through."""
_LOOK_AHEAD = 8
"""How many ideas may be waited with so that neighbours differ in product and picture."""


def plan_concepts(
    brief: Brief, products: Sequence[ProductInfo], count: int, start: int = 0
) -> tuple[ConceptPlan, ...]:
    """Plan concepts ``start`` to ``start + count`` of a brief.

    Parameters
    ----------
    brief : Brief
        Story, photos and seed. What was told in one go is read first; see ``story_text``.
    products : sequence of ProductInfo
        What may be made, in the order of preference behind the first page (see ``first_page``).
    count, start : int
        Which cut of the row of ideas.

    Returns
    -------
    tuple of ConceptPlan
        Fewer than ``count`` when the ideas run out; empty when there is neither story nor photo. Equal
        briefs give equal plans; no recipe comes twice in the whole row.
    """
    row = islice(_unique(_spaced(_ideas(brief, products))), max(0, start + count))
    return tuple(_titled(row, brief))[max(0, start) :]


def _ideas(brief: Brief, products: Sequence[ProductInfo]) -> Iterator[Idea]:
    """Story ideas alone; or a first page of photos with one card from the story, then both by turns."""
    story = complete_story(brief.story)
    from_story = _story_ideas(story, told_year(story.free_text), brief, products)
    from_photo = _photo_ideas(replace(story, free_text=""), brief, photo_order(products))
    if not brief.photos:
        return from_story
    return _mixed(from_photo, from_story, len(PHOTO_FIRST))


def _mixed(from_photo: Iterator[Idea], from_story: Iterator[Idea], photos_first: int) -> Iterator[Idea]:
    """Photos first, then the story's card, then both by turns."""
    yield from islice(from_photo, photos_first)
    held: list[Idea] = []
    for idea in from_story:
        if idea.info.id == STORY_CARD:
            yield idea
            break
        held.append(idea)
        if len(held) > _LOOK_AHEAD:
            break
    pairs = zip_longest(chain(held, from_story), from_photo)
    yield from (idea for idea in chain.from_iterable(pairs) if idea is not None)


def _photo_ideas(story: Story, brief: Brief, products: list[ProductInfo]) -> Iterator[Idea]:
    photos: tuple[PhotoRef, ...] = tuple(
        {(photo.digest, photo.edit): photo for photo in brief.photos}.values()
    )
    rows = [photo_ideas(info, place, story, photos, brief.seed) for place, info in enumerate(products)]
    return _by_turns(rows)


def _story_ideas(
    story: Story, year: int | None, brief: Brief, products: Sequence[ProductInfo]
) -> Iterator[Idea]:
    if brief.story.is_empty:
        return iter(())
    telling = Telling(_tellings(replace(story, free_text="")), subjects_of(story), year, brief.seed)
    rows: dict[str, Iterator[Idea]] = {}
    order = story_order(products, is_festive(story, year))
    # Among photos the figurine comes alone, so it shows what was told first.
    ids = [info.id for info in order]
    alone = ids.index(STORY_CARD) if brief.photos and STORY_CARD in ids else 0
    for place, info in enumerate(order):
        row = story_ideas(info, place - alone, telling)
        # A product that is twice in the order comes twice in the first round only.
        rows[f"{info.id} again" if info.id in rows else info.id] = islice(row, 1) if info.id in rows else row
    return _by_turns(list(rows.values()))


def _by_turns(rows: Sequence[Iterator[Idea]]) -> Iterator[Idea]:
    for turn in zip_longest(*rows):
        yield from (idea for idea in turn if idea is not None)


def _tellings(story: Story) -> tuple[Story, ...]:
    """Ways to fill the second line: quirk, age or occasion; asked-for text lines stay as they are."""
    if any(line.strip() for line in story.text_lines):
        return (story,)
    ways = []
    if story.age is not None or story.occasion:
        ways.append(replace(story, quirk=""))
    if story.quirk:
        ways.append(story)
    return tuple(ways) or (story,)


def _spaced(ideas: Iterator[Idea]) -> Iterator[Idea]:
    """Hold an idea back while it has the product or the picture of the one before."""
    waiting: deque[Idea] = deque(islice(ideas, _LOOK_AHEAD))
    last: Idea | None = None
    while waiting:
        likeness = [_likeness(idea, last) for idea in waiting]
        place = likeness.index(min(likeness))
        last = waiting[place]
        del waiting[place]
        waiting.extend(islice(ideas, 1))
        yield last


def _likeness(idea: Idea, last: Idea | None) -> int:
    """Count what two neighbours have in common: 2 for the picture, 1 for the product."""
    if last is None:
        return 0
    same_picture = idea.subject and last.subject and idea.subject.icon_id == last.subject.icon_id
    return (2 if same_picture else 0) + (1 if idea.info.id == last.info.id else 0)


def _unique(ideas: Iterator[Idea]) -> Iterator[Idea]:
    seen: set[str] = set()
    for idea in ideas:
        digest = idea.recipe.digest
        if digest not in seen:
            seen.add(digest)
            yield idea


def _titled(ideas: Iterator[Idea], brief: Brief) -> Iterator[ConceptPlan]:
    titles = Titles(told_language(brief.story))
    # A coin is golden, and so is the medal, which comes second in a story.
    first = brief.seed - 1 + bool(brief.photos)
    before = ""
    for number, idea in enumerate(ideas):
        colour = COLOURS[(number + first) % len(COLOURS)]
        if idea.info.id in BACKLIT:
            colour = next(pale for pale in _PALE if pale != before)
        elif colour == before:
            colour = COLOURS[(number + first + 1) % len(COLOURS)]
        before = colour
        title = titles.title(idea)
        yield ConceptPlan(idea.recipe.digest[:16], title, idea.info.label, idea.recipe, colour=colour)
