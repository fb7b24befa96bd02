"""What a person's choices do to a recipe. Pure: a recipe goes in, another one comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import (
    Braille,
    Emblem,
    Foot,
    Lettering,
    Pedestal,
    PedestalStyle,
    QrCode,
    Spot,
)

NO_PEDESTAL = "none"
_WALLS = (Spot(angle_deg=180.0), Spot(angle_deg=90.0), Spot(angle_deg=270.0))
_FLATS = (Spot(on="back"), Spot(on="front"), Spot(on="top"))


def with_pedestal(recipe: KeepsakeRecipe, style: PedestalStyle | str) -> KeepsakeRecipe:
    """Stand the figure on a pedestal of a style, or on none (:data:`NO_PEDESTAL`).

    What was chosen of one style's measures holds for the next. Without a pedestal the figure stands by
    itself, and what was written on the wall goes to the back.
    """
    present = recipe.first(Pedestal)
    if style == NO_PEDESTAL:
        if present is None:
            return recipe
        return _off_the_wall(recipe.without(Pedestal).with_step(Foot()))
    wanted = replace(present, style=style) if present is not None else Pedestal(style=style)  # type: ignore[arg-type]
    return recipe.without(Foot).with_step(wanted)


def _off_the_wall(recipe: KeepsakeRecipe) -> KeepsakeRecipe:
    steps = tuple(
        replace(step, spot=Spot(on="back")) if isinstance(step, Lettering) and on_wall(step) else step
        for step in recipe.steps
    )
    return replace(recipe, steps=steps)


def on_wall(step: Lettering) -> bool:
    """Tell whether a text stands on the pedestal."""
    return step.spot.on == "pedestal"


def letterings(recipe: KeepsakeRecipe) -> tuple[tuple[int, Lettering], ...]:
    """Return every text with its place in the recipe."""
    return tuple((i, step) for i, step in enumerate(recipe.steps) if isinstance(step, Lettering))


def with_lettering(recipe: KeepsakeRecipe, ordinal: int, step: Lettering) -> KeepsakeRecipe:
    """Put a text in the place of the ``ordinal``-th one, or behind all; without words it is gone.

    A text on the pedestal brings a pedestal with it.
    """
    there = letterings(recipe)
    number = there[ordinal][0] if ordinal < len(there) else None
    if not any(line.strip() for line in step.lines):
        return recipe if number is None else recipe.without(number)
    recipe = recipe.with_step(step, number)
    if on_wall(step) and recipe.first(Pedestal) is None:
        recipe = with_pedestal(recipe, "round")
    return recipe


def new_lettering(recipe: KeepsakeRecipe) -> Lettering:
    """Return a text without words where there is still room: the pedestal, then the back, then the front."""
    return Lettering(spot=free_spot(recipe, (Spot(), *_FLATS)))


def free_spot(recipe: KeepsakeRecipe, wanted: Sequence[Spot] = ()) -> Spot:
    """Return the first place where nothing is written or drawn yet: round the wall, then on the figure.

    Parameters
    ----------
    wanted : sequence of Spot
        In place of the usual ones.
    """
    walls = _WALLS if recipe.first(Pedestal) is not None else ()
    taken = {
        (step.spot.on, step.spot.angle_deg)
        for step in recipe.steps
        if isinstance(step, Lettering | Emblem | QrCode | Braille)
    }
    places = tuple(wanted) or (*walls, *_FLATS)
    return next((spot for spot in places if (spot.on, spot.angle_deg) not in taken), places[-1])
