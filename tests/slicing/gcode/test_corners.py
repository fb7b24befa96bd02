"""Corners by the formulas of the firmwares, worked out by hand."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.slicing.gcode.own_words import said_seconds
from memoreez_desktop.slicing.gcode.planner import PlannerLimits
from memoreez_desktop.slicing.gcode.reader import measure

PLAIN = PlannerLimits(
    acceleration_mm_s2=1000.0,
    travel_acceleration_mm_s2=1000.0,
    retract_acceleration_mm_s2=1000.0,
    jerk_e_mm_s=2.5,
    max_speed_e_mm_s=1e6,
)
CORNER = "G1 X100 F3000\nG1 Y100\n"


def seconds(text, limits):
    return measure(np.frombuffer(text.encode(), np.uint8), "test.gcode", limits=limits)[0].time_s


def leg(corner, speed=50.0, length=100.0, acceleration=1000.0):
    """Time of a way from rest to a corner, or back."""
    ramps = (2 * speed**2 - corner**2) / (2 * acceleration)
    return (2 * speed - corner) / acceleration + (length - ramps) / speed


def test_the_junction_deviation_rounds_a_right_angle():
    half_sine = math.sqrt(0.5)
    corner = math.sqrt(1000.0 * 0.02 * half_sine / (1.0 - half_sine))
    limits = replace(PLAIN, junction_deviation_mm=0.02)
    assert seconds(CORNER, limits) == pytest.approx(2 * leg(corner), rel=1e-9)


def test_klipper_takes_a_right_angle_at_the_square_corner_velocity():
    limits = replace(PLAIN, square_corner_velocity_mm_s=5.0)
    assert seconds(CORNER, limits) == pytest.approx(2 * leg(5.0), rel=1e-9)


def test_a_straight_way_in_pieces_is_one_in_every_firmware():
    pieces = "".join(f"G1 X{x} F3000\n" for x in range(4, 101, 4))
    for rule in ({}, {"junction_deviation_mm": 0.02}, {"square_corner_velocity_mm_s": 5.0}):
        limits = replace(PLAIN, **rule)
        assert seconds(pieces, limits) == pytest.approx(seconds("G1 X100 F3000\n", limits), rel=1e-6)


def test_a_way_back_is_a_stop_but_for_the_jerk():
    back = "G1 X100 F3000\nG1 X0\n"
    klipper = replace(PLAIN, square_corner_velocity_mm_s=5.0)
    assert seconds(back, klipper) == pytest.approx(2 * leg(0.0), rel=1e-9)
    deviation = replace(PLAIN, junction_deviation_mm=0.02)
    assert seconds(back, deviation) == pytest.approx(2 * leg(0.05), rel=1e-9)


def test_klipper_leaves_half_of_a_short_move_to_cruise():
    # With half the acceleration the top is v² = a d / 2; the way to it still has the whole acceleration.
    top = math.sqrt(0.5 * 1000.0 * 4.0)
    limits = replace(PLAIN, square_corner_velocity_mm_s=5.0)
    ramps = top * top / 1000.0
    assert seconds("G1 X4 F30000\n", limits) == pytest.approx(2 * top / 1000.0 + (4.0 - ramps) / top)


def test_a_travel_starts_at_once_after_the_filament_was_drawn_back():
    # Marlin: both could rest between them, so the travel begins at its own 10 mm/s, not at 2.5.
    text = "M83\nG1 E-2 F2400\nG1 X100 F3000\n"
    alone = (2 * 40 - 10) / 1000 + (2 - (2 * 40**2 - 10**2) / 2000) / 40
    assert seconds(text, PLAIN) == pytest.approx(alone + leg(10.0), rel=1e-9)


def test_a_profile_becomes_the_limits_of_its_firmware():
    printer = PrinterProfile("p", "", travel_acceleration_mm_s2=3000.0, junction_deviation_mm=0.01)
    marlin = PlannerLimits.of(printer)
    assert (marlin.junction_deviation_mm, marlin.square_corner_velocity_mm_s) == (0.01, 0.0)
    assert marlin.travel_acceleration_mm_s2 == 3000.0
    klipper = PlannerLimits.of(replace(printer, gcode_flavor="klipper", jerk_xy_mm_s=5.0))
    assert (klipper.junction_deviation_mm, klipper.square_corner_velocity_mm_s) == (0.0, 5.0)
    assert klipper.travel_acceleration_mm_s2 == klipper.acceleration_mm_s2
    assert klipper.retract_acceleration_mm_s2 == pytest.approx(1500.0 * 0.64 / (math.pi * 1.75**2 / 4))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("; estimated printing time (normal mode) = 1d 2h 3m 4s\n", 93784.0),
        ("G1 X1\n; estimated printing time (normal mode) = 59s\n", 59.0),
        ("; nothing\n", None),
    ],
)
def test_what_a_file_says_of_its_time(tmp_path, words, said):
    path = tmp_path / "a.gcode"
    path.write_text(words)
    assert said_seconds(path) == said
