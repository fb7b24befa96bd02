"""What was drawn on an edited photo stays on its spot; a crop box obeys hand, edge and proportion."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.photo_edit import UNTOUCHED, Box, PhotoEdit, Stroke, SubjectWish
from memoreez_desktop.imaging.photo_edit_frame import framed
from memoreez_desktop.ui.photo_editor.crop_box import fitted, grip, handles, moved, pulled, spanned
from memoreez_desktop.ui.photo_editor.frame import carried, turned

SIZE = (160, 100)
_ratio = st.floats(0.0, 1.0)
_boxes = st.tuples(st.floats(0.0, 0.6), st.floats(0.0, 0.6), st.floats(0.2, 0.4), st.floats(0.2, 0.4)).map(
    lambda four: (four[0], four[1], four[0] + four[2], four[1] + four[3])
)
_frames = st.builds(
    PhotoEdit,
    quarter_turns=st.integers(0, 3),
    straighten_deg=st.floats(-30, 30).map(lambda value: round(value, 1)),
    crop=_boxes,
)
_aspects = st.floats(0.3, 3.0)


def _dotted(at: tuple[int, int]) -> np.ndarray:
    """A black photo with a soft white dot."""
    y, x = np.mgrid[0 : SIZE[1], 0 : SIZE[0]]
    dot = 255 * np.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / 8.0)
    return np.repeat(dot[..., None], 3, 2).astype(np.uint8)


def _brightest(rgb: np.ndarray) -> tuple[float, float]:
    y, x = np.unravel_index(int(rgb[..., 0].argmax()), rgb.shape[:2])
    return (x + 0.5) / rgb.shape[1], (y + 0.5) / rgb.shape[0]


@given(_frames, st.integers(30, 130), st.integers(25, 75))
def test_a_stroke_lies_on_the_same_spot_of_the_photo(new: PhotoEdit, x: int, y: int) -> None:
    photo = _dotted((x, y))
    seen = _brightest(photo)
    old = replace(UNTOUCHED, subject=SubjectWish(1, None, (Stroke(True, 0.05, (seen,)),)))
    after = framed(photo, new)
    (found,) = carried(old, replace(new, subject=old.subject), SIZE).subject.strokes
    where = np.array(found.points[0])
    if after.max() < 240 or not ((where > 0.05) & (where < 0.95)).all():
        return
    assert np.abs(where - _brightest(after)) * np.array(after.shape[1::-1]) == pytest.approx(0, abs=2.0)


@given(_frames, _boxes)
def test_four_quarter_turns_are_none(edit: PhotoEdit, box: Box) -> None:
    edit = replace(edit, subject=SubjectWish(0, box, (Stroke(False, 0.1, ((0.2, 0.7),)),)))
    there = edit
    for _ in range(4):
        there = turned(there, 1, SIZE)
    assert there.quarter_turns == edit.quarter_turns
    assert there.crop == pytest.approx(edit.crop)
    assert there.subject.box == pytest.approx(box)
    assert there.subject.strokes[0].points[0] == pytest.approx((0.2, 0.7))
    assert there.subject.strokes[0].radius_ratio == pytest.approx(0.1)


@given(_frames)
def test_a_quarter_turn_shows_the_same_picture_turned(edit: PhotoEdit) -> None:
    photo = np.random.default_rng(1).integers(0, 255, (SIZE[1], SIZE[0], 3), dtype=np.uint8)
    edit = replace(edit, straighten_deg=0.0)
    before, after = framed(photo, edit), framed(photo, turned(edit, 1, SIZE))
    assert np.abs(np.array(after.shape[1::-1]) - before.shape[:2]).max() <= 1


def test_a_box_that_is_cropped_away_is_forgotten() -> None:
    old = replace(UNTOUCHED, subject=SubjectWish(box=(0.0, 0.0, 0.2, 0.2)))
    new = replace(old, crop=(0.5, 0.5, 1.0, 1.0))
    assert carried(old, new, SIZE).subject.box is None


@given(
    _boxes, st.sampled_from(list(handles((0, 0, 1, 1)))), _ratio, _ratio, st.one_of(st.just(0.0), _aspects)
)
def test_a_pulled_box_stays_in_the_photo_and_at_its_proportion(box, handle, x, y, aspect) -> None:
    start = fitted(box, aspect) if aspect else box
    left, top, right, bottom = pulled(start, handle, x, y, aspect)
    assert -1e-9 <= left < right <= 1 + 1e-9
    assert -1e-9 <= top < bottom <= 1 + 1e-9
    if aspect:
        assert (right - left) / (bottom - top) == pytest.approx(aspect, rel=1e-6)


@given(_boxes, st.floats(-2, 2), st.floats(-2, 2))
def test_a_moved_box_keeps_its_size_and_stays_inside(box, dx, dy) -> None:
    left, top, right, bottom = moved(box, dx, dy)
    assert (right - left, bottom - top) == pytest.approx((box[2] - box[0], box[3] - box[1]))
    assert min(left, top) >= -1e-9
    assert max(right, bottom) <= 1 + 1e-9


@given(_boxes, _aspects)
def test_a_fitted_box_has_the_proportion_and_no_more_area(box, aspect) -> None:
    left, top, right, bottom = fitted(box, aspect)
    assert (right - left) / (bottom - top) == pytest.approx(aspect)
    assert (right - left) * (bottom - top) <= (box[2] - box[0]) * (box[3] - box[1]) * (1 + 1e-9)
    assert min(left, top) >= -1e-9
    assert max(right, bottom) <= 1 + 1e-9


def test_corners_are_gripped_before_sides_and_sides_before_the_inside() -> None:
    box = (0.2, 0.2, 0.8, 0.8)
    assert grip(box, 0.21, 0.19, 0.03, 0.03) == "nw"
    assert grip(box, 0.35, 0.21, 0.03, 0.03) == "n"
    assert grip(box, 0.5, 0.5, 0.03, 0.03) == "inside"
    assert grip(box, 0.05, 0.5, 0.03, 0.03) is None
    assert spanned(0.9, 0.1, 0.2, 1.4) == (0.2, 0.1, 0.9, 1.0)
