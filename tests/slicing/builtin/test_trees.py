"""Trunks under small contacts: they lean, meet, keep away from the model, and stand on a wide foot."""

from __future__ import annotations

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.around.tree_kernels import forbidden_cells, walk_down
from memoreez_desktop.slicing.builtin.around.trees import slabs_of
from memoreez_desktop.slicing.builtin.cutting.layers import layer_stack

CUBE = manifold3d.Manifold.cube
SUPPORTS = (int(Role.SUPPORT_MATERIAL), int(Role.SUPPORT_INTERFACE))


def drops(places, height=30.0):
    """A post with a roof, from which drops hang: each one begins in mid-air."""
    solid = CUBE((10, 10, height + 12)).translate((-5, -5, 0))
    for x, y in places:
        solid += CUBE((abs(x) + 4, abs(y) + 4, 2)).translate((min(x, 0) - 2, min(y, 0) - 2, height + 10))
        solid += CUBE((3, 3, 11)).translate((x - 1.5, y - 1.5, height))
    return solid


def over_a_plate(offset=9.0):
    """A drop above the rim of a plate: a trunk can lean past it, a plain column cannot."""
    post = CUBE((10, 8, 42)).translate((-8, -4, 0))
    plate = CUBE((21, 20, 2)).translate((-14, -10, 0))
    roof = CUBE((8 + offset, 4, 2)).translate((-8, -2, 40))
    return post + plate + roof + CUBE((3, 3, 11)).translate((offset - 3, -1.5, 30))


def lines(sliced, layer=None):
    chosen = np.isin(sliced.paths.role, SUPPORTS) & (sliced.paths.width_mm > 0)
    if layer is not None:
        chosen &= sliced.paths.layer == layer
    return sliced.paths.start_mm[chosen], sliced.paths.end_mm[chosen]


def length_mm(sliced, layer):
    start, end = lines(sliced, layer)
    return float(np.linalg.norm(end - start, axis=1).sum())


def test_a_single_drop_stands_on_a_round_trunk(slice_it, solid_mesh):
    sliced = slice_it(solid_mesh(drops([(14, 0)])))
    start, end = lines(sliced, 60)
    middle = (start.min(axis=0) + start.max(axis=0))[:2] / 2
    radii = np.linalg.norm(start[:, :2] - middle, axis=1)
    assert radii.max() < 2.0
    assert radii.min() > 0.9 * radii.max()
    # Twelve sides, and closed.
    assert len(start) == 12
    np.testing.assert_allclose(start[0], end[-1], atol=0.002)


def test_its_foot_is_wide_and_filled(slice_it, solid_mesh):
    sliced = slice_it(solid_mesh(drops([(14, 0)])), skirts=0)
    widths = [np.ptp(lines(sliced, layer)[0][:, 0]) for layer in (0, 3, 40)]
    assert widths[0] > widths[1] > widths[2]
    assert widths[0] > widths[2] + 2.0
    assert length_mm(sliced, 0) > 3 * length_mm(sliced, 40)


def test_neighbours_meet_on_the_way_down(slice_it, solid_mesh):
    """Two drops 10 mm apart on slim arms: two trunks up there, one on the bed."""
    solid = drops([(14, 0)]) + CUBE((4, 14, 2)).translate((12, -7, 40))
    for y in (-5, 5):
        solid += CUBE((3, 3, 20)).translate((12.5, y - 1.5, 21))
    sliced = slice_it(solid_mesh(solid), skirts=0)
    wide = [np.ptp(lines(sliced, layer)[0][:, 1]) for layer in (90, 20)]
    assert wide[0] > 10.0
    assert wide[1] < 5.0
    assert length_mm(sliced, 20) < 0.7 * length_mm(sliced, 90)


def test_trunks_lean_at_most_forty_degrees(slice_it, solid_mesh):
    sliced = slice_it(solid_mesh(drops([(14, -5), (14, 5)])))
    for layer in range(8, 135):
        # Both ends: the nozzle may follow an open line either way.
        here, above = (np.concatenate(lines(sliced, k))[:, :2] for k in (layer, layer + 1))
        way = np.linalg.norm(here[None] - above[:, None], axis=2).min(axis=1)
        # Corners of rings of sixteen sides, a layer of 0.2 mm: 0.17 mm and half a side.
        assert way.max() < 0.17 + 0.6


@pytest.mark.parametrize("plate_only", [False, True])
def test_a_trunk_leans_away_from_what_is_below(plate_only, slice_it, solid_mesh):
    solid = over_a_plate()
    sliced = slice_it(solid_mesh(solid), support_material_buildplate_only=plate_only)
    start, _ = lines(sliced, 100)
    assert len(start)
    low, high = np.array(solid.bounding_box()).reshape(2, 3)
    shift = np.array([110.0, 110.0]) - (low + high)[:2] / 2
    # The plate ends at x 7 and y 10; the drop's middle is at 7.5, 0.
    feet = lines(sliced, 0)[0][:, :2] - shift
    assert len(feet)
    assert (np.maximum(feet[:, 0] - 7.0, np.abs(feet[:, 1]) - 10.0) > 0.4).all()


def test_large_contacts_keep_their_columns(slice_it, solid_mesh):
    tee = CUBE((8, 20, 30)).translate((12, 0, 0)) + CUBE((32, 20, 3)).translate((0, 0, 30))
    start, end = lines(slice_it(solid_mesh(tee)), 60)
    along_x = np.abs(end - start)[:, 0].sum()
    assert along_x > 3 * np.abs(end - start)[:, 1].sum()


def test_low_contacts_keep_their_columns(slice_it, solid_mesh):
    start, end = lines(slice_it(solid_mesh(drops([(14, 0)], height=3.0))), 5)
    assert np.abs(end - start)[:, 0].sum() > np.abs(end - start)[:, 1].sum()


def test_trunks_stay_on_the_bed(slice_it, solid_mesh):
    wide = CUBE((10, 10, 40)).translate((-5, -5, 0)) + CUBE((219, 6, 2)).translate((-109.5, -3, 39))
    for x in (-109.5, 106.5):
        wide += CUBE((3, 6, 10)).translate((x, -3, 30))
    sliced = slice_it(solid_mesh(wide))
    (low_x, low_y, _), (high_x, high_y, _) = sliced.stats.bounds_mm
    assert min(low_x, low_y) >= 0.0
    assert max(high_x, high_y) <= 220.0


def test_no_way_leads_through_what_is_forbidden():
    volume = np.zeros((70, 40, 40), np.uint8)
    volume[69] = 1
    # A wall of things that are near, over the middle; then a floor with one hole.
    volume[20:26, :, 18:24] = 4
    volume[2:5] = 4
    volume[2:5, 8:16, 28:36] = 0
    slab = slabs_of(layer_stack(12.0, 0.2, 0.2), 60, 0.45)
    forbidden = forbidden_cells(volume, slab, int(slab[-1]) + 1)
    starts = np.array([(slab[-1], 20, 30), (slab[-1], 12, 5), (slab[-1], 14, 28)])
    ways, into = walk_down(forbidden, starts)
    reached = ways[:, :, 0] >= 0
    for n, s in zip(*np.nonzero(reached), strict=True):
        assert not forbidden[s, ways[n, s, 0], ways[n, s, 1]]
        if s and reached[n, s - 1]:
            assert np.abs(ways[n, s] - ways[n, s - 1]).sum() <= 3
    # Those beside the hole come down or meet another trunk; the one beyond the wall begins nowhere.
    assert reached[2, -1]
    assert reached[2, 0] or into[2] >= 0
    assert not reached[1].any()


def test_no_trunk_stands_where_nothing_is_above():
    volume = np.zeros((70, 40, 40), np.uint8)
    volume[69, :, :20] = 1
    slab = slabs_of(layer_stack(12.0, 0.2, 0.2), 60, 0.45)
    forbidden = forbidden_cells(volume, slab, int(slab[-1]) + 1)
    assert not forbidden[:, 5:35, 5:20].any()
    assert forbidden[:, :, 24:].all()
