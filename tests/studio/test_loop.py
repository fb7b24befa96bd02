"""Loops: closed rings that hold, above the centre of mass."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Loop, Spot
from memoreez_desktop.geometry.solids import weld
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.hanging import lean_deg
from memoreez_desktop.studio.ring import Ring
from memoreez_desktop.studio.steps import loop

BLOCK = Manifold.cube((40, 20, 30), True).translate((0, 0, 15))


def made(step, solid=BLOCK):
    box = np.array(solid.bounding_box()).reshape(2, 3)
    return loop.apply(step, Workpiece(solid, box), StepTools(), JobContext())


@settings(max_examples=12, deadline=None)
@given(hole=st.floats(2, 12), wall=st.floats(1.5, 5), thick=st.floats(2, 8))
def test_a_ring_is_closed_and_has_one_hole(hole, wall, thick):
    ring = Ring(hole, wall, thick, hole / 2 + wall, 2.0).solid()
    assert ring.genus() == 1
    low = np.array(ring.bounding_box()).reshape(2, 3)
    assert low[1, 1] - low[0, 1] == pytest.approx(thick, abs=1e-6)
    assert low[1, 2] == pytest.approx(hole + 2 * wall, abs=0.02)


@settings(max_examples=6, deadline=None)
@given(hole=st.floats(2, 10), shift=st.floats(-12, 12))
def test_it_hangs_straight_whatever_hangs_on_its_side(hole, shift):
    lump = Manifold.cube((12, 12, 8), True).translate((shift, 0, 34))
    after = made(Loop(hole_mm=hole), BLOCK + lump)
    assert after.notes[-1].values["lean_deg"] < 8.0
    assert weld(after.solid).triangles > 0


def test_a_rod_goes_through_the_hole():
    after = made(Loop(hole_mm=5.0, wall_mm=2.5))
    rod = Manifold.cylinder(30, 2.45, 2.45, 32).rotate((90, 0, 0))
    middle = 30.0 + 0.6 * 2.5 + 2.5
    assert (after.solid ^ rod.translate((0, 15, middle))).volume() < 1e-3
    assert after.solid.genus() == 1


def test_on_the_back_it_needs_no_support_below():
    after = made(Loop(spot=Spot(on="back")))
    ring = after.solid - BLOCK
    mesh = ring.to_mesh()
    corners = np.asarray(mesh.vert_properties)[:, :3].astype(float)[np.asarray(mesh.tri_verts)]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(normal, axis=1) / 2
    hangs = normal[:, 2] / np.maximum(2 * area, 1e-12) < -np.cos(np.radians(40))
    # What is left to hang is the roof of the hole, a few mm across, and rounded edges.
    assert area[hangs].sum() < 0.12 * area.sum()


def test_upside_down_is_told():
    after = made(Loop(spot=Spot(on="free", at_ratio=(0.5, 0.0, 0.1), facing=(0.0, -1.0, 0.0))))
    assert "turns over" in after.notes[-1].sentence
    assert after.notes[-1].level == "thin"
    assert after.solid.bounding_box()[2] == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize(
    "step", [Loop(hole_mm=0.5), Loop(wall_mm=0.2), Loop(thick_mm=99.0), Loop(hole_mm=float("nan"))]
)
def test_what_cannot_be_made_is_refused(step):
    with pytest.raises(InputError):
        made(step)


def test_a_needle_holds_no_ring():
    needle = Manifold.cylinder(60, 6, 0.02, 24)
    with pytest.raises(InputError, match="nothing to stand on"):
        made(Loop(hole_mm=30.0, wall_mm=8.0, thick_mm=8.0), needle)


@pytest.mark.parametrize(
    ("held", "expected"), [((0, 0, 9), 0.0), ((5, 0, 5), 45.0), ((0, 5, 0), 90.0), ((0, 0, -3), 180.0)]
)
def test_lean(held, expected):
    assert lean_deg(np.zeros(3), np.array(held, dtype=float)) == pytest.approx(expected)


@pytest.mark.parametrize(("shift", "on"), [(0.0, "top"), (9.0, "top"), (0.0, "back")])
def test_beside_a_coin_the_ring_lies_flat(shift, on):
    coin = Manifold.cylinder(3, 25, 25, 96) + Manifold.cube((10, 10, 3), True).translate((shift, -20, 4))
    after = made(Loop(hole_mm=5.0, spot=Spot(on=on)), coin)
    low, high = np.array(after.solid.bounding_box()).reshape(2, 3)
    assert high[1] > 25 + 8
    assert high[2] == pytest.approx(5.5, abs=1e-5)
    assert low[2] == pytest.approx(0.0, abs=1e-5)
    assert after.notes[-1].values["lean_deg"] < 2.0
    rod = Manifold.cylinder(20, 2.45, 2.45, 32).translate((after.notes[-1].values["x_mm"], 0, -5))
    assert any((after.solid ^ rod.translate((0, y, 0))).is_empty() for y in np.arange(26, 32, 0.1))
