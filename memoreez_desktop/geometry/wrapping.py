"""Flat shapes laid round a wall of any plan, at constant depth."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.shapes import Shape, bounds
from memoreez_desktop.geometry.solids import Solid, extrude, sound

F64 = NDArray[np.float64]

_PIECE_MM = 0.5
_SAGITTA_MM = 0.008
_CHORD_MM = (0.35, 1.6)
_SHARPEST_MITRE = 1.35
_SQUEEZE = 0.02
"""Of height and depth while a shape is cut into chords: only what is long along the wall needs cutting."""


@dataclass(frozen=True, eq=False)
class WallPath:
    """A closed plan, walked counter-clockwise by arc length.

    Attributes
    ----------
    along_mm : (k,) float64
        Rising from 0 to the whole length; the last point is the first again.
    points, outward : (k, 2) float64
        Mm; ``outward`` is 1 long along a side and longer at corners, so that an offset keeps its depth.
    """

    along_mm: F64
    points: F64
    outward: F64

    @property
    def length_mm(self) -> float:
        """Once round."""
        return float(self.along_mm[-1])

    def at(self, along_mm: F64, out_mm: F64) -> F64:
        """Return the points (n, 2) at arc lengths, mm, moved out of the wall by ``out_mm``."""
        s = np.mod(along_mm, self.length_mm)
        place = [np.interp(s, self.along_mm, self.points[:, k]) for k in (0, 1)]
        way = [np.interp(s, self.along_mm, self.outward[:, k]) for k in (0, 1)]
        return np.column_stack([place[0] + way[0] * out_mm, place[1] + way[1] * out_mm])

    def chord_mm(self, from_mm: float, to_mm: float) -> float:
        """Return how long a chord may be between two arc lengths to stay on the wall."""
        s = np.arange(from_mm, to_mm + _PIECE_MM, _PIECE_MM)
        way = self.at(s, np.ones(len(s))) - self.at(s, np.zeros(len(s)))
        angle = np.unwrap(np.arctan2(way[:, 1], way[:, 0]))
        bend = float(np.abs(np.diff(angle)).max(initial=0.0)) / _PIECE_MM
        return float(np.clip(np.sqrt(8 * _SAGITTA_MM / max(bend, 1e-9)), *_CHORD_MM))

    def straight_mm(self, along_mm: float, within_deg: float = 4.0) -> float:
        """Return how long the wall runs straight on round a place, equally far to both sides of it."""
        step = np.arange(0.0, self.length_mm / 2, _PIECE_MM)
        facing = self._facing(np.array([along_mm]))[0]
        free = [
            int(np.argmax(np.append(self._facing(along_mm + side * step) @ facing < limit, True)))
            for side in (1.0, -1.0)
            for limit in (np.cos(np.radians(within_deg)),)
        ]
        return 2 * _PIECE_MM * max(0, min(free) - 1)

    def turn_deg(self, from_mm: float, to_mm: float) -> float:
        """Return by how much the wall turns between two arc lengths."""
        facing = self._facing(np.array([from_mm, to_mm]))
        return float(np.degrees(np.arccos(np.clip(facing[0] @ facing[1], -1.0, 1.0))))

    def _facing(self, along_mm: F64) -> F64:
        way = self.at(along_mm, np.ones(len(along_mm))) - self.at(along_mm, np.zeros(len(along_mm)))
        return np.asarray(way / np.linalg.norm(way, axis=1, keepdims=True), dtype=np.float64)


def wall_path(plan: F64) -> WallPath:
    """Prepare a plan, (n, 2) mm, counter-clockwise and closed by itself."""
    return _path(np.ascontiguousarray(plan, dtype=np.float64).tobytes())


@functools.lru_cache(maxsize=16)
def _path(plan_bytes: bytes) -> WallPath:
    plan = np.frombuffer(plan_bytes, dtype=np.float64).reshape(-1, 2)
    plan = plan[np.hypot(*(np.roll(plan, -1, axis=0) - plan).T) > 1e-6]
    side = np.roll(plan, -1, axis=0) - plan
    length = np.hypot(side[:, 0], side[:, 1])
    normal = np.column_stack([side[:, 1], -side[:, 0]]) / length[:, None]
    corner = normal + np.roll(normal, 1, axis=0)
    # The sum of two directions is 2 cos(half) long: divided by its square it is the mitre.
    corner = 2 * corner / np.maximum((corner**2).sum(axis=1), 1e-9)[:, None]
    reach = np.linalg.norm(corner, axis=1, keepdims=True)
    corner *= np.minimum(1.0, _SHARPEST_MITRE / reach)
    count = np.maximum(1, np.ceil(length / _PIECE_MM)).astype(np.int64)
    owner = np.repeat(np.arange(len(plan)), count)
    part = (np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)) / count[owner]
    points = plan[owner] + side[owner] * part[:, None]
    outward = np.where((part == 0)[:, None], corner[owner], normal[owner])
    along = (np.cumsum(length) - length)[owner] + part * length[owner]
    arrays = (
        np.append(along, length.sum()),
        np.vstack([points, points[:1]]),
        np.vstack([outward, outward[:1]]),
    )
    for array in arrays:
        array.flags.writeable = False
    return WallPath(*arrays)


def wrap_on_wall(
    shape: Shape, path: WallPath, along_mm: float, z_mm: float, *, out_mm: float, sunk_mm: float
) -> Solid:
    """Lay a shape round a wall: x runs along it, y upwards.

    Parameters
    ----------
    along_mm : float
        Where on the wall x = 0 comes to lie.
    z_mm : float
        How high y = 0 comes to lie.
    out_mm, sunk_mm : float
        How far the solid reaches out of the wall and into it.

    Raises
    ------
    MeshError
        The shape is empty, or longer than once round.
    """
    x0, _, x1, _ = bounds(shape)
    chord = path.chord_mm(along_mm + x0, along_mm + x1)
    deep = (out_mm + sunk_mm) * _SQUEEZE
    flat = extrude(shape.scale((1.0, _SQUEEZE)), deep).refine_to_length(chord)

    def bend(points: F64) -> F64:
        plan = path.at(along_mm + points[:, 0], points[:, 2] / _SQUEEZE - sunk_mm)
        return np.column_stack([plan, points[:, 1] / _SQUEEZE + z_mm])

    return sound(flat.warp_batch(bend))
