"""A medal with a swelling symbol, text and stars round it, and a loop: prints flat, without supports."""

from __future__ import annotations

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.shapes import Shape, circle
from memoreez_desktop.geometry.solids import extrude, stand, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.assembly import assembled
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
from memoreez_desktop.sculpting.medal_edges import (
    BEAD_MM,
    EDGE_FIELD,
    RIM_MM,
    MedalDisc,
    disc_radius_mm,
    medal_body,
)
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.ring_text import ring_text
from memoreez_desktop.sculpting.wording import words_for

_PLATE_MM = 3.0
_LOOP_MM = {"round": 0.0, "plain": 0.0, "beaded": 0.6, "rope": 0.8, "burst": 2.0}
"""How far the loop reaches into the edge."""
_STROKE_MM = 1.0
_RAISED_MM = 1.0

_INFO = ProductInfo(
    "icon-medallion",
    say("Medallion"),
    say("A medal with a symbol of what they love, their name round it and a loop to hang it by."),
    (
        length_field("diameter_mm", say("Diameter"), 70.0, 50.0, 140.0),
        ICON_FIELD,
        EDGE_FIELD,
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
        whole = parameters.number("diameter_mm") / 2
        edge = parameters.choice("edge")
        lines = words_for(recipe)
        radius = disc_radius_mm(edge, whole)
        scale = whole / 35.0
        band = max(6.4, 6.6 * scale) if lines else 4.4 * scale
        field_radius = radius - RIM_MM * scale - band
        job.progress(0.1, say("Striking the disc"))
        pitch = relief_pitch_mm(detail) * max(1.0, scale)
        parts = medal_body(MedalDisc(radius, field_radius, _PLATE_MM, scale), edge, whole, pitch)
        parts.append(extrude(loop_shape(whole - _LOOP_MM[edge]) - circle(radius - 1.0), _PLATE_MM + 1.2))
        job.progress(0.3, say("Raising the symbol"))
        symbol = _symbol(emblem_id(recipe, parameters), field_radius - BEAD_MM - 1.8 * scale)
        depth = min(2.5 * scale, 0.9 * widest_half_mm(symbol) + 0.4)
        parts.append(puffy(symbol, depth, 0.8, pitch, back=False).translate((0.0, 0.0, _PLATE_MM)))
        if lines:
            job.progress(0.6, say("Setting the letters"))
            text = ring_text(lines, field_radius + BEAD_MM, band - BEAD_MM, max(3.4, 3.7 * scale))
            parts.append(extrude(text.shape, _RAISED_MM + 0.3, _PLATE_MM - 0.3))
        job.progress(0.8, say("Joining the parts"))
        return Sculpture(stand(weld(assembled(parts, detail))), Camera(-90.0, 62.0))


def _symbol(icon_id: str, radius_mm: float) -> Shape:
    drawn = emblem_shape(icon_id, 2 * radius_mm, 0.6)
    return sturdy(fit_in_circle(drawn, radius_mm), _STROKE_MM)
