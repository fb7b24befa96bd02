"""Areas of all layers grown and shrunk at once."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.plane.booleans import divided, picked
from memoreez_desktop.slicing.builtin.plane.offset_kernels import DONE, FAILED, shift_rings
from memoreez_desktop.slicing.builtin.plane.regions import grow
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.builtin.plane.simple_kernels import simple_layers
from memoreez_desktop.slicing.builtin.plane.simplify_kernels import simplify_rings
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


def lines_within(
    stack: RingStack, behind_mm: Floats, lead_mm: Floats, squeeze_mm: Floats, clearance_mm: float
) -> tuple[RingStack, RingStack]:
    """Draw centre lines inside of each layer.

    Where nothing is narrow, they are the outlines, moved. Else an island is opened first, so that no line
    doubles itself, and what the opening drops is a rest.

    Parameters
    ----------
    behind_mm, lead_mm : (layers,) float64
        From the outline to the edge of what is already printed, and from there to the centre line.
    squeeze_mm : (layers,) float64
        So much room must be left on each side of the centre line.
    clearance_mm
        Rests keep this far from the lines' plastic.

    Returns
    -------
    The centre lines, and the rests.
    """
    whole, first = stack.islands()
    owner = np.repeat(np.arange(len(stack)), np.diff(first))
    behind_mm, lead_mm, squeeze_mm = behind_mm[owner], lead_mm[owner], squeeze_mm[owner]
    step_mm = behind_mm + lead_mm
    _, _, wide = shifted(whole, -(step_mm + squeeze_mm))
    moved, proved, _ = shifted(whole, -step_mm)
    moved = moved.replaced(
        {i: grow(whole.region_of(i), -float(step_mm[i])) for i in np.flatnonzero(wide & ~proved).tolist()}
    )
    narrow = np.flatnonzero(~wide)
    behind_mm, lead_mm, squeeze_mm = behind_mm[narrow], lead_mm[narrow], squeeze_mm[narrow]
    room = whole.chosen(narrow)
    if behind_mm.any():
        room = grown(room, -behind_mm)
    lines = grown(grown(room, -(lead_mm + squeeze_mm)), squeeze_mm)
    _, rest = divided(room, grown(lines, lead_mm + clearance_mm), np.arange(len(narrow)))
    # The narrow islands, counted among themselves, take the places of those moved as they are.
    source = np.where(wide, np.arange(len(whole)), np.cumsum(~wide) - 1)
    drawn = picked([moved, lines], (~wide).astype(np.int64), source)
    return drawn.joined(first), rest.joined(np.searchsorted(narrow, first))


def simplified(stack: RingStack, tolerance_mm: float) -> RingStack:
    """Leave out points within a tolerance; a layer whose rings would cross by it keeps all of them."""
    fewer = RingStack(*simplify_rings(stack.points, stack.rings, stack.layers, tolerance_mm))
    sound = simple_layers(fewer.points, fewer.rings, fewer.layers, np.ones(len(stack), np.bool_))
    return fewer.replaced({int(i): stack.region_of(int(i)) for i in np.flatnonzero(~sound)})
