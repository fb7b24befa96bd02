"""Raised shapes over creases: laid on a soft sheet that lies on the ground like a cloth."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from memoreez_desktop.geometry.shapes import Shape, bounds
from memoreez_desktop.geometry.solids import Solid, extrude, sound
from memoreez_desktop.studio.api import Workpiece
from memoreez_desktop.studio.frame import Frame, ground_mm

F64 = NDArray[np.float64]

_MOST_RAYS = 1200
_MARGIN_MM = 2.0
_BRIDGED_RATIO, _SOFT_RATIO = 0.4, 0.12
"""Of the shape's size: creases so wide are spanned, and the sheet is so soft."""
_STEEPEST = 1.3
_DEEPEST_RATIO = 0.35
_ROOT_MM = 0.4
_CHORD_MM = 0.6


def drape(piece: Workpiece, frame: Frame, shape: Shape, depth_mm: float) -> Solid | None:
    """Return what is to be added, in the frame; None where no such sheet lies well.

    Parameters
    ----------
    shape : Shape
        About the frame's origin.
    depth_mm : float
        How far it rises over the sheet.
    """
    x0, y0, x1, y1 = bounds(shape)
    half = (x1 - x0) / 2 + _MARGIN_MM, (y1 - y0) / 2 + _MARGIN_MM
    middle = (x0 + x1) / 2, (y0 + y1) / 2
    pitch = max(0.4, float(np.sqrt(4 * half[0] * half[1] / _MOST_RAYS)))
    there = replace(frame, origin_mm=frame.origin_mm + frame.right * middle[0] + frame.up * middle[1])
    rise = ground_mm(piece, there, *half, pitch)
    size = max(x1 - x0, y1 - y0)
    if np.isnan(rise).any():
        return None
    wide = max(3, round(_BRIDGED_RATIO * size / pitch))
    spanned = ndimage.grey_closing(rise, size=(wide, wide), mode="nearest")
    sheet = ndimage.gaussian_filter(spanned, _SOFT_RATIO * size / pitch, mode="nearest")
    down, across = np.gradient(sheet, pitch)
    root = float((sheet - rise).max()) + _ROOT_MM
    if float(np.hypot(down, across).max()) > _STEEPEST or root > _DEEPEST_RATIO * size + _ROOT_MM:
        return None
    flat = extrude(shape, depth_mm + root, -root).refine_to_length(_CHORD_MM)

    def lay(points: F64) -> F64:
        row = (half[1] + middle[1] - points[:, 1]) / (2 * half[1]) * (sheet.shape[0] - 1)
        column = (points[:, 0] - middle[0] + half[0]) / (2 * half[0]) * (sheet.shape[1] - 1)
        height = ndimage.map_coordinates(sheet, [row, column], order=1, mode="nearest")
        return np.column_stack([points[:, :2], points[:, 2] + height])

    return sound(flat.warp_batch(lay))
