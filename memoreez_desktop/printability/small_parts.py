"""Whether a small child could swallow it."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.compiled import kernel
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.subject import Subject

CYLINDER_MM, SHALLOW_MM, DEEP_MM = 31.7, 25.4, 57.1
"""Small parts cylinder of 16 CFR 1501.4: its width, and the depth at both ends of its slanting bottom."""
_LONGEST_MM = math.hypot(CYLINDER_MM, DEEP_MM)
_DIRECTIONS = 60
_MOST_POINTS = 4_000
_TURNS = 24


class SmallPartsCheck:
    """Pieces that disappear in the small parts cylinder, in any position.

    Tolerance: 1 mm, because positions are tried every 15°; it is a hint and no test report.
    """

    info = CheckInfo("small-parts", say("Too large to swallow"), quick=False)
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        count, body = subject.bodies
        if count == 1 and max(subject.mesh.extents_mm) > _LONGEST_MM:
            return
        corners = subject.mesh.vertices[subject.mesh.faces]
        small: list[NDArray[np.int64]] = []
        if count == 1:
            small = [np.arange(subject.mesh.triangles)] if fits_cylinder(corners) else []
        elif count <= 20:
            for each in np.flatnonzero(~subject.hollow_bodies):
                faces = np.flatnonzero(body == each)
                if fits_cylinder(corners[faces]):
                    small.append(faces)
        if not small:
            return
        yield Finding(
            "small-part",
            "info",
            say("A small child could swallow it.")
            if len(small) == count
            else say("A small child could swallow a piece of it."),
            say("It fits the small parts cylinder (16 CFR 1501): no gift for children below 3 years."),
            subject.original_faces(np.concatenate(small)),
        )


def fits_cylinder(corners_mm: NDArray[np.floating]) -> bool:
    """Tell whether triangles go into the small parts cylinder in one of many positions.

    Positions are tried about the axes of the surface's second moments, so that a turned or finer divided
    thing is tried alike.

    Parameters
    ----------
    corners_mm : (m, 3, 3) float
    """
    points = corners_mm.reshape(-1, 3).astype(np.float64)
    if (points.max(axis=0) - points.min(axis=0)).max() > _LONGEST_MM:
        return False
    points = np.unique(points, axis=0)
    points = points[:: -(-len(points) // _MOST_POINTS)]
    axes = _main_axes(corners_mm.astype(np.float64))
    for axis in np.concatenate([axes.T, _half_sphere() @ axes.T]):
        along = points @ axis
        depth = along.max() - along.min()
        if depth > DEEP_MM:
            continue
        side = np.cross(axis, np.eye(3)[np.argmin(np.abs(axis))])
        side /= np.linalg.norm(side)
        flat = points @ np.column_stack([side, np.cross(axis, side)])
        radius, centre = _smallest_circle(flat)
        if 2 * radius > CYLINDER_MM:
            continue
        if depth <= SHALLOW_MM or _fits_slanting(along, flat - centre, CYLINDER_MM / 2 - radius):
            return True
    return False


def _fits_slanting(along: NDArray[np.float64], flat: NDArray[np.float64], play_mm: float) -> bool:
    """Try turns about the axis, both ways up, above the slanting bottom and pushed to its deep side."""
    for turn in np.arange(_TURNS) * (2 * np.pi / _TURNS):
        reach = flat @ (np.cos(turn), np.sin(turn)) + play_mm
        room = SHALLOW_MM + (DEEP_MM - SHALLOW_MM) * np.clip(reach / CYLINDER_MM + 0.5, 0, 1)
        if (along.max() - along <= room).all() or (along - along.min() <= room).all():
            return True
    return False


def _main_axes(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """(3, 3) float64: axes of the second moments of a surface, as columns."""
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.sqrt(np.einsum("ij,ij->i", cross, cross)) + 1e-12
    off = corners - np.average(corners.mean(axis=1), axis=0, weights=area)
    total = off.sum(axis=1)
    moments = np.einsum("i,ijk,ijl->kl", area, off, off) + np.einsum("i,ik,il->kl", area, total, total)
    return np.asarray(np.linalg.eigh(moments)[1], dtype=np.float64)


def _half_sphere() -> NDArray[np.float64]:
    """Directions spread evenly over a half sphere, in a spiral."""
    z = (np.arange(_DIRECTIONS) + 0.5) / _DIRECTIONS
    turn = np.arange(_DIRECTIONS) * np.pi * (3 - np.sqrt(5))
    width = np.sqrt(1 - z * z)
    return np.column_stack([width * np.cos(turn), width * np.sin(turn), z])


def _smallest_circle(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
    """Radius and centre of a circle around points, at most 1 % larger than the smallest.

    The centre steps towards the farthest point by ever smaller shares (Bădoiu and Clarkson, 2003).
    """
    hull = np.concatenate(Shape.hull_points(flat).to_polygons() or [flat])
    centre = _circle_centre(np.ascontiguousarray(hull))
    return float(np.sqrt(((hull - centre) ** 2).sum(axis=1).max())), centre


@kernel
def _circle_centre(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Step from the middle towards the farthest point, a hundred times."""
    x, y = points[:, 0].mean(), points[:, 1].mean()
    for step in range(2, 102):
        far, most = 0, -1.0
        for k in range(len(points)):
            away = (points[k, 0] - x) ** 2 + (points[k, 1] - y) ** 2
            if away > most:
                far, most = k, away
        x += (points[far, 0] - x) / step
        y += (points[far, 1] - y) / step
    return np.array([x, y])
