"""A recipe becomes the real mesh that is printed."""

from __future__ import annotations

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.words import say
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.catalog import product_catalog


def make_sculpture(recipe: Recipe, job: JobContext) -> Sculpture:
    """Build the final mesh of a recipe; equal recipes give equal meshes.

    Raises
    ------
    UsageError
        The product is not known.
    InputError
        The recipe lacks what the product needs.
    MeshError
        No sound solid came out.
    Cancelled
    """
    product = product_catalog().get(recipe.product_id)
    job.progress(0.0, say("Sculpting: {product}", product=product.info.label))
    sculpture = product.build(recipe, "final", job)
    job.check_cancelled()
    return sculpture
