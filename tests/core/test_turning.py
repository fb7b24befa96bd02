"""Turns as matrices and back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.keepsake_steps import Turn
from memoreez_desktop.core.turning import then, to_bed, turn_matrix, turn_of, turned_extents_mm

ANGLE = st.floats(-720, 720, allow_nan=False)
QUARTERS = [Turn(x, y, z) for x in (0, 90, 180, 270) for y in (0, 90, 180, 270) for z in (0, 90, 180, 270)]


@given(ANGLE, ANGLE, ANGLE)
def test_the_angles_of_a_matrix_make_that_matrix(x: float, y: float, z: float) -> None:
    matrix = turn_matrix(Turn(x, y, z))
    assert np.abs(turn_matrix(turn_of(matrix)) - matrix).max() < 5e-6


@pytest.mark.parametrize("turn", QUARTERS)
def test_quarter_turns_are_exact_both_ways(turn: Turn) -> None:
    matrix = turn_matrix(turn)
    assert set(np.unique(matrix)) <= {-1.0, 0.0, 1.0}
    assert np.array_equal(turn_matrix(turn_of(matrix)), matrix)


@given(st.tuples(*[st.floats(-1, 1)] * 3).filter(lambda v: np.linalg.norm(v) > 1e-3))
def test_the_smallest_turn_brings_a_direction_down(direction: tuple[float, float, float]) -> None:
    matrix = to_bed(np.array(direction))
    unit = np.array(direction) / np.linalg.norm(direction)
    assert np.allclose(matrix @ unit, (0, 0, -1), atol=1e-4)
    assert np.allclose(matrix @ matrix.T, np.eye(3), atol=1e-9)
    assert np.linalg.det(matrix) == pytest.approx(1.0)
    # No turn does it with less: the angle is that between the direction and down.
    assert np.trace(matrix) == pytest.approx(1.0 - 2.0 * unit[2], abs=1e-3)


def test_up_is_turned_over_to_the_front_and_down_is_left_alone() -> None:
    assert np.array_equal(to_bed(np.array([0, 0, 5.0])), np.diag([1.0, -1.0, -1.0]))
    assert turn_of(to_bed(np.array([0, 0, -1.0]))) == Turn()


def test_one_turn_after_the_other_is_one_turn() -> None:
    first, second = Turn(20, 30, 40), Turn(-50, 10, 5)
    both = turn_matrix(then(first, turn_matrix(second)))
    assert np.allclose(both, turn_matrix(second) @ turn_matrix(first), atol=5e-6)


def test_extents_follow_the_turn() -> None:
    corners = np.array([[0, 0, 0], [10, 20, 30]], dtype=float)
    box = np.array([[x, y, z] for x in (0, 10) for y in (0, 20) for z in (0, 30)], dtype=float)
    assert turned_extents_mm(corners, Turn(x_deg=90)) == (10.0, 30.0, 20.0)
    assert turned_extents_mm(box, Turn(z_deg=90)) == (20.0, 10.0, 30.0)
    assert turned_extents_mm(np.empty((0, 3)), Turn()) == (0.0, 0.0, 0.0)
