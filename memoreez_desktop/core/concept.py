"""A concept: a recipe for a keepsake and the picture of the very mesh the recipe makes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Literal

from memoreez_desktop.core.provider import ParamValue
from memoreez_desktop.core.story import PhotoRef, Story

if TYPE_CHECKING:
    # The window's first page knows concepts; numpy, which findings need, would cost it 0.1 s.
    from memoreez_desktop.core.finding import Finding

Detail = Literal["draft", "final"]


@dataclass(frozen=True)
class Recipe:
    """Everything that affects the shape of a keepsake; equal recipes give equal meshes.

    Attributes
    ----------
    product_id : str
        A member of the product catalog.
    params : tuple of (name, value)
        Product parameters that differ from the defaults, sorted by name.
    story : Story
        The words the product may write.
    photo : PhotoRef or None
        The photo the product is made from.
    seed : int
        The same seed gives the same keepsake.
    """

    product_id: str
    params: tuple[tuple[str, ParamValue], ...] = ()
    story: Story = Story()
    photo: PhotoRef | None = None
    seed: int = 1

    def with_params(self, **values: ParamValue) -> Recipe:
        """Return a recipe with some parameters set anew."""
        merged = {**dict(self.params), **values}
        return replace(self, params=tuple(sorted(merged.items())))

    @property
    def digest(self) -> str:
        """SHA-256 over everything that affects the shape; where a photo lies does not."""
        told = self.story
        content: dict[str, object] = {
            "product": self.product_id,
            "params": [list(pair) for pair in self.params],
            "story": [
                told.name,
                told.age,
                list(told.passions),
                told.quirk,
                told.occasion,
                list(told.text_lines),
                told.free_text,
            ],
            "photo": self.photo.digest if self.photo else None,
            "seed": self.seed,
        }
        if self.photo and not self.photo.edit.is_nothing:
            content["edit"] = asdict(self.photo.edit)
        if told.icons:
            content["icons"] = [list(pair) for pair in told.icons]
        text = json.dumps(content, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class ConceptPlan:
    """A concept that is going to be drawn: enough for a placeholder card.

    ``title`` is written for people ("Gone fishing"), ``kind`` is the product's label ("Medallion"),
    ``provider`` tells who draws it and ``colour`` names a filament colour of ``geometry.clay``.
    """

    id: str
    title: str
    kind: str
    recipe: Recipe
    provider: str = "studio"
    colour: str = "cream"


@dataclass(frozen=True)
class ConceptStats:
    """What was really computed from the concept's own mesh.

    ``time_s`` and ``filament_g`` are rough (from the areas of its layers); the slicer gives the exact ones.
    ``smallest_mm`` is the width of its narrowest part that matters, 0.0 when it was not looked for.
    """

    size_mm: tuple[float, float, float]
    triangles: int
    volume_mm3: float
    watertight: bool
    time_s: float
    filament_g: float
    findings: tuple[Finding, ...] = ()
    smallest_mm: float = 0.0


@dataclass(frozen=True)
class Concept:
    """A drawn concept.

    ``picture_png`` is a square RGBA picture of the recipe's mesh on a transparent ground.
    """

    plan: ConceptPlan
    picture_png: bytes
    stats: ConceptStats
    seconds: float = 0.0
