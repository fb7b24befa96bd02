"""Words: set so that they print, laid round a wall or on the figure, raised or engraved."""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Lettering
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.laying import ENGRAVED_MM, RAISED_MM, lay
from memoreez_desktop.studio.letter_block import set_block
from memoreez_desktop.studio.letter_room import room_of
from memoreez_desktop.studio.letter_solver import lines_of, solve
from memoreez_desktop.studio.letter_words import note_of
from memoreez_desktop.studio.spots import resolve


def apply(step: Lettering, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """Write on a piece; without any text it stays as it is.

    Raises
    ------
    InputError
        There is no such place, the words are far too long for it, or a character has no letter.
    MeshError
        The words and the piece make no solid.
    """
    if not lines_of(step):
        return piece
    job.check_cancelled()
    frame = resolve(piece, step.spot)
    room = room_of(piece, frame, step.reach_deg, step.arc_mm)
    setting = solve(step, room, tools.nozzle_mm)
    shape = set_block(setting.texts, setting.lines, setting.cap_mm, setting.manner, setting.weight)
    note = note_of(step, setting, tools.nozzle_mm)
    if shape.is_empty():
        return piece.noted(note)
    depth = step.depth_mm or (RAISED_MM if setting.mode == "raised" else ENGRAVED_MM)
    raised = setting.mode == "raised"
    return lay(piece, frame, shape, depth, raised, step.spot.turn_deg).noted(note)
