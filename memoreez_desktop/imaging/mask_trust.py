"""How far a subject mask may be believed."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Labels = NDArray[np.uint8]


def trust(rgb: NDArray[np.uint8], mask: Labels, again: Labels) -> float:
    """Rate a mask from 0 (a guess) to 1 (a clear subject on a clear ground).

    Parameters
    ----------
    rgb : (h, w, 3) uint8
    mask : (h, w) uint8, 0 or 1
    again : (h, w) uint8, 0 or 1
        The mask that the same photo gives from other starting values: two answers that differ mean that
        the photo does not tell subject from ground.

    Notes
    -----
    The product of: a sensible area, little contact with the upper and side borders, an outline that lies on
    edges of the photo, colours unlike the ground's, one compact piece, and agreement of the two answers.
    """
    clear = clarity(rgb, mask, again)
    if clear == 0:
        return 0.0
    touch = float((mask[0].mean() + mask[:, 0].mean() + mask[:, -1].mean()) / 3)
    return clear * _ramp(touch, 0.35, 0.18) * _ramp(_largest_share(mask), 0.55, 0.85)


def clarity(rgb: NDArray[np.uint8], mask: Labels, again: Labels) -> float:
    """Rate how clearly subject and ground differ, 0-1, however the photo cuts or parts the subject.

    Parameters are those of :func:`trust`.
    """
    if not mask.any() or mask.all():
        return 0.0
    area = float(mask.mean())
    score = _ramp(area, 0.012, 0.03) * _ramp(area, 0.85, 0.70)
    score *= _ramp(_edge_contrast(rgb, mask), 1.0, 2.0)
    score *= _ramp(_colour_overlap(rgb, mask), 0.78, 0.60)
    score *= _ramp(_compactness(mask), 0.015, 0.06)
    return float(score * _ramp(_agreement(mask, again), 0.40, 0.75))


def _ramp(value: float, at_zero: float, at_one: float) -> float:
    return float(np.clip((value - at_zero) / (at_one - at_zero), 0.0, 1.0))


def _agreement(mask: Labels, again: Labels) -> float:
    both = int(np.count_nonzero(mask & again))
    return both / max(int(np.count_nonzero(mask | again)), 1)


def _largest_share(mask: Labels) -> float:
    """How much of the mask is in one piece."""
    facts = cv2.connectedComponentsWithStats(mask)[2]
    return float(facts[1:, cv2.CC_STAT_AREA].max() / mask.sum())


def _compactness(mask: Labels) -> float:
    outlines = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]
    length = sum(len(outline) for outline in outlines)
    return float(4 * np.pi * mask.sum() / max(length, 1) ** 2)


def _edge_contrast(rgb: NDArray[np.uint8], mask: Labels) -> float:
    """Compare the photo's steps along the outline with those everywhere."""
    square = np.ones((3, 3), np.uint8)
    lab = cv2.cvtColor(cv2.GaussianBlur(rgb, (0, 0), 1.2), cv2.COLOR_RGB2LAB)
    steps = cv2.morphologyEx(lab, cv2.MORPH_GRADIENT, square).max(2).astype(np.float32)
    outline = cv2.morphologyEx(mask, cv2.MORPH_GRADIENT, square) > 0
    outline[:2] = outline[-2:] = False
    outline[:, :2] = outline[:, -2:] = False
    return float(np.median(steps[outline]) / (np.median(steps) + 4)) if outline.any() else 0.0


def _colour_overlap(rgb: NDArray[np.uint8], mask: Labels) -> float:
    """Bhattacharyya coefficient of the colours inside and outside."""
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB)
    inside, outside = (
        cv2.calcHist([lab], [0, 1, 2], part, [8, 12, 12], [0, 256] * 3).ravel() for part in (mask, 1 - mask)
    )
    return float(np.sqrt(inside / max(inside.sum(), 1) * outside / max(outside.sum(), 1)).sum())
