"""A topper for a cake: their number, a band with the name, what they love on both sides, and two sticks."""

from __future__ import annotations

import re

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.story import Story
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.lettering import text_line
from memoreez_desktop.geometry.shapes import (
    Shape,
    bounds,
    drop_thin,
    empty,
    fit,
    from_contours,
    offset,
    rounded_rectangle,
    star,
    thicken,
)
from memoreez_desktop.geometry.solids import Solid, extrude, stand, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.assembly import assembled
from memoreez_desktop.sculpting.emblem import (
    emblem_shape,
    joined,
    relief_pitch_mm,
    sturdy,
    widest_half_mm,
)
from memoreez_desktop.sculpting.emblems import ICON_FIELDS, emblem_ids
from memoreez_desktop.sculpting.faces_field import face_field
from memoreez_desktop.sculpting.letter_block import Place, letter_block
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.wording import words_for, writable

_PLATE_MM = 3.0
_BAND_MM = 17.0
_STICK_MM = 62.0
_STICK_WIDE_MM = 4.4
_STICK_END_MM = 3.7
_POINT_MM = 6.0
_OVERLAP_MM = 2.4
"""Digits and symbols reach this far into the band they stand on."""
_LONGEST_NUMBER = 4
_HEIGHTS = {"tall": 0.36, "low": 0.26}
"""Height of the digits in widths of the topper."""

_INFO = ProductInfo(
    "cake-topper",
    say("Cake topper"),
    say(
        "Their number over a band with the name, on two sticks for the cake. A print is not food-safe by "
        "itself: wrap the sticks or put them into straws."
    ),
    (
        length_field("width_mm", say("Width"), 128.0, 90.0, 200.0),
        FieldSpec(
            "number",
            say("Number"),
            "text",
            "",
            help=say("Up to four characters; empty takes the age from the story."),
        ),
        *ICON_FIELDS[:2],
        FieldSpec(
            "digits",
            say("Digits"),
            "choice",
            "tall",
            choices=(("tall", say("Tall")), ("low", say("Low"))),
        ),
        face_field("slab", ("script", "brush")),
    ),
    source="story",
)


class CakeTopper:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        width = parameters.number("width_mm")
        number = _number(parameters.text("number"), recipe.story)
        lines = _lines(recipe, number)
        scale = width / 128.0
        job.progress(0.1, say("Cutting the band"))
        band = _BAND_MM * max(1.0, scale)
        bar = rounded_rectangle(width, band, band * 0.3).translate((0.0, -band / 2))
        raised = _raised(number, emblem_ids(recipe, parameters, 2), width, parameters.choice("digits"))
        plate = bar + _sticks(width, band)
        job.progress(0.3, say("Blowing up the symbol"))
        pitch = relief_pitch_mm(detail) * max(1.0, scale)
        parts: list[Solid] = []
        for shape in raised:
            plate += _rooted(shape, bar)
            parts.append(_cushion(shape, pitch))
        rim = offset(bar, -0.9) - offset(bar, -2.3)
        parts.append(extrude(rim, 1.2, _PLATE_MM - 0.2))
        if lines:
            job.progress(0.6, say("Setting the letters"))
            place = Place(width - 13.0, band - 6.6, 7.8 * max(1.0, scale), 0.8, 3.2)
            text = letter_block(lines, parameters.choice("face"), place).shape
        else:
            text = _stars(width)
        parts.append(extrude(text.translate((0.0, -band / 2)), 1.6, _PLATE_MM - 0.4))
        job.progress(0.8, say("Joining the parts"))
        # Rounding the inner corners makes the necks strong where symbols and sticks meet the band.
        firm = offset(offset(plate, 0.8), -0.8)
        parts.append(extrude(firm, _PLATE_MM))
        return Sculpture(stand(weld(assembled(parts, detail))), Camera(-90.0, 66.0))


def _number(wish: str, story: Story) -> str:
    """Take the number asked for, the age, or the first number of the words; empty when there is none.

    Raises
    ------
    InputError
        It has more than four characters.
    """
    if wish:
        number = writable(wish).upper()
        if len(number) > _LONGEST_NUMBER:
            raise InputError(
                say("“{text}” is too long for the number on a cake topper.", text=number[:20]),
                say("Write at most {count} characters.", count=_LONGEST_NUMBER),
            )
        return number
    if story.age is not None and story.age > 0:
        return str(story.age)
    told = re.search(r"\b[0-9]{1,4}\b", " ".join((*story.text_lines, story.quirk)))
    return told.group() if told else ""


def _lines(recipe: Recipe, number: str) -> tuple[str, ...]:
    """Write what was asked for, else the name alone, which can be read across the table."""
    lines = tuple(line for line in words_for(recipe) if line != number)
    return lines if recipe.story.text_lines else lines[:1]


def _stars(width: float) -> Shape:
    row = empty()
    for place in range(-2, 3):
        row += drop_thin(star(4.0 if place else 5.0), 0.8).translate((place * width * 0.15, 0.0))
    return row


def _rooted(shape: Shape, bar: Shape) -> Shape:
    """Join what does not reach into the band to what does."""
    if all(not (part ^ bar).is_empty() for part in shape.decompose()):
        return shape
    return joined(shape, 2.4)


def _raised(number: str, icons: tuple[str, ...], width: float, digits: str) -> list[Shape]:
    """Stand digits and symbols on the band: the number in the middle, or the first symbol instead of it."""
    tall = width * _HEIGHTS[digits]
    if not number:
        return [_standing(icons[0], min(tall * 1.3, width * 0.44), 0.0)]
    middle = _digits(number, tall, width * (0.6 if len(number) < 3 else 0.66))
    x0, _, x1, _ = bounds(middle)
    side = min(width * 0.19, width / 2 - x1 - 2.6)
    if side < 11.0:
        return [middle]
    sides = [icons[0], icons[1 % len(icons)]]
    gap = (width / 2 - x1 - side) / 2
    return [
        middle,
        _standing(sides[0], side, x0 - gap - side / 2 + 0.3),
        _standing(sides[1], side, x1 + gap + side / 2 - 0.3),
    ]


def _digits(number: str, tall: float, room: float) -> Shape:
    """Set the number so that every character reaches into the band."""
    drawn = fit(thicken(text_line(number, 40.0, "sans", 0.04).shape, 3.0), room, tall)
    firm = thicken(drawn, 3.0)
    return firm.translate((0.0, -bounds(firm)[1] - _OVERLAP_MM))


def _standing(icon_id: str, side: float, x: float) -> Shape:
    """Draw a symbol with its lowest point in the band."""
    shape = sturdy(emblem_shape(icon_id, side, 1.0), 1.4)
    return shape.translate((x, -bounds(shape)[1] - _OVERLAP_MM * 0.6))


def _cushion(shape: Shape, pitch: float) -> Solid:
    """Swell what stands above the band."""
    above = shape ^ rounded_rectangle(1000.0, 1000.0, 0.0).translate((0.0, 500.6))
    soft = puffy(above if not above.is_empty() else shape, _swell_mm(shape), 0.7, pitch, back=False)
    return soft.translate((0.0, 0.0, _PLATE_MM))


def _swell_mm(shape: Shape) -> float:
    return min(1.8, 0.6 * widest_half_mm(shape) + 0.2)


def _sticks(width: float, band: float) -> Shape:
    """Draw two tapered sticks, a third of the width apart from the middle."""
    wide, end = _STICK_WIDE_MM / 2, _STICK_END_MM / 2
    top, low = -band + 3.0, -band - _STICK_MM + _POINT_MM
    right = [[0.7, low - _POINT_MM], [end, low], [wide, -band], [wide, top]]
    left = [[-x, y] for x, y in right[::-1]]
    stick = from_contours([[*left, *right]])
    pair = empty()
    for side in (-1, 1):
        pair += stick.translate((side * width * 0.2, 0.0))
    return pair
