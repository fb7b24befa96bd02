"""Hollowing: walls all round, ceilings that carry themselves, drains that lead out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import Cancelled, InputError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.keepsake_steps import Hollow
from memoreez_desktop.geometry.hollowing import cavities
from memoreez_desktop.geometry.solids import Solid, to_mesh, weld
from memoreez_desktop.geometry.triangle_tree import TriangleTree
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.steps import hollow

BALL = Manifold.sphere(20.0, 64).translate((0, 0, 20))
TUB = Manifold.cylinder(30, 18, 18, 64)


def piece(solid):
    box = np.array(solid.bounding_box()).reshape(2, 3)
    return Workpiece(solid, box)


def made(step, solid):
    return hollow.apply(step, piece(solid), StepTools(), JobContext())


@settings(max_examples=8, deadline=None)
@given(wall=st.floats(1.0, 5.0), tall=st.floats(20, 60), wide=st.floats(8, 30))
def test_a_wall_is_left_everywhere(wall, tall, wide):
    solid = Manifold.cylinder(tall, wide, wide * 0.8, 48)
    rooms = cavities(solid, wall, 8.0, JobContext())
    tree = TriangleTree.of(to_mesh(solid))
    for room in rooms:
        assert tree.distances_mm(to_mesh(room).vertices.astype(np.float64)).min() > wall - 0.15
        assert (room - solid).is_empty()


def test_a_ball_loses_its_inside_but_for_what_would_hang():
    (room,) = cavities(BALL, 2.0, 8.0, JobContext())
    inner = 4 / 3 * np.pi * 18.0**3
    # Above 45° a cone that touches it takes the dome's place.
    assert 0.6 * inner < room.volume() < 0.95 * inner


@pytest.mark.parametrize("solid", [TUB, BALL, Manifold.cube((50, 30, 16), True).translate((0, 0, 8))])
def test_every_ceiling_is_steep_or_narrow(solid):
    bridge = 6.0
    for room in cavities(solid, 2.0, bridge, JobContext()):
        low, high = (float(room.bounding_box()[k]) for k in (2, 5))
        for z in np.arange(low + 0.2, high, 1.0):
            # What the layer 1 mm higher does not carry at 45° (46.7° across) is a bridge and its eaves.
            carried = room.slice(z + 1.0).offset(1.06 + 0.4)
            ceiling = room.slice(z) - carried
            assert ceiling.offset(-(bridge / 2 + 1.06 + 0.5)).is_empty()


def test_a_drain_leads_into_the_room():
    before, after = piece(TUB), made(Hollow(drains=2), TUB)
    assert len(after.solid.decompose()) == 1  # no closed pocket: inside and outside are one surface
    ring = after.solid.slice(0.5)
    assert ring.num_contour() == 3  # the outline and two drains
    assert after.notes[-1].values["drains"] == 2
    assert after.solid.volume() < 0.7 * before.solid.volume()


@pytest.mark.parametrize("step", [Hollow(drains=0), Hollow(drain_mm=0.0)])
def test_without_drains_the_room_is_closed(step):
    after = made(step, TUB)
    assert len(after.solid.decompose()) == 2
    assert after.notes[-1].values["closed_pockets"] == 1
    assert weld(after.solid).volume_mm3 == pytest.approx(after.solid.volume(), rel=1e-3)


def test_pockets_in_limbs_are_told():
    limb = Manifold.cube((14, 14, 14), True).translate((40, 0, 20))
    arm = Manifold.cube((40, 3, 3), True).translate((20, 0, 20))
    after = made(Hollow(wall_mm=2.0), TUB + arm + limb)
    assert after.notes[-1].values["closed_pockets"] == 1
    assert "closed" in after.notes[-1].sentence
    assert after.notes[-1].level == "thin"


def test_a_ball_still_stands_on_the_bed():
    after = made(Hollow(), BALL)
    assert after.solid.bounding_box()[2] == pytest.approx(0.0, abs=1e-6)
    assert after.figure_mm[1, 2] < 40.0


def test_twice_gives_the_same():
    first, second = (to_mesh(made(Hollow(), BALL).solid) for _ in range(2))
    assert first.digest == second.digest


@pytest.mark.parametrize(
    "step",
    [
        Hollow(wall_mm=0.3),
        Hollow(wall_mm=float("nan")),
        Hollow(wall_mm=60.0),
        Hollow(drain_mm=0.5),
        Hollow(drains=-1),
        Hollow(drains=99),
    ],
)
def test_what_cannot_be_made_is_refused(step):
    with pytest.raises(InputError) as refused:
        made(step, TUB)
    assert refused.value.hint


def test_a_thin_thing_has_no_inside():
    with pytest.raises(InputError, match="nowhere thick enough"):
        made(Hollow(), Solid.cube((40, 3, 40)))


def test_it_stops_when_asked():
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        hollow.apply(Hollow(), piece(TUB), StepTools(), JobContext(token))
