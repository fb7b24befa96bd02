"""The own offset against Clipper: where it says that it is right, it is."""

from __future__ import annotations

import math

import manifold3d
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.slicing.builtin.plane.offsets import grown, shifted, simplified
from memoreez_desktop.slicing.builtin.plane.regions import Region, grow
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack

distances = st.one_of(st.floats(-2.5, -0.02), st.floats(0.02, 2.5))


def circle(radius, count, x=0.0, y=0.0):
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return np.stack([x + radius * np.cos(turn), y + radius * np.sin(turn)], axis=1)


def region(*rings):
    return Region([np.asarray(ring, float) for ring in rings], manifold3d.FillRule.Positive)


@st.composite
def wobbly(draw):
    """An outline that bulges in many places, with round and wobbly holes."""
    count = draw(st.integers(5, 160))
    seed = draw(st.integers(0, 10**6))
    rough = draw(st.floats(0.0, 0.5))
    random = np.random.default_rng(seed)
    outline = circle(10.0, count) * (1 + rough * (random.random((count, 1)) - 0.5))
    whole = region(outline)
    for _ in range(draw(st.integers(0, 3))):
        hole = circle(random.uniform(0.3, 3), int(random.integers(3, 40)), *random.uniform(-6, 6, 2))
        whole = whole - region(hole + random.uniform(-0.1, 0.1, hole.shape))
    return whole


@st.composite
def gentle(draw):
    """Outlines like those of models: many short edges, no sharp corners."""
    count = draw(st.integers(30, 300))
    bumps = draw(st.integers(0, 6))
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    radii = 1 + 0.2 * np.sin(bumps * turn) + draw(st.floats(0, 0.1)) * np.cos(3 * turn)
    return region(circle(12.0, count) * radii[:, None]) - region(circle(2.5, 60, 1, 1))


@st.composite
def stars(draw):
    """Spikes and notches as sharp as they come."""
    count = 2 * draw(st.integers(2, 20))
    inner = draw(st.floats(0.05, 0.98))
    turn = draw(st.floats(0, 1))
    radii = np.where(np.arange(count) % 2, 10 * inner, 10.0)[:, None]
    return region(circle(1.0, count) * radii).rotate(90 * turn)


@st.composite
def fingers(draw):
    """A comb whose teeth and gaps are about as wide as the offsets are."""
    tooth, gap = draw(st.floats(0.1, 3)), draw(st.floats(0.1, 3))
    lean = draw(st.floats(-0.4, 0.4))
    comb = Region.square((10 * (tooth + gap), 2.0))
    for k in range(draw(st.integers(1, 8))):
        x = k * (tooth + gap)
        comb = comb + region([(x, 1), (x + tooth, 1), (x + tooth + lean, 8), (x + lean, 8)])
    return comb


@st.composite
def necks(draw):
    """Two rooms joined by a passage, and a ring as thin as it likes."""
    passage = draw(st.floats(0.05, 4))
    rooms = region(circle(4, draw(st.integers(6, 50)))) + region(circle(3, 30, 9, 0.3))
    joined = rooms + Region.square((9, passage)).translate((0, -passage / 2))
    band = draw(st.floats(0.05, 3))
    return joined + (region(circle(4, 40, 0, 12)) - region(circle(4 - band, 40, 0, 12)))


shapes = st.one_of(wobbly(), stars(), fingers(), necks())


def layer_shift(shape, distance):
    return shifted(RingStack.of([shape]), np.array([distance]))


def round_offset(shape, distance):
    return shape.offset(distance, manifold3d.JoinType.Round, 2.0, 256)


@settings(max_examples=400, deadline=None)
@given(shape=shapes, distance=distances)
def test_what_is_proved_lies_between_the_round_offset_and_its_corners(shape, distance):
    moved, proved, wide = layer_shift(shape, distance)
    assert not (wide & ~proved).any()
    if not proved[0]:
        return
    mine, near, far = moved.region_of(0), round_offset(shape, distance), round_offset(shape, 2 * distance)
    # Clipper's arcs of 256 corners lie this much beside the circle.
    hair = 4e-4 * abs(distance)
    if distance > 0:
        assert (grow(near, -hair) - mine).area() < 1e-5
        assert (mine - grow(far, hair)).area() < 1e-5
    else:
        assert (mine - grow(near, hair)).area() < 1e-5
        assert (grow(far, -hair) - mine).area() < 1e-5


@settings(max_examples=200, deadline=None)
@given(shape=gentle(), distance=st.floats(-0.8, 0.8))
def test_what_is_proved_is_what_clipper_finds(shape, distance):
    moved, proved, _ = layer_shift(shape, distance)
    if proved[0]:
        mine, clipper = moved.region_of(0), grow(shape, distance)
        assert (mine - clipper).area() + (clipper - mine).area() < 1e-5 * shape.area()


@settings(max_examples=100, deadline=None)
@given(shape=shapes, distance=distances)
def test_what_is_not_proved_is_left_to_clipper(shape, distance):
    stack = RingStack.of([shape, shape, Region()])
    amounts = np.array([distance, -distance, distance])
    result = grown(stack, amounts)
    assert result.is_empty(2)
    _, proved, _ = shifted(stack, amounts)
    for i in np.flatnonzero(~proved[:2]):
        assert result.region_of(i).area() == pytest.approx(grow(shape, amounts[i]).area(), rel=1e-6)


@settings(max_examples=150, deadline=None)
@given(shape=shapes, distance=st.floats(0.05, 2.0))
def test_where_nothing_is_narrow_an_opening_changes_nothing(shape, distance):
    _, _, wide = layer_shift(shape, -1.001 * distance)
    if wide[0]:
        opened = grow(grow(shape, -distance), distance)
        # Only corners of less than a right angle lose their tips.
        assert (shape - grow(opened, distance)).area() < 1e-6
        assert (shape - opened).area() < 0.35 * distance**2 * shape.num_vert()


@pytest.mark.parametrize("distance", [-4.9, -1.0, -0.1, 0.1, 3.0])
def test_a_square_moves_exactly(distance):
    moved, proved, _ = layer_shift(Region.square((10, 10), True), distance)
    assert proved[0]
    low_x, low_y, high_x, high_y = moved.region_of(0).bounds()
    assert (low_x, low_y, high_x, high_y) == pytest.approx(
        (-5 - distance, -5 - distance, 5 + distance, 5 + distance)
    )


def test_a_thin_ring_whose_sides_swap_is_not_proved():
    band = region(circle(5, 40)) - region(circle(4.7, 40))
    _, proved, _ = layer_shift(band, -0.225)
    assert not proved[0]


def test_a_neck_that_closes_is_not_proved():
    dumbbell = Region.square((6, 6)) + Region.square((6, 6)).translate((10, 0))
    dumbbell = dumbbell + Region.square((16, 1)).translate((0, 2.5))
    for distance, expected in ((-0.49, True), (-0.51, False)):
        assert layer_shift(dumbbell, distance)[1][0] == expected


def test_islands_that_meet_are_not_proved():
    two = Region.square((5, 5)) + Region.square((5, 5)).translate((6, 0))
    for distance, expected in ((0.49, True), (0.51, False)):
        assert layer_shift(two, distance)[1][0] == expected


@settings(max_examples=100, deadline=None)
@given(shape=shapes, tolerance=st.floats(0.001, 0.3))
def test_simpler_rings_stay_within_the_tolerance(shape, tolerance):
    fewer = simplified(RingStack.of([shape]), tolerance).region_of(0)
    assert (fewer - grow(shape, 2 * tolerance)).area() < 1e-6
    assert (grow(shape, -2 * tolerance) - fewer).area() < math.pi * tolerance**2 * shape.num_vert()
