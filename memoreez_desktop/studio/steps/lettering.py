"""Words: set so that they print, laid round a wall or on the figure, raised or engraved."""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Lettering
from memoreez_desktop.geometry.shapes import Shape, bounds
from memoreez_desktop.geometry.solids import sound
from memoreez_desktop.geometry.wrapping import wall_path, wrap_on_wall
from memoreez_desktop.studio.api import StepTools, Wall, Workpiece
from memoreez_desktop.studio.frame import Frame
from memoreez_desktop.studio.letter_block import set_block
from memoreez_desktop.studio.letter_ground import cut_into, ground_under, raise_on
from memoreez_desktop.studio.letter_room import room_of
from memoreez_desktop.studio.letter_solver import lines_of, solve
from memoreez_desktop.studio.letter_words import note_of
from memoreez_desktop.studio.spots import resolve

RAISED_MM = 0.8
ENGRAVED_MM = 0.7
"""Two perimeters deep: 0.4 mm on a wall is a single extrusion width and vanishes."""
_SUNK_MM, _OVER_MM = 0.4, 0.4


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
    setting = solve(step, room_of(piece, frame, step.reach_deg), tools.nozzle_mm)
    shape = set_block(setting.texts, setting.lines, setting.cap_mm, setting.manner, setting.weight)
    note = note_of(step, setting, tools.nozzle_mm)
    if shape.is_empty():
        return piece.noted(note)
    depth = step.depth_mm or (RAISED_MM if setting.mode == "raised" else ENGRAVED_MM)
    raised = setting.mode == "raised"
    if frame.curve is None:
        written = _on_figure(piece, frame, shape, depth, raised)
    else:
        written = _on_wall(piece, frame, frame.curve, shape, depth, raised, step.spot.turn_deg)
    return written.noted(note)


def _on_wall(
    piece: Workpiece, frame: Frame, wall: Wall, shape: Shape, depth: float, raised: bool, turn_deg: float
) -> Workpiece:
    turned = shape.rotate(turn_deg) if turn_deg else shape
    _, y0, _, y1 = bounds(turned)
    # The ink stays on the band, whatever hangs below the line.
    z = max(min(float(frame.origin_mm[2]), wall.high_mm - y1), wall.low_mm - y0)
    path = wall_path(wall.plan)
    if raised:
        letters = wrap_on_wall(turned, path, frame.along_mm, z, out_mm=depth, sunk_mm=_SUNK_MM)
        return piece.became(sound(piece.solid + letters))
    letters = wrap_on_wall(turned, path, frame.along_mm, z, out_mm=_OVER_MM, sunk_mm=depth)
    return piece.became(sound(piece.solid - letters))


def _on_figure(piece: Workpiece, frame: Frame, shape: Shape, depth: float, raised: bool) -> Workpiece:
    ground = ground_under(piece, frame, shape)
    if raised:
        return piece.became(sound(piece.solid + frame.placed(raise_on(ground, shape, depth))))
    plate, letters = cut_into(ground, shape, depth)
    solid = piece.solid if plate is None else piece.solid + frame.placed(plate)
    return piece.became(sound(solid - frame.placed(letters)))
