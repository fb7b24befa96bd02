"""The own intersection and difference against Clipper."""

from __future__ import annotations

import manifold3d
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.slicing.builtin.plane.booleans import divided, picked
from memoreez_desktop.slicing.builtin.plane.clip_stack_kernels import cut_layers
from memoreez_desktop.slicing.builtin.plane.regions import Region
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack


def blob(random, count, rough, x=0.0, y=0.0, radius=10.0):
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    r = radius * (1 + rough * (random.random(count) - 0.5))
    ring = np.stack([x + r * np.cos(turn), y + r * np.sin(turn)], axis=1)
    return Region([ring], manifold3d.FillRule.Positive)


@st.composite
def areas(draw):
    """Islands with holes, islands in holes, and nothing at all."""
    random = np.random.default_rng(draw(st.integers(0, 10**6)))
    whole = Region()
    for _ in range(draw(st.integers(0, 3))):
        x, y = random.uniform(-8, 8, 2)
        size = random.uniform(1, 10)
        island = blob(random, int(random.integers(3, 60)), draw(st.floats(0, 0.6)), x, y, size)
        whole = whole + island
        whole = whole - blob(random, 20, 0.3, x, y, 0.5 * size) + blob(random, 9, 0.2, x, y, 0.2 * size)
    return whole


def differ(one, other):
    return (one - other).area() + (other - one).area()


def proved_share(one, other):
    a, b = RingStack.of([one]), RingStack.of([other])
    *_, proved = cut_layers(a.points, a.rings, a.layers, b.points, b.rings, b.layers, np.zeros(1, np.int64))
    return bool(proved[0])


@settings(max_examples=400, deadline=None)
@given(one=areas(), other=areas())
def test_both_parts_are_what_clipper_finds(one, other):
    common, only = divided(RingStack.of([one]), RingStack.of([other]), np.zeros(1, np.int64))
    assert differ(common.region_of(0), one ^ other) < 1e-4
    assert differ(only.region_of(0), one - other) < 1e-4


@settings(max_examples=60, deadline=None)
@given(one=areas(), other=areas())
def test_outlines_that_cross_cleanly_need_no_clipper(one, other):
    # Turned: what is drawn from the same numbers would touch itself.
    assert proved_share(one, other.rotate(17.3))


@settings(max_examples=60, deadline=None)
@given(
    x=st.integers(-6, 6),
    y=st.integers(-6, 6),
    width=st.integers(1, 6),
    depth=st.integers(1, 6),
    hole=st.booleans(),
)
def test_boxes_that_touch_and_share_edges(x, y, width, depth, hole):
    one = Region.square((4, 4))
    if hole:
        one = one - Region.square((2, 2)).translate((1, 1))
    other = Region.square((width, depth)).translate((x, y))
    common, only = divided(RingStack.of([one]), RingStack.of([other]), np.zeros(1, np.int64))
    assert differ(common.region_of(0), one ^ other) < 1e-9
    assert differ(only.region_of(0), one - other) < 1e-9


def test_equal_outlines_are_left_to_clipper():
    square = Region.square((3, 3))
    assert not proved_share(square, square)


def test_a_layer_without_a_partner_stays_whole():
    stack = RingStack.of([Region.square((k + 1.0, 2)) for k in range(4)])
    common, only = divided(stack, stack, np.array([-1, 0, -1, 3]))
    assert common.area_mm2 == pytest.approx([0, 2, 0, 8])
    assert only.area_mm2 == pytest.approx([2, 2, 6, 0])


def test_layers_are_picked_from_many_stacks():
    one = RingStack.of([Region.square((k + 1.0, 1)) for k in range(3)])
    two = RingStack.of([Region.square((k + 1.0, 10)) for k in range(3)])
    chosen = picked([one, two], np.array([0, 1, 1, 0]), np.array([2, 0, 3, -1]))
    assert chosen.area_mm2 == pytest.approx([3, 10, 0, 0])
