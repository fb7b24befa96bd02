"""What the Studio is working on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.provider import FieldSpec, ParamValue
from memoreez_desktop.core.words import say

OWN_MODEL = "own-model"
_RAW = "raw"


@dataclass(frozen=True)
class Draft:
    """Everything that decides which mesh is built; equal drafts give equal meshes.

    Attributes
    ----------
    plan : ConceptPlan
        Title, colour and recipe; for a model that was brought as a file ``recipe.product_id`` is
        :data:`OWN_MODEL` and its one parameter names the untouched mesh in the library.
    height_mm : float or None
        The brought model's height; None leaves it as it came.
    repaired : bool
        Climb the repair ladder after building.
    factor : float
        The brought model as it was read, times this, is in mm.
    left : frozenset of str
        Ids of repair steps that were undone.
    turned : bool
        A quarter turn on the bed, for what fits only that way.
    """

    plan: ConceptPlan
    height_mm: float | None = None
    repaired: bool = False
    factor: float = 1.0
    left: frozenset[str] = frozenset()
    turned: bool = False

    @property
    def is_own(self) -> bool:
        """True for a model that was brought as a file."""
        return self.plan.recipe.product_id == OWN_MODEL

    @property
    def raw_digest(self) -> str:
        """The brought model in the library, untouched; empty for concepts."""
        return str(dict(self.plan.recipe.params).get(_RAW, "")) if self.is_own else ""

    def with_value(self, info: ProductInfo, field_id: str, value: ParamValue) -> Draft:
        """Set one parameter; a value equal to the default is left out, so that equal is equal."""
        defaults = {field.id: field.default for field in info.fields}
        values = {**dict(self.plan.recipe.params), field_id: value}
        kept = tuple(sorted((k, v) for k, v in values.items() if defaults.get(k) != v))
        return self.with_recipe(replace(self.plan.recipe, params=kept))

    def with_lines(self, lines: tuple[str, ...]) -> Draft:
        """Write other words on it; none lets the product choose."""
        recipe = self.plan.recipe
        return self.with_recipe(replace(recipe, story=replace(recipe.story, text_lines=lines)))

    def with_recipe(self, recipe: Recipe) -> Draft:
        """Build another recipe under the same name."""
        return replace(self, plan=replace(self.plan, recipe=recipe))


def own_plan(title: str, raw_digest: str) -> ConceptPlan:
    """Return the plan of a model that was brought as a file."""
    recipe = Recipe(OWN_MODEL, ((_RAW, raw_digest),))
    return ConceptPlan(f"own-{raw_digest[:16]}", title, say("Your own model"), recipe, "file")


def size_field(info: ProductInfo | None) -> FieldSpec | None:
    """Return a product's main size: its first length."""
    fields = info.fields if info is not None else ()
    return next((f for f in fields if f.kind in ("float", "int") and f.unit == "mm"), None)


def value_of(draft: Draft, field: FieldSpec) -> ParamValue:
    """Return the present value of a parameter."""
    return dict(draft.plan.recipe.params).get(field.id, field.default)
