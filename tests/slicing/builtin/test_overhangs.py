"""Perimeters that hang over: the degree geometry says, without flicker."""

from __future__ import annotations

import math
from itertools import pairwise

import manifold3d
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.profiles import QualityProfile
from memoreez_desktop.slicing.builtin.areas.layer_plan import LayerPlans
from memoreez_desktop.slicing.builtin.areas.shells import FillAreas
from memoreez_desktop.slicing.builtin.areas.walls import draw_walls
from memoreez_desktop.slicing.builtin.around.supports import Supports
from memoreez_desktop.slicing.builtin.cutting.layers import layer_stack
from memoreez_desktop.slicing.builtin.flow import layer_flows
from memoreez_desktop.slicing.builtin.overhang_kernels import SHORTEST_RUN_MM, WHOLLY
from memoreez_desktop.slicing.builtin.overhangs import hanging_loops
from memoreez_desktop.slicing.builtin.plane.regions import EMPTY, Region
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack

QUALITY = QualityProfile("normal", "Normal")
FLOWS = layer_flows(QUALITY, 0.2, first=False)
WIDTH = FLOWS.outer.width_mm


def plans_of(*sections):
    stack = RingStack.of(list(sections))
    flows = [FLOWS] * len(stack)
    walls = draw_walls(stack, flows, 2, lambda: None)
    nothing = RingStack.of([EMPTY] * len(stack))
    heights = layer_stack(0.2 * len(stack), 0.2, 0.2)
    return LayerPlans(
        stack, heights, flows, walls.loops, FillAreas(nothing, nothing, nothing), {}, walls.thin
    )


def perimeters_of(loops, perimeter, degrees, layer):
    """Points, ring offsets and degrees of the outer and the inner perimeter of a layer."""
    found = []
    for number in (0, 1):
        first, past = loops.layers[layer : layer + 2]
        rings = [r for r in range(first, past) if perimeter[r] == number]
        parts = [slice(loops.rings[r], loops.rings[r + 1]) for r in rings]
        if parts:
            offsets = np.cumsum([0, *(part.stop - part.start for part in parts)])
            points = np.concatenate([loops.points[part] for part in parts])
            found.append((points, offsets, np.concatenate([degrees[part] for part in parts])))
    return found


def loops_on(section, below, support=None):
    """Perimeters of a layer above a section, the lines of support in the layer of that section."""
    supports = Supports({0: support} if support else {}, gaps=np.zeros(2, np.int64))
    return perimeters_of(*hanging_loops(plans_of(below, section), supports), 1)


def lengths(loops, perimeter=0):
    """Length of each degree."""
    points, rings, degrees = loops[perimeter]
    total = np.zeros(WHOLLY + 1)
    for a, b in pairwise(rings):
        ring = points[a:b]
        np.add.at(total, degrees[a:b], np.hypot(*(np.roll(ring, -1, axis=0) - ring).T))
    return total


def degree_of_step(step_mm):
    return min(WHOLLY, math.floor(4 * step_mm / WIDTH))


@pytest.mark.parametrize("step_mm", [0.0, 0.05, 0.1, 0.12, 0.2, 0.24, 0.3, 0.35, 0.42, 0.5, 0.8])
@pytest.mark.parametrize("shape", ["circle", "square"])
def test_a_step_outwards_gives_the_quarters_that_hang(step_mm, shape):
    below = Region.circle(12, 180) if shape == "circle" else Region.square((24, 24), True)
    section = below.offset(step_mm, manifold3d.JoinType.Miter, 2.0)
    loops = loops_on(section, below)
    total = lengths(loops)
    wanted = degree_of_step(step_mm)
    assert total[wanted] > 0.97 * total.sum()
    assert lengths(loops, 1)[0] == pytest.approx(lengths(loops, 1).sum()) or step_mm > WIDTH / 2


@pytest.mark.parametrize("step_mm", [0.0, 0.3, 1.0])
def test_a_step_inwards_rests(step_mm):
    below = Region.circle(12, 90)
    section = below.offset(-step_mm, manifold3d.JoinType.Miter, 2.0)
    loops = loops_on(section, below)
    assert all(not degrees.any() for _, _, degrees in loops)


@pytest.mark.parametrize("angle_deg", [30, 45, 60, 75])
def test_a_cone_on_its_tip_hangs_as_its_slope_says(angle_deg, solid_mesh, slice_it):
    # The angle is measured from the bed: each layer reaches h / tan(angle) over the one below.
    low, height = 10.0, 3.0
    high = low + height / math.tan(math.radians(angle_deg))
    cone = solid_mesh(manifold3d.Manifold.cylinder(height, low, high, 128))
    sliced = slice_it(cone, supports="off")
    roles = sliced.stats.roles
    degree = degree_of_step(0.2 / math.tan(math.radians(angle_deg)))
    assert ("overhang_perimeter" in roles) == (degree > 0)


def test_a_bar_on_a_post_hangs_wholly_beside_it_and_rests_above_it():
    post = Region.square((6, 20), True)
    bar = Region.square((40, 6), True)
    points, rings, degrees = loops_on(bar, post)[0]
    assert set(degrees.tolist()) == {0, WHOLLY}
    total = lengths([(points, rings, degrees)])
    # The long sides rest for as long as the post is wide.
    assert total[0] == pytest.approx(2 * 6, abs=1.2)
    # The line is cut where it leaves the post, not at its next corner.
    resting = points[degrees == 0]
    assert np.abs(resting[:, 0]).max() < 3.5


def test_what_lies_on_the_bed_rests():
    plans = plans_of(Region.circle(5, 40), EMPTY)
    loops, perimeter, degrees = hanging_loops(plans, Supports())
    assert perimeter.tolist() == [0, 1]
    assert not degrees.any()
    assert np.array_equal(loops.points, np.concatenate([line.points for line in plans.loops]))


def test_support_below_keeps_a_line_from_hanging_wholly():
    post, bar = Region.square((6, 20), True), Region.square((40, 6), True)
    x = np.arange(-19.5, -10.0, 1.0)
    lines = np.stack([np.stack([x, np.full(len(x), -3.0)], 1), np.stack([x, np.full(len(x), 3.0)], 1)], 1)
    support = (lines.reshape(-1, 2), np.arange(0, 2 * len(x) + 1, 2))
    points, rings, degrees = loops_on(bar, post, support)[0]
    total = lengths([(points, rings, degrees)])
    assert total[3] == pytest.approx(2 * 9 + 6, abs=3.5)
    assert total[4] == pytest.approx(2 * 17 + 2 * 6 + 6, abs=3.5)
    assert points[degrees == 3][:, 0].max() < -8


def test_what_begins_in_the_air_hangs_wholly():
    for below in (EMPTY, Region.circle(3, 40).translate((30, 0))):
        loops = loops_on(Region.circle(5, 40), below)
        assert len(loops) == 2
        assert all((degrees == WHOLLY).all() for _, _, degrees in loops)


@given(
    st.integers(3, 9),
    st.floats(4, 15),
    st.floats(-6, 6),
    st.floats(-6, 6),
    st.floats(0, math.tau),
)
def test_runs_are_long_enough_for_any_two_layers(corners, radius, x, y, turn):
    below = Region.circle(radius, 4 * corners)
    section = Region.circle(9, corners).rotate(math.degrees(turn)).translate((x, y))
    loops = [line.rings_of(0) for line in plans_of(section).loops if not line.is_empty(0)]
    for (points, rings, degrees), loop in zip(loops_on(section, below), loops, strict=True):
        assert lengths([(points, rings, degrees)]).sum() == pytest.approx(
            sum(np.hypot(*(np.roll(r, -1, axis=0) - r).T).sum() for r in loop.to_polygons())
        )
        for a, b in pairwise(rings):
            changes = np.flatnonzero(degrees[a:b] != np.roll(degrees[a:b], 1))
            if len(changes) < 2:
                continue
            ring = points[a:b]
            step = np.hypot(*(np.roll(ring, -1, axis=0) - ring).T)
            runs = np.add.reduceat(np.roll(step, -changes[0]), changes - changes[0])
            assert runs.min() > SHORTEST_RUN_MM - 1e-9


def test_a_vertical_wall_has_no_overhang_and_a_beam_on_two_posts_has(solid_mesh, slice_it, box):
    assert "overhang_perimeter" not in slice_it(box(20, 20, 4)).stats.roles
    posts = [manifold3d.Manifold.cube((5, 10, 3)).translate((x, 0, 0)) for x in (0, 15)]
    beam = manifold3d.Manifold.cube((20, 10, 2)).translate((0, 0, 3))
    sliced = slice_it(solid_mesh(sum(posts, beam)), supports="off")
    hanging = sliced.paths.role == Role.OVERHANG_PERIMETER
    # Only in the beam's first layer, and only between the posts.
    assert sliced.paths.end_mm[hanging, 2] == pytest.approx(3.2)
    assert np.abs(sliced.paths.end_mm[hanging, 0] - 110).max() < 5.5
