"""A tube that glows: the photo on its front, a starry sky behind, a tea light or a lamp inside."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Backlight, Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.lettering import wrap_on_cylinder
from memoreez_desktop.imaging.tone import Map, Rgb, lithophane_thickness_mm
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.bent_sheets import bent_ring
from memoreez_desktop.sculpting.lithophane_flat import (
    PITCH_MM,
    THICKEST_FIELD,
    THINNEST_FIELD,
    light_range,
)
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.photo_recipe import (
    WORDS_FIELD,
    pitch_for,
    recipe_photo,
    recipe_words,
)
from memoreez_desktop.sculpting.picture_frames import under_head
from memoreez_desktop.sculpting.raised_words import joined, line_on_band

_FOOT_MM, _FOOT_WITH_WORDS_MM = 5.0, 12.0
_LIP_MM = 3.6
_CAP_MM = 4.8
_RAISED_MM = 0.8
_FLOOR_MM = 1.6
_WIDEST, _NARROWEST = 1.35, 0.75
_LARGEST_ARC = 0.62
"""Of the whole turn: what lies further back is not seen from the front."""
_FADE_MM = 7.0
_SKY_SHARE = 0.62
"""Thickness of the sky between thinnest and thickest: a deep dusk in which stars can shine."""
_STAR_CELL_MM = 8.5
_EDGE_MM = 0.06
_CHAMFER_MM = 0.4

_INFO = ProductInfo(
    "night-light",
    say("Night light"),
    say("A glowing tube with the photo on its front and stars behind, for an electric tea light."),
    (
        length_field("height_mm", say("Height"), 85.0, 60.0, 160.0),
        length_field(
            "opening_mm", say("Opening"), 58.0, 42.0, 120.0, say("Inner diameter; a tea light needs 40 mm.")
        ),
        FieldSpec(
            "sky",
            say("Back side"),
            "choice",
            "stars",
            choices=(("stars", say("Stars")), ("plain", say("Plain")), ("photo", say("Photo all round"))),
        ),
        FieldSpec(
            "bottom",
            say("Bottom"),
            "choice",
            "open",
            choices=(("open", say("Open below")), ("closed", say("With a floor"))),
            help=say("Open: it is put over the light. With a floor: the light is put in from above."),
        ),
        THINNEST_FIELD,
        THICKEST_FIELD,
        WORDS_FIELD,
    ),
    source="photo",
)


class NightLight:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        lines = recipe_words(recipe)[:1]
        light = light_range(parameters)
        radius, tall = parameters.number("opening_mm") / 2, parameters.number("height_mm")
        shoulder = max(light[1] + 0.4, light[0] + 3.0)
        foot = _FOOT_WITH_WORDS_MM if lines else _FOOT_MM
        job.progress(0.05, say("Reading the photo"))
        rgb = recipe_photo(recipe, detail)
        job.progress(0.3, say("Turning light into thickness"))
        high, around = tall - foot - _LIP_MM, 2 * np.pi * radius
        pitch = pitch_for(detail, PITCH_MM, high * around)
        picture = _wrapped(rgb, (around, high), pitch, light, parameters.choice("sky"))
        job.progress(0.5, say("Building the frame"))
        down, front = _between_rings(picture, high, foot, shoulder)
        floor = _FLOOR_MM if parameters.choice("bottom") == "closed" else 0.0
        tube = bent_ring((tall - down).astype(np.float32), front, radius, floor)
        job.progress(0.6, say("Setting the letters"))
        letters = [
            wrap_on_cylinder(
                line_on_band(line, 0.0, _CAP_MM, 2.1 * (radius + shoulder)),
                radius + shoulder,
                _RAISED_MM,
                foot / 2,
            )
            for line in lines
        ]
        job.progress(0.7, say("Joining the parts"))
        mesh = joined(tube, letters)
        job.check_cancelled()
        near, far = (float(value) for value in mesh.bounds_mm[:, 1])
        backlight = Backlight(thinnest_mm=light[0], bulb_ratio=-near / (far - near))
        return Sculpture(mesh.on_bed(), Camera(-84.0, 14.0), backlight)


def _wrapped(
    rgb: Rgb, size_mm: tuple[float, float], pitch_mm: float, light_mm: tuple[float, float], sky: str
) -> Map:
    """Lay the photo round the tube, (h, w) float32 mm of plastic, the middle column in front.

    Parameters
    ----------
    size_mm : (around, high)
    light_mm : (thinnest, thickest)
    sky : str
        What is on the back; ``photo`` mirrors the photo there, so that there is no seam.
    """
    around, high = size_mm
    if sky == "photo":
        half = _thickness(rgb, around / 2, high, pitch_mm, light_mm)
        rest = half[:, ::-1]
        middle = half.shape[1] // 2
        return np.hstack([rest[:, -middle:], half, rest[:, :-middle]])
    aspect = float(np.clip(rgb.shape[1] / rgb.shape[0], _NARROWEST, _WIDEST))
    picture = _thickness(rgb, min(aspect * high, _LARGEST_ARC * around), high, pitch_mm, light_mm)
    rows, columns = picture.shape
    whole = max(columns + 8, round(around / pitch_mm))
    night = light_mm[0] + _SKY_SHARE * (light_mm[1] - light_mm[0])
    back = np.full((rows, whole), night, dtype=np.float32)
    if sky == "stars":
        back -= np.float32(night - light_mm[0]) * _stars(rows, whole, pitch_mm)
    from_side = np.minimum(np.arange(columns), np.arange(columns)[::-1]) * pitch_mm
    share = np.clip(from_side / _FADE_MM, 0, 1)
    share = (share * share * (3 - 2 * share)).astype(np.float32)
    start = (whole - columns) // 2
    ahead = slice(start, start + columns)
    back[:, ahead] = picture * share + np.float32(night) * (1 - share)
    return back


def _thickness(
    rgb: Rgb, wide_mm: float, high_mm: float, pitch_mm: float, light_mm: tuple[float, float]
) -> Map:
    return lithophane_thickness_mm(
        rgb, wide_mm, high_mm, pitch_mm, thinnest_mm=light_mm[0], thickest_mm=light_mm[1]
    )


def _stars(rows: int, columns: int, pitch_mm: float) -> Map:
    """Scatter sparkles, (rows, columns) float32, 1 in the heart of each; always the same ones."""
    chance = np.random.default_rng(7)
    sky = np.zeros((rows, columns), dtype=np.float32)
    high, around = rows * pitch_mm, columns * pitch_mm
    down, across = max(1, round(high / _STAR_CELL_MM)), max(1, round(around / _STAR_CELL_MM))
    for row in range(down):
        for column in range(across):
            y = (row + 0.5 + chance.uniform(-0.35, 0.35)) * rows / down
            x = (column + 0.5 + chance.uniform(-0.35, 0.35)) * columns / across
            reach = chance.uniform(1.1, 2.7) / pitch_mm
            y0, y1 = max(0, int(y - reach)), min(rows, int(y + reach) + 2)
            x0, x1 = max(0, int(x - reach)), min(columns, int(x + reach) + 2)
            off_y = np.abs(np.arange(y0, y1) - y)[:, None] / reach
            off_x = np.abs(np.arange(x0, x1) - x)[None] / reach
            # An astroid: four rays with hollow sides.
            rays = np.clip(1.9 * (1 - np.sqrt(off_x) - np.sqrt(off_y)), 0, 1)
            sky[y0:y1, x0:x1] = np.maximum(sky[y0:y1, x0:x1], rays)
    return sky


def _between_rings(picture: Map, high_mm: float, foot_mm: float, shoulder_mm: float) -> tuple[Map, Map]:
    """Put a lip above the picture and a foot below it.

    Returns
    -------
    down_mm : (h,) float32
        From the upper edge; falling on a tube that is printed upright, the lip needs a slope below it.
    front_mm : (h, w) float32
    """
    rows, columns = picture.shape
    tall = _LIP_MM + high_mm + foot_mm
    below = np.linspace(0.0, high_mm, rows)
    bow = np.linspace(0.0, np.pi / 2, 6)
    lip = _LIP_MM * np.r_[0.25 * (1 - np.cos(bow)), 0.75, 1.0]
    lip_mm = shoulder_mm + np.r_[0.6 * (np.sin(bow) - 1), 0.0, 0.0]
    foot = tall - foot_mm + np.array([_EDGE_MM, foot_mm - _CHAMFER_MM, foot_mm])
    foot_heights = shoulder_mm - np.array([0.0, 0.0, _CHAMFER_MM])
    down = np.r_[lip - np.r_[np.zeros(7), _EDGE_MM], _LIP_MM + below, foot]
    middle = under_head(picture, below[:, None], shoulder_mm)
    front = np.vstack(
        [np.tile(lip_mm[:, None], (1, columns)), middle, np.tile(foot_heights[:, None], (1, columns))]
    )
    return down.astype(np.float32), front.astype(np.float32)
