"""A stencil: a symbol and a word cut through a thin sheet, held by bridges, with a stiff frame."""

from __future__ import annotations

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape, bounds, centred, offset, rounded_rectangle, size
from memoreez_desktop.geometry.solids import stand, union, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.emblem import ICON_FIELD, emblem_id, emblem_shape
from memoreez_desktop.sculpting.faces_field import face_field
from memoreez_desktop.sculpting.letter_block import Place, letter_block
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.plates import hole, plate, raised
from memoreez_desktop.sculpting.stencil_bridges import bridged
from memoreez_desktop.sculpting.wording import first_name, words_for

_SHEET_MM = 1.6
_FRAME_MM = 1.4
"""How much the frame is higher than the sheet."""
_FRAME_WIDTH_MM = 5.0
_MARGIN_MM = 6.0
_GAP_MM = 6.0
_CUT_MM = 1.4
"""Narrower slits take no paint and no brush."""
_WALL_MM = 1.6
"""Between two openings."""
_BRIDGE_MM = 2.0
_SMALLEST_CAP_MM = 9.0
"""Counters of lower letters have no room for a bridge."""
_HOLE_RADIUS_MM = 2.2

_INFO = ProductInfo(
    "stencil",
    say("Stencil"),
    say("A symbol and a name cut through a thin sheet, for paint, cocoa or chalk."),
    (
        length_field("width_mm", say("Width"), 120.0, 70.0, 200.0),
        ICON_FIELD,
        face_field("sans", without=("serif",)),
        FieldSpec(
            "layout",
            say("Layout"),
            "choice",
            "above",
            choices=(
                ("above", say("Symbol above the name")),
                ("beside", say("Symbol beside the name")),
                ("symbol", say("Symbol alone")),
            ),
        ),
        FieldSpec(
            "holes",
            say("Holes"),
            "choice",
            "hang",
            choices=(
                ("hang", say("One to hang it by")),
                ("corners", say("In the corners")),
                ("none", say("None")),
            ),
        ),
    ),
    source="story",
)


class Stencil:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh; a stencil has no finer detail to add, so a draft is the same."""
        parameters = Parameters(recipe, _INFO)
        width = parameters.number("width_mm")
        job.progress(0.1, say("Drawing what is cut out"))
        cut = _openings(recipe, parameters, width - 2 * (_FRAME_WIDTH_MM + _MARGIN_MM))
        tall = size(cut)[1] + 2 * (_FRAME_WIDTH_MM + _MARGIN_MM)
        outline = rounded_rectangle(width, tall, 7.0)
        job.progress(0.4, say("Building bridges"))
        sheet = bridged(outline, cut, _BRIDGE_MM)
        frame = outline - offset(outline, -_FRAME_WIDTH_MM)
        for opening in _holes(parameters.choice("holes"), width, tall):
            sheet -= opening
            frame = frame + offset(opening, 3.0) - opening
        job.progress(0.8, say("Joining the parts"))
        body = union([plate(sheet, _SHEET_MM), raised(frame ^ sheet, _SHEET_MM, _FRAME_MM)])
        return Sculpture(stand(weld(body)), Camera(-78.0, 58.0))


def _openings(recipe: Recipe, parameters: Parameters, room: float) -> Shape:
    """Draw symbol and word, centred, within a width."""
    layout, face = parameters.choice("layout"), parameters.choice("face")
    lines = _words(recipe) if layout != "symbol" else ()
    icon = emblem_id(recipe, parameters)
    if not lines:
        return _wide(emblem_shape(icon, min(room, 90.0), _CUT_MM))
    if layout == "above":
        text = _wide(letter_block(lines, face, _place(room, 0.46 * room)).shape)
        symbol = _wide(emblem_shape(icon, 0.42 * room, _CUT_MM))
        whole = size(symbol)[1] + _GAP_MM + size(text)[1]
        return text.translate((0.0, (size(text)[1] - whole) / 2)) + symbol.translate(
            (0.0, (whole - size(symbol)[1]) / 2)
        )
    side = 0.34 * room
    symbol = _wide(emblem_shape(icon, side, _CUT_MM))
    left = size(symbol)[0] + _GAP_MM
    text = _wide(letter_block(lines, face, _place(room - left, 0.8 * side)).shape)
    # Pushed apart until both touch the sides.
    x0, x1 = bounds(symbol)[0], bounds(text)[2]
    spread = max(0.0, room - left - size(text)[0]) / 2
    beside = symbol.translate((-room / 2 + spread - x0, 0.0)) + text.translate((room / 2 - spread - x1, 0.0))
    return centred(beside)


def _place(width: float, tall: float) -> Place:
    return Place(width, tall, 40.0, _CUT_MM, _SMALLEST_CAP_MM, 14.0)


def _wide(shape: Shape) -> Shape:
    """Close openings' gaps that would leave threads of plastic between them."""
    return centred(offset(offset(shape, _WALL_MM / 2), -_WALL_MM / 2))


def _words(recipe: Recipe) -> tuple[str, ...]:
    """Choose the word that is cut: the lines that were asked for, else the name people call.

    Raises
    ------
    InputError
        There is none.
    """
    if any(line.strip() for line in recipe.story.text_lines):
        lines = words_for(recipe, capitals=False)
        if lines:
            return lines
    name = first_name(recipe.story)
    if not name:
        raise InputError(
            say("A stencil needs a name."), say("Write a text line for it, or choose the symbol alone.")
        )
    return (name,)


def _holes(kind: str, width: float, tall: float) -> list[Shape]:
    x, y = width / 2 - _FRAME_WIDTH_MM, tall / 2 - _FRAME_WIDTH_MM
    if kind == "hang":
        return [hole(_HOLE_RADIUS_MM, 0.0, y)]
    if kind == "corners":
        return [hole(_HOLE_RADIUS_MM, sx * x, sy * y) for sx in (-1, 1) for sy in (-1, 1)]
    return []
