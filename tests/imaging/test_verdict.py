"""A photo is judged as a person with an eye for light would."""

import cv2
import numpy as np
import pytest
import skimage.data

from memoreez_desktop.imaging.verdict import judge_photo, judge_photo_all

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
    assert verdict.hint.startswith("The subject melts into the background: ")


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


def codes(rgb):
    return [verdict.code for verdict in judge_photo_all(rgb)]


def test_a_cut_off_head_and_half_a_cup_are_told():
    assert "cut-off" in codes(skimage.data.astronaut()[60:])
    assert "cut-off" in codes(skimage.data.coffee()[:, :300])


def test_two_people_are_several_subjects():
    one = skimage.data.astronaut()[:, :350]
    verdict = judge_photo(np.hstack([one, one]))
    assert verdict.code == "several"
    assert "2" in verdict.hint


@pytest.mark.parametrize("turned", [False, True])
def test_bars_are_told_and_left_out_of_everything_else(photo, turned):
    bars = np.zeros((photo.shape[0] // 5, photo.shape[1], 3), np.uint8)
    barred = np.vstack([bars, photo, bars])
    assert codes(np.rot90(barred) if turned else barred) in (["letterbox"], ["letterbox", "cut-off"])


def test_a_night_sky_is_no_letterbox():
    sky = np.random.default_rng(1).integers(0, 60, (300, 400, 3), dtype=np.uint8)
    assert "letterbox" not in codes(sky)
    assert "letterbox" not in codes(np.zeros((300, 400, 3), np.uint8))


def test_the_worst_comes_first_and_carries_the_rest():
    photo = skimage.data.coffee()
    bars = np.zeros((photo.shape[0] // 5, photo.shape[1], 3), np.uint8)
    verdict = judge_photo(np.vstack([bars, (photo * 0.2).astype(np.uint8), bars]))
    assert verdict.code == "dark"
    assert "letterbox" in [other.code for other in verdict.more]
    assert all(other.words and other.hint and not other.more for other in verdict.more)


def test_every_word_says_what_to_do():
    photo = skimage.data.coffee()
    seen = [
        (photo * 0.25).astype(np.uint8),
        photo // 8 + 150,
        cv2.GaussianBlur(photo, (0, 0), 4),
        photo[:160:2],
    ]
    found = {verdict.code: verdict.hint for verdict in map(judge_photo, seen)}
    assert set(found) == {"dark", "flat", "blurred", "small"}
    assert all(len(hint) > 40 for hint in found.values())


@pytest.mark.parametrize("size", [(1, 1), (200, 9000), (3, 3000), (24, 24)])
def test_any_size_gets_a_word(size):
    rgb = np.random.default_rng(3).integers(0, 256, (*size, 3), dtype=np.uint8)
    assert judge_photo(rgb).words
    assert judge_photo(np.full((*size, 3), 255, np.uint8)).words
