"""A model made ready to be turned hundreds of times, and measured each time."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.printability.orientation.column_kernels import (
    air_below,
    draw_columns,
    faces_up,
    grown_sum,
    landed_on,
    lying_mm2,
    turned,
)
from memoreez_desktop.printability.subject import LEANS_OUT_DEG, ON_BED_MM

_LEVEL_RATIO = 0.95
_FINEST_MM = 0.5
_GRID_MM = 3.0
"""Slicers draw supports on a grid: PrusaSlicer's fill as much as the air within this of what they hold."""


@dataclass(frozen=True, eq=False)
class Pose:
    """What one way to lie comes to.

    Attributes
    ----------
    matrix : (3, 3) float64
    air_mm3 : float
        Below everything that hangs over; what the embedded slicer's supports take goes with it.
    grid_mm3 : float
        The same where each column of supports is as wide as a slicer's grid; PrusaSlicer's go with it.
    lying_mm2 : float
        Undersides flat on the bed.
    height_mm : float
    up : (m,) float32
        Upward share of the normal of each face.
    landed : (m,) bool
        Faces on which supports stand.
    """

    matrix: NDArray[np.float64]
    air_mm3: float
    grid_mm3: float
    lying_mm2: float
    height_mm: float
    up: NDArray[np.float32]
    landed: NDArray[np.bool_]


class Poser:
    """Measures a mesh in any orientation; always in the same columns, so that figures can be compared.

    Parameters
    ----------
    mesh : MeshModel
        At least one triangle; wound outwards.
    across : int
        Columns along its longest extent.

    Notes
    -----
    2 ms for 20,000 triangles and 64 columns, 4 ms for 70,000 and 110. That supports go with the air below
    was found by slicing four figures in seven orientations each: correlation 0.98 for the embedded slicer,
    0.99 for PrusaSlicer's grid.
    """

    def __init__(self, mesh: MeshModel, across: int) -> None:
        # About its own middle, so that a model far from the origin loses no digits.
        middle = mesh.bounds_mm.mean(axis=0)
        self.points = np.ascontiguousarray((mesh.vertices - middle).astype(np.float32))
        self.faces = mesh.faces
        self.pitch_mm = max(max(mesh.extents_mm) / across, _FINEST_MM)
        self._steep = math.sin(math.radians(LEANS_OUT_DEG)) + 1e-6

    def measure(self, matrix: NDArray[np.float64]) -> Pose:
        """Turn the mesh and measure it."""
        points = turned(self.points, matrix)
        width, depth, height = (float(points[:, axis].max()) for axis in range(3))
        nx, ny = int(width / self.pitch_mm) + 1, int(depth / self.pitch_mm) + 1
        columns = draw_columns(points, self.faces, self.pitch_mm, nx, ny)
        up, area = faces_up(points, self.faces)
        air, landing = air_below(columns, up, self._steep, ON_BED_MM)
        column_mm2 = self.pitch_mm**2
        return Pose(
            matrix,
            float(air.sum(dtype=np.float64)) * column_mm2,
            grown_sum(air, nx, ny, _GRID_MM / self.pitch_mm) * column_mm2,
            lying_mm2(points, self.faces, up, area, ON_BED_MM, _LEVEL_RATIO),
            height,
            up,
            landed_on(points, self.faces, up, landing, self.pitch_mm, ny),
        )
