"""How much room words have: on a wall as far round as wished, on a side as far as the ground goes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from memoreez_desktop.geometry.wrapping import WallPath, wall_path
from memoreez_desktop.studio.api import Workpiece
from memoreez_desktop.studio.frame import Frame, ground_mm

_MARGIN_MM = 1.2
_SIDE_RATIO = 0.15
"""A wall has a side where it runs straight for this share of the whole way round."""
_ROUND_RATIO = 0.94
_A_LITTLE_FARTHER, _FARTHEST_DEG = 1.25, 200.0
_LOOK_BAND_RATIO, _ONE_LINE_RATIO = 0.9, 0.78
_GROUND_RATIO, _BOX_RATIO = 0.90, 0.76
_LARGEST_CAP_MM = 14.0
_PROFILE_RAYS = 40
_GENTLE_SLOPE = 0.7
_ARC_RAD, _ARC_RISE_RATIO = 2.6, 0.45


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


def room_of(piece: Workpiece, frame: Frame, reach_deg: float, arc_mm: float = 0.0) -> Room:
    """Measure the room round a frame; ``reach_deg`` counts on walls, the radius of an arc on flats."""
    if frame.curve is None:
        room = _on_ground(piece, frame)
        return _along_arc(room, abs(arc_mm)) if arc_mm else room
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
        band,
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
    """Take the ground round the spot as far as it bends gently, and beyond that more of the figure's side."""
    half = np.ptp(piece.figure_mm, axis=0) / 2
    away = frame.origin_mm - piece.figure_mm.mean(axis=0)
    sideways, upwards = (
        2 * _BOX_RATIO * max(float(np.abs(way) @ half) - abs(float(away @ way)), 0.0)
        for way in (frame.right, frame.up)
    )
    width, height = (
        2 * _GROUND_RATIO * max(even, _gentle_mm(piece, frame, reach / 2, upright))
        for even, reach, upright in (
            (frame.half_width_mm, sideways, False),
            (frame.half_height_mm, upwards, True),
        )
    )
    return Room(
        (width,),
        (sideways,) if sideways > width * 1.02 else (),
        max(height, upwards),
        height,
        min(_ONE_LINE_RATIO * height, _LARGEST_CAP_MM),
    )


def _along_arc(room: Room, radius_mm: float) -> Room:
    """Keep arcs from climbing out of a room: words may go less far round, and leave room for the rise."""
    longest = _ARC_RAD * radius_mm

    def held(width_mm: float) -> float:
        # The letters fan out over an arc: as long as the room is wide, they stay within it.
        rising = 2 * radius_mm * np.arccos(max(1 - _ARC_RISE_RATIO * room.height_mm / radius_mm, -1.0))
        return float(min(width_mm, rising, longest))

    widths = tuple(held(width) for width in room.widths_mm)
    rise = radius_mm * (1 - np.cos(widths[0] / (2 * radius_mm)))
    return replace(
        room,
        widths_mm=widths,
        farther_mm=tuple(held(width) for width in room.farther_mm if held(width) > widths[-1] * 1.02),
        height_mm=max(room.height_mm - rise, room.height_mm / 2),
        look_mm=max(room.look_mm - rise, room.look_mm / 2),
    )


def _gentle_mm(piece: Workpiece, frame: Frame, reach_mm: float, upright: bool) -> float:
    """How far the ground goes on to both sides, sideways or upright, without turning away too much."""
    if reach_mm <= 0:
        return 0.0
    pitch = 2 * reach_mm / _PROFILE_RAYS
    line = (pitch / 8, reach_mm) if upright else (reach_mm, pitch / 8)
    rise = ground_mm(piece, frame, *line, pitch)
    profile = rise[:, 0] if upright else rise[0]
    step = 2 * reach_mm / (len(profile) - 1)
    turns = np.abs(np.diff(profile)) / step
    gentle = ~(np.isnan(turns) | (turns > _GENTLE_SLOPE))
    middle = len(gentle) // 2
    right, left = np.append(gentle[middle:], False), np.append(gentle[:middle][::-1], False)
    return step * float(min(np.argmin(right), np.argmin(left)))
