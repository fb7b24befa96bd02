"""Rays through a mesh."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.ray_kernels import build_tree, leave_distances

_LEAST_MM = 1e-4


class RayTree:
    """A mesh that can be asked how far it is to its surface.

    Parameters
    ----------
    mesh : MeshModel
        At least one triangle, every vertex finite.

    Attributes
    ----------
    order : (m,) int32
        Its faces, neighbours near each other: rays sent in this order are the fastest.
    """

    def __init__(self, mesh: MeshModel) -> None:
        corners = mesh.vertices[mesh.faces]
        centres = np.ascontiguousarray(corners.mean(axis=1), dtype=np.float32)
        self.order, boxes, links, count = build_tree(corners, centres)
        self._corners = np.ascontiguousarray(corners[self.order])
        self._boxes, self._links = boxes[:count].copy(), links[:count].copy()
        self._place = np.empty(len(self.order), dtype=np.int32)
        self._place[self.order] = np.arange(len(self.order), dtype=np.int32)

    def leaving_mm(
        self,
        origins: NDArray[np.float64],
        ways: NDArray[np.float64],
        own: NDArray[np.integer] | None = None,
    ) -> NDArray[np.float64]:
        """Distance at which each ray first leaves the inside through the surface.

        Parameters
        ----------
        origins, ways : (r, 3) float64
            Start in mm, and direction of length 1.
        own : (r,) int, optional
            The face a ray starts from: it is not met.

        Returns
        -------
        (r,) float64, mm
            Infinity where there is no surface ahead.
        """
        place = np.full(len(origins), -1, dtype=np.int32) if own is None else self._place[own]
        return leave_distances(
            self._corners,
            self._boxes,
            self._links,
            np.ascontiguousarray(origins),
            np.ascontiguousarray(ways),
            place,
            _LEAST_MM,
        )
