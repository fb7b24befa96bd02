"""Points spread over a surface, no further apart than asked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel

F64 = NDArray[np.float64]
I64 = NDArray[np.int64]


def surface_samples(corners: F64, spacing_mm: float) -> tuple[F64, I64, F64]:
    """Lay each triangle out in rows along its longest side, and the rows in points.

    Parameters
    ----------
    corners : (m, 3, 3) float64, mm
    spacing_mm : float
        Of rows, and of points in a row, at most.

    Returns
    -------
    points : (k, 3) float64, mm
        Those of one triangle behind each other, at least one of each.
    owner : (k,) int64
        Triangle of each.
    area_mm2 : (k,) float64
        What each stands for.
    """
    corners = np.ascontiguousarray(corners, dtype=np.float64)
    total = _walk(corners, spacing_mm, np.empty((0, 3)), np.empty(0, np.int64), np.empty(0))
    points, owner, area = np.empty((total, 3)), np.empty(total, np.int64), np.empty(total)
    _walk(corners, spacing_mm, points, owner, area)
    return points, owner, area


@kernel
def _length(a: F64, b: F64) -> float:
    return float(np.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2))


@kernel
def _walk(corners: F64, spacing: float, points: F64, owner: I64, area: F64) -> int:
    """Count the points, and write them where there is room for them."""
    count = 0
    for f in range(len(corners)):
        first, longest = 0, -1.0
        for side in range(3):
            length = _length(corners[f, side], corners[f, (side + 1) % 3])
            if length > longest:
                first, longest = side, length
        a, b, c = corners[f, first], corners[f, (first + 1) % 3], corners[f, (first + 2) % 3]
        ux, uy, uz = b[0] - a[0], b[1] - a[1], b[2] - a[2]
        vx, vy, vz = c[0] - a[0], c[1] - a[1], c[2] - a[2]
        nx, ny, nz = uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx
        double = np.sqrt(nx * nx + ny * ny + nz * nz)
        rows = max(1, int(np.ceil(double / max(longest, 1e-12) / spacing)))
        for row in range(rows):
            # The row lies at the height of the middle of its area's mass, near enough.
            up = (row + 0.5) / rows
            cuts = max(1, int(np.ceil(longest * (1.0 - up) / spacing)))
            share = double / 2 * ((1.0 - row / rows) ** 2 - (1.0 - (row + 1) / rows) ** 2)
            for cut in range(cuts):
                if len(points):
                    along = (cut + 0.5) / cuts * (1.0 - up)
                    owner[count], area[count] = f, share / cuts
                    points[count, 0] = a[0] + ux * along + vx * up
                    points[count, 1] = a[1] + uy * along + vy * up
                    points[count, 2] = a[2] + uz * along + vz * up
                count += 1
    return count
