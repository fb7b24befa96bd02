"""A photo is judged as a person with an eye for light would."""

import cv2
import numpy as np
import pytest
import skimage.data

from memoreez_desktop.imaging.verdict import judge_photo

PHOTOS = ["astronaut", "chelsea", "coffee", "rocket"]


@pytest.fixture(scope="module", params=PHOTOS)
def photo(request):
    return getattr(skimage.data, request.param)()


def test_real_photos_are_good(photo):
    verdict = judge_photo(photo)
    assert verdict.code == "good"
    assert verdict.words
    assert verdict.hint


def test_night_is_dark(photo):
    verdict = judge_photo((photo * 0.25).astype(np.uint8))
    assert verdict.code == "dark"
    assert verdict.words == "Too dark"
    assert verdict.hint == "The subject melts into the background."


def test_fog_is_flat(photo):
    assert judge_photo((photo * 0.12 + 150).astype(np.uint8)).code == "flat"


def test_out_of_focus_is_blurred(photo):
    assert judge_photo(cv2.GaussianBlur(photo, (0, 0), 4)).code == "blurred"


def test_noise_does_not_hide_a_blur(photo):
    soft = cv2.GaussianBlur(photo, (0, 0), 6).astype(np.float32)
    grain = np.random.default_rng(2).normal(0, 2, soft.shape)
    assert judge_photo(np.clip(soft + grain, 0, 255).astype(np.uint8)).code == "blurred"


def test_a_thumbnail_is_small(photo):
    assert judge_photo(cv2.resize(photo, (160, 120))).code == "small"
    assert judge_photo(photo[:1, :1]).code == "small"


def test_size_alone_does_not_change_the_verdict(photo):
    assert judge_photo(cv2.resize(photo, None, fx=3, fy=3)).code == "good"
