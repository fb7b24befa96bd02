"""Heat map of what a nozzle cannot draw, known before anything is sliced."""

from __future__ import annotations

import numpy as np
from manifold3d import JoinType
from numpy.typing import NDArray

from memoreez_desktop.core.heat_map import CAREFUL, MIDDLE, PERFECT, TROUBLE, ColourScale
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.geometry.thickness import filled, neighbour_table
from memoreez_desktop.printability.slabs import RESOLUTION_MM
from memoreez_desktop.printability.subject import Subject
from memoreez_desktop.printability.thin_walls import pieces_around, thin_parts

LOST_DETAIL_SCALE = ColourScale(
    "lost-detail", ((0.0, PERFECT), (0.25, MIDDLE), (0.5, CAREFUL), (1.0, TROUBLE))
)
LEAST_RATIO = 0.25
"""Of the nozzle: what is narrower is not drawn at all (PrusaSlicer's ``min_feature_size``)."""
WIDENED = 0.5
"""What is drawn as one line though it is narrower than that."""
_LAYER_MM = 0.2
_MOST_LAYERS = 250


def lost_detail_map(subject: Subject) -> NDArray[np.float32]:
    """Find the share of each face that this nozzle does not draw as it is.

    Every layer (each second and so on above 50 mm) is opened by the width of a line. What is left is drawn
    as one line, too wide, down to a quarter of the nozzle, and not at all below. Tolerance: a straight
    wall reads 0, 0.5 or 1 on its sides within 0.02 mm of the two limits.

    Returns
    -------
    (m,) float32
        0 drawn as it is, 0.5 drawn too wide, 1 not drawn: the mean along the outlines that cross the face.
        Faces between two layers take their neighbours' value; NaN where there is none.
    """
    height_mm = subject.mesh.extents_mm[2] if subject.mesh.triangles else 0.0
    lost, seen = np.zeros(subject.mesh.triangles), np.zeros(subject.mesh.triangles)
    if height_mm > 0:
        step = min(max(_LAYER_MM, height_mm / _MOST_LAYERS), height_mm)
        for z in np.arange(step / 2, height_mm, step):
            _add_layer(subject, float(z), lost, seen)
    share = np.divide(lost, seen, out=np.full_like(lost, np.nan), where=seen > 0)
    ring = neighbour_table(subject.mesh.triangles, subject.edges.pairs)
    return subject.on_original(filled(share, ring, subject.face_areas_mm2 > 0))


def _add_layer(subject: Subject, z_mm: float, lost: NDArray[np.float64], seen: NDArray[np.float64]) -> None:
    """Add the outlines of one layer to what was lost and to what was seen of each face."""
    section = subject.cutter.cut(z_mm)
    np.add.at(seen, section.faces, 1.0)
    line_mm, least_mm = subject.line_width_mm, LEAST_RATIO * subject.printer.nozzle_mm
    for part in thin_parts(section.shape.simplify(RESOLUTION_MM), line_mm):
        kept = _opened(part, least_mm).area() / part.area()
        np.add.at(lost, section.faces[pieces_around(part, section)], 1.0 - (1.0 - WIDENED) * min(kept, 1.0))


def _opened(part: Shape, width_mm: float) -> Shape:
    """Return what of a part is at least so wide."""
    radius = width_mm / 2
    return part.offset(-radius, JoinType.Miter).offset(radius, JoinType.Miter)
