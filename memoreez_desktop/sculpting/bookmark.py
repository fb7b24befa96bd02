"""A bookmark: a symbol and a name along it, thin enough for a book, with a hole for the tassel."""

from __future__ import annotations

from dataclasses import replace

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.shapes import (
    Shape,
    bounds,
    circle,
    empty,
    from_contours,
    rectangle,
    rounded_rectangle,
    size,
)
from memoreez_desktop.geometry.solids import Solid, stand, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.assembly import assembled
from memoreez_desktop.sculpting.emblem import emblem_shape, relief_pitch_mm
from memoreez_desktop.sculpting.emblems import ICON_FIELDS, emblem_ids
from memoreez_desktop.sculpting.faces_field import face_field
from memoreez_desktop.sculpting.letter_block import Place, least_cap_mm, letter_block
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.plates import hole, line_along, plate, raised
from memoreez_desktop.sculpting.wording import first_name, words_for

_PLATE_MM = 1.5
_RAISED_MM = 1.0
"""Above the plate; all of it is one height, so that a book closes flat: 2.5 mm."""
_HOLE_RADIUS_MM = 2.4
_TOP_MM = 7.5
"""From the upper end to the middle of the hole."""
_CLEAR_MM = 3.2
"""From the edge to what stands inside the raised line."""
_NOTCH_MM = 9.0
_CAP_MM = 18.0
_WISHED_CAP_MM = 10.0
"""A name that would be smaller gives way to the word people call."""
_SMALL_CAP_MM = 4.4

_INFO = ProductInfo(
    "bookmark",
    say("Bookmark"),
    say("A name and a symbol on a thin strip, with a hole for a tassel."),
    (
        length_field("width_mm", say("Width"), 32.0, 24.0, 45.0),
        length_field("length_mm", say("Length"), 140.0, 100.0, 180.0),
        ICON_FIELDS[0],
        face_field("rounded"),
        FieldSpec(
            "outline",
            say("Outline"),
            "choice",
            "ribbon",
            choices=(("ribbon", say("Ribbon")), ("arch", say("Arch")), ("card", say("Card"))),
        ),
    ),
    source="story",
)


class Bookmark:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        width, length = parameters.number("width_mm"), parameters.number("length_mm")
        kind = parameters.choice("outline")
        job.progress(0.1, say("Cutting the strip"))
        hole_y = length / 2 - _TOP_MM
        outline = _outline(kind, width, length) - hole(_HOLE_RADIUS_MM, 0.0, hole_y)
        inner = width - 2 * _CLEAR_MM
        line = line_along(outline, 0.9, 1.1)
        symbol_top = hole_y - _HOLE_RADIUS_MM - 4.2
        job.progress(0.3, say("Raising the symbol"))
        icon = emblem_ids(recipe, parameters, 1)[0]
        symbol = _symbol(icon, inner).translate((0.0, symbol_top - inner / 2))
        bottom = -length / 2 + _CLEAR_MM + 1.6 + (_NOTCH_MM if kind == "ribbon" else 0.0)
        rule_y = bounds(symbol)[1] - 4.6
        job.progress(0.6, say("Setting the letters"))
        letters = _letters(recipe, parameters.choice("face"), rule_y - 4.6 - bottom, inner)
        if letters.is_empty():
            raise InputError(
                say("A bookmark needs a name."), say("Tell whose it is, or write a text line for it.")
            )
        flat = line + _rule(inner).translate((0.0, rule_y))
        flat += letters.translate((0.0, (rule_y - 4.6 + bottom) / 2))
        job.progress(0.8, say("Joining the parts"))
        parts = [plate(outline, _PLATE_MM), raised(flat, _PLATE_MM, _RAISED_MM), _relief(symbol, detail)]
        return Sculpture(stand(weld(assembled(parts, detail))), Camera(-52.0, 60.0))


def _outline(kind: str, width: float, length: float) -> Shape:
    """Draw the strip upright, its hole at the top."""
    if kind == "card":
        return rounded_rectangle(width, length, 4.0)
    top = circle(width / 2, 128).translate((0.0, length / 2 - width / 2))
    lower = rounded_rectangle(width, length - width / 2, 3.0).translate((0.0, -width / 4))
    strip = top + lower + rectangle(width, width / 2).translate((0.0, length / 2 - 0.75 * width))
    if kind == "arch":
        return strip
    low = -length / 2
    notch = from_contours(
        [[[-width / 2 + 3.0, low - 1.0], [width / 2 - 3.0, low - 1.0], [0.0, low + _NOTCH_MM]]]
    )
    return strip - notch


def _symbol(icon: str, side: float) -> Shape:
    """Draw a symbol whose strokes survive a height of a millimetre."""
    return emblem_shape(icon, side, 0.9)


def _relief(symbol: Shape, detail: Detail) -> Solid:
    """Round the symbol softly without leaving the common height."""
    return puffy(symbol, 0.45, 0.55, relief_pitch_mm(detail), back=False).translate((0.0, 0.0, _PLATE_MM))


def _rule(width: float) -> Shape:
    """Draw a short line with a diamond in its middle."""
    diamond = from_contours([[[-1.9, 0.0], [0.0, -1.9], [1.9, 0.0], [0.0, 1.9]]])
    bar = rounded_rectangle(width * 0.26, 1.1, 0.55)
    return diamond + bar.translate((-width * 0.28, 0.0)) + bar.translate((width * 0.28, 0.0))


def _letters(recipe: Recipe, face: str, along: float, across: float) -> Shape:
    """Set the name along the strip, the second line small beside it, to be read from the right side."""
    lines = words_for(recipe, capitals=False)
    if not lines:
        return empty()
    asked = any(line.strip() for line in recipe.story.text_lines)
    small_cap = max(_SMALL_CAP_MM, least_cap_mm(lines[1:] or ("",), "sans"))
    main = Place(along, across if len(lines) < 2 else across - 3.0 - small_cap * 1.5, _CAP_MM)
    main = replace(main, smallest_cap_mm=3.2, roomy_cap_mm=_WISHED_CAP_MM)
    if asked and len(lines) == 2:
        block = letter_block(lines, face, replace(main, height_mm=across)).shape
        return block.rotate(90.0)
    called = first_name(recipe.story)
    names = [lines[:1]] + ([(called,)] if called and not asked else [])
    found = [letter_block(name, face, main) for name in names[:1]]
    if found[0].cap_mm < _WISHED_CAP_MM and len(names) > 1:
        found.append(letter_block(names[1], face, main))
    shape = max(found, key=lambda block: block.cap_mm).shape
    if len(lines) == 2:
        small = replace(main, height_mm=small_cap * 1.5, largest_cap_mm=small_cap)
        small = replace(small, roomy_cap_mm=3.8, breaks=False)
        beside = letter_block(lines[1:], "sans", small).shape
        tall = size(shape)[1] + 3.0 + size(beside)[1]
        shape = shape.translate((0.0, tall / 2 - size(shape)[1] / 2)) + beside.translate(
            (0.0, -tall / 2 + size(beside)[1] / 2)
        )
    return shape.rotate(90.0)
