"""Cutting a keepsake that is larger than the bed."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.keepsake_steps import BedCut
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.solids import Solid, to_mesh
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.bed_cutting import Pieces, cut_to_fit, fits, lying
from memoreez_desktop.studio.bed_room import Place, place
from memoreez_desktop.studio.footprint import Footprint
from memoreez_desktop.studio.pegs import PegSize
from memoreez_desktop.studio.placing import box_of, centred_solid

MARGIN_MM = 2.0
"""Kept free along every edge of the bed, once it is cut anyway."""
GAP_MM = 6.0
_BEDS_APART_MM = 20.0
_SIDES_MM, _PEGS_MM, _CLEARANCES_MM = (30.0, 2000.0), (2.0, 20.0), (0.0, 1.0)


def apply(step: BedCut, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """Cut it into pieces that fit, put pegs across the cuts, and lay everything on beds.

    Raises
    ------
    InputError
        A bed or a peg that cannot be, too many pieces, or a bed that there is not.
    """
    _check(step)
    room = np.array([step.bed_x_mm, step.bed_y_mm, step.height_mm], dtype=np.float64)
    if fits(piece.solid, room):
        return piece.noted(StepNote(sentence=say("It fits on the bed in one piece."), values={"pieces": 1.0}))
    room -= (2 * MARGIN_MM, 2 * MARGIN_MM, 0.0)
    made = cut_to_fit(piece.solid, room, PegSize(step.peg_mm, step.clearance_mm), stage(job, 0.0, 0.7))
    job.progress(0.7, say("Laying the pieces on the bed"))
    bodies = [lying(part, room) for part in made.pieces] + [peg.lying() for peg in made.pegs]
    beds = _beds(bodies, float(room[0]), float(room[1]))
    if step.bed > len(beds):
        raise InputError(
            say("There is no bed {number}: everything lies on {count}.", number=step.bed, count=len(beds)),
            say("Choose a smaller number, or 0 for all of them."),
        )
    shown = beds if step.bed == 0 else [beds[step.bed - 1]]
    solid = centred_solid(_in_a_row(shown, step.bed_x_mm + _BEDS_APART_MM))
    done = piece.became(solid, figure_mm=box_of(solid), wall=None)
    return done.noted(_note(made, len(beds)))


def _check(step: BedCut) -> None:
    wishes = (
        *((side, _SIDES_MM) for side in (step.bed_x_mm, step.bed_y_mm, step.height_mm)),
        (step.peg_mm, _PEGS_MM),
        (step.clearance_mm, _CLEARANCES_MM),
    )
    for value, (low, high) in wishes:
        if not (math.isfinite(value) and low <= value <= high):
            raise InputError(
                say("Nothing can be cut with {size} mm.", size=f"{value:g}"),
                say("Choose {low:g} to {high:g} mm.", low=low, high=high),
            )
    if step.bed < 0:
        raise InputError(say("There is no such bed."), say("Choose 1 or more, or 0 for all of them."))


def _beds(bodies: Sequence[Solid], x_mm: float, y_mm: float) -> list[Solid]:
    """Lay bodies on as few beds as come by filling one after the other, the largest bodies first."""
    prints = [Footprint.of(to_mesh(body)) for body in bodies]
    order = sorted(range(len(bodies)), key=lambda k: (-float(np.prod(_plan(prints[k]))), k))
    beds: list[tuple[list[int], tuple[Place, ...]]] = []
    for k in order:
        for number, (there, _) in enumerate(beds):
            tried = [*there, k]
            places = place([prints[i] for i in tried], x_mm, y_mm, GAP_MM)
            if len(places) == len(tried):
                beds[number] = tried, places
                break
        else:
            beds.append(([k], place([prints[k]], x_mm, y_mm, GAP_MM)))
    return [
        Solid.compose([_placed(bodies[k], at) for k, at in zip(there, places, strict=True)])
        for there, places in beds
    ]


def _plan(footprint: Footprint) -> tuple[float, float]:
    left, front, right, back = footprint.box_mm()
    return right - left, back - front


def _placed(body: Solid, at: Place) -> Solid:
    turned = body.rotate((0.0, 0.0, 90.0)) if at.turned else body
    return turned.translate((at.x_mm, at.y_mm, 0.0))


def _in_a_row(beds: Sequence[Solid], apart_mm: float) -> Solid:
    return Solid.compose([bed.translate((k * apart_mm, 0.0, 0.0)) for k, bed in enumerate(beds)])


def _note(made: Pieces, beds: int) -> StepNote:
    count, pegs = len(made.pieces), len(made.pegs)
    if pegs == 0:
        words = say("Cut into {count} pieces, too thin for pegs: glue them.", count=count)
    elif made.bare_joints:
        words = say("Cut into {count} pieces. Not every joint has room for a peg: glue them.", count=count)
    elif pegs == 1:
        words = say("Cut into {count} pieces that a peg holds in place.", count=count)
    else:
        words = say("Cut into {count} pieces that {pegs} pegs hold in place.", count=count, pegs=pegs)
    if beds > 1:
        words = say("{pieces} They fill {beds} beds: print one bed after the other.", pieces=words, beds=beds)
    values = {"pieces": float(count), "pegs": float(pegs), "beds": float(beds)}
    return StepNote(sentence=words, values=values, level="thin" if made.bare_joints else "good")
