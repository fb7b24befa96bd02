"""Layer heights that follow the surface."""

from __future__ import annotations

from dataclasses import replace

import manifold3d
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.profiles import PrinterProfile, QualityProfile
from memoreez_desktop.slicing.builtin.cutting.adaptive import (
    MOST_CHANGE_MM,
    SLAB_MM,
    adaptive_stack,
    height_bounds,
)
from memoreez_desktop.slicing.builtin.cutting.adaptive_kernels import slopes_by_height
from memoreez_desktop.slicing.builtin.cutting.layers import layer_stack

QUALITY = QualityProfile("normal", "Normal", adaptive_layers=True)
PRINTER = PrinterProfile("test", "Test printer")


def arrays(solid):
    mesh = solid.to_mesh()
    vertices = np.asarray(mesh.vert_properties)[:, :3].astype(np.float64)
    return vertices - [0, 0, vertices[:, 2].min()], np.asarray(mesh.tri_verts).astype(np.int64)


def stack_of(solid, **changes):
    return adaptive_stack(*arrays(solid), replace(QUALITY, **changes), PRINTER)


def cusps(solid, stack):
    """Step height and area of every triangle that does not lie flat."""
    vertices, faces = arrays(solid)
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    normal = np.cross(b - a, c - a)
    double = np.linalg.norm(normal, axis=1)
    upright = np.ptp(vertices[:, 2][faces], axis=1) > 1e-4
    middle = vertices[:, 2][faces].mean(axis=1)
    layer = np.clip(np.searchsorted(stack.top_mm, middle), 0, len(stack) - 1)
    steps = stack.height_mm[layer] * np.abs(normal[:, 2]) / np.maximum(double, 1e-12)
    return steps[upright], double[upright] / 2


def test_a_ball_gets_fewer_layers_and_smaller_steps_than_equal_layers_give():
    ball = manifold3d.Manifold.sphere(15, 128)
    even, fitted = layer_stack(30.0, 0.2, 0.2), stack_of(ball)
    assert len(fitted) < len(even)
    steps, area = cusps(ball, fitted)
    even_steps, _ = cusps(ball, even)
    assert np.average(steps, weights=area) < np.average(even_steps, weights=area)
    assert np.quantile(steps, 0.95) < 0.7 * np.quantile(even_steps, 0.95)


def test_an_upright_wall_gets_the_highest_layers_the_nozzle_allows():
    stack = stack_of(manifold3d.Manifold.cube((10, 10, 20)), max_layer_height_mm=0.5)
    assert height_bounds(replace(QUALITY, max_layer_height_mm=0.5), PRINTER) == (0.08, pytest.approx(0.3))
    assert stack.height_mm[1:] == pytest.approx(0.3, abs=0.005)
    assert stack.height_mm[0] == 0.2


def test_flat_tops_and_undersides_lie_between_two_layers():
    steps = [manifold3d.Manifold.cube((30 - 5 * k, 10, z)) for k, z in enumerate((1.03, 4.47, 9.91))]
    arm = manifold3d.Manifold.cube((60, 4, 2)).translate((0, 0, 7.333))
    stack = stack_of(sum(steps, arm))
    for level in (1.03, 4.47, 7.333, 9.333, 9.91):
        assert np.abs(stack.top_mm - level).min() < 2e-3, level
    assert stack.top_mm[-1] == pytest.approx(9.91, abs=1e-5)


def test_flats_nearer_than_the_lowest_layer_share_one():
    steps = [manifold3d.Manifold.cube((30 - 5 * k, 10, 5 + 0.03 * k)) for k in range(5)]
    stack = stack_of(sum(steps, manifold3d.Manifold.cube((4, 4, 12))))
    assert stack.height_mm.min() >= 0.08 - 1e-6


def test_a_model_of_hardly_more_than_one_layer_is_printed_as_ever():
    assert len(stack_of(manifold3d.Manifold.cube((20, 20, 0.25)))) == 1


def test_the_area_of_each_slab_is_that_of_the_surface():
    cone = manifold3d.Manifold.cylinder(10, 8, 2, 64)
    leaning, flat = slopes_by_height(*arrays(cone), SLAB_MM, 200)
    n = 6 / np.hypot(6, 10)
    side = np.pi * (8 + 2) * np.hypot(6, 10)
    assert leaning[:, 0].sum() == pytest.approx(side * n, rel=0.01)
    assert leaning[:, 1].sum() == pytest.approx(side * n * n, rel=0.01)
    assert leaning[:, 1] / leaning[:, 0] == pytest.approx(n, rel=0.01)
    assert flat[:, 1].sum() == pytest.approx(np.pi * (64 + 4), rel=0.01)


@given(
    st.floats(2, 25),
    st.floats(0.3, 3),
    st.integers(5, 40),
    st.floats(0.06, 0.12),
    st.floats(0.25, 0.4),
    st.floats(0.12, 0.28),
)
def test_heights_stay_between_the_bounds_and_change_softly(radius, stretch, segments, least, most, standard):
    solid = manifold3d.Manifold.sphere(radius, segments).scale((1, 1, stretch)).rotate((20, 30, 0))
    changes = {"min_layer_height_mm": least, "max_layer_height_mm": most, "layer_height_mm": standard}
    stack = stack_of(solid, **changes)
    top = arrays(solid)[0][:, 2].max()
    assert stack.top_mm[-1] == pytest.approx(top, abs=1e-6)
    assert np.cumsum(stack.height_mm) == pytest.approx(stack.top_mm)
    assert stack.plane_mm == pytest.approx(stack.top_mm - stack.height_mm / 2)
    upper = stack.height_mm[1:]
    assert upper.min() >= least - 1e-6
    assert upper.max() <= min(most, 0.3) + 1e-6
    assert np.abs(np.diff(upper)).max(initial=0.0) < 1.5 * MOST_CHANGE_MM


def test_the_file_tells_each_height_and_every_line_has_the_plastic_of_its_layer(solid_mesh, slice_it):
    dome = solid_mesh(manifold3d.Manifold.sphere(13, 64).trim_by_plane((0, 0, 1), 0))
    sliced = slice_it(dome, adaptive_layers=True, supports="off")
    heights = [float(line[8:]) for line in sliced.text.splitlines() if line.startswith(";HEIGHT:")]
    tops = [float(line[3:]) for line in sliced.text.splitlines() if line.startswith(";Z:")]
    assert np.diff([0.0, *tops]) == pytest.approx(heights, abs=2e-3)
    assert max(heights[1:]) > 1.5 * min(heights)
    printed = sliced.stats.filament_mm * np.pi * 1.75**2 / 4
    even = slice_it(dome, supports="off").stats.filament_mm * np.pi * 1.75**2 / 4
    assert printed == pytest.approx(even, rel=0.06)
