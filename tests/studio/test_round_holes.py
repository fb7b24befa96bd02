"""Holes, pockets for magnets and flat sides: sizes, room, and what is refused."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import FlatBack, Hole, Hollow, MagnetPocket, Spot
from memoreez_desktop.geometry.solids import weld
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.steps import flat_back, hole, hollow, magnet

BLOCK = Manifold.cube((40, 20, 30), True).translate((0, 0, 15))
BALL = Manifold.sphere(20.0, 96).translate((0, 0, 20))
TUB = Manifold.cylinder(30, 18, 18, 96)


def made(module, step, solid):
    box = np.array(solid.bounding_box()).reshape(2, 3)
    return module.apply(step, Workpiece(solid, box), StepTools(), JobContext())


@settings(max_examples=10, deadline=None)
@given(
    size=st.floats(1.5, 9.5),
    u=st.floats(-0.5, 0.5),
    v=st.floats(-0.4, 0.4),
    on=st.sampled_from(("front", "back")),
)
def test_a_hole_goes_right_through(size, u, v, on):
    after = made(hole, Hole(size, Spot(on=on, shift_ratio=(u, v))), BLOCK)
    assert after.solid.genus() == 1
    gone = BLOCK.volume() - after.solid.volume()
    assert gone == pytest.approx(np.pi / 4 * (size + 0.2) ** 2 * 20, rel=0.01)


def test_wide_lying_holes_run_to_a_point():
    round_hole, wide = (made(hole, Hole(size), BLOCK) for size in (9.0, 14.0))
    assert wide.solid.slice(15.0 + 7.4).num_contour() == 2  # cut in two above the round part
    assert round_hole.solid.slice(15.0 + 4.8).num_contour() == 1


def test_through_a_coin_it_goes_from_above():
    coin = Manifold.cylinder(3, 25, 25, 96)
    after = made(hole, Hole(4.0, Spot(on="front", shift_ratio=(0.0, 0.8))), coin)
    pin = Manifold.cylinder(9, 1.9, 1.9, 32).translate((0, 20, -3))
    assert (after.solid ^ pin).is_empty()


@pytest.mark.parametrize("size", [0.0, 0.5, 61.0, float("nan")])
def test_diameters_that_cannot_be_drilled(size):
    with pytest.raises(InputError):
        made(hole, Hole(size), BLOCK)


def test_near_the_edge_is_told_and_over_it_refused():
    near = Spot(on="top", shift_ratio=(0.85, 0.0))
    assert made(hole, Hole(4.0, near), BLOCK).notes[-1].level == "thin"
    with pytest.raises(InputError, match="break out"):
        made(hole, Hole(4.0, Spot(on="top", shift_ratio=(0.95, 0.0))), BLOCK)


def test_a_magnet_fits_its_pocket_and_no_more():
    after = made(magnet, MagnetPocket(10.0, 3.0), BLOCK)
    fits, tight = (Manifold.cylinder(3.2, r, r, 96) for r in (5.1, 5.3))
    assert (after.solid ^ fits).volume() < 1e-6
    assert (after.solid ^ tight).volume() > 1.0
    assert after.solid.slice(3.4).num_contour() == 1


def test_a_covered_magnet_is_hidden_and_says_when_to_pause():
    after = made(magnet, MagnetPocket(10.0, 3.0, cover_mm=0.6), BLOCK)
    assert after.solid.slice(0.3).num_contour() == 1
    assert after.solid.slice(2.0).num_contour() == 2
    assert after.notes[-1].values["pause_mm"] == pytest.approx(3.9)
    assert "3.9" in after.notes[-1].sentence


def test_in_a_hollow_keepsake_the_pocket_has_its_own_wall():
    tub = made(hollow, Hollow(), TUB).solid
    after = made(magnet, MagnetPocket(8.0, 3.0), tub)
    x, y, _ = (after.notes[-1].values[f"{axis}_mm"] for axis in "xyz")
    lid = Manifold.cylinder(1.0, 4.0, 4.0, 48).translate((x, y, 3.5))
    assert (after.solid ^ lid).volume() == pytest.approx(lid.volume(), rel=0.01)
    assert weld(after.solid).triangles > 0


def test_two_magnets_lie_beside_each_other():
    first = made(magnet, MagnetPocket(8.0, 3.0), BLOCK)
    second = magnet.apply(MagnetPocket(8.0, 3.0), first, StepTools(), JobContext())
    assert second.solid.slice(1.0).num_contour() == 3


def test_on_a_ball_the_magnet_does_not_stand_out():
    after = made(magnet, MagnetPocket(10.0, 3.0, Spot(on="back")), BALL)
    disc = Manifold.cylinder(3.0, 5.0, 5.0, 64).rotate((90, 0, 0)).translate((0, 19.35, 20))
    assert (after.solid ^ disc).volume() < 1e-3
    outside = (disc - BALL).volume()
    assert outside < 0.05 * disc.volume()


@pytest.mark.parametrize(
    ("step", "solid", "words"),
    [
        (MagnetPocket(30.0, 3.0), BLOCK, "no room"),
        (MagnetPocket(10.0, 3.0), BALL, "no room"),
        (MagnetPocket(10.0, 25.0, Spot(on="back")), BLOCK, "come out again"),
        (MagnetPocket(30.0, 3.0, Spot(on="back")), BALL, "uneven"),
        (MagnetPocket(1.0, 3.0), BLOCK, "no pocket"),
        (MagnetPocket(10.0, 3.0, Spot(on="back"), cover_mm=0.6), BLOCK, "underside"),
        (MagnetPocket(10.0, 3.0, cover_mm=9.0), BLOCK, "cover"),
    ],
)
def test_magnets_without_room(step, solid, words):
    with pytest.raises(InputError, match=words) as refused:
        made(magnet, step, solid)
    assert refused.value.hint


@settings(max_examples=8, deadline=None)
@given(depth=st.floats(0.5, 15.0), side=st.sampled_from(("back", "front", "left", "right")))
def test_a_side_is_cut_by_what_is_wished(depth, side):
    after = made(flat_back, FlatBack(side, depth), BALL)
    cap = np.pi * depth**2 * (60 - depth) / 3
    assert BALL.volume() - after.solid.volume() == pytest.approx(cap, rel=0.03, abs=2.0)
    box = np.array(after.solid.bounding_box()).reshape(2, 3)
    assert np.allclose(box.mean(axis=0)[:2], 0.0, atol=1e-6)
    assert np.allclose(after.figure_mm, box, atol=1e-5)
    axis = 0 if side in ("left", "right") else 1
    assert box[1, axis] - box[0, axis] == pytest.approx(40 - depth, abs=0.1)


def test_by_itself_it_cuts_no_deeper_than_needed():
    after = made(flat_back, FlatBack(), BALL)
    values = after.notes[-1].values
    shadow = np.pi * 20.0**2
    assert 0.35 * shadow <= values["flat_mm2"] <= 0.42 * shadow


def test_what_is_flat_stays():
    after = made(flat_back, FlatBack(), BLOCK)
    assert after.solid.volume() == pytest.approx(BLOCK.volume())
    assert "already" in after.notes[-1].sentence


def test_loose_tips_are_left_out():
    horns = Manifold.cylinder(3, 0.5, 0.5, 12).rotate((90, 0, 0))
    body = BLOCK + Manifold.cube((4, 30, 2), True).translate((10, 8, 25)) + horns.translate((10, 23, 23.6))
    after = made(flat_back, FlatBack("back", 2.2), body)
    assert len(after.solid.decompose()) == 1


@pytest.mark.parametrize("depth", [0.0, -1.0, 40.0, float("nan")])
def test_depths_that_cannot_be_cut(depth):
    with pytest.raises(InputError):
        made(flat_back, FlatBack("back", depth), BALL)
