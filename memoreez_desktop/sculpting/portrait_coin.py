"""A coin with a head in profile of light and shade: a beaded border, words round it, a milled edge.

The photo is framed about the face, head and shoulders fill the field and run on beneath its edge, as on a
minted coin.
"""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold, OpType

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.solids import Solid
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.medal_disc import Medal, medal_disc, within_field
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.photo_placing import photo_in, portrait_or_subject, subject_in
from memoreez_desktop.sculpting.photo_recipe import (
    WORDS_FIELD,
    pitch_for,
    recipe_photo,
    recipe_subject,
    recipe_words,
)
from memoreez_desktop.sculpting.photo_relief import (
    FACE_DETAIL,
    SUBJECT_DETAIL,
    Heights,
    Mask,
    Rgb,
    subject_relief_mm,
    vignette_relief_mm,
)
from memoreez_desktop.sculpting.raised_words import joined, raise_words
from memoreez_desktop.sculpting.ring_text import ring_text

_PITCH_MM = 0.15
_DRAFT_TRIANGLES = 16_000
_RIM_MM = 1.9
_RIM_HEIGHT_MM = 1.9
_BEAD_MM = 1.0
_BAND_MM = 5.8
_CAP_MM = 3.5
_RAISED_MM = 1.0
_PEARL_MM = 0.75
_PEARL_STEP_MM = 2.15
_FILL = 0.96

_INFO = ProductInfo(
    "portrait-coin",
    say("Portrait coin"),
    say("A coin with the face from the photo, as if it had been minted; prints flat."),
    (
        length_field("width_mm", say("Diameter"), 60.0, 42.0, 140.0),
        length_field("relief_mm", say("Relief"), 3.0, 1.2, 6.0, say("Height of the portrait.")),
        length_field("base_mm", say("Base"), 2.6, 1.6, 6.0),
        FieldSpec(
            "border",
            say("Border"),
            "choice",
            "pearls",
            choices=(("pearls", say("Pearls")), ("plain", say("Plain"))),
        ),
        WORDS_FIELD,
    ),
    source="photo",
)


class PortraitCoin:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        lines = recipe_words(recipe)
        radius, base = parameters.number("width_mm") / 2, parameters.number("base_mm")
        scale = radius / 30.0
        has_pearls = parameters.choice("border") == "pearls"
        border = (2 * _PEARL_MM + 0.3) * scale if has_pearls else 0.0
        band = max(5.4, _BAND_MM * scale) if lines else 0.8 * scale
        field = radius - (_RIM_MM + _BEAD_MM) * scale - band - border
        job.progress(0.05, say("Reading the photo"))
        rgb = recipe_photo(recipe, detail)
        job.progress(0.2, say("Finding the subject"))
        mask = recipe_subject(recipe, rgb.shape)
        job.progress(0.5, say("Striking the relief"))
        pitch = pitch_for(detail, _PITCH_MM * max(1.0, scale), np.pi * field * field, _DRAFT_TRIANGLES)
        relief = _portrait(rgb, mask, field, pitch, parameters.number("relief_mm") * min(scale, 1.4))
        bead = _BEAD_MM * scale
        medal = Medal(radius, field, bead, _RIM_MM * scale, base, _RIM_HEIGHT_MM, 0.7 * bead)
        coin = medal_disc(medal, relief, pitch)
        job.progress(0.7, say("Setting the letters"))
        parts: list[Solid] = []
        if lines:
            text = ring_text(lines, field + bead, band, max(3.2, _CAP_MM * scale))
            parts.append(raise_words(text.shape, base, _RAISED_MM))
        if has_pearls:
            parts.append(_pearls(radius - _RIM_MM * scale - border / 2, base, scale, detail))
        job.progress(0.8, say("Joining the parts"))
        mesh = joined(coin, parts).on_bed()
        job.check_cancelled()
        return Sculpture(mesh, Camera(-90.0, 60.0))


def _portrait(rgb: Rgb, mask: Mask | None, radius_mm: float, pitch_mm: float, depth_mm: float) -> Heights:
    """Make the relief of the field, (n, n) float32: the face, else the subject, else the middle."""
    side = max(32, round(2 * radius_mm / pitch_mm))
    window, is_face = portrait_or_subject(rgb, mask, _FILL)
    picture = photo_in(rgb, window, side, side)
    if mask is None or not mask.any():
        return vignette_relief_mm(picture, pitch_mm, 0.9 * depth_mm)
    cut = subject_in(mask, window, side, side)
    share = FACE_DETAIL if is_face else SUBJECT_DETAIL
    return within_field(subject_relief_mm(picture, cut, pitch_mm, depth_mm, detail_share=share), radius_mm)


def _pearls(radius_mm: float, base_mm: float, scale: float, detail: Detail) -> Solid:
    """Lay a ring of half pearls on the ground."""
    count = round(2 * np.pi * radius_mm / (_PEARL_STEP_MM * scale))
    pearl = Manifold.sphere(_PEARL_MM * scale, 20 if detail == "final" else 12).translate(
        (0.0, radius_mm, base_mm)
    )
    ring = [pearl.rotate((0.0, 0.0, 360.0 * k / count)) for k in range(count)]
    return Manifold.batch_boolean(ring, OpType.Add)
