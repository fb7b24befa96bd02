"""How a pedestal looks from the side: foot, wall and head, from the bed upwards."""

from __future__ import annotations

import math
from dataclasses import dataclass

from memoreez_desktop.core.keepsake_steps import PedestalStyle

MARGIN_MM = 0.5
"""Between the mouldings and the words."""
_PLAIN_MM = 10.5
"""Lower ones have no mouldings: nothing would be left of the wall."""
_FOOT_OUT_MM = 1.4
_HEAD_OUT_MM = 1.0
_HEAD_MM = 0.8
_TREAD_MM = 2.8
_RISES_MM = (1.6, 3.2)
_ARC_POINTS = 6


@dataclass(frozen=True)
class Profile:
    """A profile to be led round a plan.

    Attributes
    ----------
    points_mm : tuple of (inset, z)
    wall_mm : float
        How far within the plan the wall stands.
    low_mm, high_mm : float
        The band on it that is free for words.
    top_mm : float
        How far within the plan the level top begins.
    """

    points_mm: tuple[tuple[float, float], ...]
    wall_mm: float
    low_mm: float
    high_mm: float
    top_mm: float


def profile(style: PedestalStyle, height_mm: float, edge_mm: float, chamfer_mm: float, steps: int) -> Profile:
    """Draw the profile of a pedestal of this height; what does not fit is made smaller."""
    chamfer = min(chamfer_mm, height_mm / 4)
    rise = _rise_mm(height_mm, steps) if style == "plinth" else 0.0
    chamfer = min(chamfer, rise / 2) if rise else chamfer
    ground, stepped = _stairs(chamfer, steps if rise else 0, rise)
    left = height_mm - ground
    edge = min(edge_mm, left / 3)
    if left < _PLAIN_MM:
        points = [*stepped, *_rounded(_inset(stepped), height_mm, edge)]
        inset = _inset(stepped)
        return Profile(
            tuple(points), inset, ground + chamfer + MARGIN_MM, height_mm - edge - MARGIN_MM, inset + edge
        )
    outer = _inset(stepped)
    foot = ground + min(max(0.16 * left, 1.6), 3.6) - (0.6 if rise else 0.0)
    wall = outer + _FOOT_OUT_MM
    head = wall - _HEAD_OUT_MM
    brow = height_mm - edge - _HEAD_MM
    points = [*stepped, (outer, foot), (wall, foot + _FOOT_OUT_MM), (wall, brow - _HEAD_OUT_MM), (head, brow)]
    points += _rounded(head, height_mm, edge)
    low, high = foot + _FOOT_OUT_MM + MARGIN_MM, brow - _HEAD_OUT_MM - MARGIN_MM
    return Profile(tuple(points), wall, low, high, head + edge)


def height_for_mm(style: PedestalStyle, band_mm: float, edge_mm: float, steps: int) -> float:
    """Return the height whose wall, between its mouldings, leaves a band at least this high."""
    low = _PLAIN_MM + (_RISES_MM[1] * steps if style == "plinth" else 0.0)
    high = low + band_mm + 80.0
    for _ in range(40):
        middle = (low + high) / 2
        drawn = profile(style, middle, edge_mm, 0.5, steps)
        enough = drawn.high_mm - drawn.low_mm >= band_mm
        low, high = (low, middle) if enough else (middle, high)
    return math.ceil(high * 10 - 1e-6) / 10


def _rise_mm(height_mm: float, steps: int) -> float:
    """How high each step is; 0 where there is no room for steps."""
    return (
        min(max(0.13 * height_mm, _RISES_MM[0]), _RISES_MM[1], 0.45 * height_mm / steps) if steps > 0 else 0.0
    )


def _stairs(chamfer_mm: float, steps: int, rise_mm: float) -> tuple[float, list[tuple[float, float]]]:
    """Return where the stairs end and their points; the edges of treads are a little blunt."""
    points = [(chamfer_mm, 0.0), (0.0, chamfer_mm)] if chamfer_mm > 0 else [(0.0, 0.0)]
    blunt = min(0.4, rise_mm / 4)
    for number in range(steps):
        inset, top = number * _TREAD_MM, (number + 1) * rise_mm
        points += [(inset, top - blunt), (inset + blunt, top), (inset + _TREAD_MM, top)]
    return steps * rise_mm, points


def _inset(points: list[tuple[float, float]]) -> float:
    return points[-1][0]


def _rounded(inset_mm: float, height_mm: float, edge_mm: float) -> list[tuple[float, float]]:
    """Lead a wall into the level top by a quarter of a circle."""
    if edge_mm <= 0.05:
        return [(inset_mm, height_mm)]
    turn = [math.pi / 2 * k / _ARC_POINTS for k in range(_ARC_POINTS + 1)]
    return [(inset_mm + edge_mm * (1 - math.cos(a)), height_mm - edge_mm * (1 - math.sin(a))) for a in turn]
