"""The soft shadow a model throws on the table, as black with alpha."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.clay_camera import Eye

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

GRID = 128
_STRENGTH = 0.70
_HAZE = 0.09


def ground_samples(low: F64, high: F64) -> tuple[F32, float]:
    """Spread (GRID², 3) places over the table about the model; also half the width they cover."""
    reach = (
        1.15 * float(np.hypot(high[0] - low[0], high[1] - low[1])) / 2 + 0.9 * float(high[2] - low[2]) + 1.0
    )
    line = np.linspace(-reach, reach, GRID)
    x, y = np.meshgrid((low[0] + high[0]) / 2 + line, (low[1] + high[1]) / 2 + line)
    places = np.column_stack([x.ravel(), y.ravel(), np.full(x.size, low[2])])
    return places.astype(np.float32), reach


def shadow_picture(key: F32, sky: F32, reach: float, low: F64, high: F64, eye: Eye, size: int) -> F32:
    """Lay the table's shadow into the picture.

    Parameters
    ----------
    key, sky : (GRID²,) float32
        Share of each light that arrives, 0-1.

    Returns
    -------
    (size, size) float32
        Alpha of black, nothing at the picture's border.
    """
    # The dome's few lamps would each draw a faint outline of their own, and a wide grey haze together.
    lamp = cv2.GaussianBlur(1 - key.reshape(GRID, GRID), (0, 0), 1.5, borderType=cv2.BORDER_REPLICATE)
    dome = cv2.GaussianBlur(1 - sky.reshape(GRID, GRID), (0, 0), 2.6, borderType=cv2.BORDER_REPLICATE)
    shade = np.clip(0.42 * lamp + 0.58 * dome, 0, 1)
    shade = np.maximum(shade - _HAZE, 0) / (1 - _HAZE)
    line = np.linspace(-1, 1, GRID)
    radius = np.hypot(line[None], line[:, None])
    fade = np.clip((1.0 - radius) / 0.55, 0, 1)
    shade = (shade * fade * fade * (3 - 2 * fade)).astype(np.float32)
    centre = (np.arange(size) + 0.5) / size * 2 - 1
    x = (centre[None, :] / eye.scale + eye.centre[0]) / eye.focal
    y = (-centre[:, None] / eye.scale + eye.centre[1]) / eye.focal
    right, up, back = eye.axes
    ray = [x * right[k] + y * up[k] - back[k] for k in range(3)]
    down = np.minimum(ray[2], -1e-6)
    travel = (low[2] - eye.position[2]) / down
    middle = (low + high) / 2
    u, v = (((eye.position[k] + ray[k] * travel - middle[k]) / reach + 1) * (GRID - 1) / 2 for k in range(2))
    alpha = cv2.remap(shade, u.astype(np.float32), v.astype(np.float32), cv2.INTER_LINEAR, borderValue=0.0)
    alpha = np.where(ray[2] > -1e-4, 0.0, alpha)
    border = np.clip((1.0 - np.abs(centre) - 2.0 / size) / 0.10, 0, 1)
    border = border * border * (3 - 2 * border)
    return np.asarray(_STRENGTH * alpha * border[None] * border[:, None], dtype=np.float32)
