"""The row of concepts: complete, repeatable, without repeats, and never about what is disliked."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.concepts.offline import COLOURS, plan_concepts
from memoreez_desktop.concepts.variants import variants
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.story import OCCASIONS, Brief, PhotoRef, Story
from memoreez_desktop.geometry.clay import CLAY_COLOURS
from memoreez_desktop.sculpting.catalog import product_catalog

RICH = Story(
    free_text="Grandpa Karl, loves fishing, tractors and strong coffee; hates Mondays and dogs; 70th birthday"
)
PRODUCTS = tuple(product.info for product in product_catalog())


def photos(count: int) -> tuple[PhotoRef, ...]:
    return tuple(PhotoRef(f"{k + 1:064x}", Path(f"photo-{k}.jpg")) for k in range(count))


def test_a_rich_story_gives_forty_different_concepts() -> None:
    plans = plan_concepts(Brief(RICH), PRODUCTS, 40)
    assert len(plans) == 40
    assert len({plan.recipe.digest for plan in plans}) == 40
    assert all(plan.id == plan.recipe.digest[:16] for plan in plans)


def test_the_first_page_of_a_story_shows_every_product_and_every_passion() -> None:
    wanted = [info.id for info in PRODUCTS if info.source == "story"]
    plans = plan_concepts(Brief(RICH), PRODUCTS, len(wanted))
    assert {plan.recipe.product_id for plan in plans} == set(wanted)
    icons = {dict(plan.recipe.params)["icon"] for plan in plans}
    assert icons == {"mdi6:fish", "fa6s:tractor", "fa6s:mug-hot"}
    assert {"Gone fishing", "Hates Mondays", "Runs on coffee"} <= {plan.title for plan in plans}


def test_a_photo_alone_starts_with_the_lithophane_and_shows_every_photo_product() -> None:
    wanted = [info.id for info in PRODUCTS if info.source == "photo"]
    plans = plan_concepts(Brief(photos=photos(1)), PRODUCTS, len(wanted))
    assert [plan.recipe.product_id for plan in plans] == wanted
    assert wanted[0] == "lithophane"


def test_several_photos_come_by_turns() -> None:
    plans = plan_concepts(Brief(photos=photos(3)), PRODUCTS, 6)
    used = Counter(plan.recipe.photo.digest for plan in plans if plan.recipe.photo)
    assert len(used) == 3
    assert max(used.values()) - min(used.values()) <= 1


def test_the_same_photo_twice_is_one_photo() -> None:
    twice = photos(1) * 2
    assert plan_concepts(Brief(photos=twice), PRODUCTS, 20) == plan_concepts(
        Brief(photos=photos(1)), PRODUCTS, 20
    )


def test_story_and_photo_come_by_turns() -> None:
    plans = plan_concepts(Brief(RICH, photos(2)), PRODUCTS, 8)
    assert [plan.recipe.photo is not None for plan in plans] == [True, False] * 4
    assert not any("icon" in dict(plan.recipe.params) for plan in plans if plan.recipe.photo)


def test_pages_continue_each_other() -> None:
    brief = Brief(RICH, photos(2), seed=3)
    assert plan_concepts(brief, PRODUCTS, 8) + plan_concepts(brief, PRODUCTS, 8, 8) == plan_concepts(
        brief, PRODUCTS, 16
    )


def test_another_seed_begins_elsewhere_and_the_same_seed_does_not() -> None:
    one, two = (plan_concepts(Brief(RICH, seed=seed), PRODUCTS, 8) for seed in (1, 2))
    assert one == plan_concepts(Brief(RICH, seed=1), PRODUCTS, 8)
    assert one[0].recipe.params != two[0].recipe.params
    assert {plan.recipe.seed for plan in two} == {2}


def test_nothing_told_gives_no_plan() -> None:
    assert plan_concepts(Brief(), PRODUCTS, 8) == ()
    assert plan_concepts(Brief(RICH), PRODUCTS, 0) == ()
    assert plan_concepts(Brief(RICH), (), 8) == ()


@pytest.mark.parametrize(
    "story", [Story(name="Anna"), Story(occasion="wedding"), Story(text_lines=("HELLO",))]
)
def test_little_told_still_gives_a_page_of_different_pictures(story: Story) -> None:
    plans = plan_concepts(Brief(story), PRODUCTS, 8)
    assert len(plans) == 8
    assert len({dict(plan.recipe.params)["icon"] for plan in plans}) >= 3


def test_disliked_things_are_never_shown() -> None:
    plans = plan_concepts(Brief(RICH), PRODUCTS, 60)
    icons = {dict(plan.recipe.params)["icon"] for plan in plans}
    assert not icons & {"fa6s:dog", "ph:dog-fill", "mdi6:dog", "mdi6:calendar"}


def test_neighbours_differ_in_colour_and_every_colour_exists() -> None:
    plans = plan_concepts(Brief(RICH), PRODUCTS, 16)
    assert all(a.colour != b.colour for a, b in pairwise(plans))
    assert set(COLOURS) <= set(CLAY_COLOURS)


def test_versions_of_a_product_follow_from_its_fields() -> None:
    info = ProductInfo(
        "x",
        "X",
        fields=(
            FieldSpec("width_mm", "Width", "float", 100.0, 90.0, 120.0),
            FieldSpec("edge", "Edge", "choice", "a", choices=(("a", "A"), ("b", "B"))),
            FieldSpec("note", "Note", "text", ""),
        ),
    )
    assert variants(info) == ((), (("edge", "b"),))
    wide = ProductInfo("y", "Y", fields=(FieldSpec("width_mm", "Width", "float", 100.0, 50.0, 200.0),))
    assert variants(wide) == ((), (("width_mm", 125.0),), (("width_mm", 85.0),))


PASSIONS = st.text(max_size=40) | st.sampled_from(["fishing", "🎣", "hates cats", "Kaffee"])
STORIES = st.builds(
    Story,
    name=st.text(max_size=60),
    age=st.none() | st.integers(-5, 500),
    passions=st.lists(PASSIONS, max_size=6).map(tuple),
    quirk=st.text(max_size=80),
    occasion=st.sampled_from(["", *OCCASIONS, "nonsense"]),
    text_lines=st.lists(st.text(max_size=50), max_size=4).map(tuple),
    free_text=st.text(max_size=300),
)


@settings(max_examples=100, deadline=None)
@given(STORIES, st.integers(0, 3), st.integers(1, 9), st.integers(0, 30))
def test_any_story_is_planned(story: Story, photo_count: int, seed: int, start: int) -> None:
    brief = Brief(story, photos(photo_count), seed)
    plans = plan_concepts(brief, PRODUCTS, 12, start)
    assert plans == plan_concepts(brief, PRODUCTS, 12, start)
    assert len({plan.id for plan in plans}) == len(plans)
    assert all(plan.title.strip() and plan.kind for plan in plans)
    if photo_count or not story.is_empty:
        assert plan_concepts(brief, PRODUCTS, 1)


def test_a_story_of_ten_thousand_characters_is_planned() -> None:
    for text in ("x" * 10_000, "fishing, " * 1_111, "Ärger 🎣 " * 1_250, "a " * 5_000):
        assert plan_concepts(Brief(Story(free_text=text)), PRODUCTS, 4)
