"""Where in a photo its subject probably is, from colour, focus and place alone."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.imaging.mask_kernels import barrier_distance

Map = NDArray[np.float32]

_WORK_PX = 260
_SWEEPS = 3
_CLUSTERS = 6
_POSITION_WEIGHT = 0.35
_POSITION_SPAN = 60.0
# Smallest spread of a border cluster, in Lab and position, so that a perfectly even wall is no point.
_SPREAD_FLOOR = np.diag([40.0, 12.0, 12.0, 30.0, 30.0])


def saliency(rgb: NDArray[np.uint8]) -> Map:
    """Rate every pixel by how probably it belongs to the subject.

    Parameters
    ----------
    rgb : (h, w, 3) uint8

    Returns
    -------
    (h, w) float32, 0-1
        Barrier distance from the border, difference from the colours of the border, and sharpness, all
        weighed by closeness to the middle.
    """
    h, w = rgb.shape[:2]
    ratio = min(1.0, _WORK_PX / max(h, w))
    size = (max(8, round(w * ratio)), max(8, round(h * ratio)))
    small = cv2.bilateralFilter(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), 7, 30, 7)
    lab = cv2.cvtColor(small.astype(np.float32) / np.float32(255), cv2.COLOR_RGB2LAB)
    barrier = _normalised(barrier_distance(lab, _SWEEPS), 98)
    border = _normalised(_border_difference(lab), 98)
    rated = (0.45 * barrier + 0.35 * border + 0.20 * _focus(lab)) * (0.35 + 0.65 * _centre_prior(lab))
    rated = cv2.GaussianBlur(rated.astype(np.float32), (0, 0), 3)
    low, high = float(rated.min()), float(rated.max())
    return np.asarray(
        cv2.resize((rated - low) / max(high - low, 1e-6), (w, h), interpolation=cv2.INTER_LINEAR), np.float32
    )


def _normalised(values: Map, percentile: float) -> Map:
    return np.asarray(np.clip(values / max(float(np.percentile(values, percentile)), 1e-6), 0, 1), np.float32)


def _focus(lab: Map) -> Map:
    edges = np.abs(cv2.Laplacian(lab[..., 0], cv2.CV_32F))
    return _normalised(cv2.GaussianBlur(edges, (0, 0), 9), 97)


def _centre_prior(lab: Map) -> Map:
    h, w = lab.shape[:2]
    x = (np.arange(w, dtype=np.float32) / w - 0.5) / 0.33
    y = (np.arange(h, dtype=np.float32) / h - 0.52) / 0.40
    return np.asarray(np.exp(-(x[None] ** 2 + y[:, None] ** 2) / 1.2), np.float32)


def _border_difference(lab: Map) -> Map:
    """Mahalanobis distance of every pixel to the nearest cluster of border colours."""
    h, w = lab.shape[:2]
    band = max(3, int(0.03 * min(h, w)))
    on_border = np.zeros((h, w), dtype=bool)
    on_border[:band] = on_border[:, :band] = on_border[:, -band:] = True
    y, x = np.mgrid[0:h, 0:w]
    place = np.stack([x / w, y / h], -1) * (_POSITION_SPAN * _POSITION_WEIGHT)
    features = np.concatenate([lab, place], -1).reshape(-1, 5).astype(np.float32)
    samples = features[on_border.ravel()]
    stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    _, labels, _ = cv2.kmeans(samples, _CLUSTERS, None, stop, 2, cv2.KMEANS_PP_CENTERS)
    nearest = np.full(h * w, np.inf)
    for cluster in range(_CLUSTERS):
        members = samples[labels.ravel() == cluster]
        if len(members) < max(0.04 * len(samples), 6):
            continue
        inverse = np.linalg.inv(np.cov(members.T) + _SPREAD_FLOOR)
        away = features - members.mean(0)
        nearest = np.minimum(nearest, ((away @ inverse.astype(np.float32)) * away).sum(1))
    return np.sqrt(np.maximum(nearest, 0)).reshape(h, w).astype(np.float32)
