"""A picture for the fridge, with a pocket for a magnet in its back, or a coaster. Prints flat."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import circle
from memoreez_desktop.geometry.solids import Solid, extrude, to_solid, union, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.medal_disc import Medal, medal_disc, within_field
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.photo_placing import photo_in, scene_window, subject_in
from memoreez_desktop.sculpting.photo_recipe import (
    PROPORTIONS_FIELD,
    WORDS_FIELD,
    pitch_for,
    recipe_photo,
    recipe_subject,
    recipe_words,
    width_to_height,
)
from memoreez_desktop.sculpting.photo_relief import Mask, Rgb, scene_relief_mm
from memoreez_desktop.sculpting.picture_frames import FLAT_MM, Moulding, frame_picture
from memoreez_desktop.sculpting.raised_words import joined, line_on_band, raise_words
from memoreez_desktop.sculpting.ring_text import ring_text
from memoreez_desktop.sculpting.sheets import rectangular_sheet

_PITCH_MM = 0.2
_DRAFT_TRIANGLES = 24_000
_BASE_MM = 3.4
_POCKET_MM = 2.2
"""Deep enough for a magnet of 2 mm and a drop of glue."""
_POCKET_PLAY_MM = 0.15
_FRAME_MM = 2.8
_CAP_MM = 3.6
_BAND_MM = 6.6
_RAISED_MM = 1.0
_COASTER_MM = 95.0
_COASTER_BASE_MM = 2.8
_COASTER_RIM_MM = 2.6
_COASTER_RELIEF = 0.55
"""Of the wished relief: a cup must stand on the rim, above all."""

_INFO = ProductInfo(
    "photo-magnet",
    say("Magnet or coaster"),
    say("The photo as a small relief for the fridge, or as a coaster; prints flat."),
    (
        length_field("width_mm", say("Width"), 64.0, 40.0, 100.0),
        FieldSpec(
            "use",
            say("Use"),
            "choice",
            "magnet",
            choices=(("magnet", say("Magnet")), ("coaster", say("Coaster"))),
            help=say("A coaster is round and half as large again."),
        ),
        PROPORTIONS_FIELD,
        length_field("relief_mm", say("Relief"), 2.2, 1.0, 4.0, say("From the lowest to the highest place.")),
        length_field(
            "magnet_mm", say("Magnet"), 10.0, 5.0, 20.0, say("Diameter of a round magnet 2 mm thick.")
        ),
        WORDS_FIELD,
    ),
    source="photo",
)


class PhotoMagnet:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        lines = recipe_words(recipe)
        job.progress(0.05, say("Reading the photo"))
        rgb = recipe_photo(recipe, detail)
        job.progress(0.2, say("Finding the subject"))
        mask = recipe_subject(recipe, rgb.shape)
        job.progress(0.5, say("Carving the relief"))
        if parameters.choice("use") == "coaster":
            mesh = _coaster(parameters, rgb, mask, lines, detail)
        else:
            mesh = _magnet(parameters, rgb, mask, lines[:1], detail)
        job.check_cancelled()
        job.progress(0.9, say("Joining the parts"))
        return Sculpture(mesh.on_bed(), Camera(-90.0, 58.0))


def _magnet(
    parameters: Parameters, rgb: Rgb, mask: Mask | None, lines: tuple[str, ...], detail: Detail
) -> MeshModel:
    """Frame the whole photo, write below it and sink pockets into the back."""
    depth = parameters.number("relief_mm")
    shoulder = _BASE_MM + depth + 0.2
    moulding = Moulding(_FRAME_MM, shoulder, shoulder + 0.8, FLAT_MM)
    wide = parameters.number("width_mm") - 2 * moulding.inset_mm
    high = wide / width_to_height(parameters.choice("proportions"), rgb)
    pitch = pitch_for(detail, _PITCH_MM, wide * high, _DRAFT_TRIANGLES)
    relief = scene_relief_mm(rgb, mask, (wide, high), pitch, depth) + np.float32(_BASE_MM)
    ground = _BASE_MM + 0.3
    band = _BAND_MM if lines else 0.0
    framed = frame_picture(relief, (wide, high), moulding, band_mm=band, band_floor_mm=ground)
    back = np.zeros(len(framed.y_mm), dtype=np.float32)
    sheet = rectangular_sheet(framed.x_mm, framed.y_mm, framed.front_mm, back)
    solid = to_solid(sheet) - _pockets(framed.width_mm, framed.height_mm, parameters.number("magnet_mm") / 2)
    letters = [
        raise_words(line_on_band(line, framed.band_mm[0], _CAP_MM, wide - 2), ground, _RAISED_MM)
        for line in lines
        if framed.band_mm
    ]
    return weld(union([solid, *letters]))


def _pockets(width_mm: float, height_mm: float, magnet_mm: float) -> Solid:
    """Make what is cut out for one magnet in the middle, or for two where there is room."""
    pocket = extrude(circle(magnet_mm + _POCKET_PLAY_MM, 96), _POCKET_MM + 1.0, -1.0)
    apart = width_mm / 4
    places = [-apart, apart] if apart - magnet_mm > 4.0 else [0.0]
    return union([pocket.translate((x, height_mm / 2, 0.0)) for x in places])


def _coaster(
    parameters: Parameters, rgb: Rgb, mask: Mask | None, lines: tuple[str, ...], detail: Detail
) -> MeshModel:
    """Lay the photo, low, into a round tray with words round it."""
    radius = parameters.number("width_mm") * _COASTER_MM / 64.0 / 2
    scale = radius / (_COASTER_MM / 2)
    band = max(6.4, 7.4 * scale) if lines else 0.6
    bead = 1.2 * scale
    field = radius - _COASTER_RIM_MM - band - bead
    pitch = pitch_for(detail, _PITCH_MM * max(1.0, scale), np.pi * field * field, _DRAFT_TRIANGLES)
    side = max(32, round(2 * field / pitch))
    window = scene_window(rgb, mask)
    picture = photo_in(rgb, window, side, side)
    cut = None if mask is None or not mask.any() else subject_in(mask, window, side, side)
    depth = _COASTER_RELIEF * parameters.number("relief_mm")
    relief = scene_relief_mm(picture, cut, (2 * field, 2 * field), pitch, depth)
    rim_height = depth + _RAISED_MM
    medal = Medal(radius, field, bead, _COASTER_RIM_MM, _COASTER_BASE_MM, rim_height, 0.6)
    disc = medal_disc(medal, within_field(relief, field), pitch)
    letters: list[Solid] = []
    if lines:
        text = ring_text(lines, field + bead, band, max(3.6, 4.2 * scale))
        letters.append(raise_words(text.shape, _COASTER_BASE_MM, 0.8 * rim_height))
    return joined(disc, letters)
