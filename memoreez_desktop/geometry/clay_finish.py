"""The last strokes: contrast of fine relief, and the picture over its shadow."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.clay_camera import Eye

F32 = NDArray[np.float32]

# Shares by which crevices darken and edges lighten; by which what lies behind its surroundings darkens
# and what stands before them lightens.
_CREVICE, _EDGE = 0.40, 0.18
_BEHIND, _BEFORE = 0.20, 0.09
# A step of this share of the picture's depth counts as full: 0.6 mm on a thing of 80 mm.
_STEP_RATIO = 0.0075
_NEIGHBOURHOOD_RATIO = 1 / 70


def relief_contrast(summary: F32, eye: Eye) -> F32:
    """Find how much darker or lighter a place is drawn, so that lettering of half a mm stays legible.

    Two measures on the picture: the bend of the surface, and the depth against its surroundings.

    Parameters
    ----------
    summary : (b, b, 6) float32
        As ``take_samples`` returns it.

    Returns
    -------
    (b, b) float32
        A factor about 1.
    """
    covered = np.ascontiguousarray(summary[..., 3])
    inside = cv2.erode(covered, np.ones((3, 3), np.uint8)) > 0.99
    normals = summary[..., :3]
    across = normals @ eye.axes[0].astype(np.float32)
    upward = normals @ eye.axes[1].astype(np.float32)
    bend = cv2.Sobel(across, cv2.CV_32F, 1, 0, scale=0.25) - cv2.Sobel(upward, cv2.CV_32F, 0, 1, scale=0.25)
    bend = np.tanh(bend * 0.9)
    gain = np.where(bend < 0, _CREVICE * bend, _EDGE * bend)
    before = _before_surroundings(summary[..., 4], covered)
    gain += np.where(before < 0, _BEHIND * before, _BEFORE * before)
    return np.where(inside, 1.0 + gain, 1.0).astype(np.float32)


def _before_surroundings(nearness: F32, covered: F32) -> F32:
    """Compare each place with its neighbourhood: -1 far behind, 1 far before; 0 on any plane."""
    distance = covered / np.maximum(nearness, 1e-9)
    sigma = max(1.0, len(covered) * _NEIGHBOURHOOD_RATIO)
    mean = cv2.GaussianBlur(distance, (0, 0), sigma)
    mean /= np.maximum(cv2.GaussianBlur(covered, (0, 0), sigma), 1e-3)
    seen = distance[covered > 0.99]
    # Standing back as far as the camera does, a thing spans about a fifth of the distance to it.
    step = _STEP_RATIO * 0.2 * float(seen.mean()) if seen.size else 1.0
    # Near the outline the neighbourhood is one-sided: a slanting plane would look bent there.
    trust = np.clip((cv2.GaussianBlur(covered, (0, 0), sigma) - 0.75) / 0.25, 0, 1)
    return np.asarray(np.tanh((mean - distance) / step) * trust, dtype=np.float32)


def over_shadow(picture: F32, shadow: F32) -> NDArray[np.uint8]:
    """Lay a premultiplied picture over black of the given alpha, and undo the premultiplication.

    Returns
    -------
    (s, s, 4) uint8
    """
    coverage = np.minimum(picture[..., 3], 1.0)
    alpha = coverage + (1 - coverage) * shadow
    out = np.empty((*alpha.shape, 4), dtype=np.float32)
    out[..., :3] = np.minimum(picture[..., :3] / np.maximum(alpha, 1e-6)[..., None], 1.0)
    out[..., 3] = alpha
    return (out * 255 + 0.5).astype(np.uint8)
