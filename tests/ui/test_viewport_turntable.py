"""The turntable camera: pure geometry, no screen."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.ui.viewport.api import VIEW_NAMES
from memoreez_desktop.ui.viewport.bed import COIN_DIAMETER_MM, bed_lines, coin_place, rulers
from memoreez_desktop.ui.viewport.turntable import VIEW_ANGLE_DEG, Turntable

angles = st.floats(-720, 720)
lengths = st.floats(1, 300)


def seen(table, point_mm, aspect=1.0):
    """Where a point is in the picture: (x, y) between -1 and 1 when it is inside."""
    right, up, towards = table.axes() @ (np.array(point_mm) - np.array(table.target_mm))
    depth = table.distance_mm - towards
    tall = np.tan(np.radians(VIEW_ANGLE_DEG / 2))
    return right / (depth * tall * aspect), up / (depth * tall), depth


@given(angles, st.floats(-8, 89), lengths, lengths, lengths, st.floats(0.4, 3))
def test_a_fitted_box_is_wholly_in_the_picture_and_fills_most_of_it(azimuth, elevation, x, y, z, aspect):
    bounds = np.array([[-x, -y, 0.0], [x, y, z]])
    table = Turntable(azimuth, elevation).fitted(bounds, aspect)
    corners = [[a, b, c] for a in (-x, x) for b in (-y, y) for c in (0, z)]
    places = [seen(table, corner, aspect) for corner in corners]
    assert all(abs(px) <= 1 and abs(py) <= 1 and depth > 0 for px, py, depth in places)
    assert max(max(abs(px), abs(py)) for px, py, _ in places) > 0.5


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), max_size=20))
def test_however_it_is_dragged_up_stays_up(drags):
    table = Turntable()
    for dx, dy in drags:
        table = table.orbited(dx, dy)
    assert table.axes()[1][2] > 0
    np.testing.assert_allclose(table.axes() @ table.axes().T, np.eye(3), atol=1e-9)


@given(angles, st.floats(-8, 89), st.floats(-200, 200), st.floats(-200, 200))
def test_panning_keeps_the_target_plane_under_the_mouse(azimuth, elevation, dx, dy):
    table = Turntable(azimuth, elevation)
    height_px = 700.0
    moved = table.panned(dx, dy, height_px)
    px, py, _ = seen(moved, table.target_mm)
    assert px * height_px / 2 == pytest.approx(dx, abs=1e-6)
    assert -py * height_px / 2 == pytest.approx(dy, abs=1e-6)


def test_standard_views_look_where_they_say():
    table = Turntable(target_mm=(0, 0, 0), distance_mm=100)
    assert table.seen_from("front").eye_mm[1] < -90
    assert table.seen_from("side").eye_mm[0] > 90
    assert table.seen_from("top").eye_mm[2] > 99
    assert table.seen_from("fit") == table
    flat, tall = np.array([[0, 0, 0], [70, 77, 6.0]]), np.array([[0, 0, 0], [60, 40, 65.0]])
    assert table.seen_from("home", flat).elevation_deg > 45
    assert table.seen_from("home", tall) == table.seen_from("home")
    assert table.seen_from("front", flat) == table.seen_from("front")
    assert table.seen_from("back").eye_mm[1] > 90
    assert table.seen_from("left").eye_mm[0] < -90
    assert table.seen_from("bottom").eye_mm[2] < -99
    assert len(set(VIEW_NAMES)) == 8


@pytest.mark.parametrize("normal", [(1, 0, 0), (0, -1, 0), (0.6, 0.6, 0.5), (-1, 0.2, -0.3)])
def test_facing_a_surface_shows_its_outside(normal):
    towards = Turntable().facing(np.array(normal, float)).axes()[2]
    assert towards @ np.array(normal) > 0


def test_a_flight_begins_here_ends_there_and_takes_the_short_way_round():
    here, there = Turntable(azimuth_deg=170), Turntable(azimuth_deg=-170, distance_mm=50)
    assert here.towards(there, 0) == here
    assert here.towards(there, 1).distance_mm == 50
    assert here.towards(there, 0.5).azimuth_deg == pytest.approx(180)


def test_zoom_has_ends():
    table = Turntable()
    for _ in range(200):
        table = table.zoomed(1.5)
    assert table.distance_mm == 5
    for _ in range(200):
        table = table.zoomed(0.5)
    assert table.distance_mm == 4000


@pytest.mark.parametrize(("width", "depth"), [(220, 220), (180, 180), (256, 211), (95, 300)])
def test_the_bed_has_a_line_every_ten_millimetres_and_its_own_edge(width, depth):
    thin, strong = bed_lines(width, depth)
    lines = np.concatenate([thin, strong])
    across = lines[lines[:, 0, 0] == lines[:, 1, 0]]
    places = sorted({float(v) for v in across[:, 0, 0]})
    assert places[0] == -width / 2
    assert places[-1] == width / 2
    inner = [p for p in places if abs(p) < width / 2]
    assert np.allclose(np.diff(inner), 10)
    assert 0.0 in {float(v) for v in strong[:, 0, 0]}


def test_rulers_say_the_size_and_stand_beside_the_model():
    bounds = np.array([[-10.0, -20, 0], [10, 20, 64.9]])
    width, depth, height = rulers(bounds)
    assert (width.words, depth.words, height.words) == ("20.0 mm", "40.0 mm", "64.9 mm")
    assert width.segments[..., 1].max() < -20
    assert height.segments[..., 0].min() > 10
    assert float(np.ptp(height.segments[0][:, 2])) == pytest.approx(64.9, abs=1e-4)
    x, y = coin_place(bounds)
    assert y + COIN_DIAMETER_MM / 2 < -20
    assert x < -10
