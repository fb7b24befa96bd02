"""A cookie cutter in the outline of the photo's subject, and the stamp that goes with it. Prints flat."""

from __future__ import annotations

import cv2
import numpy as np

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.raster import trace
from memoreez_desktop.geometry.shapes import Shape, drop_thin, empty, offset, parts, thicken
from memoreez_desktop.geometry.solids import extrude, stand, union, weld
from memoreez_desktop.imaging.tone_relief import relief_detail
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.photo_cutout import Cutout, cut_out, needed_subject
from memoreez_desktop.sculpting.photo_recipe import recipe_photo, recipe_subject

_PITCH_MM = 0.3
_WALL_MM, _EDGE_MM = 1.2, 0.8
"""Three lines below, two at the cutting edge."""
_EDGE_HEIGHT_MM = 4.0
_LIP_MM, _LIP_HEIGHT_MM = 3.4, 2.4
_NARROWEST_MM = 6.0
"""Dough sticks in what is narrower, and breaks off."""
_BAY_MM = 2.5
_PLAY_MM = 0.6
_STAMP_MM, _PRINT_MM = 4.0, 2.2
_STROKE_MM, _SLIVER_MM, _SMALLEST_MM2 = 1.0, 0.85, 1.2
_SOFT_MM, _FORMS_MM, _USUAL_MM, _THRESHOLD = 0.4, 4.0, 3.5, 0.75

_INFO = ProductInfo(
    "cookie-cutter",
    say("Cookie cutter"),
    say(
        "Cuts cookies in the outline of the photo's subject, or presses its picture into them. "
        "Printed plastic is not food-safe by itself: use it for one baking, or seal it."
    ),
    (
        length_field("size_mm", say("Size"), 80.0, 50.0, 160.0, say("The cookie's longer side.")),
        FieldSpec(
            "part",
            say("Part"),
            "choice",
            "cutter",
            choices=(("cutter", say("Cutter")), ("stamp", say("Stamp"))),
        ),
        length_field("depth_mm", say("Depth"), 16.0, 10.0, 25.0, say("Height of the cutter.")),
    ),
    source="photo",
    wants_words=False,
)


class CookieCutter:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        size = parameters.number("size_mm")
        job.progress(0.05, say("Reading the photo"))
        rgb = recipe_photo(recipe, detail)
        job.progress(0.2, say("Finding the subject"))
        mask = needed_subject(recipe_subject(recipe, rgb.shape))
        job.progress(0.5, say("Drawing the outline"))
        cut = cut_out(rgb, mask, size, size, _PITCH_MM * max(1.0, size / 80.0), _NARROWEST_MM)
        # Both are used upside down: mirrored here, the cookie is the right way round.
        cookie = _cookie(cut.outline).mirror((1.0, 0.0))
        job.progress(0.8, say("Joining the parts"))
        if parameters.choice("part") == "stamp":
            mesh = _stamp(cut, cookie)
            return Sculpture(stand(mesh), Camera(-90.0, 58.0))
        return Sculpture(stand(_cutter(cookie, parameters.number("depth_mm"))), Camera(-82.0, 48.0))


def _cookie(outline: Shape) -> Shape:
    """Smooth an outline until dough comes out of it whole: no bay, no horn, no hole."""
    ring = max((np.asarray(ring) for ring in outline.to_polygons()), key=lambda r: np.ptp(r, axis=0).prod())
    whole = Shape([ring])
    filled = offset(offset(whole, _BAY_MM), -_BAY_MM)
    half = _NARROWEST_MM / 2
    soft = parts(offset(offset(filled, -half), half))[0]
    return offset(offset(soft, 1.5), -1.5).simplify(0.02)


def _cutter(cookie: Shape, tall_mm: float) -> MeshModel:
    """Raise a wall with a thin edge on a broad lip; it prints edge up."""
    edge = offset(cookie, _EDGE_MM) - cookie
    wall = offset(cookie, _WALL_MM) - cookie
    lip = offset(cookie, _LIP_MM) - cookie
    soft_lip = offset(cookie, _LIP_MM - 0.5) - cookie
    return weld(
        union(
            [
                extrude(lip, _LIP_HEIGHT_MM - 0.6),
                extrude(soft_lip, _LIP_HEIGHT_MM),
                extrude(wall, tall_mm - _EDGE_HEIGHT_MM),
                extrude(edge, tall_mm),
            ]
        )
    )


def _stamp(cut: Cutout, cookie: Shape) -> MeshModel:
    """Raise the dark lines of the photo, mirrored, on a plate that goes through the cutter."""
    plate = offset(cookie, -_PLAY_MM)
    # What the border cuts off a stroke may be a sliver.
    inside = drop_thin(_lines(cut).mirror((1.0, 0.0)) ^ offset(plate, -2.6), _SLIVER_MM)
    drawn = sum((part for part in parts(inside) if part.area() >= _SMALLEST_MM2), empty())
    border = offset(plate, -0.4) - offset(plate, -1.8)
    raised = extrude(drawn + border, _PRINT_MM + 0.4, _STAMP_MM - 0.4)
    return weld(union([extrude(plate, _STAMP_MM), raised]))


def _lines(cut: Cutout) -> Shape:
    """Turn what is darker than its surroundings into strokes that press well into dough."""
    soft = cv2.GaussianBlur(
        relief_detail(cut.picture, cut.pitch_mm, mask=cut.mask, high_pass_mm=_FORMS_MM),
        (0, 0),
        _SOFT_MM / cut.pitch_mm,
    )
    # Measured by what is usual there: a calm face gets its eyes, a busy coat no more than its folds.
    usual = np.sqrt(cv2.GaussianBlur(soft * soft, (0, 0), _USUAL_MM / cut.pitch_mm) + 1e-3)
    dark = (soft < -_THRESHOLD * usual) & cut.mask
    if not dark.any():
        return empty()
    try:
        shape = trace(
            dark, cut.pitch_mm, x0_mm=cut.x0_mm, y0_mm=cut.y0_mm, smooth_px=1.5, smallest_mm2=_SMALLEST_MM2
        )
    except MeshError:
        # Only specks: a plain stamp with a border.
        return empty()
    return thicken(drop_thin(shape, 0.5), _STROKE_MM)
