"""A heart-shaped, round or arched lithophane in a moulded frame, standing in a saddle on a base.

The frame follows the outline exactly. The saddle holds it up to where its flanks rise at 45 degrees, so
nothing needs support, and the base is deep enough to stand by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Backlight, Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import (
    Shape,
    arch,
    bounds,
    circle,
    fit,
    heart,
    offset,
)
from memoreez_desktop.geometry.solids import Solid, extrude, to_solid, union, weld
from memoreez_desktop.imaging.tone import lithophane_thickness_mm
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.lithophane_flat import (
    PITCH_MM,
    THICKEST_FIELD,
    THINNEST_FIELD,
    frame_moulding,
    light_range,
)
from memoreez_desktop.sculpting.loop import loop_shape
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.photo_recipe import (
    WORDS_FIELD,
    pitch_for,
    recipe_flag,
    recipe_photo,
    recipe_words,
)
from memoreez_desktop.sculpting.picture_frames import Moulding, under_head
from memoreez_desktop.sculpting.round_sheets import round_grid, round_sheet
from memoreez_desktop.sculpting.saddle_stand import base_with_words, saddle

_CLEAR_MM = 0.6
"""The picture begins so far above the base."""
_BASE_MM = 6.0
_BASE_WITH_WORDS_MM = 9.0
_LOOP_MM = 7.2
_HEART_WIDTH_RATIO = 0.92
_ARCH_WIDTH_RATIO = 0.8
_ABOVE_HEART_RATIO = 0.12
"""Mirrored above the photo, so that the cleft of a heart does not cut heads."""
_RING_SHARES = np.array([0.015, 0.06, 0.15, 0.30, 0.50, 0.70, 0.85, 0.95, 1.0])

_LOOP_FIELD = FieldSpec("loop", say("Loop to hang it"), "bool", False)
_INFO = ProductInfo(
    "lithophane-framed",
    say("Framed lithophane"),
    say("A heart, a circle or an arch that shows the photo when light shines through it, on its own stand."),
    (
        length_field("height_mm", say("Height"), 110.0, 60.0, 220.0, say("With the stand.")),
        FieldSpec(
            "shape",
            say("Shape"),
            "choice",
            "heart",
            choices=(("heart", say("Heart")), ("circle", say("Circle")), ("arch", say("Arch"))),
        ),
        THINNEST_FIELD,
        THICKEST_FIELD,
        length_field("frame_mm", say("Frame"), 4.0, 2.5, 12.0),
        _LOOP_FIELD,
        WORDS_FIELD,
    ),
    source="photo",
)


@dataclass(frozen=True, eq=False)
class _Outline:
    """The frame's outer and inner edge about the origin."""

    outer: Shape
    inner: Shape


class LithophaneFramed:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        lines = recipe_words(recipe)[:1]
        thinnest, thickest = light_range(parameters)
        moulding = frame_moulding(parameters.number("frame_mm"), thinnest, thickest)
        shape, loop = parameters.choice("shape"), recipe_flag(recipe, _LOOP_FIELD)
        base_mm = _BASE_WITH_WORDS_MM if lines else _BASE_MM
        sunk = max(1.0, base_mm + _CLEAR_MM - moulding.width_mm)
        # In a heart the loop hides in the cleft.
        tall = parameters.number("height_mm") - sunk - (_LOOP_MM if loop and shape == "circle" else 0.0)
        outline = _outline(shape, tall, moulding.width_mm)
        job.progress(0.05, say("Reading the photo"))
        rgb = recipe_photo(recipe, detail)
        if shape == "heart":
            above = round(_ABOVE_HEART_RATIO * len(rgb))
            rgb = np.asarray(cv2.copyMakeBorder(rgb, above, 0, 0, 0, cv2.BORDER_REFLECT_101), np.uint8)
        job.progress(0.2, say("Turning light into thickness"))
        sheet = _panel(rgb, outline, moulding, (thinnest, thickest), detail)
        job.progress(0.5, say("Building the stand"))
        lift = sunk - bounds(outline.outer)[1]
        upright = [to_solid(sheet)]
        if shape != "arch":
            upright.append(saddle(outline.outer, base_mm - lift, moulding))
        if loop:
            upright.append(_loop(outline.outer, moulding))
        panel = union(upright).rotate((90.0, 0.0, 0.0)).translate((0.0, moulding.shoulder_mm / 2, lift))
        stand = base_with_words(outline.outer, moulding, parameters.number("height_mm"), base_mm, lines)
        job.progress(0.7, say("Joining the parts"))
        mesh = weld(union([panel, *stand])).on_bed()
        job.check_cancelled()
        return Sculpture(mesh, Camera(-80.0, 9.0), Backlight(thinnest_mm=thinnest))


def _outline(shape: str, tall_mm: float, frame_mm: float) -> _Outline:
    if shape == "heart":
        outer = heart(100.0).scale((_HEART_WIDTH_RATIO, 1.0))
    else:
        outer = circle(50.0, 240) if shape == "circle" else arch(_ARCH_WIDTH_RATIO * 100.0, 100.0)
    outer = fit(outer, 1e9, tall_mm)
    return _Outline(outer, offset(outer, -frame_mm))


def _panel(
    rgb: NDArray[np.uint8],
    outline: _Outline,
    moulding: Moulding,
    light_mm: tuple[float, float],
    detail: Detail,
) -> MeshModel:
    """Fill the inner outline with the picture and lay the moulding round it."""
    x0, y0, x1, y1 = bounds(outline.inner)
    area = float(outline.inner.area())
    pitch = pitch_for(detail, PITCH_MM, area)
    map_mm = lithophane_thickness_mm(
        rgb, x1 - x0, y1 - y0, pitch, thinnest_mm=light_mm[0], thickest_mm=light_mm[1]
    )
    cells = max(12, round(np.sqrt(area) / (2 * pitch)))
    grid = round_grid(outline.inner, outline.outer, _RING_SHARES, cells)
    rows, columns = map_mm.shape
    at_x = (grid.field_mm[..., 0] - x0) / (x1 - x0) * (columns - 1)
    at_y = (y1 - grid.field_mm[..., 1]) / (y1 - y0) * (rows - 1)
    field = cv2.remap(
        map_mm,
        at_x.astype(np.float32),
        at_y.astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    below = _head_mm(outline.inner, grid.field_mm[..., 0]) - grid.field_mm[..., 1]
    field = under_head(np.asarray(field, np.float32), below, moulding.shoulder_mm)
    rings = moulding.height_mm((1.0 - _RING_SHARES) * moulding.width_mm)
    return round_sheet(grid, field, rings.astype(np.float32), 0.0)


def _head_mm(inner: Shape, x_mm: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the height of an outline's upper edge above each place, in mm."""
    contour = np.asarray(max(inner.to_polygons(), key=len))
    # Anticlockwise from the rightmost point, the upper edge comes first; an upright flank begins at its top.
    right, left = (int(np.argmax(way * contour[:, 0] + 1e-4 * contour[:, 1])) for way in (1.0, -1.0))
    contour = np.roll(contour, -right, axis=0)
    upper = contour[: (left - right) % len(contour) + 1][::-1]
    return np.asarray(np.interp(x_mm, np.maximum.accumulate(upper[:, 0]), upper[:, 1]))


def _loop(outer: Shape, moulding: Moulding) -> Solid:
    contour = np.asarray(max(outer.to_polygons(), key=len))
    edge = float(contour[np.abs(contour[:, 0]) < 1.0, 1].max())
    ring = loop_shape(edge) - offset(outer, -0.5 * moulding.width_mm)
    return extrude(ring, moulding.shoulder_mm)
