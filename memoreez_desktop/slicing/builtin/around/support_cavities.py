"""Supports that nobody can take out again."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.around.cavity_kernels import holds_closed_in
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.compiled import Bytes

# No support line fits into a smaller hole.
_SMALLEST_HOLE_MM2 = 2.0


def any_closed_in(volume: Bytes, sections: RingStack) -> bool:
    """Tell whether a printed support stands in a hollow that is closed on all sides.

    Parameters
    ----------
    volume : (layers, rows, columns) uint8
        The grid of the supports, drawn.
    sections : RingStack
        Outlines of the layers.
    """
    owner = np.repeat(np.arange(len(sections)), np.diff(sections.layers))
    holed = owner[sections.ring_mm2 < -_SMALLEST_HOLE_MM2]
    if not len(holed):
        return False
    # A closed hollow lies between the lowest and the highest hole; the layers around them close it.
    return bool(holds_closed_in(volume[max(0, int(holed[0]) - 1) : int(holed[-1]) + 2]))
