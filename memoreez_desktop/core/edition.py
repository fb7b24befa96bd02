"""An edition of a keepsake: everything that decides its bytes, as it was at one moment of the work on it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace

from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Foot
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.provider import FieldSpec, ParamValue
from memoreez_desktop.core.words import say

OWN_MODEL = "own-model"
_RAW = "raw"


@dataclass(frozen=True)
class Edition:
    """A raw sculpture and the steps over it; equal editions give equal meshes.

    Attributes
    ----------
    plan : ConceptPlan
        Title, colour and the recipe of the raw sculpture; for a model that was brought as a file
        ``recipe.product_id`` is :data:`OWN_MODEL` and its one parameter names the untouched mesh in the
        library.
    steps : KeepsakeRecipe
        What is done to the raw sculpture.
    repaired : bool
        Climb the repair ladder before the steps.
    factor : float
        The brought model as it was read, times this, is in mm.
    left : frozenset of str
        Ids of repair steps that were undone.
    """

    plan: ConceptPlan
    steps: KeepsakeRecipe = KeepsakeRecipe()
    repaired: bool = False
    factor: float = 1.0
    left: frozenset[str] = frozenset()

    @property
    def is_own(self) -> bool:
        """True for a model that was brought as a file."""
        return self.plan.recipe.product_id == OWN_MODEL

    @property
    def raw_digest(self) -> str:
        """The brought model in the library, untouched; empty for concepts."""
        return str(dict(self.plan.recipe.params).get(_RAW, "")) if self.is_own else ""

    @property
    def raw_key(self) -> str:
        """SHA-256 of everything that decides the raw sculpture; steps, title and colour do not."""
        content = [self.plan.recipe.digest, self.repaired, self.factor, sorted(self.left)]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()

    def with_value(self, info: ProductInfo, field_id: str, value: ParamValue) -> Edition:
        """Set one parameter; a value equal to the default is left out, so that equal is equal."""
        defaults = {field.id: field.default for field in info.fields}
        values = {**dict(self.plan.recipe.params), field_id: value}
        kept = tuple(sorted((k, v) for k, v in values.items() if defaults.get(k) != v))
        return self.with_recipe(replace(self.plan.recipe, params=kept))

    def with_lines(self, lines: tuple[str, ...]) -> Edition:
        """Let the product write other words; none lets it choose."""
        recipe = self.plan.recipe
        return self.with_recipe(replace(recipe, story=replace(recipe.story, text_lines=lines)))

    def with_recipe(self, recipe: Recipe) -> Edition:
        """Sculpt another raw one under the same name."""
        return replace(self, plan=replace(self.plan, recipe=recipe))

    def with_steps(self, steps: KeepsakeRecipe) -> Edition:
        """Do something else to the same raw sculpture."""
        return replace(self, steps=steps)


@dataclass(frozen=True)
class Entry:
    """One place in the history of a keepsake. Two are equal when their editions are.

    Attributes
    ----------
    label : str
        What was changed, for people ("Pedestal: oval").
    number : int
        Its place; larger ones came later, some may be missing.
    mesh_digest : str
        What it became, once it was made; empty until then.
    """

    edition: Edition
    label: str = field(default="", compare=False)
    number: int = field(default=0, compare=False)
    mesh_digest: str = field(default="", compare=False)


def own_edition(title: str, raw_digest: str, factor: float = 1.0) -> Edition:
    """Return the first edition of a model that was brought as a file: mended, and it stands."""
    recipe = Recipe(OWN_MODEL, ((_RAW, raw_digest),))
    plan = ConceptPlan(f"own-{raw_digest[:16]}", title, say("Your own model"), recipe, "file")
    return Edition(plan, KeepsakeRecipe((Foot(),)), repaired=True, factor=factor)


def size_field(info: ProductInfo | None) -> FieldSpec | None:
    """Return a product's main size: its first length."""
    fields = info.fields if info is not None else ()
    return next((f for f in fields if f.kind in ("float", "int") and f.unit == "mm"), None)


def value_of(edition: Edition, field: FieldSpec) -> ParamValue:
    """Return the present value of a parameter."""
    return dict(edition.plan.recipe.params).get(field.id, field.default)
