"""Between shapes and pixels: antialiased rasters of outlines, and smooth outlines of masks."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from contourpy import LineType, contour_generator
from manifold3d import CrossSection, FillRule
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.compiled import kernel
from memoreez_desktop.geometry.shapes import Shape, bounds

_SCANLINES = 4
_LARGEST_PIXELS = 40_000_000


@dataclass(frozen=True, eq=False)
class Raster:
    """A grid of values over the plane.

    Attributes
    ----------
    values : (h, w) float32
        Row 0 has the largest y.
    pitch_mm : float
        Distance of neighbours along x and y.
    x0_mm, y0_mm : float
        Where the value of the last row's first column stands.
    """

    values: NDArray[np.float32]
    pitch_mm: float
    x0_mm: float
    y0_mm: float

    @property
    def mask(self) -> NDArray[np.bool_]:
        """(h, w) bool: values above one half."""
        return self.values > 0.5

    def with_values(self, values: NDArray[np.float32]) -> Raster:
        """Return the same grid with other values of the same shape."""
        return Raster(np.ascontiguousarray(values, np.float32), self.pitch_mm, self.x0_mm, self.y0_mm)

    def axes_mm(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return x of every column and y of every row."""
        h, w = self.values.shape
        x = self.x0_mm + np.arange(w, dtype=np.float32) * self.pitch_mm
        y = self.y0_mm + np.arange(h - 1, -1, -1, dtype=np.float32) * self.pitch_mm
        return x.astype(np.float32), y.astype(np.float32)


def rasterise(shape: Shape, pitch_mm: float, margin_mm: float = 2.0) -> Raster:
    """Cover a shape with pixels: 1 inside, 0 outside, the share of the pixel on the edge.

    Raises
    ------
    MeshError
        The shape is empty, or would need more than 40 million pixels.
    """
    x0, y0, x1, y1 = bounds(shape)
    x0, y0 = x0 - margin_mm, y0 - margin_mm
    w = int(np.ceil((x1 + margin_mm - x0) / pitch_mm)) + 1
    h = int(np.ceil((y1 + margin_mm - y0) / pitch_mm)) + 1
    if w * h > _LARGEST_PIXELS:
        raise MeshError(say("The design is too large for its fineness."), say("Make it smaller."))
    values = np.zeros((h, w), dtype=np.float32)
    for ring in shape.to_polygons():
        columns = (ring[:, 0] - x0) / pitch_mm + 0.5
        rows = (h - 1) - (ring[:, 1] - y0) / pitch_mm + 0.5
        _add_edges(np.column_stack([columns, rows]).astype(np.float64), values)
    np.cumsum(values, axis=1, out=values)
    return Raster(np.clip(values, 0.0, 1.0), pitch_mm, x0, y0)


@kernel
def _add_edges(ring: NDArray[np.float64], values: NDArray[np.float32]) -> None:
    """Add, at every edge of a ring, what it changes along the rows; their running sum is the coverage.

    ``ring`` is (n, 2), column and row. Four scan lines a row; along a row the coverage is exact. Shapes have
    their holes wound the other way, so holes count down.
    """
    height = values.shape[0]
    fine = _SCANLINES
    for i in range(ring.shape[0]):
        k = (i + 1) % ring.shape[0]
        x0, y0, x1, y1 = ring[i, 0], ring[i, 1] * fine, ring[k, 0], ring[k, 1] * fine
        share = np.float32(1.0 / fine)
        if y0 > y1:
            x0, y0, x1, y1 = x1, y1, x0, y0
            share = -share
        first = max(0, int(np.ceil(y0 - 0.5)))
        last = min(height * fine, int(np.ceil(y1 - 0.5)))
        for line in range(first, last):
            x = x0 + (line + 0.5 - y0) * (x1 - x0) / (y1 - y0)
            column = int(np.floor(x))
            part = np.float32(x - column)
            values[line // fine, column] += share * (np.float32(1.0) - part)
            values[line // fine, column + 1] += share * part


def trace(
    mask: NDArray[np.bool_],
    pitch_mm: float,
    *,
    x0_mm: float = 0.0,
    y0_mm: float = 0.0,
    smooth_px: float = 1.2,
    tolerance_mm: float = 0.05,
    smallest_mm2: float = 2.0,
) -> Shape:
    """Draw a smooth, sub-pixel outline round a mask; islands and holes below ``smallest_mm2`` are left out.

    Parameters
    ----------
    mask : (h, w) bool
        Row 0 has the largest y; pixel (h-1, 0) stands at (``x0_mm``, ``y0_mm``).

    Raises
    ------
    MeshError
        Nothing is left.
    """
    pad = 3 + int(np.ceil(2 * smooth_px))
    field = np.pad(np.asarray(mask, dtype=np.float32), pad)
    if smooth_px > 0:
        field = cv2.GaussianBlur(field, (0, 0), smooth_px)
    lines = contour_generator(z=field, line_type=LineType.Separate).lines(0.5)
    rings = []
    for line in lines:
        ring = np.asarray(line, dtype=np.float64)[:-1]
        if len(ring) < 3:
            continue
        x = (ring[:, 0] - pad) * pitch_mm + x0_mm
        y = (mask.shape[0] - 1 - (ring[:, 1] - pad)) * pitch_mm + y0_mm
        area = 0.5 * abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))))
        if area >= smallest_mm2:
            rings.append(np.column_stack([x, y]))
    # Even-odd, because contours round holes run either way.
    shape = CrossSection(rings, FillRule.EvenOdd).simplify(tolerance_mm) if rings else CrossSection()
    if shape.is_empty():
        raise MeshError(
            say("Nothing of the picture's subject is left to print."),
            say("Choose another photo or mark the subject."),
        )
    return shape
