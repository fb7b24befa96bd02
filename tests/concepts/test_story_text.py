"""Stories told in one go: who, what they love, what they do not, when."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.concepts.story_text import MOST_PASSIONS, complete_story, parse_story
from memoreez_desktop.core.story import OCCASIONS, Story

STORIES = [
    (
        "Grandpa Karl, loves fishing, tractors and strong coffee; hates Mondays; 70th birthday",
        Story("Grandpa Karl", 70, ("fishing", "tractors", "strong coffee"), "Hates Mondays", "birthday"),
    ),
    (
        "Opa Karl liebt Angeln, Traktoren und starken Kaffee, hasst Montage. 70. Geburtstag",
        Story("Opa Karl", 70, ("Angeln", "Traktoren", "starken Kaffee"), "Hasst Montage", "birthday"),
    ),
    (
        "For my sister Anna who graduated in 2026, plays violin, runs marathons and can't stand spiders",
        Story("Anna", None, ("violin", "marathons"), "Can't stand spiders", "graduation"),
    ),
    (
        "Meine Schwester Anna mag Stricken, Yoga und Rotwein, aber keine Spinnen",
        Story("Anna", None, ("Stricken", "Yoga", "Rotwein"), "Keine Spinnen", ""),
    ),
    (
        "Tom turns 40. Motorcycles, barbecue, heavy metal.",
        Story("Tom", 40, ("Motorcycles", "barbecue", "heavy metal"), "", "birthday"),
    ),
    (
        "Wedding of Lisa and Marco, they met while sailing; both adore pizza and their cat",
        Story("Lisa & Marco", None, ("sailing", "pizza", "cat"), "", "wedding"),
    ),
    (
        "Für Oma Erna zum 80. Geburtstag: sie backt gerne Kuchen, liebt ihren Garten und mag Regen nicht.",
        Story("Oma Erna", 80, ("Kuchen", "Garten"), "Mag Regen nicht", "birthday"),
    ),
    (
        "Jürgen ist 50, fährt Motorrad, sammelt Briefmarken und kann Montage nicht ausstehen",
        Story("Jürgen", 50, ("Motorrad", "Briefmarken"), "Kann Montage nicht ausstehen", ""),
    ),
    ("My dad loves golf but hates losing", Story("Dad", None, ("golf",), "Hates losing", "")),
    ("Karl", Story("Karl")),
    (
        "She loves coffee without sugar and doesn't like tea",
        Story("", None, ("coffee",), "Doesn't like tea", ""),
    ),
]
NEVER_SUBJECTS = [
    ("hates dogs, cats and birds; loves fish", {"fish"}),
    ("Loves dogs. Allergic to cats.", {"dogs"}),
    ("mag Hunde, hasst Katzen, aber liebt Pferde", {"Hunde", "Pferde"}),
    ("never drinks beer; likes wine", {"wine"}),
    ("She is not a fan of football, she loves tennis", {"tennis"}),
    ("liebt Tee, trinkt keinen Kaffee", {"Tee"}),
]


@pytest.mark.parametrize(("text", "story"), STORIES, ids=[text[:24] for text, _ in STORIES])
def test_a_story_is_read(text: str, story: Story) -> None:
    read = parse_story(text)
    assert read.free_text == text
    assert (read.name, read.age, read.passions, read.quirk, read.occasion) == (
        story.name,
        story.age,
        story.passions,
        story.quirk,
        story.occasion,
    )


@pytest.mark.parametrize(("text", "passions"), NEVER_SUBJECTS)
def test_what_is_disliked_is_never_a_passion(text: str, passions: set[str]) -> None:
    assert set(parse_story(text).passions) == passions


def test_what_was_typed_stays_and_gaps_are_filled() -> None:
    typed = Story(
        name="Karl", passions=("chess",), free_text="Grandpa Otto loves fishing, hates rain, turns 70"
    )
    whole = complete_story(typed)
    assert (whole.name, whole.age, whole.quirk) == ("Karl", 70, "Hates rain")
    assert whole.passions == ("chess", "fishing")


def test_a_typed_dislike_becomes_the_quirk() -> None:
    whole = complete_story(Story(name="Karl", passions=("hates spinach", "sailing")))
    assert whole.passions == ("sailing",)
    assert whole.quirk == "Hates spinach"


@pytest.mark.parametrize("text", ["2026", "age 0", "is 180 cm tall", "the 1990s", "is 999"])
def test_not_every_number_is_an_age(text: str) -> None:
    assert parse_story(text).age is None


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=400)
    | st.from_regex(r"[A-Z][a-z]+ (loves|hates|mag|turns) [\w ,.;!&-]{0,80}", fullmatch=True)
)
def test_any_text_is_survived(text: str) -> None:
    story = parse_story(text)
    assert story.free_text == text
    assert len(story.passions) <= MOST_PASSIONS
    assert story.age is None or 1 <= story.age <= 120
    assert story.occasion in ("", *OCCASIONS)
    assert complete_story(story).passions == complete_story(complete_story(story)).passions


def test_a_very_long_story_is_read_from_its_beginning() -> None:
    story = parse_story("Karl loves fishing. " + "and so on 🎣 " * 900)
    assert story.name == "Karl"
    assert "fishing" in story.passions
