"""Importing and compiling once what every job will want.

Run by each fresh geometry process, and by ``python -m memoreez_desktop.services.warm`` when the program is
set up, which leaves the compiled kernels in numba's cache.
"""

from __future__ import annotations

from memoreez_desktop.concepts.offline import plan_concepts
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.geometry import clay
from memoreez_desktop.imaging.photo import load_photo
from memoreez_desktop.services import (  # noqa: F401 - importing them is the purpose
    check_model,
    make_keepsake,
    preview,
    repair_model,
    slice_keepsake,
)
from memoreez_desktop.services.catalogs import product_infos
from memoreez_desktop.services.load_photos import reference_photo
from memoreez_desktop.services.make_concepts import draw_concept
from memoreez_desktop.slicing.builtin import warm as slicer

_SAMPLE = ("samples", "photo.jpg")


def warm_everything() -> None:
    """Compile or load every kernel, and walk once through the libraries a concept needs."""
    clay.warm_kernels()
    slicer.warm_kernels()
    _draw_one_of_each()


def _draw_one_of_each() -> None:
    """Draw one small concept from a photo and one from a story: the first real one then pays nothing."""
    sample = resource_path(*_SAMPLE)
    photos = (reference_photo(sample),) if sample.is_file() else ()
    if photos:
        load_photo(photos[0].path, 64)
    brief = Brief(Story(name="A", passions=("music",)), photos)
    drawn: set[str] = set()
    for plan in plan_concepts(brief, product_infos(), 4 * len(product_infos())):
        if plan.recipe.product_id in drawn:
            continue
        drawn.add(plan.recipe.product_id)
        try:
            draw_concept(plan, JobContext())
        except MemoreezError:
            continue  # the person who asks for this one will be told; warming up is no reason to fail


if __name__ == "__main__":
    warm_everything()
