"""The foot a framed picture stands on: a sole that swings up into the frame on both sides."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.sculpting.picture_frames import FramedPicture, Moulding, on_raster

Grid = NDArray[np.float32]

SOLE_MM = 2.6
_CHAMFER_MM = 0.4
_LEAST_DEPTH_MM = 12.0
_DEPTH_TO_HEIGHT = 0.26
"""Leans about 14 degrees before it falls."""


def foot_depth_mm(height_mm: float) -> float:
    """How deep a foot a picture of this height needs, so that it does not fall over."""
    return max(_LEAST_DEPTH_MM, _DEPTH_TO_HEIGHT * (height_mm + SOLE_MM))


def on_foot(framed: FramedPicture, moulding: Moulding, half_mm: float) -> tuple[Grid, Grid, Grid, Grid]:
    """Add a foot below a framed picture.

    Parameters
    ----------
    half_mm : float
        How far the foot reaches to both sides of the frame's middle.

    Returns
    -------
    x_mm, y_mm, front_mm, back_mm : (h, w), (h,), (h, w), (h,) float32
        What a sheet is made of; the back is the same along every row.
    """
    middle = moulding.shoulder_mm / 2
    half = on_raster(half_mm + middle) - middle
    sole = np.array([SOLE_MM - 0.06, _CHAMFER_MM, 0.0], dtype=np.float32)
    y = np.r_[framed.y_mm + np.float32(SOLE_MM), sole]
    half_depth = _cove(y - SOLE_MM, moulding.width_mm, half, middle)
    half_depth[-1] -= _CHAMFER_MM
    x = np.vstack([framed.x_mm, np.tile(framed.x_mm[-1], (len(sole), 1))])
    front = np.vstack([framed.front_mm, np.tile(framed.front_mm[-1], (len(sole), 1))])
    swing = np.where(y < SOLE_MM + moulding.width_mm, middle + half_depth, 0.0)
    front = np.maximum(front, swing[:, None]).astype(np.float32)
    return x, y, front, np.minimum(0.0, middle - half_depth).astype(np.float32)


def _cove(above_mm: Grid, rise_mm: float, foot_mm: float, body_mm: float) -> Grid:
    """Half the depth at a height above the sole: a hollow curve from the foot to the body."""
    share = np.clip(above_mm / rise_mm, 0, 1)
    return np.asarray(
        body_mm + (foot_mm - body_mm) * (1 - np.sqrt(np.maximum(1 - (1 - share) ** 2, 0))), np.float32
    )
