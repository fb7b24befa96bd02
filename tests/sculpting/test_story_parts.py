"""The parts keepsakes from a story are made of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Story
from memoreez_desktop.geometry.shapes import bounds, drop_thin, empty, offset, rectangle
from memoreez_desktop.geometry.solids import to_solid
from memoreez_desktop.sculpting.api import Product
from memoreez_desktop.sculpting.cake_topper import CakeTopper
from memoreez_desktop.sculpting.emblems import emblem_ids
from memoreez_desktop.sculpting.icon_medallion import IconMedallion
from memoreez_desktop.sculpting.ornament import Ornament
from memoreez_desktop.sculpting.parameters import Parameters
from memoreez_desktop.sculpting.ribbon import ribbon
from memoreez_desktop.sculpting.shield import (
    HATCH_MM,
    RIM_MM,
    hatching,
    shield_bars,
    shield_fields,
    shield_outline,
)
from memoreez_desktop.sculpting.story_crest import StoryCrest
from memoreez_desktop.sculpting.story_tree import StoryTree

TOLD = Story(name="Karl", passions=("fishing", "tractors", "angling", "coffee"), occasion="birthday")


def symbols(story: Story = TOLD, **params: str) -> tuple[str, ...]:
    recipe = Recipe("story-crest", story=story).with_params(**params)
    return emblem_ids(recipe, Parameters(recipe, StoryCrest().info))


def test_symbols_come_from_the_passions_in_order_and_none_twice() -> None:
    assert symbols() == ("mdi6:fish", "fa6s:tractor", "fa6s:mug-hot", "fa6s:cake-candles")
    assert symbols(icon="fa6s:tractor")[:2] == ("fa6s:tractor", "mdi6:fish")
    assert symbols(icon_3="chess")[2].endswith(("chess-knight", "chess"))
    chosen = replace(TOLD, icons=(("Tractors", "mdi6:tractor-variant"), ("coffee", "")))
    assert symbols(chosen) == ("mdi6:fish", "mdi6:tractor-variant", "fa6s:cake-candles")
    assert symbols(Story(name="Karl")) == ("letter:K",)
    assert symbols(Story(name="Karl"), icon_2="mdi6:fish") == ("letter:K", "mdi6:fish")


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_the_fields_of_a_shield_fill_it_without_overlapping(count: int) -> None:
    inner = offset(shield_outline(), -RIM_MM)
    fields = shield_fields(count, inner)
    assert len(fields) == count
    assert sum(field.shape.area() for field in fields) == pytest.approx(inner.area(), rel=1e-3)
    for field in fields:
        assert not (field.shape ^ shield_bars(count, inner) ^ inner).area() > 0.2 * field.shape.area()


def test_hatching_keeps_clear_of_the_picture_and_holds_no_crumbs() -> None:
    inner = offset(shield_outline(), -RIM_MM)
    field = shield_fields(4, inner)[1]
    picture = offset(shield_outline().scale((0.2, 0.2)), 0.0).translate(field.middle_mm)
    lines = hatching(field, offset(picture, 1.4))
    assert (lines ^ offset(picture, 1.3)).is_empty()
    assert min(line.area() for line in lines.decompose()) > 1.0


def test_a_ribbon_is_bent_down_and_its_letters_stay_on_its_band() -> None:
    drawn = ribbon(("GRANDPA KARL",), 190.0, 14.0, 100.0, 8.0)
    assert (drawn.letters - offset(drawn.band, -0.8)).is_empty()
    assert bounds(drawn.tails)[1] < bounds(drawn.band)[1]
    assert not (drawn.folds ^ drawn.tails).is_empty()
    with pytest.raises(InputError, match="too long"):
        ribbon(("X" * 30,), 100.0, 10.0, 50.0, 8.0)


def test_the_number_of_a_topper_is_asked_for_or_told() -> None:
    def mesh_digest(story: Story, **params: str) -> str:
        recipe = Recipe("cake-topper", story=story).with_params(**params)
        return CakeTopper().build(recipe, "draft", JobContext()).mesh.digest

    told = mesh_digest(Story(name="Karl", age=70))
    assert mesh_digest(Story(name="Karl"), number="70") == told
    assert mesh_digest(Story(name="Karl", quirk="Turns 70")) == told
    assert mesh_digest(Story(name="Karl")) != told
    with pytest.raises(InputError, match="number"):
        mesh_digest(Story(name="Karl"), number="12345")


@pytest.mark.parametrize("width", [90.0, 118.0, 200.0])
def test_hatching_is_never_thinner_than_two_nozzles(width: float) -> None:
    scale = width / 118.0
    inner = offset(shield_outline(), -RIM_MM)
    lines = hatching(shield_fields(2, inner)[1], empty(), HATCH_MM / min(scale, 1.0)).scale((scale, scale))
    assert drop_thin(lines, 0.8).area() > 0.9 * lines.area()


HANGING = [
    (product, field.id, value)
    for product in (IconMedallion(), Ornament(), StoryTree())
    for field in product.info.fields
    if field.kind == "choice"
    for value, _ in field.choices
]


@pytest.mark.parametrize(
    ("product", "field", "value"), HANGING, ids=[f"{case[0].id}-{case[2]}" for case in HANGING]
)
def test_a_ribbon_goes_through_the_loop(product: Product, field: str, value: str) -> None:
    recipe = Recipe(product.id, story=TOLD).with_params(**{field: value})
    mesh = product.build(recipe, "draft", JobContext()).mesh
    top = float(mesh.bounds_mm[1, 1])
    for height in (0.5, 2.0, 2.8):
        cut = to_solid(mesh).slice(height)
        free = rectangle(6.0, 9.0).translate((0.0, top - 5.5)) - cut
        # The hole is 4.4 mm wide; what lies beside the loop does not count.
        inside = [part for part in free.decompose() if part.bounds()[3] < top - 2.0]
        assert max(part.area() for part in inside) > 0.9 * 3.14159 * 2.1**2
