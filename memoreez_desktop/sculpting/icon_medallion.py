"""A medal with a swelling symbol, text and stars round it, and a loop: prints flat, without supports."""

from __future__ import annotations

import numpy as np
from manifold3d import OpType

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.shapes import Shape, circle
from memoreez_desktop.geometry.solids import Solid, extrude, revolve, stand, union, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.emblem import (
    ICON_FIELD,
    emblem_id,
    emblem_shape,
    fit_in_circle,
    relief_pitch_mm,
    sturdy,
    widest_half_mm,
)
from memoreez_desktop.sculpting.loop import loop_shape
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.ring_text import ring_text
from memoreez_desktop.sculpting.wording import words_for

_PLATE_MM = 3.0
_RIM_MM = 2.6
_BEAD_MM = 0.9
_STROKE_MM = 1.0
_RAISED_MM = 1.0

_INFO = ProductInfo(
    "icon-medallion",
    say("Medallion"),
    say("A medal with a symbol of what they love, their name round it and a loop to hang it by."),
    (
        length_field("diameter_mm", say("Diameter"), 70.0, 50.0, 140.0),
        ICON_FIELD,
        FieldSpec(
            "edge",
            say("Edge"),
            "choice",
            "round",
            choices=(("round", say("Round")), ("beaded", say("Beaded"))),
        ),
    ),
    source="story",
)


class IconMedallion:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        radius = parameters.number("diameter_mm") / 2
        lines = words_for(recipe)
        scale = radius / 35.0
        band = max(6.4, 6.6 * scale) if lines else 4.4 * scale
        field_radius = radius - _RIM_MM * scale - band
        job.progress(0.1, say("Striking the disc"))
        parts = [_disc(radius, field_radius, scale)]
        parts.append(extrude(loop_shape(radius) - circle(radius - 1.0), _PLATE_MM + 1.2))
        if parameters.choice("edge") == "beaded":
            parts.append(extrude(_beads(radius, scale), _PLATE_MM + 0.4))
        job.progress(0.3, say("Raising the symbol"))
        symbol = _symbol(emblem_id(recipe, parameters), field_radius - _BEAD_MM - 1.8 * scale)
        depth = min(2.5 * scale, 0.9 * widest_half_mm(symbol) + 0.4)
        pitch = relief_pitch_mm(detail) * max(1.0, scale)
        parts.append(puffy(symbol, depth, 0.8, pitch, back=False).translate((0.0, 0.0, _PLATE_MM)))
        if lines:
            job.progress(0.6, say("Setting the letters"))
            text = ring_text(lines, field_radius + _BEAD_MM, band - _BEAD_MM, max(3.4, 3.7 * scale))
            parts.append(extrude(text.shape, _RAISED_MM + 0.3, _PLATE_MM - 0.3))
        job.progress(0.8, say("Joining the parts"))
        return Sculpture(stand(weld(union(parts))), Camera(-90.0, 62.0))


def _symbol(icon_id: str, radius_mm: float) -> Shape:
    drawn = emblem_shape(icon_id, 2 * radius_mm, 0.6)
    return sturdy(fit_in_circle(drawn, radius_mm), _STROKE_MM)


def _disc(radius: float, field_radius: float, scale: float) -> Solid:
    """Turn the disc with its half-round rim and the bead round the field as one profile."""
    rim, top = _RIM_MM * scale, _PLATE_MM + 2.0
    turn = np.linspace(np.pi, 0.0, 9)
    bead = np.column_stack([field_radius + _BEAD_MM * np.cos(turn), _PLATE_MM + 0.6 * np.sin(turn)])
    swell = np.linspace(np.pi, 0.0, 13)
    middle, half = radius - rim / 2, rim / 2
    shoulder = _PLATE_MM + 0.9
    crown = np.column_stack([middle + half * np.cos(swell), shoulder + (top - shoulder) * np.sin(swell)])
    foot = [[0.0, 0.0], [radius - 0.6, 0.0], [radius, 0.6]]
    profile = [*foot, *crown[::-1], [radius - rim, _PLATE_MM], *bead[::-1], [0.0, _PLATE_MM]]
    return revolve(profile, 240)


def _beads(radius: float, scale: float) -> Shape:
    """Draw a scalloped rim round the disc."""
    pearl = 1.8 * scale
    count = int(2 * np.pi * radius / (pearl * 2.1))
    angles = np.arange(count) * 360.0 / count
    pearls = [circle(pearl, 24).translate((0.0, radius - 0.7)).rotate(float(angle)) for angle in angles]
    return Shape.batch_boolean(pearls, OpType.Add) - circle(radius - 1.4)
