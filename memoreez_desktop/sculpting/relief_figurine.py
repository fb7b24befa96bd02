"""A figure blown up from the photo's subject, on a pedestal with words: to be looked at from the front.

The standing one swells to both sides. The one with a flat back is cut in half with its pedestal, so that it
prints lying, without supports, and leans on a shelf or hangs on a wall.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.heightfield import heightfield_cut
from memoreez_desktop.geometry.inflation import inflate
from memoreez_desktop.geometry.shapes import Shape, bounds, offset, rectangle, rounded_rectangle
from memoreez_desktop.geometry.solids import Solid, extrude, stand, union, weld
from memoreez_desktop.imaging.tone_relief import relief_detail
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.pedestal import pedestal, pedestal_height_mm
from memoreez_desktop.sculpting.photo_cutout import Cutout, cut_out, needed_subject
from memoreez_desktop.sculpting.photo_placing import main_face
from memoreez_desktop.sculpting.photo_recipe import (
    WORDS_FIELD,
    recipe_photo,
    recipe_subject,
    recipe_words,
)

_PITCH_MM = {"draft": 0.7, "final": 0.25}
_STROKE_MM = 3.0
_RIM_MM = 1.1
"""Half the thickness at the outline: two of them print, and make no knife's edge."""
_BACK_RATIO = 0.8
_SINK_MM = 2.5
_WIDEST_RATIO = 1.25
_LEAST_RADIUS_MM = 21.0
_FADE_MM = 1.5
_SUBJECT_DETAIL_MM, _FACE_DETAIL_MM = 0.9, 0.7
_STRIP_MM = 3.0
_FIRM_RATIO = 0.25
_BLOCK_RATIO = 0.42
_BLOCK_MM = 5.0
_CUT_RATIO = 0.3

_INFO = ProductInfo(
    "relief-figurine",
    say("Relief figurine"),
    say("The photo's subject as a rounded figure on a pedestal with words; best from the front."),
    (
        length_field("height_mm", say("Height"), 90.0, 60.0, 180.0, say("With the pedestal.")),
        length_field("depth_mm", say("Depth"), 11.0, 5.0, 20.0, say("How far it swells to the front.")),
        FieldSpec(
            "back",
            say("Back side"),
            "choice",
            "round",
            choices=(("round", say("Rounded")), ("flat", say("Flat"))),
            help=say("With a flat back it prints lying, without supports."),
        ),
        WORDS_FIELD,
    ),
    source="photo",
)


class ReliefFigurine:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        lines = recipe_words(recipe)
        tall = parameters.number("height_mm") - pedestal_height_mm(len(lines)) + _SINK_MM
        job.progress(0.05, say("Reading the photo"))
        rgb = recipe_photo(recipe, detail)
        job.progress(0.2, say("Finding the subject"))
        mask = needed_subject(recipe_subject(recipe, rgb.shape))
        job.progress(0.4, say("Building the figure"))
        pitch = _PITCH_MM[detail] * max(1.0, tall / 90.0)
        cut = cut_out(rgb, mask, _WIDEST_RATIO * tall, tall, pitch, _STROKE_MM)
        fine = _SUBJECT_DETAIL_MM if main_face(rgb, mask) is None else _FACE_DETAIL_MM
        figure = _swollen(cut, parameters.number("depth_mm"), fine)
        block = _block(cut.outline)
        if block is not None:
            figure = union([figure, block])
        job.progress(0.7, say("Turning the pedestal"))
        wide = cut.size_mm[0]
        radius = max(_LEAST_RADIUS_MM, 0.34 * wide + 4.0)
        base = pedestal(lines, radius, "raised", 128 if detail == "draft" else 200)
        upright = figure.rotate((90.0, 0.0, 0.0)).translate((0.0, 0.0, base.height_mm - _SINK_MM))
        job.progress(0.8, say("Joining the parts"))
        whole = union([base.solid, upright])
        if parameters.choice("back") == "flat":
            mesh = weld(whole.trim_by_plane((0.0, -1.0, 0.0), -_RIM_MM).rotate((-90.0, 0.0, 0.0)))
            return Sculpture(stand(mesh), Camera(-90.0, 58.0))
        return Sculpture(stand(weld(whole)), Camera(-84.0, 12.0))


def _swollen(cut: Cutout, depth_mm: float, detail_mm: float) -> Solid:
    """Swell to both sides of z = 0; light and shade are the fine relief of the front."""
    mask, pitch = cut.mask, cut.pitch_mm
    rows = np.flatnonzero(mask.any(1))
    lowest = mask[max(rows[0], rows[-1] - 2)]
    longer = mask
    if lowest.sum() > _CUT_RATIO * np.flatnonzero(mask.any(0)).size:
        # What the photo cuts off below goes on there, or it would taper towards the pedestal.
        longer = np.vstack([mask[: rows[-1]], np.repeat(lowest[None], len(mask) // 2, axis=0)])
    radius = np.sqrt(2 * np.maximum(inflate(longer, pitch), 0))[: len(mask)]
    radius = np.pad(radius, ((0, len(mask) - len(radius)), (0, 0)))
    swell = depth_mm * np.tanh(0.9 * radius / depth_mm)
    inwards = cv2.distanceTransform(longer.astype(np.uint8), cv2.DIST_L2, 5)[: len(mask)] * np.float32(pitch)
    fade = np.clip(inwards / _FADE_MM, 0, 1)
    fine = relief_detail(cut.picture, pitch, mask=mask) * np.float32(detail_mm) * fade
    front = np.maximum(np.hypot(swell, _RIM_MM) + fine, _RIM_MM)
    back = np.hypot(_BACK_RATIO * swell, _RIM_MM).astype(np.float32)
    front = cv2.GaussianBlur(front.astype(np.float32), (0, 0), 0.8)
    bottom: NDArray[np.float32] = -cv2.GaussianBlur(back, (0, 0), max(0.8, 0.5 / pitch))
    return heightfield_cut(cut.raster(front), cut.outline, bottom_mm=bottom)


def _block(outline: Shape) -> Solid | None:
    """Make a plinth for a figure that stands on a point; None when its feet are wide enough."""
    x0, _, x1, top = bounds(outline)
    feet = outline ^ rectangle(4 * (x1 - x0), 2 * (_SINK_MM + _STRIP_MM))
    left, _, right, _ = bounds(feet)
    if right - left >= _FIRM_RATIO * (x1 - x0):
        return None
    wide = max(_BLOCK_RATIO * (x1 - x0), right - left + 6.0)
    high = min(_SINK_MM + _BLOCK_MM, 0.3 * top)
    middle = (left + right) / 2
    plan = rounded_rectangle(wide, 2 * _BLOCK_MM, 2.0)
    lower, upper = extrude(plan, high - 0.8), extrude(offset(plan, -0.8), high)
    # Drawn standing, and laid down like the figure.
    block = Solid.batch_hull([lower, upper]).translate((middle, 0.0, 0.0))
    return block.rotate((-90.0, 0.0, 0.0))
