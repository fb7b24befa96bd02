"""A relief in a frame that follows any outline seen whole from its middle: a heart, a capsule, a flower."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.raster import rasterise
from memoreez_desktop.geometry.shapes import Shape, bounds, offset
from memoreez_desktop.sculpting.photo_placing import photo_in, portrait_or_subject, scene_window, subject_in
from memoreez_desktop.sculpting.photo_relief import (
    FACE_DETAIL,
    SUBJECT_DETAIL,
    Heights,
    Mask,
    Rgb,
    scene_relief_mm,
    subject_relief_mm,
)
from memoreez_desktop.sculpting.round_sheets import round_grid, round_sheet

_SHARES = np.array([0.02, 0.08, 0.18, 0.32, 0.50, 0.68, 0.82, 0.92, 1.0])
_RAMP_MM = 0.9
_FILL = 0.94


@dataclass(frozen=True)
class ReliefFrame:
    """A frame and the ground inside it.

    Attributes
    ----------
    outer, inner : Shape
        Edges of the frame about the origin; the inner one encloses the relief.
    base_mm : float
        Thickness of the ground.
    shoulder_mm, crown_mm : float
        How far the frame stands above the ground at its edges and at its middle.
    """

    outer: Shape
    inner: Shape
    base_mm: float
    shoulder_mm: float
    crown_mm: float

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of the relief's box."""
        x0, y0, x1, y1 = bounds(self.inner)
        return x1 - x0, y1 - y0


def framed_relief(frame: ReliefFrame, relief_mm: NDArray[np.float32], pitch_mm: float) -> MeshModel:
    """Fill a frame with a relief.

    Parameters
    ----------
    relief_mm : (h, w) float32
        Above the ground, over the box of the inner outline, row 0 at the top.
    """
    x0, y0, x1, y1 = bounds(frame.inner)
    cells = max(20, round(np.sqrt(float(frame.inner.area())) / (2 * pitch_mm)))
    grid = round_grid(frame.inner, frame.outer, _SHARES, cells)
    rows, columns = relief_mm.shape
    at_x = (grid.field_mm[..., 0] - x0) / (x1 - x0) * columns - 0.5
    at_y = (y1 - grid.field_mm[..., 1]) / (y1 - y0) * rows - 0.5
    field = cv2.remap(
        relief_mm,
        at_x.astype(np.float32),
        at_y.astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    bow = np.sin(np.pi * _SHARES) ** 0.7
    rings = frame.base_mm + frame.shoulder_mm + (frame.crown_mm - frame.shoulder_mm) * bow
    return round_sheet(grid, field + np.float32(frame.base_mm), rings.astype(np.float32), 0.0)


def picture_relief_mm(
    rgb: Rgb,
    mask: Mask | None,
    inner: Shape,
    pitch_mm: float,
    depth_mm: float,
    *,
    scene: bool = False,
    farther: float = 1.0,
) -> Heights:
    """Make the relief inside an outline; it runs out there.

    Parameters
    ----------
    scene : bool
        Show the whole photo, not face or subject alone; so it is, too, where no subject is known.
    farther : float
        Frame face or subject so much wider than the outline's box needs.
    """
    x0, y0, x1, y1 = bounds(inner)
    columns, rows = (max(24, round(side / pitch_mm)) for side in (x1 - x0, y1 - y0))
    aspect = (x1 - x0) / (y1 - y0)
    window, is_face = portrait_or_subject(rgb, mask, _FILL, aspect)
    window = window.widened(farther)
    if scene:
        window = scene_window(rgb, mask, aspect)
    picture = photo_in(rgb, window, columns, rows)
    cut = subject_in(mask, window, columns, rows) if mask is not None and mask.any() else None
    if scene or cut is None:
        relief = scene_relief_mm(picture, cut, (x1 - x0, y1 - y0), pitch_mm, depth_mm)
        relief = np.asarray(cv2.resize(relief, (columns, rows)), np.float32)
    else:
        share = FACE_DETAIL if is_face else SUBJECT_DETAIL
        relief = subject_relief_mm(picture, cut, pitch_mm, depth_mm, detail_share=share)
    return relief * _fade(inner, columns, rows)


def _fade(inner: Shape, columns: int, rows: int) -> Heights:
    """0 on an outline and outside, 1 from a ramp inwards, over the outline's box."""
    pitch = max(0.1, float(np.sqrt(inner.area())) / 400)
    raster = rasterise(offset(inner, -0.1), pitch, 1.0)
    inside = np.pad(raster.mask.astype(np.uint8), 1)
    reach = cv2.distanceTransform(inside, cv2.DIST_L2, 5)[1:-1, 1:-1] * np.float32(pitch)
    x0, y0, x1, y1 = bounds(inner)
    x = (np.arange(columns) + 0.5) / columns * (x1 - x0) + x0
    y = y1 - (np.arange(rows) + 0.5) / rows * (y1 - y0)
    at_x = np.tile((x - raster.x0_mm) / pitch, (rows, 1)).astype(np.float32)
    at_y = (len(reach) - 1 - np.tile(((y - raster.y0_mm) / pitch)[:, None], (1, columns))).astype(np.float32)
    near = cv2.remap(reach, at_x, at_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    return np.asarray(np.clip(near / np.float32(_RAMP_MM), 0, 1), np.float32)
