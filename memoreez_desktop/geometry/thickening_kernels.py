"""The inner loop of thickening, compiled."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel


@kernel
def stamp_plates(
    middles: NDArray[np.float64],
    ways: NDArray[np.float64],
    half: float,
    reach: float,
    ball: float,
    field: NDArray[np.float32],
) -> None:
    """Join small plates into a field: how deep each point lies in the one it is deepest in.

    Parameters
    ----------
    middles, ways : (k, 3) float64
        Of the plates, in steps of the field's grid; ways have length 1 and stand on the plates.
    half, reach, ball : float
        Half the thickness of a plate, its radius, and the radius of the ball it is cut from, in steps.
    field : (nx, ny, nz) float32
        Changed in place, in steps.
    """
    nx, ny, nz = field.shape
    rim = ball + 1.5
    for n in range(len(middles)):
        mx, my, mz = middles[n, 0], middles[n, 1], middles[n, 2]
        ax, ay, az = ways[n, 0], ways[n, 1], ways[n, 2]
        for x in range(max(0, int(np.ceil(mx - rim))), min(nx - 1, int(mx + rim)) + 1):
            for y in range(max(0, int(np.ceil(my - rim))), min(ny - 1, int(my + rim)) + 1):
                for z in range(max(0, int(np.ceil(mz - rim))), min(nz - 1, int(mz + rim)) + 1):
                    dx, dy, dz = x - mx, y - my, z - mz
                    away = dx * dx + dy * dy + dz * dz
                    up = dx * ax + dy * ay + dz * az
                    along = np.sqrt(max(away - up * up, 0.0))
                    deep = min(half - abs(up), reach - along, ball - np.sqrt(away))
                    if deep > field[x, y, z]:
                        field[x, y, z] = np.float32(deep)
