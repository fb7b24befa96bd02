"""Where a spot of the recipe lies on a piece: a frame that flat things can be put into.

The sides of a figure are found by looking: rays from outside to the first surface. What is put there stands
on the plane that fits the surface round the spot best, so words on a sloping roof slope with it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.keepsake_steps import Spot
from memoreez_desktop.core.words import say
from memoreez_desktop.studio.api import Wall, Workpiece
from memoreez_desktop.studio.frame import (
    Frame,
    axes_of,
    ground_mm,
    turned,
    wall_along_mm,
    wall_length_mm,
    wall_place,
)

__all__ = ["Frame", "ground_mm", "resolve", "wall_length_mm", "wall_place"]

F64 = NDArray[np.float64]

_LOOKS = {"front": (0.0, -1.0, 0.0), "back": (0.0, 1.0, 0.0), "top": (0.0, 0.0, 1.0)}
_RAYS = 48
"""Along the longer side of the box, when the silhouette is looked for."""
_OUTSIDE_MM = 20.0
_INWARDS = 1.5
_SOFT_RAYS = 1.5
_BUMP_MM, _BUMP_RATIO, _STEEP = 0.35, 0.25, 1.0
_ROOMY_RATIO, _ENOUGH_RATIO, _NEARBY = 0.2, 0.5, 0.4
"""Of half the side: a middle with so much room is good; more than that is no better; what a way costs."""
_PATCH_RATIO = 0.12
_PATCH_MM = (1.5, 6.0)
_PATCH_RAYS = 9
_EVEN_MM = 1.2
"""Ground that leaves the plane by more than this is no room for letters."""
_STEEPEST = math.cos(math.radians(50))
"""A patch that leans further from the look than this is an edge, no face: things face the look there."""


def resolve(piece: Workpiece, spot: Spot, *, evenly: bool = False) -> Frame:
    """Find a spot on a piece.

    Parameters
    ----------
    evenly : bool
        Where the middle of a figure's side is a crease or an edge, count from the next place on which
        something can lie.

    Raises
    ------
    InputError
        It lies on a pedestal and there is none, or nothing of the figure is there.
    """
    if spot.on == "pedestal":
        frame = _on_wall(piece.wall, spot)
    elif spot.on == "free":
        frame = _where_pointed(piece, spot)
    else:
        frame = _on_side(piece, spot, evenly)
    return turned(frame, spot.turn_deg) if spot.turn_deg else frame


def _on_wall(wall: Wall | None, spot: Spot) -> Frame:
    if wall is None:
        raise InputError(
            say("There is no pedestal to put this on."),
            say("Add a pedestal, or choose another place for it."),
        )
    around = wall_length_mm(wall.plan)
    half_width = around / 4 if wall.flat_mm is None else wall.flat_mm / 2
    half_height = (wall.high_mm - wall.low_mm) / 2
    along = wall_along_mm(wall.plan, spot.angle_deg) + spot.shift_ratio[0] * half_width
    point, way = wall_place(wall.plan, along)
    height = wall.low_mm + half_height * (1.0 + spot.shift_ratio[1])
    return Frame(
        np.array([point[0], point[1], height]),
        np.array([way[0], way[1], 0.0]),
        np.array([0.0, 0.0, 1.0]),
        np.array([way[1], -way[0], 0.0]),
        half_width,
        half_height,
        wall,
        along % around,
    )


def _on_side(piece: Workpiece, spot: Spot, evenly: bool) -> Frame:
    """Look at the figure from one side and take what is seen at the middle of it, or near that."""
    middle, half = piece.figure_mm.mean(axis=0), np.ptp(piece.figure_mm, axis=0) / 2
    right, up, out = axes_of(np.array(_LOOKS[spot.on]))
    width, height, depth = (float(np.abs(axis) @ half) for axis in (right, up, out))
    u, v = spot.shift_ratio[0] * width, spot.shift_ratio[1] * height
    box = Frame(middle, right, up, out, width, height)
    reach = depth + _OUTSIDE_MM
    if evenly:
        name = f"good ground {spot.on}"
        if name not in piece.memo:
            piece.memo[name] = _even_shift(piece, box, reach)
        middle = middle + piece.memo[name]
        box = replace(box, origin_mm=middle)
    rise = _seen(piece, box, u, v, reach)
    if math.isnan(rise):
        u, v = _nearest_seen(piece, box, (u, v), reach)
        rise = _seen(piece, box, u, v, reach)
    return _settled(
        piece, replace(box, origin_mm=middle + right * u + up * v + out * rise), min(width, height)
    )


def _nearest_seen(
    piece: Workpiece, box: Frame, wanted: tuple[float, float], reach_mm: float
) -> tuple[float, float]:
    """Return a place of the silhouette near to what was wanted, and rather in its middle than on its edge."""
    seen = _heights(piece, box, reach_mm)
    if np.isnan(seen.rise_mm).all():
        raise _nothing_there()
    within = _depth_within(~np.isnan(seen.rise_mm), seen.pitch_mm)
    away = np.hypot(seen.u_mm[None, :] - wanted[0], seen.v_mm[:, None] - wanted[1])
    score = np.where(within > 0, away - _INWARDS * within, np.inf)
    row, column = np.unravel_index(int(score.argmin()), score.shape)
    return float(seen.u_mm[column]), float(seen.v_mm[row])


def _even_shift(piece: Workpiece, box: Frame, reach_mm: float) -> F64:
    """Return how far the nearest good ground lies from the middle of a side, (3,) mm."""
    seen = _heights(piece, box, reach_mm)
    met = ~np.isnan(seen.rise_mm)
    if not met.any():
        return np.zeros(3)
    filled = np.where(met, seen.rise_mm, np.nanmin(seen.rise_mm)).astype(np.float32)
    bump = np.abs(filled - cv2.GaussianBlur(filled, (0, 0), _SOFT_RAYS))
    steep = np.hypot(*np.gradient(filled, seen.pitch_mm))
    even = met & (bump < max(_BUMP_MM, _BUMP_RATIO * seen.pitch_mm)) & (steep < _STEEP)
    room = _depth_within(even, seen.pitch_mm)
    half = min(box.half_width_mm, box.half_height_mm)
    row, column = (int(np.abs(line).argmin()) for line in (seen.v_mm, seen.u_mm))
    if room[row, column] >= _ROOMY_RATIO * half or not even.any():
        return np.zeros(3)
    away = np.hypot(seen.u_mm[None, :], seen.v_mm[:, None])
    score = np.where(even, np.minimum(room, _ENOUGH_RATIO * half) - _NEARBY * away, -np.inf)
    row, column = (int(k) for k in np.unravel_index(int(score.argmax()), score.shape))
    if away[row, column] < 2 * seen.pitch_mm:
        return np.zeros(3)
    return np.asarray(box.right * seen.u_mm[column] + box.up * seen.v_mm[row])


@dataclass(frozen=True, eq=False)
class _Heights:
    """What is seen of a side: heights over a frame's plane, NaN where nothing is; row 0 lies lowest."""

    u_mm: F64
    v_mm: F64
    rise_mm: F64
    pitch_mm: float


def _heights(piece: Workpiece, box: Frame, reach_mm: float) -> _Heights:
    width, height = box.half_width_mm, box.half_height_mm
    pitch = 2 * max(width, height) / _RAYS
    columns, rows = (np.arange(-side + pitch / 2, side, pitch) for side in (width, height))
    grid = box.right * columns[None, :, None] + box.up * rows[:, None, None] + box.origin_mm
    starts, ends = ((grid + side * box.out * reach_mm).reshape(-1, 3).tolist() for side in (1, -1))
    rise = np.full(len(starts), np.nan)
    for k, (start, end) in enumerate(zip(starts, ends, strict=True)):
        hits = piece.solid.ray_cast(start, end)
        if hits:
            rise[k] = reach_mm * (1 - 2 * hits[0].distance)
    return _Heights(columns, rows, rise.reshape(len(rows), len(columns)), pitch)


def _depth_within(mask: NDArray[np.bool_], pitch_mm: float) -> F64:
    """How far each place of a mask lies from its edge, mm."""
    padded = np.pad(mask.astype(np.uint8), 1)
    return np.asarray(cv2.distanceTransform(padded, cv2.DIST_L2, 5)[1:-1, 1:-1] * pitch_mm, dtype=np.float64)


def _seen(piece: Workpiece, frame: Frame, u: float, v: float, reach_mm: float) -> float:
    """How far above the frame's plane the surface is first met from outside; NaN where it is not."""
    start = frame.origin_mm + frame.right * u + frame.up * v
    over = frame.out * reach_mm
    hits = piece.solid.ray_cast(tuple(start + over), tuple(start - over))
    return float((np.asarray(hits[0].position) - start) @ frame.out) if hits else math.nan


def _where_pointed(piece: Workpiece, spot: Spot) -> Frame:
    """Go back to the surface along the way it looked when somebody pointed at it."""
    low, high = piece.figure_mm
    point = low + np.asarray(spot.at_ratio) * (high - low)
    facing = np.asarray(spot.facing, dtype=np.float64)
    length = float(np.linalg.norm(facing))
    if not (np.isfinite(point).all() and math.isfinite(length) and length > 1e-9):
        raise _nothing_there()
    facing = facing / length
    reach = facing * float(np.linalg.norm(high - low) + 1.0)
    hits = piece.solid.ray_cast(tuple(point + reach), tuple(point - reach))
    entered = [np.asarray(hit.position) for hit in hits if np.asarray(hit.normal) @ facing > 0]
    if not entered:
        raise _nothing_there()
    origin = min(entered, key=lambda at: float(np.linalg.norm(at - point)))
    right, up, out = axes_of(facing)
    size = float(np.ptp(piece.figure_mm, axis=0).min()) / 2
    frame = _settled(piece, Frame(origin, right, up, out, size, size), size)
    u, v = spot.shift_ratio
    moved = frame.origin_mm + frame.right * u * frame.half_width_mm + frame.up * v * frame.half_height_mm
    return replace(frame, origin_mm=moved)


def _settled(piece: Workpiece, frame: Frame, size_mm: float) -> Frame:
    """Lean a frame with the surface round it, and measure its room."""
    patch = float(np.clip(size_mm * _PATCH_RATIO, *_PATCH_MM))
    steps = np.linspace(-patch, patch, _PATCH_RAYS)
    rows = np.array([(u, v, _seen(piece, frame, u, v, 2 * patch)) for u in steps for v in steps])
    near = rows[~np.isnan(rows[:, 2])]
    if len(near) >= _PATCH_RAYS:
        plane = np.column_stack([near[:, :2], np.ones(len(near))])
        slope_u, slope_v, _ = np.linalg.lstsq(plane, near[:, 2], rcond=None)[0]
        out = frame.out - frame.right * slope_u - frame.up * slope_v
        out = out / np.linalg.norm(out)
        if float(out @ frame.out) >= _STEEPEST:
            right, up, out = axes_of(out, frame.up)
            frame = replace(frame, right=right, up=up, out=out)
    width = min(_room(piece, frame, frame.right), _room(piece, frame, -frame.right))
    height = min(_room(piece, frame, frame.up), _room(piece, frame, -frame.up))
    return replace(frame, half_width_mm=width, half_height_mm=height)


def _room(piece: Workpiece, frame: Frame, way: F64) -> float:
    """How far the ground goes on evenly in one direction, mm."""
    reach = float(np.linalg.norm(np.ptp(piece.figure_mm, axis=0)))
    step = max(reach / 200, 0.1)
    gone = 0.0
    while gone < reach:
        ahead = replace(frame, origin_mm=frame.origin_mm + way * (gone + step))
        rise = _seen(piece, ahead, 0.0, 0.0, 4 * _EVEN_MM)
        if not abs(rise) <= _EVEN_MM:
            break
        gone += step
    return max(gone, step)


def _nothing_there() -> InputError:
    return InputError(
        say("Nothing of the figure is there."), say("Choose another place for it, on the figure itself.")
    )
