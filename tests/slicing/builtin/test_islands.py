"""Layers taken apart into islands, and put together again."""

from __future__ import annotations

import numpy as np
import pytest

from memoreez_desktop.slicing.builtin.areas.shells import without_small_parts
from memoreez_desktop.slicing.builtin.plane.offsets import lines_within
from memoreez_desktop.slicing.builtin.plane.regions import EMPTY, Rings
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.compiled import Floats


def box(x: float, y: float, width: float, height: float) -> Floats:
    """Return a rectangle, counter-clockwise."""
    return np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], np.float64)


def frame_in_frame() -> Rings:
    """Return a frame, an island in its hole with a hole of its own, and a box aside; holes come first."""
    hole, inner_hole = box(2, 2, 26, 26)[::-1], box(12, 12, 6, 6)[::-1]
    return Rings.of([inner_hole, hole, box(0, 0, 30, 30), box(10, 10, 10, 10), box(40, 0, 5, 5)])


def test_each_hole_goes_with_the_smallest_outline_round_it() -> None:
    stack = RingStack.of([EMPTY, frame_in_frame(), Rings.of([box(0, 0, 3, 3)])])
    islands, first = stack.islands()
    assert first.tolist() == [0, 0, 3, 4]
    assert islands.area_mm2.tolist() == pytest.approx([900 - 676, 100 - 36, 25, 9])
    whole = islands.joined(first)
    assert whole.area_mm2.tolist() == pytest.approx(stack.area_mm2.tolist())


def test_layers_are_chosen_and_replaced() -> None:
    stack = RingStack.of([Rings.of([box(0, 0, k, 1)]) for k in (1, 2, 3)])
    assert stack.chosen(np.array([2, 0, 2])).area_mm2.tolist() == pytest.approx([3, 1, 3])
    other = stack.replaced({2: EMPTY, 0: frame_in_frame()})
    assert other.area_mm2.tolist() == pytest.approx([900 - 676 + 100 - 36 + 25, 2, 0])


def test_only_what_is_narrow_is_opened() -> None:
    # A box, and one too narrow for a line with room on both sides.
    stack = RingStack.of([Rings.of([box(0, 0, 10, 10), box(20, 0, 10, 0.5)])])
    lines, rests = lines_within(stack, np.zeros(1), np.full(1, 0.2), np.full(1, 0.1), 0.05)
    assert lines.area_mm2[0] == pytest.approx(9.6**2)
    assert rests.area_mm2[0] == pytest.approx(5.0)


def test_a_small_piece_and_a_thin_ring_of_sparse_infill_become_solid() -> None:
    ring = Rings.of([box(0, 0, 60, 60), box(1.2, 1.2, 57.6, 57.6)[::-1]])
    layers = RingStack.of([Rings.of([box(0, 0, 8, 8)]), Rings.of([box(0, 0, 9, 9)]), ring])
    nothing = RingStack.of([EMPTY] * 3)
    solid, sparse = without_small_parts(layers, nothing, layers)
    assert solid.filled().tolist() == [0, 2]
    assert sparse.filled().tolist() == [1]
