"""The search for orientations, on shapes whose best lying is known."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold, OpType

from memoreez_desktop.core.errors import Cancelled, InputError, MeshError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.keepsake_steps import Turn
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.turning import turn_matrix
from memoreez_desktop.geometry.clustering import clustered
from memoreez_desktop.geometry.flat_base import centre_of_mass_mm
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.printability.orientation.api import AIMS, Orientation
from memoreez_desktop.printability.orientation.choices import orientations
from memoreez_desktop.printability.orientation.lay_flat import lay_flat
from memoreez_desktop.printability.orientation.poser import Poser

BED = PrinterProfile("a", "A", bed_x_mm=220.0, bed_y_mm=220.0)


def mushroom() -> Manifold:
    return Manifold.cylinder(30, 6, 6, 48) + Manifold.cylinder(8, 25, 25, 64).translate((0, 0, 30))


def tilted_plate() -> Manifold:
    return Manifold.cube((60, 40, 5), True).rotate((35, 20, 0))


def fine_ball() -> Manifold:
    return Manifold.sphere(30, 200)


def cube() -> Manifold:
    return Manifold.cube((20, 20, 20))


def mesh_of(solid: Manifold, turn: Turn | None = None) -> MeshModel:
    mesh = to_mesh(solid)
    if turn is None:
        return mesh
    points = mesh.vertices.astype(np.float64) @ turn_matrix(turn).T
    return MeshModel(points.astype(np.float32), mesh.faces)


def offered(solid: Manifold) -> tuple[Orientation, ...]:
    return orientations(mesh_of(solid), BED, JobContext())


def serving(choices: tuple[Orientation, ...], aim: str) -> Orientation:
    return next(choice for choice in choices if aim in choice.aims)


@pytest.mark.parametrize("solid", [mushroom, tilted_plate, fine_ball, cube])
def test_every_aim_is_served_once_and_as_it_stands_comes_first(
    solid: Callable[[], Manifold],
) -> None:
    choices = offered(solid())
    assert choices[0].turn == Turn()
    assert choices[0].aims[0] == "upright"
    assert sorted(aim for choice in choices for aim in choice.aims) == sorted(AIMS)
    assert serving(choices, "least-support").support_cm3 <= choices[0].support_cm3
    assert serving(choices, "flat-face").contact_mm2 >= choices[0].contact_mm2


def test_a_mushroom_is_turned_over_onto_its_cap() -> None:
    least = serving(offered(mushroom()), "least-support")
    assert turn_matrix(least.turn)[2] == pytest.approx((0, 0, -1), abs=1e-3)
    assert least.support_cm3 == pytest.approx(0.0, abs=0.01)
    assert least.contact_mm2 == pytest.approx(math.pi * 25**2, rel=0.01)
    assert "flat-face" in least.aims


def test_what_stands_is_not_made_to_lean_on_supports_and_little_support_is_no_reason() -> None:
    # A table on four legs: a point of a corner down would need less, but then it could not stand.
    legs = [Manifold.cube((6, 6, 40)).translate((x, y, 0)) for x in (0, 54) for y in (0, 34)]
    table = Manifold.batch_boolean([Manifold.cube((60, 40, 5)).translate((0, 0, 40)), *legs], OpType.Add)
    least = serving(offered(table), "least-support")
    assert least.tip_deg >= 0
    assert turn_matrix(least.turn)[2] == pytest.approx((0, 0, -1), abs=1e-3)
    # A lip a millimetre above the bed.
    lip = Manifold.cube((30, 30, 30)) + Manifold.cube((32, 30, 5)).translate((0, 0, 1))
    assert serving(offered(lip), "least-support").turn == Turn()


def test_a_tilted_plate_is_laid_flat_exactly() -> None:
    flat = serving(offered(tilted_plate()), "flat-face")
    assert flat.contact_mm2 == pytest.approx(2400, rel=1e-3)
    assert flat.height_mm == pytest.approx(5.0, abs=1e-3)
    laid = mesh_of(tilted_plate(), flat.turn).on_bed()
    assert np.sort(laid.vertices[:, 2])[:4] == pytest.approx([0, 0, 0, 0], abs=1e-3)


def test_a_cube_on_its_side_stays_as_it_is() -> None:
    assert [choice.aims for choice in offered(Manifold.cube((20, 20, 20)))] == [AIMS]


def test_the_same_model_gets_the_same_choices() -> None:
    assert offered(mushroom()) == offered(mushroom())


def test_what_fits_the_bed_only_crosswise_is_turned_on_it() -> None:
    narrow = PrinterProfile("a", "A", bed_x_mm=50.0, bed_y_mm=220.0)
    flat = serving(orientations(mesh_of(Manifold.cube((10, 20, 100))), narrow, JobContext()), "flat-face")
    extents = mesh_of(Manifold.cube((10, 20, 100)), flat.turn).extents_mm
    assert extents == pytest.approx((20, 100, 10), abs=1e-3)


def test_nothing_cannot_be_laid_anywhere_and_a_search_can_be_stopped() -> None:
    with pytest.raises(MeshError):
        orientations(MeshModel(np.empty((0, 3)), np.empty((0, 3))), BED, JobContext())
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        orientations(mesh_of(mushroom()), BED, JobContext(token))


def test_the_air_below_a_table_is_what_is_below_its_top() -> None:
    top = Manifold.cube((60, 40, 4), True).translate((0, 0, 32))
    leg = Manifold.cube((10, 10, 30), True).translate((0, 0, 15))
    pose = Poser(mesh_of(top + leg), 120).measure(np.eye(3))
    assert pose.air_mm3 == pytest.approx((2400 - 100) * 30, rel=0.03)
    assert pose.lying_mm2 == pytest.approx(100, rel=1e-3)
    assert not pose.landed.any()


def test_supports_that_stand_on_the_model_end_there() -> None:
    foot = Manifold.cube((60, 40, 10), True).translate((0, 0, 5))
    leg = Manifold.cube((10, 40, 20), True).translate((-25, 0, 20))
    arm = Manifold.cube((60, 40, 5), True).translate((0, 0, 32.5))
    mesh = mesh_of(foot + leg + arm)
    pose = Poser(mesh, 120).measure(np.eye(3))
    assert pose.air_mm3 == pytest.approx(50 * 40 * 20, rel=0.03)
    middles = mesh.vertices[mesh.faces].mean(axis=1)[pose.landed]
    assert middles[:, 2] == pytest.approx(10, abs=1e-3)


@settings(max_examples=15, deadline=None)
@given(st.floats(-180, 180), st.floats(-80, 80), st.floats(-180, 180))
def test_the_measure_of_a_turned_model_is_that_of_the_pose(x: float, y: float, z: float) -> None:
    matrix = turn_matrix(Turn(x, y, z))
    ahead = Poser(mesh_of(mushroom()), 100).measure(matrix)
    turned = Poser(mesh_of(mushroom(), Turn(x, y, z)), 100)
    turned.pitch_mm = Poser(mesh_of(mushroom()), 100).pitch_mm
    there = turned.measure(np.eye(3))
    assert there.air_mm3 == pytest.approx(ahead.air_mm3, rel=0.03, abs=30)
    assert there.height_mm == pytest.approx(ahead.height_mm, rel=1e-4)


def test_a_rough_copy_keeps_its_volume_and_its_planes() -> None:
    fine = mesh_of(fine_ball())
    rough = clustered(fine, 5_000)
    assert 2_000 < rough.triangles < 10_000
    assert rough.volume_mm3 == pytest.approx(fine.volume_mm3, rel=0.02)
    assert clustered(rough, 20_000) is rough
    box = mesh_of(Manifold.cube((30, 30, 30)).refine(60))
    copy = clustered(box, 3_000)
    on_top = copy.vertices[(np.abs(copy.vertices[:, :2] - 15) < 10).all(axis=1), 2]
    assert set(np.round(on_top, 3)) == {0.0, 30.0}


def test_a_face_goes_down_with_all_that_lies_in_its_plane() -> None:
    mesh = mesh_of(tilted_plate())
    corners = mesh.vertices[mesh.faces].astype(float)
    areas = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    for face in np.argsort(-areas)[:4]:
        turn = lay_flat(mesh, int(face))
        assert mesh_of(tilted_plate(), turn).extents_mm[2] == pytest.approx(5, abs=1e-3)
        laid = mesh_of(tilted_plate(), turn).on_bed().vertices[mesh.faces[face], 2]
        assert laid == pytest.approx([0, 0, 0], abs=1e-3)


def test_laying_flat_goes_on_from_how_it_is_turned_already() -> None:
    before = Turn(30, 40, 50)
    box = Manifold.cube((10, 20, 30))
    turn = lay_flat(mesh_of(box, before), 0, before)
    assert min(abs(mesh_of(box, turn).extents_mm[2] - side) for side in (10, 20, 30)) < 1e-3


def test_a_rounded_side_comes_to_rest_nearby() -> None:
    mesh = mesh_of(Manifold.cylinder(40, 20, 20, 24).refine(3))
    wall = int(np.argmax(mesh.vertices[mesh.faces].mean(axis=1)[:, 0]))
    laid = mesh_of(Manifold.cylinder(40, 20, 20, 24), lay_flat(mesh, wall)).on_bed()
    assert (laid.vertices[:, 2] < 1e-3).sum() >= 4


def test_a_rounded_side_rests_where_the_weight_is_above_it() -> None:
    # An egg with a heavy end: clicked at its side it lies down, and never stands on its thin end.
    egg = Manifold.sphere(20, 64) + Manifold.cylinder(50, 15, 2, 64)
    mesh = mesh_of(egg)
    middles = mesh.vertices[mesh.faces].mean(axis=1)
    face = int(np.argmax(middles[:, 0] - 0.1 * np.abs(middles[:, 2])))
    laid = mesh_of(egg, lay_flat(mesh, face)).on_bed()
    low = laid.vertices[laid.vertices[:, 2] < 0.05]
    centre = centre_of_mass_mm(laid)
    assert low[:, 0].min() - 1e-3 <= centre[0] <= low[:, 0].max() + 1e-3
    assert laid.extents_mm[2] < 45


@pytest.mark.parametrize("face", [-1, 10_000])
def test_a_face_that_is_not_there_is_refused_in_words(face: int) -> None:
    with pytest.raises(InputError):
        lay_flat(mesh_of(mushroom()), face)
