"""GrabCut from labelled pixels, and what makes its answer a clean shape."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Rgb = NDArray[np.uint8]
Labels = NDArray[np.uint8]

_LEAST_SEED_PX = 50
# GrabCut draws lots; the same question gets the same answer.
_SEED = 1
# Gaps between parts of one subject (head and coat over a pale collar) that are closed, as shares of the
# longest side, and how much closing may add to the mask.
_BRIDGES_RATIO = (0.012, 0.025, 0.05, 0.09)
_MOST_ADDED_RATIO = 0.15
_LARGEST_HOLE_RATIO = 0.03
# A hole stays when an even ground shows through it: between a horse's legs, not in a badge (8-bit Lab).
_LEAST_GAP_RATIO = 0.001
_EVEN_GROUND, _LIKE_GROUND = 14.0, 16.0
_KEPT_PART_SHARE = 0.15


def like(values: NDArray[np.generic], picture: NDArray[np.generic]) -> NDArray[Any]:
    """Resize a map, or labels by their nearest, to the size of a picture."""
    way = cv2.INTER_NEAREST if values.dtype == np.uint8 else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(values, picture.shape[1::-1], interpolation=way))


def cut(rgb: Rgb, labels: Labels, rounds: int) -> Labels:
    """Run GrabCut from labelled pixels.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
    labels : (h, w) uint8
        ``cv2.GC_...``.
    rounds : int

    Returns
    -------
    (h, w) uint8, 0 or 1
        Empty when too few pixels are labelled either way.
    """
    marked = np.isin(labels, (cv2.GC_FGD, cv2.GC_PR_FGD))
    if min(int(marked.sum()), int((~marked).sum())) < _LEAST_SEED_PX:
        return np.zeros(labels.shape, np.uint8)
    work = labels.copy()
    models = np.zeros((2, 1, 65))
    smooth = cv2.bilateralFilter(rgb, 7, 25, 7)
    cv2.setRNGSeed(_SEED)
    cv2.grabCut(smooth, work, None, models[0], models[1], rounds, cv2.GC_INIT_WITH_MASK)
    return np.isin(work, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)


def refined(rgb: Rgb, coarse: Labels, said: Labels) -> Labels:
    """Follow the outline at full working size: only a band about it is decided anew.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
    coarse : (h', w') uint8, 0 or 1
        The answer of a smaller picture.
    said : (h, w) uint8
        ``cv2.GC_FGD`` and ``cv2.GC_BGD`` where a person said so, ``cv2.GC_PR_BGD`` elsewhere.
    """
    mask: Labels = like(coarse, rgb)
    if not 0 < mask.mean() < 1:
        return mask
    band = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (9, 9))
    sure, possible = cv2.erode(mask, band), cv2.dilate(mask, band)
    labels = np.where(mask > 0, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    labels[sure > 0], labels[possible == 0] = cv2.GC_FGD, cv2.GC_BGD
    obey(labels, said)
    if not np.isin(labels, (cv2.GC_PR_FGD, cv2.GC_PR_BGD)).any() or not sure.any() or possible.all():
        return obeyed(mask, said)
    models = np.zeros((2, 1, 65))
    smooth = cv2.bilateralFilter(rgb, 5, 20, 5)
    cv2.setRNGSeed(_SEED)
    cv2.grabCut(smooth, labels, None, models[0], models[1], 1, cv2.GC_INIT_WITH_MASK)
    return np.isin(labels, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)


def obey(labels: Labels, said: Labels) -> None:
    """Write what a person said into GrabCut's labels, in place."""
    told = like(said, labels)
    sure = (told == cv2.GC_FGD) | (told == cv2.GC_BGD)
    labels[sure] = told[sure]


def obeyed(mask: Labels, said: Labels) -> Labels:
    """Return a mask in which every pixel a person spoke of is as they said."""
    told = like(said, mask)
    return np.where(told == cv2.GC_FGD, 1, np.where(told == cv2.GC_BGD, 0, mask)).astype(np.uint8)


def tidy(mask: Labels, rated: NDArray[np.float32], rgb: Rgb) -> Labels:
    """Smooth the outline, keep and join the parts that matter, close small holes.

    Parameters
    ----------
    mask : (h, w) uint8, 0 or 1
    rated : (h, w) float32
        How much each pixel matters.
    rgb : (h, w, 3) uint8
        Tells a gap, through which an even ground is seen, from a bright spot on the subject.
    """
    smallest = _disc(0.006 * max(mask.shape))
    mask = cv2.morphologyEx(cv2.morphologyEx(mask, cv2.MORPH_OPEN, smallest), cv2.MORPH_CLOSE, smallest)
    count, labels = cv2.connectedComponents(mask)
    if count <= 1:
        return np.zeros_like(mask)
    mass = np.bincount(labels.ravel(), rated.ravel(), count)
    mass[0] = 0
    mask = (mass >= _KEPT_PART_SHARE * mass.max())[labels].astype(np.uint8)
    mask[labels == 0] = 0
    return _without_holes(_joined(mask), rgb)


def _disc(radius_px: float) -> Labels:
    size = 2 * max(1, int(radius_px)) + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)), np.uint8)


def _joined(mask: Labels) -> Labels:
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


def _without_holes(mask: Labels, rgb: Rgb) -> Labels:
    count, labels, facts, _ = cv2.connectedComponentsWithStats(1 - mask)
    left, top, width, height, area = facts[:, : cv2.CC_STAT_MAX].T
    inside = (left > 0) & (top > 0) & (left + width < mask.shape[1]) & (top + height < mask.shape[0])
    small = inside & (area < _LARGEST_HOLE_RATIO * mask.size) & (np.arange(count) > 0)
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB).astype(np.float32)
    ground = lab[(labels > 0) & ~inside[labels]]
    if len(ground) and float(ground.std(0).max()) < _EVEN_GROUND:
        for hole in np.flatnonzero(small & (area > _LEAST_GAP_RATIO * mask.size)):
            away = np.linalg.norm(np.median(lab[labels == hole], axis=0) - ground.mean(0))
            small[hole] = away > _LIKE_GROUND
    return np.where(small[labels] & (mask == 0), 1, mask).astype(np.uint8)
