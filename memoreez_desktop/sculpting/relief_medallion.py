"""A medal with the photo's subject struck into it, words round it and a loop. Prints flat.

Where subject and ground cannot be told apart, the middle of the photo becomes a round relief that runs
out softly: better a scene than a cut through an ear.
"""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import circle
from memoreez_desktop.geometry.solids import Solid, extrude
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.loop import loop_shape
from memoreez_desktop.sculpting.medal_disc import Medal, medal_disc, within_field
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.photo_placing import (
    middle_window,
    photo_in,
    subject_in,
    subject_window,
)
from memoreez_desktop.sculpting.photo_recipe import (
    WORDS_FIELD,
    pitch_for,
    recipe_flag,
    recipe_photo,
    recipe_subject,
    recipe_words,
)
from memoreez_desktop.sculpting.photo_relief import Heights, Mask, Rgb, subject_relief_mm, vignette_relief_mm
from memoreez_desktop.sculpting.raised_words import joined, raise_words
from memoreez_desktop.sculpting.ring_text import ring_text

_PITCH_MM = 0.2
_DRAFT_TRIANGLES = 20_000
"""Less than for a picture that fills its frame: rim and letters need theirs."""
_RIM_MM = 2.4
_BEAD_MM = 1.2
_BAND_MM = 6.6
_CAP_MM = 3.7
_RAISED_MM = 1.0
_RIM_HEIGHT_MM = 2.0
_FILL = 0.90

_LOOP_FIELD = FieldSpec("loop", say("Loop to hang it"), "bool", True)
_INFO = ProductInfo(
    "relief-medallion",
    say("Portrait medallion"),
    say("The photo's subject struck into a medal, with words round it; prints flat."),
    (
        length_field("width_mm", say("Diameter"), 70.0, 45.0, 140.0),
        length_field("relief_mm", say("Relief"), 2.8, 1.0, 6.0, say("Height of the subject.")),
        length_field("base_mm", say("Base"), 2.8, 1.6, 6.0),
        _LOOP_FIELD,
        WORDS_FIELD,
    ),
    source="photo",
)


class ReliefMedallion:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        lines = recipe_words(recipe)
        radius, base = parameters.number("width_mm") / 2, parameters.number("base_mm")
        scale = radius / 35.0
        band = max(6.4, _BAND_MM * scale) if lines else 1.2 * scale
        field = radius - (_RIM_MM + _BEAD_MM) * scale - band
        job.progress(0.05, say("Reading the photo"))
        rgb = recipe_photo(recipe, detail)
        job.progress(0.2, say("Finding the subject"))
        mask = recipe_subject(recipe, rgb.shape)
        job.progress(0.5, say("Striking the relief"))
        pitch = pitch_for(detail, _PITCH_MM, np.pi * field * field, _DRAFT_TRIANGLES)
        relief = _field_relief(rgb, mask, field, pitch, parameters.number("relief_mm") * min(scale, 1.4))
        bead = _BEAD_MM * scale
        medal = Medal(radius, field, bead, _RIM_MM * scale, base, _RIM_HEIGHT_MM, 0.7 * bead)
        sheet = medal_disc(medal, relief, pitch)
        job.progress(0.7, say("Setting the letters"))
        parts: list[Solid] = []
        if lines:
            text = ring_text(lines, field + bead, band, max(3.4, _CAP_MM * scale))
            parts.append(raise_words(text.shape, base, _RAISED_MM))
        if recipe_flag(recipe, _LOOP_FIELD):
            parts.append(extrude(loop_shape(radius) - circle(radius - 1.0), base + 0.8))
        job.progress(0.8, say("Joining the parts"))
        mesh = joined(sheet, parts).on_bed()
        job.check_cancelled()
        return Sculpture(mesh, Camera(-90.0, 60.0))


def _field_relief(rgb: Rgb, mask: Mask | None, radius_mm: float, pitch_mm: float, depth_mm: float) -> Heights:
    """Make the relief of the round field, (n, n) float32, n pixels across it; 0 at its edge."""
    side = max(32, round(2 * radius_mm / pitch_mm))
    if mask is None or not mask.any():
        square = photo_in(rgb, middle_window(rgb), side, side)
        return vignette_relief_mm(square, pitch_mm, 0.9 * depth_mm)
    window = subject_window(mask, _FILL)
    picture, cut = photo_in(rgb, window, side, side), subject_in(mask, window, side, side)
    return within_field(subject_relief_mm(picture, cut, pitch_mm, depth_mm), radius_mm)
