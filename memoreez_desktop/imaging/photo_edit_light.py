"""Exposure, contrast and gamma of a photo, as one table of 256 values."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.photo_edit import PhotoEdit

Rgb = NDArray[np.uint8]

LARGEST_EV = 3.0
GAMMA_RANGE = (0.3, 3.0)
# At full contrast the slope in the middle is four times as steep; at the lowest a quarter.
_STEEPEST = 4.0


def relit(rgb: Rgb, edit: PhotoEdit) -> Rgb:
    """Change a photo's light; the very pixels come back when nothing was asked.

    Parameters
    ----------
    rgb : (h, w, 3) uint8, sRGB
    """
    if edit.exposure_ev == 0 and edit.contrast_ratio == 0 and edit.gamma == 1:
        return rgb
    return np.asarray(cv2.LUT(rgb, light_table(edit.exposure_ev, edit.contrast_ratio, edit.gamma)), np.uint8)


def light_table(exposure_ev: float, contrast_ratio: float, gamma: float) -> NDArray[np.uint8]:
    """Return what becomes of each of the 256 values.

    Parameters
    ----------
    exposure_ev : float
        Stops, in linear light; -3 to 3.
    contrast_ratio : float
        -1 to 1: an S about middle grey that leaves black and white where they are, or its opposite.
    gamma : float
        0.3 to 3; above 1 lifts the shadows.

    Returns
    -------
    (256,) uint8
        Never falling; values out of range are taken at the bound.

    Notes
    -----
    Source: IEC 61966-2-1 for the curve of sRGB.
    """
    ev = float(np.clip(exposure_ev, -LARGEST_EV, LARGEST_EV))
    value = np.arange(256) / 255
    if ev:
        value = _to_srgb(np.minimum(_to_linear(value) * 2.0**ev, 1.0))
    value = _s_curve(value, float(np.clip(contrast_ratio, -1, 1)))
    value = value ** (1 / float(np.clip(gamma, *GAMMA_RANGE)))
    return np.rint(np.clip(value, 0, 1) * 255).astype(np.uint8)


def _to_linear(value: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def _to_srgb(value: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(value <= 0.0031308, value * 12.92, 1.055 * value ** (1 / 2.4) - 0.055)


def _s_curve(value: NDArray[np.float64], contrast_ratio: float) -> NDArray[np.float64]:
    """Bend about the middle: both halves are the same power curve, mirrored."""
    if contrast_ratio == 0:
        return value
    power = _STEEPEST**contrast_ratio
    below = np.minimum(value, 1 - value) * 2
    bent = below**power / 2
    return np.asarray(np.where(value <= 0.5, bent, 1 - bent), np.float64)
