"""Cutting for the bed: every piece fits, nothing is lost, pegs fit their sockets."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import BedCut, Hollow
from memoreez_desktop.geometry.solids import to_mesh, weld
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.bed_cutting import cut_to_fit, fits
from memoreez_desktop.studio.pegs import Peg, PegSize
from memoreez_desktop.studio.steps import bed_cut, hollow

BED = BedCut(bed_x_mm=100.0, bed_y_mm=80.0, height_mm=90.0)
ROOM = np.array([96.0, 76.0, 90.0])


def block(x, y, z):
    return Manifold.cube((x, y, z), True).translate((0, 0, z / 2))


def made(step, solid):
    box = np.array(solid.bounding_box()).reshape(2, 3)
    return bed_cut.apply(step, Workpiece(solid, box), StepTools(), JobContext())


@settings(max_examples=10, deadline=None)
@given(x=st.floats(20, 260), y=st.floats(20, 200), z=st.floats(20, 250))
def test_every_piece_fits_and_nothing_is_lost(x, y, z):
    solid = Manifold.cylinder(z, 0.5, 0.4, 48).scale((x, y, 1.0))
    found = cut_to_fit(solid, ROOM, PegSize(6.0, 0.25), JobContext())
    assert all(fits(piece.solid, ROOM) for piece in found.pieces)
    sockets = sum((peg.socket() ^ Manifold.cube((1e4, 1e4, 1e4), True)).volume() for peg in found.pegs)
    whole = sum(piece.solid.volume() for piece in found.pieces)
    assert whole == pytest.approx(solid.volume() - sockets, rel=1e-3)


def test_what_fits_stays():
    after = made(BED, block(70, 90, 50))  # one way round or the other
    assert after.solid.num_tri() == 12
    assert "one piece" in after.notes[-1].sentence


def test_pieces_lie_apart_on_the_bed():
    after = made(BED, block(150, 70, 60))
    bodies = after.solid.decompose()
    values = after.notes[0].values
    assert len(bodies) == values["pieces"] + values["pegs"]
    for k, one in enumerate(bodies):
        assert one.bounding_box()[2] == pytest.approx(0.0, abs=1e-5)
        for other in bodies[k + 1 :]:
            assert one.min_gap(other, 20.0) >= 5.9
    assert weld(after.solid, bodies=None).triangles > 0


def test_one_bed_at_a_time():
    whole, first, second = (made(BedCut(100.0, 80.0, 90.0, bed=k), block(150, 70, 60)) for k in (0, 1, 2))
    assert whole.notes[-1].values["beds"] == 2
    for one in (first, second):
        box = np.array(one.solid.bounding_box()).reshape(2, 3)
        assert (box[1] - box[0] <= np.array([100, 80, 90])).all()
    assert first.solid.volume() + second.solid.volume() == pytest.approx(whole.solid.volume())
    with pytest.raises(InputError, match="no bed 3"):
        made(BedCut(100.0, 80.0, 90.0, bed=3), block(150, 70, 60))


@settings(max_examples=10, deadline=None)
@given(width=st.floats(2.5, 12), clearance=st.floats(0.05, 0.6))
def test_a_peg_slips_into_its_socket_and_is_held(width, clearance):
    peg = Peg(0.0, 0.0, 0.0, width, width + 2 * clearance, 1.3 * width)
    body = peg.lying()
    box = np.array(body.bounding_box()).reshape(2, 3)
    assert box[0, 2] == pytest.approx(0.0, abs=1e-6)
    upright = body.translate((0, 0, -width / 2)).rotate((0, -90, 0))
    assert (upright - peg.socket()).volume() < 1e-6
    wider = upright.scale(((width + 2.1 * clearance) / width,) * 2 + (1.0,))
    assert (wider - peg.socket()).volume() > 0
    assert box[1, 0] - box[0, 0] < 2 * peg.depth_mm


def test_a_hollow_one_keeps_its_rooms():
    solid = block(150, 40, 40)
    solid = solid - block(140, 10, 20).translate((0, 0, 10))
    after = made(BED, solid)
    pegs = after.notes[0].values["pegs"]
    assert len(after.solid.decompose()) >= 2 + pegs
    tub = Workpiece(solid := Manifold.cylinder(150, 20, 20, 64), np.array(solid.bounding_box()).reshape(2, 3))
    shell = hollow.apply(Hollow(), tub, StepTools(), JobContext())
    thin = bed_cut.apply(BED, shell, StepTools(), JobContext())
    assert thin.notes[-1].level == "thin"
    assert "glue" in " ".join(note.sentence for note in thin.notes)


def test_it_cuts_through_one_thick_place_rather_than_two_legs():
    legs = block(20, 20, 100).translate((-25, 0, 0)) + block(20, 20, 100).translate((25, 0, 0))
    figure = legs + block(80, 30, 70).translate((0, 0, 90))
    after = made(BedCut(100.0, 80.0, 120.0), figure)
    assert after.notes[0].values["pieces"] == 2


def test_twice_gives_the_same():
    first, second = (to_mesh(made(BED, block(150, 100, 120)).solid) for _ in range(2))
    assert first.digest == second.digest


@pytest.mark.parametrize(
    "step",
    [
        BedCut(bed_x_mm=5.0),
        BedCut(height_mm=float("nan")),
        BedCut(peg_mm=50.0),
        BedCut(clearance_mm=-0.1),
        BedCut(bed=-1),
    ],
)
def test_what_cannot_be_cut_is_refused(step):
    with pytest.raises(InputError) as refused:
        made(step, block(300, 300, 300))
    assert refused.value.hint


def test_too_many_pieces_are_refused():
    with pytest.raises(InputError, match="pieces"):
        made(BedCut(40.0, 40.0, 40.0), block(400, 400, 400))
