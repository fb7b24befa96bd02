"""Undersides grouped into regions: how wide each is, and whether it spans between two holds."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.topology import bodies

_DIRECTIONS = 8
_END_RATIO = 0.2
_THREAD_MM = 1.0
_HELD_RATIO = 0.8
_DROP_MM = 1e-3


class Undersides:
    """Regions of faces that look down, each hanging together over its edges.

    Parameters
    ----------
    mesh : MeshModel
    pairs : (e, 2) int64
        Faces that share an edge.
    seen_mm2 : (m,) float64
        Area of each face of the mesh as it is seen from below.
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

    def __init__(
        self,
        mesh: MeshModel,
        pairs: NDArray[np.int64],
        seen_mm2: NDArray[np.float64],
        faces: NDArray[np.int64],
    ) -> None:
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
        area_mm2 = np.bincount(self.region, seen_mm2[faces], self.count)
        across = self._ends[:, 1, :2] - self._ends[:, 0, :2]
        border_mm = np.bincount(self._owner, np.hypot(across[:, 0], across[:, 1]), self.count)
        self.mean_width_mm = np.divide(
            2 * area_mm2, border_mm, out=np.full(self.count, np.inf), where=border_mm > 0
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

    @cached_property
    def spans_mm(self) -> NDArray[np.float64]:
        """How far threads across each region reach from one hold to the other.

        A thread is a strip of a millimetre in one direction; it is held where the surface goes on downwards.
        A tongue has only the threads at its root held, however narrow it is. Of all directions in which at
        least four of five threads are held at both ends, the shortest counts.

        Returns
        -------
        (r,) float64, mm
            Infinity for what is not held at both ends.
        """
        spans = np.full(self.count, np.inf)
        if not self.count or not len(self._inner):
            return spans
        points, owner, anchor = self._border_points()
        main = self._hold_directions()[owner]
        for turn in np.arange(_DIRECTIONS) * (np.pi / _DIRECTIONS):
            cos, sin = np.cos(main + turn), np.sin(main + turn)
            along = points[:, 0] * cos + points[:, 1] * sin
            across = points[:, 1] * cos - points[:, 0] * sin
            strip = np.floor((across - self._lowest(across, owner)[owner]) / _THREAD_MM).astype(np.int64)
            _, thread = np.unique(owner * (strip.max() + 1) + strip, return_inverse=True)
            spans = np.minimum(spans, self._spans_along(along, thread, owner, anchor))
        return spans

    def _spans_along(
        self,
        along: NDArray[np.float64],
        thread: NDArray[np.int64],
        owner: NDArray[np.int64],
        anchor: NDArray[np.bool_],
    ) -> NDArray[np.float64]:
        """Longest held thread of each region in one direction; infinity when too few of them are held."""
        count = int(thread.max()) + 1
        low, high = _span(along, thread, np.ones(len(along), dtype=bool), count)
        held_low, held_high = _span(along, thread, anchor, count)
        slack = np.maximum(_END_RATIO * (high - low), _THREAD_MM)
        good = (held_low <= low + slack) & (held_high >= high - slack)
        region = np.zeros(count, dtype=np.int64)
        region[thread] = owner
        threads = np.bincount(region, minlength=self.count)
        held = np.bincount(region, good, self.count)
        longest = np.zeros(self.count)
        np.maximum.at(longest, region[good], (high - low)[good])
        return np.where((threads > 0) & (held >= _HELD_RATIO * threads), longest, np.inf)

    def _lowest(self, values: NDArray[np.float64], owner: NDArray[np.int64]) -> NDArray[np.float64]:
        """Lowest value of each region."""
        lowest = np.full(self.count, np.inf)
        np.minimum.at(lowest, owner, values)
        return lowest

    def _hold_directions(self) -> NDArray[np.float64]:
        """Angle along which each region is held, by the length of its held edges.

        A turned or finer divided model is looked at alike.
        """
        along = self._ends[:, 1, :2] - self._ends[:, 0, :2]
        length = np.hypot(along[:, 0], along[:, 1]) * self._held()
        twice = 2 * np.arctan2(along[:, 1], along[:, 0])
        cos = np.bincount(self._owner, length * np.cos(twice), self.count)
        sin = np.bincount(self._owner, length * np.sin(twice), self.count)
        return np.asarray(np.arctan2(sin, cos) / 2, dtype=np.float64)

    def _held(self) -> NDArray[np.bool_]:
        """(b,) bool: border edges beyond which the surface goes on downwards."""
        beyond = self._points[self._corners[self._outer]].mean(axis=1)
        return np.asarray(beyond[:, 2] < self._ends[:, :, 2].mean(axis=1) - _DROP_MM)

    def _border_points(self) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.bool_]]:
        """Points on the border, at most half a thread apart: (n, 2) mm, their region, and whether held."""
        start, end = self._ends[:, 0, :2], self._ends[:, 1, :2]
        length = np.hypot(*(end - start).T)
        pieces = np.maximum(1, np.ceil(length / (_THREAD_MM / 2))).astype(np.int64)
        edge = np.repeat(np.arange(len(pieces)), pieces)
        first = np.repeat(np.cumsum(pieces) - pieces, pieces)
        share = (np.arange(len(edge)) - first + 0.5) / pieces[edge]
        points = start[edge] + (end - start)[edge] * share[:, None]
        return points, self._owner[edge].astype(np.int64), self._held()[edge]


def _span(
    along: NDArray[np.float64], group: NDArray[np.int64], chosen: NDArray[np.bool_], count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Lowest and highest of the chosen values in each group; (inf, -inf) for a group with none."""
    low, high = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(low, group[chosen], along[chosen])
    np.maximum.at(high, group[chosen], along[chosen])
    return low, high
