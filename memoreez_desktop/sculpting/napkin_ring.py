"""A ring for a napkin: a name and what they love, a set of them for a table."""

from __future__ import annotations

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import circle
from memoreez_desktop.geometry.solids import stand, to_solid, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.cup_wall import WallRelief, closed_ring, even_outline
from memoreez_desktop.sculpting.emblems import ICON_FIELDS, emblem_ids
from memoreez_desktop.sculpting.faces_field import face_field
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.wall_band import CURVE_FIELD, lips, reach_mm, wall_curve, write_round
from memoreez_desktop.sculpting.wording import first_name, words_for

_WALL_MM = 2.6
_PITCH_MM = {"draft": 0.5, "final": 0.32}
_CAP_MM = 9.0

_INFO = ProductInfo(
    "napkin-ring",
    say("Napkin ring"),
    say("A ring with a name and what they love; one for every guest makes a set."),
    (
        length_field("height_mm", say("Height"), 34.0, 24.0, 50.0),
        length_field("width_mm", say("Width"), 54.0, 46.0, 70.0),
        *ICON_FIELDS[:2],
        CURVE_FIELD,
        face_field("slab", ("script", "brush")),
    ),
    source="story",
)


class NapkinRing:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        kind = parameters.choice("curve")
        radius = parameters.number("width_mm") / 2 - reach_mm(kind)
        job.progress(0.1, say("Raising the wall"))
        outline = even_outline(circle(radius, 360), _PITCH_MM[detail])
        relief = WallRelief(outline, parameters.number("height_mm"))
        job.progress(0.3, say("Setting the letters"))
        icons = emblem_ids(recipe, parameters, 2)
        write_round(relief, outline, _lines(recipe), icons, parameters.choice("face"), _CAP_MM)
        relief.mould(lips(relief.rows_mm))
        relief.lean(wall_curve(kind, relief.rows_mm))
        job.progress(0.7, say("Joining the parts"))
        mesh = closed_ring(outline, relief, _WALL_MM)
        return Sculpture(stand(weld(to_solid(mesh))), Camera(-90.0, 24.0))


def _lines(recipe: Recipe) -> tuple[str, ...]:
    """Choose the name people call, for a ring is small, unless other words were asked for."""
    if recipe.story.text_lines:
        return words_for(recipe)
    name = first_name(recipe.story).upper()
    return (name,) if name else ()
