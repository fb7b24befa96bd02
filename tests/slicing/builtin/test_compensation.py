"""Sections made smaller and larger on purpose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.profiles import QualityProfile
from memoreez_desktop.slicing.builtin.cutting.compensation import FOOT_HEIGHT_MM, resized, without_foot
from memoreez_desktop.slicing.builtin.cutting.layers import layer_stack
from memoreez_desktop.slicing.builtin.plane.regions import Region, grow
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack


def frame(size, hole):
    return Region.square((size, size), True) - Region.square((hole, hole), True)


def extent(sliced, layer):
    """Width and depth of what the outer perimeter of a layer covers."""
    paths = sliced.paths
    mine = (paths.role == int(Role.EXTERNAL_PERIMETER)) & (paths.layer == layer)
    ends = paths.end_mm[mine, :2]
    return ends.max(axis=0) - ends.min(axis=0) + 0.45


@pytest.mark.parametrize("amount", [-0.3, -0.1, 0.15])
def test_outlines_and_holes_change_alike(amount):
    changed = resized(RingStack.of([frame(20, 8)]), QualityProfile("q", "", xy_size_compensation_mm=amount))
    assert changed.area_mm2[0] == pytest.approx((20 + 2 * amount) ** 2 - (8 - 2 * amount) ** 2, rel=1e-9)


@pytest.mark.parametrize("amount", [-0.2, 0.25])
def test_a_box_is_printed_as_large_as_asked_for(amount, slice_it, box):
    sliced = slice_it(box(20, 15, 2), xy_size_compensation_mm=amount)
    for layer in (0, 5, 9):
        assert extent(sliced, layer) == pytest.approx([20 + 2 * amount, 15 + 2 * amount], abs=0.01)


def test_the_foot_shrinks_and_the_rest_stays(slice_it, box):
    sliced = slice_it(box(20, 15, 2), elephant_foot_compensation_mm=0.3)
    for layer, amount in ((0, 0.3), (1, 0.2), (2, 0.1), (3, 0.0), (9, 0.0)):
        assert extent(sliced, layer) == pytest.approx([20 - 2 * amount, 15 - 2 * amount], abs=0.01)


def test_no_compensation_changes_nothing():
    sections = RingStack.of([frame(20, 8)] * 5)
    quality = QualityProfile("q", "")
    assert resized(sections, quality) is sections
    assert without_foot(sections, layer_stack(1.0, 0.2, 0.2), quality) is sections


def test_the_hole_of_a_foot_widens():
    quality = QualityProfile("q", "", elephant_foot_compensation_mm=0.2)
    changed = without_foot(RingStack.of([frame(20, 8)] * 5), layer_stack(1.0, 0.2, 0.2), quality)
    assert changed.area_mm2[0] == pytest.approx(19.6**2 - 8.4**2, rel=1e-6)


@settings(max_examples=60, deadline=None)
@given(width=st.floats(0.2, 3.0), amount=st.floats(0.05, 0.5))
def test_what_would_become_narrower_than_a_line_keeps_its_width(width, amount):
    quality = QualityProfile("q", "", elephant_foot_compensation_mm=amount)
    # A block with a fin on it.
    section = Region.square((10, 10), True) + Region.square((12, width), True).translate((11, 0))
    first = without_foot(RingStack.of([section] * 5), layer_stack(1.0, 0.2, 0.2), quality).region_of(0)
    cut = first ^ Region.square((0.2, 9)).translate((13, -4.5))
    printed = cut.area() / 0.2
    least = 0.45 + 2 * amount
    if width < least - 0.05:
        assert printed == pytest.approx(width, abs=1e-3)
    elif width > least + 0.05:
        assert printed == pytest.approx(width - 2 * amount, abs=1e-3)
    assert (first - section).area() < 1e-6
    assert (grow(section, -amount - 1e-6) - first).area() < 1e-6


def test_it_fades_with_the_height_whatever_the_layers_are():
    quality = QualityProfile("q", "", elephant_foot_compensation_mm=0.2)
    stack = layer_stack(2.0, 0.3, 0.1)
    shrunk = without_foot(RingStack.of([frame(20, 8)] * len(stack)), stack, quality)
    bottoms = stack.top_mm - stack.height_mm
    for i in range(len(stack)):
        low_x, _, high_x, _ = shrunk.region_of(i).bounds()
        amount = max(0.0, 0.2 * (1 - bottoms[i] / FOOT_HEIGHT_MM))
        assert high_x - low_x == pytest.approx(20 - 2 * amount, abs=1e-6)
