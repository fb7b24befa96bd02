"""Where layers begin in the air."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.minima import low_points
from memoreez_desktop.geometry.sections import Cutter
from memoreez_desktop.geometry.shapes import Shape

LAYER_MM = 0.2
LEAST_MM2 = 0.2
"""An island smaller than this is a dot of the nozzle."""
_MOST = 96


@dataclass(frozen=True, eq=False)
class Beginning:
    """A patch of a layer with nothing below.

    Attributes
    ----------
    vertex : int
        Its lowest point.
    faces : (k,) int64
        The faces that meet there and look down.
    area_mm2 : float
        A layer above it.
    """

    vertex: int
    faces: NDArray[np.int64]
    area_mm2: float


def beginnings(mesh: MeshModel, cutter: Cutter, bed_mm: float) -> tuple[Beginning, ...]:
    """Find every patch that begins above the bed, the one that rises the longest alone first.

    Low points of the surface are the only places where one can begin; those that rise less than a layer
    alone, that look up (the bottom of a dent), or that lie inside of another body are none.

    Parameters
    ----------
    mesh : MeshModel
        Merged by position, standing on z = 0.
    cutter : Cutter
        Of the mesh.
    bed_mm : float
        What begins below lies on the bed.
    """
    points, rise = low_points(mesh, LAYER_MM)
    z = mesh.vertices[points, 2]
    above = z > bed_mm
    points, rise = points[above], rise[above]
    if not len(points):
        return ()
    found = []
    around = _faces_at(mesh, points)
    for k in np.argsort(-rise, kind="stable")[:_MOST]:
        vertex, faces = int(points[k]), around[k]
        down = _looking_down(mesh, faces)
        if down is None:
            continue
        area_mm2 = _alone_mm2(cutter, mesh.vertices[vertex].astype(np.float64))
        if area_mm2 >= LEAST_MM2:
            found.append(Beginning(vertex, down, area_mm2))
    return tuple(found)


def _faces_at(mesh: MeshModel, points: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Faces at each of some vertices."""
    wanted = np.full(len(mesh.vertices), -1, dtype=np.int64)
    wanted[points] = np.arange(len(points))
    place = wanted[mesh.faces]
    face, corner = np.nonzero(place >= 0)
    owner = place[face, corner]
    order = np.argsort(owner, kind="stable")
    return np.split(face[order], np.searchsorted(owner[order], np.arange(1, len(points))))


def _looking_down(mesh: MeshModel, faces: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """Those of the faces around a low point that look down; None when the point itself looks up."""
    corners = mesh.vertices[mesh.faces[faces]].astype(np.float64)
    up = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])[:, 2]
    return faces[up < 0] if up.sum() < 0 else None


def _alone_mm2(cutter: Cutter, point: NDArray[np.float64]) -> float:
    """Area, a layer above a low point, of the piece that begins there; 0 when something lies below."""
    piece = _piece_at(cutter.cut(float(point[2]) + LAYER_MM).shape, point[:2])
    if piece is None:
        return 0.0
    below = cutter.cut(float(point[2]) - LAYER_MM / 4).shape
    # A spot of the point itself: the piece a layer above may already reach over a neighbour.
    spot = Shape.circle(LAYER_MM / 2, 8).translate((float(point[0]), float(point[1])))
    return 0.0 if not (spot ^ below).is_empty() else piece.area()


def _piece_at(shape: Shape, point: NDArray[np.float64]) -> Shape | None:
    """Return the piece of a cut nearest to a point, if it lies within 2 mm."""
    if shape.is_empty():
        return None
    best, least = None, 4.0
    for piece in shape.decompose():
        x0, y0, x1, y1 = piece.bounds()
        away = np.maximum(np.maximum([x0, y0] - point, point - [x1, y1]), 0.0)
        if (away**2).sum() >= least:
            continue
        near = float(((np.concatenate(piece.to_polygons()) - point) ** 2).sum(axis=1).min())
        inside = not (piece ^ Shape.circle(1e-3, 4).translate((float(point[0]), float(point[1])))).is_empty()
        if inside or near < least:
            best, least = piece, 0.0 if inside else near
    return best
