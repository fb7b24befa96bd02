"""A surface made anew: closed for any input, true to a cell, sharp where the thing is sharp."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.columns import crossed_ratio
from memoreez_desktop.geometry.contouring import patch_tables
from memoreez_desktop.geometry.deviation import deviation
from memoreez_desktop.geometry.solid_remesh import solid_remesh
from memoreez_desktop.geometry.solids import to_mesh, to_solid
from memoreez_desktop.geometry.topology import edge_table
from memoreez_desktop.geometry.triangle_tree import TriangleTree
from memoreez_desktop.geometry.winding import grid_about, inside_grid
from memoreez_desktop.geometry.winding_number import WindingTree

BOX = to_mesh(Manifold.cube((20, 20, 20), True).rotate((20, 30, 10)))
BALL = to_mesh(Manifold.sphere(10, 64))


def watertight(mesh: MeshModel) -> bool:
    return edge_table(mesh.faces, len(mesh.vertices)).watertight


def torn(mesh: MeshModel, gone: set[int]) -> MeshModel:
    return MeshModel(mesh.vertices, np.delete(mesh.faces, list(gone), axis=0))


def test_a_box_keeps_its_edges() -> None:
    made = solid_remesh(BOX, 60)
    assert watertight(made)
    away = deviation(BOX, made, probes=4000)
    cell = max(BOX.extents_mm) / 60
    assert away.p50_mm < 1e-3 * cell
    assert away.p95_mm < 0.1 * cell
    assert made.volume_mm3 == pytest.approx(8000, rel=1e-3)


def test_twice_as_many_cells_are_more_than_twice_as_close() -> None:
    coarse, fine = (deviation(BALL, solid_remesh(BALL, cells), probes=3000).p95_mm for cells in (24, 48))
    assert fine < 0.5 * coarse


@settings(max_examples=25, deadline=None)
@given(
    st.sets(st.integers(0, 11), max_size=2),
    st.tuples(*[st.floats(-14, 14)] * 3),
    st.booleans(),
)
def test_anything_becomes_closed(gone: set[int], move: tuple[float, float, float], inside_out: bool) -> None:
    other = MeshModel(BALL.vertices, BALL.faces[:, ::-1]) if inside_out else BALL
    box, ball = torn(BOX, gone), other.moved(*move)
    both = MeshModel(
        np.concatenate([box.vertices, ball.vertices]), np.concatenate([box.faces, ball.faces + 8])
    )
    made = solid_remesh(both, 24)
    assert watertight(made)
    assert made.volume_mm3 > 0
    assert crossed_ratio(made) < 0.01
    to_solid(made)


def test_two_overlapping_things_become_their_union() -> None:
    ball = BALL.moved(8, 4, 0)
    both = MeshModel(
        np.concatenate([BOX.vertices, ball.vertices]), np.concatenate([BOX.faces, ball.faces + 8])
    )
    exact = (to_solid(BOX) + to_solid(ball)).volume()
    assert crossed_ratio(both) > 0.02
    made = solid_remesh(both, 80)
    assert crossed_ratio(made) == 0
    assert made.volume_mm3 == pytest.approx(exact, rel=2e-3)


def test_an_open_ball_is_closed_where_winding_numbers_are_a_half() -> None:
    top = BALL.vertices[BALL.faces][:, :, 2].min(axis=1) > 6
    made = solid_remesh(MeshModel(BALL.vertices, BALL.faces[~top]), 60)
    assert watertight(made)
    cut = to_solid(BALL).trim_by_plane((0, 0, -1), -6).volume()
    assert made.volume_mm3 == pytest.approx(cut, rel=0.02)


def test_a_sheet_becomes_a_shell() -> None:
    sheet = MeshModel([[0, 0, 0], [40, 0, 0], [40, 30, 0], [0, 30, 0]], [[0, 1, 2], [0, 2, 3]])
    made = solid_remesh(sheet, 80, shell_mm=4.0)
    assert watertight(made)
    # A plate with a round rim: 4 mm over its area, half a pipe along each side, a ball in the corners.
    rounded = 40 * 30 * 4 + 140 * np.pi * 2 + 4 / 3 * np.pi * 8
    assert made.volume_mm3 == pytest.approx(rounded, rel=0.01)


def test_nothing_inside_gives_nothing() -> None:
    sheet = MeshModel([[0, 0, 0], [40, 0, 0], [40, 30, 0]], [[0, 1, 2]])
    assert solid_remesh(sheet, 24).triangles == 0


def test_it_stops_when_asked() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        solid_remesh(BALL, 48, JobContext(token))


def test_every_crossed_edge_of_a_cell_belongs_to_one_patch() -> None:
    patches, owners = patch_tables()
    assert patches[0] == patches[255] == 0
    assert patches[1] == patches[254] == 1
    assert patches[0b10000001] == 2
    for bits in range(256):
        assert set(owners[bits][owners[bits] >= 0]) == set(range(patches[bits]))


@settings(max_examples=30, deadline=None)
@given(st.tuples(*[st.floats(-25, 25)] * 3))
def test_winding_number_is_one_inside_and_none_outside(point: tuple[float, float, float]) -> None:
    away = TriangleTree.of(BALL).distances_mm(np.array([point]))[0]
    found = WindingTree(TriangleTree.of(BALL)).winding(np.array([point]))[0]
    if away > 0.05:
        assert found == pytest.approx(float(np.linalg.norm(point) < 10), abs=0.05)


def test_columns_and_winding_numbers_agree() -> None:
    """An opening too small to matter sends the same ball the other way."""
    whole = grid_about(BALL, 40)
    closed = inside_grid(BALL, whole, JobContext())
    opened = inside_grid(torn(BALL, {5}), whole, JobContext())
    assert (closed != opened).mean() < 1e-4
    assert closed.sum() * whole.pitch_mm**3 == pytest.approx(BALL.volume_mm3, rel=0.01)
