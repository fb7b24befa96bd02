"""Each rung where its fault is: what comes out is known, and what was done is told."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.deviation import deviation
from memoreez_desktop.geometry.mesh_merge import merged
from memoreez_desktop.geometry.solids import to_mesh, to_solid
from memoreez_desktop.geometry.topology import edge_table
from memoreez_desktop.printability.ladder.api import Wishes
from memoreez_desktop.printability.ladder.catalog import rung_catalog
from memoreez_desktop.printability.receipt import Repair
from memoreez_desktop.printability.repair import needs_repair
from memoreez_desktop.printability.repair import repair_mesh as climb
from tests.fakes.inline_ward import InlineWard

BOX = to_mesh(Manifold.cube((20, 20, 20)))
BALL = to_mesh(Manifold.sphere(20, 64))


def repair(mesh: MeshModel, **wishes: object) -> Repair:
    """Quickly: in this process, and coarse where a surface is made anew."""
    all_wishes = Wishes(**{"flat_base": False, "remesh_cells": 64, **wishes})
    return climb(mesh, wishes=all_wishes, ward=InlineWard())


def ids(made: Repair) -> set[str]:
    return {step.id for step in made.steps}


def together(*meshes: MeshModel) -> MeshModel:
    starts = np.cumsum([0, *(len(m.vertices) for m in meshes)])
    faces = [m.faces + start for m, start in zip(meshes, starts, strict=False)]
    return MeshModel(np.concatenate([m.vertices for m in meshes]), np.concatenate(faces))


def ball(radius: float) -> MeshModel:
    return to_mesh(Manifold.sphere(radius, 48))


def inverted(mesh: MeshModel) -> MeshModel:
    return MeshModel(mesh.vertices, mesh.faces[:, ::-1])


def printable(mesh: MeshModel) -> bool:
    """As a reader of STL and a boolean library see it."""
    again = merged(mesh.vertices[mesh.faces].reshape(-1, 3), np.arange(3 * mesh.triangles).reshape(-1, 3))
    return edge_table(again.faces, len(again.vertices)).watertight and to_solid(again).volume() > 0


def wave(across: int = 30) -> MeshModel:
    x, y = np.meshgrid(np.arange(across), np.arange(across), indexing="ij")
    points = np.stack([x, y, 3 * np.sin(x / 5) + 2 * np.cos(y / 4)], axis=-1).reshape(-1, 3)
    q = np.arange((across - 1) * across).reshape(-1, across)[:, :-1].ravel()
    faces = [[q, q + across, q + across + 1], [q, q + across + 1, q + 1]]
    return MeshModel(points, np.concatenate([np.stack(f, axis=1) for f in faces]))


def klein_bottle(n: int = 40) -> MeshModel:
    """The figure-eight immersion: one side only, crossing itself, no open edge."""
    i, j = np.meshgrid(np.arange(n), np.arange(n), indexing="ij")
    u, v = 2 * np.pi * i / n, 2 * np.pi * j / n
    eight = np.cos(u / 2) * np.sin(v) - np.sin(u / 2) * np.sin(2 * v)
    radius = 20 + 6 * eight
    height = 6 * (np.sin(u / 2) * np.sin(v) + np.cos(u / 2) * np.sin(2 * v))
    points = np.stack([radius * np.cos(u), radius * np.sin(u), height], axis=-1).reshape(-1, 3)

    def at(a: int, b: int) -> int:
        return (a % n) * n + ((b if a < n else -b) % n)

    quads = [(at(a, b), at(a + 1, b), at(a + 1, b + 1), at(a, b + 1)) for a in range(n) for b in range(n)]
    corners = np.array(quads)
    return MeshModel(points, np.concatenate([corners[:, [0, 1, 2]], corners[:, [0, 2, 3]]]))


def pushed_through(mesh: MeshModel) -> MeshModel:
    """A dent so deep that it comes out on the other side."""
    points = mesh.vertices.astype(np.float64)
    near = np.exp(-((points - (20, 0, 0)) ** 2).sum(axis=1) / 60)
    return MeshModel(points - near[:, None] * (60, 0, 0), mesh.faces)


def test_an_inner_skin_is_left_out_unless_it_was_meant() -> None:
    double = together(BALL, inverted(ball(17)))
    solid = repair(double)
    assert ids(solid) == {"filled-skins"}
    assert solid.mesh.volume_mm3 == pytest.approx(BALL.volume_mm3, rel=1e-5)
    hollow = repair(double, leave=frozenset({"filled-skins"}))
    assert hollow.steps == ()
    assert hollow.mesh.volume_mm3 == pytest.approx(BALL.volume_mm3 - ball(17).volume_mm3, rel=1e-5)


def test_an_inner_skin_wound_outwards_is_swallowed() -> None:
    made = repair(together(BALL, ball(17)))
    assert made.mesh.volume_mm3 == pytest.approx(BALL.volume_mm3, rel=1e-4)
    assert made.after.bodies == 1


def test_what_rattles_in_a_hollow_stays() -> None:
    rattle = together(BALL, inverted(ball(9)), ball(4))
    expected = BALL.volume_mm3 - ball(9).volume_mm3 + ball(4).volume_mm3
    assert repair(rattle).mesh.volume_mm3 == pytest.approx(expected, rel=1e-3)


def test_a_bowl_keeps_its_inside() -> None:
    bowl = to_mesh(Manifold.sphere(20, 48).trim_by_plane((0, 0, -1), 0) - Manifold.sphere(17, 48))
    assert repair(bowl).steps == ()


def test_crumbs_are_left_out_and_larger_pieces_named_and_kept() -> None:
    crumb, piece = ball(0.4).moved(30, 0, 5), ball(4).moved(0, 40, 5)
    made = repair(together(BALL, crumb, piece))
    assert ids(made) == {"dropped-specks"}
    assert made.after.bodies == 2
    assert "1" in made.steps[0].message
    assert "2" in made.steps[0].message
    assert repair(together(BALL, crumb, piece), leave=frozenset({"dropped-specks"})).after.bodies == 3


@pytest.mark.parametrize("sheet", ["flat", "wave"])
def test_a_sheet_becomes_a_plate_of_the_thickness_that_is_told(sheet: str) -> None:
    flat = MeshModel([[0, 0, 0], [40, 0, 0], [40, 30, 0], [0, 30, 0]], [[0, 1, 2], [0, 2, 3]])
    mesh = flat if sheet == "flat" else wave()
    corners = mesh.vertices[mesh.faces].astype(float)
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    made = repair(mesh, sheet_mm=2.0)
    assert ids(made) == {"thickened-sheet"}
    assert "2 mm" in made.steps[0].message
    assert made.mesh.volume_mm3 == pytest.approx(area.sum() / 2 * 2.0, rel=0.02)
    assert made.steps[0].p95_mm == pytest.approx(1.0, abs=0.05)
    with pytest.raises(MeshError, match="without thickness"):
        repair(mesh, leave=frozenset({"thickened-sheet"}))


def test_a_surface_that_comes_out_on_its_other_side_is_made_anew() -> None:
    mesh = pushed_through(BALL)
    assert edge_table(mesh.faces, len(mesh.vertices)).watertight
    assert needs_repair(mesh)
    made = repair(mesh)
    assert "made-anew" in ids(made)
    assert printable(made.mesh)


def test_a_surface_of_one_side_becomes_a_solid() -> None:
    made = repair(klein_bottle())
    assert "made-anew" in ids(made)
    assert printable(made.mesh)


def test_cracks_at_a_t_junction_are_closed_exactly() -> None:
    """A vertex in the middle of a side that the neighbour does not know of."""
    split = MeshModel(
        np.concatenate([BOX.vertices, BOX.vertices[BOX.faces[0][:2]].mean(axis=0, keepdims=True)]),
        np.concatenate([BOX.faces[1:], [[BOX.faces[0][0], 8, BOX.faces[0][2]]], [[8, *BOX.faces[0][1:]]]]),
    )
    made = repair(split)
    assert printable(made.mesh)
    assert made.mesh.volume_mm3 == pytest.approx(8000, rel=1e-6)
    assert made.deviation_max_mm < 1e-5


@pytest.mark.parametrize("sides", [3, 4, 7, 24, 60])
def test_a_flat_hole_of_any_number_of_edges_is_closed_exactly(sides: int) -> None:
    prism = to_mesh(Manifold.cylinder(20, 10, 10, sides))
    top = prism.vertices[prism.faces][:, :, 2].min(axis=1) > 19.9
    made = repair(MeshModel(prism.vertices, prism.faces[~top]))
    assert ids(made) == {"closed-holes"}
    assert made.mesh.volume_mm3 == pytest.approx(prism.volume_mm3, rel=1e-5)
    # What was a hole has no distance to itself; its middle is as far from the rim as it is wide.
    assert made.steps[0].max_mm > 4
    assert made.steps[0].count == 1


def test_each_step_keeps_the_mesh_before_it() -> None:
    torn = MeshModel(BOX.vertices, np.concatenate([BOX.faces[1:], BOX.faces[4:6]]))
    made = repair(torn)
    assert [step.id for step in made.steps] == ["dropped-doubled", "closed-holes"]
    assert made.steps[0].mesh_before is not None
    assert np.array_equal(made.steps[0].mesh_before.faces, torn.faces)
    assert made.steps[1].mesh_before.triangles == 11
    assert all(step.seconds >= 0 for step in made.steps)


def test_what_is_mended_is_not_mended_again() -> None:
    for mesh in (
        together(BALL, inverted(ball(17))),
        together(BOX, BOX.moved(9, 5, 3)),
        wave(),
        together(BOX, BOX.moved(20, 20, 0)),
    ):
        once = repair(mesh)
        twice = repair(once.mesh)
        assert twice.steps == ()
        assert np.array_equal(twice.mesh.faces, once.mesh.faces)


def test_rungs_have_names_for_people() -> None:
    assert len(rung_catalog()) == len({rung.info.label for rung in rung_catalog()})
    assert all(rung.id == rung.info.id and rung.info.limit_s <= 120 for rung in rung_catalog())


@settings(max_examples=40, deadline=None)
@given(
    st.floats(0, 0.04),
    st.floats(0, 0.5),
    st.integers(0, 40),
    st.booleans(),
    st.integers(0, 1000),
)
def test_a_sound_solid_with_any_damage_becomes_sound_again(
    gone: float, turned: float, doubled: int, loose: bool, seed: int
) -> None:
    random = np.random.default_rng(seed)
    faces = BALL.faces[random.random(BALL.triangles) >= gone]
    faces = np.concatenate([faces, faces[:doubled]])
    flip = random.random(len(faces)) < turned
    faces = np.where(flip[:, None], faces[:, ::-1], faces)
    mesh = MeshModel(BALL.vertices, faces)
    if loose:
        mesh = MeshModel(mesh.vertices[faces].reshape(-1, 3), np.arange(3 * len(faces)).reshape(-1, 3))
    made = repair(mesh)
    assert printable(made.mesh)
    assert made.mesh.volume_mm3 == pytest.approx(BALL.volume_mm3, rel=0.03)
    away = deviation(BALL.on_bed(), made.mesh, probes=1000)
    assert away.p95_mm < 0.3
    assert repair(made.mesh).steps == ()


def test_the_way_to_the_bed_is_told() -> None:
    for mesh in (BALL.moved(50, -30, 7), together(BALL, ball(0.4).moved(30, 0, 5)).moved(3, 4, 5)):
        made = repair(mesh)
        back = made.mesh.moved(*(-step for step in made.placed_mm))
        assert deviation(BALL, back.moved(*(BALL.bounds_mm[0] - back.bounds_mm[0])), probes=100).max_mm < 1e-4
        assert deviation(mesh, back, probes=500).p50_mm < 1e-4


def test_a_body_that_encloses_nothing_does_not_spoil_the_rest() -> None:
    """As a surface made anew leaves it: closed, wound inwards, as good as no volume, within the solid."""
    corners = np.array([[0, 0, 0], [0.03, 0, 0], [0, 0.03, 0], [0, 0, 0.03]], np.float32) + np.float32(9)
    sliver = MeshModel(corners, np.array([[0, 1, 2], [0, 3, 1], [1, 3, 2], [0, 2, 3]], np.int32))
    cube = to_mesh(Manifold.cube((20, 20, 20)))
    made = repair(together(cube, sliver))
    assert printable(made.mesh)
    assert made.after.bodies == 1
    assert made.after.volume_mm3 == pytest.approx(8000, rel=1e-4)
