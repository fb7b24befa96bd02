"""An ornament for a window or a tree: a symbol with words round it in a snowflake, star, bauble or wreath."""

from __future__ import annotations

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.shapes import Shape, circle, ring
from memoreez_desktop.geometry.solids import Solid, extrude, stand, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.assembly import assembled
from memoreez_desktop.sculpting.emblem import (
    ICON_FIELD,
    emblem_id,
    emblem_shape,
    fit_in_circle,
    sturdy,
    widest_half_mm,
)
from memoreez_desktop.sculpting.loop import loop_shape
from memoreez_desktop.sculpting.ornament_frames import frame
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.ring_text import ring_text
from memoreez_desktop.sculpting.wording import words_for, writable

_PITCH_MM = {"draft": 0.7, "final": 0.24}
_PLATE_MM = 3.2
_DISC_RATIO = {"snowflake": 0.56, "star": 0.62, "bauble": 0.7, "wreath": 0.68}
_RAISED_MM = 1.0
_LINE_MM = 0.8
_STROKE_MM = 1.0
_RIM_MM = 1.8
_BAND_MM = 5.4

_INFO = ProductInfo(
    "ornament",
    say("Ornament"),
    say("A snowflake, a star, a bauble or a wreath with what they love, their name and the year."),
    (
        length_field("width_mm", say("Width"), 88.0, 68.0, 140.0),
        ICON_FIELD,
        FieldSpec(
            "frame",
            say("Frame"),
            "choice",
            "snowflake",
            choices=(
                ("snowflake", say("Snowflake")),
                ("star", say("Star")),
                ("bauble", say("Bauble")),
                ("wreath", say("Wreath")),
            ),
        ),
        FieldSpec("year", say("Year"), "text", "", help=say("Written below the symbol, for example 2026.")),
    ),
    source="story",
)


class Ornament:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        radius = parameters.number("width_mm") / 2
        kind = parameters.choice("frame")
        lines = _lines(recipe, writable(parameters.text("year")).upper())
        disc = radius * _DISC_RATIO[kind]
        scale = radius / 44.0
        job.progress(0.1, say("Cutting the frame"))
        drawn = frame(kind, radius, disc)
        flat = drawn.flat + circle(disc) + (loop_shape(drawn.top_mm) - circle(disc - 1.0))
        lines_up = drawn.raised + ring(disc - 0.3, disc - 0.3 - _RIM_MM)
        parts = [
            extrude(flat, _PLATE_MM),
            extrude(lines_up, _LINE_MM + 0.3, _PLATE_MM - 0.3),
        ]
        job.progress(0.3, say("Raising the symbol"))
        band = max(_BAND_MM, _BAND_MM * scale) if lines else 0.6
        field = disc - 0.3 - _RIM_MM - band
        pitch = _PITCH_MM[detail] * max(1.0, scale)
        if not drawn.swollen.is_empty():
            parts.append(_cushion(drawn.swollen, 1.3, pitch))
        parts.append(_symbol(emblem_id(recipe, parameters), field - 0.8, pitch))
        if lines:
            job.progress(0.6, say("Setting the letters"))
            text = ring_text(lines, field, band, max(3.2, 3.5 * scale))
            parts.append(extrude(text.shape, _RAISED_MM + 0.3, _PLATE_MM - 0.3))
        job.progress(0.8, say("Joining the parts"))
        return Sculpture(stand(weld(assembled(parts, detail))), Camera(-90.0, 64.0))


def _lines(recipe: Recipe, year: str) -> tuple[str, ...]:
    """Write the name above and the year below; without a year the second line of the story."""
    lines = words_for(recipe)
    if not year:
        return lines
    return (*lines[:1], year) if lines else (year,)


def _symbol(icon_id: str, radius_mm: float, pitch_mm: float) -> Solid:
    drawn = emblem_shape(icon_id, 2 * radius_mm, 0.6)
    shape = sturdy(fit_in_circle(drawn, radius_mm), _STROKE_MM)
    return _cushion(shape, 2.0, pitch_mm)


def _cushion(shape: Shape, depth_mm: float, pitch_mm: float) -> Solid:
    depth = min(depth_mm, 0.8 * widest_half_mm(shape) + 0.2)
    return puffy(shape, depth, 0.7, pitch_mm, back=False).translate((0.0, 0.0, _PLATE_MM))
