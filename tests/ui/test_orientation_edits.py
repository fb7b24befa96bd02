"""What turning does to a recipe: the figure really lies like that, and keeps its size."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Foot, Mirror, Size, Turn
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.turning import turn_matrix
from memoreez_desktop.services.orient_model import resting_points
from memoreez_desktop.services.shape_keepsake import shape_keepsake
from memoreez_desktop.ui.studio import orientation_edits as edits

POINTS = np.array([[0, 0, 0], [30, 0, 0], [0, 20, 0], [0, 0, 50], [9, 9, 9]], dtype=np.float32)
WEDGE = MeshModel(POINTS[:4], np.array([[0, 2, 1], [0, 1, 3], [1, 2, 3], [2, 0, 3]]))
CORNERS = resting_points(WEDGE)
ANGLE = st.sampled_from([-90.0, 0.0, 35.0, 90.0, 180.0])
TURNS = st.builds(Turn, ANGLE, ANGLE, ANGLE)
RECIPES = st.builds(
    lambda mirror, turn, size: KeepsakeRecipe(
        tuple(step for step in (mirror, turn, size, Foot()) if step is not None)
    ),
    st.sampled_from([None, Mirror("x"), Mirror("z")]),
    st.one_of(st.none(), TURNS),
    st.sampled_from([None, Size(height_mm=70.0), Size(longest_mm=40.0), Size(90.0, 60.0)]),
)


def figure(recipe: KeepsakeRecipe) -> np.ndarray:
    """Return the corners of the figure as the recipe makes it, without its foot."""
    return shape_keepsake(WEDGE, recipe.without(Foot), JobContext(), final=False).mesh.vertices


def same_place(one: np.ndarray, other: np.ndarray) -> bool:
    one, other = (each - (each.min(axis=0) + each.max(axis=0)) / 2 for each in (one, other))
    return all(np.abs(other - point).max(axis=1).min() < 1e-2 for point in one)


@settings(max_examples=40, deadline=None)
@given(RECIPES, st.sampled_from(["x", "y", "z"]), st.sampled_from([90.0, -90.0, 25.0]))
def test_turning_further_turns_what_is_seen(recipe: KeepsakeRecipe, axis: str, degrees: float) -> None:
    matrix = edits.about(axis, degrees)
    changed = edits.turned(recipe, matrix, CORNERS)
    assert same_place(figure(changed), figure(recipe) @ matrix.T)
    assert changed.first(Foot) is not None


@settings(max_examples=40, deadline=None)
@given(RECIPES, st.sampled_from(["x", "y", "z"]))
def test_mirroring_mirrors_what_is_seen_and_twice_is_nothing(recipe: KeepsakeRecipe, axis: str) -> None:
    once = edits.mirrored(recipe, axis, CORNERS)
    flip = np.where(np.array(["x", "y", "z"]) == axis, -1.0, 1.0)
    assert same_place(figure(once), figure(recipe) * flip)
    assert same_place(figure(edits.mirrored(once, axis, CORNERS)), figure(recipe))


@settings(max_examples=40, deadline=None)
@given(RECIPES, TURNS)
def test_laying_down_keeps_the_mirror_and_the_size(recipe: KeepsakeRecipe, turn: Turn) -> None:
    changed = edits.laid(recipe, turn, CORNERS)
    assert (changed.first(Mirror) is None) == (recipe.first(Mirror) is None)
    assert edits.same_turn(changed.first(Turn) or Turn(), turn)
    back = turn_matrix(turn) @ turn_matrix(recipe.first(Turn) or Turn()).T
    assert same_place(figure(changed), figure(recipe) @ back.T)


def test_upright_again_is_no_turn_at_all() -> None:
    recipe = KeepsakeRecipe((Turn(90.0), Size(height_mm=70.0)))
    again = edits.laid(recipe, Turn(), CORNERS)
    assert again.first(Turn) is None
    assert edits.is_upright(again)
    assert not edits.is_upright(recipe)


def test_twice_as_large_is_twice_as_high() -> None:
    recipe = edits.scaled(KeepsakeRecipe((Turn(90.0), Size(longest_mm=25.0))), 2.0, CORNERS)
    assert np.ptp(figure(recipe), axis=0).max() == pytest.approx(50.0, abs=1e-3)


def test_faces_that_shall_lie_look_down_and_the_size_stays() -> None:
    recipe = KeepsakeRecipe((Mirror("y"), Turn(20.0, 30.0, 40.0), Size(longest_mm=80.0)))
    mesh = shape_keepsake(WEDGE, recipe, JobContext(), final=False).mesh
    changed = edits.laid_on(recipe, mesh, np.array([2]))
    laid = shape_keepsake(WEDGE, changed, JobContext(), final=False).mesh
    assert laid.volume_mm3 == pytest.approx(mesh.volume_mm3, rel=1e-4)
    corners = laid.vertices[laid.faces]
    lowest = corners[..., 2].max(axis=1).argmin()
    assert np.ptp(corners[lowest, :, 2]) < 1e-3
    assert changed.first(Mirror) == Mirror("y")
