"""How much room words have: on a wall as far round as wished, on a side as far as the ground goes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from memoreez_desktop.geometry.wrapping import WallPath, wall_path
from memoreez_desktop.studio.api import Wall, Workpiece
from memoreez_desktop.studio.frame import Frame
from memoreez_desktop.studio.ground_line import ground_line

_MARGIN_MM = 1.2
_SIDE_RATIO = 0.15
"""A wall has a side where it runs straight for this share of the whole way round."""
_ROUND_RATIO = 0.94
_LEVEL_SINE, _LEANING_RATIO = 0.03, 0.55
_EDGE_MM, _EDGE_DEG = 6.0, 70.0
_A_LITTLE_FARTHER, _FARTHEST_DEG = 1.25, 200.0
_LOOK_BAND_RATIO, _ONE_LINE_RATIO = 0.9, 0.78
_GROUND_RATIO = 0.92
_LARGEST_CAP_MM = 14.0
_GENTLE_ACROSS, _GENTLE_UP = 1.7, 0.9
"""Slopes up to which words follow the ground: from side to side they are laid along it."""
_SHARES, _SIDE_LINES = (0.92, 0.66, 0.46, 0.3), 0.75
PLATES_MM = (0.0, 3.0, 7.0)
"""How far the ground may fall away: none at all, under a low plate, and under one for words that need it."""
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


def room_on_wall(wall: Wall, along_mm: float, reach_deg: float, turn_deg: float = 0.0) -> Room:
    """Measure the room on a wall round a place, as far as was wished and beyond."""
    path, band_mm = wall_path(wall.plan), wall.high_mm - wall.low_mm
    whole = _ROUND_RATIO * path.length_mm
    reach = min(reach_deg / 360.0 * path.length_mm, whole)
    farther = [
        min(max(reach, width), whole)
        for width in (_A_LITTLE_FARTHER * reach, path.length_mm * _FARTHEST_DEG / 360.0)
    ]
    sine, cosine = (abs(float(way(np.radians(turn_deg)))) for way in (np.sin, np.cos))
    if sine > _LEVEL_SINE:
        return _turned_room(band_mm, reach, sine, cosine)
    widths = _sides(path, along_mm, reach)
    if len(widths) > 1 and _is_edged(path, along_mm, widths[0]):
        # Round an edge letters would break: only where they must.
        farther, widths = farther[-1:], widths[:1]
    return Room(
        widths,
        tuple(sorted({width for width in farther if width > widths[-1] * 1.02})),
        band_mm,
        _LOOK_BAND_RATIO * band_mm,
        min(_ONE_LINE_RATIO * band_mm, _LARGEST_CAP_MM),
    )


def _turned_room(band_mm: float, reach_mm: float, sine: float, cosine: float) -> Room:
    """Return what words that lean or stand on end may fill of a band."""
    if cosine <= _LEVEL_SINE:
        width, height = band_mm, reach_mm
    else:
        width = min(_LEANING_RATIO * band_mm / sine, reach_mm)
        height = min((1 - _LEANING_RATIO) * band_mm / cosine, reach_mm)
    return Room((width,), (), height, height, min(_ONE_LINE_RATIO * height, _LARGEST_CAP_MM))


def _sides(path: WallPath, along_mm: float, reach_mm: float) -> tuple[float, ...]:
    """Return the straight side first, where there is one and words may go farther."""
    straight = path.straight_mm(along_mm)
    side = straight - 2 * _MARGIN_MM
    if straight < _SIDE_RATIO * path.length_mm or side >= reach_mm:
        return (reach_mm,)
    return side, reach_mm


def _is_edged(path: WallPath, along_mm: float, side_mm: float) -> bool:
    """Tell whether a side ends in a sharp edge and not in a round corner."""
    end = along_mm + side_mm / 2
    return path.turn_deg(end, end + _EDGE_MM) > _EDGE_DEG


def rooms_on_figure(
    piece: Workpiece, frame: Frame, plate_mm: float = 0.0, arc_mm: float = 0.0
) -> tuple[Room, ...]:
    """Measure the room round a place on a figure, as far as its ground bends gently or carries a plate.

    There are several, from a high one to a low one: what is as high as a back may be as narrow as a neck.

    Parameters
    ----------
    plate_mm : float
        One of ``PLATES_MM``; 0.0 is the ground itself.
    """
    half = np.ptp(piece.figure_mm, axis=0) / 2
    away = frame.origin_mm - piece.figure_mm.mean(axis=0)
    wide, tall = (float(np.abs(way) @ half) + abs(float(away @ way)) + 1.0 for way in (frame.right, frame.up))
    up = ground_line(piece, frame, tall, upright=True)
    height = up.level_mm(plate_mm) if plate_mm else up.gentle_mm(_GENTLE_UP)
    rooms = []
    for share in _SHARES:
        lines = [ground_line(piece, frame, wide, _SIDE_LINES * k * share * height) for k in (-1, 0, 1)]
        width = min(line.level_mm(plate_mm) if plate_mm else line.gentle_mm(_GENTLE_ACROSS) for line in lines)
        if width * height > 0:
            rooms.append(_ground_room(2 * _GROUND_RATIO * width, 2 * share * height))
    return tuple(_along_arc(room, abs(arc_mm)) if arc_mm else room for room in rooms)


def _ground_room(width_mm: float, height_mm: float) -> Room:
    one_line = min(_ONE_LINE_RATIO * height_mm, _LARGEST_CAP_MM)
    return Room((width_mm,), (), height_mm, height_mm, one_line)


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
