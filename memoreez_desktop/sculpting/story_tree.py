"""A tree of life for the wall: what they love hangs in its crown, the name stands in its roots."""

from __future__ import annotations

from manifold3d import OpType

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.shapes import Shape, circle, offset, ring, rounded_rectangle
from memoreez_desktop.geometry.solids import Solid, extrude, stand, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.assembly import assembled
from memoreez_desktop.sculpting.emblem import (
    emblem_shape,
    fit_in_circle,
    sturdy,
    widest_half_mm,
)
from memoreez_desktop.sculpting.emblems import ICON_FIELDS, emblem_ids
from memoreez_desktop.sculpting.faces_field import face_field
from memoreez_desktop.sculpting.letter_block import Place, letter_block
from memoreez_desktop.sculpting.loop import loop_shape
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.tree_shape import Tree, tree
from memoreez_desktop.sculpting.wording import words_for

_WIDTH_MM = 132.0
"""Over all, at scale 1."""
_PITCH_MM = {"draft": 0.75, "final": 0.27}
_PLATE_MM = 3.0
_RIM_MM = 3.4
_DISC_MM = 1.6
_MIDDLE_MM = 10.0
_BAND_WIDE_MM = 104.0
_BAND_MM = 16.0
_BAND_Y_MM = -46.0

_INFO = ProductInfo(
    "story-tree",
    say("Tree of life"),
    say("A tree for the wall that bears up to four things they love, with their name at its foot."),
    (
        length_field("width_mm", say("Width"), 132.0, 105.0, 200.0),
        *ICON_FIELDS,
        FieldSpec(
            "ground",
            say("Ground"),
            "choice",
            "open",
            choices=(("open", say("Open")), ("closed", say("Closed"))),
            help=say("Open: the wall is seen between the leaves."),
        ),
        face_field("slab", ("script", "brush")),
    ),
    source="story",
)


class StoryTree:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        scale = parameters.number("width_mm") / _WIDTH_MM
        lines = words_for(recipe)
        lines = lines if recipe.story.text_lines else lines[:1]
        icons = emblem_ids(recipe, parameters)
        job.progress(0.1, say("Growing the tree"))
        drawn = _scaled(tree(len(icons)), scale)
        pitch = _PITCH_MM[detail] * max(1.0, scale)
        ground = _ground(drawn, scale, parameters.choice("ground") == "closed")
        parts = [extrude(ground, _PLATE_MM), *_hoop(scale)]
        leaves = (drawn.leaves - _near_discs(drawn, 0.3)) ^ ground
        parts.append(_cushion(leaves, 0.7, _PLATE_MM - 0.1, pitch * 1.6))
        parts.append(_cushion(drawn.wood ^ ground, 1.6, _PLATE_MM, pitch * 1.5))
        job.progress(0.4, say("Blowing up the symbol"))
        for icon, (x, y, radius) in zip(icons, drawn.discs, strict=True):
            parts += [part.translate((x, y, 0.0)) for part in _picture(icon, radius, pitch)]
        if lines:
            job.progress(0.7, say("Setting the letters"))
            parts += _name(lines, parameters.choice("face"), scale)
        job.progress(0.8, say("Joining the parts"))
        return Sculpture(stand(weld(assembled(parts, detail))), Camera(-90.0, 66.0))


def _scaled(drawn: Tree, factor: float) -> Tree:
    both = (factor, factor)
    discs = tuple((x * factor, y * factor, radius * factor) for x, y, radius in drawn.discs)
    return Tree(drawn.wood.scale(both), drawn.leaves.scale(both), discs)


def _near_discs(drawn: Tree, margin_mm: float) -> Shape:
    discs = [circle(radius + margin_mm, 96).translate((x, y)) for x, y, radius in drawn.discs]
    return Shape.batch_boolean(discs, OpType.Add)


def _ground(drawn: Tree, scale: float, closed: bool) -> Shape:
    """Draw what lies under everything: hoop, loop, tree and discs; leaves that hang on nothing fall."""
    radius = _WIDTH_MM / 2 * scale
    place = (0.0, _MIDDLE_MM * scale)
    inside = circle(radius - 0.4, 200).translate(place)
    loop = (loop_shape(radius) - circle(radius - 1.0)).translate(place)
    ground = ring(radius, radius - _rim_mm(scale)).translate(place) + loop
    ground += ((offset(drawn.leaves, 0.3) + drawn.wood) ^ inside) + _near_discs(drawn, 0.6)
    if closed:
        ground += inside
    ground = offset(offset(ground, 0.6), -0.6).simplify(0.02)
    return max(ground.decompose(), key=lambda part: part.area())


def _rim_mm(scale: float) -> float:
    return _RIM_MM * max(0.9, scale)


def _hoop(scale: float) -> list[Solid]:
    """Raise the hoop in two steps."""
    radius, rim = _WIDTH_MM / 2 * scale, _rim_mm(scale)
    place = (0.0, _MIDDLE_MM * scale, 0.0)
    steps = [
        extrude(ring(radius, radius - rim), 1.8, _PLATE_MM - 0.6),
        extrude(ring(radius - 0.8, radius - rim + 0.8), 0.9, _PLATE_MM + 1.0),
    ]
    return [step.translate(place) for step in steps]


def _cushion(shape: Shape, depth_mm: float, z_mm: float, pitch_mm: float) -> Solid:
    return puffy(shape, depth_mm, 0.7, pitch_mm, back=False).translate((0.0, 0.0, z_mm))


def _picture(icon: str, radius: float, pitch: float) -> list[Solid]:
    """Raise a disc with a rim and a symbol on it."""
    top = _PLATE_MM + _DISC_MM
    symbol = sturdy(fit_in_circle(emblem_shape(icon, 2 * radius, 0.6), radius - 2.6), 0.9)
    depth = min(1.8, 0.7 * widest_half_mm(symbol) + 0.3)
    return [
        extrude(circle(radius, 128), top),
        extrude(ring(radius - 0.05, radius - 1.5), 1.1, top - 0.3),
        _cushion(symbol, depth, top, pitch),
    ]


def _name(lines: tuple[str, ...], face: str, scale: float) -> list[Solid]:
    band = _BAND_MM * max(1.0, scale)
    plate = rounded_rectangle(_BAND_WIDE_MM * scale, band, band * 0.32).translate((0.0, _BAND_Y_MM * scale))
    top = _PLATE_MM + 2.0
    place = Place(_BAND_WIDE_MM * scale - 10.0, band - 5.4, 8.0 * max(1.0, scale), 0.8, 3.2)
    text = letter_block(lines, face, place)
    return [
        extrude(plate, top),
        extrude(offset(plate, -0.8) - offset(plate, -1.9), 1.0, top - 0.2),
        extrude(text.shape.translate((0.0, _BAND_Y_MM * scale)), 1.4, top - 0.4),
    ]
