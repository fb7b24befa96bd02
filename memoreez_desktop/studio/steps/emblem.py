"""A symbol on the pedestal or on the figure."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Emblem
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.icon_shapes import icon_shape
from memoreez_desktop.geometry.shapes import Shape, offset, size, thicken
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.frame import Frame
from memoreez_desktop.studio.laying import (
    ENGRAVED_MM,
    RAISED_MM,
    is_taken,
    lay,
    lay_medal,
    off_corners,
    taken_note,
)
from memoreez_desktop.studio.spots import resolve

LEAST_MM, MOST_MM = 3.0, 200.0
_STROKES = {"raised": 2.0, "engraved": 1.5}
"""Thinnest line of a symbol, in nozzles: 0.8 and 0.6 mm at 0.4."""
_GAP = 1.0
_CLOSED_RATIO = 0.03
"""More of a symbol than this may not close up without a word."""
_BAND_RATIO, _GROUND_RATIO, _BOX_RATIO = 0.92, 1.5, 0.45
_USUAL_MM = (8.0, 36.0)
_DEPTHS_MM = (0.2, 5.0)


def apply(step: Emblem, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """Put a symbol on a piece; without one it stays as it is.

    Raises
    ------
    InputError
        There is no such symbol or place, or a measure cannot be made.
    MeshError
        The symbol and the piece make no solid.
    """
    if not step.icon_id:
        return piece
    job.check_cancelled()
    frame = resolve(piece, step.spot, evenly=True)
    usual = RAISED_MM if step.mode == "raised" else ENGRAVED_MM
    depth = _checked(step.depth_mm if step.depth_mm is not None else usual, _DEPTHS_MM)
    wished = _checked(step.size_mm, (LEAST_MM, MOST_MM)) if step.size_mm is not None else None
    size_mm = _on_band(frame, wished) if frame.curve is not None else wished or _usual_mm(piece, frame)
    shape = thicken(icon_shape(step.icon_id, size_mm), _STROKES[step.mode] * tools.nozzle_mm)
    raised = step.mode == "raised"
    if frame.curve is None:
        laid = lay_medal(piece, frame, shape, depth, raised)
    else:
        frame = off_corners(frame, size_mm)
        laid = lay(piece, frame, shape, depth, raised, step.spot.turn_deg)
    note = _note(shape, size_mm, wished, tools.nozzle_mm)
    if note.level == "good" and is_taken(piece, frame, *size(shape)):
        note = taken_note(note.values)
    return laid.noted(note)


def _checked(value: float, limits: tuple[float, float]) -> float:
    if not limits[0] <= value <= limits[1]:
        raise InputError(
            say("A symbol with a measure of {size} mm cannot be made.", size=f"{value:g}"),
            say("Choose a value from {low} to {high}.", low=f"{limits[0]:g}", high=f"{limits[1]:g}"),
        )
    return value


def _on_band(frame: Frame, wished_mm: float | None) -> float:
    """As large as wished, if the wall is as high."""
    most = 2 * _BAND_RATIO * frame.half_height_mm
    return min(wished_mm, most) if wished_mm is not None else most


def _usual_mm(piece: Workpiece, frame: Frame) -> float:
    """Fill the even ground, or a good part of the figure's side where there is little."""
    even = _GROUND_RATIO * min(frame.half_width_mm, frame.half_height_mm)
    extents = np.ptp(piece.figure_mm, axis=0)
    box = _BOX_RATIO * min(float(np.abs(way) @ extents) for way in (frame.right, frame.up))
    low, high = _USUAL_MM
    return float(np.clip(max(even, min(box, low)), LEAST_MM, high))


def _note(shape: Shape, size_mm: float, wished_mm: float | None, nozzle_mm: float) -> StepNote:
    gap = _GAP * nozzle_mm / 2
    closed = float((offset(offset(shape, gap), -gap) - shape).area()) / float(shape.area())
    values: dict[str, float | str] = {"size_mm": round(max(size(shape)), 2)}
    if closed > _CLOSED_RATIO:
        return StepNote(
            sentence=say("Fine gaps in the symbol will close up. Make it larger, or choose a simpler one."),
            values=values,
            level="thin",
        )
    smaller = wished_mm is not None and size_mm < wished_mm - 0.05
    sentence = say("The symbol is {size} mm high, as the wall is no higher.", size=f"{size_mm:.1f}")
    return StepNote(sentence=sentence if smaller else "", values=values)
