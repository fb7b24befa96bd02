"""Holes: every loop is covered, with nothing but what it takes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.holes import close_holes, split_crowded
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.geometry.topology import edge_table

BALL = to_mesh(Manifold.sphere(10, 32))


def watertight(mesh: MeshModel) -> bool:
    return edge_table(mesh.faces, len(mesh.vertices)).watertight


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, BALL.triangles - 1), min_size=1, max_size=60))
def test_any_faces_may_be_missing(gone: set[int]) -> None:
    torn = MeshModel(BALL.vertices, np.delete(BALL.faces, list(gone), axis=0))
    closed, holes = close_holes(torn)
    table = edge_table(closed.faces, len(closed.vertices))
    assert holes >= 1
    assert not len(table.open_faces)
    assert closed.volume_mm3 == pytest.approx(BALL.volume_mm3, rel=0.3)


def test_a_flat_lid_is_exact_and_needs_no_new_vertex() -> None:
    bowl = to_mesh(Manifold.cylinder(10, 8, 5, 24))
    top = bowl.vertices[bowl.faces][:, :, 2].min(axis=1) >= 10
    closed, holes = close_holes(MeshModel(bowl.vertices, bowl.faces[~top]))
    assert holes == 1
    assert watertight(closed)
    assert len(closed.vertices) == len(bowl.vertices)
    assert closed.volume_mm3 == pytest.approx(bowl.volume_mm3, rel=1e-6)


def test_a_concave_hole_is_covered_inside_its_outline() -> None:
    star = Manifold.extrude(
        Manifold.cube((10, 10, 1)).slice(0.5) - Manifold.cube((6, 6, 1)).slice(0.5).translate((4, 2)), 5
    )
    whole = to_mesh(star)
    top = whole.vertices[whole.faces][:, :, 2].min(axis=1) >= 5
    closed, _ = close_holes(MeshModel(whole.vertices, whole.faces[~top]))
    assert watertight(closed)
    assert closed.volume_mm3 == pytest.approx(whole.volume_mm3, rel=1e-6)


def test_two_cubes_that_share_an_edge_are_taken_apart() -> None:
    one = np.array(to_mesh(Manifold.cube((1, 1, 1))).vertices)
    mesh = to_mesh(Manifold.cube((1, 1, 1)))
    corners = np.concatenate([one, one + np.array((1, 1, 0))])
    both = MeshModel(corners, np.concatenate([mesh.faces, mesh.faces + 8]))
    unique, index = np.unique(both.vertices, axis=0, return_inverse=True)
    merged = MeshModel(unique, index.reshape(-1)[both.faces])
    assert edge_table(merged.faces, len(unique)).crowded_edges == 1
    apart = split_crowded(merged)
    assert len(apart.vertices) == 16
    assert apart.volume_mm3 == pytest.approx(2)
    assert not edge_table(apart.faces, 16).crowded_edges


@pytest.mark.parametrize("open_above", [4.0, 6.5, 8.5])
@pytest.mark.parametrize("turn", [(0, 0, 0), (30, 50, 10)])
def test_a_hole_of_a_ball_is_closed_with_what_a_ball_has_there(
    open_above: float, turn: tuple[float, float, float]
) -> None:
    """A flat lid would lose the whole cap; steeper than 45 degrees it is one all the same."""
    ball = to_mesh(Manifold.sphere(10, 64))
    top = ball.vertices[ball.faces][:, :, 2].min(axis=1) > open_above
    placed = to_mesh(Manifold.sphere(10, 64).rotate(turn))
    closed, holes = close_holes(MeshModel(placed.vertices, placed.faces[~top]))
    assert holes == 1
    assert watertight(closed)
    cap = np.pi * (10 - open_above) ** 2 * (30 - 10 + open_above) / 3
    lost = placed.volume_mm3 - closed.volume_mm3
    if open_above > 7.1:
        assert abs(lost) < 0.15 * cap
    else:
        assert lost <= 1.2 * cap


def test_the_place_of_a_hole_does_not_change_how_it_is_closed() -> None:
    ball = to_mesh(Manifold.sphere(10, 64))
    top = ball.vertices[ball.faces][:, :, 2].min(axis=1) > 8.5
    torn = MeshModel(ball.vertices, ball.faces[~top])
    here = close_holes(torn)[0].volume_mm3
    assert close_holes(torn.moved(30, -20, 50))[0].volume_mm3 == pytest.approx(here, rel=1e-3)
