"""A sign for the door: a large line, a small one, symbols on both sides, a frame, keyholes in the back."""

from __future__ import annotations

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.shapes import Shape, empty, size
from memoreez_desktop.geometry.solids import Solid, stand, union, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.assembly import assembled
from memoreez_desktop.sculpting.emblem import emblem_shape, relief_pitch_mm, widest_half_mm
from memoreez_desktop.sculpting.emblems import ICON_FIELDS, emblem_ids
from memoreez_desktop.sculpting.faces_field import face_field
from memoreez_desktop.sculpting.keyhole import keyhole
from memoreez_desktop.sculpting.letter_block import Place, letter_block
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.plates import hole, plate, raised
from memoreez_desktop.sculpting.sign_frames import FRAMES, sign_frame
from memoreez_desktop.sculpting.wording import words_for

_PLATE_MM = 4.8
"""Deep enough for keyholes with a skin of 1.2 mm above them."""
_RAISED_MM = 1.4
_SCREW_RADIUS_MM = 2.2
_SCREW_ROOM_MM = 2 * _SCREW_RADIUS_MM + 3.2

_INFO = ProductInfo(
    "door-sign",
    say("Door sign"),
    say("A name and a line between two symbols in a frame, to be hung on a door."),
    (
        length_field("width_mm", say("Width"), 150.0, 100.0, 200.0),
        length_field("tall_mm", say("Height"), 62.0, 45.0, 100.0),
        *ICON_FIELDS[:2],
        face_field("slab"),
        FieldSpec("frame", say("Frame"), "choice", "notched", choices=FRAMES),
        FieldSpec(
            "hanging",
            say("Hanging"),
            "choice",
            "keyholes",
            choices=(
                ("keyholes", say("Keyholes in the back")),
                ("holes", say("Screw holes")),
                ("none", say("Nothing, for tape")),
            ),
        ),
    ),
    source="story",
)


class DoorSign:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        width, tall = parameters.number("width_mm"), parameters.number("tall_mm")
        hanging = parameters.choice("hanging")
        lines = words_for(recipe, capitals=False)
        if not lines:
            raise InputError(
                say("A door sign needs a name."), say("Tell whose it is, or write a text line for it.")
            )
        job.progress(0.1, say("Cutting the frame"))
        frame = sign_frame(parameters.choice("frame"), width, tall)
        room = frame.inner_width_mm - (2 * _SCREW_ROOM_MM if hanging == "holes" else 0.0)
        job.progress(0.3, say("Raising the symbol"))
        side = min(0.5 * frame.inner_height_mm, 0.2 * room)
        symbols = _symbols(emblem_ids(recipe, parameters, 2), side, room)
        job.progress(0.6, say("Setting the letters"))
        letters = _letters(lines, parameters.choice("face"), room - 2 * side - 9.0, frame.inner_height_mm)
        outline = frame.outline
        if hanging == "holes":
            x = frame.inner_width_mm / 2 - _SCREW_RADIUS_MM - 0.5
            outline -= hole(_SCREW_RADIUS_MM, -x, 0.0) + hole(_SCREW_RADIUS_MM, x, 0.0)
        job.progress(0.8, say("Joining the parts"))
        body = plate(outline, _PLATE_MM)
        if hanging == "keyholes":
            body -= union([keyhole(x, tall * 0.18) for x in (-0.3 * width, 0.3 * width)])
        parts = [body, raised(frame.lines, _PLATE_MM, _RAISED_MM), raised(letters, _PLATE_MM, _RAISED_MM)]
        parts += [_relief(symbol, detail) for symbol in symbols]
        return Sculpture(stand(weld(assembled(parts, detail))), Camera(-80.0, 56.0))


def _symbols(icons: tuple[str, ...], side: float, room: float) -> list[Shape]:
    """Draw a symbol on each side; the only one of a story stands on both."""
    x = (room - side) / 2
    places = ((icons[0], -x), (icons[-1], x))
    return [emblem_shape(icon, side, 1.0).translate((middle, 0.0)) for icon, middle in places]


def _relief(symbol: Shape, detail: Detail) -> Solid:
    depth = min(1.6, 0.8 * widest_half_mm(symbol) + 0.2)
    return puffy(symbol, depth, 0.8, relief_pitch_mm(detail), back=False).translate((0.0, 0.0, _PLATE_MM))


def _letters(lines: tuple[str, ...], face: str, room: float, tall: float) -> Shape:
    """Set the first line large and the second smaller below it."""
    if len(lines) == 1:
        return letter_block(lines, face, Place(room, 0.72 * tall, 22.0, roomy_cap_mm=9.0)).shape
    gap = 0.11 * tall
    first = letter_block(lines[:1], face, Place(room, 0.54 * tall, 20.0, roomy_cap_mm=9.0)).shape
    rest = min(0.82 * tall - size(first)[1] - gap, 0.26 * tall)
    below = Place(room, rest, 7.0, smallest_cap_mm=3.2, roomy_cap_mm=4.6)
    second = letter_block(lines[1:], face, below).shape
    whole = size(first)[1] + gap + size(second)[1]
    block = empty()
    block += first.translate((0.0, (whole - size(first)[1]) / 2))
    block += second.translate((0.0, (size(second)[1] - whole) / 2))
    return block
