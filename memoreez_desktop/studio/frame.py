"""Frames: places on the surface of a piece that flat things can be put into, and the way round a wall."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.solids import Solid
from memoreez_desktop.studio.api import Wall, Workpiece

F64 = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Frame:
    """A place on the surface.

    Attributes
    ----------
    origin_mm : (3,) float64
        On the surface.
    right, up, out : (3,) float64
        Of length 1, at right angles; ``out`` leaves the material.
    half_width_mm, half_height_mm : float
        Room to both sides of the origin, and above and below it. On a wall: a quarter of the way round or
        half the straight side, and half the band.
    curve : Wall or None
        The wall it lies on, where words go round.
    along_mm : float
        On a wall: how far along its plan, from the front to the right.
    """

    origin_mm: F64
    right: F64
    up: F64
    out: F64
    half_width_mm: float
    half_height_mm: float
    curve: Wall | None = None
    along_mm: float = 0.0

    @property
    def matrix(self) -> F64:
        """(3, 4) float64: from x to the right, y upwards and z out of the surface into the keepsake."""
        return np.column_stack([self.right, self.up, self.out, self.origin_mm])

    def placed(self, solid: Solid) -> Solid:
        """Move what was made about the origin, looking along +z, onto the surface."""
        return solid.transform(self.matrix)


def wall_length_mm(plan: F64) -> float:
    """Once round a plan, (n, 2)."""
    return float(np.hypot(*(np.roll(plan, -1, axis=0) - plan).T).sum())


def wall_place(plan: F64, along_mm: float) -> tuple[F64, F64]:
    """Return the point (2,) at an arc length from the front, and where the wall runs there, (2,)."""
    side = np.roll(plan, -1, axis=0) - plan
    length = np.hypot(side[:, 0], side[:, 1])
    ends = np.cumsum(length)
    at = along_mm % float(ends[-1])
    k = min(int(np.searchsorted(ends, at, side="right")), len(plan) - 1)
    way = side[k] / length[k]
    return plan[k] + way * (at - (ends[k] - length[k])), way


def wall_along_mm(plan: F64, angle_deg: float) -> float:
    """Return the arc length at which a plan is met from its middle, in a direction counted from the front."""
    turn = math.radians(angle_deg)
    towards, aside = np.array([math.sin(turn), -math.cos(turn)]), np.array([math.cos(turn), math.sin(turn)])
    about = plan - (plan.min(axis=0) + plan.max(axis=0)) / 2
    across, ahead = about @ aside, about @ towards
    after, far = np.roll(across, -1), np.roll(ahead, -1)
    # Counter-clockwise, the wall passes the direction from its right to its left.
    passes = np.flatnonzero((across <= 0) & (after > 0))
    share = -across[passes] / (after[passes] - across[passes])
    met = ahead[passes] * (1 - share) + far[passes] * share
    side = np.hypot(*(np.roll(plan, -1, axis=0) - plan).T)
    best = int(np.argmax(met))
    k = int(passes[best])
    return float(side[:k].sum() + share[best] * side[k])


def axes_of(out: F64, up: F64 | None = None) -> tuple[F64, F64, F64]:
    """Return right, up and out of what looks along ``out``: upright, or away from us where it lies."""
    if up is None:
        up = np.array([0.0, 1.0, 0.0]) if abs(out[2]) > 0.9 else np.array([0.0, 0.0, 1.0])
    upright = up - out * float(up @ out)
    upright = upright / np.linalg.norm(upright)
    return np.cross(upright, out), upright, out


def turned(frame: Frame, turn_deg: float) -> Frame:
    """Return a frame turned on the surface, counter-clockwise as one looks at it."""
    cos, sin = math.cos(math.radians(turn_deg)), math.sin(math.radians(turn_deg))
    right, up = frame.right * cos + frame.up * sin, frame.up * cos - frame.right * sin
    return replace(frame, right=right, up=up)


def ground_mm(
    piece: Workpiece, frame: Frame, half_width_mm: float, half_height_mm: float, pitch_mm: float
) -> F64:
    """Measure the surface under a rectangle about a frame's origin.

    Returns
    -------
    (rows, columns) float64, mm
        Above the frame's plane, towards ``out``; row 0 lies highest; NaN where nothing is met within the
        figure's own depth.
    """
    low, high = piece.solid.bounding_box()[:3], piece.solid.bounding_box()[3:]
    reach = float(np.linalg.norm(np.subtract(high, low))) + 1.0
    columns = max(2, round(2 * half_width_mm / pitch_mm) + 1)
    rows = max(2, round(2 * half_height_mm / pitch_mm) + 1)
    x, y = (
        np.linspace(-half_width_mm, half_width_mm, columns),
        np.linspace(half_height_mm, -half_height_mm, rows),
    )
    found = np.full((rows, columns), np.nan)
    for row, v in enumerate(y):
        for column, u in enumerate(x):
            start = frame.origin_mm + frame.right * u + frame.up * v
            hits = piece.solid.ray_cast(tuple(start + frame.out * reach), tuple(start - frame.out * reach))
            if hits:
                found[row, column] = float((np.asarray(hits[0].position) - start) @ frame.out)
    return found
