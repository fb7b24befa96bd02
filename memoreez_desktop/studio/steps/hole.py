"""A round hole right through."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Hole
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape, circle
from memoreez_desktop.geometry.solids import extrude
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.drilling import drilled, in_frame, material_round, straightened
from memoreez_desktop.studio.frame import Frame
from memoreez_desktop.studio.hanging import lies_flat
from memoreez_desktop.studio.spots import resolve

WALL_MM = 1.2
"""Less than this beside a hole breaks out."""
LARGEST_ROUND_MM = 10.0
"""Wider lying holes sag at the top unless they run to a point."""
_DIAMETERS_MM = (1.0, 60.0)
_PRINTS_SMALL_MM = 0.2
_SLICES = 24
_PAST_MM = 1.0
_LYING = 0.7
_LEAST_TURNS = 64


def apply(step: Hole, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """Drill through the keepsake, straight from the side the spot lies on.

    What lies on the bed like a coin shows its front upwards.

    Raises
    ------
    InputError
        A diameter that cannot be drilled, a spot that is not there, or nothing left beside the hole.
    """
    low, high = _DIAMETERS_MM
    if not low <= step.diameter_mm <= high:
        raise InputError(
            say("A hole of {size} mm cannot be made.", size=f"{step.diameter_mm:g}"),
            say("Choose {low:.0f} to {high:.0f} mm.", low=low, high=high),
        )
    spot = step.spot
    if spot.on in ("front", "back") and lies_flat(piece.solid):
        spot = replace(spot, on="top")
    frame = straightened(resolve(piece, spot), spot)
    local = in_frame(piece.solid, frame)
    box = local.bounding_box()
    radius = (step.diameter_mm + _PRINTS_SMALL_MM) / 2
    depths = np.linspace(box[2], box[5], _SLICES + 2)[1:-1]
    left = _left_beside([local.slice(float(z)) for z in depths], radius)
    outline = _teardrop(radius) if _sags(step, frame) else circle(radius, _LEAST_TURNS)
    drill = extrude(outline, float(box[5] - box[2]) + 2 * _PAST_MM, float(box[2]) - _PAST_MM)
    return drilled(piece, frame.placed(drill)).noted(_note(step, left))


def _left_beside(sections: list[Shape], radius: float) -> bool:
    """Tell whether there is enough all round a hole; refuse one that is open on a side.

    Raises
    ------
    InputError
        Nothing is left on a side.
    """
    if material_round(sections, radius + 0.2).min() == 0:
        raise InputError(
            say("The hole would break out at the side."),
            say("Make it smaller, or move it further into the model."),
        )
    return bool(material_round(sections, radius + WALL_MM).min() > 0)


def _sags(step: Hole, frame: Frame) -> bool:
    lying = abs(frame.out[2]) < _LYING and frame.up[2] > _LYING
    return bool(lying and step.diameter_mm > LARGEST_ROUND_MM)


def _teardrop(radius: float) -> Shape:
    """Circle with a roof of 45°, its tip cut off where a bridge of 4 mm closes it."""
    flat = min(2.0, radius * 0.4)
    shoulder = radius * np.sqrt(0.5)
    top = shoulder + (shoulder - flat)
    roof = np.array([(-shoulder, shoulder), (shoulder, shoulder), (flat, top), (-flat, top)])
    return circle(radius, _LEAST_TURNS) + Shape([roof])


def _note(step: Hole, enough: bool) -> StepNote:
    values = {"diameter_mm": step.diameter_mm}
    if enough:
        return StepNote(values=values)
    words = say("Less than {wall:.1f} mm is left beside the hole.", wall=WALL_MM)
    return StepNote(sentence=words, values=values, level="thin")
