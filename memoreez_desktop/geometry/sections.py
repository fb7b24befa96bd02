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

    def cut(self, z_mm: float) -> Section:
        """Cut at one height."""
        z = np.float32(z_mm)
        hit = np.flatnonzero((self.low_mm <= z) & (self.high_mm > z))
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
