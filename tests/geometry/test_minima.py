"""Low points of a surface, and how far they stay alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.heightfield import heightfield_solid
from memoreez_desktop.geometry.inside import points_inside
from memoreez_desktop.geometry.minima import low_points
from memoreez_desktop.geometry.sections import Cutter
from memoreez_desktop.geometry.shapes import rectangle, ring
from memoreez_desktop.geometry.solids import to_mesh


def test_a_table_stands_on_four_low_points_of_which_one_is_the_lowest() -> None:
    table = Manifold.cube((30, 30, 5)).translate((0, 0, 20))
    for k, (x, y) in enumerate(((1, 1), (26, 1), (1, 26), (26, 26))):
        table += Manifold.cube((3, 3, 21 - k)).translate((x, y, k))
    mesh = to_mesh(table)
    points, rise = low_points(mesh, 0.1)
    assert sorted(mesh.vertices[points, 2].tolist()) == [0, 1, 2, 3]
    assert sorted(rise.tolist()) == pytest.approx([17, 18, 19, np.inf])


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_every_pit_of_a_relief_rises_to_its_lowest_pass(seed: int) -> None:
    random = np.random.default_rng(seed)
    heights = random.uniform(2, 9, (6, 7)).astype(np.float32)
    mesh = heightfield_solid(heights, 1.0)
    points, rise = low_points(mesh, 0.0)
    z = mesh.vertices[:, 2]
    for point, alone in zip(points, rise, strict=True):
        if np.isinf(alone):
            continue
        # What hangs together below the pass holds no deeper point; with the pass it does.
        for level, deeper in ((z[point] + alone - 1e-5, False), (z[point] + alone + 1e-5, True)):
            assert _reaches_deeper(mesh, int(point), level) is deeper


def _reaches_deeper(mesh: MeshModel, start: int, level: float) -> bool:
    z = mesh.vertices[:, 2]
    seen, waiting = {start}, [start]
    while waiting:
        faces = mesh.faces[(mesh.faces == waiting.pop()).any(axis=1)]
        for other in np.unique(faces).tolist():
            if other not in seen and z[other] <= level:
                seen.add(other)
                waiting.append(other)
    return bool(min(z[list(seen)]) < z[start])


def test_points_in_a_shape_with_a_hole() -> None:
    shape = ring(10.0, 4.0) + rectangle(2.0, 2.0).translate((20.0, 0.0))
    points = np.array([[0, 0], [7, 0], [0, -9.9], [11, 0], [20, 0.5], [20, 1.5]], dtype=float)
    assert points_inside(points, shape).tolist() == [False, True, True, False, True, False]
    assert not points_inside(points, rectangle(1, 1) - rectangle(2, 2)).any()


def test_a_cut_by_slices_is_the_cut_of_all_faces() -> None:
    mesh = to_mesh(Manifold.sphere(10, 240).translate((0, 0, 10)))
    fine, coarse = Cutter(mesh), Cutter(mesh)
    coarse._slices._known = False
    assert fine._slices._known
    for z_mm in (-0.5, 0.0, 0.01, 3.3, 10.0, 19.99, 20.0, 21.0, *np.linspace(0, 20, 30)):
        assert np.array_equal(fine.cut(z_mm).faces, coarse.cut(z_mm).faces)
    assert fine.cut(5.0).shape.area() == coarse.cut(5.0).shape.area()
