"""What a person's choices do to a recipe, and whose verdict belongs to which typed letter."""

import pytest

from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import STEP_TYPES, Emblem, Foot, Lettering, Pedestal, Spot
from memoreez_desktop.core.step_notes import LetterVerdict
from memoreez_desktop.ui.studio.letter_match import Letter, clusters, judged, retyped
from memoreez_desktop.ui.studio.recipe_edits import (
    NO_PEDESTAL,
    free_spot,
    letterings,
    new_lettering,
    with_lettering,
    with_pedestal,
)
from memoreez_desktop.ui.studio.step_words import LOOKS, label_of

STANDING = KeepsakeRecipe((Foot(),))
KARL = Lettering(("KARL",))


def levels(letters: list[Letter]) -> list[str]:
    return [letter.level for letter in letters]


def said(line: str, **wrong: str) -> tuple[LetterVerdict, ...]:
    return tuple(LetterVerdict(c, wrong.get(c, "good"), 0.5) for c in line)


class TestPedestal:
    def test_it_takes_the_foot_s_place_and_gives_it_back(self):
        on = with_pedestal(STANDING, "oval")
        assert on.steps == (Pedestal(style="oval"),)
        assert with_pedestal(on, NO_PEDESTAL) == STANDING

    def test_another_style_keeps_its_measures_and_never_stacks(self):
        on = KeepsakeRecipe((Pedestal("round", width_mm=50.0),))
        assert with_pedestal(on, "heart").steps == (Pedestal("heart", width_mm=50.0),)

    def test_without_one_its_words_go_to_the_back(self):
        on = with_lettering(STANDING, 0, KARL)
        off = with_pedestal(on, NO_PEDESTAL)
        assert [step.spot.on for _, step in letterings(off)] == ["back"]

    def test_none_without_one_is_no_change(self):
        assert with_pedestal(STANDING, NO_PEDESTAL) is STANDING


class TestLettering:
    def test_words_on_the_wall_bring_a_pedestal(self):
        assert with_lettering(STANDING, 0, KARL).first(Pedestal) == Pedestal("round")

    def test_words_elsewhere_do_not(self):
        there = with_lettering(STANDING, 0, Lettering(("KARL",), Spot("back")))
        assert there.first(Pedestal) is None

    def test_a_text_without_words_is_gone_and_only_that(self):
        two = with_lettering(with_lettering(STANDING, 0, KARL), 1, Lettering(("B",), Spot("back")))
        one = with_lettering(two, 0, Lettering((" ",)))
        assert [step.lines for _, step in letterings(one)] == [("B",)]
        assert one.first(Pedestal) is not None

    def test_the_next_text_lies_where_there_is_room(self):
        recipe = STANDING
        places = []
        for number in range(4):
            step = new_lettering(recipe)
            places.append(step.spot.on)
            recipe = with_lettering(recipe, number, Lettering(("x",), step.spot))
        assert places == ["pedestal", "back", "front", "top"]


def test_what_is_added_lies_where_nothing_is_yet():
    recipe = with_pedestal(STANDING, "round")
    places = []
    for _ in range(5):
        spot = free_spot(recipe)
        places.append((spot.on, spot.angle_deg))
        recipe = recipe.with_step(Emblem("mdi6:fish", spot=spot))
    assert places == [
        ("pedestal", 180.0),
        ("pedestal", 90.0),
        ("pedestal", 270.0),
        ("back", 0.0),
        ("front", 0.0),
    ]
    assert free_spot(STANDING).on == "back"


@pytest.mark.parametrize("kind", STEP_TYPES, ids=lambda kind: kind.kind)
def test_every_step_has_a_name_and_an_icon(kind, icon_book):
    assert label_of(kind())
    assert icon_book.has(LOOKS[kind.kind].icon)


class TestLetters:
    def test_a_family_and_an_accent_are_one_letter(self):
        assert clusters("e\u0301👨‍👩‍👧A") == ["e\u0301", "👨‍👩‍👧", "A"]

    def test_lines_that_were_wrapped_are_told_by_the_typed_ones(self):
        letters = judged(["GRANDPA KARL"], (said("GRANDPA"), said("KARL", K="thin")))
        assert levels(letters[0]) == ["good"] * 7 + [""] + ["thin"] + ["good"] * 3

    def test_what_was_typed_since_is_not_known(self):
        letters = judged(["KARLA", "X"], (said("KARL"), said("X")))
        assert levels(letters[0]) == ["good"] * 4 + [""]
        assert levels(letters[1]) == [""]

    def test_while_typing_the_letters_around_keep_their_verdicts(self):
        before = [Letter("A", "good"), Letter("B", "thin"), Letter("C", "good")]
        assert levels(retyped("AxBC", before)) == ["good", "", "thin", "good"]
        assert levels(retyped("AC", before)) == ["good", "good"]
        assert levels(retyped("ABCC", before)) == ["good", "thin", "good", ""]
        assert retyped("", before) == []
