"""Several pictures on one keepsake: those asked for, and the story's passions in their order."""

from __future__ import annotations

from dataclasses import replace

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.story import Story
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.icon_shapes import ICON_PREFIXES
from memoreez_desktop.imaging.icon_words import OCCASION_ICONS, icon_for
from memoreez_desktop.sculpting.emblem import ICON_FIELD, emblem_id, letter_id
from memoreez_desktop.sculpting.parameters import Parameters

ICON_FIELDS: tuple[FieldSpec, ...] = (
    ICON_FIELD,
    replace(ICON_FIELD, id="icon_2", label=say("Second symbol")),
    replace(ICON_FIELD, id="icon_3", label=say("Third symbol")),
    replace(ICON_FIELD, id="icon_4", label=say("Fourth symbol")),
)
"""``icon`` to ``icon_4``: an empty one is taken from the story."""


def emblem_ids(recipe: Recipe, parameters: Parameters, count: int = 4) -> tuple[str, ...]:
    """Choose up to ``count`` symbols, the leading one first, none twice unless asked for.

    Returns
    -------
    tuple of str
        At least one; fewer than ``count`` when neither the fields nor the story name more.
    """
    chosen = [emblem_id(recipe, parameters)]
    told = [icon for icon in told_emblems(recipe.story) if icon != chosen[0]]
    for field in ICON_FIELDS[1:count]:
        wish = _wished(parameters.text(field.id))
        if wish:
            chosen.append(wish)
        else:
            fresh = next((icon for icon in told if icon not in chosen), "")
            if fresh:
                chosen.append(fresh)
    return tuple(chosen[:count])


def told_emblems(story: Story) -> tuple[str, ...]:
    """List the symbols of a story: its passions in order, then its occasion; each once.

    What a person chose for a passion comes before what the search finds for it.
    """
    chosen = [(passion, story.chosen_icon(passion)) for passion in story.passions]
    found = [icon_for(passion) if icon is None else icon for passion, icon in chosen]
    found.append(OCCASION_ICONS.get(story.occasion, ""))
    return tuple(dict.fromkeys(icon for icon in found if icon))


def _wished(wish: str) -> str:
    if not wish or wish.partition(":")[0] in (*ICON_PREFIXES, "letter"):
        return wish
    return icon_for(wish, letter_id(wish))
