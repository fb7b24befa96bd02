"""How much room words have: on a wall as far round as wished, on a side as far as the ground goes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from memoreez_desktop.geometry.wrapping import WallPath, wall_path
from memoreez_desktop.studio.api import Workpiece
from memoreez_desktop.studio.frame import Frame

_MARGIN_MM = 1.2
_SIDE_RATIO = 0.15
"""A wall has a side where it runs straight for this share of the whole way round."""
_ROUND_RATIO = 0.94
_A_LITTLE_FARTHER, _FARTHEST_DEG = 1.25, 200.0
_BAND_RATIO, _LOOK_BAND_RATIO, _ONE_LINE_RATIO = 0.94, 0.84, 0.60
_GROUND_RATIO, _BOX_RATIO = 0.90, 0.76
_LARGEST_CAP_MM = 14.0


@dataclass(frozen=True)
class Room:
    """What words may fill.

    Attributes
    ----------
    widths_mm : tuple of float
        Rising: the first is where they look best, all are what was wished for.
    farther_mm : tuple of float
        Rising: how far they may go if letters would be lost otherwise.
    height_mm : float
        For the ink of all lines.
    look_mm : float
        Height up to which several lines look well.
    one_line_mm : float
        Height up to which the capitals of a single line look well.
    """

    widths_mm: tuple[float, ...]
    farther_mm: tuple[float, ...]
    height_mm: float
    look_mm: float
    one_line_mm: float


def room_of(piece: Workpiece, frame: Frame, reach_deg: float) -> Room:
    """Measure the room round a frame; ``reach_deg`` counts on walls."""
    if frame.curve is None:
        return _on_ground(piece, frame)
    path = wall_path(frame.curve.plan)
    band = frame.curve.high_mm - frame.curve.low_mm
    whole = _ROUND_RATIO * path.length_mm
    reach = min(reach_deg / 360.0 * path.length_mm, whole)
    farther = [
        min(max(reach, width), whole)
        for width in (_A_LITTLE_FARTHER * reach, path.length_mm * _FARTHEST_DEG / 360.0)
    ]
    return Room(
        _sides(path, frame.along_mm, reach),
        tuple(sorted({width for width in farther if width > reach * 1.02})),
        _BAND_RATIO * band,
        _LOOK_BAND_RATIO * band,
        min(_ONE_LINE_RATIO * band, _LARGEST_CAP_MM),
    )


def _sides(path: WallPath, along_mm: float, reach_mm: float) -> tuple[float, ...]:
    """Return the straight side first, where there is one and words may go farther."""
    straight = path.straight_mm(along_mm)
    side = straight - 2 * _MARGIN_MM
    if straight < _SIDE_RATIO * path.length_mm or side >= reach_mm:
        return (reach_mm,)
    return side, reach_mm


def _on_ground(piece: Workpiece, frame: Frame) -> Room:
    """Take the even ground round the spot, and where that is little, more of the figure's side."""
    half = np.ptp(piece.figure_mm, axis=0) / 2
    middle = piece.figure_mm.mean(axis=0)
    spare = [
        float(np.abs(way) @ half) - abs(float((frame.origin_mm - middle) @ way))
        for way in (frame.right, frame.up)
    ]
    even = 2 * _GROUND_RATIO * frame.half_width_mm
    box = 2 * _BOX_RATIO * max(spare[0], 0.0)
    height = max(2 * _GROUND_RATIO * frame.half_height_mm, _BOX_RATIO * 2 * max(spare[1], 0.0))
    look = min(2 * _GROUND_RATIO * frame.half_height_mm, height)
    return Room(
        (even,),
        (box,) if box > even * 1.02 else (),
        height,
        look,
        min(0.5 * look, _LARGEST_CAP_MM),
    )
