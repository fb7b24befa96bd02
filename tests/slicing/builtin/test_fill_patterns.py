"""Sparse fill: exact, inside, in register, and calm about odd regions."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import get_args

import manifold3d
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from memoreez_desktop.core.profiles import FillPattern
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.infill.fill import sparse_fill
from memoreez_desktop.slicing.builtin.infill.patterns import families_of

PATTERNS = get_args(FillPattern)
SPACING = Flow(0.45, 0.2).spacing_mm
Shape = manifold3d.CrossSection


def chains_of(fill):
    return [fill.points[a:b] for a, b in zip(fill.offsets[:-1], fill.offsets[1:], strict=True)]


def length_mm(fill):
    return sum(np.hypot(*np.diff(chain, axis=0).T).sum() for chain in chains_of(fill))


def beads(fill, width):
    """Draw every straight piece as a thin rectangle."""
    boxes = []
    for chain in chains_of(fill):
        for a, b in pairwise(chain):
            along = (b - a) / max(np.hypot(*(b - a)), 1e-12)
            side = np.array([-along[1], along[0]]) * width / 2
            boxes.append(Shape([np.array([a - side, b - side, b + side, a + side])]))
    return Shape.batch_boolean(boxes, manifold3d.OpType.Add) if boxes else Shape()


def sampled(fill, room):
    """Take places along the lines, well inside."""
    places = []
    for chain in chains_of(fill):
        for a, b in pairwise(chain):
            steps = max(2, int(np.hypot(*(b - a)) / 0.05))
            places.append(a + (b - a) * np.linspace(0, 1, steps)[:, None])
    found = np.concatenate(places)
    return found[np.abs(found).max(axis=1) < room]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("density", [0.05, 0.15, 0.4, 0.8])
@pytest.mark.parametrize("z_mm", [0.2, 1.13, 3.4, 97.72])
def test_a_large_region_takes_its_share_of_plastic(pattern, density, z_mm):
    side = 130 * SPACING / density
    fill = sparse_fill(Shape.square((side, side), True), 0.2, SPACING, density, pattern, 7, z_mm)
    assert length_mm(fill) * fill.area_mm2 == pytest.approx(density * side * side * 0.2, rel=0.02)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_full_density_is_all_solid(pattern, slice_it, box):
    roles = slice_it(box(12, 12, 3), fill_density_ratio=1.0, fill_pattern=pattern).stats.roles
    assert "infill" not in roles


circles = st.tuples(st.floats(-12, 12), st.floats(-12, 12), st.floats(0.2, 9))


@settings(max_examples=40, deadline=None)
@given(
    pattern=st.sampled_from(PATTERNS),
    density=st.floats(0.03, 0.9),
    z_mm=st.floats(0.1, 200),
    discs=st.lists(circles, min_size=1, max_size=5),
    holes=st.lists(circles, max_size=6),
    turn=st.floats(0, 90),
)
def test_every_line_stays_inside(pattern, density, z_mm, discs, holes, turn):
    shape = Shape()
    for x, y, radius in discs:
        shape = shape + Shape.square((1.7 * radius, radius), True).rotate(turn).translate((x, y))
        shape = shape + Shape.circle(0.6 * radius, 24).translate((x, y))
    for x, y, radius in holes:
        shape = shape - Shape.circle(radius / 3, 20).translate((x, y))
    fill = sparse_fill(shape, 0.2, SPACING, density, pattern, 3, z_mm)
    if fill is None or len(fill.points) == 0:
        assert shape.is_empty() or shape.area() < 60 / density
        return
    again = sparse_fill(shape, 0.2, SPACING, density, pattern, 3, z_mm)
    assert np.array_equal(fill.points, again.points)
    assert np.isfinite(fill.points).all()
    assert (np.diff(fill.offsets) >= 2).all()
    wide = shape.offset(0.02, manifold3d.JoinType.Miter, 2.0)
    assert (beads(fill, 0.01) - wide).area() < 1e-4
    # Ends lie on the outline, where the perimeter is; rings close in themselves.
    if pattern != "concentric":
        inner = shape.offset(-0.002, manifold3d.JoinType.Miter, 2.0)
        ends = np.concatenate([fill.points[fill.offsets[:-1]], fill.points[fill.offsets[1:] - 1]])
        dots = [Shape.square((5e-4, 5e-4), True).translate(tuple(end)) for end in ends]
        assert (Shape.batch_boolean(dots, manifold3d.OpType.Add) ^ inner).area() < 1e-9


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize(
    "shape",
    [
        Shape(),
        Shape.square((1e-4, 1e-4)),
        Shape.square((0.3, 40.0)),
        Shape.square((40.0, 1e-3)),
        Shape.circle(0.4, 30),
    ],
    ids=["empty", "a speck", "a strip", "a hair", "a dot"],
)
def test_what_is_too_small_gets_little_or_nothing(pattern, shape):
    fill = sparse_fill(shape, 0.2, SPACING, 0.2, pattern, 1, 5.0)
    if fill is not None:
        assert np.isfinite(fill.points).all()
        assert length_mm(fill) <= 2 * 40.5


@pytest.mark.parametrize("pattern", ["cubic", "gyroid"])
@pytest.mark.parametrize("step_mm", [0.1, 0.2, 0.3])
def test_each_layer_stands_on_the_one_below(pattern, step_mm):
    shape = Shape.square((60, 60), True)
    far = []
    for z_mm in (0.4, 2.0, 5.3, 88.8):
        below = sparse_fill(shape, 0.2, SPACING, 0.15, pattern, 4, z_mm)
        above = sparse_fill(shape, 0.2, SPACING, 0.15, pattern, 5, z_mm + step_mm)
        far.append(cKDTree(sampled(below, 29)).query(sampled(above, 24))[0])
    # Planes of cubes rise by the square root of two; the gyroid is flatter only where two waves part.
    assert np.quantile(np.concatenate(far), 0.9) < 1.4 * step_mm


@pytest.mark.parametrize("pattern", ["grid", "triangles", "concentric"])
def test_upright_patterns_are_the_same_in_every_layer(pattern):
    shape = Shape.circle(15, 60)
    one = sparse_fill(shape, 0.2, SPACING, 0.2, pattern, 4, 1.0)
    other = sparse_fill(shape, 0.2, SPACING, 0.2, pattern, 9, 2.3)
    assert np.array_equal(one.points, other.points)


@pytest.mark.parametrize("pattern", ["cubic", "gyroid"])
def test_the_height_decides_and_not_the_number_of_the_layer(pattern):
    shape = Shape.circle(15, 60)
    one = sparse_fill(shape, 0.2, SPACING, 0.2, pattern, 4, 1.0)
    other = sparse_fill(shape, 0.2, SPACING, 0.2, pattern, 9, 1.0)
    assert np.array_equal(one.points, other.points)


def test_three_lines_of_triangles_never_meet_in_one_place():
    lines = families_of("triangles", 2.0, 0, 0.0)
    normals = np.stack([-np.sin(lines.angles), np.cos(lines.angles)], 1)
    for k in range(-3, 4):
        for n in range(-3, 4):
            heights = (np.array([k, n]) + lines.phases[:2]) * lines.pitch_mm
            place = np.linalg.solve(normals[:2], heights)
            third = (normals[2] @ place) / lines.pitch_mm - lines.phases[2]
            assert abs(third - round(third)) > 0.4


def test_planes_of_cubes_are_square_to_each_other():
    low, high = (families_of("cubic", 2.0, 0, z) for z in (0.0, 0.6))
    rise = (high.phases - low.phases) * high.pitch_mm
    normals = np.stack([-np.sin(low.angles), np.cos(low.angles), -rise / 0.6], 1)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    assert np.allclose(normals @ normals.T, np.eye(3), atol=1e-9)


@pytest.mark.parametrize("density", [0.15, 0.5, 0.9])
def test_rings_never_lie_on_themselves(density):
    shape = Shape.square((30, 8), True) + Shape.square((3, 30), True).rotate(20) - Shape.circle(2.5, 40)
    fill = sparse_fill(shape, 0.2, SPACING, density, "concentric", 0, 0.2)
    width = 0.98 * SPACING
    assert beads(fill, width).area() > 0.96 * length_mm(fill) * width


def test_gyroid_lines_bend_softly():
    fill = sparse_fill(Shape.square((60, 60), True), 0.2, SPACING, 0.15, "gyroid", 0, 0.2)
    for chain in chains_of(fill):
        inner = chain[np.abs(chain).max(axis=1) < 29.9]
        steps = np.diff(inner, axis=0)
        steps = steps[np.hypot(*steps.T) < 5]
        turns = np.abs(np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))))
        assert np.quantile(turns, 0.9) < math.radians(45)
