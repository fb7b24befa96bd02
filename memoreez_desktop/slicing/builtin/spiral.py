"""A vase: a bottom, and one wall that rises in a spiral without a seam."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from memoreez_desktop.core.errors import SlicingError
from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.profiles import QualityProfile, SliceSettings
from memoreez_desktop.core.slice_rules import as_vase
from memoreez_desktop.core.words import say
from memoreez_desktop.slicing.builtin.areas.walls import Walls
from memoreez_desktop.slicing.builtin.around.adhesion import without_holes
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.flow import layer_flows
from memoreez_desktop.slicing.builtin.moves import Moves, X, Y
from memoreez_desktop.slicing.builtin.plane.regions import Area, Rings
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.builtin.speeds import Speeds
from memoreez_desktop.slicing.builtin.spiral_kernels import wind
from memoreez_desktop.slicing.compiled import Floats

# Less is no island but a speck of the surface.
SMALLEST_ISLAND_MM2 = 1.0


@dataclass(frozen=True, eq=False)
class Spiral:
    """What is wound.

    Attributes
    ----------
    first : int
        The lowest layer that winds; below it layers are printed flat.
    rings : list of Rings
        Of the layer below, and one of each that winds.
    """

    first: int
    rings: list[Rings]


def vase_settings(settings: SliceSettings) -> SliceSettings:
    """Switch off what a vase has not, when one is asked for."""
    if not settings.quality.spiral_vase:
        return settings
    return replace(settings, quality=as_vase(settings.quality))


def filled_outlines(sections: RingStack) -> RingStack:
    """Fill the holes of every layer: a vase is made from its outside."""
    filled: dict[int, Area] = {}
    for i in np.flatnonzero(np.diff(sections.layers) > 1).tolist():
        sizes = sections.ring_mm2[sections.layers[i] : sections.layers[i + 1]]
        outer = [
            ring for ring, size in zip(sections.rings_of(i).to_polygons(), sizes, strict=True) if size > 0
        ]
        # One outline stays to the last digit; of several, one may stand in the hole of another.
        filled[i] = Rings.of(outer) if len(outer) == 1 else without_holes(sections.region_of(i))
    return sections.replaced(filled)


def plan_spiral(walls: Walls, stack: LayerStack, quality: QualityProfile) -> Spiral:
    """Take the ring of every layer above the bottom.

    Raises
    ------
    SlicingError
        Some layer is not one island, or too thin for a line.
    """
    first = max(1, quality.bottom_solid_layers)
    outer = walls.loops[0]
    islands = [_islands(outer.rings_of(i)) for i in range(len(outer))]
    past = max((i + 1 for i, rings in enumerate(islands) if rings), default=0)
    for i in range(first - 1, past):
        if len(islands[i]) > 1 and i >= first:
            raise SlicingError(
                say(
                    "A vase is one wall in a spiral; at {height:.1f} mm this model has {count} parts.",
                    height=float(stack.top_mm[i]),
                    count=len(islands[i]),
                ),
                say("Slice it without the spiral, or choose a model in one piece."),
            )
        if not islands[i]:
            raise SlicingError(
                say("At {height:.1f} mm this model is too thin for a wall.", height=float(stack.top_mm[i])),
                say("Make it larger, or slice it without the spiral."),
            )
    return Spiral(first, [_joined(rings) for rings in islands[first - 1 : past]])


def wound(flat: Moves, spiral: Spiral, stack: LayerStack, settings: SliceSettings) -> Moves:
    """Put the spiral on top of the layers that are printed flat."""
    turns = max(0, len(spiral.rings) - 1)
    above = np.repeat(flat.layers[-1], len(stack) + 1 - len(flat.layers))
    if not turns:
        return Moves(flat.table, np.concatenate([flat.layers, above]))
    part = slice(spiral.first - 1, spiral.first + turns)
    heights = stack.height_mm[part].tolist()
    areas = [layer_flows(settings.quality, height, first=False).outer.area_mm2 for height in heights]
    speeds = Speeds(settings, first_layer=False)
    rings = RingStack.of(spiral.rings)
    printer = settings.printer
    filament_mm2 = math.pi * printer.filament_diameter_mm**2 / 4
    fed_mm = settings.material.extrusion_multiplier_ratio / filament_mm2
    table, bounds = wind(
        rings.points,
        rings.rings,
        rings.layers,
        stack.top_mm[part],
        np.array(areas),
        np.array([speeds.of(Role.EXTERNAL_PERIMETER, area) for area in areas]),
        np.array([*flat.table[-1, [X, Y]], fed_mm]),
        min(settings.quality.travel_speed_mm_s, printer.max_speed_mm_s),
    )
    above[:turns] += bounds[1:]
    above[turns:] += bounds[-1]
    return Moves(np.concatenate([flat.table, table]), np.concatenate([flat.layers, above]))


def _islands(rings: Rings) -> list[Floats]:
    """Return the outer rings that are more than specks."""
    return [ring for ring in rings.to_polygons() if _area_mm2(ring) > SMALLEST_ISLAND_MM2]


def _area_mm2(ring: Floats) -> float:
    x, y = ring.T
    return float(np.dot(np.roll(x, 1), y) - np.dot(np.roll(y, 1), x)) / 2


def _joined(rings: list[Floats]) -> Rings:
    offsets = np.cumsum([0, *(len(ring) for ring in rings)])
    return Rings(np.concatenate(rings), offsets.astype(np.int64))
