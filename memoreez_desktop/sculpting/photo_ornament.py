"""An ornament to hang up: the photo's subject in a flower, a heart or a star. Prints flat."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import (
    Shape,
    bounds,
    circle,
    fit,
    from_contours,
    heart,
    offset,
    star,
)
from memoreez_desktop.geometry.solids import Solid, extrude
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.banner import banner
from memoreez_desktop.sculpting.framed_relief import ReliefFrame, framed_relief, picture_relief_mm
from memoreez_desktop.sculpting.loop import loop_shape
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.photo_recipe import (
    WORDS_FIELD,
    pitch_for,
    recipe_photo,
    recipe_subject,
    recipe_words,
)
from memoreez_desktop.sculpting.raised_words import joined

_PITCH_MM = 0.2
_DRAFT_TRIANGLES = 18_000
_BASE_MM = 2.4
_SHOULDER_MM, _CROWN_MM = 0.9, 2.4
_FRAME_MM = 3.4
_PETALS = 12
_PETAL_RATIO = 0.045
_STAR_WAIST = 0.68
_STAR_FIELD = 0.60
"""Radius of a star's round field, by the radius of its tips."""
_STAR_ROUND_MM = 3.0
_CAP_MM = 4.2
_HEART_FARTHER = 1.18
"""The cleft of a heart reaches into its box."""
_BANNER_CAPS = MappingProxyType({"flower": 0.9, "heart": 1.6, "star": 0.7})
"""How far above the lowest point the middle of the words is, in capitals."""

_INFO = ProductInfo(
    "photo-ornament",
    say("Photo ornament"),
    say("An ornament for the tree or the window, with the photo's subject as a relief; prints flat."),
    (
        length_field("width_mm", say("Width"), 74.0, 50.0, 140.0),
        FieldSpec(
            "shape",
            say("Shape"),
            "choice",
            "flower",
            choices=(("flower", say("Flower")), ("heart", say("Heart")), ("star", say("Star"))),
        ),
        length_field("relief_mm", say("Relief"), 2.6, 1.0, 6.0, say("Height of the subject.")),
        WORDS_FIELD,
    ),
    source="photo",
)


class PhotoOrnament:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        width, kind = parameters.number("width_mm"), parameters.choice("shape")
        scale = width / 74.0
        lines = recipe_words(recipe)[:1]
        outline = _outline(kind, width)
        frame = _frame(kind, outline, scale)
        job.progress(0.05, say("Reading the photo"))
        rgb = recipe_photo(recipe, detail)
        job.progress(0.2, say("Finding the subject"))
        mask = recipe_subject(recipe, rgb.shape)
        job.progress(0.5, say("Striking the relief"))
        pitch = pitch_for(detail, _PITCH_MM, float(frame.inner.area()), _DRAFT_TRIANGLES)
        depth = parameters.number("relief_mm")
        farther = _HEART_FARTHER if kind == "heart" else 1.0
        relief = picture_relief_mm(rgb, mask, frame.inner, pitch, depth, farther=farther)
        sheet = framed_relief(frame, relief, pitch)
        job.progress(0.7, say("Setting the letters"))
        parts = [extrude(_loop(outline) - offset(frame.inner, 0.2), _BASE_MM + _SHOULDER_MM)]
        if kind == "star":
            parts += _star_plate(outline, frame, scale)
        for line in lines:
            cap = _CAP_MM * float(np.clip(scale, 0.9, 1.5))
            middle = bounds(outline)[1] + _BANNER_CAPS[kind] * cap
            parts += banner(line, cap, 0.94 * width, middle, _BASE_MM + max(_CROWN_MM, 0.8 * depth))
        job.progress(0.8, say("Joining the parts"))
        mesh = joined(sheet, parts).on_bed()
        job.check_cancelled()
        return Sculpture(mesh, Camera(-90.0, 60.0))


def _outline(kind: str, width_mm: float) -> Shape:
    """Draw the outer edge, ``width_mm`` wide, about the origin."""
    if kind == "heart":
        return heart(width_mm)
    if kind == "star":
        pointed = star(10 * width_mm, waist_ratio=_STAR_WAIST)
        soft = offset(offset(fit(pointed, width_mm, 1e9), -_STAR_ROUND_MM), _STAR_ROUND_MM)
        soft = offset(offset(soft, _STAR_ROUND_MM), -_STAR_ROUND_MM)
        x0, _, x1, _ = bounds(soft)
        factor = width_mm / (x1 - x0)
        # About the middle of the star, not of its box.
        return soft.scale((factor, factor))
    turn = np.linspace(0, 2 * np.pi, 480, endpoint=False)
    reach = 1 + _PETAL_RATIO * np.abs(np.cos(_PETALS * turn / 2)) - _PETAL_RATIO
    return fit(from_contours([np.column_stack([reach * np.cos(turn), reach * np.sin(turn)])]), width_mm, 1e9)


def _frame(kind: str, outline: Shape, scale: float) -> ReliefFrame:
    frame = _FRAME_MM * max(scale, 0.8)
    if kind == "star":
        reach = bounds(outline)[3]
        inner = circle(_STAR_FIELD * reach, 240)
        return ReliefFrame(offset(inner, 2.2 * scale), inner, _BASE_MM, 0.5, 1.4)
    if kind == "flower":
        radius = bounds(outline)[2] * (1 - _PETAL_RATIO) - frame
        return ReliefFrame(outline, circle(radius, 360), _BASE_MM, _SHOULDER_MM, _CROWN_MM)
    return ReliefFrame(outline, offset(outline, -frame), _BASE_MM, _SHOULDER_MM, _CROWN_MM)


def _star_plate(outline: Shape, frame: ReliefFrame, scale: float) -> list[Solid]:
    """Lay a star with a raised border about the round relief."""
    plate = outline - offset(frame.inner, 0.5)
    border = outline - offset(outline, -2.0 * max(scale, 0.7))
    narrow = offset(outline, -0.5) - offset(outline, -2.0 * max(scale, 0.7) + 0.5)
    clear = offset(frame.outer, -0.3)
    return [
        extrude(plate, _BASE_MM + 0.2),
        extrude(border - clear, _BASE_MM + 1.2),
        extrude(narrow - clear, _BASE_MM + 1.6),
    ]


def _loop(outline: Shape) -> Shape:
    contour = np.asarray(max(outline.to_polygons(), key=len))
    return loop_shape(float(contour[np.abs(contour[:, 0]) < 1.2, 1].max()))
