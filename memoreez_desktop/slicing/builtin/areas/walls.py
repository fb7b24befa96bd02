"""Perimeters: the outline of a layer, drawn a few times inwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.slicing.builtin.flow import Flow, LayerFlows
from memoreez_desktop.slicing.builtin.plane.offsets import grown, lines_within
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.compiled import Floats

# A loop may come this close to its own other side, as a share of the spacing on each side of the middle line,
# before the place is left to one thin line: at 0.4 nothing is filled more than a tenth too full.
SQUEEZE = 0.4
THIN_CLEARANCE_MM = 0.05


@dataclass(frozen=True, eq=False)
class ThinPlaces:
    """Places of every layer too narrow for a loop; ``free`` when nothing stands beside them (thin walls)."""

    areas: RingStack
    free: bool


@dataclass(frozen=True, eq=False)
class Walls:
    """Perimeters of every layer.

    Attributes
    ----------
    loops : list of RingStack
        Centre lines, outermost first.
    inside : RingStack
        What is left for infill, up to the edge of the innermost perimeter.
    thin : list of ThinPlaces
    """

    loops: list[RingStack]
    inside: RingStack
    thin: list[ThinPlaces]


def draw_walls(
    sections: RingStack, flows: list[LayerFlows], perimeters: int, check: Callable[[], None]
) -> Walls:
    """Draw the perimeters of all layers."""
    loops: list[RingStack] = []
    thin: list[ThinPlaces] = []
    line = sections
    behind_mm = np.zeros(len(sections))
    for index in range(perimeters):
        check()
        lines = [flow.inner if index else flow.outer for flow in flows]
        line, rests = next_line(line, behind_mm, lines, outermost=not index)
        thin.append(ThinPlaces(rests, free=not index))
        behind_mm = np.array([flow.spacing_mm / 2 for flow in lines])
        loops.append(line)
    return Walls(loops, grown(line, -behind_mm), thin)


def next_line(
    line: RingStack, behind_mm: Floats, flows: list[Flow], *, outermost: bool
) -> tuple[RingStack, RingStack]:
    """Draw the next centre lines inwards.

    Returns
    -------
    The centre lines, and the thin places.
    """
    # From the edge of the plastic to the centre line: outside half a width, inside half a spacing.
    lead_mm = np.array([(flow.width_mm if outermost else flow.spacing_mm) / 2 for flow in flows])
    squeeze_mm = SQUEEZE * np.array([flow.spacing_mm for flow in flows])
    return lines_within(line, behind_mm, lead_mm, squeeze_mm, THIN_CLEARANCE_MM)
