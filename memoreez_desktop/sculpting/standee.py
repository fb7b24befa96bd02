"""A standee: the photo's subject as a relief within a raised outline, upright on a base with words."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.heightfield import heightfield_cut
from memoreez_desktop.geometry.shapes import (
    Shape,
    bounds,
    offset,
    parts,
    rectangle,
    rounded_rectangle,
)
from memoreez_desktop.geometry.solids import Solid, extrude, stand, union, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.photo_cutout import Cutout, cut_out, needed_subject
from memoreez_desktop.sculpting.photo_placing import main_face
from memoreez_desktop.sculpting.photo_recipe import (
    WORDS_FIELD,
    recipe_photo,
    recipe_subject,
    recipe_words,
)
from memoreez_desktop.sculpting.photo_relief import FACE_DETAIL, SUBJECT_DETAIL, subject_relief_mm
from memoreez_desktop.sculpting.raised_words import line_on_band, line_width_mm, raise_words

_PITCH_MM = {"draft": 0.6, "final": 0.22}
_PLATE_MM = 2.4
_BORDER_MM, _LINE_MM, _LINE_HEIGHT_MM = 2.4, 1.2, 1.0
_STROKE_MM = 2.4
_WIDEST_RATIO = 1.3
_BASE_MM, _BASE_WITH_WORDS_MM = 6.0, 9.5
_CHAMFER_MM = 0.8
_CAP_MM = 4.8
_RAISED_MM = 0.8
_MARGIN_MM = 5.0
_DEPTH_TO_HEIGHT, _LEAST_DEPTH_MM = 0.34, 26.0
_SINK_MM = 2.0
_SKIRT_RATIO, _SKIRT_WIDTH = 0.16, 0.6

_INFO = ProductInfo(
    "standee",
    say("Standee"),
    say("The photo's subject, cut out, with a raised outline, on a base with words."),
    (
        length_field("height_mm", say("Height"), 85.0, 50.0, 180.0, say("With the base.")),
        length_field("relief_mm", say("Relief"), 2.4, 1.0, 5.0, say("Height of the subject.")),
        WORDS_FIELD,
    ),
    source="photo",
)


class Standee:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        lines = recipe_words(recipe)[:1]
        base_mm = _BASE_WITH_WORDS_MM if lines else _BASE_MM
        height = parameters.number("height_mm")
        tall = height - base_mm + _SINK_MM - 2 * _BORDER_MM
        job.progress(0.05, say("Reading the photo"))
        rgb = recipe_photo(recipe, detail)
        job.progress(0.2, say("Finding the subject"))
        mask = needed_subject(recipe_subject(recipe, rgb.shape))
        job.progress(0.4, say("Building the figure"))
        pitch = _PITCH_MM[detail] * max(1.0, tall / 90.0)
        cut = cut_out(rgb, mask, _WIDEST_RATIO * tall, tall, pitch, _STROKE_MM)
        share = SUBJECT_DETAIL if main_face(rgb, mask) is None else FACE_DETAIL
        panel = _panel(cut, parameters.number("relief_mm"), share)
        job.progress(0.7, say("Building the stand"))
        upright = panel.rotate((90.0, 0.0, 0.0)).translate(
            (0.0, _PLATE_MM / 2, base_mm - _SINK_MM + _BORDER_MM)
        )
        whole = union([upright, *_base(cut, height, base_mm, lines)])
        job.progress(0.8, say("Joining the parts"))
        return Sculpture(stand(weld(whole)), Camera(-80.0, 14.0))


def _panel(cut: Cutout, relief_mm: float, detail_share: float) -> Solid:
    """Lay the relief on a plate with a raised line round it; the plate runs down into the base."""
    relief = subject_relief_mm(cut.picture, cut.mask, cut.pitch_mm, relief_mm, detail_share=detail_share)
    raised = cut.raster(relief + np.float32(_PLATE_MM + 0.3))
    body = parts(offset(offset(offset(cut.outline, _BORDER_MM + 1.5), -1.5), 0.0))[0]
    plate = body + _skirt(body)
    line = plate - offset(plate, -_LINE_MM)
    return union(
        [
            extrude(plate, _PLATE_MM),
            extrude(line, _LINE_HEIGHT_MM + 0.4, _PLATE_MM - 0.4),
            heightfield_cut(raised, cut.outline, bottom_mm=0.5 * _PLATE_MM),
        ]
    )


def _skirt(body: Shape) -> Shape:
    """Fill below what would stand on a point, within the hull, straight down into the base."""
    x0, y0, x1, y1 = bounds(body)
    high = _SKIRT_RATIO * (y1 - y0)
    feet = body ^ rectangle(4 * (x1 - x0), 2 * high).translate((0.0, y0))
    left, _, right, _ = bounds(feet)
    wide = max(_SKIRT_WIDTH * (right - left), min(14.0, x1 - x0))
    block = rectangle(wide, high).translate(((left + right) / 2, y0 + high / 2))
    return offset(offset(block ^ body.hull(), -1.0), 1.0)


def _base(cut: Cutout, height_mm: float, base_mm: float, lines: tuple[str, ...]) -> list[Solid]:
    """Make a base to stand on, the words raised on its front."""
    deep = max(_LEAST_DEPTH_MM, _DEPTH_TO_HEIGHT * height_mm)
    wide = max(0.62 * cut.size_mm[0], 24.0)
    for line in lines:
        wide = max(wide, min(line_width_mm(line, _CAP_MM) + 2 * _MARGIN_MM, 1.1 * cut.size_mm[0], 140.0))
    plan = rounded_rectangle(wide, deep, 5.0)
    edges = extrude(plan, base_mm - _CHAMFER_MM), extrude(offset(plan, -_CHAMFER_MM), base_mm)
    solids = [Solid.batch_hull(edges)]
    for line in lines:
        text = line_on_band(line, (base_mm - _CHAMFER_MM) / 2, _CAP_MM, wide - 2 * _MARGIN_MM)
        solids.append(raise_words(text, deep / 2, _RAISED_MM).rotate((90.0, 0.0, 0.0)))
    return solids
