"""A symbol cut from a board in two levels, standing on a base whose slope carries the words."""

from __future__ import annotations

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.shapes import Shape, bounds, from_contours, offset, rectangle, size
from memoreez_desktop.geometry.solids import Solid, extrude, stand, union, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.assembly import assembled
from memoreez_desktop.sculpting.emblem import (
    ICON_FIELD,
    emblem_id,
    emblem_shape,
    joined,
    relief_pitch_mm,
    widened,
)
from memoreez_desktop.sculpting.faces_field import face_field
from memoreez_desktop.sculpting.letter_block import Place, letter_block
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.sloped_base import SlopedBase
from memoreez_desktop.sculpting.wording import words_for

_BOARD_MM = 5.0
_RAISED_MM = 1.4
_STROKE_MM = 1.6
_BORDER_MM = 2.0
_BASE_HEIGHT_MM = {0: 7.0, 1: 9.0, 2: 13.0}
_DEPTH_RATIO = 0.42
"""Depth of the base in heights: it tips over at more than 20 degrees."""
_LEAST_DEPTH_MM = 30.0
_SINK_MM = 0.8
_SMALLEST_CAP_MM = 3.3
_WIDEST_RATIO = 1.5
"""A symbol may be this much wider than it is high."""

_INFO = ProductInfo(
    "icon-standee",
    say("Standing symbol"),
    say("What they love cut from a board in two levels, on a base with their name."),
    (
        length_field("height_mm", say("Height"), 78.0, 50.0, 160.0),
        ICON_FIELD,
        FieldSpec(
            "front",
            say("Front"),
            "choice",
            "flat",
            choices=(("flat", say("Cut out")), ("puffy", say("Rounded"))),
        ),
        face_field("sans", ("script", "brush")),
    ),
    source="story",
)


class IconStandee:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        height = parameters.number("height_mm")
        lines = words_for(recipe)
        base_height = _BASE_HEIGHT_MM[len(lines)] * max(1.0, height / 100.0)
        job.progress(0.1, say("Cutting the board"))
        symbol = _symbol(emblem_id(recipe, parameters), height - base_height + _SINK_MM)
        board = _board(symbol)
        depth = max(_LEAST_DEPTH_MM, _DEPTH_RATIO * height)
        width = max(46.0, size(board)[0] * 0.86, 0.5 * height)
        base, words = _base(lines, parameters.choice("face"), width, depth, base_height)
        figure = _figure(symbol, board, parameters.choice("front") == "puffy", detail)
        upright = figure.rotate((90.0, 0.0, 0.0))
        place = base.middle_y_mm + _BOARD_MM / 2
        parts = [base.solid(), upright.translate((0.0, place, base_height - _SINK_MM))]
        parts += words
        job.progress(0.8, say("Joining the parts"))
        return Sculpture(stand(weld(assembled(parts, detail))), Camera(-72.0, 20.0))


def _base(
    lines: tuple[str, ...], face: str, width: float, depth: float, height: float
) -> tuple[SlopedBase, list[Solid]]:
    """Make the base and its words; a longer one where they do not fit.

    Raises
    ------
    InputError
        They do not fit the longest base, or no font has a character.
    """
    base = SlopedBase(width, depth, height)
    if not lines:
        return base, []
    room = base.slope_mm - 2.4
    cap = room * (0.62 if len(lines) < 2 else 0.4)
    for stretch in (1.0, 1.25, 1.6):
        base = SlopedBase(width * stretch, depth, height)
        try:
            place = Place(base.width_mm - 9.0, room, cap, 1.0, _SMALLEST_CAP_MM)
            text = letter_block(lines, face, place)
        except InputError:
            if stretch == 1.6:
                raise
        else:
            return base, [base.words(text.shape)]
    raise AssertionError


def _symbol(icon_id: str, height_mm: float) -> Shape:
    """Draw the symbol on y = 0 so that its board is ``height_mm`` high, or lower when it is very wide."""
    drawn = emblem_shape(icon_id, 100.0, 1.5)
    wide, tall = size(drawn)
    room = height_mm - 2 * _BORDER_MM
    factor = min(room / tall, room * _WIDEST_RATIO / wide)
    shape = widened(drawn.scale((factor, factor)), _STROKE_MM)
    x0, y0, x1, _ = bounds(shape)
    return shape.translate((-(x0 + x1) / 2, _BORDER_MM - y0))


def _board(symbol: Shape) -> Shape:
    """Draw the board behind the symbol: in one piece, with a foot as broad as the base wants."""
    board = joined(offset(offset(symbol, _BORDER_MM + 0.6), -0.6), 4.0)
    x0, y0, x1, top = bounds(board)
    strip = board ^ rectangle(4 * (x1 - x0), 6.0).translate((0.0, y0))
    left, _, right, _ = bounds(strip)
    if right - left >= 0.4 * (x1 - x0) and left < 0.0 < right:
        return board
    # What would stand on a point gets a foot that grows out of the figure.
    foot = max(16.0, 0.42 * (x1 - x0))
    column = board ^ rectangle(foot * 0.4, 4 * top)
    reach = bounds(column)[1] + 3.0 if not column.is_empty() else 0.5 * top
    reach = min(max(reach, 6.0), top - 2.0)
    wedge = from_contours(
        [[[-foot / 2, y0], [foot / 2, y0], [foot * 0.24, y0 + reach], [-foot * 0.24, y0 + reach]]]
    )
    return joined(offset(offset(board + wedge, 1.5), -1.5), 4.0)


def _figure(symbol: Shape, board: Shape, rounded: bool, detail: Detail) -> Solid:
    """Raise the symbol from its board, whose front edge is broken."""
    pitch = relief_pitch_mm(detail) * max(1.0, size(board)[1] / 60.0)
    plate = [extrude(board, _BOARD_MM - 0.5), extrude(offset(board, -0.5), 0.6, _BOARD_MM - 0.6)]
    if rounded:
        front = puffy(symbol, 2.4, 0.8, pitch, back=False).translate((0.0, 0.0, _BOARD_MM))
        return union([*plate, front])
    steps = [extrude(symbol, _RAISED_MM + 0.1, _BOARD_MM - 0.5)]
    inner = offset(symbol, -0.4)
    if not inner.is_empty():
        steps.append(extrude(inner, 0.6, _BOARD_MM + _RAISED_MM - 0.6))
    return union([*plate, *steps])
