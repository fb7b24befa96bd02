"""What is different between two editions: enough to tell whether two changes are one."""

from __future__ import annotations

import dataclasses
from typing import TypeAlias

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe

Places: TypeAlias = frozenset[tuple[str, ...]]
"""Names of the values that are different."""


def places_of(before: Edition, after: Edition) -> Places:
    """Return where two editions differ."""
    places = set(_steps(before.steps, after.steps))
    places |= {(name,) for name in ("repaired", "factor", "left") if _differ(before, after, name)}
    if before.plan != after.plan:
        old, new = before.plan.recipe, after.plan.recipe
        params = dict(old.params).items() ^ dict(new.params).items()
        places |= {("parameter", name) for name, _value in params}
        places |= {
            ("recipe", name) for name in ("product_id", "story", "photo", "seed") if _differ(old, new, name)
        }
        places |= {
            ("plan", name) for name in ("title", "colour", "id") if _differ(before.plan, after.plan, name)
        }
    return frozenset(places)


def _steps(before: KeepsakeRecipe, after: KeepsakeRecipe) -> Places:
    kinds = [step.kind for step in before.steps]
    if kinds != [step.kind for step in after.steps]:
        # A step more or less is a change of its own, whatever was done a moment ago.
        return frozenset({("steps", *kinds, "became", *(step.kind for step in after.steps))})
    return frozenset(
        (str(number), old.kind, field.name)
        for number, (old, new) in enumerate(zip(before.steps, after.steps, strict=True))
        for field in dataclasses.fields(old)
        if _differ(old, new, field.name)
    )


def _differ(one: object, other: object, name: str) -> bool:
    return bool(getattr(one, name) != getattr(other, name))
