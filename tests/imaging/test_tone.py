"""Thickness shows the photo when light falls through; reliefs keep edges and drop noise."""

import cv2
import numpy as np
import pytest
import skimage.data
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.imaging.tone import crop_to_aspect, lithophane_thickness_mm, luminance
from memoreez_desktop.imaging.tone_relief import compressed_relief, relief_detail


@pytest.mark.parametrize("name", ["astronaut", "chelsea", "coffee"])
def test_light_through_the_plastic_is_the_photo(name):
    rgb = getattr(skimage.data, name)()
    height, width = rgb.shape[:2]
    thickness = lithophane_thickness_mm(rgb, width / 5, height / 5, 0.4)
    assert thickness.min() >= 0.8 - 1e-5
    assert thickness.max() <= 3.0 + 1e-5
    through = np.exp(-1.15 * (thickness - 0.8))
    wanted = cv2.resize(luminance(rgb), through.shape[::-1], interpolation=cv2.INTER_AREA) ** 2
    assert np.corrcoef(through.ravel(), wanted.ravel())[0, 1] > 0.9
    # The whole range is used and neither end swallows the picture.
    assert (thickness < 0.85).mean() < 0.15
    assert (thickness > 2.95).mean() < 0.35


def test_darker_is_never_thinner():
    ramp = np.repeat(np.linspace(0, 255, 200).astype(np.uint8)[None], 100, 0)
    thickness = lithophane_thickness_mm(np.dstack([ramp] * 3), 60, 30, 0.3)
    means = thickness.mean(0)
    assert (np.diff(means) <= 0.03).all()


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 60),
    st.integers(1, 60),
    st.floats(10, 120),
    st.floats(10, 120),
    st.floats(0.4, 2.0),
)
def test_any_photo_gives_a_map_of_the_asked_size(rows, columns, wide, high, pitch):
    rgb = np.random.default_rng(rows * 61 + columns).integers(0, 256, (rows, columns, 3), dtype=np.uint8)
    thickness = lithophane_thickness_mm(rgb, wide, high, pitch, thinnest_mm=0.6, thickest_mm=2.0)
    assert thickness.shape == (max(2, round(high / pitch) + 1), max(2, round(wide / pitch) + 1))
    assert np.isfinite(thickness).all()
    assert thickness.min() >= 0.6 - 1e-5
    assert thickness.max() <= 2.0 + 1e-5


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 400), st.integers(1, 400), st.floats(0.2, 5))
def test_a_crop_has_the_proportion_and_keeps_one_side_whole(rows, columns, aspect):
    cropped = crop_to_aspect(np.zeros((rows, columns, 3), np.uint8), aspect)
    assert cropped.shape[0] == rows or cropped.shape[1] == columns
    assert abs(cropped.shape[1] - aspect * cropped.shape[0]) <= 1 + aspect


def test_a_relief_keeps_edges_and_drops_noise():
    step = np.zeros((80, 80), np.float32)
    step[:, 40:] = 0.5
    noise = np.random.default_rng(3).normal(0, 0.002, step.shape).astype(np.float32)
    relief = compressed_relief(step + 0.3 + noise)
    assert relief[:, 60].mean() - relief[:, 20].mean() > 0.1
    assert relief[:, 5:35].std() < 0.02


def test_detail_is_bounded_and_blind_to_the_ground():
    rgb = skimage.data.astronaut()[:200, 120:320].copy()
    mask = np.zeros(rgb.shape[:2], bool)
    mask[40:160, 40:160] = True
    detail = relief_detail(rgb, 0.25, mask=mask)
    assert np.abs(detail).max() <= 1
    other = rgb.copy()
    other[~mask] = 255 - other[~mask]
    inside = np.zeros_like(mask)
    inside[70:130, 70:130] = True
    changed = np.abs(relief_detail(other, 0.25, mask=mask) - detail)[inside]
    assert changed.mean() < 0.15
