"""The photo's subject as a flat shape with light and shade: what figures, standees and cutters begin with."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.raster import Raster, trace
from memoreez_desktop.geometry.shapes import Shape, bounds, offset, parts
from memoreez_desktop.imaging.tone import resampled

Rgb = NDArray[np.uint8]
Mask = NDArray[np.bool_]

_MARGIN_MM = 2.0
_SMOOTH_MM = 0.35
_SMALLEST_SHARE = 0.004
"""Of the photo: a smaller subject has no outline worth printing."""


@dataclass(frozen=True, eq=False)
class Cutout:
    """A subject on a raster in mm, its lowest point at y = 0, its middle at x = 0.

    Attributes
    ----------
    picture : (h, w, 3) uint8
    mask : (h, w) bool
    outline : Shape
        One piece, smooth.
    pitch_mm, x0_mm, y0_mm : float
        As a :class:`memoreez_desktop.geometry.raster.Raster` has them.
    """

    picture: Rgb
    mask: Mask
    outline: Shape
    pitch_mm: float
    x0_mm: float
    y0_mm: float

    def raster(self, heights_mm: NDArray[np.float32]) -> Raster:
        """Put heights on this raster."""
        return Raster(np.ascontiguousarray(heights_mm, np.float32), self.pitch_mm, self.x0_mm, self.y0_mm)

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of the outline."""
        x0, y0, x1, y1 = bounds(self.outline)
        return x1 - x0, y1 - y0


def needed_subject(mask: Mask | None) -> Mask:
    """Pass a subject on, or refuse to go on without one.

    Raises
    ------
    InputError
        Subject and ground could not be told apart, or hardly anything is the subject.
    """
    if mask is None or float(mask.mean()) < _SMALLEST_SHARE:
        raise InputError(
            say("It is not clear what on this photo is to be cut out."),
            say("Mark the subject in the photo editor, or choose a lithophane or a plaque."),
        )
    return mask


def cut_out(
    rgb: Rgb, mask: Mask, width_mm: float, height_mm: float, pitch_mm: float, stroke_mm: float
) -> Cutout:
    """Scale the subject into a box and draw its outline.

    Parameters
    ----------
    width_mm, height_mm : float
        The subject just fits in.
    stroke_mm : float
        Parts thinner than this are made as thick.

    Raises
    ------
    InputError, MeshError
        Nothing is left of the subject.
    """
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    tall, wide = int(rows[-1] + 1 - rows[0]), int(columns[-1] + 1 - columns[0])
    scale = min(width_mm / wide, height_mm / tall) / pitch_mm
    size = max(8, round(wide * scale)), max(8, round(tall * scale))
    picture = np.asarray(resampled(rgb[box], *size), np.uint8)
    soft = np.asarray(resampled(mask[box].astype(np.float32), *size), np.float32)
    pad = int(np.ceil((_MARGIN_MM + stroke_mm) / pitch_mm))
    picture = np.asarray(cv2.copyMakeBorder(picture, pad, pad, pad, pad, cv2.BORDER_REPLICATE), np.uint8)
    soft = cv2.GaussianBlur(np.pad(soft, pad), (0, 0), max(1.0, _SMOOTH_MM / pitch_mm))
    inside = soft > 0.5
    x0, y0 = -(inside.shape[1] - 1) * pitch_mm / 2, -pad * pitch_mm
    shape = trace(inside, pitch_mm, x0_mm=x0, y0_mm=y0, smooth_px=1.5, tolerance_mm=0.04, smallest_mm2=6.0)
    outline = parts(_sturdy(shape, stroke_mm))[0]
    low_x, low_y, high_x, _ = bounds(outline)
    shift = -(low_x + high_x) / 2, -low_y
    return Cutout(picture, inside, outline.translate(shift), pitch_mm, x0 + shift[0], y0 + shift[1])


def _sturdy(shape: Shape, stroke_mm: float) -> Shape:
    """Thicken what is thin, close slits, round what a nozzle cannot follow."""
    opened = offset(offset(shape, -stroke_mm / 2), stroke_mm / 2)
    thin = shape - offset(opened, 0.3)
    grown = shape + offset(thin, 0.3 * stroke_mm) if not thin.is_empty() else shape
    closed = offset(offset(grown, 0.8), -0.8)
    return offset(offset(closed, -0.3), 0.3).simplify(0.02)
