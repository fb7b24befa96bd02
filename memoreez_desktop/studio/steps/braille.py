"""Words for fingers, on the wall or on the figure."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Braille
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import rectangle
from memoreez_desktop.geometry.solids import Solid, sound
from memoreez_desktop.geometry.wrapping import wall_path
from memoreez_desktop.studio.api import StepTools, Wall, Workpiece
from memoreez_desktop.studio.braille_dots import DOT_MM, block_size_mm, dome, places_mm, set_lines
from memoreez_desktop.studio.frame import Frame
from memoreez_desktop.studio.laying import is_taken, taken_note
from memoreez_desktop.studio.letter_ground import ground_under, plate_on
from memoreez_desktop.studio.spots import resolve

F64 = NDArray[np.float64]

_REACH_RATIOS = (0.33, 0.47)
"""Of the way round a wall: what a hand reads at once, and from one side to the other."""
_CORNER_MM = 1.5
_BOX_RATIO = 0.9
_PLATE_MARGIN_MM, _PLATE_MM = 2.5, 0.8


def apply(step: Braille, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """Raise words in Braille; without any text the piece stays as it is.

    Raises
    ------
    InputError
        A character has no Braille, or the words do not fit.
    MeshError
        The dots and the piece make no solid.
    """
    if not step.text.strip():
        return piece
    job.check_cancelled()
    frame = resolve(piece, step.spot, evenly=True)
    widths, height = _room(piece, frame)
    lines = set_lines(step.text, widths, height)
    width, height = block_size_mm(lines)
    places = places_mm(lines)
    if frame.curve is None:
        done = _on_figure(piece, frame, places, (width, height))
    else:
        done = _on_wall(piece, frame, frame.curve, _turned(places, step.spot.turn_deg))
    values: dict[str, float | str] = {
        "width_mm": round(width, 1),
        "height_mm": round(height, 1),
        "lines": len(lines),
    }
    if is_taken(piece, frame, width, height):
        return done.noted(taken_note(values))
    sentence = say("Set in {count} lines.", count=len(lines)) if len(lines) > 1 else ""
    return done.noted(StepNote(sentence=sentence, values=values))


def _room(piece: Workpiece, frame: Frame) -> tuple[tuple[float, ...], float]:
    """Return how long lines may be, the best length first, and how high all of them."""
    if frame.curve is not None:
        path = wall_path(frame.curve.plan)
        round_it = tuple(ratio * path.length_mm for ratio in _REACH_RATIOS)
        straight = path.straight_mm(frame.along_mm) - 2 * _CORNER_MM
        widths = (straight, *round_it) if straight > 0.5 * round_it[0] else round_it
        return widths, 2 * frame.half_height_mm
    half = np.ptp(piece.figure_mm, axis=0) / 2
    middle = piece.figure_mm.mean(axis=0)
    box = [
        2 * _BOX_RATIO * (float(np.abs(way) @ half) - abs(float((frame.origin_mm - middle) @ way)))
        for way in (frame.right, frame.up)
    ]
    return (2 * frame.half_width_mm, box[0]), max(2 * frame.half_height_mm, box[1])


def _turned(places: F64, turn_deg: float) -> F64:
    cos, sin = np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))
    return np.asarray(places @ np.array([[cos, sin], [-sin, cos]]))


def _on_wall(piece: Workpiece, frame: Frame, wall: Wall, places: F64) -> Workpiece:
    """Set each dot upright on the wall where it comes to lie."""
    path = wall_path(wall.plan)
    half = float(np.abs(places[:, 1]).max()) + DOT_MM / 2
    middle = max(min(float(frame.origin_mm[2]), wall.high_mm - half), wall.low_mm + half)
    along = frame.along_mm + places[:, 0]
    points = path.at(along, np.zeros(len(along)))
    outward = path.at(along, np.ones(len(along))) - points
    outward /= np.linalg.norm(outward, axis=1, keepdims=True)
    dot = dome()
    dots = []
    for (x, y), (out_x, out_y), v in zip(points, outward, places[:, 1], strict=True):
        matrix = [[-out_y, 0.0, out_x, x], [out_x, 0.0, out_y, y], [0.0, 1.0, 0.0, middle + v]]
        dots.append(dot.transform(matrix))
    return piece.became(sound(piece.solid + Solid.compose(dots)))


def _on_figure(piece: Workpiece, frame: Frame, places: F64, block_mm: tuple[float, float]) -> Workpiece:
    """Set dots on even ground as it rises and falls, elsewhere on a plate."""
    ground = ground_under(piece, frame, rectangle(*block_mm))
    dot = dome()
    if ground.kind == "rough":
        plate, face = plate_on(ground, rectangle(*block_mm), _PLATE_MARGIN_MM, _PLATE_MM)
        dots = Solid.compose([dot.translate((x, y, face)) for x, y in places])
        return piece.became(sound(piece.solid + frame.placed(plate + dots)))
    rise = ground.at(places[:, 0], places[:, 1])
    dots = Solid.compose([dot.translate((x, y, z)) for (x, y), z in zip(places, rise, strict=True)])
    return piece.became(sound(piece.solid + frame.placed(dots)))
