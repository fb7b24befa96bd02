"""Writes a mask down as brush strokes, to be kept, carried along and corrected like a person's own."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.photo_edit import Stroke

_LONGEST_PX = 420
# Half the brush's width: 420 px is the size at which strokes are obeyed.
_RADIUS_PX = 3
_DIGITS = 4


def strokes_of(mask: NDArray[np.bool_]) -> tuple[Stroke, ...]:
    """Return strokes along rows that say of all but a narrow rim what is the subject and what is not.

    The rim, about two brush radii wide, is left to the search, which follows the photo's own edge there.

    Parameters
    ----------
    mask : (h, w) bool

    Returns
    -------
    tuple of Stroke
        Empty when the mask says nothing: all of one kind.
    """
    height, width = mask.shape
    shrink = min(1.0, _LONGEST_PX / max(height, width))
    size = (max(1, round(width * shrink)), max(1, round(height * shrink)))
    small = (cv2.resize(mask.astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0.5).astype(np.uint8)
    if small.min() == small.max():
        return ()
    return tuple(_along_rows(small, keep=True)) + tuple(_along_rows(1 - small, keep=False))


def _along_rows(kind: NDArray[np.uint8], *, keep: bool) -> list[Stroke]:
    """Return one stroke for every run of pixels in every row that a brush of the radius fits into."""
    side = 2 * _RADIUS_PX + 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    inner = cv2.erode(kind, disc, borderType=cv2.BORDER_REPLICATE)
    height, width = kind.shape
    radius = _RADIUS_PX / max(height, width)
    strokes = []
    for row in range(_RADIUS_PX, height, 2 * _RADIUS_PX):
        edges = np.flatnonzero(np.diff(inner[row], prepend=0, append=0))
        for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            y = round(row / height, _DIGITS)
            ends = (round(start / width, _DIGITS), y), (round((stop - 1) / width, _DIGITS), y)
            strokes.append(Stroke(keep, round(radius, _DIGITS), ends if stop - start > 1 else ends[:1]))
    return strokes
