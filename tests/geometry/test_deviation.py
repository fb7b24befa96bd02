"""Distances between surfaces, against formulas."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from manifold3d import Manifold

from memoreez_desktop.geometry.deviation import deviation_p95_mm, point_triangle_mm, sample_surface
from memoreez_desktop.geometry.solids import to_mesh

coordinates = hnp.arrays(np.float64, (1, 3), elements=st.floats(-10, 10))


def test_a_mesh_is_not_away_from_itself_however_it_is_triangulated() -> None:
    cube = to_mesh(Manifold.cube((50, 50, 50)))
    fine = to_mesh(Manifold.cube((50, 50, 50)).refine(7))
    assert deviation_p95_mm(cube, cube) < 1e-5
    assert deviation_p95_mm(cube, fine) < 1e-5


@pytest.mark.parametrize("gap", [0.05, 0.5, 2.0])
def test_a_larger_ball_is_the_difference_of_the_radii_away(gap: float) -> None:
    small, large = to_mesh(Manifold.sphere(20, 160)), to_mesh(Manifold.sphere(20 + gap, 160))
    assert deviation_p95_mm(small, large) == pytest.approx(gap, rel=0.03)
    assert deviation_p95_mm(large, small) == pytest.approx(deviation_p95_mm(small, large), rel=0.02)


@given(coordinates, hnp.arrays(np.float64, (1, 3, 3), elements=st.floats(-10, 10)))
def test_no_point_of_the_triangle_is_nearer(point: np.ndarray, corners: np.ndarray) -> None:
    steps = np.array([(i, j, 40 - i - j) for i in range(41) for j in range(41 - i)]) / 40
    inside = steps @ corners[0]
    nearest = np.linalg.norm(inside - point, axis=1).min()
    spacing = np.linalg.norm(np.ptp(corners[0], axis=0)) / 40
    exact = point_triangle_mm(point, corners)[0]
    assert exact <= nearest + 1e-6
    assert exact >= nearest - spacing - 1e-6


def test_samples_lie_on_their_faces_and_are_even() -> None:
    box = to_mesh(Manifold.cube((10, 1, 1)))
    points, faces = sample_surface(box, 5000, 1)
    corners = box.vertices.astype(float)[box.faces[faces]]
    assert point_triangle_mm(points, corners).max() < 1e-5
    assert np.mean(points[:, 0] < 5) == pytest.approx(0.5, abs=0.03)
