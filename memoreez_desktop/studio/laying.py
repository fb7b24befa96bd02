"""Flat shapes laid on a piece, raised or engraved: round its wall, or on the figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape, bounds, rectangle
from memoreez_desktop.geometry.solids import Solid, extrude, sound
from memoreez_desktop.geometry.wrapping import WallPath, wall_path, wrap_on_wall
from memoreez_desktop.studio.api import Wall, Workpiece
from memoreez_desktop.studio.draping import drape
from memoreez_desktop.studio.frame import Frame
from memoreez_desktop.studio.letter_ground import Ground, cut_into, ground_under, plate_on, raise_on

RAISED_MM = 0.8
ENGRAVED_MM = 0.7
"""Two perimeters deep: 0.4 mm on a wall is a single extrusion width and vanishes."""
_SUNK_MM, _OVER_MM = 0.4, 0.4
_MEDAL_MARGIN_MM, _MEDAL_MM = 1.6, 0.8
_STEP_MM = 0.5
_STRAIGHT = 0.9995
_PROBES = 9
_OUTSIDE_MM, _INSIDE_MM, _LEVEL_MM = 3.0, 0.3, 0.2


def lay(
    piece: Workpiece,
    frame: Frame,
    shape: Shape,
    depth_mm: float,
    raised: bool,
    turn_deg: float = 0.0,
    ground: Ground | None = None,
) -> Workpiece:
    """Raise a shape out of a piece or cut it in.

    Parameters
    ----------
    shape : Shape
        About the frame's origin.
    turn_deg : float
        By which the spot is turned; a wall's frame is, and the shape on it is not.
    ground : Ground or None
        Of the figure under the shape, where it was measured before.

    Raises
    ------
    MeshError
        The shape and the piece make no solid.
    """
    if frame.curve is not None:
        return _round_wall(piece, frame, frame.curve, shape, depth_mm, raised, turn_deg)
    ground = ground or ground_under(piece, frame, shape)
    if raised:
        added = frame.placed(raise_on(ground, shape, depth_mm))
        joined = with_plate(piece.solid, added) if ground.kind == "rough" else piece.solid + added
        return piece.became(sound(joined))
    plate, cutter = cut_into(ground, shape, depth_mm)
    solid = piece.solid if plate is None else with_plate(piece.solid, frame.placed(plate))
    return piece.became(sound(solid - frame.placed(cutter)))


def with_plate(solid: Solid, plate: Solid) -> Solid:
    """Join a plate to rough ground, and fill what it closes off in dents under it."""
    joined = solid + plate
    bodies = joined.decompose()
    hollows = len(solid.decompose()) - 1
    if len(bodies) - 1 <= hollows:
        return joined
    # What was closed off before stays: only hollows that touch the plate's box are new.
    box = plate.bounding_box()
    kept = [body for body in bodies if body.volume() > 0 or not _within(body.bounding_box(), box)]
    return Solid.compose(kept)


def _within(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    return all(inner[k] >= outer[k] and inner[k + 3] <= outer[k + 3] for k in range(3))


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


def lay_medal(piece: Workpiece, frame: Frame, shape: Shape, depth_mm: float, raised: bool) -> Workpiece:
    """Do as :func:`lay` does on a figure; on rough ground drape a shape, or put it on a round plate."""
    if ground_under(piece, frame, shape).kind != "rough":
        return lay(piece, frame, shape, depth_mm, raised)
    draped = drape(piece, frame, shape, depth_mm) if raised else None
    if draped is not None:
        return piece.became(sound(piece.solid + frame.placed(draped)))
    radius = (
        max(float(np.hypot(*np.asarray(ring).T).max()) for ring in shape.to_polygons()) + _MEDAL_MARGIN_MM
    )
    field = rectangle(2 * radius, 2 * radius)
    plate, face = plate_on(ground_under(piece, frame, field), field, 0.0, _MEDAL_MM, radius)
    solid = with_plate(piece.solid, frame.placed(plate))
    if raised:
        return piece.became(sound(solid + frame.placed(extrude(shape, depth_mm + _SUNK_MM, face - _SUNK_MM))))
    return piece.became(sound(solid - frame.placed(extrude(shape, depth_mm + _OVER_MM, face - depth_mm))))


def off_corners(frame: Frame, width_mm: float) -> Frame:
    """Move a frame along its wall, if it has sides, until what is so wide lies on one of them.

    Notes
    -----
    Where no side is wide enough, it stays where it is.
    """
    wall = frame.curve
    if wall is None or wall.flat_mm is None:
        return frame
    path = wall_path(wall.plan)
    aside = np.arange(0.0, path.length_mm / 8, _STEP_MM)
    for away in np.stack([aside, -aside], axis=1).ravel():
        along = frame.along_mm + float(away)
        if _is_straight(path, along, width_mm / 2):
            return replace(frame, along_mm=along % path.length_mm)
    return frame


def _is_straight(path: WallPath, along_mm: float, half_mm: float) -> bool:
    at = along_mm + np.linspace(-half_mm, half_mm, 5)
    way = path.at(at, np.ones(5)) - path.at(at, np.zeros(5))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    return bool((way @ way[2] > _STRAIGHT).all())


def is_taken(piece: Workpiece, frame: Frame, width_mm: float, height_mm: float) -> bool:
    """Tell whether something is raised or cut already where a thing of this size will lie on a wall."""
    if frame.curve is None:
        return False
    path = wall_path(frame.curve.plan)
    along = frame.along_mm + np.linspace(-0.5, 0.5, _PROBES) * width_mm
    outside = path.at(along, np.full(_PROBES, _OUTSIDE_MM))
    inside = path.at(along, np.full(_PROBES, -_INSIDE_MM))
    for height in float(frame.origin_mm[2]) + np.linspace(-0.5, 0.5, _PROBES) * height_mm:
        for (x0, y0), (x1, y1) in zip(outside, inside, strict=True):
            hits = piece.solid.ray_cast((x0, y0, height), (x1, y1, height))
            met = _OUTSIDE_MM - hits[0].distance * (_OUTSIDE_MM + _INSIDE_MM) if hits else -np.inf
            if abs(met) > _LEVEL_MM:
                return True
    return False


def taken_note(values: Mapping[str, float | str]) -> StepNote:
    """Return what is said where a thing lies over another."""
    sentence = say("It lies over something else on this wall. Choose another place for one of them.")
    return StepNote(sentence=sentence, values=values, level="thin")
