"""Colours that everyone can tell apart."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from memoreez_desktop.core.heat_map import (
    CAREFUL,
    GOOD,
    MIDDLE,
    PERFECT,
    TROUBLE,
    UNKNOWN,
    ColourScale,
    HeatMap,
)

# Linear RGB as seen without long, middle or short cones (Viénot 1999; for the last, after Brettel 1997).
SEEN = {
    "all cones": np.eye(3),
    "no long": np.array([[0.1124, 0.8876, 0.0], [0.1124, 0.8876, 0.0], [0.0040, -0.0040, 1.0]]),
    "no middle": np.array([[0.2927, 0.7073, 0.0], [0.2927, 0.7073, 0.0], [-0.0223, 0.0223, 1.0]]),
    "no short": np.array([[1.0, 0.1273, -0.1273], [0.0, 0.8739, 0.1261], [0.0, 0.8739, 0.1261]]),
}


def lab(rgb: tuple[int, int, int], seen: np.ndarray) -> np.ndarray:
    linear = (np.array(rgb) / 255) ** 2.2
    linear = np.clip(seen @ linear, 0, 1)
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ linear
    x, y, z = np.cbrt(xyz / [0.9505, 1.0, 1.089])
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("seen", SEEN)
def test_trouble_never_looks_like_good(seen: str) -> None:
    colours = {rgb: lab(rgb, SEEN[seen]) for rgb in (TROUBLE, CAREFUL, MIDDLE, GOOD, PERFECT)}
    for first, second in combinations(colours, 2):
        apart = np.linalg.norm(colours[first] - colours[second])
        assert apart > 12, (first, second)
    for bad in (TROUBLE, CAREFUL):
        assert np.linalg.norm(colours[bad] - colours[PERFECT]) > 30


def test_between_two_stops_colours_are_mixed_and_beyond_them_they_stay() -> None:
    scale = ColourScale("s", ((1.0, (0, 0, 0)), (2.0, (200, 100, 50))))
    got = scale.colours(np.array([-5, 1.5, 9, np.nan, np.inf]))
    assert got.tolist() == [[0, 0, 0], [100, 50, 25], [200, 100, 50], list(UNKNOWN), list(UNKNOWN)]
    heat_map = HeatMap("x", "X", "mm", np.array([1.5], np.float32), scale)
    assert heat_map.colours.tolist() == [[100, 50, 25]]
