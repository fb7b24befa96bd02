"""Which parts of a layer are bridges, and which way their threads run."""

from __future__ import annotations

import math
from itertools import pairwise

import manifold3d
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.slicing.builtin.areas.bridges import bridge_chains, find_bridges

Shape = manifold3d.CrossSection
SPACING = 0.407


def rectangle(width, height, x=0.0, y=0.0):
    return Shape.square((width, height), True).translate((x, y))


def room(shape):
    """Leave two perimeters."""
    return shape.offset(-0.9, manifold3d.JoinType.Miter, 2.0)


def found(shape, below):
    return find_bridges(room(shape) - below, below, SPACING)


def degrees_apart(angle, other_deg):
    apart = (math.degrees(angle) - other_deg) % 180
    return min(apart, 180 - apart)


@settings(max_examples=30, deadline=None)
@given(turn=st.floats(0, 180), gap=st.floats(4, 30), depth=st.floats(6, 50))
def test_between_two_walls_the_threads_run_the_shorter_way(turn, gap, depth):
    plate = rectangle(gap + 8, depth)
    walls = rectangle(4, depth, -gap / 2 - 2) + rectangle(4, depth, gap / 2 + 2)
    (bridge,) = found(plate.rotate(turn), walls.rotate(turn))
    # The direction is looked for in steps of 1.25 degrees, as far as it shortens the span at all.
    assert degrees_apart(bridge.angle, turn) < 5.5
    points, offsets = bridge_chains(bridge.region ^ room(plate.rotate(turn)), bridge.angle)
    assert len(offsets) > 1
    # Every thread ends on a wall on either side.
    along = points @ (math.cos(bridge.angle), math.sin(bridge.angle))
    assert np.ptp(along) > gap + 1.0


CASES = {
    "three walls of a U": (
        rectangle(24, 20),
        rectangle(3, 20, -10.5) + rectangle(3, 20, 10.5) + rectangle(24, 3, 0, -8.5),
        0,
    ),
    "the corner of an L": (rectangle(20, 20), rectangle(20, 4, 0, -8) + rectangle(4, 20, -8), 135),
    "a box": (rectangle(30, 20), rectangle(30, 20) - rectangle(24, 14), 90),
    "a long slot": (rectangle(16, 40), rectangle(3, 40, -6.5) + rectangle(3, 40, 6.5), 0),
    "a table on four feet": (
        rectangle(50, 40),
        rectangle(6, 6, -22, -17)
        + rectangle(6, 6, 22, -17)
        + rectangle(6, 6, -22, 17)
        + rectangle(6, 6, 22, 17),
        90,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_shores_of_many_kinds(name):
    shape, below, direction_deg = CASES[name]
    (bridge,) = found(shape, below)
    assert degrees_apart(bridge.angle, direction_deg) < 3


def test_the_roof_of_a_round_hole_is_one_bridge():
    plate = rectangle(30, 30)
    (bridge,) = found(plate, plate - Shape.circle(8, 64))
    assert bridge.region.area() > math.pi * 8.5**2


def test_each_gap_between_three_feet_is_a_bridge_of_its_own():
    feet = rectangle(4, 10, -18) + rectangle(4, 10) + rectangle(4, 10, 18)
    bridges = found(rectangle(40, 10), feet)
    assert len(bridges) == 2
    assert all(degrees_apart(bridge.angle, 0) < 3 for bridge in bridges)


def test_what_only_one_side_holds_is_no_bridge():
    assert found(rectangle(20, 20), rectangle(20, 10, 0, -5)) == []


def test_sparse_infill_below_is_no_air(slice_it, box):
    assert "bridge_infill" not in slice_it(box(30, 30, 6)).stats.roles


@settings(max_examples=20, deadline=None)
@given(span=st.floats(5, 25), turn=st.floats(0, 90))
def test_threads_are_round_and_at_their_distance(span, turn):
    plate, walls = (
        rectangle(span + 10, 12),
        rectangle(5, 12, -span / 2 - 2.5) + rectangle(5, 12, span / 2 + 2.5),
    )
    (bridge,) = found(plate.rotate(turn), walls.rotate(turn))
    points, offsets = bridge_chains(bridge.region, bridge.angle)
    length = sum(np.hypot(*np.diff(points[a:b], axis=0).T).sum() for a, b in pairwise(offsets))
    assert length * 0.42 == pytest.approx(bridge.region.area(), rel=0.1)
