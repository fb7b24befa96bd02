"""A base with a saddle for an upright outline: holds it where it is too flat below to print by itself."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.geometry.shapes import Shape, bounds, offset, rectangle, rounded_rectangle, size
from memoreez_desktop.geometry.solids import Solid, extrude
from memoreez_desktop.sculpting.picture_frames import Moulding, on_raster
from memoreez_desktop.sculpting.raised_words import line_on_band, line_width_mm, raise_words

_CHAMFER_MM = 0.8
_BASE_TO_HEIGHT = 0.27
_LEAST_BASE_MM = 20.0
_SADDLE_MARGIN_MM = 1.6
_CAP_MM = 4.4
_RAISED_MM = 0.8
_MARGIN_MM = 5.5
_STEEP_RATIO = 0.8
"""Rise over run from where on a flank prints without support: 51 degrees from the vertical."""
_LEAST_REACH_RATIO = 0.085
"""A tip is held at least so far to both sides, by its width, or it would break off."""


def _flat_reach_mm(outer: Shape) -> float:
    """How far to the sides the underside of an outline is too flat to print by itself."""
    contour = np.asarray(max(outer.to_polygons(), key=len))
    step = np.roll(contour, -1, axis=0) - contour
    low = contour[:, 1] < bounds(outer)[1] + 0.5 * size(outer)[1]
    flat = low & (np.abs(step[:, 1]) < _STEEP_RATIO * np.abs(step[:, 0]))
    return float(np.abs(contour[flat, 0]).max(initial=_LEAST_REACH_RATIO * size(outer)[0])) + 1.0


def saddle(outer: Shape, base_top_mm: float, moulding: Moulding) -> Solid:
    """Hug the outline from the base up to where its flanks are steep enough to print by themselves."""
    reach = _flat_reach_mm(outer)
    contour = np.asarray(max(outer.to_polygons(), key=len))
    right = contour[(contour[:, 1] < bounds(outer)[1] + 0.5 * size(outer)[1]) & (contour[:, 0] >= 0)]
    right = right[np.argsort(right[:, 0], kind="stable")]
    top = max(float(np.interp(reach, right[:, 0], right[:, 1])), base_top_mm + 1.0)
    bottom = bounds(outer)[1] - 0.5
    block = rectangle(2 * reach, top - bottom).translate((0.0, (top + bottom) / 2))
    # Wings thinner than two lines would not print.
    shape = offset(offset(block - offset(outer, -0.5 * moulding.width_mm), -0.5), 0.5)
    depth = moulding.crown_mm + 2 * _SADDLE_MARGIN_MM
    return extrude(shape, depth, -_SADDLE_MARGIN_MM)


def base_with_words(
    outer: Shape, moulding: Moulding, height_mm: float, base_mm: float, lines: tuple[str, ...]
) -> list[Solid]:
    """Make a base deep enough to stand on, words raised on its front; the outline stands above its middle."""
    wide = max(0.5 * size(outer)[0], 2 * _flat_reach_mm(outer) + 8.0)
    for line in lines:
        wide = max(wide, min(line_width_mm(line, _CAP_MM) + 2 * _MARGIN_MM, size(outer)[0]))
    to_back = moulding.shoulder_mm / 2
    deep = 2 * (on_raster(max(_LEAST_BASE_MM, _BASE_TO_HEIGHT * height_mm) / 2 + to_back) - to_back)
    plan = rounded_rectangle(wide, deep, 5.0)
    edges = extrude(plan, base_mm - _CHAMFER_MM), extrude(offset(plan, -_CHAMFER_MM), base_mm)
    parts = [Solid.batch_hull(edges)]
    for line in lines:
        text = line_on_band(line, (base_mm - _CHAMFER_MM) / 2, _CAP_MM, wide - 2 * _MARGIN_MM)
        parts.append(raise_words(text, deep / 2, _RAISED_MM).rotate((90.0, 0.0, 0.0)))
    return parts
