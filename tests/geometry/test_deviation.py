"""Distances between surfaces, against formulas and against every triangle tried."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from manifold3d import Manifold

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.deviation import deviation, sample_surface
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.geometry.triangle_tree import TriangleTree, along_curve

coordinates = hnp.arrays(np.float64, (5, 3), elements=st.floats(-10, 10, width=32))


def test_a_mesh_is_not_away_from_itself_however_it_is_triangulated() -> None:
    cube = to_mesh(Manifold.cube((50, 50, 50)))
    fine = to_mesh(Manifold.cube((50, 50, 50)).refine(7))
    assert deviation(cube, cube).max_mm < 1e-5
    assert deviation(cube, fine).max_mm < 1e-5


@pytest.mark.parametrize("gap", [0.05, 0.5, 2.0])
def test_a_larger_ball_is_the_difference_of_the_radii_away(gap: float) -> None:
    small, large = to_mesh(Manifold.sphere(20, 160)), to_mesh(Manifold.sphere(20 + gap, 160))
    away = deviation(small, large)
    assert (away.p50_mm, away.p95_mm) == pytest.approx((gap, gap), rel=0.03)
    assert away.max_mm == pytest.approx(gap, rel=0.05)
    back = deviation(large, small)
    assert back.p95_mm == pytest.approx(away.p95_mm, rel=0.02)


def test_a_spike_is_seen_by_the_largest_alone() -> None:
    cube = Manifold.cube((50, 50, 50))
    spike = Manifold.cylinder(4, 0.1, 0.0, 8).translate((25, 25, 49.9))
    away = deviation(to_mesh(cube), to_mesh(cube + spike))
    assert away.max_mm == pytest.approx(3.9, abs=0.01)
    assert away.p95_mm < 1e-4


def test_what_is_only_on_one_side_counts() -> None:
    one = Manifold.cube((10, 10, 10))
    both = one + Manifold.cube((10, 10, 10)).translate((30, 0, 0))
    for pair in ((one, both), (both, one)):
        assert deviation(*(to_mesh(solid) for solid in pair)).max_mm == pytest.approx(30, abs=1e-3)


@settings(max_examples=60)
@given(coordinates, hnp.arrays(np.float64, (1, 3, 3), elements=st.floats(-10, 10, width=32)))
def test_no_point_of_the_triangle_is_nearer(points: np.ndarray, corners: np.ndarray) -> None:
    steps = np.array([(i, j, 40 - i - j) for i in range(41) for j in range(41 - i)]) / 40
    nearest = np.linalg.norm((steps @ corners[0])[None] - points[:, None], axis=2).min(axis=1)
    spacing = np.linalg.norm(np.ptp(corners[0], axis=0)) / 40
    exact = TriangleTree.of(MeshModel(corners[0], [[0, 1, 2]])).distances_mm(points)
    assert (exact <= nearest + 1e-6).all()
    assert (exact >= nearest - spacing - 1e-6).all()


@settings(max_examples=40)
@given(st.integers(1, 90), st.integers(0, 10_000), st.floats(0.001, 1000))
def test_no_other_triangle_is_nearer(count: int, seed: int, size: float) -> None:
    random = np.random.default_rng(seed)
    # Some in a crowd, some long and far away.
    corners = random.normal(size=(count, 1, 3)) * 3 + random.normal(size=(count, 3, 3)) * random.choice(
        [0.1, 5.0], (count, 1, 1)
    )
    points = random.normal(size=(20, 3)) * 6 * size
    soup = MeshModel(corners.reshape(-1, 3) * size, np.arange(3 * count).reshape(-1, 3))
    singles = [
        TriangleTree.of(MeshModel(soup.vertices, soup.faces[k : k + 1])).distances_mm(points)
        for k in range(count)
    ]
    assert TriangleTree.of(soup).distances_mm(points) == pytest.approx(np.min(singles, axis=0), rel=1e-12)


def test_the_curve_visits_every_point_once() -> None:
    points = np.random.default_rng(1).random((1000, 3))
    order = along_curve(points)
    assert sorted(order) == list(range(1000))
    jumps = np.linalg.norm(np.diff(points[order], axis=0), axis=1).mean()
    assert jumps < 0.3 * np.linalg.norm(np.diff(points, axis=0), axis=1).mean()


def test_samples_lie_on_their_faces_and_are_even() -> None:
    box = to_mesh(Manifold.cube((10, 1, 1)))
    points, faces = sample_surface(box, 5000, 1)
    for k in range(box.triangles):
        on_face = TriangleTree.of(MeshModel(box.vertices, box.faces[k : k + 1]))
        assert on_face.distances_mm(points[faces == k]).max(initial=0) < 1e-5
    assert np.mean(points[:, 0] < 5) == pytest.approx(0.5, abs=0.03)
