"""A keepsake that turns: every side as large as the others, and files that open."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera
from memoreez_desktop.imaging.animation import gif_bytes, on_ground
from memoreez_desktop.services.turntable import swept_space, turntable_frame, write_turntable
from tests.fakes.made_solids import box


@settings(max_examples=40)
@given(st.floats(2, 80), st.floats(2, 80), st.floats(2, 80), st.floats(0, 360))
def test_whatever_way_it_is_turned_it_stays_in_the_space_it_sweeps(width, depth, height, turn_deg):
    solid = box(width, depth, height)
    space = swept_space(solid)
    cos, sin = np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))
    turned = solid.vertices @ np.array([[cos, sin, 0], [-sin, cos, 0], [0, 0, 1]], np.float32)
    assert (np.hypot(*turned.T[:2]).max() <= np.hypot(*space.T[:2]).max() * 1.0001).all()
    assert space[:, 2].min() == pytest.approx(solid.vertices[:, 2].min(), abs=1e-4)
    assert space[:, 2].max() == pytest.approx(solid.vertices[:, 2].max(), rel=1e-5)


def test_the_model_is_equally_large_from_every_side():
    solid = box(60, 6, 20)
    tall = []
    for azimuth in (-90, -45, 0, 70):
        frame = turntable_frame(solid, Camera(azimuth, 0.0), "sage", 96, JobContext())
        rows = np.flatnonzero((frame[..., 3] > 250).any(axis=1))
        tall.append(rows.max() - rows.min())
    # Nearer edges look taller; fitted side by side, the narrow one would be three times as tall.
    assert max(tall) < 1.3 * min(tall)


def test_a_gif_needs_a_frame_and_lies_on_its_ground():
    with pytest.raises(InputError):
        gif_bytes([], ground=(0, 0, 0), frame_ms=80)
    clear = np.zeros((4, 4, 4), np.uint8)
    assert (on_ground(clear, (10, 20, 30)) == (10, 20, 30)).all()


def test_a_name_that_says_no_kind_is_refused(tmp_path):
    with pytest.raises(InputError):
        write_turntable([np.zeros((4, 4, 4), np.uint8)], tmp_path / "a.bmp", (0, 0, 0), JobContext())
    assert not list(tmp_path.iterdir())
