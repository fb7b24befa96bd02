"""How faces meet: edges, bodies, winding."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.geometry.topology import (
    bodies,
    body_volumes,
    edge_table,
    faces_to_flip,
    hole_count,
    is_balanced,
)

TWO = to_mesh(Manifold.sphere(10, 32) + Manifold.cube((5, 5, 5)).translate((30, 0, 0)))


def table_of(mesh: MeshModel):
    return edge_table(mesh.faces, len(mesh.vertices))


def test_a_closed_mesh_has_every_edge_twice() -> None:
    table = table_of(TWO)
    assert table.watertight
    assert len(table.pairs) == TWO.triangles * 3 // 2
    assert bodies(TWO.triangles, table.pairs)[0] == 2


@settings(max_examples=50, deadline=None)
@given(st.sets(st.integers(0, TWO.triangles - 1), min_size=1, max_size=40))
def test_missing_faces_leave_open_edges_round_them(gone: set[int]) -> None:
    faces = np.delete(TWO.faces, list(gone), axis=0)
    table = edge_table(faces, len(TWO.vertices))
    whole = table_of(TWO)
    inner = np.isin(whole.pairs, list(gone)).all(axis=1).sum()
    assert len(table.open_faces) == 3 * len(gone) - 2 * inner
    assert not table.crowded_edges
    assert 1 <= hole_count(table.open_edges) <= len(gone)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.booleans(), min_size=TWO.triangles, max_size=TWO.triangles))
def test_winding_is_mended_whatever_is_turned(turned: list[bool]) -> None:
    flip = np.array(turned)
    faces = np.where(flip[:, None], TWO.faces[:, ::-1], TWO.faces)
    found = faces_to_flip(len(faces), edge_table(faces, len(TWO.vertices)))
    mended = np.where(found[:, None], faces[:, ::-1], faces)
    table = edge_table(mended, len(TWO.vertices))
    assert table.watertight
    count, body = bodies(len(mended), table.pairs)
    expected = body_volumes(TWO.vertices, TWO.faces, body, count)
    assert np.abs(body_volumes(TWO.vertices, mended, body, count)) == pytest.approx(expected)
    # Never more than half of a body is turned over.
    assert (np.bincount(body, found) <= np.bincount(body) / 2).all()


def test_a_band_with_one_side_is_left_alone() -> None:
    # Five triangles in a Möbius band.
    faces = np.array([[k, (k + 1) % 5, (k + 2) % 5] for k in range(5)], dtype=np.int32)
    table = edge_table(faces, 5)
    assert not table.coherent.all()
    assert not faces_to_flip(5, table).any()


def test_more_than_two_faces_at_an_edge() -> None:
    faces = np.array([[0, 1, 2], [1, 0, 3], [0, 1, 4]], dtype=np.int32)
    table = edge_table(faces, 5)
    assert table.crowded_edges == 1
    assert table.crowded_faces.tolist() == [0, 1, 2]
    assert len(table.open_faces) == 6
    assert not table.closed


def test_nothing_is_not_closed() -> None:
    table = edge_table(np.zeros((0, 3), dtype=np.int32), 0)
    assert not table.watertight
    assert bodies(0, table.pairs)[0] == 0
    assert hole_count(table.open_edges) == 0


def test_touching_solids_are_balanced_and_open_ones_are_not() -> None:
    assert is_balanced(TWO.faces)
    assert is_balanced(np.concatenate([TWO.faces, TWO.faces]))
    assert not is_balanced(TWO.faces[1:])
    turned = np.array(TWO.faces)
    turned[4] = turned[4, ::-1]
    assert not is_balanced(turned)
