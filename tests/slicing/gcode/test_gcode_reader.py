"""The reader against files whose figures are known by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from memoreez_desktop.core.errors import Cancelled, InputError
from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.slicing.gcode.planner import PlannerLimits
from memoreez_desktop.slicing.gcode.reader import measure, read_gcode

PLAIN = PlannerLimits(
    acceleration_mm_s2=1000.0,
    travel_acceleration_mm_s2=1000.0,
    retract_acceleration_mm_s2=1000.0,
    jerk_xy_mm_s=10.0,
    jerk_e_mm_s=1e6,
    max_speed_e_mm_s=1e6,
)


def read(text: str, limits: PlannerLimits | None = PLAIN):
    return measure(np.frombuffer(text.encode(), np.uint8), "test.gcode", limits=limits)


def trapezoid(length, speed, enter=0.0, leave=0.0, acceleration=1000.0):
    return (2 * speed - enter - leave) / acceleration + (
        length - (2 * speed**2 - enter**2 - leave**2) / (2 * acceleration)
    ) / speed


def test_one_move_takes_the_time_of_its_trapezoid():
    stats, paths = read("G1 X100 F3000\n")
    assert stats.time_s == pytest.approx(2.05)
    assert stats.filament_mm == 0.0
    assert paths.role.tolist() == [Role.TRAVEL]


def test_a_short_move_never_reaches_its_speed():
    stats, _ = read("G1 X1 F6000\n")
    assert stats.time_s == pytest.approx(2 * math.sqrt(1 / 1000))


def test_a_straight_way_in_two_moves_is_one():
    assert read("G1 X40 F3000\nG1 X100\n")[0].time_s == pytest.approx(2.05)


def test_a_corner_is_taken_at_the_jerk():
    # At a right angle one axis stops and the other starts: each may jump by 10 mm/s.
    stats, _ = read("G1 X100 F3000\nG1 Y100\n")
    assert stats.time_s == pytest.approx(trapezoid(100, 50, leave=10) + trapezoid(100, 50, enter=10))


def test_a_reversal_counts_the_larger_speed():
    stats, _ = read("G1 X100 F3000\nG1 X0 F1500\n")
    assert stats.time_s == pytest.approx(trapezoid(100, 50, leave=10) + trapezoid(100, 25, enter=10))


def test_the_z_axis_is_held_to_its_own_limits():
    stats, _ = read("G1 Z12 F6000\n")
    assert stats.time_s == pytest.approx(trapezoid(12, 12, acceleration=500))


def test_acceleration_in_the_file_is_heard():
    stats, _ = read("M204 P500 T2000\nG1 X100 F3000\nG92 X0\nM83\nG1 X100 E5 F3000\n", PLAIN)
    first, second = trapezoid(100, 50, 0, 50, 2000), trapezoid(100, 50, 50, 0, 500)
    assert stats.time_s == pytest.approx(first + second, rel=1e-6)


def test_klippers_word_for_acceleration_is_heard():
    assert read("SET_VELOCITY_LIMIT ACCEL=500\nG1 X100 F3000\n")[0].time_s == pytest.approx(
        trapezoid(100, 50, acceleration=500)
    )


def test_limits_come_from_commands_or_comments_when_nobody_gives_them():
    by_comment = "G1 X100 F3000\n; machine_max_acceleration_travel = 700,200\n; machine_max_jerk_x = 8\n"
    assert read(by_comment, None)[0].time_s == pytest.approx(trapezoid(100, 50, acceleration=700))
    by_command = "M203 X20 Y20\nM204 S800\nG1 X100 F3000\n"
    assert read(by_command, None)[0].time_s == pytest.approx(trapezoid(100, 20, acceleration=800))


def test_pauses_count():
    assert read("G1 X100 F3000\nG4 P1500\nG4 S2\n")[0].time_s == pytest.approx(2.05 + 3.5)


@pytest.mark.parametrize(
    "text",
    [
        "M83\nG1 X10 E1\nG1 X20 E1.5\n",
        "M82\nG92 E0\nG1 X10 E1\nG1 X20 E2.5\n",
        "M82\nG1 X10 E1\nG92 E0\nG1 X20 E1.5\n",
        "G91\nG1 X10 E1\nG1 X10 E1.5\n",
        "g1x10e1\ng1x20e2.5\n",
        "N1 G1 X10 E1*57\nN2 G1 X20 E2.5*13\n",
        "M83\nG20\nG1 X0.393700787 E0.0393700787\nG1 X0.787401575 E0.0590551181\n",
        "M83\r\nG1 X10 E1 ; one\r\nG1 X20 (over there) E1.5\r\n",
        "M83\nG1 X10 E2 ; X99 E99\nM221 S50\nG1 X20 E1\n",
        "M83\nG1 X10 E1\nG1 E-2\nG0 X5\nG0 X10\nG1 E2\nG1 X20 E1.5\n",
        "M83\nG1 X10 E1\nG10\nG0 X5\nG0 X10\nG11\nG1 X20 E1.5\n",
        "M83\nM200 D1.75\nG1 X10 E2.40528\nG1 X20 E3.60792\n",
        "  M83\n\n\tG1 X10 E1\nT0\nM117 X44 E7\nG1 X20 E1.5",
    ],
)
def test_every_way_to_say_it_feeds_the_same(text):
    stats, paths = read(text)
    assert stats.filament_mm == pytest.approx(2.5, abs=1e-4)
    extrudes = paths.role != Role.TRAVEL
    assert extrudes.sum() == 2
    assert paths.end_mm[extrudes][-1, 0] == pytest.approx(20, abs=1e-5)
    assert stats.bounds_mm[1][0] == pytest.approx(20, abs=1e-5)


def test_grams_follow_diameter_and_density():
    stats, _ = read("M83\nG1 X100 E1000\n; filament_density = 1.05\n; filament_diameter = 2.85\n")
    assert stats.filament_g == pytest.approx(1000 * math.pi * 2.85**2 / 4 / 1000 * 1.05)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("G1 X10 Y0\nG3 X0 Y10 I-10 J0\n", math.pi * 5),
        ("G1 X10 Y0\nG2 X0 Y10 I-10 J0\n", math.pi * 15),
        ("G1 X10 Y0\nG3 X10 Y0 I-10 J0\n", math.pi * 20),
        ("G1 X10 Y0\nG3 X0 Y10 R10\n", math.pi * 5),
        ("G1 X10 Y0\nG2 X0 Y10 R10\n", math.pi * 5),
        ("G1 X10 Y0\nG3 X0 Y10 R-10\n", math.pi * 15),
    ],
)
def test_arcs_have_their_length_and_their_end(text, length):
    _, paths = read("M83\n" + text)
    arc = paths.start_mm[1:], paths.end_mm[1:]
    assert np.linalg.norm(arc[1] - arc[0], axis=1).sum() == pytest.approx(length, rel=0.002)
    assert paths.end_mm[-1].tolist() == pytest.approx(
        [10, 0, 0] if "X10 Y0 I" in text else [0, 10, 0], abs=1e-5
    )


ROLE_FILES = {
    "PrusaSlicer": (";TYPE:External perimeter\n", Role.EXTERNAL_PERIMETER),
    "Cura": (";TYPE:WALL-OUTER\n", Role.EXTERNAL_PERIMETER),
    "Cura infill": (";TYPE:FILL\n", Role.INFILL),
    "Orca": ("; FEATURE: Outer wall\n", Role.EXTERNAL_PERIMETER),
    "Orca skin": (";TYPE:Top surface\n", Role.TOP_SOLID_INFILL),
    "Simplify3D": ("; feature inner perimeter\n", Role.PERIMETER),
    "unknown": (";TYPE:Wobble\n", Role.OTHER),
}


@pytest.mark.parametrize("slicer", ROLE_FILES)
def test_the_words_of_each_slicer_are_known(slicer):
    words, role = ROLE_FILES[slicer]
    stats, paths = read("M83\nG1 X5 E1\n" + words + "G1 X9 E2\nG0 X0\n")
    assert paths.role.tolist() == [Role.OTHER, role, Role.TRAVEL]
    assert stats.roles[role.key].filament_mm == pytest.approx(3 if role is Role.OTHER else 2)


def test_without_words_the_shape_tells():
    square = "G0 X{a} Y{a}\nG1 X{b} Y{a} E1\nG1 X{b} Y{b} E1\nG1 X{a} Y{b} E1\nG1 X{a} Y{a} E1\n"
    text = (
        "M83\nG1 Z0.2\n"
        + square.format(a=0, b=30)
        + square.format(a=1, b=29)
        + "G0 X5 Y5\nG1 X25 Y25 E1\nG1 X25 Y20 E1\n"
    )
    _, paths = read(text)
    roles = paths.role[paths.role != Role.TRAVEL].tolist()
    assert roles == [Role.EXTERNAL_PERIMETER] * 4 + [Role.PERIMETER] * 4 + [Role.INFILL] * 2


def test_layers_by_comment_and_by_height_agree():
    body = "G1 Z{z}\nG1 X0 Y0\nG1 X20 E1\nG0 Z{up}\nG0 Y5\nG1 Z{z}\nG1 X0 E1\n"
    plain = "M83\n" + "".join(body.format(z=0.3 + 0.2 * k, up=1.3 + 0.2 * k) for k in range(5))
    marked = "M83\n" + "".join(
        f";LAYER:{k}\n" + body.format(z=0.3 + 0.2 * k, up=1.3 + 0.2 * k) for k in range(5)
    )
    for text in (plain, marked):
        stats, paths = read(text)
        assert stats.layers == 5
        assert paths.layer_z_mm.tolist() == pytest.approx([0.3, 0.5, 0.7, 0.9, 1.1])
        assert stats.bounds_mm == ((0.0, 0.0, pytest.approx(0.3)), (20.0, 5.0, pytest.approx(1.1)))


def test_a_prime_line_at_another_height_is_no_layer_of_its_own():
    text = "M83\nG1 Z0.3\nG1 X60 E9\n;LAYER_CHANGE\nG1 Z0.2\nG1 X0 E2\n;LAYER_CHANGE\nG1 Z0.4\nG1 X9 E1\n"
    stats, paths = read(text)
    assert stats.layers == 2
    assert paths.layer_z_mm.tolist() == pytest.approx([0.2, 0.4])


def test_line_width_follows_from_the_plastic():
    height, width = 0.2, 0.45
    feed = 20 * height * (width - height * (1 - math.pi / 4)) / (math.pi * 1.75**2 / 4)
    _, paths = read(f"M83\nG1 Z0.2\nG1 X0\nG1 X20 E{feed:.6f}\n")
    assert paths.width_mm[-1] == pytest.approx(width, abs=1e-3)


def test_times_and_filament_of_the_roles_add_up():
    text = "M83\nG1 E5\n;TYPE:Perimeter\nG1 X9 E1\nG1 E-2\nG0 X0\nG1 E2.5\n"
    text += ";TYPE:Skirt\nG1 Y9 E1\nG4 S3\nG1 E-3\n"
    stats, _ = read(text)
    assert sum(part.time_s for part in stats.roles.values()) == pytest.approx(stats.time_s)
    assert sum(part.filament_mm for part in stats.roles.values()) == pytest.approx(stats.filament_mm)
    assert stats.filament_mm == pytest.approx(5 + 1 + 0.5 + 1)


@pytest.mark.parametrize(
    ("line", "generator"),
    [
        ("; generated by PrusaSlicer 2.5.0+linux", "PrusaSlicer 2.5.0+linux"),
        (";Generated with Cura_SteamEngine 4.13", "Cura_SteamEngine 4.13"),
        ("; G-Code generated by Simplify3D(R)", "Simplify3D(R)"),
        ("; nothing", ""),
    ],
)
def test_the_generator_is_named(line, generator):
    assert read(line + "\nG1 X1\n")[0].generator.startswith(generator)


BAD_FILES = {
    "empty": (b"", "empty"),
    "no moves": (b"M104 S200\n; only words\n", "no moves"),
    "binary": (b"\x00\x01\x02G1 X1\n", "not G-code"),
    "bgcode": (b"GCDE\x01\x00\x00\x00", "binary G-code"),
    "one endless line": (b"G1 X1" + b" " * 3_000_000, "more than a megabyte"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "not G-code"),
    "prose": ("Dear Grandpa,\nG’day to you\n".encode(), "no moves"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_files_are_refused_in_words(name, tmp_path):
    content, words = BAD_FILES[name]
    path = tmp_path / "bad.gcode"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_gcode(path)
    assert words in caught.value.message


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.gcode", tmp_path):
        with pytest.raises(InputError):
            read_gcode(path)


def test_nonsense_numbers_do_not_stop_the_reader():
    stats, _ = read("G1 X F E\nG1 X1 Y-- E.\nG1 X+5 Y-.5\nG\nM\nG1.5 X9\nG999999999999 X9\nM83\nG1 X9 E1\n")
    assert stats.filament_mm == pytest.approx(1.0)
    assert math.isfinite(stats.time_s)


def test_reading_can_be_given_up(tmp_path):
    token = CancelToken()
    token.cancel()
    path = tmp_path / "x.gcode"
    path.write_text("G1 X1\n")
    with pytest.raises(Cancelled):
        read_gcode(path, job=JobContext(token))


def test_pieces_of_a_long_file_join_without_a_seam(monkeypatch):
    from memoreez_desktop.slicing.gcode import rows

    text = "M83\n" + "".join(
        f";TYPE:{'Perimeter' if k % 3 else 'Skirt'}\nG1 X{k % 7} Y{k % 5} E0.1\n" for k in range(400)
    )
    whole = read(text)
    monkeypatch.setattr(rows, "PIECE_BYTES", 100)
    pieces = read(text)
    assert pieces[0] == whole[0]
    assert np.array_equal(pieces[1].role, whole[1].role)
