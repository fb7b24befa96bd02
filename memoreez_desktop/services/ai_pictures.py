"""A picture from a service becomes a concept: measured, made into a keepsake, kept with its origin."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass, field, replace

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from memoreez_desktop.core.concept import Concept, ConceptPlan
from memoreez_desktop.core.errors import InputError, MeshError
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.photo_edit import UNTOUCHED, SubjectWish
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.concept_preflight import Mask, Preflight, check_concept_picture
from memoreez_desktop.imaging.photo import load_photo
from memoreez_desktop.imaging.photo_edit import load_edited
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.services.make_concepts import PICTURE_PX, draw_concept

MEASURED_HEIGHT_MM = 90.0
"""The height at which a picture is measured: a relief figurine's own."""
PICTURE_PRODUCTS = ("relief-figurine", "relief-medallion", "relief-plaque")
"""What a picture may become, the most asking first."""
_MEDALS = ("relief-medallion", "relief-plaque")
_SCENES = ("relief-plaque",)
_MARGIN_RATIO = 0.02
_MEASURED_PX, _PHOTO_PX, _PHOTO_QUALITY = 640, 1024, 90
_LICENCES = (
    ("flux-1-schnell", "Apache-2.0"),
    ("flux-schnell", "Apache-2.0"),
    ("flux-2-klein-4b", "Apache-2.0"),
    ("flux-1-dev", "FLUX non-commercial"),
    ("flux-dev", "FLUX non-commercial"),
    ("flux-2-dev", "FLUX non-commercial"),
    ("flux-2-klein-9b", "FLUX non-commercial"),
)


@dataclass(frozen=True)
class Origin:
    """Where a picture comes from: kept in the library and written into every PNG of it."""

    service: str
    model: str
    title: str
    character: str
    prompt: str = field(repr=False)
    seed: int | None
    licence: str
    cost_usd: float | None


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


def png_with_origin(data: bytes, origin: Origin, longest_px: int | None = None) -> bytes:
    """Return a picture as PNG with its origin in its text chunks.

    Parameters
    ----------
    longest_px : int, optional
        Side of a square into which it is fitted, on a transparent ground; None: every pixel as it came.
    """
    with Image.open(io.BytesIO(data)) as opened:
        image = opened if opened.mode in ("RGB", "RGBA", "L") else opened.convert("RGBA")
        if longest_px is not None:
            image = _in_square(image.convert("RGBA"), longest_px)
        out = io.BytesIO()
        image.save(out, "PNG", pnginfo=_chunks(origin), compress_level=4)
    return out.getvalue()


def licence_of(service: str, model: str, *, own_server: bool = False) -> str:
    """Return the terms of a picture: the model's licence where it is known, and the service's terms.

    On a server of one's own nobody's terms but the model's licence apply.
    """
    name = model.casefold().replace(".", "-").replace("_", "-").replace("/", "-")
    known = next((licence for part, licence in _LICENCES if part in name), "")
    if own_server:
        return f"model {known}" if known else "licence of the model"
    terms = f"terms of {service}"
    return f"model {known}; {terms}" if known else terms


def photo_for_service(photo: PhotoRef) -> bytes:
    """Return a photo as a service gets it: as it is to be seen, small, without a word of where or when.

    Raises
    ------
    PhotoError
        It cannot be read, in words.
    """
    out = io.BytesIO()
    Image.fromarray(load_edited(photo.path, photo.edit, _PHOTO_PX)).save(out, "JPEG", quality=_PHOTO_QUALITY)
    return out.getvalue()


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


def _in_square(image: Image.Image, side_px: int) -> Image.Image:
    image.thumbnail((side_px, side_px), Image.Resampling.LANCZOS)
    square = Image.new("RGBA", (side_px, side_px), (255, 255, 255, 0))
    square.paste(image, ((side_px - image.width) // 2, (side_px - image.height) // 2))
    return square


def _chunks(origin: Origin) -> PngInfo:
    """Write the keywords of the PNG specification, and those it has none for under our own names."""
    facts = {
        "Title": origin.title,
        "Description": origin.prompt,
        "Software": "Memoreez Desktop",
        "Source": f"{origin.service}: {origin.model}",
        "Copyright": origin.licence,
        "Seed": "" if origin.seed is None else str(origin.seed),
        "Cost": "" if origin.cost_usd is None else f"{origin.cost_usd:.6f} USD",
    }
    chunks = PngInfo()
    for name, text in facts.items():
        if text:
            chunks.add_itxt(name, text)
    return chunks
