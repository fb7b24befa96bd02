"""Where outer perimeters begin: in each way a person can choose."""

from __future__ import annotations

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.travel.seam_kernels import (
    ALIGNED,
    HIDDEN,
    REAR,
    closest_on_loop,
    seam_of,
    turn_at,
)

NOTHING = np.empty((0, 2))
BOX = np.array([[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]])
NOTCHED = np.array(
    [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [12.0, 20.0], [10.0, 12.0], [8.0, 20.0], [0.0, 20.0]]
)
TURNS = np.linspace(0, 2 * np.pi, 241)[:-1]
ROUND = 15.0 * np.stack([np.cos(TURNS), np.sin(TURNS)], axis=1)
POINTS = np.linspace(0, 2 * np.pi, 11)[:-1]
STAR = (
    np.where(np.arange(10) % 2, 8.0, 16.0)[:, None]
    * np.stack([np.sin(POINTS), np.cos(POINTS)], axis=1)[::-1].copy()
)


def seam(loop, below=NOTHING, mode=ALIGNED):
    _, x, y = seam_of(np.ascontiguousarray(loop), 0, len(loop), below, mode)
    return np.array([x, y])


def test_the_first_seam_is_in_a_concave_corner_or_at_the_back():
    assert seam(NOTCHED).tolist() == [10.0, 12.0]
    assert np.hypot(*seam(STAR)) == pytest.approx(np.hypot(*STAR.T).min())
    assert seam(ROUND)[1] == pytest.approx(15.0)
    assert seam(BOX).tolist() in ([0.0, 20.0], [20.0, 20.0])


def test_an_aligned_seam_stays_above_the_one_below_even_between_two_points():
    below = np.array([[20.0, 7.3]])
    assert seam(BOX, below).tolist() == [20.0, 7.3]
    assert seam(BOX * 0.98, below).tolist() == pytest.approx([19.6, 7.3])


def test_an_aligned_seam_is_drawn_into_a_concave_corner_close_by_only():
    assert seam(NOTCHED, np.array([[10.3, 13.0]])).tolist() == [10.0, 12.0]
    assert seam(NOTCHED, np.array([[0.0, 3.0]])).tolist() == [0.0, 3.0]


def test_a_seam_far_from_all_below_begins_anew():
    assert seam(ROUND, np.array([[0.0, -40.0]]))[1] == pytest.approx(15.0)


def test_rear_is_the_back_whatever_lies_below():
    assert seam(ROUND, np.array([[15.0, 0.0]]), REAR)[1] == pytest.approx(15.0)
    assert seam(NOTCHED, NOTHING, REAR)[1] == 20.0


def test_hidden_takes_the_sharpest_concave_corner_then_a_convex_one():
    assert seam(NOTCHED, np.array([[20.0, 7.3]]), HIDDEN).tolist() == [10.0, 12.0]
    assert np.hypot(*seam(STAR, NOTHING, HIDDEN)) == pytest.approx(8.0, rel=0.01)
    assert seam(BOX, np.array([[20.0, 1.0]]), HIDDEN).tolist() == [20.0, 0.0]


def test_a_hole_is_looked_at_from_its_own_side():
    hole = BOX[::-1]
    assert all(turn_at(np.ascontiguousarray(hole), 0, 4, i) < -80 for i in range(4))
    assert all(turn_at(BOX, 0, 4, i) > 80 for i in range(4))


def test_the_nearest_place_lies_on_an_edge():
    edge, x, y, d2 = closest_on_loop(BOX, 0, 4, 25.0, 5.0)
    assert (edge, x, y, d2) == (1, 20.0, 5.0, 25.0)
    # A corner belongs to the edge that starts there.
    assert closest_on_loop(BOX, 0, 4, -3.0, -3.0)[0] == 0


def seams_by_layer(paths):
    """Where the outer perimeter of each layer begins."""
    outer = paths.role == int(Role.EXTERNAL_PERIMETER)
    first = np.flatnonzero(outer & ~np.concatenate([[False], outer[:-1]]))
    return paths.start_mm[first, :2].astype(float) - 110.0


@pytest.mark.parametrize("mode", ["aligned", "rear", "nearest", "hidden"])
def test_seams_of_a_leaning_cylinder_lie_above_each_other(mode, slice_it, solid_mesh):
    solid = manifold3d.Manifold.cylinder(6.0, 12.0, 10.0, 200)
    places = seams_by_layer(slice_it(solid_mesh(solid), seam_position=mode).paths)
    assert len(places) == 30
    steps = np.hypot(*np.diff(places, axis=0).T)
    if mode == "nearest":
        assert steps.max() > 0
    else:
        assert steps[1:].max() < 0.5


def test_the_seams_of_a_notched_box_stay_in_the_notch(slice_it, solid_mesh):
    shape = manifold3d.CrossSection([NOTCHED])
    for mode in ("aligned", "hidden"):
        sliced = slice_it(solid_mesh(manifold3d.Manifold.extrude(shape, 2.0)), seam_position=mode)
        places = seams_by_layer(sliced.paths)
        assert np.abs(places - [0.0, 2.0]).max() < 0.6
