"""Supports that nobody can take out again."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from memoreez_desktop.slicing.builtin.around.support_raster_kernels import BRIM, MATERIAL, PRINTED
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
    near = volume[max(0, int(holed[0]) - 1) : int(holed[-1]) + 2]
    rooms, _ = ndimage.label((near & MATERIAL) == 0)
    used = np.unique(rooms[(near & (PRINTED | BRIM)) > 0])
    ends = [rooms[0], rooms[-1], rooms[:, 0], rooms[:, -1], rooms[:, :, 0], rooms[:, :, -1]]
    outside = np.unique(np.concatenate([end.ravel() for end in ends]))
    return not bool(np.isin(used, outside).all())
