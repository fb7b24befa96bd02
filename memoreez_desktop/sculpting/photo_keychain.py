"""A tag for keys with the face from the photo, a name beside it and a ring. Prints flat."""

from __future__ import annotations

from itertools import product

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape, capsule, circle, offset, rounded_rectangle
from memoreez_desktop.geometry.solids import Solid, extrude
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.banner import banner
from memoreez_desktop.sculpting.framed_relief import ReliefFrame, framed_relief, picture_relief_mm
from memoreez_desktop.sculpting.loop import HOLE_RADIUS_MM, RING_WALL_MM
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.photo_recipe import (
    WORDS_FIELD,
    pitch_for,
    recipe_photo,
    recipe_subject,
    recipe_words,
)
from memoreez_desktop.sculpting.raised_words import block_on_band, joined, line_width_mm

_PITCH_MM = 0.16
_DRAFT_TRIANGLES = 14_000
_BASE_MM = 2.4
_SHOULDER_MM, _CROWN_MM = 1.0, 1.9
_RIM_MM = 1.5
_RAISED_MM = 1.0
_TALL_RATIO, _BARE_TALL_RATIO = 0.42, 0.56
"""Height of a capsule by its width, with words and without."""
_TEXT_RATIO, _LARGEST_CAP_RATIO = 0.66, 0.30
"""Height of the words, and of one line's capitals, by the height of the capsule."""
_LINE_STEP = 1.5
_SMALLEST_CAP_MM = 2.8
_RING_GAP_MM = 0.6
_RING_REACH_MM = 2 * HOLE_RADIUS_MM + RING_WALL_MM + _RING_GAP_MM - 0.2
"""How far the ring stands out."""

_INFO = ProductInfo(
    "photo-keychain",
    say("Photo keychain"),
    say("A tag for keys with the photo's subject as a small relief; prints flat, in half an hour."),
    (
        length_field("width_mm", say("Width"), 72.0, 50.0, 120.0, say("With the ring.")),
        FieldSpec(
            "shape",
            say("Shape"),
            "choice",
            "capsule",
            choices=(("capsule", say("Capsule")), ("square", say("Rounded square")), ("round", say("Round"))),
            help=say("Square and round ones are half as wide."),
        ),
        length_field("relief_mm", say("Relief"), 2.0, 1.0, 4.0, say("Height of the subject.")),
        WORDS_FIELD,
    ),
    source="photo",
)


class PhotoKeychain:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        width, kind = parameters.number("width_mm") - _RING_REACH_MM, parameters.choice("shape")
        lines = recipe_words(recipe)
        frame = _frame(kind, width, bool(lines))
        job.progress(0.05, say("Reading the photo"))
        rgb = recipe_photo(recipe, detail)
        job.progress(0.2, say("Finding the subject"))
        mask = recipe_subject(recipe, rgb.shape)
        job.progress(0.5, say("Striking the relief"))
        pitch = pitch_for(detail, _PITCH_MM, float(frame.inner.area()), _DRAFT_TRIANGLES)
        depth = parameters.number("relief_mm")
        # A capsule without words is too wide for a head: it shows the whole photo.
        scene = kind == "capsule" and not lines
        relief = picture_relief_mm(rgb, mask, frame.inner, pitch, depth, scene=scene)
        sheet = framed_relief(frame, relief, pitch)
        job.progress(0.7, say("Setting the letters"))
        x0, y0, _, _ = frame.outer.bounds()
        parts = [extrude(_ring(x0) - offset(frame.inner, 0.3), _BASE_MM + _SHOULDER_MM)]
        if lines and kind == "capsule":
            parts += _tail(lines, width, frame)
        elif lines:
            cap = 0.1 * width / 2
            ground = _BASE_MM + max(_CROWN_MM, 0.8 * depth)
            parts += banner(lines[0], max(cap, 3.2), 1.15 * width / 2, y0 + 0.6 * cap, ground)
        job.progress(0.8, say("Joining the parts"))
        mesh = joined(sheet, parts).on_bed()
        job.check_cancelled()
        return Sculpture(mesh, Camera(-84.0, 58.0))


def _frame(kind: str, width_mm: float, has_words: bool) -> ReliefFrame:
    tall = _TALL_RATIO * width_mm
    if kind == "square":
        outer = rounded_rectangle(width_mm / 2, width_mm / 2, 0.12 * width_mm)
    elif kind == "round":
        outer = circle(width_mm / 4, 240)
    else:
        # With words the picture is the round left end of the capsule.
        outer = circle(tall / 2, 240) if has_words else capsule(width_mm, _BARE_TALL_RATIO * width_mm)
    return ReliefFrame(outer, offset(outer, -_RIM_MM - 0.3), _BASE_MM, _SHOULDER_MM, _CROWN_MM)


def _ring(edge_x_mm: float) -> Shape:
    """Draw a ring that grows out of a body whose left edge is at ``edge_x_mm``, y = 0."""
    hole_x = edge_x_mm - HOLE_RADIUS_MM - _RING_GAP_MM
    ring = circle(HOLE_RADIUS_MM + RING_WALL_MM, 96).translate((hole_x + 0.2, 0.0))
    return ring - circle(HOLE_RADIUS_MM, 64).translate((hole_x, 0.0))


def _tail(lines: tuple[str, ...], width_mm: float, frame: ReliefFrame) -> list[Solid]:
    """Lengthen a round picture to a capsule and write on what is added."""
    tall = _TALL_RATIO * width_mm
    whole = capsule(width_mm, tall).translate(((width_mm - tall) / 2, 0.0))
    plate = whole - offset(frame.outer, -0.4)
    clear = offset(frame.outer, -0.2)
    left, right = tall / 2 + 1.8, width_mm - tall / 2 - _RIM_MM - 0.14 * tall
    text = _text_block(lines, right - left, tall).translate(((left + right) / 2, 0.0))
    rim = whole - offset(whole, -_RIM_MM)
    raised = [rim - clear, text]
    return [
        extrude(plate, _BASE_MM + 0.1),
        *(extrude(shape, _RAISED_MM + 0.4, _BASE_MM - 0.3) for shape in raised),
    ]


def _text_block(lines: tuple[str, ...], wide_mm: float, tall_mm: float) -> Shape:
    """Set the words in one line to four, whichever gives the largest letters."""
    settings = [sum(ways, ()) for ways in product(*(_broken(line) for line in lines[:2]))]
    best, cap = max(
        ((setting, _cap_mm(setting, wide_mm, tall_mm)) for setting in settings), key=lambda s: s[1]
    )
    return block_on_band(best, cap, _LINE_STEP * cap, wide_mm)


def _broken(line: str) -> tuple[tuple[str, ...], ...]:
    """Ways to set a line: whole, and in two halves where it has words."""
    words = line.split()
    if len(words) < 2:
        return ((line,),)
    middle = min(range(1, len(words)), key=lambda k: abs(2 * len(" ".join(words[:k])) - len(line)))
    return (line,), (" ".join(words[:middle]), " ".join(words[middle:]))


def _cap_mm(lines: tuple[str, ...], wide_mm: float, tall_mm: float) -> float:
    """How high the capitals of some lines can be."""
    widest = max(line_width_mm(line, 10.0) for line in lines) / 10.0
    room = _TEXT_RATIO * tall_mm / (_LINE_STEP * len(lines) - 0.5)
    return max(_SMALLEST_CAP_MM, min(_LARGEST_CAP_RATIO * tall_mm, room, wide_mm / max(widest, 1e-6)))
