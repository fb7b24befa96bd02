"""A mask written down as strokes comes back as the same cut-out."""

import numpy as np
import pytest
import skimage.data
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.photo_edit import SubjectWish
from memoreez_desktop.imaging.mask import PreparedSubject
from memoreez_desktop.imaging.mask_strokes import strokes_of

CUP = skimage.data.coffee()


def disc(shape, x, y, radius):
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
    return (columns - x * shape[1]) ** 2 + (rows - y * shape[0]) ** 2 < (radius * min(shape)) ** 2


@pytest.mark.parametrize("where", [(0.4, 0.5, 0.3), (0.6, 0.4, 0.2), (0.0, 0.5, 0.4)])
def test_the_cut_out_is_that_of_the_mask_whatever_the_search_found(where):
    mask = disc(CUP.shape[:2], *where)
    got = PreparedSubject.of(CUP).mask(SubjectWish(strokes=strokes_of(mask))).mask
    assert (mask & got).sum() / (mask | got).sum() > 0.95


@settings(max_examples=40, deadline=None)
@given(
    height=st.integers(20, 900),
    width=st.integers(20, 900),
    x=st.floats(0, 1),
    y=st.floats(0, 1),
    radius=st.floats(0.05, 0.6),
)
def test_no_stroke_contradicts_the_mask(height, width, x, y, radius):
    mask = disc((height, width), x, y, radius)
    for stroke in strokes_of(mask):
        assert 0 < len(stroke.points) <= 2
        for across, down in stroke.points:
            assert 0 <= across <= 1
            assert (
                mask[min(height - 1, round(down * height)), min(width - 1, round(across * width))]
                == stroke.keep
            )


@pytest.mark.parametrize("value", [False, True])
def test_a_mask_that_says_nothing_gives_no_strokes(value):
    assert strokes_of(np.full((80, 120), value)) == ()


def test_the_strokes_are_few_enough_to_be_kept():
    mask = np.random.default_rng(1).random((30, 40)) > 0.5
    assert len(strokes_of(np.kron(mask, np.ones((40, 40), bool)))) < 2000
