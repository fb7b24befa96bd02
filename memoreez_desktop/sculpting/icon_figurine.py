"""A symbol blown up into a figure, standing on a pedestal with words round it."""

from __future__ import annotations

from typing import cast

import numpy as np

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera, ProductInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.shapes import (
    Shape,
    bounds,
    offset,
    rectangle,
    size,
)
from memoreez_desktop.geometry.solids import Solid, extrude, revolve, stand, union, weld
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
from memoreez_desktop.sculpting.parameters import Parameters, length_field
from memoreez_desktop.sculpting.pedestal import (
    LETTERING_FIELD,
    PEDESTAL_FIELD,
    Lettering,
    Style,
    pedestal,
    pedestal_height_mm,
)
from memoreez_desktop.sculpting.wording import words_for

_STROKE_MM = 2.0
_EDGE_MM = 1.5
_SINK_MM = 1.6
_WIDEST_RATIO = 1.2
"""A figure may be this much wider than its pedestal's diameter."""
_FIRM_RATIO = 0.4
"""A figure that touches the pedestal over this much of its width stands by itself; others get a stem."""
_STRIP_MM = 3.0

_INFO = ProductInfo(
    "icon-figurine",
    say("Trophy"),
    say("A rounded figure of what they love on a pedestal with their name."),
    (
        length_field("height_mm", say("Height"), 68.0, 50.0, 180.0),
        ICON_FIELD,
        PEDESTAL_FIELD,
        LETTERING_FIELD,
    ),
    source="story",
)


class IconFigurine:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def build(self, recipe: Recipe, detail: Detail, job: JobContext) -> Sculpture:
        """Make the mesh."""
        parameters = Parameters(recipe, _INFO)
        height = parameters.number("height_mm")
        lettering: Lettering = "raised" if parameters.choice("lettering") == "raised" else "engraved"
        style = cast(Style, parameters.choice("pedestal"))
        lines = words_for(recipe)
        figure_height = height - pedestal_height_mm(len(lines), style) + _SINK_MM
        radius = max(18.0, figure_height * 0.5)
        job.progress(0.1, say("Blowing up the symbol"))
        flat = _figure_shape(emblem_id(recipe, parameters), figure_height, radius)
        core = joined(flat)
        firm = _stands_firm(core)
        pitch = relief_pitch_mm(detail) * max(1.0, figure_height / 50.0)
        body = _standing(flat, core, figure_height, pitch, firm)
        job.progress(0.5, say("Turning the pedestal"))
        # Feet that stand apart want ground under both of them.
        ground = max(radius, _reach(core) + 2.5) if firm else radius
        base = pedestal(lines, ground, lettering, 128 if detail == "draft" else 200, style)
        body = body.translate((0.0, 0.0, base.height_mm - _SINK_MM))
        job.progress(0.8, say("Joining the parts"))
        return Sculpture(stand(weld(union([base.solid, body]))), Camera(-83.0, 14.0))


def _figure_shape(icon_id: str, height_mm: float, base_radius_mm: float) -> Shape:
    """Draw the symbol on y = 0, exactly ``height_mm`` high, or lower when it would hang over too far."""
    drawn = emblem_shape(icon_id, 100.0, 2.0)
    width, tall = size(drawn)
    factor = min(height_mm / tall, 2 * base_radius_mm * _WIDEST_RATIO / width)
    shape = widened(drawn.scale((factor, factor)), _STROKE_MM)
    x0, y0, x1, _ = bounds(shape)
    # Between the middle of the box, which looks straight, and the balance point, which stands straight.
    centre = ((x0 + x1) / 2 + _balance_x(shape)) / 2
    return shape.translate((-centre, -y0))


def _standing(flat: Shape, core: Shape, height_mm: float, pitch_mm: float, firm: bool) -> Solid:
    """Blow the shape up to both sides, join its loose parts, set it upright, on a stem if it needs one."""
    depth = min(height_mm * 0.125, 1.15 * widest_half_mm(flat))
    parts = [puffy(flat, max(depth, 0.8), _EDGE_MM, pitch_mm)]
    if len(flat.decompose()) > 1:
        # A little thinner than the figure's edge: the plate joins the parts and stays in their shadow.
        parts.append(extrude(offset(core, -0.04), 2 * _EDGE_MM - 0.5, -_EDGE_MM + 0.25))
    figure = union(parts).rotate((90.0, 0.0, 0.0))
    return figure if firm else union([figure, _stem(core)])


def _stands_firm(core: Shape) -> bool:
    """Tell whether the figure touches its pedestal on both sides of the middle."""
    x0, _, x1, _ = bounds(core)
    strip = _touching(core)
    left, _, right, _ = bounds(strip)
    wide = right - left >= _FIRM_RATIO * (x1 - x0)
    return left < -1.0 and right > 1.0 and wide and strip.area() / _STRIP_MM >= 6.0


def _reach(core: Shape) -> float:
    """How far from the middle the figure touches the ground."""
    left, _, right, _ = bounds(_touching(core))
    return max(-left, right)


def _touching(core: Shape) -> Shape:
    x0, _, x1, _ = bounds(core)
    return core ^ rectangle(4 * (x1 - x0), 2 * _STRIP_MM)


def _stem(core: Shape) -> Solid:
    """Turn a slender stem from the pedestal up into the body of a figure that stands on a point."""
    x0, _, x1, top = bounds(core)
    radius = min(3.6, max(2.2, (x1 - x0) * 0.07))
    column = core ^ rectangle(1.6 * radius, 4 * top)
    reach = bounds(column)[1] if not column.is_empty() else top / 2
    height = min(max(reach + 3.0, 5.0), top - 1.0)
    curve = np.linspace(0.0, 1.0, 12)
    flare = radius + radius * (1.0 - curve) ** 3 * 1.3
    z = curve * min(height, 14.0)
    return revolve([[0.0, 0.0], *np.column_stack([flare, z]), [radius, height], [0.0, height]], 64)


def _balance_x(shape: Shape) -> float:
    """Mean x of the area, from the signed areas of the rings."""
    area, moment = 0.0, 0.0
    for ring in shape.to_polygons():
        x, y = ring[:, 0], ring[:, 1]
        x2, y2 = np.roll(x, -1), np.roll(y, -1)
        cross = x * y2 - x2 * y
        area += float(cross.sum()) / 2
        moment += float(((x + x2) * cross).sum()) / 6
    return moment / area if area else 0.0
