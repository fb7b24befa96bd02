"""A QR code, cut in: its dark modules lie in their own shade."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import QrCode
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape, rectangle
from memoreez_desktop.geometry.solids import extrude, sound
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.frame import Frame
from memoreez_desktop.studio.laying import is_taken, lay, off_corners, taken_note
from memoreez_desktop.studio.letter_ground import ground_under, plate_on
from memoreez_desktop.studio.qr_modules import QUIET, least_module_mm, qr_matrix, qr_shape
from memoreez_desktop.studio.spots import resolve

_USUAL_MODULE = 3.0
"""In nozzles: what a phone reads well from a hand's distance."""
_TIGHT_MODULE, _SPARE_RATIO = 2.5, 0.8
"""On a figure that would be all code, it is smaller."""
_LARGEST_MODULE_MM = 3.0
_BOX_RATIO = 0.9
_OVER_MM = 0.4
_FLOOR_MM = 0.8
_PROBES = 7
_CORNER_MM = 3.0
_DEPTHS_MM = (0.4, 4.0)


def apply(step: QrCode, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """Cut a code into a piece; without any text it stays as it is.

    Raises
    ------
    InputError
        The text is too long for the place, or there is no such place.
    MeshError
        The code and the piece make no solid.
    """
    if not step.text:
        return piece
    job.check_cancelled()
    if not _DEPTHS_MM[0] <= step.depth_mm <= _DEPTHS_MM[1]:
        raise InputError(
            say(
                "A code that is {depth} mm deep cannot be read or not be printed.", depth=f"{step.depth_mm:g}"
            ),
            say("Choose a value from {low} to {high}.", low=f"{_DEPTHS_MM[0]:g}", high=f"{_DEPTHS_MM[1]:g}"),
        )
    frame = resolve(piece, step.spot, evenly=True)
    room = _room_mm(piece, frame)
    matrix = qr_matrix(step.text)
    count = len(matrix) + 2 * QUIET
    module = _module_mm(step, count, room, least_module_mm(tools.nozzle_mm), tools.nozzle_mm)
    side = count * module
    if side > room + 1e-6:
        raise _no_room(step, frame, side, room)
    shape = qr_shape(matrix, module)
    values: dict[str, float | str] = {"size_mm": round(side, 2), "module_mm": round(module, 3)}
    note = StepNote(sentence=say("Each module is {size} mm wide.", size=f"{module:.2f}"), values=values)
    if frame.curve is None:
        return _on_figure(piece, frame, shape, side, step.depth_mm, note)
    frame = off_corners(frame, side)
    if is_taken(piece, frame, side, side):
        note = taken_note(values)
    return lay(piece, frame, shape, step.depth_mm, False, step.spot.turn_deg).noted(note)


def _module_mm(step: QrCode, count: int, room_mm: float, least_mm: float, nozzle_mm: float) -> float:
    """Width of a module: as wished, or what the room and the eye of a phone like."""
    if step.size_mm is None:
        most = _USUAL_MODULE if room_mm > count * _USUAL_MODULE * nozzle_mm / _SPARE_RATIO else _TIGHT_MODULE
        return float(np.clip(room_mm / count, least_mm, max(most * nozzle_mm, least_mm)))
    module = step.size_mm / count
    if not least_mm <= module <= _LARGEST_MODULE_MM * 2:
        raise InputError(
            say(
                "A code of {size} mm would have modules of {module} mm.",
                size=f"{step.size_mm:g}",
                module=f"{module:.2f}",
            ),
            say(
                "From {least} mm on the nozzle can draw it; or shorten its text.",
                least=f"{count * least_mm:.0f}",
            ),
        )
    return module


def _room_mm(piece: Workpiece, frame: Frame) -> float:
    """Side of the largest square that the place has."""
    if frame.curve is not None:
        return 2 * min(frame.half_height_mm, frame.half_width_mm)
    half = np.ptp(piece.figure_mm, axis=0) / 2
    middle = piece.figure_mm.mean(axis=0)
    spare = [
        float(np.abs(way) @ half) - abs(float((frame.origin_mm - middle) @ way))
        for way in (frame.right, frame.up)
    ]
    return 2 * max(min(frame.half_width_mm, frame.half_height_mm), _BOX_RATIO * min(spare))


def _no_room(step: QrCode, frame: Frame, side_mm: float, room_mm: float) -> InputError:
    message = say(
        "The code needs {side} mm, and there is room for {room} mm.",
        side=f"{side_mm:.0f}",
        room=f"{room_mm:.0f}",
    )
    if frame.curve is not None:
        return InputError(
            message, say("Put it on the back or the top, make the pedestal higher, or shorten its text.")
        )
    return InputError(message, say("Choose another place, a larger keepsake or a shorter text."))


def _on_figure(
    piece: Workpiece, frame: Frame, shape: Shape, side_mm: float, depth_mm: float, note: StepNote
) -> Workpiece:
    """Cut into level ground that is thick enough; else into a plate, for a bent code is hard to read."""
    field = rectangle(side_mm, side_mm)
    ground = ground_under(piece, frame, field)
    if ground.kind == "flat" and _is_thick(piece, frame, side_mm / 2, depth_mm + _FLOOR_MM):
        return lay(piece, frame, shape, depth_mm, False).noted(note)
    plate, face = plate_on(ground, field, 0.0, depth_mm + _FLOOR_MM / 2, _CORNER_MM)
    cutter = extrude(shape, depth_mm + _OVER_MM, face - depth_mm)
    coded = piece.became(sound(piece.solid + frame.placed(plate) - frame.placed(cutter)))
    sentence = say(
        "The code has a plate of its own, {size} mm wide, as it needs level ground. A pedestal has some.",
        size=f"{side_mm:.0f}",
    )
    return coded.noted(replace(note, sentence=sentence))


def _is_thick(piece: Workpiece, frame: Frame, half_mm: float, depth_mm: float) -> bool:
    """Tell whether there is material to a depth all over a square."""
    steps = np.linspace(-half_mm, half_mm, _PROBES)
    for u in steps:
        for v in steps:
            start = frame.origin_mm + frame.right * u + frame.up * v
            inside, outside = start - frame.out * depth_mm, start + frame.out
            if len(piece.solid.ray_cast(tuple(outside), tuple(inside))) != 1:
                return False
    return True
