"""Flat shapes laid on a piece, raised or engraved: round its wall, or on the figure."""

from __future__ import annotations

from memoreez_desktop.geometry.shapes import Shape, bounds
from memoreez_desktop.geometry.solids import sound
from memoreez_desktop.geometry.wrapping import wall_path, wrap_on_wall
from memoreez_desktop.studio.api import Wall, Workpiece
from memoreez_desktop.studio.frame import Frame
from memoreez_desktop.studio.letter_ground import cut_into, ground_under, raise_on

RAISED_MM = 0.8
ENGRAVED_MM = 0.7
"""Two perimeters deep: 0.4 mm on a wall is a single extrusion width and vanishes."""
_SUNK_MM, _OVER_MM = 0.4, 0.4


def lay(
    piece: Workpiece, frame: Frame, shape: Shape, depth_mm: float, raised: bool, turn_deg: float = 0.0
) -> Workpiece:
    """Raise a shape out of a piece or cut it in.

    Parameters
    ----------
    shape : Shape
        About the frame's origin.
    turn_deg : float
        By which the spot is turned; a wall's frame is, and the shape on it is not.

    Raises
    ------
    MeshError
        The shape and the piece make no solid.
    """
    if frame.curve is not None:
        return _round_wall(piece, frame, frame.curve, shape, depth_mm, raised, turn_deg)
    ground = ground_under(piece, frame, shape)
    if raised:
        return piece.became(sound(piece.solid + frame.placed(raise_on(ground, shape, depth_mm))))
    plate, cutter = cut_into(ground, shape, depth_mm)
    solid = piece.solid if plate is None else piece.solid + frame.placed(plate)
    return piece.became(sound(solid - frame.placed(cutter)))


def _round_wall(
    piece: Workpiece, frame: Frame, wall: Wall, shape: Shape, depth_mm: float, raised: bool, turn_deg: float
) -> Workpiece:
    turned = shape.rotate(turn_deg) if turn_deg else shape
    _, y0, _, y1 = bounds(turned)
    # The ink stays on the band, whatever hangs below the line.
    z = max(min(float(frame.origin_mm[2]), wall.high_mm - y1), wall.low_mm - y0)
    path = wall_path(wall.plan)
    if raised:
        added = wrap_on_wall(turned, path, frame.along_mm, z, out_mm=depth_mm, sunk_mm=_SUNK_MM)
        return piece.became(sound(piece.solid + added))
    cutter = wrap_on_wall(turned, path, frame.along_mm, z, out_mm=_OVER_MM, sunk_mm=depth_mm)
    return piece.became(sound(piece.solid - cutter))
