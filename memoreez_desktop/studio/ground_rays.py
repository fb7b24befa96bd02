"""The height of a figure's surface over a frame, found step by step from the frame's origin outwards."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.solids import Solid
from memoreez_desktop.studio.frame import Frame

F64 = NDArray[np.float64]

_REACHES_MM = (2.5, 14.0)
"""Ahead of and behind the height of the neighbour: a short ray meets far fewer triangles than a long one."""


def heights_mm(solid: Solid, frame: Frame, across_mm: F64, up_mm: F64) -> F64:
    """Measure how far the surface lies above a frame's plane.

    Parameters
    ----------
    across_mm : (columns,) float64
        Places to the right, rising.
    up_mm : (rows,) float64
        Places upwards, rising.

    Returns
    -------
    (rows, columns) float64
        NaN where there is no surface near that of the neighbours.

    Notes
    -----
    The surface is followed from the frame's origin, which lies on it: what hangs over it somewhere else, an
    arm over a back, is not taken for it.
    """
    found = np.full((len(up_mm), len(across_mm)), np.nan)
    middle_row, middle_column = int(np.abs(up_mm).argmin()), int(np.abs(across_mm).argmin())
    for row in (*range(middle_row, len(up_mm)), *range(middle_row - 1, -1, -1)):
        nearer = row if row == middle_row else row - 1 if row > middle_row else row + 1
        start = _or_else(found[nearer, middle_column], 0.0)
        for columns in (range(middle_column, len(across_mm)), range(middle_column - 1, -1, -1)):
            last = start
            for column in columns:
                guess = _or_else(found[nearer, column], last)
                height = _height_mm(solid, frame, across_mm[column], up_mm[row], guess)
                found[row, column] = height
                last = _or_else(height, last)
    return found


def _or_else(value: float, other: float) -> float:
    return other if math.isnan(value) else float(value)


def _height_mm(solid: Solid, frame: Frame, x: float, y: float, guess_mm: float) -> float:
    foot = frame.origin_mm + frame.right * x + frame.up * y
    for reach in _REACHES_MM:
        start, end = foot + frame.out * (guess_mm + reach), foot + frame.out * (guess_mm - reach)
        hits = solid.ray_cast(tuple(start), tuple(end))
        # Who begins within the material meets its far side first.
        if hits and float(np.dot(hits[0].normal, frame.out)) > 0:
            return float((np.asarray(hits[0].position) - foot) @ frame.out)
    return math.nan
