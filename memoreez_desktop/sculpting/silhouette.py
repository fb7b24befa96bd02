"""What stands in the Studio while a service makes the mesh of a picture: its silhouette, puffed up."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.raster import trace
from memoreez_desktop.geometry.shapes import parts
from memoreez_desktop.geometry.solids import weld

_WORK_PX = 256
_DEPTH_RATIO, _EDGE_MM = 0.11, 1.2
_PITCH_RATIO = 0.006


def silhouette(outline: NDArray[np.bool_], height_mm: float) -> MeshModel:
    """Make a body of an outline, standing, looking to the front.

    Parameters
    ----------
    outline : (h, w) bool
        The subject; of several parts the largest is taken.
    height_mm : float

    Raises
    ------
    MeshError
        There is nothing, or no one body can be made of it.
    """
    rows, columns = np.flatnonzero(outline.any(axis=1)), np.flatnonzero(outline.any(axis=0))
    if len(rows):
        outline = outline[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    factor = min(1.0, _WORK_PX / max(outline.shape))
    size = (max(2, round(outline.shape[1] * factor)), max(2, round(outline.shape[0] * factor)))
    small = np.asarray(cv2.resize(outline.astype(np.float32), size, interpolation=cv2.INTER_AREA)) >= 0.5
    shape = trace(small, height_mm / size[1])
    body = max(parts(shape), key=lambda part: part.area())
    solid = puffy(body, _DEPTH_RATIO * height_mm, _EDGE_MM, max(0.25, _PITCH_RATIO * height_mm))
    return weld(solid.rotate((90.0, 0.0, 0.0))).on_bed()
