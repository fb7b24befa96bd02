"""Light in a photo, and the thickness of plastic that shows it."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Rgb = NDArray[np.uint8]
Map = NDArray[np.float32]

_CLAHE_LIMIT = 2.0
_CLAHE_SHARE = 0.55
_SHARPEN_RADIUS_MM = 0.45
_SHARPEN_AMOUNT = 0.6
# Lab lightness squared is close to linear light, which is what plastic attenuates.
_LIGHT_GAMMA = 2.0


def luminance(rgb: Rgb) -> Map:
    """Return Lab lightness, (h, w) float32, 0-1."""
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB)
    return np.asarray(lab[..., 0], np.float32) / np.float32(255)


def local_contrast(light: Map, tiles: int = 8) -> Map:
    """Equalise contrast tile by tile (CLAHE), (h, w) float32, 0-1."""
    levels = (np.clip(light, 0, 1) * 255).astype(np.uint8)
    equalised = cv2.createCLAHE(_CLAHE_LIMIT, (tiles, tiles)).apply(levels)
    return np.asarray(equalised, np.float32) / np.float32(255)


def crop_to_aspect(rgb: NDArray[np.generic], width_to_height: float) -> NDArray[np.generic]:
    """Cut a picture to a proportion: both sides alike, of the height more from below, where feet are."""
    height, width = rgb.shape[:2]
    if width / height > width_to_height:
        kept = max(1, round(height * width_to_height))
        start = (width - kept) // 2
        return rgb[:, start : start + kept]
    kept = max(1, round(width / width_to_height))
    start = round((height - kept) * 0.35)
    return rgb[start : start + kept]


def resampled(picture: NDArray[np.generic], width: int, height: int) -> NDArray[np.generic]:
    """Resize a picture by area when it shrinks, by cubics when it grows."""
    shrinks = picture.shape[1] > width
    way = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, (width, height), interpolation=way))


def lithophane_thickness_mm(
    rgb: Rgb,
    width_mm: float,
    height_mm: float,
    pitch_mm: float,
    *,
    thinnest_mm: float = 0.8,
    thickest_mm: float = 3.0,
    mu_per_mm: float = 1.15,
) -> Map:
    """Turn a photo into plastic that shows it when light falls through.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
        Cropped to ``width_mm`` : ``height_mm`` about the middle.
    width_mm, height_mm : float
        Size of the picture; one value stands at every edge and corner.
    pitch_mm : float
        Wished distance of the values; the real one divides the sides evenly.
    thinnest_mm, thickest_mm : float
        White and black.
    mu_per_mm : float
        Attenuation of the filament.

    Returns
    -------
    (h, w) float32, mm
        Row 0 is the top of the picture.

    Notes
    -----
    Light falls off as exp(-mu t). Black is not no light but what still comes through the thickest place, so
    that the whole range of the photo is spread over the thickness and nothing clips. Contrast is evened out
    by tiles (CLAHE, 55 %), stretched between the 0.5th and 99.5th percentile and sharpened by 0.45 mm, about
    what a 0.4 mm nozzle smears.
    """
    columns, rows = (max(2, round(side / pitch_mm) + 1) for side in (width_mm, height_mm))
    cropped = crop_to_aspect(rgb, width_mm / height_mm)
    light = luminance(np.asarray(resampled(cropped, columns, rows), np.uint8))
    light = light * np.float32(1 - _CLAHE_SHARE) + local_contrast(light) * np.float32(_CLAHE_SHARE)
    light = _stretched(light, 0.5, 99.5)
    soft = cv2.GaussianBlur(light, (0, 0), max(_SHARPEN_RADIUS_MM / pitch_mm, 0.3))
    light = np.clip(light + np.float32(_SHARPEN_AMOUNT) * (light - soft), 0, 1)
    darkest = np.float32(np.exp(-mu_per_mm * (thickest_mm - thinnest_mm)))
    passed = darkest + (1 - darkest) * light**_LIGHT_GAMMA
    thickness = thinnest_mm - np.log(passed) / np.float32(mu_per_mm)
    return np.asarray(np.clip(thickness, thinnest_mm, thickest_mm), np.float32)


def _stretched(values: Map, low_percent: float, high_percent: float) -> Map:
    low, high = (float(value) for value in np.percentile(values, (low_percent, high_percent)))
    if high - low < 1e-3:
        return np.full_like(values, 0.5)
    return np.asarray(np.clip((values - low) / (high - low), 0, 1), np.float32)
