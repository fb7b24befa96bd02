"""A tag for keys: a symbol, a name and a hole; a quarter of an hour of printing."""

from __future__ import annotations

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.shapes import (
    Shape,
    bounds,
    capsule,
    circle,
    empty,
    offset,
    rounded_rectangle,
    size,
)
from memoreez_desktop.geometry.solids import Solid, stand, union, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.emblem import (
    ICON_FIELD,
    emblem_id,
    emblem_shape,
    relief_pitch_mm,
    sturdy,
    widest_half_mm,
)
from memoreez_desktop.sculpting.faces_field import face_field
from memoreez_desktop.sculpting.letter_block import Place, letter_block
from memoreez_desktop.sculpting.loop import HOLE_RADIUS_MM
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.plates import hole, line_along, plate, raised
from memoreez_desktop.sculpting.wording import first_name, words_for

_PLATE_MM = 3.0
_RAISED_MM = 1.0
_RIM_MM = 1.4
_RIM_INSET_MM = 0.5
_STROKE_MM = 0.9
_HOLE_EDGE_MM = 3.0
"""Plastic left round the hole."""
_HULL_MM = 5.0
"""A hull goes round its letters at this distance."""
_HULL_CORNERS_MM = (12.0, 9.0, 7.0)
_LEAST_HULL_MM = 3.2
"""What a rounded corner leaves for inset, rim and air."""
_GAP_MM = 2.4

_INFO = ProductInfo(
    "keychain",
    say("Keychain"),
    say("A tag with a symbol, a name and a hole for the key ring."),
    (
        length_field("width_mm", say("Width"), 68.0, 50.0, 120.0),
        ICON_FIELD,
        face_field("sans"),
        FieldSpec(
            "outline",
            say("Outline"),
            "choice",
            "hull",
            choices=(
                ("hull", say("Close to the letters")),
                ("capsule", say("Capsule")),
                ("tag", say("Tag")),
                ("card", say("Card")),
            ),
        ),
    ),
    source="story",
)


class Keychain:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        width, kind = parameters.number("width_mm"), parameters.choice("outline")
        lines = _lines(recipe)
        if not lines and kind == "hull":
            # One symbol alone would make a stub.
            kind = "capsule"
        tall = width * (0.37 if lines else 0.46)
        job.progress(0.1, say("Raising the symbol"))
        left, right = _between(kind, width, tall)
        box = (tall - 2 * _RIM_MM) * (0.72 if lines else 0.82)
        drawn = sturdy(emblem_shape(emblem_id(recipe, parameters), box, 0.5), _STROKE_MM)
        icon_width = size(drawn)[0]
        symbol = drawn.translate((left + icon_width / 2 if lines else (left + right) / 2, 0.0))
        letters = empty()
        if lines:
            job.progress(0.4, say("Setting the letters"))
            start = left + icon_width + _GAP_MM
            letters = _text(lines, parameters.choice("face"), start, right, tall, kind)
        job.progress(0.6, say("Cutting the tag"))
        outline = _outline(kind, width, tall, symbol + letters)
        job.progress(0.8, say("Joining the parts"))
        depth = min(1.5, 0.8 * widest_half_mm(symbol) + 0.2)
        relief = puffy(symbol, depth, 0.7, relief_pitch_mm(detail), back=False)
        parts = [_body(outline), relief.translate((0.0, 0.0, _PLATE_MM))]
        if not letters.is_empty():
            parts.append(raised(letters, _PLATE_MM, _RAISED_MM))
        return Sculpture(stand(weld(union(parts))), Camera(-73.0, 54.0))


def _lines(recipe: Recipe) -> tuple[str, ...]:
    """Choose the name people call, for a tag is small, unless other words were asked for."""
    if any(line.strip() for line in recipe.story.text_lines):
        return words_for(recipe, capitals=False)
    name = first_name(recipe.story)
    return (name,) if name else ()


def _hole_x_mm(kind: str, width: float) -> float:
    return -width / 2 + HOLE_RADIUS_MM + _HOLE_EDGE_MM + (0.4 if kind == "capsule" else 0.0)


def _between(kind: str, width: float, tall: float) -> tuple[float, float]:
    """Return where symbol and letters may begin and end."""
    left = _hole_x_mm(kind, width) + HOLE_RADIUS_MM + 3.2
    end = {"hull": _HULL_MM, "card": 0.14 * tall}.get(kind, 0.22 * tall)
    return left, width / 2 - end


def _text(lines: tuple[str, ...], face: str, start: float, end: float, tall: float, kind: str) -> Shape:
    """Set the words beside the symbol; on a hull they reach its end, so that it is as wide as asked."""
    inner = tall - 2 * _RIM_MM - 3.0
    place = Place(end - start, inner, 0.62 * inner, _STROKE_MM)
    shape = letter_block(lines, face, place).shape
    x0, _, x1, _ = bounds(shape)
    middle = (start + end) / 2 if kind != "hull" else end - (x1 - x0) / 2
    return shape.translate((middle, 0.0))


def _outline(kind: str, width: float, tall: float, contents: Shape) -> Shape:
    """Draw the body with its hole."""
    hole_x = _hole_x_mm(kind, width)
    lug = circle(HOLE_RADIUS_MM + _HOLE_EDGE_MM, 64).translate((hole_x, 0.0))
    if kind == "capsule":
        body = capsule(width, tall)
    elif kind == "tag":
        block_width = width - 8.5
        block = rounded_rectangle(block_width, tall, tall * 0.2)
        body = Shape.batch_hull([block.translate(((width - block_width) / 2, 0.0)), lug])
    elif kind == "card":
        body = rounded_rectangle(width, tall, 3.0)
    else:
        body = _hull(contents, lug, width / 2)
    return body - hole(HOLE_RADIUS_MM, hole_x, 0.0)


def _hull(contents: Shape, lug: Shape, right_mm: float) -> Shape:
    """Lay a band round everything, its corners as round as the letters allow, up to a right end."""
    tight = Shape.batch_hull([offset(contents, _HULL_MM), lug])
    needed = offset(contents, _LEAST_HULL_MM)
    for corner in _HULL_CORNERS_MM:
        soft = Shape.batch_hull([offset(offset(tight, -corner), corner, segments=128), lug])
        if (needed - soft).is_empty():
            break
    else:
        soft = tight
    short = right_mm - bounds(soft)[2]
    return Shape.batch_hull([soft, soft.translate((short, 0.0)), lug]) if short > 0 else soft


def _body(outline: Shape) -> Solid:
    """Plate with a bevelled edge and a raised rim that also runs round the hole."""
    rim = line_along(outline, _RIM_INSET_MM, _RIM_MM)
    return union([plate(outline, _PLATE_MM), raised(rim, _PLATE_MM, 0.8)])
