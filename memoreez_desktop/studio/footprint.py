"""How much room a model takes on the bed: its shadow, seen from above, as a convex outline.

A convex outline is kept as its support function: how far it reaches in each of 256 directions. With it the
room one model takes from another is a sum (the support function of a Minkowski sum is the sum of both), and
a quarter turn is a shift of the list. The outline drawn from it lies outside the true one, by at most
0.6 % of the length of a straight side (tan(180° / 256) / 2) and by nothing along the axes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel

DIRECTIONS = 256
_ANGLES = np.arange(DIRECTIONS) * (2 * np.pi / DIRECTIONS)
_TOWARDS = np.stack([np.cos(_ANGLES), np.sin(_ANGLES)], axis=1)

Reach = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Footprint:
    """A convex outline about a model's own origin.

    Attributes
    ----------
    reach_mm : (256,) float64
        How far it reaches towards each direction, the first along +x, counter-clockwise.
    """

    reach_mm: Reach

    @staticmethod
    def of(mesh: MeshModel) -> Footprint:
        """Return the shadow of a model."""
        x, y = (np.ascontiguousarray(mesh.vertices[:, axis], dtype=np.float64) for axis in (0, 1))
        return Footprint(np.array([float((x * c + y * s).max()) for c, s in _TOWARDS]))

    def turned(self) -> Footprint:
        """Return it turned by a quarter, counter-clockwise."""
        return Footprint(np.roll(self.reach_mm, DIRECTIONS // 4))

    def box_mm(self) -> tuple[float, float, float, float]:
        """Lowest x and y, highest x and y."""
        right, up, left, down = (float(self.reach_mm[k]) for k in range(0, DIRECTIONS, DIRECTIONS // 4))
        return -left, -down, right, up


def kept_apart(standing: Footprint, coming: Footprint, gap_mm: float) -> NDArray[np.float64]:
    """Return where the origin of ``coming`` must not lie, about the origin of ``standing``.

    Returns
    -------
    (256, 2) float64, mm
        A convex, counter-clockwise outline.
    """
    opposite = np.roll(coming.reach_mm, DIRECTIONS // 2)
    return outline(standing.reach_mm + opposite + gap_mm)


def outline(reach_mm: Reach) -> NDArray[np.float64]:
    """Return the corners (256, 2), in mm, of the outline with this reach, where tangents meet."""
    after = np.roll(reach_mm, -1)
    step = 2 * np.pi / DIRECTIONS
    along = (after - reach_mm * np.cos(step)) / np.sin(step)
    normals = np.stack([-_TOWARDS[:, 1], _TOWARDS[:, 0]], axis=1)
    corners: NDArray[np.float64] = reach_mm[:, None] * _TOWARDS + along[:, None] * normals
    return corners
