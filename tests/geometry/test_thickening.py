"""Thickening: thin walls and pins get as thick as wanted, everything else stays as it is."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Thicken
from memoreez_desktop.geometry.solids import to_mesh, weld
from memoreez_desktop.geometry.surface_samples import surface_samples
from memoreez_desktop.geometry.thickening import thickened, thin_plates
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.steps import thicken

BASE = Manifold.cube((30, 16, 6), True).translate((0, 0, 3))


def thick(solid, wall):
    return thickened(solid, wall, JobContext())


@settings(max_examples=8, deadline=None)
@given(was=st.floats(0.15, 1.0), turn=st.floats(0, 90), wall=st.floats(1.1, 2.0))
def test_a_fin_becomes_as_thick_as_wanted(was, turn, wall):
    fin = Manifold.cube((was, 10, 14), True).translate((0, 0, 12))
    solid = (BASE + fin).rotate((0, 0, turn))
    made, plates = thick(solid, wall)
    assert plates.thinnest_mm == pytest.approx(was, abs=0.01)
    level = made.rotate((0, 0, -turn)).slice(12.0)
    x0, y0, x1, y1 = level.bounds()
    assert x1 - x0 == pytest.approx(wall, abs=0.05)
    assert 10.0 <= y1 - y0 < 10.0 + wall * 0.65
    assert weld(made).triangles > 0


def test_a_pin_grows_all_round():
    made, _ = thick(BASE + Manifold.cylinder(10, 0.3, 0.3, 24).translate((0, 0, 5)), 1.4)
    x0, y0, x1, y1 = made.slice(11.0).bounds()
    assert x1 - x0 == pytest.approx(1.4, abs=0.12)
    assert y1 - y0 == pytest.approx(1.4, abs=0.12)


@pytest.mark.parametrize(
    "solid",
    [
        BASE,
        BASE + Manifold.cube((28, 0.6, 0.8), True).translate((0, 0, 6.2)),
        Manifold.sphere(10.0, 48),
        BASE + Manifold.cube((1.6, 10, 14), True).translate((0, 0, 12)),
    ],
    ids=["block", "ridge", "ball", "good fin"],
)
def test_what_is_no_thin_wall_stays(solid):
    made, plates = thick(solid, 1.2)
    assert made is solid
    assert plates.area_mm2 == 0


def test_it_never_grows_through_the_bed():
    sheet = Manifold.cube((20, 20, 0.5), True).translate((0, 0, 0.25)) + BASE.translate((20, 0, 0))
    made, _ = thick(sheet, 1.2)
    assert made.bounding_box()[2] >= 0.0


def test_twice_is_enough():
    solid = BASE + Manifold.cube((0.5, 10, 14), True).translate((0, 0, 12))
    made, _ = thick(solid, 1.2)
    assert thin_plates(to_mesh(made), 1.1, JobContext()).area_mm2 < 1.0


@settings(max_examples=20)
@given(
    corners=st.lists(st.lists(st.floats(-20, 20), min_size=3, max_size=3), min_size=3, max_size=3),
    spacing=st.floats(0.5, 10),
)
def test_samples_share_the_area(corners, spacing):

    triangle = np.array([corners])
    points, owner, area = surface_samples(triangle, spacing)
    whole = np.linalg.norm(np.cross(triangle[0, 1] - triangle[0, 0], triangle[0, 2] - triangle[0, 0])) / 2
    assert area.sum() == pytest.approx(whole, rel=1e-9, abs=1e-9)
    assert (points >= triangle[0].min(axis=0) - 1e-9).all()
    assert (points <= triangle[0].max(axis=0) + 1e-9).all()
    assert not owner.any()


def test_a_sliver_is_not_laid_out_as_a_square():
    sliver = np.array([[[0.0, 0, 0], [100, 0, 0], [100, 0.5, 0]]])
    points, _, area = surface_samples(sliver, 0.5)
    assert len(points) < 250
    assert area.sum() == pytest.approx(25.0)


def test_the_step_says_what_it_did():
    solid = BASE + Manifold.cube((0.5, 10, 14), True).translate((0, 0, 12))
    piece = Workpiece(solid, np.array(solid.bounding_box()).reshape(2, 3))
    after = thicken.apply(Thicken(1.2), piece, StepTools(), JobContext())
    assert "1.2 mm" in after.notes[-1].sentence
    assert after.notes[-1].values["thinnest_mm"] == pytest.approx(0.5, abs=0.01)
    nothing = thicken.apply(Thicken(0.5), piece, StepTools(), JobContext())
    assert nothing.solid is solid
    for wall in (0.0, 9.0, float("nan")):
        with pytest.raises(InputError):
            thicken.apply(Thicken(wall), piece, StepTools(), JobContext())
