"""The figures made from the moves are those that reading the finished file gives; short layers last."""

from __future__ import annotations

from dataclasses import replace

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.core.gcode import Role


def same_figures(sliced):
    made, read = sliced.stats, sliced.read
    assert made.time_s == pytest.approx(read.time_s, rel=1e-9)
    assert made.filament_mm == pytest.approx(read.filament_mm, rel=1e-9)
    assert made.filament_g == pytest.approx(read.filament_g, rel=1e-6)
    assert (made.layers, made.generator) == (read.layers, read.generator)
    assert made.bounds_mm == pytest.approx(np.array(read.bounds_mm), abs=1e-9)
    assert set(made.roles) == set(read.roles)
    for role, usage in made.roles.items():
        assert usage.time_s == pytest.approx(read.roles[role].time_s, rel=1e-9, abs=1e-9)
        assert usage.filament_mm == pytest.approx(read.roles[role].filament_mm, rel=1e-9, abs=1e-9)


def bumpy_ball():
    ball = manifold3d.Manifold.sphere(9, 48).warp_batch(
        lambda p: p * (1 + 0.08 * np.sin(p[:, :1] / 1.3) * np.cos(p[:, 1:2] / 1.1))
    )
    return ball.translate((0, 0, 8)).trim_by_plane((0, 0, 1), 0)


def mushroom():
    return manifold3d.Manifold.cylinder(6, 3, 3, 40) + manifold3d.Manifold.cylinder(3, 9, 9, 40).translate(
        (0, 0, 6)
    )


@pytest.mark.parametrize("solid", [bumpy_ball, mushroom])
@pytest.mark.parametrize("lift_mm", [0.0, 0.4])
def test_the_file_read_back_has_the_same_figures(slice_it, solid_mesh, settings, solid, lift_mm):
    printer = replace(settings.printer, retract_lift_mm=lift_mm, bed_x_mm=200.5, start_gcode="", end_gcode="")
    same_figures(slice_it(solid_mesh(solid()), replace(settings, printer=printer)))


PRIMING = """\
M104 S200
M205 X7 Y7 Z0.3 E4
M203 X150 Y150 Z8 E60
M204 P900 T1100 R700
G28
M82
G92 E0
G1 Z2 F600
G1 X4 Y20 F6000
G1 Z0.2 F600
G1 Y120 E7 F1200
G3 X14 Y120 I5 J0 E9
G1 E6 F2000
G4 P500
"""
WIPING = "G91\nG1 E-3 F2400\nG1 X5 Z3 F3000\nG90\nG1 E2 X10 Y10 F3000\nG4 S3\n"


@pytest.mark.parametrize("origin_centre", [False, True])
def test_what_the_scripts_print_and_wait_is_counted(slice_it, box, settings, origin_centre):
    printer = replace(settings.printer, start_gcode=PRIMING, end_gcode=WIPING, origin_centre=origin_centre)
    sliced = slice_it(box(12, 9, 2), replace(settings, printer=printer))
    same_figures(sliced)
    assert sliced.stats.roles["other"].filament_mm > 9.0
    assert sliced.stats.bounds_mm[1][1] == pytest.approx(120.0, abs=6.0)


def layer_times(sliced):
    return np.bincount(sliced.paths.layer, sliced.paths.time_s)


@pytest.mark.parametrize("wanted_s", [4.0, 9.0])
def test_short_layers_last_as_long_as_asked(slice_it, box, settings, wanted_s):
    material = replace(settings.material, slowdown_below_layer_time_s=wanted_s, min_print_speed_mm_s=2.0)
    sliced = slice_it(box(4, 4, 3), replace(settings, material=material), skirts=0)
    # The start script counts with the first layer and the end script with the last one.
    times = layer_times(sliced)[1:-1]
    assert times == pytest.approx(np.full(len(times), wanted_s), rel=0.02)


def test_no_line_is_slower_than_the_least_speed(slice_it, box, settings):
    material = replace(settings.material, slowdown_below_layer_time_s=30.0, min_print_speed_mm_s=9.0)
    paths = slice_it(box(6, 6, 2), replace(settings, material=material)).paths
    printed = (paths.role != Role.TRAVEL) & (paths.layer > 0)
    length = np.linalg.norm(paths.end_mm - paths.start_mm, axis=1)
    long = printed & (length > 3.0)
    assert (length[long] / paths.time_s[long]).max() <= 9.0 + 1e-3
    assert length[long].sum() / paths.time_s[long].sum() == pytest.approx(9.0, rel=0.05)


def test_outer_perimeters_keep_their_speed_until_the_rest_has_come_down_to_it(slice_it, box, settings):
    def fastest(sliced, role):
        paths = sliced.paths
        length = np.linalg.norm(paths.end_mm - paths.start_mm, axis=1)
        lines = (paths.role == role) & (length > 5.0)
        return (length[lines] / paths.time_s[lines]).max()

    hollow = {"top_solid_layers": 0, "bottom_solid_layers": 0, "skirts": 0}
    base = slice_it(box(20, 20, 3), **hollow)
    seconds = float(np.median(layer_times(base)[1:-1]))
    material = replace(settings.material, slowdown_below_layer_time_s=1.2 * seconds)
    slowed = slice_it(box(20, 20, 3), replace(settings, material=material), **hollow)
    assert fastest(slowed, Role.EXTERNAL_PERIMETER) == pytest.approx(
        fastest(base, Role.EXTERNAL_PERIMETER), rel=1e-4
    )
    assert fastest(slowed, Role.PERIMETER) < 0.97 * fastest(base, Role.PERIMETER)
