"""The subject alone on a transparent square, whatever its picture was like."""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.photo_edit import SubjectWish
from memoreez_desktop.imaging.subject_square import SubjectSquare, load_with_ground, subject_square


def _picture(width: int, height: int, box: tuple[int, int, int, int]) -> NDArray[np.uint8]:
    """A red ellipse on white."""
    picture = np.full((height, width, 3), 255, np.uint8)
    x0, y0, x1, y1 = box
    middle, half = ((x0 + x1) // 2, (y0 + y1) // 2), ((x1 - x0) // 2, (y1 - y0) // 2)
    cv2.ellipse(picture, middle, half, 0, 0, 360, (200, 40, 40), -1)
    return picture


def _pixels(square: SubjectSquare) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(square.png)) as image:
        assert image.mode == "RGBA"
        return np.asarray(image)


@given(
    width=st.integers(200, 500),
    height=st.integers(200, 500),
    left=st.floats(0.12, 0.4),
    top=st.floats(0.12, 0.4),
    right=st.floats(0.6, 0.88),
    bottom=st.floats(0.6, 0.88),
)
def test_the_subject_fills_three_quarters_of_a_square_in_its_middle(
    width: int, height: int, left: float, top: float, right: float, bottom: float
) -> None:
    box = (round(left * width), round(top * height), round(right * width), round(bottom * height))
    pixels = _pixels(subject_square(_picture(width, height, box), square_px=256))
    alpha = pixels[..., 3]
    assert set(np.unique(alpha)) == {0, 255}
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    spans = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    assert max(spans) == pytest.approx(192, abs=2)
    assert rows[0] + rows[-1] == pytest.approx(255, abs=3)
    assert columns[0] + columns[-1] == pytest.approx(255, abs=3)
    wanted = (box[2] - box[0]) / (box[3] - box[1])
    assert spans[1] / spans[0] == pytest.approx(wanted, rel=0.06)


def test_no_ground_is_left_in_the_edge_of_the_subject() -> None:
    pixels = _pixels(subject_square(_picture(400, 400, (100, 60, 300, 340)), square_px=512))
    subject = pixels[pixels[..., 3] == 255]
    # White would be bright in every channel.
    assert subject[:, 1].max() < 120
    assert not pixels[pixels[..., 3] == 0].any()


def test_a_transparent_ground_is_believed() -> None:
    picture = np.zeros((300, 300, 4), np.uint8)
    picture[80:220, 100:200] = (255, 255, 255, 255)
    picture[70:80, 100:200] = (255, 255, 255, 120)
    made = subject_square(picture, square_px=256)
    assert made.found_by == "alpha"
    rows = np.flatnonzero(made.outline.any(axis=1))
    columns = np.flatnonzero(made.outline.any(axis=0))
    assert len(rows) / len(columns) == pytest.approx(1.4, rel=0.03)


def test_what_hangs_at_the_edge_of_the_picture_is_cleared() -> None:
    picture = _picture(400, 400, (120, 120, 280, 280))
    picture[:, :6] = (10, 10, 10)
    made = subject_square(picture, square_px=256)
    columns = np.flatnonzero(made.outline.any(axis=0))
    rows = np.flatnonzero(made.outline.any(axis=1))
    assert len(columns) == pytest.approx(len(rows), abs=3)


def test_a_box_that_a_person_drew_goes_before_the_plain_ground() -> None:
    picture = _picture(400, 300, (40, 80, 160, 220))
    cv2.circle(picture, (300, 150), 60, (40, 40, 200), -1)
    made = subject_square(picture, SubjectWish(box=(0.55, 0.2, 0.98, 0.8)), square_px=256)
    pixels = _pixels(made)
    subject = pixels[pixels[..., 3] == 255]
    assert made.found_by == "search"
    assert np.median(subject[:, 2]) > np.median(subject[:, 0])


@pytest.mark.parametrize("shape", [(300, 300, 3), (20, 20, 3), (300, 300, 4)])
def test_an_empty_picture_is_refused_in_words(shape: tuple[int, ...]) -> None:
    with pytest.raises(InputError) as refused:
        subject_square(np.full(shape, 255, np.uint8))
    assert refused.value.hint


def test_a_white_subject_on_a_transparent_ground_is_found_in_its_file(tmp_path: Path) -> None:
    picture = np.zeros((300, 300, 4), np.uint8)
    picture[80:220, 100:200] = 255
    Image.fromarray(picture, "RGBA").save(tmp_path / "white.png")
    made = subject_square(load_with_ground(tmp_path / "white.png", 512), square_px=128)
    assert made.found_by == "alpha"
    Image.fromarray(picture[..., :3]).save(tmp_path / "plain.png")
    assert load_with_ground(tmp_path / "plain.png", 512).shape == (300, 300, 3)
