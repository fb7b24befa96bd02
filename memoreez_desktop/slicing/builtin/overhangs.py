"""Perimeters that hang over the layer below, and how far."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.areas.layer_plan import LayerPlans
from memoreez_desktop.slicing.builtin.around.supports import Supports
from memoreez_desktop.slicing.builtin.infill.fill import Chains
from memoreez_desktop.slicing.builtin.overhang_kernels import hanging_layers
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.compiled import Floats, Ints


def hanging_loops(plans: LayerPlans, supports: Supports) -> tuple[RingStack, Ints, Ints]:
    """Find how far each perimeter hangs over the layer below; the lowest layer lies on the bed.

    What lies above lines of support, with only the gap between, hangs, yet never wholly.

    Returns
    -------
    The perimeters of each layer, outermost first; the number of each ring's perimeter, 0 the outermost; and
    for each point how much of the width of the segment that starts there hangs, in quarters (0-4).
    """
    loops, perimeter = RingStack.nested(plans.loops)
    sections = plans.sections
    outer = np.array([flow.outer.width_mm for flow in plans.flows])
    inner = np.array([flow.inner.width_mm for flow in plans.flows])
    layer = np.repeat(np.arange(len(plans)), np.diff(loops.layers))
    points, rings, degrees = hanging_layers(
        loops.points,
        loops.rings,
        loops.layers,
        np.where(perimeter > 0, inner[layer], outer[layer]),
        (sections.points, sections.rings, sections.layers),
        *_held(len(plans), supports),
    )
    return RingStack(points, rings, loops.layers), perimeter, degrees


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
