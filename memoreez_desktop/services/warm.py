"""Importing and compiling once what every job will want.

Run by each fresh geometry process, and by ``python -m memoreez_desktop.services.warm`` when the program is
set up, which leaves the compiled kernels in numba's cache.
"""

from __future__ import annotations

from collections.abc import Sequence

from memoreez_desktop.concepts.offline import plan_concepts
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.geometry import clay, mesh_warm, thickening
from memoreez_desktop.imaging.photo import load_photo
from memoreez_desktop.printability.ladder import warm as ladder
from memoreez_desktop.printability.orientation import warm as orientation
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.services import (  # noqa: F401 - importing them is the purpose
    check_model,
    open_model,
    preview,
    repair_model,
    shape_keepsake,
    slice_keepsake,
)
from memoreez_desktop.services.load_photos import reference_photo
from memoreez_desktop.services.make_concepts import draw_concept
from memoreez_desktop.slicing.builtin import warm as slicer

_SAMPLE = ("samples", "photo.jpg")
# Between them they use every library and nearly every kernel; drawing all would keep a process busy for long.
_FIRST = ("relief-medallion", "lithophane", "icon-medallion", "icon-figurine")


def warm_everything(*, every_product: bool = False) -> None:
    """Compile or load every kernel, and walk once through the libraries a concept needs.

    Parameters
    ----------
    every_product : bool
        Draw one of each, so that no kernel of any product is left to compile: when the program is set up.
    """
    clay.warm_kernels()
    slicer.warm_kernels()
    mesh_warm.warm_kernels()
    thickening.warm_kernels()
    ladder.warm_kernels()
    orientation.warm_kernels()
    _draw_some(product_catalog().ids if every_product else _FIRST)


def _draw_some(product_ids: Sequence[str]) -> None:
    """Draw small concepts from a photo and from a story: the first real one then pays nothing."""
    sample = resource_path(*_SAMPLE)
    photos = (reference_photo(sample),) if sample.is_file() else ()
    if photos:
        load_photo(photos[0].path, 64)
    brief = Brief(Story(name="A", passions=("music",)), photos)
    for product_id in product_ids:
        try:
            for plan in plan_concepts(brief, (product_catalog().get(product_id).info,), 1):
                draw_concept(plan, JobContext())
        except MemoreezError:
            continue  # the person who asks for this one will be told; warming up is no reason to fail


if __name__ == "__main__":
    warm_everything(every_product=True)
