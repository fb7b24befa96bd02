"""What honours a picture: a crown over it, branches of laurel beside or round it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.shapes import Shape, circle, empty, from_contours, offset, stroke


def crown() -> Shape:
    """Draw a crown of five points with pearls, standing on y = 0, 40 mm wide."""
    spikes = [(-20.0, 13.5), (-10.5, 15.5), (0.0, 18.5), (10.5, 15.5), (20.0, 13.5)]
    valleys = [(-14.0, 6.4), (-5.0, 7.6), (5.0, 7.6), (14.0, 6.4)]
    ring = [(-16.0, 0.0), spikes[0]]
    for valley, spike in zip(valleys, spikes[1:], strict=True):
        ring += [valley, spike]
    ring.append((16.0, 0.0))
    shape = from_contours([ring[::-1]])
    for x, y in spikes:
        shape += circle(2.0, 40).translate((x, y))
    return offset(offset(shape, 0.6), -0.6)


def crown_band() -> Shape:
    """Draw the band of the crown, to be raised above it."""
    return from_contours([[(-15.2, 1.2), (15.2, 1.2), (15.9, 4.6), (-15.9, 4.6)]])


def laurel(
    path_mm: NDArray[np.float64], leaf_mm: float = 11.0, taper_ratio: float = 0.35
) -> tuple[Shape, Shape]:
    """Draw a branch along a path, (n, 2) mm from its foot: its leaves, and its stem.

    Leaves stand in pairs and one at the tip; they become smaller by ``taper_ratio`` towards it.
    """
    length = np.r_[0.0, np.cumsum(np.hypot(*np.diff(path_mm, axis=0).T))]
    leaves = empty()
    places = np.arange(leaf_mm * 0.45, length[-1], leaf_mm * 0.62)
    for place in places:
        x, y = (np.interp(place, length, path_mm[:, axis]) for axis in (0, 1))
        ahead = [np.interp(place + 1.0, length, path_mm[:, axis]) for axis in (0, 1)]
        course = np.degrees(np.arctan2(ahead[1] - y, ahead[0] - x))
        small = 1.0 - taper_ratio * place / length[-1]
        for side in (-1.0, 1.0):
            leaves += (
                _leaf(leaf_mm * small).rotate(float(course + side * 38.0)).translate((float(x), float(y)))
            )
    end = path_mm[-1] - path_mm[-2]
    tip = _leaf(leaf_mm * (1.0 - taper_ratio)).rotate(float(np.degrees(np.arctan2(end[1], end[0]))))
    leaves += tip.translate(tuple(path_mm[-1]))
    return leaves, stroke(path_mm, 2.4)


def _leaf(length: float) -> Shape:
    """Draw a pointed leaf from the origin along x."""
    t = np.linspace(0.0, 1.0, 24)
    half = 0.26 * length * np.sin(np.pi * t) ** 0.9 * (1.15 - 0.3 * t)
    upper = np.column_stack([length * t, half])
    lower = np.column_stack([length * t, -half])[::-1]
    return from_contours([np.vstack([upper, lower])[::-1]])
