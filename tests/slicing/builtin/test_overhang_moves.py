"""Lines that hang over: their own role, speed and fan."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.cutting.layers import layer_stack
from memoreez_desktop.slicing.builtin.moves import EXTRUDE, FAN, KIND, LAYER_FAN, ROLE, SPEED, X, Y
from memoreez_desktop.slicing.builtin.paths import LayerPaths, PathGroup
from memoreez_desktop.slicing.builtin.plane.regions import Region, flat_rings
from memoreez_desktop.slicing.builtin.travel.order import order_layers

SQUARE = Region.square((20.0, 20.0))
STACK = layer_stack(0.4, 0.2, 0.2)


def moves_of(settings, draw):
    layers = []
    for i in range(2):
        paths = LayerPaths()
        draw(paths, i)
        layers.append((paths, SQUARE))
    moves = order_layers(layers, STACK, settings)
    return [moves.table[moves.layers[i] : moves.layers[i + 1]] for i in range(2)]


def lines(table):
    """Start, end and the rest of each printed line."""
    rows = np.flatnonzero(table[:, KIND] == EXTRUDE)
    return [(table[r - 1, [X, Y]], table[r, [X, Y]], table[r]) for r in rows]


@pytest.fixture
def cool(settings):
    material = replace(
        settings.material,
        bridge_fan_ratio=0.9,
        overhang_fan_0_ratio=0.1,
        overhang_fan_1_ratio=0.2,
        overhang_fan_2_ratio=0.3,
        overhang_fan_3_ratio=0.4,
    )
    return replace(settings, material=material)


def test_a_hanging_line_of_a_loop_is_slow_and_cooled_but_not_on_the_first_layer(cool):
    points, rings = flat_rings(Region.square((10.0, 30.0)))
    degrees = np.arange(1, 5)

    def draw(paths, _):
        paths.add_rings(points, rings, Role.EXTERNAL_PERIMETER, 0.08, 28.0, degrees)

    first, second = moves_of(cool, draw)
    assert {row[ROLE] for _, _, row in lines(first)} == {float(Role.EXTERNAL_PERIMETER)}
    assert {row[FAN] for _, _, row in lines(first)} == {LAYER_FAN}
    assert len(lines(second)) == 4
    speeds = (25.0, 20.0, 15.0, 12.0)
    for start, _, row in lines(second):
        k = int(np.argmin(np.hypot(*(points - start).T)))
        assert row[ROLE] == Role.OVERHANG_PERIMETER
        assert row[SPEED] == speeds[k]
        assert row[FAN] == pytest.approx((k + 1) / 10)


@pytest.mark.parametrize("back_to_front", [False, True])
def test_the_degree_belongs_to_the_same_line_in_both_directions(cool, back_to_front):
    chain = np.array([[0.0, 5.0], [4.0, 5.0], [9.0, 5.0], [15.0, 5.0]])
    before = np.array([[17.0, 5.0], [16.0, 5.0]]) if back_to_front else np.array([[-3.0, 5.0], [-2.0, 5.0]])

    def draw(paths, _):
        paths.add_chains(before, np.array([0, 2]), Role.PERIMETER, 0.08, 60.0)
        degrees = np.array([0, 3, 0, 0])
        paths.groups.append(
            PathGroup(chain, np.array([0, 4]), Role.GAP_FILL, 0.08, 10.0, False, False, degrees)
        )

    hanging = [line for line in lines(moves_of(cool, draw)[1]) if line[2][ROLE] == Role.OVERHANG_PERIMETER]
    assert len(hanging) == 1
    start, end, row = hanging[0]
    assert sorted([start[0], end[0]]) == [4.0, 9.0]
    assert row[SPEED] == 10.0
    assert row[FAN] == pytest.approx(0.3)


def test_bridges_have_their_own_fan(cool):
    chain = np.array([[0.0, 5.0], [9.0, 5.0]])

    def draw(paths, _):
        paths.add_chains(chain, np.array([0, 2]), Role.BRIDGE_INFILL, 0.08, 40.0, fixed=True)
        paths.add_chains(chain + 1, np.array([0, 2]), Role.SOLID_INFILL, 0.08, 40.0, fixed=True)

    fans = {int(row[ROLE]): row[FAN] for _, _, row in lines(moves_of(cool, draw)[1])}
    assert fans == {int(Role.BRIDGE_INFILL): 0.9, int(Role.SOLID_INFILL): LAYER_FAN}
