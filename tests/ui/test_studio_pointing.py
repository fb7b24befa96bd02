"""A click on the model becomes a spot of the recipe."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.ui.studio.pointing import spot_at
from tests.fakes.made_solids import box

TALL = box(20, 10, 40)


def click(at, mesh=TALL, figure=None):
    """Click the face that is nearest to a point of a box."""
    corners = mesh.vertices[mesh.faces].astype(float)
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals /= np.linalg.norm(normals, axis=1)[:, None]
    away = np.abs(((np.asarray(at) - corners[:, 0]) * normals).sum(axis=1))
    return spot_at(mesh, int(away.argmin()), np.asarray(at, dtype=float), figure)


def test_the_middle_of_the_front():
    low, high = TALL.bounds_mm
    middle = (low + high) / 2
    spot = click((middle[0], low[1], middle[2]))
    assert spot.on == "free"
    assert spot.at_ratio == pytest.approx((0.5, 0.0, 0.5))
    assert spot.facing == pytest.approx((0.0, -1.0, 0.0))


@given(st.floats(0.05, 0.95), st.floats(0.05, 0.95))
def test_a_place_on_the_right_side_is_told_by_its_shares(v, w):
    low, high = TALL.bounds_mm
    at = low + (high - low) * np.array([1.0, v, w])
    spot = click(at)
    assert spot.at_ratio == pytest.approx((1.0, v, w), abs=1e-3)
    assert spot.facing == pytest.approx((1.0, 0.0, 0.0))


@pytest.mark.parametrize(
    ("side", "angle"), [((0, -1), 0.0), ((1, 0), 90.0), ((0, 1), 180.0), ((-1, 0), 270.0)]
)
def test_below_the_figure_it_is_the_wall(side, angle):
    wide = box(30, 30, 40)
    low, high = wide.bounds_mm
    middle, half = (low + high) / 2, (high - low) / 2
    wide = type(wide)(wide.vertices - np.array([middle[0], middle[1], 0.0], np.float32), wide.faces)
    spot = click(
        (side[0] * half[0], side[1] * half[1], 7.0), wide, wide.bounds_mm * (1, 1, 0.5) + (0, 0, 14.0)
    )
    assert (spot.on, spot.angle_deg, spot.shift_ratio) == ("pedestal", angle, (0.0, 0.0))


def test_a_face_of_an_older_picture_is_found_anew():
    low, high = TALL.bounds_mm
    top = np.array([(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, high[2]])
    assert spot_at(TALL, 9_999, top).facing == pytest.approx((0.0, 0.0, 1.0))
