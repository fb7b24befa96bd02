"""A framed lithophane that stands on its own foot: a picture in light.

The frame and the foot are written into the thickness map, so the whole is one closed sheet. It prints
standing, as a lithophane should: there the layers draw the picture's fine steps.
"""

from __future__ import annotations

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Backlight, Camera, ProductInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.tone import lithophane_thickness_mm
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.photo_recipe import (
    PROPORTIONS_FIELD,
    WORDS_FIELD,
    pitch_for,
    recipe_photo,
    recipe_words,
    width_to_height,
)
from memoreez_desktop.sculpting.picture_frames import Moulding, frame_picture
from memoreez_desktop.sculpting.raised_words import joined, line_on_band, raise_words
from memoreez_desktop.sculpting.sheets import rectangular_sheet, stood_up
from memoreez_desktop.sculpting.standing_foot import SOLE_MM, foot_depth_mm, on_foot

PITCH_MM = 0.2
"""Half a 0.4 mm nozzle: what is finer cannot be printed."""
THINNEST_FIELD = length_field(
    "thinnest_mm", say("Thinnest"), 0.8, 0.4, 1.6, say("White in the picture; two lines of a 0.4 mm nozzle.")
)
THICKEST_FIELD = length_field("thickest_mm", say("Thickest"), 3.0, 1.8, 5.0, say("Black in the picture."))

_DARK_MM = 3.0
"""So much more than the thinnest place lets hardly any light through: the frame's part."""
_BAND_MM = 8.0
_CAP_MM = 4.6
_RAISED_MM = 0.8

_INFO = ProductInfo(
    "lithophane",
    say("Lithophane"),
    say("A framed picture that appears when light shines through it; stands by itself."),
    (
        length_field("width_mm", say("Width"), 100.0, 40.0, 220.0, say("With the frame.")),
        PROPORTIONS_FIELD,
        THINNEST_FIELD,
        THICKEST_FIELD,
        length_field("frame_mm", say("Frame"), 3.6, 2.0, 12.0),
        WORDS_FIELD,
    ),
    source="photo",
)


class LithophaneFlat:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        lines = recipe_words(recipe)[:1]
        thinnest, thickest = light_range(parameters)
        moulding = frame_moulding(parameters.number("frame_mm"), thinnest, thickest)
        job.progress(0.05, say("Reading the photo"))
        rgb = recipe_photo(recipe, detail)
        wide = parameters.number("width_mm") - 2 * moulding.inset_mm
        high = wide / width_to_height(parameters.choice("proportions"), rgb)
        job.progress(0.3, say("Turning light into thickness"))
        pitch = pitch_for(detail, PITCH_MM, wide * high)
        map_mm = lithophane_thickness_mm(rgb, wide, high, pitch, thinnest_mm=thinnest, thickest_mm=thickest)
        job.progress(0.5, say("Building the frame"))
        framed = frame_picture(
            map_mm,
            (wide, high),
            moulding,
            band_mm=_BAND_MM if lines else 0.0,
            band_floor_mm=moulding.shoulder_mm,
            round_below=False,
            upright=True,
        )
        sheet = rectangular_sheet(*on_foot(framed, moulding, foot_depth_mm(framed.height_mm) / 2))
        job.progress(0.6, say("Setting the letters"))
        letters = [
            raise_words(
                line_on_band(line, framed.band_mm[0] + SOLE_MM, _CAP_MM, wide - 4),
                moulding.shoulder_mm,
                _RAISED_MM,
            )
            for line in lines
            if framed.band_mm
        ]
        job.progress(0.7, say("Joining the parts"))
        mesh = stood_up(joined(sheet, letters)).on_bed()
        job.check_cancelled()
        return Sculpture(mesh, Camera(-80.0, 9.0), Backlight(thinnest_mm=thinnest))


def light_range(parameters: Parameters) -> tuple[float, float]:
    """Read the thinnest and the thickest place in mm, at least 1 mm apart."""
    thinnest = parameters.number("thinnest_mm")
    return thinnest, max(parameters.number("thickest_mm"), thinnest + 1.0)


def frame_moulding(width_mm: float, thinnest_mm: float, thickest_mm: float) -> Moulding:
    """Make a frame that stays dark and stands above the darkest place of the picture."""
    shoulder = max(thickest_mm + 0.4, thinnest_mm + _DARK_MM)
    return Moulding(width_mm, shoulder, shoulder + 0.8)
