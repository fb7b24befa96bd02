"""Where to look for a finding."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.mesh import MeshModel

_CELLS = 12


def placed(finding: Finding, mesh: MeshModel) -> Finding:
    """Give a finding with faces a place, if it has none: the middle of a face where they lie the densest.

    Parameters
    ----------
    mesh : MeshModel
        The one that was handed in.
    """
    if finding.place_mm is not None or not len(finding.faces):
        return finding
    corners = mesh.vertices[mesh.faces[finding.faces]].astype(np.float64)
    middles = corners.mean(axis=1)
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    areas = np.sqrt(np.einsum("ij,ij->i", cross, cross))
    cell_mm = max(float(np.ptp(middles, axis=0).max()) / _CELLS, 1e-6)
    cells = np.floor((middles - middles.min(axis=0)) / cell_mm).astype(np.int64)
    _, cell = np.unique(cells @ (1, 4 * _CELLS, 16 * _CELLS**2), return_inverse=True)
    densest = np.flatnonzero(cell == np.argmax(np.bincount(cell, areas)))
    middle = middles[densest].mean(axis=0)
    nearest = densest[np.argmin(((middles[densest] - middle) ** 2).sum(axis=1))]
    x, y, z = middles[nearest]
    return replace(finding, place_mm=(float(x), float(y), float(z)))
