"""Holes through the underside into a hollow inside."""

from __future__ import annotations

from memoreez_desktop.geometry.deepest_point import deepest_points
from memoreez_desktop.geometry.shapes import Shape, offset
from memoreez_desktop.geometry.solids import Solid

_ON_BED_MM = 0.1
_EDGE_MM = 0.8
_FLOOR_MM = 3.0
_APART = 2.5
_SEGMENTS = 48
_BELOW_MM = 1.0


def drains_for(solid: Solid, room: Solid, count: int, width_mm: float, *, always: bool) -> list[Solid]:
    """Return upright drills that open a room downwards.

    They go through what lies on the bed, where the floor of the room is lowest.

    Parameters
    ----------
    solid : Solid
        Standing on z = 0, the room not yet taken out.
    room : Solid
    count : int
        As many as there are good places for, at most.
    width_mm : float
    always : bool
        Where no place lies on the bed, drill from below wherever the room is lowest.
    """
    if count < 1:
        return []
    contact = offset(solid.slice(_ON_BED_MM), -(width_mm / 2 + _EDGE_MM))
    floor_mm = float(room.bounding_box()[2])
    lowest = room.trim_by_plane((0.0, 0.0, -1.0), -(floor_mm + _FLOOR_MM)).project()
    whole = room.project()
    tries = [contact ^ offset(lowest, -width_mm / 4), contact ^ lowest]
    if always:
        tries += [contact ^ whole, offset(lowest, -width_mm / 4), lowest]
    for place in tries:
        if not place.is_empty():
            return _drills(room, place, count, width_mm)
    return []


def _drills(room: Solid, place: Shape, count: int, width_mm: float) -> list[Solid]:
    drills = []
    for x, y in deepest_points(place, count, _APART * width_mm):
        probe = Solid.cylinder(float(room.bounding_box()[5]) + _BELOW_MM, width_mm / 2, circular_segments=12)
        met = room ^ probe.translate((float(x), float(y), 0.0))
        if met.is_empty():
            continue
        # Half its width further than the first touch: the floor of a room may slope.
        top = float(met.bounding_box()[2]) + width_mm / 2
        drill = Solid.cylinder(top + _BELOW_MM, width_mm / 2, circular_segments=_SEGMENTS)
        drills.append(drill.translate((float(x), float(y), -_BELOW_MM)))
    return drills
