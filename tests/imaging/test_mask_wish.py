"""What a person says of the subject is obeyed, and one box is enough on every photo."""

import time

import cv2
import numpy as np
import pytest
import skimage.data

from memoreez_desktop.core.photo_edit import Stroke, SubjectWish
from memoreez_desktop.imaging.faces import find_faces
from memoreez_desktop.imaging.mask import PreparedSubject, subject_candidates, subject_mask

# Outlines drawn by eye over each photo, in hundredths of its width and height, and one generous box.
OUTLINES = {
    "astronaut": (
        "30,12 34,7 45,3 55,7 59,14 58,22 54,26 51,32 57,37 60,46 66,51 71,68 63,72 57,79 "
        "54,87 54,99 6,99 4,80 8,56 14,47 22,41 22,35 28,30 36,29 36,27 31,20"
    ),
    "coffee": (
        "30,19 34,10 41,5 52,5 62,11 66,19 70,17 70,27 76,37 80,50 79,66 74,80 64,91 52,97 "
        "40,96 29,89 20,78 14,62 13,50 16,36 22,26"
    ),
    "chelsea": ("11,0 8,12 7,30 0,42 0,100 68,100 67,88 70,76 75,64 79,55 80,40 79,25 84,10 88,0"),
    "rocket": ("49,31 50,30 51,30 52,33 52,42 53,50 52,60 52,94 56,95 57,99 42,99 42,95 48,94 48,60 48,40"),
}
BOXES = {
    "astronaut": (0.02, 0.0, 0.74, 1.0),
    "coffee": (0.1, 0.02, 0.83, 1.0),
    "chelsea": (0.05, 0.0, 0.88, 1.0),
    "rocket": (0.4, 0.27, 0.58, 1.0),
}


def overlap(one, two):
    return (one & two).sum() / max((one | two).sum(), 1)


def drawn(name, rgb):
    height, width = rgb.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    pairs = [tuple(map(int, pair.split(","))) for pair in OUTLINES[name].split()]
    points = [(round(x * width / 100), round(y * height / 100)) for x, y in pairs]
    cv2.fillPoly(mask, [np.array(points, np.int32)], 1)
    return mask > 0


@pytest.mark.parametrize(
    ("name", "alone", "with_box"),
    [("astronaut", 0.85, 0.85), ("coffee", 0.85, 0.85), ("rocket", 0.6, 0.6), ("chelsea", 0.3, 0.8)],
)
def test_alone_or_with_one_box_the_cut_is_usable(name, alone, with_box):
    rgb = getattr(skimage.data, name)()
    true = drawn(name, rgb)
    assert overlap(subject_mask(rgb).mask, true) > alone
    boxed = subject_mask(rgb, SubjectWish(box=BOXES[name]))
    assert overlap(boxed.mask, true) > with_box


def test_a_silhouette_is_cut_exactly_and_keeps_its_gaps():
    black = skimage.data.horse()
    rgb = np.dstack([black.astype(np.uint8) * 255] * 3)
    found = subject_mask(rgb)
    assert found.trusted
    assert overlap(found.mask, ~black) > 0.95


@pytest.mark.parametrize("name", ["coffee", "chelsea"])
def test_three_different_cut_outs_are_offered(name):
    rgb = getattr(skimage.data, name)()
    offered = subject_candidates(rgb)
    assert len(offered) == 3
    assert all(mask.words and mask.hint for mask in offered)
    assert (
        overlap(offered[0].mask, offered[2].mask) < 0.85 or overlap(offered[0].mask, offered[1].mask) < 0.85
    )
    chosen = subject_mask(rgb, SubjectWish(candidate=2))
    assert np.array_equal(chosen.mask, offered[2].mask)


def test_strokes_are_obeyed_to_the_pixel_and_beyond():
    rgb = skimage.data.astronaut()
    wish = SubjectWish(
        strokes=(
            Stroke(True, 0.02, ((0.75, 0.75), (0.85, 0.9))),  # the helmet, too
            Stroke(False, 0.02, ((0.34, 0.78),)),  # not the badge
        )
    )
    plain, told = subject_mask(rgb).mask, subject_mask(rgb, wish).mask
    assert told[int(0.82 * 512), int(0.8 * 512)]
    assert not told[int(0.78 * 512), int(0.34 * 512)]
    helmet = (slice(400, 500), slice(330, 470))
    assert told[helmet].mean() > plain[helmet].mean() + 0.4


def test_a_later_stroke_wins():
    rgb = skimage.data.coffee()
    keep, remove = Stroke(True, 0.03, ((0.9, 0.5),)), Stroke(False, 0.03, ((0.9, 0.5),))
    assert subject_mask(rgb, SubjectWish(strokes=(remove, keep))).mask[200, 540]
    assert not subject_mask(rgb, SubjectWish(strokes=(keep, remove))).mask[200, 540]


def test_nothing_lies_outside_a_box():
    rgb = skimage.data.coffee()
    for offered in subject_candidates(rgb, SubjectWish(box=(0.3, 0.1, 0.7, 0.6))):
        assert offered.mask.any()
        assert not offered.mask[: int(0.07 * 400)].any()
        assert not offered.mask[:, int(0.73 * 600) :].any()


@pytest.mark.parametrize("box", [(0, 0, 1, 1), (0.5, 0.5, 0.5, 0.5), (0.9, 0.9, 0.2, 0.1), (-3, -3, 9, 9)])
def test_any_box_is_taken(box):
    rgb = cv2.resize(skimage.data.coffee(), (120, 80))
    assert subject_mask(rgb, SubjectWish(box=box)).mask.shape == (80, 120)


def test_boxes_and_strokes_keep_their_place_when_bars_are_left_out():
    rgb = skimage.data.coffee()
    bars = np.zeros((80, 600, 3), np.uint8)
    barred = np.vstack([bars, rgb, bars])
    wish = SubjectWish(strokes=(Stroke(True, 0.03, ((0.9, (80 + 200) / 560),)),))
    assert subject_mask(barred, wish).mask[280, 540]


def test_a_stroke_is_answered_within_a_second():
    prepared = PreparedSubject.of(skimage.data.astronaut())
    prepared.mask(SubjectWish(candidate=1))
    begun = time.process_time()
    prepared.mask(SubjectWish(candidate=1, strokes=(Stroke(True, 0.02, ((0.8, 0.8),)),)))
    assert time.process_time() - begun < 1.0


def test_a_face_is_found_where_it_is():
    faces = find_faces(skimage.data.astronaut())
    assert len(faces) == 1
    face = faces[0]
    assert face.x < 0.44 < face.x + face.width
    assert face.y < 0.22 < face.y + face.height
    assert 0.1 < face.width < 0.3
    assert face.score > 0.3


@pytest.mark.parametrize("size", [(1, 1), (27, 400), (400, 27)])
def test_no_face_is_found_in_a_sliver(size):
    assert find_faces(np.full((*size, 3), 128, np.uint8)) == ()


def test_no_face_is_found_in_a_cup_or_a_rocket():
    assert find_faces(skimage.data.coffee()) == ()
    assert find_faces(skimage.data.rocket()) == ()
