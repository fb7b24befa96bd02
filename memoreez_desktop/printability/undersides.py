"""Undersides grouped into regions: how wide each is, and whether it spans between two holds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.topology import bodies
from memoreez_desktop.printability.subject import Subject

BRIDGE_MM = 15.0
"""A bridge that most printers draw without sagging (design guides: free up to 5, good up to 15 mm)."""
_DIRECTIONS = 8
_END_RATIO = 0.2
_DROP_MM = 1e-3


class Undersides:
    """Regions of faces that look down, each hanging together over its edges.

    Parameters
    ----------
    subject : Subject
    faces : (k,) int64
        The faces of all regions.

    Attributes
    ----------
    faces : (k,) int64
    region : (k,) int32
        Region of each of ``faces``.
    mean_width_mm : (r,) float64
        Twice the area seen from above by the length of the border: a long step is as wide as it reaches out,
        a disc as its radius.
    """

    def __init__(self, subject: Subject, faces: NDArray[np.int64]) -> None:
        mesh, pairs = subject.mesh, subject.edges.pairs
        self.faces = faces
        self._points = mesh.vertices.astype(np.float64)
        self._corners = mesh.faces
        place = np.full(mesh.triangles, -1, dtype=np.int64)
        place[faces] = np.arange(len(faces))
        inside = place[pairs] >= 0
        both = inside.all(axis=1)
        self.count, self.region = bodies(len(faces), place[pairs[both]])
        border = pairs[inside.any(axis=1) & ~both]
        swap = place[border[:, 0]] < 0
        self._inner = np.where(swap, border[:, 1], border[:, 0])
        self._outer = np.where(swap, border[:, 0], border[:, 1])
        self._owner = self.region[place[self._inner]]
        self._ends = self._shared_edges()
        flat = -subject.face_up_ratio[faces] * subject.face_areas_mm2[faces]
        seen_mm2 = np.bincount(self.region, flat, self.count)
        across = self._ends[:, 1, :2] - self._ends[:, 0, :2]
        border_mm = np.bincount(self._owner, np.hypot(across[:, 0], across[:, 1]), self.count)
        self.mean_width_mm = np.divide(
            2 * seen_mm2, border_mm, out=np.full(self.count, np.inf), where=border_mm > 0
        )

    def _shared_edges(self) -> NDArray[np.float64]:
        """(b, 2, 3) float64, mm: both ends of each border edge."""
        mine, other = self._corners[self._inner], self._corners[self._outer]
        shared = (mine[:, :, None] == other[:, None, :]).any(axis=2)
        # The corner that is not shared tells which two are.
        alone = np.argmin(shared, axis=1)
        rows = np.arange(len(mine))
        first, second = mine[rows, (alone + 1) % 3], mine[rows, (alone + 2) % 3]
        return np.stack([self._points[first], self._points[second]], axis=1)

    def bridged(self) -> NDArray[np.bool_]:
        """Tell for each region whether it spans at most 15 mm between walls that go on downwards.

        Returns
        -------
        (r,) bool
        """
        result = np.zeros(self.count, dtype=bool)
        if not self.count or not len(self._inner):
            return result
        middle = self._ends.mean(axis=1)
        beyond = self._points[self._corners[self._outer]].mean(axis=1)
        anchor = beyond[:, 2] < middle[:, 2] - _DROP_MM
        for angle in np.arange(_DIRECTIONS) * (np.pi / _DIRECTIONS):
            along = middle[:, 0] * np.cos(angle) + middle[:, 1] * np.sin(angle)
            low, high = self._span(along, np.ones(len(along), dtype=bool))
            held_low, held_high = self._span(along, anchor)
            # A region that closes in itself has no border: nothing holds it.
            slack = _END_RATIO * np.where(np.isfinite(low), high - low, 0.0)
            result |= (high - low <= BRIDGE_MM) & (held_low <= low + slack) & (held_high >= high - slack)
        return result

    def _span(
        self, along: NDArray[np.float64], chosen: NDArray[np.bool_]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Lowest and highest value of the chosen border edges, by region."""
        low, high = np.full(self.count, np.inf), np.full(self.count, -np.inf)
        np.minimum.at(low, self._owner[chosen], along[chosen])
        np.maximum.at(high, self._owner[chosen], along[chosen])
        return low, high
