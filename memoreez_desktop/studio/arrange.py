"""Several models on one bed: apart from each other, near the middle, the same way every time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.errors import DoesNotFitError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.studio.bed_room import Place, place
from memoreez_desktop.studio.footprint import Footprint


@dataclass(frozen=True, eq=False)
class Plate:
    """Models on a bed.

    Attributes
    ----------
    mesh : MeshModel
        All of them as one mesh, standing on z = 0, its middle at x = y = 0.
    places : tuple of Place
        One for each model, in their order.
    """

    mesh: MeshModel
    places: tuple[Place, ...]


def arrange(meshes: Sequence[MeshModel], bed_x_mm: float, bed_y_mm: float, *, gap_mm: float = 6.0) -> Plate:
    """Stand models side by side.

    Parameters
    ----------
    bed_x_mm, bed_y_mm : float
        The room there is, without what a brim or a skirt needs.
    gap_mm : float
        At least so far from each other.

    Raises
    ------
    DoesNotFitError
        Not all of them fit; the words say how many do.
    """
    models = [mesh.on_bed() for mesh in meshes]
    places = place([Footprint.of(model) for model in models], bed_x_mm, bed_y_mm, gap_mm)
    if len(places) < len(models):
        raise _too_many(len(models), len(places), bed_x_mm, bed_y_mm)
    return _plate(models, places)


def how_many_fit(
    mesh: MeshModel, bed_x_mm: float, bed_y_mm: float, *, gap_mm: float = 6.0, most: int = 100
) -> int:
    """Return how many copies of a model have room, at most ``most``."""
    return len(place([Footprint.of(mesh.on_bed())] * most, bed_x_mm, bed_y_mm, gap_mm))


def _plate(models: Sequence[MeshModel], places: Sequence[Place]) -> Plate:
    """Move the models to their places, and all of them so that their middle is that of the bed."""
    vertices, faces, count = [], [], 0
    for model, here in zip(models, places, strict=True):
        points = model.vertices.astype(np.float64)
        if here.turned:
            points = np.stack([-points[:, 1], points[:, 0], points[:, 2]], axis=1)
        vertices.append(points + np.array([here.x_mm, here.y_mm, 0.0]))
        faces.append(model.faces.astype(np.int64) + count)
        count += len(points)
    points = np.concatenate(vertices)
    low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    middle = (low + high) / 2
    points[:, :2] -= middle
    moved = tuple(
        Place(round(p.x_mm - float(middle[0]), 4), round(p.y_mm - float(middle[1]), 4), p.turned)
        for p in places
    )
    return Plate(MeshModel(points.astype(np.float32), np.concatenate(faces).astype(np.int32)), moved)


def _too_many(asked: int, fit: int, bed_x_mm: float, bed_y_mm: float) -> DoesNotFitError:
    bed = say("{x:.0f} × {y:.0f} mm", x=bed_x_mm, y=bed_y_mm)
    if fit == 0:
        return DoesNotFitError(
            say("Not one of them fits on {bed}.", bed=bed),
            say("Make them smaller, or choose another printer."),
        )
    return DoesNotFitError(
        say("{fit} of {asked} fit on {bed}.", fit=fit, asked=asked, bed=bed),
        say("Print fewer at a time, or make them smaller."),
    )
