"""Cuts through a mesh against the exact solid."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.sections import Cutter
from memoreez_desktop.geometry.solids import to_mesh


@settings(max_examples=40, deadline=None)
@given(
    st.integers(3, 40),
    st.tuples(*[st.floats(-20, 20)] * 3),
    st.tuples(*[st.floats(0, 360)] * 3),
    st.floats(0.01, 0.99),
)
def test_a_cut_equals_the_cut_of_the_exact_solid(segments, move, turn, share) -> None:
    solid = (Manifold.cube((20, 30, 40)) - Manifold.sphere(12, segments).translate(move)).rotate(turn)
    mesh = to_mesh(solid)
    low, high = mesh.bounds_mm[:, 2]
    z = float(low + share * (high - low))
    section = Cutter(mesh).cut(z)
    assert section.open_chains == 0
    assert section.shape.area() == pytest.approx(solid.slice(z).area(), abs=0.02)


def test_the_volume_of_the_slices_is_the_volume_of_the_mesh() -> None:
    mesh = to_mesh(Manifold.revolve(Manifold.sphere(5, 40).slice(0).translate((12, 0)), 60))
    low, high = mesh.bounds_mm[:, 2]
    heights = np.arange(low + 0.005, high, 0.01)
    cutter = Cutter(mesh)
    assert sum(cutter.cut(float(z)).shape.area() for z in heights) * 0.01 == pytest.approx(
        mesh.volume_mm3, rel=1e-3
    )


def test_planes_through_vertices_and_flat_faces_close() -> None:
    cutter = Cutter(to_mesh(Manifold.cube((10, 10, 5)) + Manifold.cube((4, 4, 9))))
    assert cutter.cut(0.0).shape.area() == pytest.approx(100)
    assert cutter.cut(5.0).shape.area() == pytest.approx(16)
    assert cutter.cut(9.0).shape.is_empty()
    assert cutter.cut(-1.0).shape.is_empty()


def test_overlapping_bodies_count_once() -> None:
    a, b = to_mesh(Manifold.cube((10, 10, 10))), to_mesh(Manifold.cube((10, 10, 10)).translate((5, 0, 0)))
    both = MeshModel(np.concatenate([a.vertices, b.vertices]), np.concatenate([a.faces, b.faces + 8]))
    assert Cutter(both).cut(5.1).shape.area() == pytest.approx(150)


def test_an_open_outline_is_left_out_and_told() -> None:
    cube = to_mesh(Manifold.cube((10, 10, 10)))
    low = cube.vertices[cube.faces][:, :, 2].min(axis=1)
    side = int(np.flatnonzero(low == 0)[0])
    torn = MeshModel(cube.vertices, np.delete(cube.faces, side, axis=0))
    sections = [Cutter(torn).cut(z) for z in (3.0, 7.0)]
    assert max(s.open_chains for s in sections) >= 1
