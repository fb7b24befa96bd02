"""Rooms inside a print whose ceilings carry themselves."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

F32 = NDArray[np.float32]

_CROSS = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], dtype=np.uint8)
_SQUARE = np.ones((3, 3), dtype=np.uint8)


def self_supporting(field: F32, bridge_steps: float) -> F32:
    """Take out of a room what would need support from below.

    From the top downwards each layer of the room may reach one step further than the one above it, which is
    a slope of 45°. Where a ceiling begins, a flat in its middle may be as wide as a bridge.

    Parameters
    ----------
    field : (nx, ny, nz) float32
        Above zero in the room; z is up. The highest layer is outside.
    bridge_steps : float
        Widest flat ceiling, in steps of the grid.

    Returns
    -------
    (nx, ny, nz) float32
        Nowhere above ``field``.
    """
    kept = field.copy()
    above = np.ascontiguousarray(field[:, :, -1])
    for z in range(field.shape[2] - 2, -1, -1):
        layer = np.ascontiguousarray(field[:, :, z])
        room = layer > 0
        if room.any():
            # A cross and a square in turn make an octagon, which is nearly a disc.
            held = np.minimum(layer, cv2.dilate(above, _CROSS if z % 2 else _SQUARE))
            layer = np.where(_beginnings(room, held > 0, bridge_steps), layer, held)
        kept[:, :, z] = above = layer
    return kept


def _beginnings(room: NDArray[np.bool_], held: NDArray[np.bool_], bridge_steps: float) -> NDArray[np.bool_]:
    """Where a ceiling may begin: in the middle of every part of a layer that nothing above reaches."""
    count, part = cv2.connectedComponents(room.astype(np.uint8), connectivity=4)
    reached = np.zeros(count, dtype=bool)
    reached[part[held]] = True
    reached[0] = True
    if reached.all():
        return np.zeros_like(room)
    depth = cv2.distanceTransform(room.astype(np.uint8), cv2.DIST_L2, 5)
    deepest = np.zeros(count, dtype=np.float32)
    np.maximum.at(deepest, part.ravel(), depth.ravel())
    return np.asarray(room & ~reached[part] & (depth >= deepest[part] - bridge_steps / 2))
