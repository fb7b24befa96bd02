"""Time, filament and box of all moves, added up in one go."""

from __future__ import annotations

import math

from memoreez_desktop.slicing.builtin.moves import ROLE, E, X, Y, Z
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

_SHORTEST_MM = 1e-6
_LEAST_FEED_MM = 1e-9


@kernel
def add_up(
    table: Floats,
    layers: Ints,
    times: Floats,
    at: Floats,
    fed: Floats,
    seconds: Floats,
    filament: Floats,
    box: Floats,
    travel: int,
    other: int,
) -> int:
    """Add the moves to the sums of each role; return how many layers print.

    Parameters
    ----------
    table, layers : float64, int64
        Placed moves.
    times : (n,) float64
    at : (3,) float64
        Where the first move begins.
    fed : (2,) float64
        Filament fed so far and the most it ever was, mm: what a retraction took back does not count twice.
    seconds, filament : (roles,) float64
        Added to.
    box : (6,) float64
        Lowest x, y, z and highest x, y, z of what is printed; widened.
    travel, other : int
        The roles of moves without plastic, and of plastic fed on the spot.
    """
    x = at[0]
    y = at[1]
    z = at[2]
    printed = 0
    for k in range(layers.shape[0] - 1):
        prints = False
        for i in range(layers[k], layers[k + 1]):
            nx = table[i, X]
            ny = table[i, Y]
            nz = table[i, Z]
            feed = table[i, E]
            role = travel
            if feed > _LEAST_FEED_MM:
                length = math.sqrt((nx - x) ** 2 + (ny - y) ** 2 + (nz - z) ** 2)
                if length > _SHORTEST_MM:
                    role = int(table[i, ROLE])
                    prints = True
                    box[0] = min(box[0], x, nx)
                    box[1] = min(box[1], y, ny)
                    box[2] = min(box[2], nz)
                    box[3] = max(box[3], x, nx)
                    box[4] = max(box[4], y, ny)
                    box[5] = max(box[5], z, nz)
            seconds[role] += times[i]
            fed[0] += feed
            if fed[0] > fed[1]:
                filament[other if role == travel else role] += fed[0] - fed[1]
                fed[1] = fed[0]
            x = nx
            y = ny
            z = nz
        if prints:
            printed += 1
    return printed
