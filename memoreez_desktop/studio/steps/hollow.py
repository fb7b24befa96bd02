"""Taking the inside out."""

from __future__ import annotations

import math

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.keepsake_steps import Hollow
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.hollowing import cavities
from memoreez_desktop.geometry.solids import Solid, union
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.drains import drains_for
from memoreez_desktop.studio.drilling import drilled

BRIDGE_MM = 8.0
"""Flat ceilings print without support up to 15 mm; half of that stays clean."""
_LEAST_WALL_NOZZLES = 2.0
_LARGEST_WALL_MM = 20.0
_SPECK_MM3 = 60.0
"""A room smaller than a dice of 4 mm saves nothing."""
_DRAIN_MM = (1.0, 30.0)
_MOST_DRAINS = 6


def apply(step: Hollow, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """Leave a wall, take out what lies inside of it, and open it towards the bed.

    Raises
    ------
    InputError
        A wall or a drain that cannot be made, or a keepsake that is nowhere thick enough.
    """
    _check(step, tools)
    rooms = cavities(piece.solid, step.wall_mm, BRIDGE_MM, stage(job, 0.0, 0.8))
    rooms = [room for room in rooms if room.volume() >= _SPECK_MM3]
    if not rooms:
        raise InputError(
            say("It is nowhere thick enough for walls of {wall:.1f} mm.", wall=step.wall_mm),
            say("Choose a thinner wall, or leave it solid: it is light already."),
        )
    job.progress(0.85, say("Drilling the drains"))
    drains, closed = _drained(piece.solid, rooms, step)
    saved = sum(room.volume() for room in rooms)
    return drilled(piece, union(rooms + drains)).noted(
        _note(step, saved / piece.solid.volume(), len(drains), closed)
    )


def _check(step: Hollow, tools: StepTools) -> None:
    thinnest = _LEAST_WALL_NOZZLES * tools.nozzle_mm
    if not thinnest <= step.wall_mm <= _LARGEST_WALL_MM:
        raise InputError(
            say("A wall of {wall} mm cannot be made.", wall=f"{step.wall_mm:g}"),
            say("Choose {low:.1f} to {high:.0f} mm.", low=thinnest, high=_LARGEST_WALL_MM),
        )
    low, high = _DRAIN_MM
    if _wanted(step) and not (math.isfinite(step.drain_mm) and low <= step.drain_mm <= high):
        raise InputError(
            say("A drain of {drain} mm cannot be made.", drain=f"{step.drain_mm:g}"),
            say("Choose {low:.0f} to {high:.0f} mm.", low=low, high=high),
        )
    if not 0 <= step.drains <= _MOST_DRAINS:
        raise InputError(
            say("{count} drains are too many or too few.", count=step.drains),
            say("Choose up to {most}, or 0 for none.", most=_MOST_DRAINS),
        )


def _wanted(step: Hollow) -> int:
    """How many drains the largest room gets; a width of 0 is another word for none."""
    return step.drains if step.drain_mm else 0


def _drained(solid: Solid, rooms: list[Solid], step: Hollow) -> tuple[list[Solid], int]:
    """Drill the largest room as often as wished, every other once; count those that stay shut."""
    drills: list[Solid] = []
    closed = 0
    for number, room in enumerate(rooms):
        wanted = _wanted(step) if number == 0 else min(_wanted(step), 1)
        found = drains_for(solid, room, wanted, step.drain_mm, always=number == 0)
        drills += found
        closed += not found
    return drills, closed


def _note(step: Hollow, saved_ratio: float, drains: int, closed: int) -> StepNote:
    percent = round(100 * saved_ratio)
    values = {
        "wall_mm": step.wall_mm,
        "drains": float(drains),
        "closed_pockets": float(closed),
        "saved_ratio": round(saved_ratio, 4),
    }
    if closed == 0:
        # Measured: a hollow figure took 20 % more filament than a full one with 15 % infill.
        sentence = say(
            "{percent} % of it is hollow. That saves resin; filament with sparse infill needs no less.",
            percent=percent,
        )
        return StepNote(sentence=sentence, values=values)
    if closed == 1:
        sentence = say(
            "{percent} % of it is hollow. One pocket stays closed: fine for filament, not for resin.",
            percent=percent,
        )
    else:
        sentence = say(
            "{percent} % of it is hollow. {count} pockets stay closed: fine for filament, not for resin.",
            percent=percent,
            count=closed,
        )
    return StepNote(sentence=sentence, values=values, level="thin" if _wanted(step) else "good")
