"""A medal with the photo's subject struck into it, words round it and a loop. Prints flat.

Where subject and ground cannot be told apart, the middle of the photo becomes a round relief that runs
out softly: better a scene than a cut through an ear.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import circle
from memoreez_desktop.geometry.solids import Solid, extrude
from memoreez_desktop.imaging.tone import crop_to_aspect, resampled
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.loop import loop_shape
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.photo_recipe import (
    WORDS_FIELD,
    pitch_for,
    recipe_flag,
    recipe_photo,
    recipe_subject,
    recipe_words,
)
from memoreez_desktop.sculpting.photo_relief import Heights, Mask, Rgb, subject_relief_mm, vignette_relief_mm
from memoreez_desktop.sculpting.raised_words import joined, raise_words
from memoreez_desktop.sculpting.ring_text import ring_text
from memoreez_desktop.sculpting.round_sheets import round_grid, round_sheet

_PITCH_MM = 0.2
_DRAFT_TRIANGLES = 20_000
"""Less than for a picture that fills its frame: rim and letters need theirs."""
_RIM_MM = 2.4
_BEAD_MM = 1.2
_BAND_MM = 6.6
_CAP_MM = 3.7
_RAISED_MM = 1.0
_RIM_HEIGHT_MM = 2.0
_SHOULDER_MM = 0.9
_RAMP_MM = 0.9
_FILL = 0.90
_PORTRAIT_FILL = 0.84
_CLOSEST = 1.45

_LOOP_FIELD = FieldSpec("loop", say("Loop to hang it"), "bool", True)
_INFO = ProductInfo(
    "relief-medallion",
    say("Portrait medallion"),
    say("The photo's subject struck into a medal, with words round it; prints flat."),
    (
        length_field("width_mm", say("Diameter"), 70.0, 45.0, 140.0),
        length_field("relief_mm", say("Relief"), 2.8, 1.0, 6.0, say("Height of the subject.")),
        length_field("base_mm", say("Base"), 2.8, 1.6, 6.0),
        _LOOP_FIELD,
        WORDS_FIELD,
    ),
    source="photo",
)


class ReliefMedallion:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        lines = recipe_words(recipe)
        radius, base = parameters.number("width_mm") / 2, parameters.number("base_mm")
        scale = radius / 35.0
        band = max(6.4, _BAND_MM * scale) if lines else 1.2 * scale
        field = radius - (_RIM_MM + _BEAD_MM) * scale - band
        job.progress(0.05, say("Reading the photo"))
        rgb = recipe_photo(recipe, detail)
        job.progress(0.2, say("Finding the subject"))
        mask = recipe_subject(recipe, rgb.shape)
        job.progress(0.5, say("Striking the relief"))
        pitch = pitch_for(detail, _PITCH_MM, np.pi * field * field, _DRAFT_TRIANGLES)
        relief = _field_relief(rgb, mask, field, pitch, parameters.number("relief_mm") * min(scale, 1.4))
        sheet = _disc(relief, field, radius, base, scale, pitch)
        job.progress(0.7, say("Setting the letters"))
        parts: list[Solid] = []
        if lines:
            text = ring_text(lines, field + _BEAD_MM * scale, band, max(3.4, _CAP_MM * scale))
            parts.append(raise_words(text.shape, base, _RAISED_MM))
        if recipe_flag(recipe, _LOOP_FIELD):
            parts.append(extrude(loop_shape(radius) - circle(radius - 1.0), base + 0.8))
        job.progress(0.8, say("Joining the parts"))
        mesh = joined(sheet, parts).on_bed()
        job.check_cancelled()
        return Sculpture(mesh, Camera(-90.0, 60.0))


def _field_relief(rgb: Rgb, mask: Mask | None, radius_mm: float, pitch_mm: float, depth_mm: float) -> Heights:
    """Make the relief of the round field, (n, n) float32, n pixels across it; 0 at its edge."""
    side = max(32, round(2 * radius_mm / pitch_mm))
    if mask is None or not mask.any():
        square = np.asarray(resampled(crop_to_aspect(rgb, 1.0), side, side), np.uint8)
        return vignette_relief_mm(square, pitch_mm, 0.9 * depth_mm)
    picture, cut = _placed(rgb, mask, side)
    relief = subject_relief_mm(picture, cut, pitch_mm, depth_mm)
    at = (np.arange(side, dtype=np.float32) + 0.5 - side / 2) * np.float32(pitch_mm)
    from_edge = np.float32(radius_mm) - np.hypot(at[None], at[:, None])
    return np.asarray(relief * np.clip((from_edge - 0.1) / _RAMP_MM, 0, 1), np.float32)


def _placed(rgb: Rgb, mask: Mask, side: int) -> tuple[Rgb, Mask]:
    """Lay the subject into a square of ``side`` pixels so that it fills the circle inside it.

    A subject that the photo cuts off below hangs from the upper edge, its shoulders as wide as the circle; a
    whole one is centred in it.
    """
    outline = np.vstack([part[:, 0] for part in cv2.findContours(mask.astype(np.uint8), 0, 2)[0]])
    is_cut = mask[-2:].mean() > 0.12
    if is_cut:
        rows = np.flatnonzero(mask.any(1))
        tall = len(mask) - rows[0]
        upper = mask[rows[0] : rows[0] + max(1, round(0.55 * tall))]
        middle = float(np.flatnonzero(upper.any(0)).mean())
        broad = float(np.percentile(mask[rows[0] :].sum(1), 90))
        # Shoulders may reach the edge; a head must stay a head.
        zoom = side / tall * float(np.clip(tall / broad, _PORTRAIT_FILL, _CLOSEST))
        above = (1 - _PORTRAIT_FILL) / 2 * side
        shift = np.array([side / 2 - zoom * middle, above - zoom * rows[0]])
    else:
        (x, y), reach = cv2.minEnclosingCircle(outline.astype(np.float32))
        zoom = _FILL * side / (2 * reach)
        shift = side / 2 - zoom * np.array([x, y])
    size = max(8, round(rgb.shape[1] * zoom)), max(8, round(rgb.shape[0] * zoom))
    move = np.array([[1.0, 0.0, shift[0]], [0.0, 1.0, shift[1]]])
    near = np.asarray(resampled(rgb, *size), np.uint8)
    soft = np.asarray(resampled(mask.astype(np.float32), *size), np.float32)
    picture = cv2.warpAffine(near, move, (side, side), borderMode=cv2.BORDER_REPLICATE)
    edge = cv2.BORDER_REPLICATE if is_cut else cv2.BORDER_CONSTANT
    placed = cv2.GaussianBlur(cv2.warpAffine(soft, move, (side, side), borderMode=edge), (0, 0), 1.5)
    return np.asarray(picture, np.uint8), np.asarray(placed > 0.5)


def _disc(
    relief: Heights, field_mm: float, radius_mm: float, base_mm: float, scale: float, pitch_mm: float
) -> MeshModel:
    """Lay bead, band for words and half-round rim round the field."""
    bead, rim = _BEAD_MM * scale, _RIM_MM * scale
    turn = np.linspace(0.0, np.pi, 8)
    bead_at = field_mm + 0.03 + (bead - 0.03) * (1 - np.cos(turn)) / 2
    rim_at = radius_mm - rim * (1 + np.cos(turn)) / 2
    at = np.r_[bead_at, rim_at]
    shoulder = np.where(turn > np.pi / 2, _SHOULDER_MM, 0.0)
    rim_height = shoulder + (_RIM_HEIGHT_MM - shoulder) * np.sin(turn)
    height = base_mm + np.r_[0.7 * bead * np.sin(turn), rim_height]
    cells = max(24, round(np.sqrt(np.pi) * field_mm / (2 * pitch_mm)))
    grid = round_grid(
        circle(field_mm, 360), circle(radius_mm, 360), (at - field_mm) / (radius_mm - field_mm), cells
    )
    side = len(relief)
    x = (grid.field_mm[..., 0] / field_mm + 1) * side / 2 - 0.5
    y = (1 - grid.field_mm[..., 1] / field_mm) * side / 2 - 0.5
    field: NDArray[np.float32] = cv2.remap(
        relief, x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return round_sheet(grid, field + np.float32(base_mm), height.astype(np.float32), 0.0)
