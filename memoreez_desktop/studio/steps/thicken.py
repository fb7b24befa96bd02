"""Making thin parts thick enough."""

from __future__ import annotations

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Thicken
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.thickening import thickened
from memoreez_desktop.studio.api import StepTools, Workpiece

_WALLS_MM = (0.4, 6.0)


def apply(step: Thicken, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """Add to walls and pins that are thinner than wished; what is thick or low detail stays as it is.

    Raises
    ------
    InputError
        A wall that cannot be made.
    """
    low, high = _WALLS_MM
    if not low <= step.wall_mm <= high:
        raise InputError(
            say("A wall of {wall} mm cannot be made.", wall=f"{step.wall_mm:g}"),
            say("Choose {low:g} to {high:g} mm.", low=low, high=high),
        )
    solid, plates = thickened(piece.solid, step.wall_mm, job)
    if not plates.area_mm2:
        words = say("Nothing of it is thinner than {wall:.1f} mm.", wall=step.wall_mm)
        return piece.noted(StepNote(sentence=words, values={"area_mm2": 0.0}))
    values = {"area_mm2": round(plates.area_mm2, 2), "thinnest_mm": round(plates.thinnest_mm, 3)}
    words = say(
        "{area:.1f} cm² were thinner than {wall:.1f} mm and are as thick now.",
        area=plates.area_mm2 / 100,
        wall=step.wall_mm,
    )
    return piece.became(solid).noted(StepNote(sentence=words, values=values))
