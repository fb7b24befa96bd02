"""What every keepsake product is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Backlight, Camera, ProductInfo


@dataclass(frozen=True)
class Sculpture:
    """A product's mesh, standing as it is to be printed, and how to look at it.

    Attributes
    ----------
    mesh : MeshModel
        Watertight also after vertices are merged by position, one body, lowest point at z = 0,
        centred on x = y = 0.
    camera : Camera
        For the concept picture.
    backlight : Backlight or None
        For lithophanes.
    """

    mesh: MeshModel
    camera: Camera = Camera()
    backlight: Backlight | None = None


class Product(Protocol):
    """A keepsake product: one file, one line in the catalog.

    ``build`` is deterministic: equal recipes give equal meshes. ``detail="draft"`` may use a coarser
    pitch of the same recipe, for the card; ``"final"`` is what is printed. It raises
    ``InputError`` when the recipe lacks what the product needs, ``MeshError`` when no sound solid
    came out, and ``Cancelled``.
    """

    @property
    def info(self) -> ProductInfo:
        """Id, label, fields, source."""
        ...

    @property
    def id(self) -> str:
        """Same as ``info.id``."""
        ...

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        ...
