"""The row of concepts: complete, repeatable, without repeats, varied, and never about what is disliked."""

from __future__ import annotations

import json
import string
from collections import Counter
from dataclasses import replace
from itertools import chain, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.concepts.first_page import PHOTO_FIRST, STORY_FIRST
from memoreez_desktop.concepts.offline import COLOURS, plan_concepts
from memoreez_desktop.concepts.sayings import icon_sayings, product_sayings
from memoreez_desktop.concepts.titles import in_language
from memoreez_desktop.concepts.variants import MOST_VERSIONS, variants
from memoreez_desktop.core.product import ProductInfo, Source
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.core.story import OCCASIONS, Brief, PhotoRef, Story
from memoreez_desktop.geometry.clay import CLAY_COLOURS
from memoreez_desktop.sculpting.catalog import product_catalog

RICH = Story(
    free_text="Grandpa Karl, loves fishing, tractors and strong coffee; hates Mondays and dogs; 70th birthday"
)
REAL = tuple(product.info for product in product_catalog())
STORY_IDS = (*STORY_FIRST, "icon-standee", "bookmark", "door-sign", "stencil")
PHOTO_IDS = (*PHOTO_FIRST, "cookie-cutter", "photo-ornament", "photo-keychain")
PICTURES = {"story-crest": 4, "pen-cup": 4, "cake-topper": 2}


def photos(count: int) -> tuple[PhotoRef, ...]:
    return tuple(PhotoRef(f"{k + 1:064x}", Path(f"photo-{k}.jpg")) for k in range(count))


def imagined(product_id: str, source: Source) -> ProductInfo:
    """Return a product with fields as the catalog's have them."""
    names = ("icon", "icon_2", "icon_3", "icon_4")[: PICTURES.get(product_id, 1)]
    icons = tuple(FieldSpec(name, "Symbol", "text", "") for name in names) if source == "story" else ()
    edge = FieldSpec("edge", "Edge", "choice", "a", choices=(("a", "A"), ("b", "B"), ("c", "C")))
    width = FieldSpec("width_mm", "Width", "float", 100.0, 60.0, 200.0)
    return ProductInfo(product_id, product_id.title(), fields=(width, *icons, edge), source=source)


# Neither page must depend on the order of the catalog.
PRODUCTS = tuple(
    [imagined(product_id, "photo") for product_id in reversed(PHOTO_IDS)]
    + [imagined(product_id, "story") for product_id in reversed(STORY_IDS)]
)


def ids_of(brief: Brief, count: int = 8, products: tuple[ProductInfo, ...] = PRODUCTS) -> list[str]:
    return [plan.recipe.product_id for plan in plan_concepts(brief, products, count)]


def icon_of(plan_params: tuple[tuple[str, object], ...]) -> object:
    return dict(plan_params).get("icon")


def test_a_story_with_a_number_begins_with_eight_different_products() -> None:
    assert ids_of(Brief(RICH)) == list(STORY_FIRST)


def test_a_story_without_a_number_has_a_second_figurine_of_something_else() -> None:
    plans = plan_concepts(Brief(Story(free_text="Anna loves chess, violin and cats")), PRODUCTS, 8)
    expected = [("icon-figurine" if one == "cake-topper" else one) for one in STORY_FIRST]
    assert [plan.recipe.product_id for plan in plans] == expected
    figures = [icon_of(plan.recipe.params) for plan in plans if plan.recipe.product_id == "icon-figurine"]
    assert len(set(figures)) == 2


def test_photos_begin_with_seven_products_and_one_figurine_of_the_first_passion() -> None:
    plans = plan_concepts(Brief(RICH, photos(2)), PRODUCTS, 8)
    assert [plan.recipe.product_id for plan in plans] == [*PHOTO_FIRST, "icon-figurine"]
    assert icon_of(plans[-1].recipe.params) == "mdi6:fish"
    assert (
        ids_of(Brief(photos=photos(1))) == [*PHOTO_FIRST, "cookie-cutter"]
        or len(set(ids_of(Brief(photos=photos(1))))) == 8
    )


def test_products_that_are_not_there_are_passed_over() -> None:
    few = tuple(info for info in PRODUCTS if info.id in ("nameplate", "pen-cup", "standee", "icon-figurine"))
    assert ids_of(Brief(RICH), 3, few) == ["icon-figurine", "pen-cup", "nameplate"]
    assert ids_of(Brief(RICH, photos(1)), 2, few) == ["standee", "icon-figurine"]


@pytest.mark.parametrize("seed", [1, 2, 3, 7])
def test_the_first_page_is_varied(seed: int) -> None:
    for brief in (Brief(RICH, seed=seed), Brief(RICH, photos(1), seed), Brief(Story(name="Anna"), seed=seed)):
        plans = plan_concepts(brief, PRODUCTS, 8)
        assert len({plan.recipe.product_id for plan in plans}) >= 6
        assert len({plan.title for plan in plans}) == 8
        assert all(a.colour != b.colour for a, b in pairwise(plans))
        shown = [icon_of(plan.recipe.params) for plan in plans]
        assert all(a is None or a != b for a, b in pairwise(shown))


def test_a_crest_shows_everything_told_and_never_one_thing_twice() -> None:
    (crest,) = plan_concepts(Brief(RICH), (imagined("story-crest", "story"),), 1)
    icons = [value for name, value in crest.recipe.params if name.startswith("icon")]
    assert icons == ["mdi6:fish", "fa6s:tractor", "fa6s:mug-hot", "fa6s:cake-candles"]


def test_a_year_stands_on_the_cake_topper() -> None:
    brief = Brief(Story(free_text="Anna plays violin and graduated in 2026"))
    (topper,) = plan_concepts(brief, (imagined("cake-topper", "story"),), 1)
    assert dict(topper.recipe.params)["number"] == "2026"
    (topper,) = plan_concepts(Brief(RICH), (imagined("cake-topper", "story"),), 1)
    assert "number" not in dict(topper.recipe.params)


def test_without_a_name_the_passion_is_spelled_and_without_both_nothing() -> None:
    plate = (imagined("nameplate", "story"),)
    (plan,) = plan_concepts(Brief(Story(passions=("fishing",))), plate, 1)
    assert plan.recipe.story.text_lines == ("fishing",)
    assert plan_concepts(Brief(Story(occasion="wedding")), plate, 8) == ()
    (plan,) = plan_concepts(Brief(Story(name="Karl", passions=("fishing",))), plate, 1)
    assert plan.recipe.story.text_lines == ()


def test_what_nobody_has_drawn_is_an_initial_with_the_word() -> None:
    plan = plan_concepts(Brief(Story(name="Anna", passions=("glorbling",))), PRODUCTS, 1)[0]
    assert icon_of(plan.recipe.params) == "letter:G"
    assert plan.recipe.story.quirk == "glorbling"


def test_the_symbols_a_person_chose_are_shown_and_the_refused_ones_not() -> None:
    chosen = replace(RICH, icons=(("Fishing", "fa6s:ship"), ("tractors", "")))
    plans = plan_concepts(Brief(chosen), PRODUCTS, 60)
    told = {value for plan in plans for name, value in plan.recipe.params if name.startswith("icon")}
    assert "fa6s:ship" in told
    assert not told & {"fa6s:tractor", "mdi6:tractor"}
    assert icon_of(plans[0].recipe.params) == "fa6s:ship"


def test_several_photos_come_by_turns_and_the_same_one_twice_is_one() -> None:
    plans = plan_concepts(Brief(photos=photos(3)), PRODUCTS, 6)
    used = Counter(plan.recipe.photo.digest for plan in plans if plan.recipe.photo)
    assert sorted(used.values()) == [2, 2, 2]
    twice = photos(1) * 2
    assert plan_concepts(Brief(photos=twice), PRODUCTS, 20) == plan_concepts(
        Brief(photos=photos(1)), PRODUCTS, 20
    )


def test_nothing_told_gives_no_plan() -> None:
    assert plan_concepts(Brief(), PRODUCTS, 8) == ()
    assert plan_concepts(Brief(RICH), PRODUCTS, 0) == ()
    assert plan_concepts(Brief(RICH), (), 8) == ()


def test_disliked_things_are_never_shown() -> None:
    plans = plan_concepts(Brief(RICH), PRODUCTS, 200)
    icons = {value for plan in plans for name, value in plan.recipe.params if name.startswith("icon")}
    assert not icons & {"fa6s:dog", "ph:dog-fill", "mdi6:dog", "mdi6:calendar"}
    assert "Hates Mondays" in {plan.title for plan in plans}
    assert any(plan.recipe.story.quirk.startswith("Hates Mondays") for plan in plans)


def test_the_row_ends_and_has_every_picture_in_every_version() -> None:
    brief = Brief(Story(name="Anna", passions=("chess", "violin", "cats")))
    info = imagined("icon-medallion", "story")
    plans = plan_concepts(brief, (info,), 10_000)
    assert len({plan.id for plan in plans}) == len(plans) < 10_000
    assert plan_concepts(brief, (info,), 8, len(plans)) == ()
    made = {
        (icon_of(plan.recipe.params), tuple(p for p in plan.recipe.params if p[0] != "icon"))
        for plan in plans
    }
    for icon in ("fa6s:chess-knight", "mdi6:violin", "fa6s:cat"):
        assert {version for shown, version in made if shown == icon} == set(variants(info))


def test_titles_speak_the_language_of_the_story() -> None:
    german = plan_concepts(Brief(Story(free_text="Oma Erna liebt Angeln und ihren Garten")), PRODUCTS, 30)
    titles = {plan.title for plan in german}
    assert {"Bin angeln", "Grüner Daumen", "Da steht Oma Erna"} <= titles
    assert not any(word in title.split() for title in titles for word in ("and", "for", "the", "about"))
    assert all(type(plan.title) is str for plan in german)
    unknown = plan_concepts(Brief(Story(name="Karl")), PRODUCTS, 1)
    assert hasattr(unknown[0].title, "template")


def test_every_saying_has_a_german_sister_with_the_same_gaps() -> None:
    table = json.loads(resource_path("icons", "titles_de.json").read_text("utf-8"))
    for english, german in table.items():
        gaps = [sorted(f for _, f, _, _ in string.Formatter().parse(text) if f) for text in (english, german)]
        assert gaps[0] == gaps[1]
    said = [product_sayings(one, name, 70) for one in (*STORY_IDS, *PHOTO_IDS) for name in ("Karl", "")]
    for phrase in (*icon_sayings().values(), *chain.from_iterable(said)):
        assert in_language(phrase, "de") != str(phrase)


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
    for real in REAL:
        assert 1 < len(variants(real)) <= MOST_VERSIONS
        assert variants(real)[0] == ()


PASSIONS = st.text(max_size=40) | st.sampled_from(["fishing", "🎣", "hates cats", "Kaffee", "glorbling"])
STORIES = st.builds(
    Story,
    name=st.text(max_size=60) | st.sampled_from(["Karl", "Oma Erna", "{name}"]),
    age=st.none() | st.integers(-5, 500),
    passions=st.lists(PASSIONS, max_size=6).map(tuple),
    quirk=st.text(max_size=80),
    occasion=st.sampled_from(["", *OCCASIONS, "nonsense"]),
    text_lines=st.lists(st.text(max_size=50), max_size=4).map(tuple),
    free_text=st.text(max_size=300),
    icons=st.lists(st.tuples(PASSIONS, st.sampled_from(["", "fa6s:ship"])), max_size=3).map(tuple),
)


@settings(max_examples=80, deadline=None)
@given(
    STORIES,
    st.integers(0, 3),
    st.integers(1, 9),
    st.integers(0, 40),
    st.sets(st.sampled_from(PRODUCTS), min_size=1).map(lambda some: tuple(p for p in PRODUCTS if p in some)),
)
def test_any_story_is_planned(
    story: Story, photo_count: int, seed: int, start: int, products: tuple[ProductInfo, ...]
) -> None:
    """Deterministic, without repeats, page by page the same row, neighbours of different colours."""
    brief = Brief(story, photos(photo_count), seed)
    row = plan_concepts(brief, products, start + 12)
    assert row == plan_concepts(brief, products, start + 12)
    assert row[start:] == plan_concepts(brief, products, 12, start)
    assert len({plan.id for plan in row}) == len(row)
    assert all(plan.id == plan.recipe.digest[:16] for plan in row)
    assert all(plan.title.strip() and plan.kind for plan in row)
    assert all(a.colour != b.colour for a, b in pairwise(row))
    assert {plan.colour for plan in row} <= set(COLOURS) <= set(CLAY_COLOURS)
    assert all((plan.recipe.photo is None) == (plan.recipe.product_id in STORY_IDS) for plan in row)


def test_a_story_of_ten_thousand_characters_is_planned() -> None:
    for text in ("x" * 10_000, "fishing, " * 1_111, "Ärger 🎣 " * 1_250, "a " * 5_000):
        assert plan_concepts(Brief(Story(free_text=text)), REAL, 4)
