"""A plaque: the whole photo as low relief in a moulded frame, with a title below. Prints flat."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.photo_recipe import (
    PROPORTIONS_FIELD,
    WORDS_FIELD,
    pitch_for,
    recipe_photo,
    recipe_subject,
    recipe_words,
    width_to_height,
)
from memoreez_desktop.sculpting.photo_relief import scene_relief_mm
from memoreez_desktop.sculpting.picture_frames import FLAT_MM, Moulding, frame_picture
from memoreez_desktop.sculpting.raised_words import joined, line_on_band, raise_words
from memoreez_desktop.sculpting.sheets import rectangular_sheet

_PITCH_MM = 0.25
_ABOVE_RELIEF_MM = 0.3
_CROWN_MM = 1.2
_BAND_TO_WIDTH = 0.085
_LEAST_BAND_MM = 7.5
_CAP_SHARE = 0.56
_RAISED_MM = 1.0

_INFO = ProductInfo(
    "relief-plaque",
    say("Relief plaque"),
    say("The whole photo carved in low relief, framed, with a title; prints flat."),
    (
        length_field("width_mm", say("Width"), 100.0, 50.0, 220.0, say("With the frame.")),
        PROPORTIONS_FIELD,
        length_field("relief_mm", say("Relief"), 2.8, 1.0, 6.0, say("From the lowest to the highest place.")),
        length_field("base_mm", say("Base"), 2.2, 1.2, 6.0),
        length_field("frame_mm", say("Frame"), 4.4, 2.5, 14.0),
        WORDS_FIELD,
    ),
    source="photo",
)


class ReliefPlaque:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        lines = recipe_words(recipe)[:1]
        base, depth = parameters.number("base_mm"), parameters.number("relief_mm")
        shoulder = base + depth + _ABOVE_RELIEF_MM
        moulding = Moulding(parameters.number("frame_mm"), shoulder, shoulder + _CROWN_MM, FLAT_MM)
        job.progress(0.05, say("Reading the photo"))
        rgb = recipe_photo(recipe, detail)
        wide = parameters.number("width_mm") - 2 * moulding.inset_mm
        high = wide / width_to_height(parameters.choice("proportions"), rgb)
        job.progress(0.2, say("Finding the subject"))
        mask = recipe_subject(recipe, rgb.shape)
        job.progress(0.5, say("Carving the relief"))
        pitch = pitch_for(detail, _PITCH_MM, wide * high)
        relief = scene_relief_mm(rgb, mask, (wide, high), pitch, depth) + np.float32(base)
        band = max(_LEAST_BAND_MM, _BAND_TO_WIDTH * wide) if lines else 0.0
        framed = frame_picture(relief, (wide, high), moulding, band_mm=band, band_floor_mm=base + 0.4)
        sheet = rectangular_sheet(
            framed.x_mm, framed.y_mm, framed.front_mm, np.zeros(len(framed.y_mm), dtype=np.float32)
        )
        job.progress(0.7, say("Setting the letters"))
        letters = [
            raise_words(
                line_on_band(line, framed.band_mm[0], band * _CAP_SHARE, wide - 4), base + 0.4, _RAISED_MM
            )
            for line in lines
            if framed.band_mm
        ]
        job.progress(0.8, say("Joining the parts"))
        mesh = joined(sheet, letters).on_bed()
        job.check_cancelled()
        return Sculpture(mesh, Camera(-90.0, 58.0))
