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
_THREAD_MM = 1.0
_HELD_RATIO = 0.8
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
        """Tell for each region whether threads across it find a hold at both ends within 15 mm.

        A thread is a strip of a millimetre in one direction; it is held where the surface goes on downwards.
        A tongue has only the threads at its root held, however narrow it is.

        Returns
        -------
        (r,) bool
        """
        result = np.zeros(self.count, dtype=bool)
        if not self.count or not len(self._inner):
            return result
        points, owner, anchor = self._border_points()
        for angle in np.arange(_DIRECTIONS) * (np.pi / _DIRECTIONS):
            along = points[:, 0] * np.cos(angle) + points[:, 1] * np.sin(angle)
            across = points[:, 1] * np.cos(angle) - points[:, 0] * np.sin(angle)
            strip = np.floor(across / _THREAD_MM).astype(np.int64)
            strip -= strip.min()
            _, thread = np.unique(owner * (strip.max() + 1) + strip, return_inverse=True)
            count = int(thread.max()) + 1
            every = np.ones(len(along), dtype=bool)
            low, high = _span(along, thread, every, count)
            held_low, held_high = _span(along, thread, anchor, count)
            slack = np.maximum(_END_RATIO * (high - low), _THREAD_MM)
            good = (high - low <= BRIDGE_MM) & (held_low <= low + slack) & (held_high >= high - slack)
            region = np.zeros(count, dtype=np.int64)
            region[thread] = owner
            threads = np.bincount(region, minlength=self.count)
            held = np.bincount(region, good, self.count)
            result |= (threads > 0) & (held >= _HELD_RATIO * threads)
        return result

    def _border_points(self) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.bool_]]:
        """Points on the border, at most half a thread apart: (n, 2) mm, their region, and whether held."""
        start, end = self._ends[:, 0, :2], self._ends[:, 1, :2]
        length = np.hypot(*(end - start).T)
        pieces = np.maximum(1, np.ceil(length / (_THREAD_MM / 2))).astype(np.int64)
        edge = np.repeat(np.arange(len(pieces)), pieces)
        first = np.repeat(np.cumsum(pieces) - pieces, pieces)
        share = (np.arange(len(edge)) - first + 0.5) / pieces[edge]
        points = start[edge] + (end - start)[edge] * share[:, None]
        beyond = self._points[self._corners[self._outer]].mean(axis=1)
        anchor = beyond[:, 2] < self._ends[:, :, 2].mean(axis=1) - _DROP_MM
        return points, self._owner[edge].astype(np.int64), anchor[edge]


def _span(
    along: NDArray[np.float64], group: NDArray[np.int64], chosen: NDArray[np.bool_], count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Lowest and highest of the chosen values in each group; (inf, -inf) for a group with none."""
    low, high = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(low, group[chosen], along[chosen])
    np.maximum.at(high, group[chosen], along[chosen])
    return low, high
