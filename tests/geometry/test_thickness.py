"""Rays against walls, balls and boxes whose thickness is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.rays import RayTree
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.geometry.thickness import filled, neighbour_table, ring_median, wall_thickness_mm
from memoreez_desktop.geometry.topology import edge_table


def measured(mesh: MeshModel, **options: int) -> np.ndarray:
    return wall_thickness_mm(mesh, edge_table(mesh.faces, len(mesh.vertices)).pairs, **options)


@pytest.mark.parametrize("finer", [1, 6])
@pytest.mark.parametrize("wall_mm", [0.3, 0.8, 2.0])
def test_a_wall_reads_its_thickness_on_every_side(wall_mm: float, finer: int) -> None:
    mesh = to_mesh(Manifold.cube((30, wall_mm, 20)).refine(finer))
    normals = np.cross(*(mesh.vertices[mesh.faces[:, k]] - mesh.vertices[mesh.faces[:, 0]] for k in (1, 2)))
    expected = np.array([30, wall_mm, 20])[np.abs(normals).argmax(axis=1)]
    assert measured(mesh) == pytest.approx(expected, rel=1e-4)


def test_a_ball_reads_its_diameter_and_a_shell_its_wall() -> None:
    assert measured(to_mesh(Manifold.sphere(10, 64))) == pytest.approx(19.95, abs=0.05)
    shell = to_mesh(Manifold.sphere(10, 96) - Manifold.sphere(8.5, 96))
    assert measured(shell) == pytest.approx(1.5, abs=0.03)


def test_behind_an_open_surface_nothing_is_measured() -> None:
    sheet = MeshModel(np.array([[0, 0, 0], [9, 0, 0], [0, 9, 0]]), np.array([[0, 1, 2]]))
    assert np.isnan(measured(sheet)).all()
    assert len(measured(MeshModel(np.zeros((0, 3)), np.zeros((0, 3))))) == 0


def test_a_sampled_surface_reads_like_the_whole() -> None:
    mesh = to_mesh(Manifold.sphere(10, 64))
    assert np.nanmax(np.abs(measured(mesh, most_rays=mesh.triangles // 5) - measured(mesh))) < 0.05


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 60))
def test_rays_find_what_trying_every_triangle_finds(seed: int, count: int) -> None:
    random = np.random.default_rng(seed)
    vertices = random.uniform(-10, 10, (3 * count, 3)).astype(np.float32)
    mesh = MeshModel(vertices, np.arange(3 * count).reshape(-1, 3))
    origins, ways = random.uniform(-10, 10, (20, 3)), random.normal(size=(20, 3))
    ways /= np.linalg.norm(ways, axis=1)[:, None]
    found = RayTree(mesh).leaving_mm(origins, ways)
    a, b, c = (vertices.astype(float)[mesh.faces[:, k]] for k in range(3))
    normal = np.cross(b - a, c - a)
    for origin, way, reach in zip(origins, ways, found, strict=True):
        facing = normal @ way
        with np.errstate(divide="ignore", invalid="ignore"):
            at = np.einsum("ij,ij->i", normal, a - origin) / facing
        points = origin + at[:, None] * way
        sides = [
            np.einsum("ij,ij->i", np.cross(q - p, points - p), normal) for p, q in ((a, b), (b, c), (c, a))
        ]
        hit = (facing > 0) & (at > 1e-4) & (np.min(sides, axis=0) >= 0)
        assert reach == pytest.approx(at[hit].min() if hit.any() else np.inf, rel=1e-6)


def test_neighbours_fill_gaps_and_outvote_a_stray() -> None:
    ring = neighbour_table(4, np.array([[0, 1], [1, 2], [2, 3]]))
    assert sorted(ring[1].tolist()) == [-1, 0, 2]
    assert filled(np.array([2.0, np.nan, np.nan, 6.0]), ring, np.ones(4, bool)).tolist() == [2, 2, 6, 6]
    assert filled(np.array([np.nan, 1.0]), np.full((2, 3), -1), np.ones(2, bool))[1] == 1
    assert ring_median(np.array([2.0, 0.1, 2.0, np.nan]), ring).tolist()[1] == 2.0
