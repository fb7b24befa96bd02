"""Perimeters that hang over the layer below, and how far."""

from __future__ import annotations

from itertools import accumulate, pairwise

import numpy as np

from memoreez_desktop.slicing.builtin.areas.layer_plan import LayerPlan
from memoreez_desktop.slicing.builtin.around.supports import Supports
from memoreez_desktop.slicing.builtin.infill.fill import Chains
from memoreez_desktop.slicing.builtin.overhang_kernels import hanging_layers
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.compiled import Floats, Ints

# Points, ring offsets, and the degree of the segment that starts at each point.
Loops = tuple[Floats, Ints, Ints]


def hanging_loops(plans: list[LayerPlan], supports: Supports) -> list[list[Loops]]:
    """Find how far each perimeter hangs over the layer below; the lowest layer lies on the bed.

    What lies above lines of support, with only the gap between, hangs, yet never wholly.

    Returns
    -------
    For each layer and each of its perimeters, outermost first: points (n, 2), ring offsets, and for each
    point how much of the width of the segment that starts there hangs, in quarters (0-4).
    """
    stack = RingStack.of([loop for plan in plans for loop in plan.loops])
    widths = [
        plan.flows.inner.width_mm if k else plan.flows.outer.width_mm
        for plan in plans
        for k in range(len(plan.loops))
    ]
    bounds = [0, *accumulate(len(plan.loops) for plan in plans)]
    sections = RingStack.of([plan.section for plan in plans])
    points, rings, degrees = hanging_layers(
        stack.points,
        stack.rings,
        stack.layers[bounds],
        np.repeat(np.array(widths, np.float64), np.diff(stack.layers)),
        (sections.points, sections.rings, sections.layers),
        *_held(len(plans), supports),
    )
    firsts = stack.layers.tolist()
    starts = rings[stack.layers].tolist()
    loops = []
    for k in range(bounds[-1]):
        part = slice(starts[k], starts[k + 1])
        loops.append((points[part], rings[firsts[k] : firsts[k + 1] + 1] - starts[k], degrees[part]))
    return [loops[a:b] for a, b in pairwise(bounds)]


def _held(count: int, supports: Supports) -> tuple[Floats, Ints]:
    """Return the lines of support each layer rests on (s, 4), and the first of each layer."""
    parts = [np.empty((0, 4))]
    bounds = np.zeros(count + 1, np.int64)
    for i in range(1, count) if supports else ():
        chains = supports.under(i)
        parts.append(_segments(chains) if chains else parts[0])
        bounds[i + 1] = len(parts[-1])
    return np.concatenate(parts), np.cumsum(bounds)


def _segments(chains: Chains) -> Floats:
    points, offsets = chains
    if len(points) < 2:
        return np.empty((0, 4))
    inside = np.ones(len(points) - 1, np.bool_)
    inside[offsets[1:-1] - 1] = False
    return np.concatenate([points[:-1], points[1:]], axis=1)[inside]
