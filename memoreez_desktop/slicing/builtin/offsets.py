"""Areas of all layers grown and shrunk at once."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.offset_kernels import DONE, FAILED, shift_rings
from memoreez_desktop.slicing.builtin.regions import grow
from memoreez_desktop.slicing.builtin.ring_stack import RingStack
from memoreez_desktop.slicing.builtin.simple_kernels import simple_layers
from memoreez_desktop.slicing.builtin.simplify_kernels import simplify_rings
from memoreez_desktop.slicing.compiled import Flags, Floats


def shifted(stack: RingStack, distance_mm: Floats) -> tuple[RingStack, Flags, Flags]:
    """Move the outlines of each layer outwards by its distance (inwards when negative).

    Returns
    -------
    The moved outlines, the layers (n,) for which they are proved right, and those among them in which
    nothing vanished, met another part or came to an acute corner.
    """
    points, rings, layers, status = shift_rings(stack.points, stack.rings, stack.layers, distance_mm)
    moved = RingStack(points, rings, layers)
    proved = simple_layers(points, rings, layers, status < FAILED)
    return moved, proved, proved & (status == DONE)


def grown(stack: RingStack, distance_mm: Floats) -> RingStack:
    """Move the outlines of each layer; where parts meet, Clipper does it."""
    moved, proved, _ = shifted(stack, distance_mm)
    return moved.replaced(
        {
            int(i): grow(stack.region_of(int(i)), float(distance_mm[i]))
            for i in np.flatnonzero(~proved)
            if not stack.is_empty(int(i))
        }
    )


def simplified(stack: RingStack, tolerance_mm: float) -> RingStack:
    """Leave out points within a tolerance; a layer whose rings would cross by it keeps all of them."""
    fewer = RingStack(*simplify_rings(stack.points, stack.rings, stack.layers, tolerance_mm))
    sound = simple_layers(fewer.points, fewer.rings, fewer.layers, np.ones(len(stack), np.bool_))
    return fewer.replaced({int(i): stack.region_of(int(i)) for i in np.flatnonzero(~sound)})
