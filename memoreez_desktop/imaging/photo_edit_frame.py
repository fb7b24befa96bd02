"""Turning, straightening and cropping a photo, in pieces that keep memory small."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.photo_edit import WHOLE, Box, PhotoEdit

Rgb = NDArray[np.uint8]

LARGEST_TILT_DEG = 45.0
# OpenCV's warp takes no side of 32,767 pixels and more, and a whole turned copy would double the memory.
_TILE_PX = 2048


def framed(rgb: Rgb, edit: PhotoEdit) -> Rgb:
    """Turn by quarters, straighten, crop; the very pixels come back when nothing was asked.

    Parameters
    ----------
    rgb : (h, w, 3) uint8

    Returns
    -------
    (h', w', 3) uint8
        At least one pixel.
    """
    view = np.rot90(rgb, -(edit.quarter_turns % 4)) if edit.quarter_turns % 4 else rgb
    tilt = float(np.clip(edit.straighten_deg, -LARGEST_TILT_DEG, LARGEST_TILT_DEG))
    if tilt:
        return _straightened(view, tilt, edit.crop)
    if edit.crop != WHOLE:
        left, top, right, bottom = crop_px(edit.crop, view.shape[1], view.shape[0])
        view = view[top:bottom, left:right]
    return view if view is rgb else np.ascontiguousarray(view)


def framed_size(width_px: int, height_px: int, edit: PhotoEdit) -> tuple[int, int]:
    """Return the width and height that :func:`framed` gives a photo of this size."""
    width, height = (height_px, width_px) if edit.quarter_turns % 2 else (width_px, height_px)
    tilt = float(np.clip(edit.straighten_deg, -LARGEST_TILT_DEG, LARGEST_TILT_DEG))
    if tilt:
        width, height = _whole_pixels(largest_upright(width, height, tilt))
    left, top, right, bottom = crop_px(edit.crop, width, height)
    return right - left, bottom - top


def largest_upright(width: float, height: float, degrees: float) -> tuple[float, float]:
    """Return the width and height of the largest upright rectangle inside a turned one.

    Notes
    -----
    Either two corners of it lie on the longer sides of the turned rectangle (the shorter side limits it), or
    all four lie on the four sides.
    """
    turn = abs(math.radians(degrees))
    sine, cosine = math.sin(turn), math.cos(turn)
    longer, shorter = max(width, height), min(width, height)
    if shorter <= 2 * sine * cosine * longer or abs(sine - cosine) < 1e-10:
        half = shorter / 2
        along, across = half / sine, half / cosine
        return (along, across) if width >= height else (across, along)
    double = cosine * cosine - sine * sine
    return (width * cosine - height * sine) / double, (height * cosine - width * sine) / double


def crop_px(crop: Box, width: int, height: int) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom in whole pixels: inside the picture, and never empty."""
    left, right = _span_px(crop[0], crop[2], width)
    top, bottom = _span_px(crop[1], crop[3], height)
    return left, top, right, bottom


def _span_px(low: float, high: float, size: int) -> tuple[int, int]:
    start = min(max(round(low * size), 0), size - 1)
    return start, min(max(round(high * size), start + 1), size)


def _whole_pixels(size: tuple[float, float]) -> tuple[int, int]:
    return max(1, math.floor(size[0] + 1e-6)), max(1, math.floor(size[1] + 1e-6))


def _straightened(rgb: Rgb, degrees: float, crop: Box) -> Rgb:
    """Turn clockwise about the middle and keep the crop of the largest upright rectangle."""
    height, width = rgb.shape[:2]
    inner = _whole_pixels(largest_upright(width, height, degrees))
    left, top, right, bottom = crop_px(crop, *inner)
    turn = math.radians(degrees)
    sine, cosine = math.sin(turn), math.cos(turn)
    # From a pixel of the result to the photo: turned back about the common middle.
    way = np.array([[cosine, sine, 0.0], [-sine, cosine, 0.0]])
    middle = np.array([(inner[0] - 1) / 2, (inner[1] - 1) / 2])
    way[:, 2] = np.array([(width - 1) / 2, (height - 1) / 2]) - way[:, :2] @ middle
    out = np.empty((bottom - top, right - left, 3), np.uint8)
    for y in range(top, bottom, _TILE_PX):
        for x in range(left, right, _TILE_PX):
            size = (min(_TILE_PX, right - x), min(_TILE_PX, bottom - y))
            out[y - top : y - top + size[1], x - left : x - left + size[0]] = _tile(rgb, way, (x, y), size)
    return out


def _tile(rgb: Rgb, way: NDArray[np.float64], at: tuple[int, int], size: tuple[int, int]) -> Rgb:
    """Fetch one tile of the turned photo from the part of the photo it needs."""
    corners = np.array([[at[0] + dx * size[0], at[1] + dy * size[1]] for dx in (0, 1) for dy in (0, 1)])
    reach = corners @ way[:, :2].T + way[:, 2]
    low = np.maximum(np.floor(reach.min(0)).astype(int) - 2, 0)
    high = np.minimum(np.ceil(reach.max(0)).astype(int) + 3, (rgb.shape[1], rgb.shape[0]))
    part = np.ascontiguousarray(rgb[low[1] : high[1], low[0] : high[0]])
    local = way.copy()
    local[:, 2] = way[:, :2] @ np.array(at, float) + way[:, 2] - low
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    turned = cv2.warpAffine(part, local, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, np.uint8)
