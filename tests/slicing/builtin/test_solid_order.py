"""Solid lines: each after those it lies against, and one patch after the other."""

from __future__ import annotations

import math
from itertools import pairwise

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.infill.fill import solid_chains
from memoreez_desktop.slicing.builtin.infill.patch_kernels import nearest_first

FLOW = Flow(0.45, 0.2)
Shape = manifold3d.CrossSection


def drawn(region, angle):
    points, offsets = solid_chains(region, FLOW, angle)
    return [points[a:b] for a, b in pairwise(offsets)]


def between_mm(chains):
    return sum(math.dist(a[-1], b[0]) for a, b in pairwise(chains))


def straight(chains, angle):
    """Take the lines along the fill angle: chain, height across the lines, and both ends along them."""
    along = np.array([math.cos(angle), math.sin(angle)])
    across = np.array([-along[1], along[0]])
    for number, chain in enumerate(chains):
        for a, b in pairwise(chain):
            if abs((b - a) @ across) < 1e-9:
                low, high = sorted((a @ along, b @ along))
                yield number, float(a @ across), low, high


@pytest.mark.parametrize("angle", [math.pi / 4, -math.pi / 4, 0.3])
def test_no_line_is_printed_before_those_it_lies_against(angle):
    plate = Shape.square((24, 18), True)
    for place in np.random.default_rng(3).uniform(-8, 8, (9, 2)):
        plate -= Shape.circle(1.3, 24).translate(tuple(place))
    lines = list(straight(drawn(plate, angle), angle))
    for one, here, low, high in lines:
        for other, there, left, right in lines:
            beside = abs(there - here - FLOW.spacing_mm) < 1e-6 and left < high and low < right
            assert not beside or one <= other


def test_one_patch_is_finished_before_the_next():
    patches = [
        Shape.circle(2.0, 40).translate((6.0 * i, 6.0 * k)) - Shape.square((0.8, 0.8))
        for i in range(5)
        for k in range(5)
    ]
    chains = drawn(Shape.batch_boolean(patches, manifold3d.OpType.Add), math.pi / 4)
    patch_of = [tuple(np.round(chain[0] / 6.0).astype(int)) for chain in chains]
    jumps = sum(a != b for a, b in pairwise(patch_of))
    assert len(set(patch_of)) == 25
    assert jumps == 24
    assert between_mm(chains) < 25 * 8.0


def test_who_waits_is_never_first():
    points = np.array([[5.0, 0], [6, 0], [0, 0], [1, 0], [2, 0], [3, 0]])
    chains = np.array([0, 2, 4, 6])
    # The third waits for the first, though it lies nearer to the second.
    way = nearest_first(points, chains, np.array([0, 0, 1]), np.array([0, 1, 1, 1]), np.array([2]))
    assert way.tolist().index(2) > way.tolist().index(0)
    assert sorted(way.tolist()) == [0, 1, 2]


def test_nothing_to_order():
    assert drawn(Shape(), 0.0) == []
    assert drawn(Shape.square((0.05, 0.05)), 0.0) == []
