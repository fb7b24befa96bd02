"""Pointing at a place on the model: the next click on it becomes a spot of the recipe."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from memoreez_desktop.core.keepsake_steps import Pedestal, Spot
from memoreez_desktop.ui.studio.recipe_section import solved_numbers
from memoreez_desktop.ui.viewport.api import MeshView
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from memoreez_desktop.core.mesh import MeshModel
    from memoreez_desktop.ui.studio.sections import Scene

_LEVEL, _NEAR_MM, _TRIED = 0.5, 0.3, 12


class Pointing:
    """Asks the view for one click; knows of the scene only what lies where.

    Parameters
    ----------
    view : MeshView
    """

    def __init__(self, view: MeshView) -> None:
        self._view = view
        self._scene: Scene | None = None
        self._take: Callable[[Spot], None] | None = None

    def show_scene(self, scene: Scene) -> None:
        """Hear of the newest model."""
        self._scene = scene

    def ask(self, take: Callable[[Spot], None]) -> None:
        """Let the person click a place; ``take`` hears of it."""
        self._take = take
        self._view.pick_mode(self._picked, tr("Click the place on the model."))

    def _picked(self, face: int, point_mm: NDArray) -> None:
        scene, take = self._scene, self._take
        if scene is None or scene.mesh is None or take is None:
            return
        self._take = None
        pedestal = scene.noted.first(Pedestal)
        number = scene.noted.steps.index(pedestal) if pedestal is not None else -1
        note = next((note for note in scene.notes if note.number == number >= 0), None)
        floor = solved_numbers(note).get("height_mm", 0.0)
        take(spot_at(scene.mesh, face, point_mm, floor))


def spot_at(mesh: MeshModel, face: int, point_mm: NDArray, floor_mm: float = 0.0) -> Spot:
    """Return the spot under a click.

    Parameters
    ----------
    mesh : MeshModel
        As it stands on the bed.
    face : int
        Which face was clicked.
    point_mm : (3,) float64
        Where.
    floor_mm : float
        Height of the pedestal; below it the click is on its wall, 0.0 without one.
    """
    x, y, z = (float(value) for value in point_mm)
    normal = _normal(mesh, face, point_mm)
    if z < floor_mm and abs(normal[2]) < _LEVEL:
        around = math.degrees(math.atan2(x, -y)) % 360.0
        high = min(1.0, max(-1.0, 2 * z / floor_mm - 1))
        return Spot("pedestal", angle_deg=round(around, 1), shift_ratio=(0.0, round(high, 2)))
    points = mesh.vertices[mesh.vertices[:, 2] >= floor_mm - 1e-3]
    low, high_corner = points.min(axis=0), points.max(axis=0)
    low[2] = min(low[2], floor_mm) if floor_mm else low[2]
    ratio = [
        round(min(1.0, max(0.0, (at - a) / max(b - a, 1e-9))), 4)
        for at, a, b in zip((x, y, z), low.tolist(), high_corner.tolist(), strict=True)
    ]
    return Spot("free", at_ratio=(ratio[0], ratio[1], ratio[2]), facing=normal)


def _normal(mesh: MeshModel, face: int, point_mm: NDArray) -> tuple[float, float, float]:
    """Return where the surface looks; a face of an older picture of the model is found by the point."""
    found = _facing(mesh, face) if face < mesh.triangles else None
    if found is None or abs(_away(mesh, face, found, point_mm)) > _NEAR_MM:
        # By planar sums: no copy of all corners at once.
        middle = sum(mesh.vertices[mesh.faces[:, corner]] for corner in range(3)) / 3 - point_mm
        nearest = (middle * middle).sum(axis=1).argsort()[:_TRIED]
        looks = [(int(k), _facing(mesh, int(k))) for k in nearest]
        found = min(looks, key=lambda look: abs(_away(mesh, *look, point_mm)))[1]
    return round(float(found[0]), 4), round(float(found[1]), 4), round(float(found[2]), 4)


def _facing(mesh: MeshModel, face: int) -> tuple[float, float, float]:
    a, b, c = (mesh.vertices[index].tolist() for index in mesh.faces[face])
    u, v = [p - q for p, q in zip(b, a, strict=True)], [p - q for p, q in zip(c, a, strict=True)]
    cross = (u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])
    length = math.hypot(*cross) or 1.0
    return cross[0] / length, cross[1] / length, cross[2] / length


def _away(mesh: MeshModel, face: int, facing: tuple[float, float, float], point_mm: NDArray) -> float:
    return float(((point_mm - mesh.vertices[mesh.faces[face, 0]]) * facing).sum())
