"""Black bars that a film or a screenshot leaves about a picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Inside = tuple[int, int, int, int]

_DARK = 24
_DARK_SHARE = 0.995
# The two bars of a pair are alike; what lies between them is most of the picture.
_MOST_UNLIKE = 0.35
_LEAST_INSIDE = 0.3
_THINNEST_RATIO = 0.01


def inside_bars(rgb: NDArray[np.uint8]) -> Inside:
    """Find what lies inside even, nearly black bars of like size at opposite edges.

    Parameters
    ----------
    rgb : (h, w, 3) uint8

    Returns
    -------
    (top, bottom, left, right) : tuple of int
        Rows ``top`` to ``bottom`` and columns ``left`` to ``right`` are the picture itself; all of it when
        there are no bars.
    """
    dark = rgb.max(2) < _DARK
    top, bottom = _span(dark.mean(1))
    left, right = _span(dark[top:bottom].mean(0))
    return top, bottom, left, right


def _span(dark_share: NDArray[np.floating]) -> tuple[int, int]:
    size = len(dark_share)
    open_lines = np.flatnonzero(dark_share < _DARK_SHARE)
    if not len(open_lines):
        return 0, size
    before, after = int(open_lines[0]), size - 1 - int(open_lines[-1])
    thinnest = max(1.0, _THINNEST_RATIO * size)
    alike = abs(before - after) <= max(2.0, _MOST_UNLIKE * max(before, after))
    if min(before, after) < thinnest or not alike or size - before - after < _LEAST_INSIDE * size:
        return 0, size
    return before, size - after
