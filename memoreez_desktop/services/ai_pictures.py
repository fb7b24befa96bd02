"""A picture from a service becomes a concept: measured, made into a keepsake, kept with its origin."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np

from memoreez_desktop.core.concept import Concept, ConceptPlan
from memoreez_desktop.core.errors import InputError, MeshError
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.photo_edit import UNTOUCHED, SubjectWish
from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.concept_preflight import Mask, Preflight, check_concept_picture
from memoreez_desktop.imaging.photo import load_photo
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.services.ai_origin import Origin, png_with_origin
from memoreez_desktop.services.make_concepts import PICTURE_PX, draw_concept

MEASURED_HEIGHT_MM = 90.0
"""The height at which a picture is measured: a relief figurine's own."""
PICTURE_PRODUCTS = ("relief-figurine", "relief-medallion", "relief-plaque")
"""What a picture may become, the most asking first."""
_MEDALS = ("relief-medallion", "relief-plaque")
_SCENES = ("relief-plaque",)
_MARGIN_RATIO = 0.02
_MEASURED_PX = 640


def shape_picture(plan: ConceptPlan, origin: Origin, job: JobContext) -> Concept:
    """Make a concept of a picture that came, with the picture itself on its card.

    A module-level function of picklable values: the window runs it in a child process. The keepsake is the
    first that can be made: a figure or a medal of the subject, else a plaque of the whole picture.

    Parameters
    ----------
    plan : ConceptPlan
        Its recipe's photo is the picture.

    Raises
    ------
    InputError, MeshError
        Nothing can be made of it, in words.
    Cancelled
    """
    if plan.recipe.photo is None:
        raise InputError(say("There is no picture to make a keepsake of."))
    begun = time.perf_counter()
    path = plan.recipe.photo.path
    checked = check_concept_picture(load_photo(path, _MEASURED_PX), MEASURED_HEIGHT_MM)
    card = png_with_origin(path.read_bytes(), origin, PICTURE_PX)
    job.progress(0.1, say("Measuring the picture"))
    concept = _first_that_works(plan, origin, checked, stage(job, 0.1, 1.0))
    stats = replace(concept.stats, findings=(*checked.findings, *concept.stats.findings))
    return Concept(concept.plan, card, stats, time.perf_counter() - begun)


def products_for(character: str, checked: Preflight) -> tuple[str, ...]:
    """Return the products to try for a picture, the most fitting first."""
    if not checked.has_subject:
        return _SCENES
    return PICTURE_PRODUCTS if character in ("whimsical", "heroic") else _MEDALS


def _first_that_works(plan: ConceptPlan, origin: Origin, checked: Preflight, job: JobContext) -> Concept:
    *others, last = products_for(origin.character, checked)
    for product_id in others:
        try:
            return draw_concept(_for_product(plan, product_id, checked), job)
        except (InputError, MeshError):
            # The next one asks for less of the picture.
            continue
    return draw_concept(_for_product(plan, last, checked), job)


def _for_product(plan: ConceptPlan, product_id: str, checked: Preflight) -> ConceptPlan:
    label = product_catalog().get(product_id).info.label
    photo = plan.recipe.photo
    if photo is not None and checked.has_subject:
        wish = SubjectWish(box=_box(checked.mask))
        photo = replace(photo, edit=replace(UNTOUCHED, subject=wish))
    return replace(plan, kind=label, recipe=replace(plan.recipe, product_id=product_id, photo=photo))


def _box(mask: Mask) -> tuple[float, float, float, float]:
    """Return the box about the measured subject, in ratios of the picture."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    height, width = mask.shape
    return (
        max(0.0, float(columns[0] / width) - _MARGIN_RATIO),
        max(0.0, float(rows[0] / height) - _MARGIN_RATIO),
        min(1.0, float((columns[-1] + 1) / width) + _MARGIN_RATIO),
        min(1.0, float((rows[-1] + 1) / height) + _MARGIN_RATIO),
    )
