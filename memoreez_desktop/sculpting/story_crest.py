"""A coat of arms told by a story: up to four symbols in the fields of a shield, the name on a ribbon."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.shapes import Shape, bounds, offset, size
from memoreez_desktop.geometry.solids import Solid, extrude, stand, union, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.assembly import assembled
from memoreez_desktop.sculpting.emblem import (
    emblem_shape,
    fit_in_circle,
    sturdy,
    widest_half_mm,
)
from memoreez_desktop.sculpting.emblems import ICON_FIELDS, emblem_ids
from memoreez_desktop.sculpting.garlands import crown, crown_band, laurel
from memoreez_desktop.sculpting.keyhole import keyhole
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.ribbon import Ribbon, ribbon
from memoreez_desktop.sculpting.shield import (
    HATCH_MM,
    RIM_MM,
    TOP_MM,
    WIDTH_MM,
    Field,
    hatching,
    shield_bars,
    shield_fields,
    shield_outline,
)
from memoreez_desktop.sculpting.wording import words_for

_PITCH_MM = {"draft": 0.75, "final": 0.24}
_PLATE_MM = 4.8
_STROKE_MM = 1.0
_BENT_MM = 190.0
"""Radius of the ribbon's arc at the shield's own size."""
_RIBBON_Y_MM = -42.0
_BAND_MM = (14.0, 18.5)
_RIBBON_MM = 100.0

_INFO = ProductInfo(
    "story-crest",
    say("Coat of arms"),
    say("A shield with up to four things they love, their name on a ribbon, and a hole to hang it by."),
    (
        length_field("width_mm", say("Width"), 118.0, 90.0, 200.0),
        *ICON_FIELDS,
        FieldSpec(
            "crown",
            say("Adornment"),
            "choice",
            "crown",
            choices=(("crown", say("Crown")), ("laurel", say("Laurel")), ("none", say("None"))),
        ),
    ),
    source="story",
)


class StoryCrest:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        lines = words_for(recipe)
        lines = lines if recipe.story.text_lines else lines[:1]
        adornment = parameters.choice("crown")
        job.progress(0.1, say("Drawing the shield"))
        scale = parameters.number("width_mm") / _width_mm(len(lines), adornment)
        shield = _scaled(shield_outline(), scale)
        inner = offset(shield, -RIM_MM * scale)
        parts = [_plate(shield), *_rims(shield, inner, scale)]
        job.progress(0.2, say("Blowing up the symbol"))
        pitch = _PITCH_MM[detail] * max(1.0, scale)
        parts += _charges(emblem_ids(recipe, parameters), scale, pitch)
        parts += _adornment(adornment, shield, scale, pitch)
        if lines:
            job.progress(0.6, say("Setting the letters"))
            parts += _ribbon_parts(_ribbon(lines, scale))
        job.progress(0.8, say("Joining the parts"))
        whole = assembled(parts, detail) - keyhole(0.0, (TOP_MM - 14.0) * scale)
        return Sculpture(stand(weld(whole)), Camera(-90.0, 64.0))


def _width_mm(line_count: int, adornment: str) -> float:
    """Width over all at scale 1."""
    width = WIDTH_MM
    if adornment == "laurel":
        width = max(width, 2 * bounds(_laurel(shield_outline())[0])[2])
    if line_count:
        drawn = ribbon(("I",), _BENT_MM, _BAND_MM[line_count - 1], _RIBBON_MM, 4.0)
        width = max(width, size(drawn.tails)[0])
    return width


def _scaled(shape: Shape, factor: float) -> Shape:
    return shape.scale((factor, factor))


def _plate(shield: Shape) -> Solid:
    """Make the plate with a bevelled foot."""
    return union([extrude(offset(shield, -0.5), 1.0), extrude(shield, _PLATE_MM - 0.5, 0.5)])


def _rims(shield: Shape, inner: Shape, scale: float) -> list[Solid]:
    """Raise the rim in two steps."""
    step = RIM_MM * scale
    moulding = offset(shield, -0.26 * step) - offset(shield, -0.74 * step)
    return [extrude(shield - inner, 1.7, _PLATE_MM - 0.2), extrude(moulding, 1.0, _PLATE_MM + 1.2)]


def _charges(icons: tuple[str, ...], scale: float, pitch: float) -> list[Solid]:
    """Put the symbols into their fields, bars between the fields, hatching behind every other one."""
    inner = offset(shield_outline(), -RIM_MM)
    fields = shield_fields(len(icons), inner)
    parts: list[Solid] = []
    bars = shield_bars(len(icons), inner)
    if not bars.is_empty():
        parts.append(extrude(_scaled(bars, scale), 1.3, _PLATE_MM - 0.2))
    for icon, field in zip(icons, fields, strict=True):
        picture = _picture(icon, field, scale)
        depth = min(2.2 * scale, 0.75 * widest_half_mm(picture) + 0.35)
        parts.append(puffy(picture, depth, 0.9, pitch, back=False).translate((0.0, 0.0, _PLATE_MM)))
        if field.hatched:
            free = _scaled(offset(picture, 1.4), 1.0 / scale)
            lines = hatching(field, free, HATCH_MM / min(scale, 1.0))
            if not lines.is_empty():
                parts.append(extrude(_scaled(lines, scale), 0.85, _PLATE_MM - 0.25))
    return parts


def _picture(icon: str, field: Field, scale: float) -> Shape:
    """Draw a symbol in the middle of its field, no wider than the field and its circle allow."""
    side = field.picture_mm * scale
    drawn = emblem_shape(icon, side, 0.6)
    if max(size(drawn)) * 1.12 < 2 * _round_mm(drawn):
        drawn = fit_in_circle(drawn, side * 0.56)
    x, y = field.middle_mm
    return sturdy(drawn, _STROKE_MM).translate((x * scale, y * scale))


def _round_mm(shape: Shape) -> float:
    """Radius of the smallest circle about the box's middle."""
    points = np.vstack(shape.to_polygons())
    return float(np.hypot(points[:, 0], points[:, 1]).max())


def _adornment(kind: str, shield: Shape, scale: float, pitch: float) -> list[Solid]:
    if kind == "crown":
        place = (0.0, (TOP_MM - 3.6) * scale)
        shape = _scaled(crown(), scale).translate(place)
        band = _scaled(crown_band(), scale).translate((0.0, place[1] + 1.0 * scale))
        above = shape - offset(shield, -0.8)
        return [
            extrude(above, _PLATE_MM - 1.0),
            puffy(above, 1.8 * scale, 0.8, pitch, back=False).translate((0.0, 0.0, _PLATE_MM - 1.1)),
            extrude((band ^ above), 4.2 * scale + 0.1, _PLATE_MM - 1.6),
        ]
    if kind == "laurel":
        leaves, stems = (_scaled(shape, scale) for shape in _laurel(shield_outline()))
        leaves = leaves - offset(shield, -0.6)
        ground = leaves + stems
        return [
            extrude(ground, _PLATE_MM - 2.0),
            puffy(leaves, 1.1 * scale, 0.6, pitch, back=False).translate((0.0, 0.0, _PLATE_MM - 2.1)),
        ]
    return []


def _laurel(shield: Shape) -> tuple[Shape, Shape]:
    """Lead a branch up each side of the shield."""
    turn = np.linspace(0.0, 1.0, 40)
    # From under the ribbon along the side of the shield, its tip leaning outwards.
    path = np.column_stack([35.0 + 13.5 * np.sin(turn * 1.75) + 1.5 * turn**3, -50.0 + 86.0 * turn])
    leaves, stem = laurel(path)
    return leaves + leaves.mirror((1.0, 0.0)), stem + stem.mirror((1.0, 0.0))


def _ribbon(lines: tuple[str, ...], scale: float) -> Ribbon:
    band = _BAND_MM[len(lines) - 1] * scale
    radius = _BENT_MM * scale
    drawn = ribbon(lines, radius, band, _RIBBON_MM * scale, 8.2 * scale)
    move = (0.0, _RIBBON_Y_MM * scale - radius)
    return Ribbon(*(part.translate(move) for part in (drawn.band, drawn.tails, drawn.folds, drawn.letters)))


def _ribbon_parts(drawn: Ribbon) -> list[Solid]:
    edge = offset(drawn.band, -0.7) - offset(drawn.band, -1.7)
    low, high = _PLATE_MM - 0.9, _PLATE_MM + 2.6
    hem = offset(drawn.tails, -0.7) - offset(drawn.tails, -1.6)
    return [
        extrude(drawn.tails, low),
        extrude(hem, 0.9, low - 0.2),
        extrude(offset(drawn.folds, 0.12), low - 1.2),
        extrude(offset(drawn.band, -0.4), 0.9),
        extrude(drawn.band, high - 0.5, 0.5),
        extrude(edge, 0.8, high - 0.2),
        extrude(drawn.letters, 1.4, high - 0.3),
    ]
