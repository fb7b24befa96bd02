"""The checks on shapes of which the answer is known."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.finding import CheckReport, Finding
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.geometry.shapes import rectangle
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.printability.catalog import check_catalog
from memoreez_desktop.printability.checks import check_mesh
from memoreez_desktop.printability.thin_walls import thin_parts

PRINTER = PrinterProfile("test", "test printer")


def box(x: float, y: float, z: float) -> Manifold:
    return Manifold.cube((x, y, z))


def report(solid: Manifold | MeshModel, *, quick: bool = False) -> CheckReport:
    mesh = to_mesh(solid) if isinstance(solid, Manifold) else solid
    return check_mesh(mesh, PRINTER, quick=quick)


def codes(solid: Manifold | MeshModel) -> set[str]:
    return {finding.code for finding in report(solid).findings}


def found(solid: Manifold | MeshModel, code: str) -> Finding:
    return next(finding for finding in report(solid).findings if finding.code == code)


def test_a_cube_is_perfect() -> None:
    result = report(box(20, 20, 20))
    assert [finding.code for finding in result.findings] == ["small-part"]
    assert result.score == 100
    assert result.watertight
    assert result.contact_mm2 == pytest.approx(400)
    assert result.volume_mm3 == pytest.approx(8000)
    assert result.size_mm == pytest.approx((20, 20, 20))
    assert result.bodies == 1


@pytest.mark.parametrize(("lean", "hanging_mm2"), [(30, 1200), (44, 1200), (46, 60), (60, 60)])
def test_overhang_of_a_leaning_plate(lean: float, hanging_mm2: float) -> None:
    # A plate 60 x 20 x 3: below 45 degrees from the bed its underside hangs, above it only its end.
    plate = to_mesh(box(60, 20, 3).rotate((0, -lean, 0)))
    finding = found(plate, "overhang")
    corners = plate.vertices.astype(float)[plate.faces[finding.faces]]
    area = (
        np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1).sum()
        / 2
    )
    assert area == pytest.approx(hanging_mm2, rel=1e-3)
    # Below 35 degrees from the bed it needs supports; from there to 45 it prints, rougher.
    assert finding.severity == ("warning" if lean < 35 else "info")


def test_overhang_of_a_t_is_the_underside_of_its_arms() -> None:
    finding = found(box(6, 20, 20).translate((17, 0, 0)) + box(40, 20, 4).translate((0, 0, 20)), "overhang")
    assert "6.8 cm²" in finding.message
    assert finding.fix == "supports"


def test_contact_of_a_ball_is_two_pi_r_z() -> None:
    result = report(Manifold.sphere(10, 200))
    assert result.contact_mm2 == pytest.approx(2 * np.pi * 10 * 0.1, rel=0.05)
    assert {"small-contact", "tips-easily"} <= {f.code for f in result.findings}
    assert "8°" in found(Manifold.sphere(10, 200), "tips-easily").message


def test_a_cone_on_its_tip_stands_on_a_point() -> None:
    finding = found(Manifold.cylinder(40, 0, 10, 60), "stands-on-a-point")
    assert finding.severity == "error"
    assert finding.fix == "flat-base"


def test_a_leaning_tower_falls_over() -> None:
    tower = box(10, 10, 5) + box(10, 10, 60).transform([[1, 0, 0.8, 0], [0, 1, 0, 0], [0, 0, 1, 0]])
    assert "falls-over" in codes(tower)


def test_a_plate_on_its_edge_is_offered_to_lie_down() -> None:
    plate = box(60, 3, 40)
    finding = found(plate, "tips-easily")
    assert finding.fix == "lie-down"
    corners = to_mesh(plate).vertices[to_mesh(plate).faces[finding.faces]]
    assert np.ptp(corners[..., 1]) == 0.0
    assert np.ptp(corners[..., 0]) == 60.0
    assert found(Manifold.cylinder(60, 3, 3, 64), "tips-easily").fix == "flat-base"


@pytest.mark.parametrize(
    ("thickness", "expected"),
    [(0.3, {"too-thin"}), (0.41, {"too-thin"}), (0.5, {"fragile"}), (0.81, set()), (1.2, set())],
)
def test_walls_against_one_and_two_lines(thickness: float, expected: set[str]) -> None:
    wall = to_mesh((box(30, thickness, 20) + box(30, 10, 1).translate((0, -4, 0))).refine(3))
    assert codes(wall) & {"too-thin", "fragile"} == expected
    for code in expected:
        faces = found(wall, code).faces
        middles = wall.vertices[wall.faces[faces]].mean(axis=1)
        assert len(faces)
        assert (middles[:, 2] > 1).all()


def test_a_wall_that_is_nothing_else_will_not_print() -> None:
    assert found(box(30, 0.35, 20), "too-thin").severity == "error"


def test_a_thin_pin_on_a_block() -> None:
    pin = Manifold.cylinder(10, 0.3, 0.3, 32).translate((5, 5, 2))
    assert "fragile" in codes(box(10, 10, 2) + pin)


@pytest.mark.parametrize("edge_mm", [60.0, 1.5])
@pytest.mark.parametrize("length", [14, 30])
@pytest.mark.parametrize("width", [10, 14])
def test_a_tongue_is_no_bridge_however_narrow_and_finely_divided(
    width: int, length: int, edge_mm: float
) -> None:
    tongue = box(length + 0.1, width, 4).translate((19.9, 5, 30))
    mesh = to_mesh((box(20, 40, 40) + tongue).refine_to_length(edge_mm))
    finding = found(mesh, "overhang")
    assert finding.severity == "warning"


@pytest.mark.parametrize("edge_mm", [60.0, 1.5])
@pytest.mark.parametrize(("gap", "said"), [(12, set()), (22, {"bridge"}), (36, {"overhang"})])
def test_a_bridge_is_good_or_sags_or_hangs_in_the_air(gap: int, said: set[str], edge_mm: float) -> None:
    walls = box(20, 40, 40) + box(20, 40, 40).translate((20 + gap, 0, 0))
    span = box(gap + 0.2, 10, 4).translate((19.9, 5, 30))
    mesh = to_mesh((walls + span).refine_to_length(edge_mm))
    assert codes(mesh) & {"bridge", "overhang"} == said
    if said == {"bridge"}:
        assert found(mesh, "bridge").amount == pytest.approx(gap, abs=1)


def test_raised_letters_are_seen_however_thin_their_layer() -> None:
    letter = box(20, 0.6, 0.6) + box(0.6, 20, 0.6)
    plate = box(60, 60, 80)
    assert "fragile" in codes(plate + letter.translate((10, 10, 80)))


@pytest.mark.parametrize("corners", [3, 4, 5, 8, 90])
def test_sharp_corners_are_not_thin_walls(corners: int) -> None:
    assert not codes(Manifold.cylinder(30, 20, 20, corners)) & {"too-thin", "fragile"}


@given(st.floats(0.1, 2.0), st.floats(5, 30))
def test_thin_parts_are_the_whole_strip_or_nothing(width: float, length: float) -> None:
    strip = rectangle(length, width)
    area = sum(part.area() for part in thin_parts(strip, 0.8))
    if width < 0.77:
        assert area == pytest.approx(strip.area(), rel=0.01)
    elif width > 0.8:
        assert area == 0


@pytest.mark.parametrize(
    ("size", "fix", "words"),
    [
        ((230, 50, 10), "resize", "95 %"),
        ((50, 50, 300), "resize", "83 %"),
        ((215, 150, 10), "", ""),
        ((200, 150, 10), "", ""),
    ],
)
def test_what_does_not_fit_is_told_how_it_fits(size: tuple[float, ...], fix: str, words: str) -> None:
    result = report(box(*size))
    wrong = [f for f in result.findings if f.code == "too-large"]
    assert bool(wrong) == bool(fix)
    for finding in wrong:
        assert finding.fix == fix
        assert words in finding.hint


def test_what_fits_when_turned_is_told_so() -> None:
    long_bed = PrinterProfile("long", "long printer", bed_x_mm=100, bed_y_mm=300)
    findings = check_mesh(to_mesh(box(280, 80, 20)), long_bed).findings
    assert [f.fix for f in findings if f.code == "too-large"] == ["turn"]


def test_holes_crowded_edges_flipped_faces_and_inside_out() -> None:
    cube = to_mesh(box(20, 20, 20))
    torn = MeshModel(cube.vertices, cube.faces[1:])
    assert not report(torn).watertight
    assert found(torn, "open-edges").message == "The surface has a hole."
    assert len(found(torn, "open-edges").faces) == 3
    fin = np.array([[*cube.faces[0][:2], 8]], dtype=np.int32)
    crowded = MeshModel(np.r_[cube.vertices, [[50, 50, 50]]], np.r_[cube.faces, fin])
    assert len(found(crowded, "non-manifold-edges").faces) == 3
    turned = np.array(cube.faces)
    turned[[2, 5]] = turned[[2, 5], ::-1]
    assert found(MeshModel(cube.vertices, turned), "flipped-faces").faces.tolist() == [2, 5]
    assert "inside-out" in codes(MeshModel(cube.vertices, cube.faces[:, ::-1]))


def test_faces_are_counted_in_the_mesh_that_was_handed_in() -> None:
    cube = to_mesh(box(20, 20, 20))
    # Loose corners, as an STL has them, behind one collapsed and one unplaceable face.
    corners = cube.vertices[cube.faces[1:]].reshape(-1, 3)
    corners = np.r_[np.zeros((3, 3)), np.full((3, 3), np.nan), corners].astype(np.float32)
    loose = MeshModel(corners, np.arange(len(corners), dtype=np.int32).reshape(-1, 3))
    faces = found(loose, "open-edges").faces
    assert faces.min() >= 2
    shared = np.isin(cube.faces[faces - 1], cube.faces[0]).sum(axis=1)
    assert (shared == 2).all()


def test_a_hidden_hollow_is_no_second_body() -> None:
    result = report(box(20, 20, 20) - Manifold.sphere(6, 64).translate((10, 10, 10)))
    assert "hidden-hollow" in {f.code for f in result.findings}
    assert "several-bodies" not in {f.code for f in result.findings}


def test_two_pieces_side_by_side_and_one_in_the_air() -> None:
    assert found(box(20, 20, 20) + box(20, 20, 20).translate((30, 0, 0)), "several-bodies").severity == "info"
    floating = found(box(20, 20, 20) + box(4, 4, 4).translate((8, 8, 23)), "several-bodies")
    assert floating.severity == "warning"
    assert len(floating.faces) == 12


@pytest.mark.parametrize(("size", "words"), [(0.08, "metres"), (3.0, "inches"), (10.5, "")])
def test_tiny_things_were_meant_in_another_unit(size: float, words: str) -> None:
    findings = [f for f in report(box(size, size, size)).findings if f.code == "tiny"]
    assert bool(findings) == bool(words)
    assert all(words in f.hint and f.fix == "resize" for f in findings)


@pytest.mark.parametrize(
    "mesh",
    [
        MeshModel(np.zeros((0, 3)), np.zeros((0, 3))),
        MeshModel(np.full((3, 3), np.nan), np.array([[0, 1, 2]])),
        MeshModel(np.zeros((3, 3)), np.array([[0, 1, 2]])),
    ],
    ids=["empty", "nowhere", "collapsed"],
)
def test_nothing_is_an_error_not_a_crash(mesh: MeshModel) -> None:
    result = check_mesh(mesh, PRINTER)
    assert [f.code for f in result.findings] == ["nothing"]
    assert not result.watertight


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 30), st.randoms(use_true_random=False))
def test_any_soup_of_triangles_gets_a_report(count: int, random) -> None:
    vertices = np.array([[random.uniform(-50, 50) for _ in range(3)] for _ in range(count + 2)])
    faces = np.array([[random.randrange(count + 2) for _ in range(3)] for _ in range(count)])
    mesh = MeshModel(vertices, faces)
    for quick in (False, True):
        result = check_mesh(mesh, PRINTER, quick=quick)
        assert not result.watertight
        for finding in result.findings:
            assert finding.message
            assert finding.hint
            assert set(finding.faces.tolist()) <= set(range(count))


def test_every_member_of_the_catalog_describes_itself() -> None:
    for check in check_catalog():
        assert check.id == check.info.id
        assert check.info.label


def test_checking_can_be_cancelled() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        check_mesh(to_mesh(box(1, 1, 1)), PRINTER, JobContext(token))


def test_a_whole_report_is_quick() -> None:
    mesh = to_mesh(Manifold.sphere(40, 440))
    assert mesh.triangles > 90_000
    check_mesh(mesh, PRINTER)
    start = time.process_time()
    check_mesh(mesh, PRINTER)
    assert time.process_time() - start < 2.0
