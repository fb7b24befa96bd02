"""Pointing at a place on the model: the next click on it becomes a spot of the recipe."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from memoreez_desktop.core.keepsake_steps import Spot
from memoreez_desktop.ui.viewport.api import MeshView, ViewName
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from memoreez_desktop.core.mesh import MeshModel
    from memoreez_desktop.ui.studio.sections import Scene

_LEVEL, _RAISED_MM, _NEAR_MM, _TRIED = 0.5, 0.5, 0.3, 12


_ROUND: tuple[ViewName, ...] = ("home", "side", "back", "left")
_SIDES: dict[str, ViewName] = {"front": "home", "back": "back", "top": "home"}


class Pointing:
    """Asks the view for one click, and turns it; knows of the scene only what lies where.

    Parameters
    ----------
    view : MeshView
    """

    def __init__(self, view: MeshView) -> None:
        self._view = view
        self._scene: Scene | None = None
        self._take: Callable[[Spot], None] | None = None
        self._turned_to: ViewName | None = None

    def show_scene(self, scene: Scene) -> None:
        """Hear of the newest model."""
        self._scene = scene

    def ask(self, take: Callable[[Spot], None]) -> None:
        """Let the person click a place; ``take`` hears of it."""
        self._take = take
        self._view.pick_mode(self._picked, tr("Click the place on the model."))

    def look(self, spot: Spot) -> None:
        """Turn the view to where something lies, unless a person pointed there and so sees it."""
        side = _side(spot)
        if side is not None:
            self._turned_to = side
            self._view.view(side)

    def look_again(self, spot: Spot) -> None:
        """Turn the view back to something, if it was turned away from it for something else."""
        if self._turned_to is not None and _side(spot) not in (None, self._turned_to):
            self.look(spot)

    def _picked(self, face: int, point_mm: NDArray) -> None:
        scene, take = self._scene, self._take
        if scene is None or scene.mesh is None or take is None:
            return
        self._take = None
        take(spot_at(scene.mesh, face, point_mm, scene.figure_mm))


def _side(spot: Spot) -> ViewName | None:
    """Return the side from which a spot is seen; None for one that was pointed at."""
    if spot.on == "pedestal":
        return _ROUND[round(spot.angle_deg / 90.0) % 4]
    return _SIDES.get(spot.on)


def spot_at(mesh: MeshModel, face: int, point_mm: NDArray, figure_mm: NDArray | None = None) -> Spot:
    """Return the spot under a click.

    Parameters
    ----------
    mesh : MeshModel
        As it stands on the bed.
    face : int
        Which face was clicked.
    point_mm : (3,) float64
        Where.
    figure_mm : (2, 3) float64, optional
        The figure's box in it, all of it by default; below it a click is on the pedestal's wall.
    """
    low, high = (figure_mm if figure_mm is not None else mesh.bounds_mm).tolist()
    at = tuple(float(value) for value in point_mm)
    normal = _normal(mesh, face, point_mm)
    if low[2] > _RAISED_MM and at[2] < low[2] and abs(normal[2]) < _LEVEL:
        around = math.degrees(math.atan2(at[0], -at[1])) % 360.0
        up = min(1.0, max(-1.0, 2 * at[2] / low[2] - 1))
        return Spot("pedestal", angle_deg=round(around, 1), shift_ratio=(0.0, round(up, 2)))
    x, y, z = (
        round(min(1.0, max(0.0, (here - a) / max(b - a, 1e-9))), 4)
        for here, a, b in zip(at, low, high, strict=True)
    )
    return Spot("free", at_ratio=(x, y, z), facing=normal)


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
