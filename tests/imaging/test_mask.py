"""The subject mask finds plain subjects exactly, real ones well, and says so when it does not know."""

import cv2
import numpy as np
import pytest
import skimage.data

from memoreez_desktop.imaging.mask import subject_mask


def overlap(one, two):
    return (one & two).sum() / max((one | two).sum(), 1)


def scene(width=600, height=400, at=(300, 200), radius=90, seed=4):
    """A textured disc on a wall that gets lighter to one side, and where it is."""
    noise = np.random.default_rng(seed)
    wall = np.linspace(120, 190, width)[None, :, None] + noise.normal(0, 4, (height, width, 3))
    y, x = np.mgrid[0:height, 0:width]
    disc = (x - at[0]) ** 2 + (y - at[1]) ** 2 < radius**2
    wall[disc] = noise.normal((190, 60, 40), 12, (disc.sum(), 3))
    return np.clip(wall, 0, 255).astype(np.uint8), disc


@pytest.mark.parametrize("at", [(300, 200), (230, 180), (380, 260)])
def test_a_plain_subject_is_cut_out_cleanly(at):
    rgb, disc = scene(at=at)
    found = subject_mask(rgb)
    assert overlap(found.mask, disc) > 0.95
    assert found.trusted


def test_a_subject_cut_off_below_reaches_the_lower_edge():
    rgb, disc = scene(at=(300, 340), radius=150)
    found = subject_mask(rgb)
    assert overlap(found.mask, disc) > 0.9
    assert found.mask[-1].any()


def test_letterbox_bars_do_not_count_as_ground():
    rgb, disc = scene()
    bars = np.zeros((60, 600, 3), np.uint8)
    found = subject_mask(np.vstack([bars, rgb, bars]))
    assert not found.mask[:60].any()
    assert not found.mask[-60:].any()
    assert overlap(found.mask[60:-60], disc) > 0.9


def test_a_person_and_a_cup_are_found():
    # Boxes drawn by eye round what belongs to the subject and what certainly does not.
    person = subject_mask(skimage.data.astronaut())
    assert person.mask[60:160, 190:260].mean() > 0.95
    assert person.mask[260:480, 80:300].mean() > 0.9
    assert person.mask[:200, :60].mean() < 0.05
    assert person.mask[:250, 380:].mean() < 0.05
    assert person.trusted
    cup = subject_mask(skimage.data.coffee())
    assert cup.mask[60:330, 200:380].mean() > 0.95
    assert cup.mask[:60, :150].mean() < 0.05
    assert cup.trusted


@pytest.mark.parametrize(
    "rgb",
    [
        np.full((300, 400, 3), 128, np.uint8),
        np.zeros((300, 400, 3), np.uint8),
        np.random.default_rng(1).integers(0, 256, (300, 400, 3), dtype=np.uint8),
        np.full((5, 5, 3), 9, np.uint8),
        np.dstack([np.tile(np.arange(256, dtype=np.uint8), (200, 1))] * 3),
    ],
    ids=["grey", "black", "noise", "tiny", "ramp"],
)
def test_where_there_is_no_subject_nothing_is_trusted(rgb):
    found = subject_mask(rgb)
    assert found.mask.shape == rgb.shape[:2]
    assert not found.trusted


def test_a_face_that_fills_the_photo_is_not_trusted():
    assert not subject_mask(skimage.data.chelsea()).trusted


def test_equal_photos_get_equal_masks():
    rgb = skimage.data.coffee()
    first = subject_mask(rgb)
    cv2.setRNGSeed(77)
    again = subject_mask(rgb.copy())
    assert np.array_equal(first.mask, again.mask)
    assert first.trust_ratio == again.trust_ratio
