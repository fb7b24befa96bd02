"""The picture on a keepsake: which symbol a recipe shows, and its outline made fit for a nozzle."""

from __future__ import annotations

import cv2
import numpy as np

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.story import Story
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.icon_shapes import ICON_PREFIXES, icon_shape
from memoreez_desktop.geometry.lettering import text_line
from memoreez_desktop.geometry.raster import rasterise
from memoreez_desktop.geometry.shapes import Shape, bridge_parts, centred, fit, offset, size
from memoreez_desktop.imaging.icon_words import OCCASION_ICONS, icon_for
from memoreez_desktop.sculpting.parameters import Parameters
from memoreez_desktop.sculpting.wording import first_name, writable

ICON_FIELD = FieldSpec(
    "icon",
    say("Symbol"),
    "text",
    "",
    help=say("A word (“fishing”) or the id of a symbol (“mdi6:fish”); empty takes it from the story."),
)

_LETTER = "letter:"
_PITCH_MM = {"draft": 0.5, "final": 0.22}


def relief_pitch_mm(detail: Detail) -> float:
    """How fine an inflated symbol is: 0.22 mm is half an extrusion width, a draft is coarser."""
    return _PITCH_MM[detail]


def emblem_id(recipe: Recipe, parameters: Parameters) -> str:
    """Choose the symbol: the wish, else the first passion that has one, the occasion, an initial, a heart."""
    wish = parameters.text("icon")
    if wish.partition(":")[0] in (*ICON_PREFIXES, "letter"):
        return wish
    if wish:
        return icon_for(wish, letter_id(wish))
    return story_emblem_id(recipe.story)


def story_emblem_id(story: Story) -> str:
    """Choose the symbol of a story without a wish: what a person chose for a passion, or what is found."""
    for passion in (*story.passions, story.free_text):
        chosen = story.chosen_icon(passion)
        icon = icon_for(passion) if chosen is None else chosen
        if icon:
            return icon
    return OCCASION_ICONS.get(story.occasion) or letter_id(first_name(story))


def letter_id(word: str) -> str:
    """Return the id of a word's initial as a symbol, or of a heart when it has no letter."""
    initial = next((char for char in writable(word) if char.isalnum()), "")
    return f"{_LETTER}{initial.upper()[:1]}" if initial else "fa6s:heart"


def emblem_shape(icon_id: str, size_mm: float, stroke_mm: float) -> Shape:
    """Draw a symbol or an initial, centred, its larger side ``size_mm``, no stroke under ``stroke_mm``.

    Raises
    ------
    InputError
        There is no such symbol, or no font has the letter.
    """
    if icon_id.startswith(_LETTER):
        shape = fit(text_line(icon_id.removeprefix(_LETTER)[:2], 20.0, "serif").shape, size_mm, size_mm)
    else:
        shape = icon_shape(icon_id, size_mm)
    return sturdy(shape, stroke_mm)


def sturdy(shape: Shape, stroke_mm: float) -> Shape:
    """Widen thin strokes, close gaps that a nozzle would smear shut, and drop crumbs."""
    # Gaps under 0.6 mm print as a scar; closing them by 0.3 mm on both sides leaves every wider one alone.
    closed = offset(offset(widened(shape, stroke_mm), 0.3), -0.3)
    kept = [part for part in closed.decompose() if part.area() >= stroke_mm * stroke_mm * 0.6]
    return centred(Shape.compose(kept) if kept else closed)


def widened(shape: Shape, stroke_mm: float) -> Shape:
    """Widen strokes and necks thinner than ``stroke_mm``, but leave pointed tips pointed.

    A tip is thin, too; widening it as well would put a knob on every fin and ear.
    """
    opened = offset(offset(shape, -stroke_mm / 2), stroke_mm / 2)
    thin = shape - offset(opened, 0.24 * stroke_mm)
    parts = [part for part in thin.decompose() if part.area() > 1e-4]
    strokes = [part for part in parts if _is_stroke(part, opened, stroke_mm)]
    if not strokes:
        return shape
    return (shape + offset(Shape.compose(strokes), 0.30 * stroke_mm)).simplify(0.02)


def _is_stroke(part: Shape, rest: Shape, stroke_mm: float) -> bool:
    width, height = size(part)
    if np.hypot(width, height) > 1.8 * stroke_mm:
        return True
    touches = offset(part, 0.3 * stroke_mm) ^ rest
    return len(touches.decompose()) != 1


def joined(shape: Shape, width_mm: float = 1.4) -> Shape:
    """Add bridges between loose parts, and nothing elsewhere; a shape of one part stays as it is."""
    loose = shape.decompose()
    if len(loose) <= 1:
        return shape
    # Closing also rounds every inner corner: of what it adds, only the pieces between two parts are bridges.
    bridges = []
    for piece in (bridge_parts(shape) - shape).decompose():
        reach = offset(piece, 0.1)
        if sum(not (reach ^ part).is_empty() for part in loose) > 1:
            bridges.append(offset(piece, width_mm / 2))
    whole = shape + Shape.compose(bridges) if bridges else shape
    return whole if len(whole.decompose()) == 1 else bridge_parts(shape)


def fit_in_circle(shape: Shape, radius_mm: float) -> Shape:
    """Scale and move a shape so that the smallest circle about it is centred and has this radius."""
    points = np.vstack(shape.to_polygons()).astype(np.float32)
    (x, y), radius = cv2.minEnclosingCircle(points)
    factor = radius_mm / max(radius, 1e-6)
    return shape.translate((-x, -y)).scale((factor, factor))


def widest_half_mm(shape: Shape) -> float:
    """Radius of the largest disc inside a shape: how far it may swell without becoming a wall."""
    raster = rasterise(shape, 0.3, margin_mm=1.0)
    inside = cv2.distanceTransform(raster.mask.astype(np.uint8), cv2.DIST_L2, 3)
    return float(inside.max()) * raster.pitch_mm
