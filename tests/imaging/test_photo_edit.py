"""Edits of a photo: nothing changes nothing, turns and crops add up, light never crosses over."""

import tracemalloc
from dataclasses import replace

import cv2
import numpy as np
import pytest
import skimage.data
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from memoreez_desktop.core.photo_edit import UNTOUCHED, PhotoEdit, SubjectWish
from memoreez_desktop.imaging.photo_edit import apply_edit, load_edited, load_framed
from memoreez_desktop.imaging.photo_edit_frame import framed, framed_size, largest_upright
from memoreez_desktop.imaging.photo_edit_light import light_table

sizes = st.tuples(st.integers(1, 60), st.integers(1, 60))
shares = st.floats(0, 1)


@st.composite
def boxes(draw):
    x = sorted((draw(shares), draw(shares)))
    y = sorted((draw(shares), draw(shares)))
    return x[0], y[0], x[1], y[1]


def noise(width, height, seed=1):
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


@given(sizes)
def test_untouched_returns_the_very_pixels(size):
    rgb = noise(*size)
    before = rgb.copy()
    assert apply_edit(rgb, UNTOUCHED) is rgb
    assert np.array_equal(rgb, before)


@given(sizes, st.integers(0, 3))
def test_four_quarter_turns_come_back(size, turns):
    rgb = noise(*size)
    one, other = PhotoEdit(quarter_turns=turns), PhotoEdit(quarter_turns=(4 - turns) % 4)
    assert np.array_equal(apply_edit(apply_edit(rgb, one), other), rgb)


def test_a_quarter_turn_is_clockwise():
    rgb = np.zeros((2, 3, 3), np.uint8)
    rgb[0, 0] = 255  # the upper left corner goes to the upper right
    assert apply_edit(rgb, PhotoEdit(quarter_turns=1))[0, -1, 0] == 255


@given(sizes, boxes(), st.integers(0, 3), st.floats(-50, 50))
def test_a_frame_keeps_at_least_a_pixel_and_says_its_size(size, crop, turns, tilt):
    edit = PhotoEdit(quarter_turns=turns, straighten_deg=tilt, crop=crop)
    seen = framed(noise(*size), edit)
    assert min(seen.shape[:2]) >= 1
    assert (seen.shape[1], seen.shape[0]) == framed_size(*size, edit)


@given(st.integers(0, 5), st.integers(0, 5), st.integers(1, 4), st.integers(1, 4))
def test_a_crop_of_a_crop_is_one_crop(left, top, columns, rows):
    rgb = noise(64, 48)
    outer = (left / 16, top / 16, (left + 8) / 16, (top + 8) / 16)
    inner = (0.25, 0.25, 0.25 + columns / 8, 0.25 + rows / 8)
    whole = tuple(
        low + share * (high - low)
        for low, high, share in zip(outer[:2] * 2, outer[2:] * 2, inner, strict=True)
    )
    twice = apply_edit(apply_edit(rgb, PhotoEdit(crop=outer)), PhotoEdit(crop=inner))
    assert np.array_equal(twice, apply_edit(rgb, PhotoEdit(crop=whole)))


@given(st.floats(1, 500), st.floats(1, 500), st.floats(-45, 45))
def test_the_upright_rectangle_lies_inside_and_touches(width, height, degrees):
    across, along = largest_upright(width, height, degrees)
    turn = np.radians(abs(degrees))
    reach_x = across * np.cos(turn) + along * np.sin(turn)
    reach_y = across * np.sin(turn) + along * np.cos(turn)
    assert reach_x <= width * (1 + 1e-9)
    assert reach_y <= height * (1 + 1e-9)
    assert max(reach_x / width, reach_y / height) == pytest.approx(1)


def test_straightening_puts_a_leaning_line_upright():
    rgb = np.full((300, 400, 3), 255, np.uint8)
    lean = np.tan(np.radians(7))
    cv2.line(rgb, (round(200 + 150 * lean), 0), (round(200 - 150 * lean), 299), (0, 0, 0), 5)
    upright = apply_edit(rgb, PhotoEdit(straighten_deg=-7))
    middles = [float(np.mean(np.flatnonzero(row[:, 0] < 128))) for row in upright]
    assert np.ptp(middles) < 1.5


def test_straightening_in_tiles_shows_no_seams():
    rgb = skimage.data.coffee()
    small = apply_edit(rgb, PhotoEdit(straighten_deg=11))
    turn = cv2.getRotationMatrix2D(((600 - 1) / 2, (400 - 1) / 2), -11, 1)
    whole = cv2.warpAffine(rgb, turn, (600, 400), flags=cv2.INTER_LINEAR)
    h, w = small.shape[:2]
    y, x = (400 - h) // 2, (600 - w) // 2
    away = np.abs(small.astype(int) - whole[y : y + h, x : x + w].astype(int))
    assert np.percentile(away, 95) < 25  # half a pixel may lie between the two


lights = st.tuples(st.floats(-4, 4), st.floats(-1.5, 1.5), st.floats(0.1, 5))


@given(lights)
def test_light_never_falls_and_keeps_its_bounds(light):
    table = light_table(*light).astype(int)
    assert (np.diff(table) >= 0).all()
    assert table[0] == 0
    assert light[0] < 0 or table[-1] == 255


@given(st.floats(-3, 3), st.floats(-3, 3))
def test_more_exposure_is_never_darker(one, two):
    low, high = sorted((one, two))
    assert (light_table(high, 0, 1).astype(int) >= light_table(low, 0, 1)).all()


def test_exposure_is_stops_of_linear_light():
    # sRGB 118 is 18 % grey; a stop more is 36 %, which sRGB writes as 162 (IEC 61966-2-1).
    assert light_table(1, 0, 1)[118] == pytest.approx(162, abs=1)
    assert light_table(-1, 0, 1)[162] == pytest.approx(118, abs=1)


def test_gamma_lifts_shadows_and_contrast_parts_them():
    assert light_table(0, 0, 2)[64] > 64
    strong = light_table(0, 1, 1).astype(int)
    assert strong[64] < 64
    assert strong[192] > 192
    assert np.array_equal(light_table(0, 0, 1), np.arange(256))


def test_the_ground_goes_white_and_the_subject_stays():
    rgb = skimage.data.coffee()
    seen = apply_edit(rgb, PhotoEdit(remove_background=True))
    assert (seen[:40, :120] == 255).all()
    assert np.array_equal(seen[150:250, 230:330], rgb[150:250, 230:330])


def test_a_crop_from_a_file_is_as_sharp_as_the_file(tmp_path):
    path = tmp_path / "wide.png"
    rgb = noise(1200, 900)
    Image.fromarray(rgb).save(path)
    edit = PhotoEdit(crop=(0.25, 0.25, 0.5, 0.5))
    assert np.array_equal(load_edited(path, edit, 300), rgb[225:450, 300:600])
    assert load_edited(path, edit, 100).shape == (75, 100, 3)


def test_the_frame_is_loaded_in_its_own_light(tmp_path):
    path = tmp_path / "wide.png"
    Image.fromarray(noise(60, 40)).save(path)
    edit = PhotoEdit(quarter_turns=1, exposure_ev=2, remove_background=True, subject=SubjectWish(1))
    assert np.array_equal(load_framed(path, edit, 60), load_edited(path, PhotoEdit(quarter_turns=1), 60))


@pytest.mark.parametrize("size", [(1, 1), (1, 90), (2000, 3)])
def test_tiny_and_narrow_photos_take_every_edit(size):
    edit = PhotoEdit(3, 12.5, (0.1, 0.2, 0.8, 0.9), 1.5, 0.5, 1.4, remove_background=True)
    assert min(apply_edit(noise(*size), edit).shape[:2]) >= 1


def test_a_side_that_opencv_cannot_warp_is_straightened():
    rgb = np.zeros((12, 40_000, 3), np.uint8)
    assert framed(rgb, PhotoEdit(straighten_deg=0.005)).shape[1] > 39_000


@pytest.mark.parametrize(("width", "height"), [(4000, 3000), (12_500, 8_000)])
def test_memory_stays_bounded(width, height):
    rgb = np.zeros((height, width, 3), np.uint8)
    edit = PhotoEdit(straighten_deg=2, exposure_ev=1)
    tracemalloc.start()
    seen = apply_edit(rgb, replace(edit, crop=(0, 0, 0.999, 1)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert seen.size < rgb.size
    assert peak < 2.2 * rgb.nbytes + 60e6  # the straightened picture, the lit one, and some tiles
