import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.geometry import shapes

lengths = st.floats(2.0, 80.0)


def test_clockwise_contours_are_not_lost():
    square = np.array([[0, 0], [0, 10], [10, 10], [10, 0]])
    assert shapes.from_contours([square]).area() == pytest.approx(100)
    assert shapes.from_contours([square[::-1]]).area() == pytest.approx(100)


def test_contours_too_short_to_enclose_anything_are_left_out():
    assert shapes.from_contours([[[0, 0], [1, 1]], []]).is_empty()


def test_bounds_of_nothing_are_refused_in_words():
    with pytest.raises(MeshError, match="outline"):
        shapes.bounds(shapes.empty())


@given(lengths, lengths)
@settings(max_examples=25, deadline=None)
def test_fit_touches_the_tighter_side_and_centres(width, height):
    fitted = shapes.fit(shapes.heart(33.0), width, height)
    x0, y0, x1, y1 = shapes.bounds(fitted)
    assert x1 - x0 <= width + 1e-6
    assert y1 - y0 <= height + 1e-6
    assert (x1 - x0) / width == pytest.approx(1, abs=1e-6) or (y1 - y0) / height == pytest.approx(1, abs=1e-6)
    assert abs(x0 + x1) + abs(y0 + y1) < 1e-6


@given(lengths, lengths, st.floats(0.1, 50.0))
@settings(max_examples=25, deadline=None)
def test_rounded_rectangle_keeps_its_size_for_any_radius(width, height, radius):
    x0, y0, x1, y1 = shapes.bounds(shapes.rounded_rectangle(width, height, radius))
    assert (x1 - x0, y1 - y0) == pytest.approx((width, height), rel=0.003)


def test_heart_is_one_piece_of_the_asked_width_with_a_cleft():
    heart = shapes.heart(40.0)
    assert shapes.size(heart)[0] == pytest.approx(40.0, abs=0.05)
    assert len(shapes.parts(heart)) == 1
    top = shapes.bounds(heart)[3]
    assert (heart ^ shapes.rectangle(1, 2).translate((0, top - 1))).is_empty()


def test_drop_thin_takes_whiskers_and_keeps_corners():
    block = shapes.rectangle(20, 20)
    whisker = shapes.rectangle(40, 0.4)
    cleaned = shapes.drop_thin(block + whisker, 0.8)
    assert shapes.size(cleaned)[0] < 21
    assert cleaned.area() == pytest.approx(400, rel=0.01)


def test_thicken_widens_strokes_and_leaves_blocks():
    stroke = shapes.rectangle(20, 0.5)
    assert shapes.size(shapes.thicken(stroke, 1.0))[1] >= 0.95
    block = shapes.rectangle(20, 20)
    assert shapes.thicken(block, 1.0).area() == pytest.approx(400, rel=1e-3)


def test_thicken_keeps_tips_pointed_and_strengthens_necks():
    wedge = shapes.from_contours([[[0, 0], [10, -5], [10, 5]]])
    assert shapes.bounds(shapes.thicken(wedge, 1.0))[0] == pytest.approx(0, abs=0.03)
    discs = shapes.circle(4).translate((-4.3, 0)) + shapes.circle(4).translate((4.3, 0))
    neck = discs + shapes.rectangle(4, 0.4)
    assert len(shapes.offset(neck, -0.3).decompose()) == 2
    assert len(shapes.offset(shapes.thicken(neck, 1.2), -0.3).decompose()) == 1


@given(st.floats(1.5, 20.0), st.floats(0.0, 360.0))
@settings(max_examples=25, deadline=None)
def test_blunt_begins_with_a_line_and_leaves_the_rest(radius, turn):
    drop = (
        shapes.circle(radius) + shapes.rectangle(radius, radius).translate((radius / 2, radius / 2))
    ).rotate(turn)
    cut = shapes.blunt(drop, 0.85)
    _, y0, _, y1 = shapes.bounds(cut)
    for level in (y0 + 0.05, y1 - 0.05):
        line = cut ^ shapes.rectangle(4 * radius + 4, 0.004).translate((0, level))
        assert shapes.size(line)[0] >= 0.78
    assert (cut - drop).area() < 0.01
    assert (drop - cut).area() < 1.0


def test_blunt_keeps_necks_slants_and_tips_beside_a_narrow_gap():
    discs = shapes.circle(4).translate((0, -4.3)) + shapes.circle(4).translate((0, 4.3))
    neck = discs + shapes.rectangle(0.4, 4)
    assert len(shapes.blunt(neck, 0.85).decompose()) == 1
    slant = shapes.rectangle(20, 1.0).rotate(30)
    assert (slant - shapes.blunt(slant, 0.85)).area() < 0.6
    wedge = shapes.from_contours([[[0, 0], [0, 3], [-3, 3]]])
    beside = wedge + shapes.rectangle(2, 12).translate((1.2, 0))
    left = min(shapes.blunt(beside, 0.85).decompose(), key=lambda part: shapes.bounds(part)[0])
    assert shapes.bounds(left)[1] == pytest.approx(0.85, abs=0.06)
    assert shapes.blunt(shapes.empty(), 0.85).is_empty()


@given(st.lists(st.tuples(st.floats(-30, 30), st.floats(-30, 30)), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_bridged_parts_are_one_piece_that_covers_the_original(places):
    loose = shapes.empty()
    for place in places:
        loose += shapes.circle(2.0, 24).translate(place)
    joined = shapes.bridge_parts(loose)
    assert len(joined.decompose()) == 1
    assert (loose - joined).area() < 0.02


def test_bars_span_what_no_closing_can():
    far = shapes.circle(3).translate((-40, 0)) + shapes.circle(3).translate((40, 0))
    joined = shapes.bridge_parts(far, largest_mm=4.0)
    assert len(joined.decompose()) == 1
    assert len(shapes.offset(joined, -0.9).decompose()) == 1


def test_a_stroke_is_as_long_and_wide_as_its_pen():
    line = shapes.stroke([[0, 0], [10, 0], [10, 10]], 2.0)
    assert shapes.bounds(line) == pytest.approx((-1, -1, 11, 11), abs=0.02)
    assert len(shapes.stroke([[3, 3]], 2.0).decompose()) == 1


def test_star_ring_and_capsule_have_the_asked_sizes():
    assert shapes.bounds(shapes.star(10))[3] == pytest.approx(10)
    assert shapes.ring(10, 5).area() == pytest.approx(np.pi * 75, rel=0.001)
    assert shapes.size(shapes.capsule(30, 8)) == pytest.approx((30, 8), rel=0.002)
    assert shapes.size(shapes.rectangle(3, 4)) == pytest.approx((3, 4))
