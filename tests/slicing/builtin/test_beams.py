"""Small solid patches over sparse infill lie on its lines."""

from __future__ import annotations

from typing import get_args

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.profiles import FillPattern
from memoreez_desktop.slicing.builtin.areas.beams import carried
from memoreez_desktop.slicing.builtin.infill.fill import sparse_fill
from memoreez_desktop.slicing.builtin.infill.patterns import cells_of

Shape = manifold3d.CrossSection
ROOM = Shape.square((60, 60), True)
SPACING = 0.407
DENSITY = 0.15


def line_count(patch, pattern, index):
    """Count the pieces of sparse line of the layer below under a patch."""
    fill = sparse_fill(ROOM, 0.2, SPACING, DENSITY, pattern, index - 1, 2.0)
    met = 0
    for a, b in zip(fill.offsets[:-1], fill.offsets[1:], strict=True):
        for one, two in zip(fill.points[a : b - 1], fill.points[a + 1 : b], strict=True):
            side = np.array([one[1] - two[1], two[0] - one[0]])
            side *= 0.005 / max(np.hypot(*side), 1e-9)
            line = Shape([np.array([one - side, two - side, two + side, one + side])])
            met += not (line ^ patch).is_empty()
    return met


@pytest.mark.parametrize("pattern", get_args(FillPattern))
@pytest.mark.parametrize("index", [4, 5])
def test_a_patch_smaller_than_a_cell_is_made_to_reach_the_lines_below(pattern, index):
    cells = cells_of(pattern, SPACING, DENSITY, index)
    for x, y in ((0.3, 2.9), (-7.1, 11.2), (14.0, -3.3)):
        patch = Shape.circle(0.8, 24).translate((x, y))
        beam = ROOM - carried(ROOM - patch, ROOM, ROOM, cells)
        assert (patch - beam).is_empty()
        assert line_count(beam, pattern, index) >= (2 if cells.in_step else 1)
        assert beam.area() < 1.7 * (2 * cells.gap_mm + 1.6)


def test_what_rests_already_or_hangs_on_the_perimeter_stays_as_it_is():
    cells = cells_of("grid", SPACING, DENSITY, 4)
    patch = Shape.circle(0.8, 24)
    sparse = ROOM - patch
    on_solid = carried(sparse, ROOM, ROOM - Shape.circle(2.0, 24), cells)
    assert on_solid.area() == pytest.approx(sparse.area())
    hole = ROOM - Shape.circle(0.3, 24)
    assert carried(sparse, hole, hole, cells).area() == pytest.approx(sparse.area())
    wide = ROOM - Shape.circle(12.0, 24)
    assert carried(wide, ROOM, ROOM, cells).area() == pytest.approx(wide.area())


def test_the_floor_under_a_pit_begins_with_beams(slice_it, solid_mesh):
    pit = manifold3d.Manifold.cylinder(4.0, 0.0, 6.0, 48).translate((17.3, 14.1, 4.05))
    plate = manifold3d.Manifold.cube((40, 40, 8)) - pit
    paths = slice_it(solid_mesh(plate)).paths
    inside = np.hypot(paths.end_mm[:, 0] - (107.3), paths.end_mm[:, 1] - (104.1)) < 9
    solid = inside & (paths.role == int(Role.SOLID_INFILL))
    first = min(layer for layer in set(paths.layer[solid].tolist()) if layer > 4)
    chosen = solid & (paths.layer == first)
    spans = np.hypot(*(paths.end_mm[chosen, :2] - paths.start_mm[chosen, :2]).T)
    # The cells of the infill are this wide.
    assert spans.max() > 2 * SPACING / DENSITY
