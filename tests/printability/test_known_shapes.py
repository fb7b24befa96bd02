"""Every check within its stated tolerance on shapes of which the answer is known."""

from __future__ import annotations

import math

import numpy as np
import pytest
from manifold3d import Manifold

from memoreez_desktop.core.finding import CheckReport, Finding
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.geometry.lettering import text_line
from memoreez_desktop.geometry.shapes import rectangle
from memoreez_desktop.geometry.solids import extrude, to_mesh
from memoreez_desktop.printability.checks import check_mesh

PRINTER = PrinterProfile("test", "test printer")


def box(x: float, y: float, z: float) -> Manifold:
    return Manifold.cube((x, y, z))


def at(solid: Manifold, *place: float) -> Manifold:
    return solid.translate(place)


def report(solid: Manifold | MeshModel, printer: PrinterProfile = PRINTER) -> CheckReport:
    return check_mesh(solid if isinstance(solid, MeshModel) else to_mesh(solid), printer)


def found(solid: Manifold | MeshModel, code: str) -> Finding | None:
    return next((finding for finding in report(solid).findings if finding.code == code), None)


def amount(solid: Manifold | MeshModel, code: str) -> float:
    finding = found(solid, code)
    assert finding is not None
    assert finding.place_mm is not None
    return finding.amount


@pytest.mark.parametrize("finer", [1, 4])
def test_a_floating_cube_is_an_island_of_its_own_size(finer: int) -> None:
    solid = (box(20, 20, 5) + at(box(4, 4, 4), 8, 8, 8)).refine(finer)
    finding = found(solid, "island")
    assert finding is not None
    assert finding.amount == pytest.approx(16, rel=0.05)
    assert finding.place_mm[2] == pytest.approx(8)
    assert finding.fix == "supports"


def test_stalactites_begin_in_the_air_and_dents_do_not() -> None:
    roof = box(30, 30, 3)
    gate = at(roof, 0, 0, 30) + box(3, 30, 31) + at(box(3, 30, 31), 27, 0, 0)
    drops = [at(box(2, 2, 6), x, 14, 25) for x in (8, 14, 20)]
    assert found(gate, "island") is None
    assert amount(gate + drops[0] + drops[1] + drops[2], "island") == pytest.approx(12, rel=0.05)
    assert "3 parts" in found(gate + drops[0] + drops[1] + drops[2], "island").message
    dented = box(30, 30, 10) - at(Manifold.sphere(4, 32), 15, 15, 10)
    assert found(dented, "island") is None


def test_what_begins_inside_of_another_body_does_not_begin_in_the_air() -> None:
    inside = to_mesh(at(box(5, 5, 30), 5, 5, 8))
    outer = to_mesh(box(15, 15, 20))
    both = MeshModel(
        np.r_[outer.vertices, inside.vertices], np.r_[outer.faces, inside.faces + len(outer.vertices)]
    )
    assert found(both, "island") is None


@pytest.mark.parametrize("span", [18.0, 22.0, 28.0])
def test_a_table_is_a_bridge_from_leg_to_leg(span: float) -> None:
    table = box(6, 20, 20) + at(box(6, 20, 20), 6 + span, 0, 0) + at(box(12 + span, 20, 4), 0, 0, 20)
    assert amount(table, "bridge") == pytest.approx(span, abs=1)
    assert found(table, "overhang") is None


def test_a_t_has_arms_and_no_bridge() -> None:
    solid = at(box(6, 20, 20), 17, 0, 0) + at(box(40, 20, 4), 0, 0, 20)
    assert amount(solid, "overhang") == pytest.approx(680, rel=0.01)
    assert found(solid, "bridge") is None


@pytest.mark.parametrize(("gap", "severity"), [(0.3, "warning"), (0.37, "warning"), (0.42, ""), (0.6, "")])
def test_bodies_too_close_together_fuse(gap: float, severity: str) -> None:
    solid = box(10, 10, 5) + at(box(10, 10, 5), 10 + gap, 0, 0)
    finding = found(solid, "gap-fuses")
    assert (finding.severity if finding else "") == severity
    if finding:
        assert finding.amount == pytest.approx(gap * 50, rel=0.05)


def test_a_groove_of_one_body_is_worth_a_word_only() -> None:
    finding = found(box(20, 20, 8) - at(box(0.3, 30, 6), 10, -1, 3), "gap-fuses")
    assert finding is not None
    assert finding.severity == "info"
    assert finding.amount == pytest.approx(0.3 * 20 * 5, rel=0.05)


@pytest.mark.parametrize("diameter", [1.0, 2.0, 2.8])
def test_a_pin_is_as_thick_as_it_is(diameter: float) -> None:
    pin = Manifold.cylinder(8 * diameter, diameter / 2, diameter / 2, 64)
    assert amount(box(20, 20, 5) + at(pin, 10, 10, 4), "neck") == pytest.approx(diameter, rel=0.05)


@pytest.mark.parametrize(("diameter", "weak"), [(2.0, True), (3.3, False)])
def test_the_neck_of_a_bust(diameter: float, weak: bool) -> None:
    neck = Manifold.cylinder(8, diameter / 2, diameter / 2, 48)
    bust = box(20, 20, 10) + at(neck, 10, 10, 9) + at(Manifold.sphere(10, 64), 10, 10, 25)
    finding = found(bust, "neck")
    assert (finding is not None) is weak
    if finding:
        carried = math.pi * 4 / 3 * 1000
        assert f"carries {carried / 1000:.1f} cm³" in finding.message
        assert 10 < finding.place_mm[2] < 15.5


def test_legs_carry_together_and_a_cone_is_no_neck() -> None:
    table = at(box(30, 30, 5), 0, 0, 20)
    for x, y in ((1, 1), (26, 1), (1, 26), (26, 26)):
        table += at(box(2.5, 2.5, 21), x, y, 0)
    assert found(table, "neck") is None
    assert found(Manifold.cylinder(40, 10, 0, 60), "neck") is None


def test_a_leaning_arm_hangs_on_by_its_neck() -> None:
    lean = math.tan(math.radians(40))
    arm = Manifold.cylinder(20, 0.75, 0.75, 32).transform([[1, 0, lean, 0], [0, 1, 0, 0], [0, 0, 1, 0]])
    solid = box(20, 20, 6) + at(arm, 10, 10, 5) + at(Manifold.sphere(4, 32), 10 + 20 * lean, 10, 26)
    assert amount(solid, "neck") == pytest.approx(1.5, rel=0.1)


def test_a_bottle_with_a_hidden_void_and_what_hangs_in_it() -> None:
    void = at(Manifold.sphere(8, 96), 15, 15, 15)
    bottle = box(30, 30, 30) - void
    finding = found(bottle, "hidden-hollow")
    assert finding is not None
    assert finding.severity == "info"
    assert finding.amount == pytest.approx(void.volume(), rel=0.01)
    assert report(bottle).errors == 0
    hanging = bottle + at(box(2, 2, 9), 14, 14, 15)
    assert found(hanging, "island-in-hollow").severity == "error"
    assert found(hanging, "island") is None


def test_a_sphere_stands_on_a_point_of_known_area() -> None:
    assert amount(Manifold.sphere(10, 200), "small-contact") == pytest.approx(
        2 * math.pi * 10 * 0.1, rel=0.05
    )
    assert found(Manifold.sphere(10, 200), "tips-easily").amount == pytest.approx(7.9, abs=0.5)


def test_top_heavy_and_slim() -> None:
    mushroom = Manifold.cylinder(30, 6.5, 6.5, 48) + at(Manifold.cylinder(14, 15, 15, 48), 0, 0, 30)
    finding = found(mushroom, "top-heavy")
    assert finding is not None
    volumes = math.pi * 6.5**2 * 30, math.pi * 15**2 * 14
    assert finding.amount == pytest.approx((volumes[0] * 15 + volumes[1] * 37) / sum(volumes), rel=0.01)
    assert finding.fix == "flat-base"
    assert found(box(10, 10, 79), "slim-foot") is None
    assert found(box(10, 10, 82), "slim-foot").fix == "brim"


def stroke_sign(stroke: float, *, side: bool, raised: bool) -> Manifold:
    """A plate with an E of known stroke, lying down or standing up."""
    back = rectangle(stroke, 12)
    letter = back
    for y in (-5, 0, 5):
        letter += rectangle(6, stroke).translate((3, y))
    plate = extrude(rectangle(30, 30), 4)
    relief = extrude(letter, 1.0, 3.5 if raised else 3.2)
    made = plate + relief if raised else plate - relief
    return made.rotate((90, 0, 0)) if side else made


@pytest.mark.parametrize(
    ("stroke", "said"),
    [(0.3, {"text-vanishes"}), (0.42, {"text-vanishes"}), (0.5, {"text-fine"}), (0.65, set()), (1.2, set())],
)
def test_raised_strokes_on_a_side(stroke: float, said: set[str]) -> None:
    codes = {f.code for f in report(stroke_sign(stroke, side=True, raised=True)).findings}
    assert codes & {"text-vanishes", "text-fine"} == said


@pytest.mark.parametrize("side", [True, False])
@pytest.mark.parametrize(("stroke", "closes"), [(0.3, True), (0.37, True), (0.43, False), (0.8, False)])
def test_engraved_strokes_on_a_side_and_on_the_top(stroke: float, closes: bool, side: bool) -> None:
    finding = found(stroke_sign(stroke, side=side, raised=False), "counters-close")
    assert (finding is not None) is closes
    if finding:
        assert finding.amount == pytest.approx(stroke * (12 + 18 - 3 * stroke), rel=0.2)


@pytest.mark.parametrize(("cap_mm", "said"), [(1.5, "text-vanishes"), (2.1, "text-fine"), (7.0, "")])
def test_letters_of_a_bold_face_have_a_quarter_of_their_height_as_stroke(cap_mm: float, said: str) -> None:
    letters = extrude(text_line("KARL", cap_mm, "sans").shape, 0.8, 2.9)
    sign = (extrude(rectangle(40, 20).translate((0, 2)), 3) + letters).rotate((90, 0, 0))
    codes = {f.code for f in report(sign).findings}
    assert codes & {"text-vanishes", "text-fine"} == ({said} if said else set())


@pytest.mark.parametrize(
    ("size", "small"),
    [
        ((20, 20, 20), True),
        ((30, 8, 8), True),
        ((8, 8, 45), True),
        ((8, 8, 56), False),
        ((31, 31, 8), False),
        ((10, 10, 70), False),
    ],
)
def test_small_parts_in_any_position(size: tuple[float, ...], small: bool) -> None:
    for turn in ((0, 0, 0), (0, 90, 0), (30, 20, 10)):
        assert (found(box(*size).rotate(turn), "small-part") is not None) is small


def test_a_small_piece_of_a_large_thing_counts() -> None:
    finding = found(box(60, 60, 5) + at(box(8, 8, 8), 70, 0, 0), "small-part")
    assert finding is not None
    assert "piece" in finding.message
    assert len(finding.faces) == 12


def test_the_corner_a_printer_needs_for_itself() -> None:
    cutter = PrinterProfile("p", "P", bed_x_mm=256, bed_y_mm=256, bed_exclude_area="0x0,18x0,18x28,0x28")
    assert report(box(215, 199, 5), cutter).errors == 0
    finding = next(f for f in report(box(250, 250, 5), cutter).findings if f.code == "too-large")
    assert "needs for itself" in finding.message
    assert finding.amount == pytest.approx((256 - 2 * 18) / 250, rel=1e-3)
    disc = Manifold.cylinder(5, 127, 127, 200)
    assert report(disc, cutter).errors == 0
    broken = PrinterProfile("p", "P", bed_exclude_area="somewhere")
    assert report(box(200, 200, 5), broken).errors == 0


def test_what_fits_along_the_diagonal_is_told_by_how_much_to_turn_it() -> None:
    finding = next(f for f in report(box(270, 20, 5).rotate((0, 0, 8))).findings if f.code == "too-large")
    assert finding.fix == "resize"
    finding = next(f for f in report(box(205, 205, 5).rotate((0, 0, 20))).findings if f.code == "too-large")
    assert finding.fix == "turn"
    assert finding.amount % 90 == pytest.approx(70, abs=0.01)
