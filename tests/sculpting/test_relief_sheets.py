"""Sheets are closed by their numbering, whatever their heights."""

import numpy as np
import pytest
import trimesh
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.geometry.shapes import circle, heart, offset, star
from memoreez_desktop.sculpting.picture_frames import FLAT_MM, Moulding, frame_picture
from memoreez_desktop.sculpting.round_sheets import round_grid, round_sheet
from memoreez_desktop.sculpting.sheets import rectangular_sheet, stood_up


def assert_closed(mesh):
    read_back = trimesh.Trimesh(mesh.vertices, mesh.faces, process=True)
    assert read_back.is_watertight
    assert read_back.is_winding_consistent
    assert read_back.body_count == 1
    assert mesh.volume_mm3 > 0


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 12), st.integers(2, 12), st.integers(0, 10**6))
def test_a_rectangle_of_any_heights_has_the_volume_below_it(rows, columns, seed):
    chance = np.random.default_rng(seed)
    front = chance.uniform(0.5, 5, (rows, columns)).astype(np.float32)
    front[0] = front[-1] = 2.0
    back = chance.uniform(-3, 0, rows).astype(np.float32)
    x = np.tile(
        np.sort(chance.uniform(-20, 20, columns)).astype(np.float32) + 0.1 * np.arange(columns), (rows, 1)
    )
    y = np.linspace(10, -10, rows, dtype=np.float32)
    mesh = rectangular_sheet(x, y, front, back)
    assert_closed(mesh)
    assert_closed(stood_up(mesh))
    # Both diagonals of a cell give volumes on either side of the bilinear one.
    low = high = 0.0
    for row in range(rows - 1):
        for column in range(columns - 1):
            a, b, c, d = (
                front[row, column],
                front[row, column + 1],
                front[row + 1, column + 1],
                front[row + 1, column],
            )
            area = (x[0, column + 1] - x[0, column]) * (y[row] - y[row + 1])
            one, two = (2 * a + 2 * c + b + d) / 6, (2 * b + 2 * d + a + c) / 6
            ground = (back[row] + back[row + 1]) / 2
            low += area * (min(one, two) - ground)
            high += area * (max(one, two) - ground)
    assert low - 1e-2 <= mesh.volume_mm3 <= high + 1e-2


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(["circle", "heart", "star"]),
    st.floats(20, 90),
    st.floats(1.5, 6),
    st.integers(3, 30),
    st.integers(0, 99),
)
def test_round_sheets_follow_their_outline(kind, size, frame, cells, seed):
    inner = {"circle": circle(size / 2), "heart": heart(size), "star": star(size / 2, 5, 0.7)}[kind]
    outer = offset(inner, frame)
    grid = round_grid(inner, outer, np.array([0.05, 0.5, 1.0]), cells)
    chance = np.random.default_rng(seed)
    field = chance.uniform(1, 3, grid.field_mm.shape[:2]).astype(np.float32)
    mesh = round_sheet(grid, field, np.array([4, 4.5, 4], np.float32), 0.0)
    assert_closed(mesh)
    x0, y0, x1, y1 = outer.bounds()
    rough = 0.35 * size / cells
    assert mesh.extents_mm[0] == pytest.approx(x1 - x0, abs=rough)
    assert mesh.extents_mm[1] == pytest.approx(y1 - y0, abs=rough)
    # Seen from above nothing folds over.
    corners = mesh.vertices[mesh.faces[: 8 * cells * cells]].astype(np.float64)
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    assert (one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0] > -1e-4).all()


@settings(max_examples=20, deadline=None)
@given(
    st.integers(2, 30),
    st.integers(2, 30),
    st.floats(20, 150),
    st.floats(20, 150),
    st.floats(2, 10),
    st.just(0.0) | st.floats(3, 12),
    st.booleans(),
)
def test_frames_of_any_size_are_closed_and_as_large_as_they_say(
    rows, columns, wide, high, frame, band, below
):
    picture = np.random.default_rng(rows).uniform(0.8, 3, (rows, columns)).astype(np.float32)
    framed = frame_picture(
        picture, (wide, high), Moulding(frame, 3.8, 4.6), band_mm=band, band_floor_mm=3.0, round_below=below
    )
    mesh = rectangular_sheet(
        framed.x_mm, framed.y_mm, framed.front_mm, np.zeros(len(framed.y_mm), np.float32)
    )
    assert_closed(mesh)
    assert mesh.extents_mm[0] == pytest.approx(wide + 2 * frame, abs=0.2)
    assert mesh.extents_mm[0] == pytest.approx(framed.width_mm, abs=1e-3)
    assert mesh.extents_mm[1] == pytest.approx(framed.height_mm, abs=1e-3)
    assert (np.diff(framed.y_mm) < 0).all()
    assert (np.diff(framed.x_mm, axis=1) > 0).all()


@settings(max_examples=20, deadline=None)
@given(st.floats(2.5, 14), st.floats(1, 6), st.floats(0.8, 1.2), st.floats(0.02, 0.98))
def test_a_lying_frame_is_two_lines_wide_at_every_height(width, relief, crown, share):
    shoulder, ground = 2.2 + relief + 0.3, 2.6
    framed = frame_picture(
        np.full((20, 30), 2.4, np.float32),
        (60.0, 40.0),
        Moulding(width, shoulder, shoulder + crown, FLAT_MM),
        band_mm=8.0,
        band_floor_mm=ground,
    )
    middle = framed.front_mm[:, framed.front_mm.shape[1] // 2]
    down = np.linspace(framed.y_mm[0], framed.y_mm[-1], 20_000)
    height = np.interp(down, framed.y_mm[::-1], middle[::-1])
    band_y, band_high = framed.band_mm
    ridge = (down > band_y + band_high / 2) & (down < band_y + band_high / 2 + 2.5)
    frame = down > framed.height_mm - width
    for rail, low, high in ((ridge, ground, shoulder), (frame, shoulder, shoulder + crown)):
        cut = down[rail & (height >= low + share * (high - low))]
        assert np.ptp(cut) >= 0.9
