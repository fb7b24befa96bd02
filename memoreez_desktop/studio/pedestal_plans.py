"""What a pedestal looks like from above, for each style."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.keepsake_steps import PedestalStyle
from memoreez_desktop.geometry.shapes import Shape, circle, offset

F64 = NDArray[np.float64]

RATIOS: dict[PedestalStyle, tuple[float, float]] = {
    "round": (1.0, 1.0),
    "oval": (0.55, 0.8),
    "square": (0.72, 1.0),
    "octagon": (0.8, 1.0),
    "heart": (0.93, 0.93),
    "plinth": (0.45, 1.0),
}
"""Least and largest depth of a style that suits its width, in widths."""

SET_BACK: dict[PedestalStyle, tuple[float, ...]] = {"heart": (0.0, 0.03, 0.06, 0.09, 0.12)}
"""How far behind the middle of its box a figure may stand, in widths: a heart is widest there."""

_SAG_MM = 0.008
_LONGEST_MM = 1.4
_SQUARE_CORNER_RATIO = 0.16
_OCTAGON_CORNER_MM = 1.6
_PLINTH_CORNER_MM = 1.0
_LOBE_RATIO = 0.285
_TIP_RATIO = 0.13
_CLEFT_RATIO = 0.045


@dataclass(frozen=True, eq=False)
class Outline:
    """An outline that can step inwards.

    Attributes
    ----------
    points_mm : (n, 2) float64
        About the origin, anticlockwise seen from above, from the front (-y).
    inwards : (n, 2) float64
        Which way each point goes for a step of 1 mm.
    flat_mm : float or None
        Length of the straight front; None for styles that have none.
    """

    points_mm: F64
    inwards: F64
    flat_mm: float | None = None

    def stepped_in(self, inset_mm: float) -> F64:
        """(n, 2) float64: the outline further in."""
        return self.points_mm + self.inwards * inset_mm


def plan_outline(style: PedestalStyle, width_mm: float, depth_mm: float) -> Outline:
    """Draw a style; the middle of its box is the origin."""
    x, y = width_mm / 2, depth_mm / 2
    if style in ("round", "oval"):
        return _ellipse(x, y)
    if style == "heart":
        return _heart(width_mm, depth_mm)
    if style == "octagon":
        # A regular one where it is as deep as wide.
        cut = 2 * min(x, y) * (1 - math.sqrt(0.5))
        corners = [
            (x - cut, -y), (x, cut - y), (x, y - cut), (x - cut, y),
            (cut - x, y), (-x, y - cut), (-x, cut - y), (cut - x, -y),
        ]  # fmt: skip
        return _polygon(corners, _OCTAGON_CORNER_MM)
    corner = _PLINTH_CORNER_MM if style == "plinth" else _SQUARE_CORNER_RATIO * min(width_mm, depth_mm)
    return _polygon([(x, -y), (x, y), (-x, y), (-x, -y)], corner)


def _steps(radius_mm: float, turn_rad: float) -> int:
    """How many chords an arc needs."""
    chord = min(math.sqrt(8 * radius_mm * _SAG_MM), _LONGEST_MM)
    return max(2, math.ceil(radius_mm * turn_rad / chord))


def _ellipse(x: float, y: float) -> Outline:
    count = 4 * math.ceil(_steps(max(x, y), 2 * math.pi) / 4)
    turn = np.arange(count) * (2 * np.pi / count) - np.pi / 2
    points = np.column_stack([x * np.cos(turn), y * np.sin(turn)])
    normals = np.column_stack([y * np.cos(turn), x * np.sin(turn)])
    return Outline(points, -normals / np.linalg.norm(normals, axis=1, keepdims=True))


def _polygon(corners: list[tuple[float, float]], radius_mm: float) -> Outline:
    """Round the corners of a polygon; they stay as round as they are when it steps in.

    The corners run anticlockwise and begin with the right end of the front.
    """
    at = np.array(corners, dtype=np.float64)
    side = np.roll(at, -1, axis=0) - at
    after = np.column_stack([side[:, 1], -side[:, 0]]) / np.linalg.norm(side, axis=1, keepdims=True)
    before = np.roll(after, 1, axis=0)
    # Along the mitre a step of 1 mm moves both sides by 1 mm.
    mitre = (before + after) / (1 + (before * after).sum(axis=1))[:, None]
    points, inwards = [np.array([[0.0, at[0, 1]]])], [-before[:1]]
    for corner, first, last, way in zip(at, before, after, mitre, strict=True):
        begin = math.atan2(first[1], first[0])
        turn = math.acos(float(np.clip(first @ last, -1, 1)))
        angle = begin + np.linspace(0, turn, _steps(radius_mm, turn) + 1)
        arc = corner - way * radius_mm + radius_mm * np.column_stack([np.cos(angle), np.sin(angle)])
        points.append(arc)
        inwards.append(np.tile(-way, (len(arc), 1)))
    straight = points[1][0, 0] - points[-1][-1, 0]
    return Outline(np.vstack(points), np.vstack(inwards), float(straight))


def _heart(width_mm: float, depth_mm: float) -> Outline:
    """Two discs drawn to a blunt tip in front, its cleft rounded."""
    unit = _heart_100(round(100 * depth_mm / width_mm, 6))
    return Outline(unit.points_mm * width_mm / 100, unit.inwards)


@functools.cache
def _heart_100(depth_mm: float) -> Outline:
    """Draw a heart 100 mm wide; it is fine enough for one three times as wide."""
    lobe, tip, cleft = 100 * _LOBE_RATIO, 100 * _TIP_RATIO, 100 * _CLEFT_RATIO
    aside, ahead = 50 - lobe, depth_mm - lobe - tip
    low = circle(tip, 240).translate((0.0, -ahead))
    halves = [Shape.batch_hull([circle(lobe, 480).translate((s * aside, 0.0)), low]) for s in (1, -1)]
    shape = offset(offset(halves[0] + halves[1], cleft, segments=240), -cleft, segments=240)
    ring = np.asarray(max(shape.to_polygons(), key=len), dtype=np.float64)
    return _resampled(ring - (0.0, (ring[:, 1].min() + ring[:, 1].max()) / 2))


def _resampled(ring: F64) -> Outline:
    """Walk round a smooth closed curve in even steps, from where it crosses x = 0 in front."""
    start = int(np.argmin(np.abs(ring[:, 0]) + 1e3 * (ring[:, 1] > 0)))
    ring = np.roll(ring, -start, axis=0)
    closed = np.vstack([ring, ring[:1]])
    length = np.r_[0.0, np.cumsum(np.hypot(*np.diff(closed, axis=0).T))]
    count = 2 * math.ceil(length[-1] / 0.7 / 2)

    def at(along: F64) -> F64:
        return np.column_stack([np.interp(along % length[-1], length, closed[:, k]) for k in (0, 1)])

    places = np.arange(count) * (length[-1] / count)
    way = at(places + 0.35) - at(places - 0.35)
    normals = np.column_stack([way[:, 1], -way[:, 0]])
    return Outline(at(places), -normals / np.linalg.norm(normals, axis=1, keepdims=True))
