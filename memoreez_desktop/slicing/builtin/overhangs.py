"""Perimeters that hang over the layer below, and how far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from memoreez_desktop.slicing.builtin.fill import Chains
from memoreez_desktop.slicing.builtin.layer_plan import LayerPlan
from memoreez_desktop.slicing.builtin.overhang_kernels import WHOLLY, hanging_rings
from memoreez_desktop.slicing.builtin.regions import Area, flat_rings
from memoreez_desktop.slicing.builtin.supports import Supports
from memoreez_desktop.slicing.compiled import Floats, Ints

# Points, ring offsets, and the degree of the segment that starts at each point.
Loops = tuple[Floats, Ints, Ints]
NOTHING: Chains = (np.empty((0, 2)), np.zeros(1, np.int64))


@dataclass(frozen=True, eq=False)
class Ground:
    """What a layer stands on.

    Attributes
    ----------
    section : Region or Rings
        The layer below.
    support : Chains
        Lines of support with only the gap between them and the layer: what lies above them hangs, yet never
        wholly.
    """

    section: Area
    support: Chains = NOTHING


def ground_of(index: int, plans: list[LayerPlan], supports: Supports) -> Ground:
    """Return what a layer above the first stands on."""
    return Ground(plans[index - 1].section, supports.under(index) or NOTHING)


def resting_loops(plan: LayerPlan) -> list[Loops]:
    """Return points, ring offsets and degrees of each perimeter of a layer that lies on the bed."""
    return [(*pair, np.zeros(len(pair[0]), np.int64)) for pair in map(flat_rings, plan.loops)]


def hanging_loops(plan: LayerPlan, ground: Ground) -> list[Loops]:
    """Find how far each perimeter of a layer hangs over what it stands on.

    Returns
    -------
    For each perimeter, outermost first: points (n, 2), ring offsets, and for each point how much of the
    width of the segment that starts there hangs, in quarters (0-4).
    """
    pairs = [flat_rings(loop) for loop in plan.loops]
    if not pairs:
        return []
    if ground.section.is_empty():
        degree = WHOLLY - 1 if len(ground.support[1]) > 1 else WHOLLY
        return [(*pair, np.full(len(pair[0]), degree, np.int64)) for pair in pairs]
    flows = [plan.flows.inner if k else plan.flows.outer for k in range(len(pairs))]
    ring_counts = np.array([len(rings) - 1 for _, rings in pairs])
    widths = np.repeat([flow.width_mm for flow in flows], ring_counts)
    offsets = np.zeros(len(widths) + 1, np.int64)
    np.cumsum(np.concatenate([np.diff(rings) for _, rings in pairs]), out=offsets[1:])
    points = np.concatenate([points for points, _ in pairs])
    below, held = flat_rings(ground.section), _segments(ground.support)
    points, offsets, degrees = hanging_rings(points, offsets, widths, *below, held)
    loops, first = [], 0
    for count in ring_counts:
        rings = offsets[first : first + count + 1]
        part = slice(rings[0], rings[-1])
        loops.append((points[part], rings - rings[0], degrees[part]))
        first += count
    return loops


def _segments(chains: Chains) -> Floats:
    points, offsets = chains
    if len(points) < 2:
        return np.empty((0, 4))
    inside = np.ones(len(points) - 1, np.bool_)
    inside[offsets[1:-1] - 1] = False
    return np.concatenate([points[:-1], points[1:]], axis=1)[inside]
