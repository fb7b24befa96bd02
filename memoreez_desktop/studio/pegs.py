"""Loose pegs across a cut, and the sockets for them on both sides.

Pegs are eight-sided: they print lying on one of their sides, along their layers, which makes them strong;
and their sockets close without support whichever way they lie.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from memoreez_desktop.geometry.deepest_point import deepest_points
from memoreez_desktop.geometry.shapes import Shape, bounds, offset
from memoreez_desktop.geometry.solids import Solid

_SIDES = 8
_PER_FLAT = 1.0 / math.cos(math.pi / _SIDES)
_LONG = 1.3
"""Depth of a socket, in widths of the peg."""
_SMALLER = (1.0, 0.7, 0.5)
_LEAST_MM = 2.5
_WALL_MM = 1.6
_BEHIND_MM = 1.2
_BOTTOM_MM = 0.5
_MOUTH_MM = 0.5
_CHAMFER_MM = 0.6
_TWO_FROM = 4.0
_APART = 0.35


@dataclass(frozen=True)
class PegSize:
    """How wide pegs are from side to side, and how much wider their sockets, on each side, in mm."""

    width_mm: float
    clearance_mm: float


@dataclass(frozen=True)
class Peg:
    """One peg.

    Attributes
    ----------
    x_mm, y_mm, z_mm : float
        Where it crosses the cut, which lies level.
    width_mm, socket_mm : float
        Of the peg and of its socket, from side to side.
    depth_mm : float
        Of its socket, on each side of the cut.
    axis : int
        Along which it stands in the keepsake.
    """

    x_mm: float
    y_mm: float
    z_mm: float
    width_mm: float
    socket_mm: float
    depth_mm: float
    axis: int = 2

    def lying(self) -> Solid:
        """Build the peg, lying along x on z = 0."""
        length = 2 * (self.depth_mm - _BOTTOM_MM)
        edge = min(_CHAMFER_MM, self.width_mm / 5)
        core = _prism(length - 2 * edge, self.width_mm)
        thin = _prism(length, self.width_mm - 2 * edge).translate((0.0, 0.0, -edge))
        upright = Solid.batch_hull([core, thin]).translate((0.0, 0.0, edge - length / 2))
        return upright.rotate((0.0, 90.0, 0.0)).translate((0.0, 0.0, self.width_mm / 2))

    def socket(self) -> Solid:
        """Build what is taken out for it, standing across the cut, its mouths a little wider."""
        body = _prism(2 * self.depth_mm, self.socket_mm).translate((0.0, 0.0, -self.depth_mm))
        narrow, wide = self.socket_mm / 2 * _PER_FLAT, (self.socket_mm / 2 + _MOUTH_MM) * _PER_FLAT
        turn = (0.0, 0.0, 180.0 / _SIDES)
        upper = Solid.cylinder(_MOUTH_MM, wide, narrow, _SIDES).rotate(turn)
        lower = Solid.cylinder(_MOUTH_MM, narrow, wide, _SIDES).rotate(turn).translate((0, 0, -_MOUTH_MM))
        return (body + upper + lower).translate((self.x_mm, self.y_mm, self.z_mm))


def _prism(height: float, width: float) -> Solid:
    """Eight-sided, with flat sides towards x and y."""
    radius = width / 2 * _PER_FLAT
    return Solid.cylinder(height, radius, circular_segments=_SIDES).rotate((0.0, 0.0, 180.0 / _SIDES))


def with_sockets(standing: Solid, pegs: Sequence[Peg]) -> Solid:
    """Take the sockets of pegs out of what is going to be cut."""
    for peg in pegs:
        standing = standing - peg.socket()
    return standing


def pegs_for(standing: Solid, at_mm: float, size: PegSize) -> list[Peg]:
    """Find places for pegs across a level cut: one or two in every part of it that has room.

    Where a full peg has no room, thinner ones are tried.
    """
    section = standing.slice(at_mm)
    pegs: list[Peg] = []
    for part in section.decompose():
        for share in _SMALLER:
            width = size.width_mm * share
            if width < _LEAST_MM and share < 1.0:
                break
            found = _in_part(standing, part, at_mm, PegSize(width, size.clearance_mm))
            pegs += found
            if found:
                break
    return sorted(pegs, key=lambda peg: (peg.x_mm, peg.y_mm))


def _in_part(standing: Solid, part: Shape, at_mm: float, size: PegSize) -> list[Peg]:
    socket, depth = size.width_mm + 2 * size.clearance_mm, _LONG * size.width_mm
    inset = socket / 2 * _PER_FLAT + _WALL_MM
    room = offset(part, -inset)
    for away in (depth / 2, depth, depth + _BEHIND_MM):
        for height in (at_mm - away, at_mm + away):
            if not room.is_empty():
                room = room ^ offset(standing.slice(height), -inset)
    if room.is_empty():
        return []
    x0, y0, x1, y1 = bounds(room)
    across = math.hypot(x1 - x0, y1 - y0)
    places = deepest_points(room, 2 if across > _TWO_FROM * size.width_mm else 1, _APART * across)
    return [Peg(float(x), float(y), at_mm, size.width_mm, socket, depth) for x, y in places]
