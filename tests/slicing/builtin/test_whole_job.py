"""What is drawn for all layers at once is what each layer alone would get."""

from __future__ import annotations

import numpy as np
import pytest

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.areas.thin_lines import thin_lines
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.infill.fill import (
    solid_chains,
    solid_layers,
    sparse_fill,
    sparse_layers,
)
from memoreez_desktop.slicing.builtin.infill.patterns import layer_angle
from memoreez_desktop.slicing.builtin.paths import merged_paths, stack_of
from memoreez_desktop.slicing.builtin.plane.regions import EMPTY, Region
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack

FLOW = Flow(0.45, 0.2)
STACK = RingStack.of(
    [
        EMPTY,
        Region.circle(12, 60) - Region.square((6, 4), True),
        Region.square((0.7, 15)) + Region.square((9, 0.4)).translate((5, 3)),
        EMPTY,
        Region.square((25, 8)).translate((-40, 2)) + Region.circle(5, 20),
        EMPTY,
    ]
)


def chains_of(points, offsets, layers, layer):
    own = offsets[layers[layer] : layers[layer + 1] + 1]
    return points[own[0] : own[-1]], own - own[0]


def test_solid_fill():
    chains = solid_layers(STACK, np.full(len(STACK), FLOW.spacing_mm))
    for i in range(len(STACK)):
        points, offsets = solid_chains(STACK.rings_of(i), FLOW, layer_angle(i))
        own, own_offsets = chains_of(*chains, i)
        assert np.array_equal(own, points)
        assert np.array_equal(own_offsets, offsets)
    assert len(chains[0])


@pytest.mark.parametrize("pattern", ["grid", "rectilinear", "triangles", "cubic", "gyroid", "concentric"])
def test_sparse_fill(pattern):
    heights, tops = np.full(len(STACK), 0.2), 0.2 * np.arange(1, len(STACK) + 1)
    fill = sparse_layers(STACK, heights, 0.4, 0.2, pattern, np.arange(len(STACK)), tops)
    for i in range(len(STACK)):
        own, offsets = chains_of(fill.points, fill.offsets, fill.layers, i)
        alone = sparse_fill(STACK.rings_of(i), 0.2, 0.4, 0.2, pattern, i, float(tops[i]))
        if alone is None:
            assert not len(own)
            continue
        assert np.array_equal(own, alone.points)
        assert np.array_equal(offsets, alone.offsets)
        assert fill.area_mm2[i] == alone.area_mm2[0]
    assert len(fill.points)


def test_thin_lines():
    points, widths, offsets, layers = thin_lines(STACK)
    assert layers[0] == layers[1] == 0
    assert layers[-1] == layers[-2]
    for i in STACK.filled():
        alone, alone_widths, alone_offsets, _ = thin_lines(STACK.chosen(np.array([i])))
        own, own_offsets = chains_of(points, offsets, layers, i)
        assert np.array_equal(own, alone)
        assert np.array_equal(own_offsets, alone_offsets)
        first = offsets[layers[i]]
        assert np.array_equal(widths[first : first + len(own)], alone_widths)
    # The wall of 0.7 and that of 0.4 mm.
    assert layers[3] - layers[2] == 2


def test_paths_of_several_kinds_are_put_together_layer_by_layer():
    outlines = stack_of(
        STACK.points,
        STACK.rings,
        STACK.layers,
        Role.EXTERNAL_PERIMETER,
        np.ones(len(STACK.points)),
        np.arange(len(STACK.rings) - 1.0),
        closed=True,
    )
    lines = solid_layers(STACK, np.full(len(STACK), FLOW.spacing_mm))
    fixed = np.ones(len(lines[1]) - 1, np.bool_)
    areas, speeds = np.full(len(lines[0]), 0.1), np.full(len(lines[1]) - 1, 30.0)
    fill = stack_of(*lines, Role.SOLID_INFILL, areas, speeds, fixed=fixed, degrees=np.full(len(lines[0]), 2))
    (points, area, degrees, offsets, role, speed, closed, held), bounds = merged_paths([outlines, fill])
    for i in range(len(STACK)):
        part = slice(bounds[i], bounds[i + 1])
        rings, chains = STACK.layers[i + 1] - STACK.layers[i], lines[2][i + 1] - lines[2][i]
        roles = [Role.EXTERNAL_PERIMETER] * rings + [Role.SOLID_INFILL] * chains
        assert role[part].tolist() == roles
        assert closed[part].tolist() == [True] * rings + [False] * chains
        assert held[part].tolist() == [False] * rings + [True] * chains
        own, _ = chains_of(points, offsets, bounds, i)
        ring, chain = STACK.rings_of(i).points, chains_of(*lines, i)[0]
        assert np.array_equal(own, np.concatenate([ring, chain]))
        places = slice(offsets[bounds[i]], offsets[bounds[i + 1]])
        assert area[places].tolist() == [1.0] * len(ring) + [0.1] * len(chain)
        assert degrees[places].tolist() == [0] * len(ring) + [2] * len(chain)
    assert speed[role == Role.EXTERNAL_PERIMETER].tolist() == list(range(len(STACK.rings) - 1))
