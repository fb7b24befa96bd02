"""A recipe walked over a raw sculpture: the same bytes whatever was made before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import Cancelled, InputError, MeshError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import STEP_TYPES, Foot, Mirror, Pedestal, Size, Turn
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.geometry.standing import stands
from memoreez_desktop.geometry.topology import edge_table
from memoreez_desktop.services.shape_keepsake import Shelf, shape_keepsake
from memoreez_desktop.studio.steps.catalog import APPLIERS

FOOT = to_mesh(Manifold.cube((30, 20, 10)) + Manifold.cube((5, 5, 25)))
BALL = to_mesh(Manifold.sphere(20, 64))
CONE = to_mesh(Manifold.cylinder(40, 0.2, 25, 48))


def made(mesh: MeshModel, *steps: object, shelf: Shelf | None = None, final: bool = True) -> MeshModel:
    recipe = KeepsakeRecipe(tuple(steps))  # type: ignore[arg-type]
    return shape_keepsake(mesh, recipe, JobContext(), shelf=shelf, final=final).mesh


@given(st.sampled_from("xyz"), st.booleans(), *[st.floats(-360, 360)] * 3)
def test_turning_and_mirroring_keep_the_solid(
    axis: str, mirrored: bool, x: float, y: float, z: float
) -> None:
    steps = (*((Mirror(axis),) if mirrored else ()), Turn(x, y, z))  # type: ignore[arg-type]
    mesh = made(FOOT, *steps)
    assert mesh.volume_mm3 == pytest.approx(FOOT.volume_mm3, rel=1e-4)
    assert edge_table(mesh.faces, len(mesh.vertices)).watertight
    assert mesh.bounds_mm[0, 2] == pytest.approx(0, abs=1e-5)


def test_quarter_turns_are_exact() -> None:
    assert made(FOOT, Turn(y_deg=90)).extents_mm == pytest.approx((25, 20, 30))


def test_the_size_counts_after_the_turn_and_the_raw_sculpture_stays() -> None:
    before = FOOT.digest
    mesh = made(FOOT, Turn(y_deg=90), Size(height_mm=60))
    assert mesh.extents_mm == pytest.approx((50, 40, 60), rel=1e-5)
    assert FOOT.digest == before


def test_no_steps_only_put_it_on_the_bed() -> None:
    assert made(FOOT).digest == FOOT.on_bed().digest


def test_an_open_surface_is_placed_without_a_foot_and_refused_for_all_else() -> None:
    torn = MeshModel(FOOT.vertices, FOOT.faces[:-2])
    assert made(torn, Size(height_mm=50)).extents_mm[2] == pytest.approx(50)
    shown = shape_keepsake(torn, KeepsakeRecipe((Size(height_mm=50), Foot())), JobContext())
    assert shown.mesh.extents_mm[2] == pytest.approx(50)
    assert [note.number for note in shown.notes] == [1]
    with pytest.raises(MeshError):
        made(torn, Pedestal())


def test_a_ball_gets_a_foot_by_a_cut_and_a_cone_by_a_plinth() -> None:
    shaped = {
        "cut_mm": shape_keepsake(BALL, KeepsakeRecipe((Foot(),)), JobContext()),
        "height_mm": shape_keepsake(CONE, KeepsakeRecipe((Foot(),)), JobContext()),
    }
    for value, keepsake in shaped.items():
        assert stands(keepsake.mesh)
        assert edge_table(keepsake.mesh.faces, len(keepsake.mesh.vertices)).watertight
        (note,) = keepsake.notes
        assert note.number == 0
        assert value in note.values


def test_what_stands_is_left_exactly_as_it_is() -> None:
    shelf = Shelf()
    assert made(FOOT, Foot(), shelf=shelf).digest == FOOT.on_bed().digest
    assert made(FOOT, Foot(), shelf=shelf, final=False).digest == FOOT.on_bed().digest


@pytest.mark.parametrize("size_mm", [0.5, 3000, float("nan")])
def test_a_size_that_cannot_be_made_is_refused(size_mm: float) -> None:
    with pytest.raises(InputError):
        made(BALL, Size(height_mm=size_mm), Foot())


def test_it_stops_when_asked() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        shape_keepsake(BALL, KeepsakeRecipe((Foot(),)), JobContext(token))


def test_every_step_has_somebody_who_does_it() -> None:
    assert set(APPLIERS) == {step.kind for step in STEP_TYPES}
