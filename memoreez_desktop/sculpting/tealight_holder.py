"""A holder for a tea light with words and pictures round it."""

from __future__ import annotations

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import circle
from memoreez_desktop.geometry.solids import stand, to_solid, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.cup_wall import WallRelief, closed_cup, even_outline
from memoreez_desktop.sculpting.emblems import ICON_FIELDS, emblem_ids
from memoreez_desktop.sculpting.faces_field import face_field
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.wall_band import CURVE_FIELD, lips, reach_mm, wall_curve, write_round
from memoreez_desktop.sculpting.wording import words_for

_CUP_RADIUS_MM = 20.0
"""Tea lights are 38 mm wide; loosely fitting."""
_SUNK_MM = 14.0
"""Depth of the hollow: the light looks out a little and can be taken out."""
_PITCH_MM = {"draft": 0.55, "final": 0.34}
_CAP_MM = 8.0

_INFO = ProductInfo(
    "tealight-holder",
    say("Tea light holder"),
    say("A holder with their name and what they love all round, for LED tea lights: a flame melts plastic."),
    (
        length_field("height_mm", say("Height"), 34.0, 26.0, 70.0),
        length_field("width_mm", say("Width"), 66.0, 56.0, 100.0),
        *ICON_FIELDS,
        CURVE_FIELD,
        face_field("slab", ("script", "brush")),
    ),
    source="story",
)


class TealightHolder:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        height = parameters.number("height_mm")
        kind = parameters.choice("curve")
        radius = parameters.number("width_mm") / 2 - reach_mm(kind)
        lines = words_for(recipe)
        lines = lines if recipe.story.text_lines else lines[:1]
        job.progress(0.1, say("Raising the wall"))
        outline = even_outline(circle(radius, 360), _PITCH_MM[detail])
        relief = WallRelief(outline, height)
        job.progress(0.3, say("Setting the letters"))
        icons = emblem_ids(recipe, parameters)
        write_round(relief, outline, lines, icons, parameters.choice("face"), _CAP_MM)
        relief.mould(lips(relief.rows_mm))
        relief.lean(wall_curve(kind, relief.rows_mm))
        job.progress(0.7, say("Joining the parts"))
        mesh = closed_cup(outline, relief, radius - _CUP_RADIUS_MM, height - _SUNK_MM)
        return Sculpture(stand(weld(to_solid(mesh))), Camera(-90.0, 30.0))
