"""Looking into a piece from a place on its surface: what a drill would meet, and what is left beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.keepsake_steps import Spot
from memoreez_desktop.geometry.inside import points_inside
from memoreez_desktop.geometry.shapes import Shape, circle, from_contours
from memoreez_desktop.geometry.solids import Solid
from memoreez_desktop.studio.api import Workpiece
from memoreez_desktop.studio.frame import Frame, axes_of

_SIDES = {"front": (0.0, -1.0, 0.0), "back": (0.0, 1.0, 0.0), "top": (0.0, 0.0, 1.0)}
_AROUND = 48
_SEGMENTS = 64
_WHOLE = 0.995
_STANDS_MM = 1e-6


def in_frame(solid: Solid, frame: Frame) -> Solid:
    """Move a solid so that a frame lies at the origin and looks along +z."""
    turn = np.stack([frame.right, frame.up, frame.out])
    return solid.transform(np.column_stack([turn, -turn @ frame.origin_mm]))


def straightened(frame: Frame, spot: Spot) -> Frame:
    """Return a frame that looks straight from its side, whichever way the surface leans there."""
    if spot.on not in _SIDES:
        return frame
    right, up, out = axes_of(np.array(_SIDES[spot.on]))
    if spot.turn_deg:
        turn = np.radians(spot.turn_deg)
        right, up = right * np.cos(turn) + up * np.sin(turn), up * np.cos(turn) - right * np.sin(turn)
    return replace(frame, right=right, up=up, out=out)


def filled(shape: Shape) -> Shape:
    """Return a shape without its holes."""
    rings = [ring for ring in shape.to_polygons() if _turns_left(ring)]
    return from_contours(rings)


def covers(shape: Shape, radius_mm: float) -> bool:
    """Tell whether a disc about the origin lies within a shape."""
    disc = circle(radius_mm, _SEGMENTS)
    return bool((shape ^ disc).area() >= _WHOLE * disc.area())


def material_round(sections: Sequence[Shape], radius_mm: float) -> NDArray[np.int64]:
    """Count in how many sections there is material at each of 48 places of a circle about the origin.

    Returns
    -------
    (48,) int64
    """
    angles = np.arange(_AROUND) * (2 * np.pi / _AROUND)
    places = radius_mm * np.column_stack([np.cos(angles), np.sin(angles)])
    count = np.zeros(_AROUND, dtype=np.int64)
    for section in sections:
        count += points_inside(places, section)
    return count


def drilled(piece: Workpiece, drill: Solid) -> Workpiece:
    """Take a drill's way out of a piece; one that stood on nothing but what is gone is put down again."""
    solid = piece.solid - drill
    gap = float(solid.bounding_box()[2]) - float(piece.solid.bounding_box()[2])
    if gap <= _STANDS_MM:
        return piece.became(solid)
    wall = piece.wall
    if wall is not None:
        wall = replace(wall, low_mm=wall.low_mm - gap, high_mm=wall.high_mm - gap)
    down = np.array([0.0, 0.0, -gap])
    return piece.became(solid.translate(tuple(down)), figure_mm=piece.figure_mm + down, wall=wall)


def _turns_left(ring: NDArray[np.float64]) -> bool:
    x, y = ring[:, 0], ring[:, 1]
    return bool((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() > 0)
