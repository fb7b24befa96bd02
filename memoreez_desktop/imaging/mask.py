"""The subject of a photo, cut out without any trained weights: saliency first, GrabCut after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.imaging.mask_saliency import saliency
from memoreez_desktop.imaging.mask_trust import trust

TRUSTED_RATIO = 0.5
"""From here on a mask is good enough to shape a keepsake without asking."""

_ROUNDS = 4
_OTHER_ROUNDS = 3
_OTHER_THRESHOLD = 1.15
_SEARCH_PX = 210
_SECOND_OPINION_PX = 140
_LEAST_SEED_PX = 50
# Gaps between parts of one subject (head and coat over a pale collar) that are closed, as shares of the
# longest side, and how much closing may add to the mask.
_BRIDGES_RATIO = (0.012, 0.025, 0.05, 0.09)
_MOST_ADDED_RATIO = 0.15
_LARGEST_HOLE_RATIO = 0.03


@dataclass(frozen=True, eq=False)
class SubjectMask:
    """Which pixels belong to the subject, and how far that may be believed.

    Attributes
    ----------
    mask : (h, w) bool
        As large as the photo; empty when nothing was found.
    trust_ratio : float
        0-1; see :data:`TRUSTED_RATIO`.
    """

    mask: NDArray[np.bool_]
    trust_ratio: float

    @property
    def trusted(self) -> bool:
        """True when the mask may be used unseen."""
        return self.trust_ratio >= TRUSTED_RATIO


def subject_mask(rgb: NDArray[np.uint8], *, work_px: int = 420) -> SubjectMask:
    """Find the subject of a photo.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
    work_px : int
        Longest side during the search; a smaller one is cheaper and coarser.

    Notes
    -----
    The same photo gives the same mask. Dark letterbox bars are left out of the search.
    """
    h, w = rgb.shape[:2]
    y0, y1, x0, x1 = _inside_bars(rgb)
    inner = rgb[y0:y1, x0:x1]
    whole = np.zeros((h, w), dtype=bool)
    if min(inner.shape[:2]) < 24 or np.ptp(inner[::4, ::4]) < 12:
        return SubjectMask(whole, 0.0)
    cv2.setRNGSeed(1)  # k-means and GrabCut draw lots
    work = _resized(inner, work_px)
    search = _resized(work, _SEARCH_PX)
    rated = saliency(search)
    mask = _tidy(_refine(work, _cut(search, rated, 1.0, _ROUNDS)), _like(rated, work))
    again = _resized(work, _SECOND_OPINION_PX)
    other = _like(_cut(again, _like(rated, again), _OTHER_THRESHOLD, _OTHER_ROUNDS), work)
    ratio = trust(work, mask, _tidy(other, _like(rated, work)))
    soft = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 1.2)
    whole[y0:y1, x0:x1] = cv2.resize(soft, inner.shape[1::-1], interpolation=cv2.INTER_CUBIC) > 0.5
    return SubjectMask(whole, ratio)


def _like(values: NDArray[np.generic], picture: NDArray[np.uint8]) -> NDArray[Any]:
    way = cv2.INTER_NEAREST if values.dtype == np.uint8 else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(values, picture.shape[1::-1], interpolation=way))


def _resized(rgb: NDArray[np.uint8], longest_px: int) -> NDArray[np.uint8]:
    h, w = rgb.shape[:2]
    ratio = min(1.0, longest_px / max(h, w))
    size = (max(16, round(w * ratio)), max(16, round(h * ratio)))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)


def _inside_bars(rgb: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """Find the rows and columns inside even, nearly black bars at opposite edges."""
    dark = rgb.max(2) < 24
    spans = []
    for axis in (1, 0):
        open_lines = np.flatnonzero(dark.mean(axis) < 0.995)
        size = dark.shape[1 - axis]
        first, last = (int(open_lines[0]), int(open_lines[-1]) + 1) if len(open_lines) else (0, size)
        spans.append((first, last) if first > 0 and last < size else (0, size))
    return spans[0][0], spans[0][1], spans[1][0], spans[1][1]


def _cut(
    rgb: NDArray[np.uint8], rated: NDArray[np.float32], threshold_factor: float, rounds: int
) -> NDArray[np.uint8]:
    """Run GrabCut from the salient pixels; (h, w) uint8 of 0 and 1."""
    h, w = rgb.shape[:2]
    otsu = cv2.threshold((rated * 255).astype(np.uint8), 0, 255, cv2.THRESH_OTSU)[0] / 255
    threshold = min(otsu * threshold_factor, 0.9)
    labels = np.full((h, w), cv2.GC_PR_BGD, np.uint8)
    labels[rated > threshold] = cv2.GC_PR_FGD
    band = max(2, int(0.012 * min(h, w)))
    border = np.ones((h, w), dtype=bool)
    border[band:-band, band:-band] = False
    labels[border & (rated < threshold)] = cv2.GC_BGD
    seeds = int((labels == cv2.GC_PR_FGD).sum())
    if min(seeds, h * w - seeds) < _LEAST_SEED_PX:
        return np.zeros((h, w), np.uint8)
    smooth = cv2.bilateralFilter(rgb, 7, 25, 7)
    models = np.zeros((2, 1, 65))
    cv2.grabCut(smooth, labels, None, models[0], models[1], rounds, cv2.GC_INIT_WITH_MASK)
    return np.isin(labels, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)


def _refine(rgb: NDArray[np.uint8], coarse: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Follow the outline at full working size: only a band about it is decided anew."""
    mask: NDArray[np.uint8] = _like(coarse, rgb)
    if rgb.shape[:2] == coarse.shape or not 0 < mask.mean() < 1:
        return mask
    band = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (9, 9))
    sure, possible = cv2.erode(mask, band), cv2.dilate(mask, band)
    labels = np.where(mask > 0, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    labels[sure > 0], labels[possible == 0] = cv2.GC_FGD, cv2.GC_BGD
    models = np.zeros((2, 1, 65))
    smooth = cv2.bilateralFilter(rgb, 5, 20, 5)
    cv2.grabCut(smooth, labels, None, models[0], models[1], 1, cv2.GC_INIT_WITH_MASK)
    return np.isin(labels, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)


def _tidy(mask: NDArray[np.uint8], rated: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Smooth the outline, keep and join the parts that matter, close small holes."""
    longest = max(mask.shape)
    smallest = _disc(0.006 * longest)
    mask = cv2.morphologyEx(cv2.morphologyEx(mask, cv2.MORPH_OPEN, smallest), cv2.MORPH_CLOSE, smallest)
    count, labels = cv2.connectedComponents(mask)
    if count <= 1:
        return np.zeros_like(mask)
    mass = np.bincount(labels.ravel(), rated.ravel(), count)
    mass[0] = 0
    mask = (mass > 0.15 * mass.max())[labels].astype(np.uint8)
    return _without_holes(_joined(mask))


def _disc(radius_px: float) -> NDArray[np.uint8]:
    size = 2 * max(1, int(radius_px)) + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)), np.uint8)


def _joined(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Join loose parts by the smallest closing that does it without swallowing ground."""
    for share in _BRIDGES_RATIO:
        if cv2.connectedComponents(mask)[0] <= 2:
            break
        # Padded, or else a closing would eat into what is cut off by the photo's border.
        pad = int(share * max(mask.shape)) + 2
        wide = cv2.copyMakeBorder(mask, pad, pad, pad, pad, cv2.BORDER_REPLICATE)
        closed = cv2.morphologyEx(wide, cv2.MORPH_CLOSE, _disc(share * max(mask.shape)))[pad:-pad, pad:-pad]
        if closed.sum() > mask.sum() * (1 + _MOST_ADDED_RATIO):
            break
        if cv2.connectedComponents(closed)[0] < cv2.connectedComponents(mask)[0]:
            mask = closed
    return mask


def _without_holes(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    count, labels, facts, _ = cv2.connectedComponentsWithStats(1 - mask)
    left, top, width, height, area = facts[:, : cv2.CC_STAT_MAX].T
    inside = (left > 0) & (top > 0) & (left + width < mask.shape[1]) & (top + height < mask.shape[0])
    small = inside & (area < _LARGEST_HOLE_RATIO * mask.size) & (np.arange(count) > 0)
    return np.where(small[labels] & (mask == 0), 1, mask).astype(np.uint8)
