"""A name for the desk: standing letters and a symbol on a base whose slope carries a second line."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.lettering import text_fitted, text_line
from memoreez_desktop.geometry.shapes import (
    Shape,
    blunt,
    bounds,
    from_contours,
    offset,
    rectangle,
    rounded_rectangle,
    thicken,
)
from memoreez_desktop.geometry.solids import Solid, extrude, stand, union, weld
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.sculpting.emblem import (
    ICON_FIELD,
    emblem_id,
    emblem_shape,
    joined,
    relief_pitch_mm,
    widened,
    widest_half_mm,
)
from memoreez_desktop.sculpting.faces_field import dressed, face_field
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.wording import first_name, second_line, words_for

_DEPTH_MM = 28.0
_BASE_MM = 8.0
_LIP_MM = 1.6
_SLOPE_DEG = 40.0
_SINK_MM = 0.8
_FORWARD_MM = 1.2
_SHADOW_MM = 2.6
"""What joins loose parts of letters stands this far behind their front."""
_TIP_MM = 0.85
"""Two nozzle widths and a little: the first layer of a hanging tip."""
_COMFORTABLE_CAP_MM = 11.0
_SMALLEST_CAP_MM = 6.0
_SMALLEST_SYMBOL_MM = 22.0
_TALLEST_CAP_MM = 32.0
_MARGIN_MM = 6.0

_INFO = ProductInfo(
    "nameplate",
    say("Nameplate"),
    say("Their name in standing letters beside a symbol, for the desk or the shelf."),
    (
        length_field("width_mm", say("Width"), 130.0, 80.0, 200.0),
        ICON_FIELD,
        face_field("sans"),
    ),
    source="story",
)


class Nameplate:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        width, face = parameters.number("width_mm"), parameters.choice("face")
        name, line = _words(recipe)
        job.progress(0.1, say("Standing the letters up"))
        letters, core, icon_size = _letters(name, face, width)
        parts = [_base(width)]
        x0, _, x1, _ = bounds(letters)
        place = -width / 2 + _MARGIN_MM - x0
        depth = min(10.0, max(6.0, 0.45 * bounds(letters)[3]))
        standing = union(
            [
                extrude(letters.translate((place, 0.0)), depth),
                extrude(core.translate((place, 0.0)), depth - _SHADOW_MM, 0.15),
            ]
        )
        parts.append(_upright(standing, depth / 2))
        if icon_size:
            job.progress(0.4, say("Blowing up the symbol"))
            drawn = widened(emblem_shape(emblem_id(recipe, parameters), icon_size, 1.0), 1.6)
            middle = (place + x1 + width / 2 - _MARGIN_MM + 2.0) / 2
            symbol = drawn.translate((middle, -bounds(drawn)[1]))
            parts.append(_upright(_figure(symbol, relief_pitch_mm(detail)), 0.0))
        if line:
            job.progress(0.7, say("Setting the small line"))
            parts.append(_slope_text(line.upper(), width - 2 * _MARGIN_MM))
        job.progress(0.8, say("Joining the parts"))
        return Sculpture(stand(weld(union(parts))), Camera(-66.0, 20.0))


def _words(recipe: Recipe) -> tuple[str, str]:
    """Choose what stands and what is written small.

    Raises
    ------
    InputError
        The story has neither a name nor a line to write.
    """
    if any(line.strip() for line in recipe.story.text_lines):
        lines = words_for(recipe, capitals=False)
        if lines:
            return lines[0], lines[1] if len(lines) > 1 else ""
    name = first_name(recipe.story)
    if not name:
        raise InputError(
            say("A nameplate needs a name."), say("Tell whose it is, or write a text line for it.")
        )
    return name, second_line(recipe.story)


def _letters(name: str, face: str, width: float) -> tuple[Shape, Shape, float]:
    """Set the name so that letters and symbol fill the width; dots and accents are joined to their letters.

    Returns
    -------
    letters : Shape
        Their lowest point at y = 0.
    core : Shape
        What joins dots, accents and tails, with a strip below y = 0 that goes into the base.
    icon_size_mm : float
        Side of the square left for the symbol.
    """
    room = width - 2 * _MARGIN_MM
    cap, icon = _sizes(dressed(name, face), face, room)
    if cap < _COMFORTABLE_CAP_MM:
        face = "roboto"
        cap, icon = _sizes(dressed(name, face), face, room)
    if cap < _SMALLEST_CAP_MM:
        raise InputError(
            say("“{text}” is too long for a nameplate of this width.", text=name),
            say("Shorten it or make the nameplate wider."),
        )
    shape = _set_name(dressed(name, face), cap, face)
    x0, y0, x1, _ = bounds(shape)
    # Letters with a tail are lifted onto a bar behind them, or the base would swallow the tail.
    foot = max(0.0, -y0) if y0 < -0.4 else 0.0
    strip = rectangle(x1 - x0, foot + 2.0).translate(((x0 + x1) / 2, foot / 2 - 0.9))
    letters = shape.translate((0.0, foot))
    return letters, offset(joined(letters + strip, 1.4), -0.03), icon


def _set_name(name: str, cap: float, face: str) -> Shape:
    """Set the name; a J that reaches below the line in one face stands on it in another."""
    stroke = min(1.6, max(0.9, 0.12 * cap))
    shape = text_line(name, cap, face, 0.03).shape
    if face == "sans" and bounds(shape)[1] < -0.04 * cap:
        other = text_line(name, cap, "roboto", 0.03).shape
        if bounds(other)[1] > bounds(shape)[1] + 0.02 * cap:
            shape = other
    return blunt(thicken(shape, stroke), _TIP_MM)


def _sizes(name: str, face: str, room: float) -> tuple[float, float]:
    """Share the width between capitals and a symbol a fifth taller than they, but never a tiny one.

    A name that leaves no room for a symbol stands alone: then the symbol's size is 0.
    """
    unit = text_line(name, 10.0, face, 0.03).width_mm / 10.0
    cap = min(room / (unit + 1.2 + 0.3), _TALLEST_CAP_MM)
    if 1.2 * cap >= _SMALLEST_SYMBOL_MM:
        return cap, 1.2 * cap
    beside = (room - _SMALLEST_SYMBOL_MM) / (unit + 0.3)
    return (beside, _SMALLEST_SYMBOL_MM) if beside >= _SMALLEST_CAP_MM else (room / unit, 0.0)


def _upright(flat: Solid, middle_mm: float) -> Solid:
    """Set something drawn in the plane upright, the middle of its depth on the middle of the flat top."""
    run = (_BASE_MM - _LIP_MM) / math.tan(math.radians(_SLOPE_DEG))
    return flat.rotate((90.0, 0.0, 0.0)).translate((0.0, run / 2 + middle_mm, _BASE_MM - _SINK_MM))


def _figure(symbol: Shape, pitch_mm: float) -> Solid:
    """Blow the symbol up; loose parts get a core, and a foot joins it to the base."""
    depth = min(4.2, 1.1 * widest_half_mm(symbol))
    core = joined(symbol)
    x0, y0, x1, _ = bounds(core)
    foot_width = max(8.0, (x1 - x0) * 0.42)
    middle = (x0 + x1) / 2
    parts = [puffy(symbol, depth, 1.4, pitch_mm)]
    if len(symbol.decompose()) > 1:
        parts.append(extrude(core, 2.2, -1.1))
    column = core ^ rectangle(foot_width * 0.5, 400.0).translate((middle, 0.0))
    reach = bounds(column)[1] - y0 + 2.4 if not column.is_empty() else 8.0
    foot = from_contours([[
        [middle - foot_width / 2, y0], [middle + foot_width / 2, y0],
        [middle + foot_width * 0.3, y0 + reach], [middle - foot_width * 0.3, y0 + reach],
    ]])  # fmt: skip
    parts.append(extrude(foot, 4.0, -2.0))
    return union(parts)


def _base(width: float) -> Solid:
    """Wedge with a slope in front, its corners rounded seen from above."""
    run = (_BASE_MM - _LIP_MM) / math.tan(math.radians(_SLOPE_DEG))
    front, back = -_DEPTH_MM / 2, _DEPTH_MM / 2
    profile = from_contours([[
        [front, 0.0], [back, 0.0], [back, _BASE_MM - 0.6], [back - 0.6, _BASE_MM],
        [front + run, _BASE_MM], [front, _LIP_MM],
    ]])  # fmt: skip
    # Drawn in (y, z), pulled along x.
    wedge = extrude(profile, width + 2.0).rotate((90.0, 0.0, 90.0)).translate((-width / 2 - 1.0, 0.0, 0.0))
    return wedge ^ extrude(rounded_rectangle(width, _DEPTH_MM, 4.0), 2 * _BASE_MM, -1.0)


def _slope_text(line: str, room: float) -> Solid:
    """Raise the small line from the middle of the slope, straight forward.

    Raised at right angles to the slope every letter would begin and end in a sliver, layer by layer;
    raised to the front each layer has the full depth or nothing.
    """
    angle = math.radians(_SLOPE_DEG)
    length = (_BASE_MM - _LIP_MM) / math.sin(angle)
    cap = min(5.2, length * 0.52)
    text = thicken(text_fitted(line, cap, room, "sans", 3.2, 0.07).shape, 1.0)
    raised = extrude(text.translate((0.0, (length - cap) / 2)), _FORWARD_MM + 0.8, -0.8)
    lean = np.array(
        [
            [1.0, 0.0, 0.0, 0.0],
            [0.0, math.cos(angle), -1.0, -_DEPTH_MM / 2],
            [0.0, math.sin(angle), 0.0, _LIP_MM],
        ]
    )
    return raised.transform(lean)
