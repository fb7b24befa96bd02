"""A cup for pens with what they love round its wall and their name on a band."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape, circle
from memoreez_desktop.geometry.solids import stand, to_solid, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.cup_wall import Outline, WallRelief, closed_cup, even_outline, regular
from memoreez_desktop.sculpting.emblem import emblem_shape, sturdy, widest_half_mm
from memoreez_desktop.sculpting.emblems import ICON_FIELDS, emblem_ids
from memoreez_desktop.sculpting.faces_field import face_field
from memoreez_desktop.sculpting.letter_block import Place, letter_block
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.wording import words_for

_WALL_MM = 2.4
_FLOOR_MM = 2.4
_PITCH_MM = {"draft": 0.7, "final": 0.38}
_STROKE_MM = 1.2
_CAP_MM = 8.0
_SMALLEST_CAP_MM = 3.6
"""On a wall each layer adds a step: letters need more height than on a flat face."""
_LETTERS_MM = 1.0
_SEEN_AT_ONCE = 16
"""Characters of a line that can be read without turning the cup."""
_LIP_MM = 1.4
_BAND_SHARE = 0.27
_SIDES = {"round": 4, "hexagon": 6, "square": 4}

_INFO = ProductInfo(
    "pen-cup",
    say("Pen cup"),
    say("A cup for pens with what they love in relief all round and their name on a band."),
    (
        length_field("height_mm", say("Height"), 95.0, 70.0, 140.0),
        length_field("width_mm", say("Width"), 80.0, 66.0, 110.0),
        *ICON_FIELDS,
        FieldSpec(
            "outline",
            say("Outline"),
            "choice",
            "round",
            choices=(("round", say("Round")), ("hexagon", say("Hexagon")), ("square", say("Square"))),
        ),
        face_field("slab", ("script", "brush")),
    ),
    source="story",
)


class PenCup:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        height = parameters.number("height_mm")
        kind = parameters.choice("outline")
        lines = words_for(recipe)
        lines = lines if recipe.story.text_lines else lines[:1]
        job.progress(0.1, say("Raising the wall"))
        outline = even_outline(_plan(kind, parameters.number("width_mm")), _PITCH_MM[detail])
        relief = WallRelief(outline, height)
        low = height * _BAND_SHARE if lines else 4.0
        job.progress(0.3, say("Blowing up the symbol"))
        _pictures(relief, outline, kind, emblem_ids(recipe, parameters), low, height)
        if lines:
            job.progress(0.5, say("Setting the letters"))
            _name(relief, outline, kind, lines, parameters.choice("face"), low)
        relief.mould(_mouldings(relief.rows_mm, height, low if lines else 0.0))
        job.progress(0.7, say("Joining the parts"))
        mesh = closed_cup(outline, relief, _WALL_MM, _FLOOR_MM)
        return Sculpture(
            stand(weld(to_solid(mesh))), Camera(-90.0 + (0.0 if kind == "round" else 14.0), 20.0)
        )


def _plan(kind: str, width: float) -> Shape:
    """Draw the wall seen from above; the mouldings reach a little beyond it."""
    body = width - 2 * _LIP_MM
    if kind == "round":
        return circle(body / 2, 360)
    return regular(_SIDES[kind], body, 9.0 if kind == "hexagon" else 11.0)


def _mouldings(rows: NDArray[np.float64], height: float, band: float) -> NDArray[np.float64]:
    """Raise a foot, a lip and, over the name, a bead; all of them lean no more than 45°."""
    profile = _LIP_MM * np.clip(1.7 - np.abs(rows - (height - 2.6)) / 1.7, 0.0, 1.0)
    # The lip's rounded upper edge; the foot is cut back where it meets the bed.
    profile = np.where(rows > height - 0.8, np.minimum(profile, _LIP_MM - 0.5), profile)
    foot = 1.2 * np.clip(2.2 - np.abs(rows - 2.2) / 1.6, 0.0, 1.0) - 0.5 * np.clip(1 - rows / 0.6, 0.0, 1.0)
    profile = np.maximum(profile, foot)
    if band:
        profile = np.maximum(profile, 0.9 * np.clip(1.4 - np.abs(rows - band) / 1.1, 0.0, 1.0))
    return profile


def _pictures(
    relief: WallRelief, outline: Outline, kind: str, icons: tuple[str, ...], low: float, height: float
) -> None:
    """Put a large picture on every side; on a round wall small ones stand between."""
    sides = _SIDES[kind]
    room = height - low - 9.0
    middle = low + 2.0 + room / 2
    wide = outline.length_mm / sides * (0.56 if kind == "round" else 0.64)
    large = min(room * 0.72, wide)
    shapes = [_picture(icon, large) for icon in icons]
    for side in range(sides):
        _raise(relief, shapes[side % len(shapes)], side * outline.length_mm / sides, middle)
    if kind != "round":
        return
    small = [_picture(icon, max(11.0, large * 0.42)) for icon in icons]
    for side in range(sides):
        for place, up in ((1, 0.27), (2, -0.27)):
            shape = small[(side + place) % len(small)]
            _raise(relief, shape, (side + 0.5) * outline.length_mm / sides, middle + up * room)


def _picture(icon: str, side: float) -> Shape:
    return sturdy(emblem_shape(icon, side, 0.8), _STROKE_MM)


def _raise(relief: WallRelief, shape: Shape, along: float, up: float) -> None:
    relief.cushion(shape, along, up, min(1.5, 0.6 * widest_half_mm(shape) + 0.2), 0.7)


def _name(
    relief: WallRelief, outline: Outline, kind: str, lines: tuple[str, ...], face: str, band: float
) -> None:
    """Write the words on the front and on the back."""
    sides = _SIDES[kind]
    # Seen at once from the front, but long words need more of the way round.
    share = 0.33 if max(map(len, lines)) <= _SEEN_AT_ONCE else 0.4
    width = outline.length_mm * share if kind == "round" else outline.length_mm / sides - 9.0
    room = band - 8.4
    text = letter_block(lines, face, Place(width, room, _CAP_MM, 1.0, _SMALLEST_CAP_MM))
    for along in (0.0, outline.length_mm / 2):
        relief.raise_flat(text.shape, along, 4.6 + room / 2, _LETTERS_MM)
