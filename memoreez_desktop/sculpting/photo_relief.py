"""A photo -> low relief in mm: a whole scene, or one subject swelling out of its ground."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.inflation import soft_relief
from memoreez_desktop.imaging.tone import crop_to_aspect, local_contrast, luminance, resampled
from memoreez_desktop.imaging.tone_relief import compressed_relief, relief_detail

Rgb = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Heights = NDArray[np.float32]

# Of the whole depth: a scene without a subject; with one, its fine relief, its swelling and its edge, and
# what stays of the ground's relief.
_SCENE_SHARE = 0.72
_SUBJECT_SHARE, _LIFT_SHARE, _STEP_SHARE = 0.52, 0.36, 0.12
_GROUND_SHARE = 0.34
_EDGE_SHARE = 0.26
_FADE_MM = 1.2
_EDGE_MM = 0.35
SUBJECT_DETAIL, FACE_DETAIL = 0.32, 0.25
"""Share of the depth for the fine relief of light and shade; faces want less, or they look old."""


def scene_relief_mm(
    rgb: Rgb, mask: Mask | None, size_mm: tuple[float, float], pitch_mm: float, depth_mm: float
) -> Heights:
    """Turn a whole photo into low relief.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
        Cropped to the size's proportion.
    mask : (h, w) bool or None
        The subject: it is lifted out of a calmer ground.
    size_mm : (width, height)
    pitch_mm : float
        Wished distance of the heights.
    depth_mm : float
        From the lowest to about the highest place.

    Returns
    -------
    (h, w) float32, mm
        Above the ground, row 0 at the top.
    """
    columns, rows = (max(8, round(side / pitch_mm) + 1) for side in size_mm)
    aspect = size_mm[0] / size_mm[1]
    picture = np.asarray(resampled(crop_to_aspect(rgb, aspect), columns, rows), np.uint8)
    light = cv2.bilateralFilter(
        local_contrast(luminance(picture), tiles=6), 0, 0.07, max(1.0, 0.3 / pitch_mm)
    )
    relief = compressed_relief(light, power=0.55, noise=0.015, high_pass_px=9 / pitch_mm)
    relief = cv2.GaussianBlur(relief, (0, 0), max(0.18 / pitch_mm, 0.4))
    low, high = (float(value) for value in np.percentile(relief, (1, 99)))
    relief = np.clip((relief - low) / max(high - low, 1e-6), 0, 1) * np.float32(depth_mm)
    if mask is None:
        relief *= np.float32(_SCENE_SHARE)
    else:
        cut = crop_to_aspect(mask.astype(np.float32), aspect)
        soft = _soft_edge(np.asarray(resampled(cut, columns, rows), np.float32), pitch_mm)
        swell = soft_relief(soft > 0.5, pitch_mm, _LIFT_SHARE * depth_mm, _STEP_SHARE * depth_mm)
        relief *= np.float32(_GROUND_SHARE) + (_SUBJECT_SHARE - _GROUND_SHARE) * soft
        relief += swell * soft
    return np.asarray(cv2.GaussianBlur(relief, (0, 0), max(0.14 / pitch_mm, 0.35)), np.float32)


def _soft_edge(mask: Heights, pitch_mm: float) -> Heights:
    """Slope the edge of a mask over some 0.7 mm, and at least over a cell, so that it shows no teeth."""
    soft = cv2.GaussianBlur(mask, (0, 0), max(_EDGE_MM / pitch_mm, 0.9))
    return np.asarray(np.clip((soft - 0.2) / 0.6, 0, 1), np.float32)


def subject_relief_mm(
    rgb: Rgb, mask: Mask, pitch_mm: float, depth_mm: float, *, detail_share: float = SUBJECT_DETAIL
) -> Heights:
    """Let a subject swell out of flat ground, with its light and shade as fine relief.

    Parameters
    ----------
    rgb, mask : (h, w, 3) uint8, (h, w) bool
        One pixel a height. A mask that touches the lower edge goes on below it, so that shoulders that the
        photo cuts off do not round off there.
    detail_share : float
        Of the depth, for the fine relief.

    Returns
    -------
    (h, w) float32, mm
        0 on the ground.
    """
    below = len(mask) // 2 if mask[-1].any() else 0
    longer = np.vstack([mask, np.repeat(mask[-1:], below, axis=0)]) if below else mask
    padded = np.pad(longer, ((2, 2), (2, 2)))
    shape = soft_relief(padded, pitch_mm, (1 - _EDGE_SHARE) * depth_mm, _EDGE_SHARE * depth_mm)
    shape = shape[2 : 2 + len(mask), 2:-2]
    inwards = cv2.distanceTransform(padded.astype(np.uint8), cv2.DIST_L2, 5)[2 : 2 + len(mask), 2:-2]
    fade = np.clip(inwards * np.float32(pitch_mm / _FADE_MM), 0, 1)
    detail = relief_detail(rgb, pitch_mm, mask=mask) * np.float32(detail_share * depth_mm)
    height = np.where(mask, np.maximum(shape + detail * fade, 0.6 * _EDGE_SHARE * depth_mm), 0)
    return np.asarray(
        cv2.GaussianBlur(height.astype(np.float32), (0, 0), max(0.1 / pitch_mm, 0.35)), np.float32
    )


def vignette_relief_mm(rgb: Rgb, pitch_mm: float, depth_mm: float) -> Heights:
    """Turn a square photo into a round relief that runs out softly, swelling a little to the middle."""
    side = len(rgb)
    scene = scene_relief_mm(rgb, None, (side * pitch_mm, side * pitch_mm), pitch_mm, 1.25 * depth_mm)
    scene = cv2.resize(scene, (side, side), interpolation=cv2.INTER_LINEAR)
    at = (np.arange(side, dtype=np.float32) + 0.5) / side * 2 - 1
    radius = np.hypot(at[None], at[:, None])
    dome = np.float32(0.35 * depth_mm) * np.sqrt(np.maximum(1 - radius**2, 0))
    out = np.clip((1.0 - radius) / 0.14, 0, 1)
    return np.asarray((scene + dome) * out * out * (3 - 2 * out), np.float32)
