"""Bent sheets and rings are closed by their numbering and hold the volume of their section."""

import numpy as np
import pytest
import trimesh
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.product import Backlight
from memoreez_desktop.geometry.clay_backlight import glow_map
from memoreez_desktop.sculpting.bent_sheets import bent_ring, bent_sheet


def assert_closed(mesh, genus=0):
    read_back = trimesh.Trimesh(mesh.vertices, mesh.faces, process=True)
    assert read_back.is_watertight
    assert read_back.is_winding_consistent
    assert read_back.body_count == 1
    assert read_back.euler_number == 2 - 2 * genus


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 14), st.integers(3, 40), st.floats(20, 80), st.floats(0.2, 2.4), st.integers(0, 10**6))
def test_a_bent_sheet_of_any_heights_is_closed(rows, columns, radius, turn, seed):
    chance = np.random.default_rng(seed)
    front = chance.uniform(0.5, 5, (rows, columns)).astype(np.float32)
    # Equal neighbours too: the back leaves such rows out.
    back = np.repeat(chance.uniform(-6, 0, rows), 2)[:rows].astype(np.float32)
    narrow = np.repeat(chance.uniform(0.8, 1.0, rows), 3)[:rows]
    x = (np.linspace(-0.5, 0.5, columns)[None] * narrow[:, None] * radius * turn).astype(np.float32)
    mesh = bent_sheet(x, np.linspace(30, 0, rows, dtype=np.float32), front, back, radius)
    assert_closed(mesh)
    assert mesh.volume_mm3 > 0
    assert mesh.bounds_mm[0, 2] == 0


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 9), st.integers(24, 200), st.floats(15, 60), st.floats(0.8, 5), st.booleans())
def test_a_ring_has_the_volume_of_its_wall_and_floor(rows, columns, radius, wall, closed):
    floor = 1.5 if closed else 0.0
    front = np.full((rows, columns), wall, dtype=np.float32)
    mesh = bent_ring(np.linspace(40, 0, rows, dtype=np.float32), front, radius, floor)
    assert_closed(mesh, genus=0 if closed else 1)
    # Polygons of as many corners as there are columns.
    share = columns / 2 * np.sin(2 * np.pi / columns)
    expected = share * 40 * ((radius + wall) ** 2 - radius**2) + share * radius**2 * floor
    assert mesh.volume_mm3 == pytest.approx(expected, rel=1e-3)


def test_light_from_the_axis_goes_through_a_bent_wall_at_right_angles():
    wall = np.tile(np.linspace(0.8, 2.6, 200, dtype=np.float32), (20, 1))
    mesh = bent_ring(np.linspace(30, 0, 20, dtype=np.float32), wall, 30.0)
    front, back = mesh.bounds_mm[:, 1]
    glow = glow_map(mesh, Backlight(bulb_ratio=-front / (back - front)), 400)
    row = glow.light[glow.light.shape[0] // 2]
    share = (np.arange(len(row)) + 0.5) / len(row)
    expected = np.exp(-1.15 * 1.8 * share)
    middle = slice(len(row) // 10, -len(row) // 10)
    assert row[middle] == pytest.approx(expected[middle], abs=0.02)


def test_a_tube_seen_through_is_not_counted_twice():
    wall = np.full((10, 90), 1.5, dtype=np.float32)
    mesh = bent_ring(np.linspace(30, 0, 10, dtype=np.float32), wall, 30.0)
    straight = glow_map(mesh, Backlight(), 200)
    round_about = glow_map(mesh, Backlight(bulb_ratio=0.5), 200)
    middle = tuple(side // 2 for side in straight.light.shape)
    at_axis = tuple(side // 2 for side in round_about.light.shape)
    assert straight.light[middle] < 0.5 * round_about.light[at_axis]
