"""A tag for keys: a symbol, a name and a hole; a quarter of an hour of printing."""

from __future__ import annotations

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.lettering import text_line
from memoreez_desktop.geometry.shapes import (
    Shape,
    bounds,
    capsule,
    circle,
    empty,
    offset,
    rounded_rectangle,
    size,
    thicken,
)
from memoreez_desktop.geometry.solids import Solid, extrude, stand, union, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.emblem import (
    ICON_FIELD,
    emblem_id,
    emblem_shape,
    relief_pitch_mm,
    sturdy,
    widest_half_mm,
)
from memoreez_desktop.sculpting.loop import HOLE_RADIUS_MM
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.wording import first_name, words_for

_PLATE_MM = 3.0
_RAISED_MM = 1.0
_RIM_MM = 1.4
_STROKE_MM = 0.9
_SMALLEST_CAP_MM = 3.0
_ROOMY_CAP_MM = 5.0
"""Letters smaller than this are set in the narrower face, which makes them taller."""
_HOLE_EDGE_MM = 3.0
"""Plastic left round the hole."""

_INFO = ProductInfo(
    "keychain",
    say("Keychain"),
    say("A tag with a symbol, a name and a hole for the key ring."),
    (
        length_field("width_mm", say("Width"), 68.0, 50.0, 120.0),
        ICON_FIELD,
        FieldSpec(
            "outline",
            say("Outline"),
            "choice",
            "capsule",
            choices=(("capsule", say("Capsule")), ("tag", say("Tag")), ("card", say("Card"))),
        ),
    ),
    source="story",
)


class Keychain:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        width = parameters.number("width_mm")
        lines = _lines(recipe)
        tall = width * (0.37 if lines else 0.46)
        job.progress(0.1, say("Cutting the tag"))
        outline, hole_x = _outline(parameters.choice("outline"), width, tall)
        left = hole_x + HOLE_RADIUS_MM + 3.2
        right = width / 2 - tall * (0.22 if parameters.choice("outline") != "card" else 0.14)
        job.progress(0.3, say("Raising the symbol"))
        box = (tall - 2 * _RIM_MM) * (0.72 if lines else 0.82)
        drawn = sturdy(emblem_shape(emblem_id(recipe, parameters), box, 0.5), _STROKE_MM)
        icon_width = size(drawn)[0]
        middle = left + icon_width / 2 if lines else (left + right) / 2
        symbol = drawn.translate((middle, 0.0))
        depth = min(1.5, 0.8 * widest_half_mm(symbol) + 0.2)
        parts = [_body(outline), puffy(symbol, depth, 0.7, relief_pitch_mm(detail), back=False)]
        parts[1] = parts[1].translate((0.0, 0.0, _PLATE_MM))
        if lines:
            job.progress(0.6, say("Setting the letters"))
            start = left + icon_width + 2.4
            text = _text(lines, right - start, tall - 2 * _RIM_MM - 3.0).translate(((start + right) / 2, 0.0))
            parts.append(extrude(text, _RAISED_MM + 0.3, _PLATE_MM - 0.3))
        job.progress(0.8, say("Joining the parts"))
        return Sculpture(stand(weld(union(parts))), Camera(-73.0, 54.0))


def _lines(recipe: Recipe) -> tuple[str, ...]:
    """Choose the name people call, for a tag is small, unless other words were asked for."""
    if any(line.strip() for line in recipe.story.text_lines):
        return words_for(recipe)
    name = first_name(recipe.story).upper()
    return (name,) if name else ()


def _outline(kind: str, width: float, tall: float) -> tuple[Shape, float]:
    """Draw the body with its hole, and return where the hole is."""
    hole_x = -width / 2 + HOLE_RADIUS_MM + _HOLE_EDGE_MM
    if kind == "capsule":
        body = capsule(width, tall)
        hole_x += 0.4
    elif kind == "tag":
        lug = circle(HOLE_RADIUS_MM + _HOLE_EDGE_MM, 64).translate((hole_x, 0.0))
        block_width = width - 8.5
        block = rounded_rectangle(block_width, tall, tall * 0.2)
        body = Shape.batch_hull([block.translate(((width - block_width) / 2, 0.0)), lug])
    else:
        body = rounded_rectangle(width, tall, 3.0)
    return body - circle(HOLE_RADIUS_MM, 64).translate((hole_x, 0.0)), hole_x


def _body(outline: Shape) -> Solid:
    """Plate with a bevelled edge and a raised rim that also runs round the hole."""
    rim = offset(outline, -0.5) - offset(outline, -0.5 - _RIM_MM)
    return union(
        [
            extrude(offset(outline, -0.4), 0.5),
            extrude(outline, _PLATE_MM - 0.4, 0.4),
            extrude(rim, 1.0, _PLATE_MM - 0.2),
        ]
    )


def _text(lines: tuple[str, ...], width: float, tall: float) -> Shape:
    """Set the words in one line or two, whichever gives the larger letters.

    Raises
    ------
    InputError
        The letters would be too small to print.
    """
    # A double name may break behind its hyphen.
    words = " ".join(lines).replace("-", "- ").split()
    settings = [lines]
    if len(lines) == 1 and len(words) > 1:
        middle = min(range(1, len(words)), key=lambda k: abs(len(" ".join(words[:k])) * 2 - len(lines[0])))
        settings.append((_spoken(words[:middle]), _spoken(words[middle:])))
    best, best_cap = empty(), 0.0
    for face in ("sans", "roboto"):
        for setting in settings:
            shape, cap = _block(setting, width, tall, face)
            if cap > best_cap:
                best, best_cap = shape, cap
        if best_cap >= _ROOMY_CAP_MM:
            break
    if best_cap < _SMALLEST_CAP_MM:
        raise InputError(
            say("“{text}” is too long for a keychain this small.", text=" ".join(lines)),
            say("Shorten it or make the keychain wider."),
        )
    return best


def _spoken(words: list[str]) -> str:
    return " ".join(words).replace("- ", "-")


def _block(setting: tuple[str, ...], width: float, tall: float, face: str) -> tuple[Shape, float]:
    """Set lines of equal height as large as the place allows; return them centred, with their height."""
    widest = max(text_line(line, 10.0, face, 0.02).width_mm for line in setting)
    cap = min(10.0 * width / max(widest, 1e-6), tall / (1.0 + 1.5 * (len(setting) - 1)), tall * 0.62)
    pitch = cap * 1.5
    block = empty()
    for row, line in enumerate(setting):
        shape = text_line(line, cap, face, 0.02).shape
        block += shape.translate((0.0, -cap / 2 + pitch * ((len(setting) - 1) / 2 - row)))
    x0, _, x1, _ = bounds(block)
    return thicken(block.translate((-(x0 + x1) / 2, 0.0)), _STROKE_MM), cap
