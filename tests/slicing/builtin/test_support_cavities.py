"""A support in a closed hollow is found by runs of cells as it would be by looking at each cell."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage

from memoreez_desktop.slicing.builtin.around.cavity_kernels import holds_closed_in
from memoreez_desktop.slicing.builtin.around.support_raster_kernels import BRIM, MATERIAL, NEAR, PRINTED


def closed_in(volume):
    rooms, _ = ndimage.label((volume & MATERIAL) == 0)
    used = set(rooms[(volume & (PRINTED | BRIM)) > 0].tolist())
    ends = [end for axis in range(3) for end in (np.take(rooms, 0, axis), np.take(rooms, -1, axis))]
    return not used <= set(np.concatenate([end.ravel() for end in ends]).tolist())


@given(
    shape=st.tuples(*[st.integers(1, 7)] * 3),
    solid_ratio=st.floats(0.2, 0.9),
    seed=st.integers(0, 2**32 - 1),
)
def test_it_finds_what_cannot_be_reached_from_outside(shape, solid_ratio, seed):
    chance = np.random.default_rng(seed)
    volume = np.where(chance.random(shape) < solid_ratio, MATERIAL | NEAR, 0).astype(np.uint8)
    for bit in (PRINTED, BRIM):
        volume[(chance.random(shape) < 0.05) & (volume == 0)] = bit
    assert holds_closed_in(volume) == closed_in(volume)


@pytest.mark.parametrize(("gap", "expected"), [(False, True), (True, False)])
def test_a_hole_in_the_wall_lets_it_out(gap, expected):
    volume = np.zeros((9, 9, 9), np.uint8)
    volume[1:8, 1:8, 1:8] = MATERIAL
    volume[2:7, 2:7, 2:7] = 0
    volume[2:5, 4, 4] = PRINTED
    if gap:
        volume[6, 6, 7] = 0
    assert holds_closed_in(volume) == expected
