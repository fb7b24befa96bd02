"""Lines of the bed, the rulers and the coin as plain arrays; nothing here knows of OpenGL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.ui.words import number

# Commission decision 1999/32/EC, annex: diameter and thickness of the 2-euro coin.
COIN_DIAMETER_MM, COIN_THICKNESS_MM = 25.75, 2.2
_GRID_MM, _STRONG_EVERY = 10.0, 5
_LINE_Z_MM = -0.19
_HATCH_MM = 4.0
_RULER_GAP_MM = 6.0


def bed_lines(width_mm: float, depth_mm: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the thin (10 mm) and the strong (50 mm and edge) lines as (n, 2, 3) segments."""
    thin: list[list[list[float]]] = []
    strong: list[list[list[float]]] = []
    half_x, half_y = width_mm / 2, depth_mm / 2
    for half, other, along_x in ((half_x, half_y, True), (half_y, half_x, False)):
        count = int(half // _GRID_MM)
        steps = [*(k * _GRID_MM for k in range(-count, count + 1)), -half, half]
        for at in steps:
            ends = [[at, -other, _LINE_Z_MM], [at, other, _LINE_Z_MM]]
            line = ends if along_x else [[e[1], e[0], e[2]] for e in ends]
            is_strong = abs(at) == half or round(at / _GRID_MM) % _STRONG_EVERY == 0
            (strong if is_strong else thin).append(line)
    return np.array(thin, np.float32).reshape(-1, 2, 3), np.array(strong, np.float32)


def hatching(corners_mm: Sequence[tuple[float, float]]) -> NDArray[np.float32]:
    """Return edge and diagonals of a place on the bed that must stay free, as (n, 2, 3) segments."""
    corners = np.asarray(corners_mm, dtype=np.float64).reshape(-1, 2)
    after = np.roll(corners, -1, axis=0)
    lines = [[start, end] for start, end in zip(corners, after, strict=True)]
    height, rise = corners.sum(axis=1), (after - corners).sum(axis=1)
    for level in np.arange(height.min(initial=0.0) + _HATCH_MM, height.max(initial=0.0), _HATCH_MM):
        with np.errstate(divide="ignore", invalid="ignore"):
            share = (level - height) / rise
        met = (share >= 0) & (share < 1)
        points = corners[met] + (after - corners)[met] * share[met, None]
        points = points[np.argsort(points[:, 0])]
        lines += [[points[k], points[k + 1]] for k in range(0, len(points) - 1, 2)]
    flat = np.array(lines, np.float32).reshape(-1, 2, 2)
    return np.concatenate([flat, np.full((*flat.shape[:2], 1), _LINE_Z_MM, np.float32)], axis=2)


@dataclass(frozen=True)
class Rule:
    """One ruler: its line and ticks, the words and where they stand."""

    segments: NDArray[np.float32]
    words: str
    label_mm: tuple[float, float, float]


def rulers(bounds_mm: NDArray[np.float64]) -> tuple[Rule, Rule, Rule]:
    """Return width (in front), depth (at the right) and height (at the right, behind) of a box.

    Parameters
    ----------
    bounds_mm : (2, 3) float, mm
        Lowest and highest corner.
    """
    low, high = np.asarray(bounds_mm, dtype=float)
    size = high - low
    out = np.eye(3)
    front = np.array([low[0], low[1] - _RULER_GAP_MM, 0.1])
    side = np.array([high[0] + _RULER_GAP_MM, low[1], 0.1])
    back = np.array([high[0] + _RULER_GAP_MM, high[1], low[2]])
    return (
        _rule(front, out[0], size[0], -out[1]),
        _rule(side, out[1], size[1], out[0]),
        _rule(back, out[2], size[2], out[0]),
    )


def _rule(start: NDArray, along: NDArray, length: float, tick: NDArray) -> Rule:
    lines = [[start, start + along * length]]
    marks = [*np.arange(0.0, length + 1e-6, 5.0 if length <= 120 else 10.0), length]
    for at in marks:
        reach = 3.5 if at in (0.0, length) or at % 10 == 0 else 2.0
        lines.append([start + along * at, start + along * at + tick * reach])
    middle = start + along * length / 2 + tick * 7.0
    label = (float(middle[0]), float(middle[1]), float(middle[2]))
    return Rule(np.array(lines, np.float32), number(f"{length:.1f} mm"), label)


def coin_place(bounds_mm: NDArray[np.float64]) -> tuple[float, float]:
    """Return where the middle of the coin lies: in front of the model, at its left."""
    low = np.asarray(bounds_mm, dtype=float)[0]
    radius = COIN_DIAMETER_MM / 2
    return float(low[0]) - radius * 0.9, float(low[1]) - radius - 4.0
