"""Brim and skirt: outside only, around everything, and never over the edge of the bed."""

from __future__ import annotations

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.around.adhesion import LEAST_SKIRT_FILAMENT_MM, plan_adhesion
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.plane.regions import EMPTY, Region

CUBE = manifold3d.Manifold.cube
FLOW = Flow(0.45, 0.2)


def ends(sliced, role):
    chosen = sliced.paths.role == int(role)
    return np.concatenate([sliced.paths.start_mm[chosen], sliced.paths.end_mm[chosen]])[:, :2]


def ring(post=False):
    """A square tube, with or without a post that stands free in its hole."""
    tube = CUBE((40, 40, 3)) - CUBE((30, 30, 9)).translate((5, 5, -1))
    return tube + CUBE((6, 6, 3)).translate((17, 17, 0)) if post else tube


@pytest.mark.parametrize("brim_type", ["auto", "outer_only"])
@pytest.mark.parametrize("post", [False, True])
def test_no_brim_in_holes(brim_type, post, slice_it, solid_mesh):
    sliced = slice_it(solid_mesh(ring(post)), brim_type=brim_type, brim_width_mm=4.0)
    places = ends(sliced, Role.BRIM) - 110.0
    assert len(places)
    # The tube is 40 mm wide.
    assert np.abs(places).max(axis=1).min() > 20.0


def test_two_bodies_share_their_brim(slice_it, solid_mesh):
    pair = CUBE((10, 10, 5)) + CUBE((10, 10, 5)).translate((13, 0, 0))
    sliced = slice_it(solid_mesh(pair), brim_width_mm=4.0)
    places = ends(sliced, Role.BRIM) - 110.0
    inside = (np.abs(np.abs(places[:, 0]) - 6.5) < 4.9) & (np.abs(places[:, 1]) < 4.9)
    assert len(places)
    assert not inside.any()


def test_the_feet_of_supports_get_a_brim_where_the_model_has_one(slice_it, solid_mesh):
    post = CUBE((8, 8, 12)).translate((16, 0, 0)) + CUBE((40, 8, 3)).translate((0, 0, 12))
    plain, sliced = (slice_it(solid_mesh(post), brim_width_mm=width) for width in (0.5, 4.0))
    feet = ends(sliced, Role.SUPPORT_MATERIAL) - 110.0
    brim = ends(sliced, Role.BRIM) - 110.0
    # Beyond the brim of the post itself (x -4 to 4).
    assert (np.abs(brim[:, 0]) > 12.0).any()
    assert np.abs(brim).max(axis=0)[0] == pytest.approx(np.abs(feet).max(axis=0)[0] + 2.0, abs=0.8)
    assert len(ends(plain, Role.BRIM)) < len(brim)


def test_the_skirt_goes_around_the_brim(slice_it, box):
    for brim_mm in (0.0, 6.0):
        sliced = slice_it(box(60, 60, 3), brim_width_mm=brim_mm, skirt_distance_mm=3.0)
        skirt = np.abs(ends(sliced, Role.SKIRT) - 110.0).max()
        assert skirt == pytest.approx(33.0 + brim_mm, abs=0.3)


@pytest.mark.parametrize(("side", "loops"), [(4.0, 3), (60.0, 1)])
def test_a_short_skirt_gets_more_loops(side, loops, settings):
    square = Region.square((side, side), True)
    from_profile = plan_adhesion(square, EMPTY, 0.0, settings, FLOW)
    assert len(from_profile.skirt) == loops


def test_the_skirt_fills_the_nozzle(slice_it, box):
    for side in (2.0, 9.0, 40.0):
        sliced = slice_it(box(side, side, 3))
        assert sliced.stats.roles["skirt"].filament_mm >= LEAST_SKIRT_FILAMENT_MM


def test_no_skirt_where_none_is_asked_for(slice_it, box):
    assert "skirt" not in slice_it(box(9, 9, 3), skirts=0).stats.roles


@pytest.mark.parametrize("width_mm", [196.0, 209.0, 215.0, 216.6, 217.0, 219.9])
def test_nothing_goes_over_the_edge_of_the_bed(width_mm, slice_it, box):
    for quality in ({}, {"skirts": 3}, {"raft_layers": 1}):
        sliced = slice_it(box(width_mm, 20, 1), **quality)
        (low_x, low_y, _), (high_x, high_y, _) = sliced.stats.bounds_mm
        assert min(low_x, low_y) >= 0.2
        assert max(high_x, high_y) <= 219.8
