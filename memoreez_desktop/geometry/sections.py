"""Horizontal cuts through a mesh, straight from its triangles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manifold3d import CrossSection, FillRule
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.shapes import Shape


@dataclass(frozen=True, eq=False)
class Section:
    """One cut.

    Attributes
    ----------
    z_mm : float
    shape : Shape
        What lies inside; overlapping bodies count once.
    faces : (s,) int64
        The face that made each piece of the outline.
    middles : (s, 2) float64, mm
        The middle of that piece.
    open_chains : int
        Outlines that do not close because the mesh does not; they are left out of the shape.
    """

    z_mm: float
    shape: Shape
    faces: NDArray[np.int64]
    middles: NDArray[np.float64]
    open_chains: int


class Cutter:
    """Cuts one mesh at any number of heights.

    A vertex that lies exactly in the plane counts as below it, on both sides of each edge, and each edge
    is interpolated from its lower end, so that neighbours get the same point to the last bit.
    """

    def __init__(self, mesh: MeshModel) -> None:
        self._vertices = mesh.vertices.astype(np.float64)
        self._faces = mesh.faces.astype(np.int64)
        corner_z = [mesh.vertices[mesh.faces[:, k], 2] for k in range(3)]
        self.low_mm = np.minimum(np.minimum(corner_z[0], corner_z[1]), corner_z[2])
        self.high_mm = np.maximum(np.maximum(corner_z[0], corner_z[1]), corner_z[2])
        self._slices = _Slices(self.low_mm, self.high_mm)

    def cut(self, z_mm: float) -> Section:
        """Cut at one height."""
        z = np.float32(z_mm)
        near = self._slices.near(z)
        hit = near[(self.low_mm[near] <= z) & (self.high_mm[near] > z)]
        if not len(hit):
            return Section(z_mm, CrossSection(), hit, np.zeros((0, 2)), 0)
        corners = self._faces[hit]
        above = self._vertices[corners, 2] > float(z)
        # Walking round a triangle counter-clockwise: the outline begins where the boundary comes down
        # and ends where it goes up, which keeps the inside on its left.
        following = above[:, [1, 2, 0]]
        rows = np.arange(len(hit))
        down = np.argmax(above & ~following, axis=1)
        up = np.argmax(~above & following, axis=1)
        begin_key, begin = self._crossing(corners, rows, down, float(z))
        end_key, end = self._crossing(corners, rows, up, float(z))
        loops, open_chains = _chains(begin_key, end_key)
        contours = [begin[loop] for loop in loops]
        shape = CrossSection(contours, FillRule.Positive) if contours else CrossSection()
        return Section(z_mm, shape, hit, (begin + end) / 2, open_chains)

    def _crossing(
        self, corners: NDArray[np.int64], rows: NDArray[np.int64], edge: NDArray[np.int64], z: float
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        a, b = corners[rows, edge], corners[rows, (edge + 1) % 3]
        za, zb = self._vertices[a, 2], self._vertices[b, 2]
        low, high = np.where(za < zb, a, b), np.where(za < zb, b, a)
        z_low, z_high = np.minimum(za, zb), np.maximum(za, zb)
        share = ((z - z_low) / (z_high - z_low))[:, None]
        points = self._vertices[low, :2] * (1 - share) + self._vertices[high, :2] * share
        return np.minimum(a, b) * len(self._vertices) + np.maximum(a, b), points


class _Slices:
    """Which faces reach into each of many slices of the height: a cut need not ask all of them."""

    _COUNT = 128
    _FEW = 20_000

    def __init__(self, low_mm: NDArray[np.float32], high_mm: NDArray[np.float32]) -> None:
        self._every = np.arange(len(low_mm))
        span = float(high_mm.max(initial=-np.inf)) - float(low_mm.min(initial=np.inf))
        self._known = len(low_mm) > self._FEW and 0 < span < np.inf
        if not self._known:
            return
        self._floor, self._scale = float(low_mm.min()), self._COUNT / span
        first, last = self._slice(low_mm), self._slice(high_mm)
        reach = last - first + 1
        face = np.repeat(self._every, reach)
        slot = np.arange(len(face)) - np.repeat(np.cumsum(reach) - reach, reach) + np.repeat(first, reach)
        self._faces = face[np.argsort(slot, kind="stable")]
        self._ends = np.r_[0, np.cumsum(np.bincount(slot, minlength=self._COUNT))]

    def _slice(self, heights: NDArray[np.float32]) -> NDArray[np.int16]:
        slot = (heights - self._floor) * self._scale
        return np.asarray(np.clip(np.nan_to_num(slot), 0, self._COUNT - 1), dtype=np.int16)

    def near(self, z_mm: np.float32) -> NDArray[np.int64]:
        """Faces that may reach a height, in their order."""
        if not self._known:
            return self._every
        slot = int(self._slice(np.array([z_mm], dtype=np.float32))[0])
        return self._faces[self._ends[slot] : self._ends[slot + 1]]


def _chains(begin: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[list[list[int]], int]:
    """Follow the pieces from edge to edge; where several bodies share an edge, each takes one way on."""
    begin_order, end_order = np.argsort(begin, kind="stable"), np.argsort(end, kind="stable")
    begins, ends = begin[begin_order], end[end_order]
    turn = np.arange(len(ends)) - np.searchsorted(ends, ends)
    place = np.searchsorted(begins, ends) + turn
    found = place < np.searchsorted(begins, ends, side="right")
    onward = np.full(len(ends), -1)
    onward[end_order[found]] = begin_order[place[found]]
    successor: list[int] = onward.tolist()
    seen = [False] * len(successor)
    loops: list[list[int]] = []
    open_chains = 0
    for first in range(len(successor)):
        if seen[first]:
            continue
        loop = []
        at = first
        while at >= 0 and not seen[at]:
            seen[at] = True
            loop.append(at)
            at = successor[at]
        if at == first:
            loops.append(loop)
        else:
            open_chains += 1
    return loops, open_chains
