"""Areas of all layers cut with each other at once."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.plane.clip_stack_kernels import cut_layers
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.compiled import Ints


def divided(stack: RingStack, other: RingStack, partner: Ints) -> tuple[RingStack, RingStack]:
    """Divide each layer by its partner.

    Parameters
    ----------
    partner : (layers,) int64
        The layer of ``other`` that each layer of ``stack`` is compared with; -1 is an empty one.

    Returns
    -------
    What both have in common, and what only the first has. Where the two touch, Clipper finds it.
    """
    *_, proved = results = cut_layers(
        stack.points, stack.rings, stack.layers, other.points, other.rings, other.layers, partner
    )
    common, only = RingStack(*results[:3]), RingStack(*results[3:6])
    left = np.flatnonzero(~proved).tolist()
    pairs = {i: (stack.region_of(i), other.region_of(int(partner[i]))) for i in left}
    return (
        common.replaced({i: one ^ two for i, (one, two) in pairs.items()}),
        only.replaced({i: one - two for i, (one, two) in pairs.items()}),
    )


def picked(stacks: list[RingStack], which: Ints, layer: Ints) -> RingStack:
    """Return a stack whose layer i is layer ``layer[i]`` of stack ``which[i]``, or empty outside of it."""
    counts = np.array([len(stack) for stack in stacks])
    source = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])[which] + layer
    outside = (layer < 0) | (layer >= counts[which])
    return RingStack.stacked([*stacks, RingStack.empty(1)]).chosen(np.where(outside, counts.sum(), source))
