"""What turning, mirroring and laying down do to a recipe: the figure keeps its size. Pure."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Axis, Mirror, Size, Turn
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.turning import Matrix, to_bed, turn_matrix, turn_of

Points = NDArray[np.floating]

_AXES: tuple[Axis, ...] = ("x", "y", "z")
_DIGITS = 4


def laid(recipe: KeepsakeRecipe, turn: Turn, points: Points | None) -> KeepsakeRecipe:
    """Turn the figure like this, and no other way.

    Parameters
    ----------
    points : (k, 3) float or None
        Corners of the convex hull of the raw sculpture; None does where the recipe names no size.
    """
    return _placed(recipe, turn_matrix(turn) @ _mirror(recipe), points)


def turned(recipe: KeepsakeRecipe, matrix: Matrix, points: Points | None) -> KeepsakeRecipe:
    """Turn the figure further, as it lies now."""
    return _placed(recipe, matrix @ linear_of(recipe), points)


def mirrored(recipe: KeepsakeRecipe, axis: Axis, points: Points | None) -> KeepsakeRecipe:
    """Exchange two sides of the figure as it lies now; doing it twice undoes it."""
    return _placed(recipe, _flip(axis) @ linear_of(recipe), points)


def about(axis: Axis, degrees: float) -> Matrix:
    """(3, 3) float64 of a turn about one fixed axis."""
    return turn_matrix(Turn(**{f"{axis}_deg": degrees}))


def laid_on(recipe: KeepsakeRecipe, mesh: MeshModel, faces: NDArray[np.integer]) -> KeepsakeRecipe:
    """Turn the figure until some faces of it look down.

    Parameters
    ----------
    mesh : MeshModel
        As the recipe makes it now; a foot under it makes the size that is kept a little larger.
    faces : (k,) int
        At least one.
    """
    a, b, c = (mesh.vertices[mesh.faces[faces, k]].astype(np.float64) for k in range(3))
    down = np.cross(b - a, c - a).sum(axis=0)
    linear = linear_of(recipe)
    return _placed(recipe, to_bed(down) @ linear, mesh.vertices @ linear)


def scaled(recipe: KeepsakeRecipe, factor: float, points: Points) -> KeepsakeRecipe:
    """Make the figure larger or smaller by a factor."""
    size = _extents(linear_of(recipe), points) * _factor(recipe, points) * factor
    return recipe.with_step(Size(height_mm=round(float(size[2]), _DIGITS)))


def names_size(recipe: KeepsakeRecipe) -> bool:
    """Tell whether the size of the figure is a step of the recipe."""
    return recipe.first(Size) is not None


def is_upright(recipe: KeepsakeRecipe) -> bool:
    """Tell whether the figure stands as it was sculpted."""
    return np.allclose(turn_matrix(recipe.first(Turn) or Turn()), np.eye(3), atol=1e-6)


def same_turn(one: Turn, other: Turn) -> bool:
    """Tell whether two turns come to the same."""
    return np.allclose(turn_matrix(one), turn_matrix(other), atol=1e-5)


def _placed(recipe: KeepsakeRecipe, linear: Matrix, points: Points | None) -> KeepsakeRecipe:
    """Bring the figure into place by a matrix: perhaps a mirror, a turn, and the size it had."""
    present = recipe.first(Mirror)
    changed = recipe.without(Turn)
    if np.linalg.det(linear) < 0:
        mirror = present or Mirror()
        changed, rotation = changed.with_step(mirror), linear @ _flip(mirror.axis)
    else:
        changed, rotation = changed.without(Mirror), linear
    turn = turn_of(rotation)
    if turn != Turn():
        changed = changed.with_step(turn)
    size = recipe.first(Size)
    if size is None or points is None:
        return changed
    now = _extents(linear, points) * _factor(recipe, points)
    height = None if size.height_mm is None else round(float(now[2]), _DIGITS)
    longest = None if size.longest_mm is None else round(float(now.max()), _DIGITS)
    return changed.with_step(Size(height, longest))


def linear_of(recipe: KeepsakeRecipe) -> Matrix:
    """(3, 3) float64: mirror, then turn, of a recipe."""
    return turn_matrix(recipe.first(Turn) or Turn()) @ _mirror(recipe)


def _mirror(recipe: KeepsakeRecipe) -> Matrix:
    mirror = recipe.first(Mirror)
    return _flip(mirror.axis) if mirror is not None else np.eye(3)


def _flip(axis: Axis) -> Matrix:
    matrix = np.eye(3)
    matrix[_AXES.index(axis), _AXES.index(axis)] = -1.0
    return matrix


def _extents(linear: Matrix, points: Points) -> NDArray[np.float64]:
    moved = np.asarray(points, dtype=np.float64) @ linear.T
    return np.asarray(moved.max(axis=0) - moved.min(axis=0))


def _factor(recipe: KeepsakeRecipe, points: Points) -> float:
    """How much larger the recipe makes the figure than it was sculpted."""
    size = recipe.first(Size)
    if size is None:
        return 1.0
    extents = _extents(linear_of(recipe), points)
    wishes = ((size.height_mm, float(extents[2])), (size.longest_mm, float(extents.max())))
    factors = [wish / max(extent, 1e-9) for wish, extent in wishes if wish is not None]
    return min(factors, default=1.0) if all(map(math.isfinite, factors)) else 1.0
