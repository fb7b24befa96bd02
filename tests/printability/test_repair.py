"""Every fault is mended exactly, or refused honestly."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import Cancelled, MeshError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.mesh_merge import merged
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.geometry.topology import bodies, edge_table
from memoreez_desktop.printability.ladder.api import Wishes
from memoreez_desktop.printability.receipt import Repair
from memoreez_desktop.printability.repair import needs_repair
from memoreez_desktop.printability.repair import repair_mesh as climb
from tests.fakes.inline_ward import InlineWard


def repair_mesh(mesh: MeshModel, job: JobContext | None = None, *, flat_base: bool = True) -> Repair:
    """As it is meant, but quick: in this process, and coarse where a surface is made anew."""
    return climb(mesh, job, wishes=Wishes(flat_base=flat_base, remesh_cells=48), ward=InlineWard())


CUBE = to_mesh(Manifold.cube((20, 20, 20)))
BALL = to_mesh(Manifold.sphere(15, 48))


def together(*meshes: MeshModel) -> MeshModel:
    starts = np.cumsum([0, *(len(m.vertices) for m in meshes)])
    faces = [m.faces + start for m, start in zip(meshes, starts, strict=False)]
    return MeshModel(np.concatenate([m.vertices for m in meshes]), np.concatenate(faces))


def inverted(mesh: MeshModel) -> MeshModel:
    return MeshModel(mesh.vertices, mesh.faces[:, ::-1])


def loose(mesh: MeshModel) -> MeshModel:
    """As an STL has it: no face shares a vertex."""
    return MeshModel(mesh.vertices[mesh.faces].reshape(-1, 3), np.arange(mesh.triangles * 3).reshape(-1, 3))


def without(mesh: MeshModel, *faces: int) -> MeshModel:
    return MeshModel(mesh.vertices, np.delete(mesh.faces, faces, axis=0))


def turned(mesh: MeshModel, share: float) -> MeshModel:
    some = np.random.default_rng(3).random(mesh.triangles) < share
    return MeshModel(mesh.vertices, np.where(some[:, None], mesh.faces[:, ::-1], mesh.faces))


def with_nan(mesh: MeshModel) -> MeshModel:
    bad = MeshModel(np.array([[np.nan, 0, 0], [1, 0, np.inf], [0, 1, 0]]), np.array([[0, 1, 2]]))
    return together(bad, mesh)


def box(x: float, y: float, z: float, at: tuple[float, float, float] = (0, 0, 0)) -> MeshModel:
    return to_mesh(Manifold.cube((x, y, z)).translate(at))


def cracked(mesh: MeshModel) -> MeshModel:
    """No two faces agree on where their corners are, by a few hundred nm."""
    vertices = loose(mesh).vertices.astype(np.float64)
    shake = np.random.default_rng(1).uniform(-2e-4, 2e-4, vertices.shape)
    return MeshModel(vertices + shake, loose(mesh).faces)


def crossing_wall(mesh: MeshModel) -> MeshModel:
    """A single-layer wall through a cube, from edge to edge: three faces at each of its borders."""
    low, high = mesh.bounds_mm
    corners = [(low[0], low[1]), (high[0], high[1])]
    points = np.array([[*corners[k], z] for k, z in ((0, low[2]), (1, low[2]), (1, high[2]), (0, high[2]))])
    both = together(mesh, MeshModel(points, np.array([[0, 1, 2], [0, 2, 3]])))
    return merged(both.vertices, both.faces)


SHEET = MeshModel(
    np.array([[x, y, 0] for x in range(9) for y in range(9)]) * 5.0,
    np.array([[[k, k + 9, k + 10], [k, k + 10, k + 1]] for x in range(8) for k in range(9 * x, 9 * x + 8)]),
)
V = 8000.0
FAULTS: dict[str, tuple[MeshModel, float, int, set[str]]] = {
    "sound": (CUBE, V, 1, set()),
    "loose corners": (loose(CUBE), V, 1, set()),
    "one face turned": (turned(CUBE, 0.15), V, 1, {"turned-faces"}),
    "30 % of faces turned": (turned(BALL, 0.3), BALL.volume_mm3, 1, {"turned-faces", "cut-flat"}),
    "inside out": (inverted(CUBE), V, 1, {"turned-inside-out"}),
    "one face missing": (without(CUBE, 3), V, 1, {"closed-holes"}),
    "several holes": (without(CUBE, 0, 4, 7), V, 1, {"closed-holes"}),
    "doubled faces": (together(CUBE, MeshModel(CUBE.vertices, CUBE.faces[2:5])), V, 1, {"dropped-doubled"}),
    "everything doubled": (together(CUBE, CUBE), V, 1, {"dropped-doubled"}),
    "a doubled face turned": (
        together(CUBE, inverted(without(CUBE, *range(1, 12)))),
        V,
        1,
        {"dropped-doubled"},
    ),
    "NaN and infinity": (with_nan(CUBE), V, 1, {"dropped-placeless"}),
    "collapsed faces": (
        together(CUBE, MeshModel(np.zeros((2, 3)), np.array([[0, 1, 1]]))),
        V,
        1,
        {"dropped-collapsed"},
    ),
    "cracks": (cracked(CUBE), V, 1, {"closed-cracks"}),
    "two boxes that overlap": (
        together(CUBE, box(20, 20, 20, (15, 5, 0))),
        16000 - 5 * 15 * 20,
        1,
        {"joined-parts"},
    ),
    "one box inside another": (together(CUBE, box(4, 4, 4, (8, 8, 8))), V, 1, {"joined-parts"}),
    "two boxes that share a wall": (together(CUBE, box(20, 20, 20, (20, 0, 0))), 2 * V, 1, {"joined-parts"}),
    "two boxes apart": (together(CUBE, box(20, 20, 20, (30, 0, 0))), 2 * V, 2, set()),
    "a cavity": (together(CUBE, inverted(box(4, 4, 4, (8, 8, 8)))), V - 64, 2, set()),
    "a cavity, all inside out": (
        inverted(together(CUBE, inverted(box(4, 4, 4, (8, 8, 8))))),
        V - 64,
        2,
        {"turned-inside-out"},
    ),
    "a part inside out beside another": (
        together(CUBE, inverted(box(9, 9, 9, (30, 0, 0)))),
        V + 729,
        2,
        {"turned-parts"},
    ),
    "a torn part that overlaps": (
        together(CUBE, without(box(20, 20, 20, (15, 5, 0)), 2)),
        16000 - 5 * 15 * 20,
        1,
        {"closed-holes", "joined-parts"},
    ),
    "a loose sheet": (
        together(CUBE, MeshModel(np.array([[30, 0, 0], [40, 0, 0], [30, 9, 0]]), np.array([[0, 1, 2]]))),
        V,
        1,
        {"dropped-sheets"},
    ),
    "a crumb in the air": (together(CUBE, box(1, 1, 1, (30, 0, 10))), V, 1, {"dropped-specks"}),
    "a wall through it": (crossing_wall(CUBE), V, 1, {"dropped-sheets"}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_fault_is_mended_exactly(fault: str) -> None:
    mesh, volume, count, expected = FAULTS[fault]
    repair = repair_mesh(mesh, flat_base="cut-flat" in expected)
    result = repair.mesh
    table = edge_table(result.faces, len(result.vertices))
    assert table.watertight
    assert bodies(result.triangles, table.pairs)[0] == count
    assert {step.id for step in repair.steps} == expected
    tolerance = 0.02 if "cut-flat" in expected else 1e-4
    assert result.volume_mm3 == pytest.approx(volume, rel=tolerance)
    assert repair.after.watertight
    assert repair.after.volume_mm3 == pytest.approx(result.volume_mm3)
    assert result.bounds_mm[0, 2] == 0
    # What was read back from a file is the same solid.
    again = merged(loose(result).vertices, loose(result).faces)
    assert edge_table(again.faces, len(again.vertices)).watertight
    assert not needs_repair(result)


@pytest.mark.parametrize(
    ("mesh", "words"),
    [
        (MeshModel(np.zeros((0, 3)), np.zeros((0, 3))), "no surface"),
        (MeshModel(np.full((9, 3), np.nan), np.arange(9).reshape(3, 3)), "no surface"),
        (
            MeshModel(np.random.default_rng(2).random((300, 3)) * 50, np.arange(300).reshape(-1, 3)),
            "loose pieces",
        ),
        (
            MeshModel(np.random.default_rng(2).random((18000, 3)), np.arange(18000).reshape(-1, 3)),
            "loose pieces",
        ),
    ],
    ids=["empty", "nowhere", "soup", "cloud"],
)
def test_what_encloses_nothing_is_refused_in_words(mesh: MeshModel, words: str) -> None:
    with pytest.raises(MeshError, match=words) as caught:
        repair_mesh(mesh)
    assert caught.value.hint


def test_a_sound_mesh_keeps_every_triangle_and_gets_an_empty_receipt() -> None:
    repair = repair_mesh(CUBE)
    assert repair.steps == ()
    assert repair.deviation_p95_mm == 0
    assert repair.volume_change_ratio == 0
    assert np.array_equal(repair.mesh.faces, CUBE.faces)
    assert not needs_repair(CUBE)


def test_the_receipt_has_the_figures() -> None:
    repair = repair_mesh(together(without(CUBE, 3), box(20, 20, 20, (15, 5, 0))))
    assert not repair.before.watertight
    assert repair.before.open_edges == 3
    assert repair.after.open_edges == 0
    assert repair.after.bodies == 1
    assert 0 < repair.deviation_p95_mm < 6
    assert repair.volume_change_ratio < 0
    assert all(step.message and step.count for step in repair.steps)


@pytest.mark.parametrize("scale", [0.001, 0.05, 1.0])
def test_the_size_is_never_changed(scale: float) -> None:
    mesh = together(CUBE, box(20, 20, 20, (15, 5, 0))).scaled(scale)
    repair = repair_mesh(mesh)
    assert repair.mesh.extents_mm == pytest.approx((35 * scale, 25 * scale, 20 * scale), rel=1e-3)
    assert repair.mesh.volume_mm3 == pytest.approx(14500 * scale**3, rel=1e-3)


def test_a_ball_gets_the_smallest_cut_and_a_thing_on_a_tip_a_plinth() -> None:
    ball = repair_mesh(BALL)
    assert [step.id for step in ball.steps] == ["cut-flat"]
    assert ball.after.contact_mm2 > 50
    assert BALL.extents_mm[2] * 0.96 < ball.mesh.extents_mm[2] < BALL.extents_mm[2]
    tip = repair_mesh(to_mesh(Manifold.cylinder(60, 0.2, 15, 60)))
    assert [step.id for step in tip.steps] == ["added-plinth"]
    assert tip.after.contact_mm2 > 100
    assert tip.mesh.extents_mm[2] == pytest.approx(62.4, abs=1e-2)
    assert tip.deviation_p95_mm < 1e-4


def test_a_tiny_thing_gets_no_base_before_it_has_a_size() -> None:
    assert repair_mesh(BALL.scaled(0.02)).steps == ()


@settings(max_examples=30, deadline=None)
@given(
    st.sets(st.integers(0, BALL.triangles - 1), max_size=12),
    st.integers(0, 100),
    st.tuples(*[st.floats(-20, 20)] * 3),
)
@example(gone=set(), share=51, move=(-5.0, -5.0, -5.0))
def test_torn_turned_and_overlapping_it_becomes_one_closed_solid(
    gone: set[int], share: int, move: tuple[float, float, float]
) -> None:
    other = CUBE.moved(*move)
    exact = (Manifold.sphere(15, 48) + Manifold.cube((20, 20, 20)).translate(move)).volume()
    mesh = together(turned(without(BALL, *gone), share / 100), loose(other))
    repair = repair_mesh(mesh, flat_base=False)
    table = edge_table(repair.mesh.faces, len(repair.mesh.vertices))
    assert table.watertight
    # A covered hole of the ball is flat: twelve facets at most are lost.
    assert repair.mesh.volume_mm3 == pytest.approx(exact, rel=0.05)


@pytest.mark.parametrize("seed", range(60))
def test_a_tangle_becomes_a_solid_or_is_refused(seed: int) -> None:
    random = np.random.default_rng(seed)
    count = int(random.integers(4, 14))
    vertices = random.integers(-3, 4, (count, 3)) * 8.0 if seed % 2 else random.normal(size=(count, 3)) * 20
    tangle = MeshModel(vertices, random.integers(0, count, (int(random.integers(4, 40)), 3)))
    try:
        result = repair_mesh(tangle, flat_base=bool(seed % 3)).mesh
    except MeshError as refused:
        assert refused.hint  # noqa: PT017 - both ends are right here
        return
    assert edge_table(result.faces, len(result.vertices)).watertight
    assert result.volume_mm3 > 0


def test_repair_can_be_cancelled() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        repair_mesh(CUBE, JobContext(token))
