"""Section plane, picking and shade that is known already: plain numbers, no screen."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from memoreez_desktop.core.heat_map import GOOD, MIDDLE, PERFECT, TROUBLE, ColourScale, HeatMap
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.viewport.api import AXES, SectionPlane
from memoreez_desktop.ui.viewport.bed import hatching
from memoreez_desktop.ui.viewport.carried_light import KnownLight
from memoreez_desktop.ui.viewport.legend import _gradient, _numbers
from memoreez_desktop.ui.viewport.picking import first_hit
from memoreez_desktop.ui.viewport.section import kept_half, place_mm, section_lines
from memoreez_desktop.ui.viewport.turn_tool import turn_about
from memoreez_desktop.ui.viewport.turntable import Turntable
from tests.fakes.made_solids import ball, box

BALL = ball(40, 20.0)
ratios = st.floats(0, 1)


@given(st.sampled_from([0, 1, 2]), st.floats(0.05, 0.95))
def test_a_plane_cuts_a_box_along_the_outline_of_the_box(axis, ratio):
    solid = box(20, 30, 10)
    low, high = solid.bounds_mm[:, axis]
    at_mm = low + (high - low) * ratio
    lines = section_lines(solid, axis, at_mm)
    sizes = np.delete(np.array([20.0, 30.0, 10.0]), axis)
    assert np.linalg.norm(lines[:, 1] - lines[:, 0], axis=1).sum() == pytest.approx(2 * sizes.sum(), rel=1e-4)
    np.testing.assert_allclose(lines[..., axis], at_mm, atol=1e-4)


def test_a_plane_beside_the_model_cuts_nothing():
    assert section_lines(box(), 0, 99.0).shape == (0, 2, 3)


@given(st.sampled_from(AXES), ratios, st.booleans())
def test_a_plane_stays_inside_and_turning_it_keeps_the_other_half(axis, ratio, flipped):
    section = SectionPlane(axis, ratio, flipped)
    origin, normal = kept_half(section, BALL.bounds_mm)
    at = AXES.index(axis)
    assert BALL.bounds_mm[0][at] < origin[at] < BALL.bounds_mm[1][at]
    assert origin[at] == place_mm(section, BALL.bounds_mm)
    other = kept_half(SectionPlane(axis, ratio, not flipped), BALL.bounds_mm)[1]
    np.testing.assert_array_equal(other, -normal)


def test_usually_the_half_towards_the_person_goes():
    towards = Turntable().seen_from("home").axes()[2]
    for axis in AXES:
        assert kept_half(SectionPlane(axis), BALL.bounds_mm)[1] @ towards < 0


@settings(max_examples=60)
@given(st.floats(-180, 180), st.floats(-80, 80), st.floats(-13, 13), st.floats(-13, 13))
def test_a_ray_meets_a_ball_where_geometry_says(azimuth, elevation, right_mm, up_mm):
    axes = Turntable(azimuth, elevation).axes()
    centre = np.array([0, 0, 20.0])
    start = centre + axes[2] * 100 + axes[0] * right_mm + axes[1] * up_mm
    hit = first_hit(BALL, start, -axes[2])
    assert hit is not None
    assert np.linalg.norm(hit.point_mm - centre) == pytest.approx(20.0, abs=0.15)
    assert (hit.point_mm - centre) @ axes[2] > 0
    assert hit.normal @ (hit.point_mm - centre) / 20 > 0.98
    corners = BALL.vertices[BALL.faces[hit.face]]
    assert np.abs((hit.point_mm - corners[0]) @ hit.normal) < 1e-4


def test_a_ray_beside_or_away_meets_nothing():
    assert first_hit(BALL, np.array([50.0, 0, 20]), np.array([0, 0, 1.0])) is None
    assert first_hit(BALL, np.array([50.0, 0, 20]), np.array([1.0, 0, 0])) is None


def test_what_a_section_took_away_cannot_be_met():
    kept = kept_half(SectionPlane("y", 0.5), BALL.bounds_mm)
    hit = first_hit(BALL, np.array([0, -90.0, 20]), np.array([0, 1.0, 0]), kept)
    assert hit is None
    hit = first_hit(BALL, np.array([0, 90.0, 20]), np.array([0, -1.0, 0]), kept)
    assert hit is not None
    assert hit.point_mm[1] == pytest.approx(20, abs=0.2)


@given(st.floats(0, 600), st.floats(0, 400))
def test_the_ray_through_a_pixel_passes_what_is_seen_there(x, y):
    table = Turntable(30, 20, 200, (1.0, 2.0, 3.0))
    eye, ahead = table.ray(x, y, 600, 400)
    right, up, towards = table.axes() @ (eye + ahead * 150 - np.array(table.target_mm))
    scale = 200 / (2 * np.tan(np.radians(14))) * 2 / (table.distance_mm - towards)
    assert 300 + right * scale == pytest.approx(x, abs=1e-6)
    assert 200 - up * scale == pytest.approx(y, abs=1e-6)


@given(st.sampled_from([0, 1, 2]), st.floats(-180, 180))
def test_a_turn_keeps_its_centre_and_goes_counter_clockwise(axis, degrees):
    centre = np.array([3.0, -4.0, 5.0])
    matrix = turn_about(centre, axis, degrees)
    np.testing.assert_allclose(matrix[:3, :3] @ centre + matrix[:3, 3], centre, atol=1e-9)
    turned = matrix[:3, :3] @ np.eye(3)[(axis + 1) % 3]
    assert turned @ np.eye(3)[(axis + 2) % 3] == pytest.approx(np.sin(np.radians(degrees)), abs=1e-9)


def test_known_light_is_found_again_on_its_own_side_and_the_rest_is_open_sky():
    rng = np.random.default_rng(4)
    points = rng.normal(size=(500, 3)).astype(np.float32)
    points[250:] = points[:250]
    normals = np.repeat([[0, 0, 1.0], [0, 1.0, 0]], 250, axis=0).astype(np.float32)
    light = rng.random(500).astype(np.float32)
    known = KnownLight.of(points, normals, light)
    order = rng.permutation(500)
    np.testing.assert_array_equal(known.at(points[order], normals[order]), light[order])
    elsewhere = np.vstack([points[:3], points[:3] + np.float32(0.5)])
    found = known.at(elsewhere, np.full((6, 3), -0.6, np.float32))
    np.testing.assert_array_equal(found[3:], 1.0)
    assert all(value in (light[k], light[k + 250]) for k, value in enumerate(found[:3]))
    assert known.at(points + np.float32(9), normals) is None
    assert KnownLight.of(points[:0], normals[:0], light[:0]).at(points, normals) is None


@given(st.floats(1, 40), st.floats(1, 40))
def test_what_must_stay_free_is_hatched_inside_its_own_edge(width, depth):
    corners = [(-90.0, -90.0), (-90 + width, -90.0), (-90 + width, -90 + depth), (-90.0, -90 + depth)]
    lines = hatching(corners)
    assert lines[..., 0].min() >= -90.001
    assert lines[..., 0].max() <= -90 + width + 1e-3
    assert lines[..., 1].max() <= -90 + depth + 1e-3
    sides = np.linalg.norm(lines[:4, 1] - lines[:4, 0], axis=1)
    assert sides.sum() == pytest.approx(2 * (width + depth), rel=1e-4)
    assert len(lines) == 4 + int(np.ceil((width + depth) / 4.0 - 1e-6)) - 1


@pytest.mark.parametrize("words", ["", "0x0,10", "0x0,10x0", "a x b, nonsense", "0x0,10x0,tenxten"])
def test_what_is_no_polygon_keeps_nothing_free(words):
    assert PrinterProfile("p", "P", bed_exclude_area=words).excluded_mm == ()


def test_what_is_kept_free_is_told_about_the_middle():
    printer = PrinterProfile("p", "P", 180, 200, bed_exclude_area="0x0,18x0,18x28,0x28")
    assert printer.excluded_mm == ((-90, -100), (-72, -100), (-72, -72), (-90, -72))


def test_the_legend_names_every_number_once_and_has_an_edge_where_two_stops_meet():
    values = np.array([1.0], np.float32)
    stops = ((0.0, TROUBLE), (1.1988, TROUBLE), (1.2, MIDDLE), (2.4, GOOD), (4.8, PERFECT))
    heat = HeatMap("thickness", "Walls", "mm", values, ColourScale("w", stops))
    assert _numbers(heat) == [("0", 0), ("1.2", 1 / 3), ("2.4", 2 / 3), ("4.8", 1)]
    gradient = _gradient(heat, QRectF(0, 0, 300, 10))
    at = [place for place, _colour in gradient.stops()]
    assert len(at) == 5
    assert at == sorted(at)
    assert at[2] - at[1] < 0.001
