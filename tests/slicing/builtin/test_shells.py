"""How thick solid shells are: by layers and by millimetres, for layers of any height."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.areas.shells import covered_cores, layers_within
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack, layer_stack
from memoreez_desktop.slicing.builtin.plane.regions import Region
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack


def stack_of(heights):
    tops = np.cumsum(heights)
    return LayerStack(tops, np.asarray(heights, float), tops - np.asarray(heights) / 2)


def sparse_layers(sliced):
    return set(sliced.paths.layer[sliced.paths.role == int(Role.INFILL)].tolist())


def test_the_standard_shell_has_its_four_layers():
    above = layers_within(layer_stack(10, 0.2, 0.2), 4, 0.7, above=True)
    below = layers_within(layer_stack(10, 0.2, 0.2), 4, 0.5, above=False)
    assert set(above[:40].tolist()) == {4}
    assert set(below[10:].tolist()) == {4}


@pytest.mark.parametrize(
    ("quality", "bottom", "top"),
    [
        ({"layer_height_mm": 0.1}, 5, 7),
        ({"top_solid_layers": 1, "bottom_solid_layers": 1}, 3, 4),
        ({"top_solid_min_thickness_mm": 0.0, "bottom_solid_min_thickness_mm": 0.0}, 4, 4),
        ({"top_solid_min_thickness_mm": 2.0, "top_solid_layers": 0}, 4, 0),
        ({"top_solid_min_thickness_mm": 2.0}, 4, 10),
        ({"bottom_solid_min_thickness_mm": 1.61}, 9, 4),
    ],
)
def test_shells_are_as_thick_as_asked_for(quality, bottom, top, slice_it, box):
    sliced = slice_it(box(20, 20, 6), **({"bottom_solid_min_thickness_mm": 0.6} | quality))
    assert sparse_layers(sliced) == set(range(bottom, sliced.stats.layers - top))


@settings(max_examples=100, deadline=None)
@given(
    heights=st.lists(st.floats(0.05, 0.3), min_size=1, max_size=40),
    count=st.integers(0, 6),
    thickness=st.floats(0, 2),
)
def test_a_shell_of_uneven_layers_is_thick_enough_and_not_thicker(heights, count, thickness):
    stack = stack_of(heights)
    for above in (True, False):
        found = layers_within(stack, count, thickness, above=above)
        ordered = heights if above else heights[::-1]
        found = found if above else found[::-1]
        for i in range(len(heights)):
            if not count:
                assert found[i] == 0
                continue
            # The shell of a surface on layer i + m begins above layer i: it holds the m layers between.
            shell = ordered[i + 1 : i + 1 + found[i]]
            enough = len(shell) >= count and sum(shell) >= thickness - 1e-5
            assert enough or i + 1 + found[i] > len(heights)
            less = shell[:-1]
            assert not (len(less) >= count and sum(less) >= thickness + 1e-5)


@settings(max_examples=50, deadline=None)
@given(
    widths=st.lists(st.integers(1, 9), min_size=1, max_size=24),
    above=st.integers(0, 9),
    below=st.integers(0, 9),
)
def test_a_core_is_what_all_its_neighbours_have_in_common(widths, above, below):
    sections = RingStack.of([Region.square((width, 1.0)) for width in widths])
    same = np.full(len(widths), 1, np.int64)
    cores = covered_cores(sections, above * same, below * same, lambda: None)
    for i in range(len(widths)):
        around = widths[i - below : i] + widths[i + 1 : i + 1 + above]
        whole = i >= below and i + above < len(widths)
        expected = min(around, default=widths[i]) if whole else 0
        if above == 0 or below == 0:
            expected = min(expected, widths[i])
        assert cores.area_mm2[i] == pytest.approx(expected)
