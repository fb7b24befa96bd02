"""A poor photo is mended by the smallest change that helps, in one reading of its file."""

import time
from dataclasses import replace

import numpy as np
import pytest
import skimage.data
from PIL import Image

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.photo_edit import UNTOUCHED, PhotoEdit, SubjectWish
from memoreez_desktop.imaging.verdict import judge_photo, light_faults
from memoreez_desktop.services.edit_photo import judge
from memoreez_desktop.services.load_photos import reference_photo
from memoreez_desktop.services.mend_photo import mend

CUP = skimage.data.coffee()


def saved(folder, rgb):
    path = folder / "photo.png"
    Image.fromarray(np.clip(rgb, 0, 255).astype(np.uint8)).save(path)
    return reference_photo(path)


@pytest.mark.parametrize("share", [0.35, 0.2, 0.1])
def test_a_dark_photo_is_lifted_just_enough(tmp_path, share):
    photo = saved(tmp_path, CUP * share)
    assert judge(photo).code == "dark"
    better = mend(photo, "dark", JobContext())
    assert 0 < better.exposure_ev <= 3
    assert judge(replace(photo, edit=better)).code != "dark"
    if better.exposure_ev > 0.25:
        step = replace(better, exposure_ev=better.exposure_ev - 0.25, gamma=better.gamma - 0.05)
        assert judge(replace(photo, edit=step)).code == "dark"


def test_a_flat_photo_gets_contrast(tmp_path):
    photo = saved(tmp_path, 125 + (CUP.astype(float) - 125) * 0.17)
    assert judge(photo).code == "flat"
    better = mend(photo, "flat", JobContext())
    assert better == PhotoEdit(contrast_ratio=better.contrast_ratio)
    assert judge(replace(photo, edit=better)).code != "flat"


def test_bars_are_cut_off_within_the_crop_there_is(tmp_path):
    photo = saved(tmp_path, np.pad(CUP, ((50, 50), (0, 0), (0, 0))))
    better = mend(photo, "letterbox", JobContext())
    assert better.crop == pytest.approx((0, 0.1, 1, 0.9), abs=0.01)
    assert mend(replace(photo, edit=better), "letterbox", JobContext()).crop == pytest.approx(better.crop)


@pytest.mark.parametrize("code", ["good", "small", "blurred", "several", ""])
def test_what_only_a_person_can_mend_is_left(tmp_path, code):
    photo = replace(saved(tmp_path, CUP), edit=PhotoEdit(gamma=1.2))
    assert mend(photo, code, JobContext()) == photo.edit


def test_a_black_photo_cannot_be_lifted_and_stays(tmp_path):
    assert mend(saved(tmp_path, CUP * 0), "dark", JobContext()) == UNTOUCHED


def test_mending_takes_well_below_a_second_and_stops_when_told(tmp_path):
    photo = saved(tmp_path, CUP * 0)
    begun = time.process_time()
    mend(photo, "dark", JobContext())
    assert time.process_time() - begun < 1.0
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        mend(photo, "dark", JobContext(token))


def test_a_box_says_which_of_several_subjects_is_meant(tmp_path):
    field = np.full((400, 600, 3), (70, 120, 70), np.uint8)
    y, x = np.mgrid[0:400, 0:600]
    for middle in (150, 450):
        field[(x - middle) ** 2 + (y - 200) ** 2 < 80**2] = (230, 60, 40)
    noise = np.random.default_rng(3).integers(-9, 9, field.shape)
    photo = saved(tmp_path, field + noise)
    codes = [judge(photo).code, *(more.code for more in judge(photo).more)]
    assert "several" in codes
    boxed = replace(photo, edit=PhotoEdit(subject=SubjectWish(box=(0.05, 0.2, 0.45, 0.8))))
    assert "several" not in [judge(boxed).code, *(more.code for more in judge(boxed).more)]


@pytest.mark.parametrize("share", [1.0, 0.3, 0.1])
def test_the_light_alone_is_judged_as_in_the_whole_verdict(share):
    rgb = (CUP * share).astype(np.uint8)
    verdict = judge_photo(rgb)
    whole = {verdict.code, *(more.code for more in verdict.more)} & {"dark", "flat", "blurred"}
    assert light_faults(rgb) == whole
