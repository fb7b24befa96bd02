"""Merging by position: exact, in order, and without a tolerance."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from memoreez_desktop.geometry import mesh_merge
from memoreez_desktop.geometry.mesh_merge import merge_positions, merged

few = st.sampled_from([0.0, -0.0, 1.0, 1.0000001, -1.0, 3e38, 1e-45])
points = hnp.arrays(np.float32, st.tuples(st.integers(0, 60), st.just(3)), elements=few.map(np.float32))


@given(points)
def test_equal_positions_get_one_number(p: np.ndarray) -> None:
    vertices, index = merge_positions(p)
    assert np.array_equal(vertices[index], p)
    assert len(np.unique(vertices, axis=0)) == len(vertices)
    # Numbers rise in the order in which positions first appear.
    assert np.array_equal(np.unique(index), np.arange(len(vertices)))
    assert all(index[: k + 1].max() == len(np.unique(index[: k + 1])) - 1 for k in range(len(p)))


@given(hnp.arrays(np.float32, (31, 3), elements=st.floats(-9, 9, width=32)))
def test_positions_that_meet_on_one_place_of_the_table_stay_apart(p: np.ndarray) -> None:
    p = p + np.float32(0)
    # One place more than there can be positions: nearly every one meets another.
    first, index = mesh_merge._first_seen(p.view(np.uint32), np.full(32, -1, np.int32))
    assert np.array_equal(p[first][index], p)
    assert len(first) == len(np.unique(p, axis=0))


def test_collapsed_faces_and_unused_vertices_go() -> None:
    vertices = np.array([[9, 9, 9], [0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 0], [np.nan, 0, 0]], np.float32)
    faces = np.array([[1, 2, 3], [1, 4, 2], [1, 2, 5]], np.int32)
    mesh = merged(vertices, faces)
    assert mesh.triangles == 1
    assert len(mesh.vertices) == 3
