"""Words: set so that they print, laid round a wall or on the figure, raised or engraved."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Lettering
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.frame import Frame
from memoreez_desktop.studio.laying import ENGRAVED_MM, RAISED_MM, lay
from memoreez_desktop.studio.letter_block import set_block
from memoreez_desktop.studio.letter_ground import Ground, ground_under
from memoreez_desktop.studio.letter_room import PLATES_MM, Room, room_on_wall, rooms_on_figure
from memoreez_desktop.studio.letter_solver import Setting, lines_of, solve
from memoreez_desktop.studio.letter_verdicts import measure_line
from memoreez_desktop.studio.letter_words import note_of
from memoreez_desktop.studio.spots import resolve

_HARDLY_MM = 10.0
"""What is narrower is no place for words."""


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
    frame = resolve(piece, step.spot, evenly=True)
    if frame.curve is None:
        block = _on_figure(step, piece, frame, tools.nozzle_mm)
    else:
        room = room_on_wall(frame.curve, frame.along_mm, step.reach_deg, step.spot.turn_deg)
        setting = solve(replace(step, arc_mm=0.0), room, tools.nozzle_mm)
        block = _Block(setting, _drawn(setting), None)
    note = note_of(step, block.setting, tools.nozzle_mm)
    if block.shape.is_empty():
        return piece.noted(note)
    raised = block.setting.mode == "raised"
    depth = step.depth_mm or (RAISED_MM if raised else ENGRAVED_MM)
    written = lay(piece, frame, block.shape, depth, raised, step.spot.turn_deg, block.ground)
    return written.noted(replace(note, values={**note.values, "depth_mm": depth}))


@dataclass(frozen=True, eq=False)
class _Block:
    setting: Setting
    shape: Shape
    ground: Ground | None


def _drawn(setting: Setting) -> Shape:
    return set_block(setting.texts, setting.lines, setting.cap_mm, setting.manner, setting.weight)


def _on_figure(step: Lettering, piece: Workpiece, frame: Frame, nozzle_mm: float) -> _Block:
    """Set the words as large as they can lie on the figure with no letter lost, else on a plate.

    A thick plate is for words most of which would be lost without.
    """
    for text in lines_of(step):
        # A letter that no font has is no matter of room: let it be told at once.
        measure_line(text, step.face, step.spacing_em)
    tried: list[_Block] = []
    widest = 0.0
    for plate_mm in PLATES_MM:
        if plate_mm == PLATES_MM[-1] and any(_mostly_there(block) for block in tried):
            break
        rooms = rooms_on_figure(piece, frame, plate_mm, step.arc_mm)
        widest = max(widest, *(max(room.widths_mm) for room in rooms), 0.0)
        settings = _settings(step, rooms, nozzle_mm)
        for setting in settings:
            shape = _drawn(setting)
            ground = None if shape.is_empty() else ground_under(piece, frame, shape)
            if ground is None or ground.carries(plate_mm):
                tried.append(_Block(setting, shape, ground))
                if not setting.weight.lost:
                    return tried[-1]
                break
    if not tried:
        raise _no_room(step, widest)
    return min(tried, key=lambda block: block.setting.weight.lost)


def _settings(step: Lettering, rooms: Sequence[Room], nozzle_mm: float) -> list[Setting]:
    """Set the words in each room, where they lose least and are largest first."""
    found = []
    for room in rooms:
        # What is too long for one room has others.
        with suppress(InputError):
            found.append(solve(step, room, nozzle_mm))
    return sorted(found, key=lambda setting: (setting.weight.lost, -setting.cap_mm))


def _mostly_there(block: _Block) -> bool:
    return 3 * block.setting.weight.lost <= block.setting.drawn


def _no_room(step: Lettering, widest_mm: float) -> InputError:
    hint = say("Choose another place on the figure, or write on a pedestal.")
    if widest_mm < _HARDLY_MM:
        return InputError(say("There is hardly any room for words there."), hint)
    longest = max(lines_of(step), key=len)
    return InputError(say("“{text}” is too long for this place.", text=longest), hint)
