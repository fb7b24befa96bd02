"""A lithophane bent like a screen: it stands by its bend, and a lamp behind it lights it evenly."""

from __future__ import annotations

import math
from dataclasses import dataclass

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Backlight, Camera, ProductInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.lettering import wrap_on_cylinder
from memoreez_desktop.imaging.tone import lithophane_thickness_mm
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.bent_sheets import bent_sheet
from memoreez_desktop.sculpting.lithophane_flat import (
    PITCH_MM,
    THICKEST_FIELD,
    THINNEST_FIELD,
    frame_moulding,
    light_range,
)
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
from memoreez_desktop.sculpting.raised_words import joined, line_on_band
from memoreez_desktop.sculpting.standing_foot import SOLE_MM, foot_depth_mm, on_foot

_BAND_MM = 8.0
_CAP_MM = 4.6
_RAISED_MM = 0.8
_LEAST_FOOT_MM = 9.0
_FARTHEST_TURN = 0.94
"""Sine of the largest half angle: 70 degrees."""

_INFO = ProductInfo(
    "lithophane-curved",
    say("Curved lithophane"),
    say("A picture in light, bent like a screen: it stands by itself, with a candle or a lamp behind it."),
    (
        length_field("width_mm", say("Width"), 100.0, 50.0, 200.0, say("With the foot, from side to side.")),
        length_field(
            "bend_mm", say("Bend"), 60.0, 40.0, 200.0, say("Radius; a wide panel may need a larger one.")
        ),
        PROPORTIONS_FIELD,
        THINNEST_FIELD,
        THICKEST_FIELD,
        length_field("frame_mm", say("Frame"), 3.6, 2.0, 12.0),
        WORDS_FIELD,
    ),
    source="photo",
)


class LithophaneCurved:
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
        proportion = width_to_height(parameters.choice("proportions"), rgb)
        bend = _bent(parameters.number("width_mm"), parameters.number("bend_mm"), proportion, moulding)
        wide = 2 * bend.radius_mm * bend.half_turn - 2 * moulding.inset_mm
        high = wide / proportion
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
        sheet = bent_sheet(*on_foot(framed, moulding, bend.half_foot_mm), bend.radius_mm)
        job.progress(0.6, say("Setting the letters"))
        letters = [
            wrap_on_cylinder(
                line_on_band(line, 0.0, _CAP_MM, wide - 4),
                bend.radius_mm + moulding.shoulder_mm,
                _RAISED_MM,
                framed.band_mm[0] + SOLE_MM,
            )
            for line in lines
            if framed.band_mm
        ]
        job.progress(0.7, say("Joining the parts"))
        mesh = joined(sheet, letters)
        job.check_cancelled()
        front, back = (float(value) for value in mesh.bounds_mm[:, 1])
        light = Backlight(thinnest_mm=thinnest, bulb_ratio=-front / (back - front))
        return Sculpture(mesh.on_bed(), Camera(-80.0, 9.0), light)


@dataclass(frozen=True)
class _Bend:
    """How a panel is bent, and how deep its foot is."""

    radius_mm: float
    half_turn: float
    half_foot_mm: float


def _bent(width_mm: float, radius_mm: float, proportion: float, moulding: Moulding) -> _Bend:
    """Bend a panel so that its foot is ``width_mm`` wide; what the bend does not give, the foot must."""
    radius = max(radius_mm, width_mm / 2 / _FARTHEST_TURN)
    bend_depth = radius * (1 - math.sqrt(1 - (width_mm / 2 / radius) ** 2))
    needed = foot_depth_mm(width_mm / proportion + _BAND_MM) - bend_depth
    half_foot = max(_LEAST_FOOT_MM, needed) / 2
    outermost = radius + moulding.shoulder_mm / 2 + half_foot
    return _Bend(radius, math.asin(width_mm / 2 / outermost), half_foot)
