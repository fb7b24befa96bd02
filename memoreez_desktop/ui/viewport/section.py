"""Cutting the picture of a model open: where the plane stands, and the line along which it cuts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.ui.viewport.api import AXES, SectionPlane

# A plane through the very end of a model shows nothing of it.
_LEAST_RATIO = 0.002
# In front goes away (-y), at the right (+x), above (+z): the half that the home view looks at.
_KEPT_SIGN = {"x": -1.0, "y": 1.0, "z": -1.0}


def place_mm(section: SectionPlane, bounds_mm: NDArray[np.float64]) -> float:
    """Return where the plane stands along its axis.

    Parameters
    ----------
    bounds_mm : (2, 3) float, mm
        The model's box.
    """
    low, high = np.asarray(bounds_mm, dtype=np.float64)[:, AXES.index(section.axis)]
    ratio = min(1.0 - _LEAST_RATIO, max(_LEAST_RATIO, section.at_ratio))
    return float(low + (high - low) * ratio)


def kept_half(section: SectionPlane, bounds_mm: NDArray[np.float64]) -> tuple[NDArray, NDArray]:
    """Return a point of the plane and its normal (3,), which looks at the half that stays."""
    axis = AXES.index(section.axis)
    origin = np.asarray(bounds_mm, dtype=np.float64).mean(axis=0)
    origin[axis] = place_mm(section, bounds_mm)
    sign = _KEPT_SIGN[section.axis] * (-1.0 if section.flipped else 1.0)
    return origin, np.eye(3)[axis] * sign


def section_lines(mesh: MeshModel, axis: int, at_mm: float) -> NDArray[np.float32]:
    """Return the lines in which a plane square to an axis cuts a mesh.

    Parameters
    ----------
    axis : int
        0, 1 or 2.

    Returns
    -------
    (n, 2, 3) float32, mm
        One segment for every face that is cut.
    """
    height = mesh.vertices[:, axis] - np.float32(at_mm)
    above = height > 0
    of_faces = above[mesh.faces]
    cut = np.flatnonzero(of_faces.any(axis=1) & ~of_faces.all(axis=1))
    if not len(cut):
        return np.empty((0, 2, 3), np.float32)
    faces, side = mesh.faces[cut], of_faces[cut]
    # The corner that is alone on its side: both cut edges leave from it.
    lonely_is_above = side.sum(axis=1) == 1
    lonely = np.argmax(side == lonely_is_above[:, None], axis=1)
    rows = np.arange(len(cut))
    start = faces[rows, lonely]
    ends = np.empty((len(cut), 2, 3), np.float32)
    for k in (1, 2):
        other = faces[rows, (lonely + k) % 3]
        share = height[start] / (height[start] - height[other])
        ends[:, k - 1] = mesh.vertices[start] + (mesh.vertices[other] - mesh.vertices[start]) * share[:, None]
    return ends
