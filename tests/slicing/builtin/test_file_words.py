"""The words around the moves: fan, progress, absolute filament, firmwares, what happens between layers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.core.errors import SlicingError
from memoreez_desktop.core.profiles import LayerEvent
from memoreez_desktop.slicing.builtin.moves import COLUMNS, EXTRUDE, FAN, KIND, LAYER_FAN, ROLE, TRAVEL
from memoreez_desktop.slicing.builtin.output.fan_kernels import settle_fans

BRIDGE, HANGING = 5, 3


def with_printer(settings, **changes):
    return replace(settings, printer=replace(settings.printer, **changes))


def layers_of(text):
    return text.split(";LAYER_CHANGE\n")[1:]


def arch():
    block = manifold3d.Manifold.cube((24, 10, 9))
    return block - manifold3d.Manifold.cube((14, 12, 6)).translate((5, -1, -1))


# Progress.


def test_the_progress_runs_from_nothing_to_all(slice_it, box):
    sliced = slice_it(box(20, 20, 8))
    told = [tuple(map(int, pair)) for pair in re.findall(r"^M73 P(\d+) R(\d+)$", sliced.text, re.MULTILINE)]
    assert told[0][0] == 0
    assert told[-1] == (100, 0)
    assert len(set(told)) == len(told)
    percents, minutes = zip(*told, strict=True)
    assert list(percents) == sorted(percents)
    assert list(minutes) == sorted(minutes, reverse=True)
    assert minutes[0] == int(np.ceil(sliced.stats.time_s / 60))
    assert len(told) <= 101 + minutes[0]
    assert len(set(percents)) > 90


def test_a_printer_that_counts_for_itself_is_told_nothing(slice_it, box, settings):
    assert "M73" not in slice_it(box(9, 9, 2), with_printer(settings, remaining_times=False)).text


# Filament.


@pytest.mark.parametrize("flavor", ["marlin", "klipper", "reprap"])
@pytest.mark.parametrize("relative", [True, False])
def test_every_way_of_writing_reads_back_the_same(slice_it, solid_mesh, settings, flavor, relative):
    told = with_printer(settings, gcode_flavor=flavor, use_relative_e_distances=relative, retract_lift_mm=0.3)
    sliced = slice_it(solid_mesh(arch()), told)
    assert sliced.stats.time_s == pytest.approx(sliced.read.time_s, rel=1e-6)
    assert sliced.stats.filament_mm == pytest.approx(sliced.read.filament_mm, rel=1e-6)
    assert sliced.stats.layers == sliced.read.layers
    assert set(sliced.stats.roles) == set(sliced.read.roles)
    plain = slice_it(solid_mesh(arch()), with_printer(settings, retract_lift_mm=0.3))
    assert sliced.stats.filament_mm == pytest.approx(plain.stats.filament_mm, rel=1e-6)
    assert f"\n{'M83' if relative else 'M82'}\nG92 E0\n" in sliced.text


def test_absolute_filament_begins_at_nothing_in_every_layer(slice_it, box, settings):
    sliced = slice_it(box(20, 20, 4), with_printer(settings, use_relative_e_distances=False))
    most = 0.0
    for layer in layers_of(sliced.text):
        assert "G92 E0\n" in layer
        fed = [float(e) for e in re.findall(r"^G1 X\S+ Y\S+ E(\S+)", layer, re.MULTILINE)]
        assert fed == sorted(fed)
        most = max(most, *fed)
    assert most < sliced.stats.filament_mm / 4
    # The end script draws back by so and so much.
    assert "M83\nG92 E0\nG91\n" in sliced.text


# Planning by firmware.


def test_each_firmware_takes_corners_in_its_own_way(slice_it, box, settings):
    def seconds(**changes):
        return slice_it(box(15, 15, 4), with_printer(settings, **changes)).stats.time_s

    jerk, deviation = seconds(), seconds(junction_deviation_mm=0.02)
    klipper = seconds(gcode_flavor="klipper", jerk_xy_mm_s=5.0)
    assert len({round(jerk, 1), round(deviation, 1), round(klipper, 1)}) == 3
    assert seconds(junction_deviation_mm=0.005) > deviation
    assert seconds(gcode_flavor="klipper", jerk_xy_mm_s=2.0) > klipper
    assert seconds(max_speed_z_mm_s=1.0) > jerk
    assert seconds(acceleration_z_mm_s2=20.0) > jerk


# The fan.


def fan_powers(text):
    return [
        [int(p or 0) for p in re.findall(r"^M10(?:6 S(\d+)|7)$", layer, re.M)] for layer in layers_of(text)
    ]


def test_the_fan_comes_up_over_a_few_layers(slice_it, box, settings):
    material = replace(settings.material, disable_fan_first_layers=2, min_fan_ratio=0.6, max_fan_ratio=0.6)
    powers = fan_powers(slice_it(box(12, 12, 3), replace(settings, material=material)).text)
    assert powers[:6] == [[], [], [51], [102], [153], []]


def test_a_bridge_has_its_own_fan_and_the_layer_gets_its_back(slice_it, solid_mesh, settings):
    calm = {f"overhang_fan_{degree}_ratio": 0.0 for degree in range(4)}
    material = replace(settings.material, min_fan_ratio=0.2, max_fan_ratio=0.2, bridge_fan_ratio=0.9, **calm)
    sliced = slice_it(solid_mesh(arch()), replace(settings, material=material), supports="off")
    assert "bridge_infill" in sliced.stats.roles
    spanning = next(layer for layer in layers_of(sliced.text) if ";TYPE:Bridge infill" in layer)
    powers = [int(p) for p in re.findall(r"^M106 S(\d+)$", spanning, re.MULTILINE)]
    assert max(powers) == 230
    assert powers[-1] == 51
    assert spanning.index("M106 S230") < spanning.index(";TYPE:Bridge infill")


def test_a_bridge_in_a_layer_without_fan_stays_without(slice_it, solid_mesh, settings):
    material = replace(settings.material, disable_fan_first_layers=200)
    sliced = slice_it(solid_mesh(arch()), replace(settings, material=material), supports="off")
    assert "M106" not in sliced.text


def row(kind, role, fan):
    move = np.zeros(COLUMNS)
    move[KIND], move[ROLE], move[FAN] = kind, role, fan
    return move


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        # Half a second of overhang is not worth a command, a bridge is.
        ([(HANGING, 0.8, 0.5), (2, -1, 9)], [-1, -1]),
        ([(BRIDGE, 0.8, 0.5), (2, -1, 9)], [0.8, -1]),
        # What is printed between two overhangs for a moment has their fan; the most one of them asks for.
        ([(HANGING, 0.6, 0.8), (2, -1, 0.3), (HANGING, 0.8, 0.8), (2, -1, 9)], [0.8, 0.8, 0.8, -1]),
        # Two wishes far apart do not count together.
        ([(HANGING, 0.6, 0.8), (2, -1, 3.0), (HANGING, 0.8, 0.8)], [-1, -1, -1]),
        # Less than the layer has is no wish.
        ([(BRIDGE, 0.1, 5.0)], [-1]),
    ],
)
def test_fan_wishes_are_settled_without_chatter(lines, wanted):
    table = np.array([row(EXTRUDE, role, fan) for role, fan, _ in lines])
    times = np.array([seconds for _, _, seconds in lines])
    settle_fans(table, np.array([0, len(lines)]), times, np.array([0.3]), np.array([1.0]))
    assert table[:, FAN].tolist() == wanted


def test_the_fan_starts_on_the_way_to_the_bridge():
    table = np.array([row(EXTRUDE, 2, -1), row(TRAVEL, 5, LAYER_FAN), row(EXTRUDE, BRIDGE, 1.0)])
    settle_fans(table, np.array([0, 3]), np.ones(3), np.array([0.0]), np.array([0.5]))
    assert table[:, FAN].tolist() == [-1, 0.5, 0.5]


# Between layers.

EVENTS = (
    LayerEvent("color_change", 2.0, "Now\nred; please"),
    LayerEvent("pause", 1.0, "Nut in"),
    LayerEvent("gcode", 2.9, "G91\nG1 Z5 F600\nG4 S2\nM104 S199"),
)


@pytest.mark.parametrize("relative", [True, False])
@pytest.mark.parametrize(
    ("flavor", "commands"),
    [("marlin", ("M601", "M600")), ("klipper", ("PAUSE", "PAUSE")), ("reprap", ("M226", "M600"))],
)
def test_events_come_before_the_first_layer_that_ends_above_them(
    slice_it, box, settings, relative, flavor, commands
):
    told = replace(
        with_printer(settings, gcode_flavor=flavor, use_relative_e_distances=relative), events=EVENTS
    )
    sliced = slice_it(box(10, 10, 4), told)
    for mark, command, below in (
        (";PAUSE_PRINT", f"M117 Nut in\n{commands[0]}\n", 1.0),
        (";COLOR_CHANGE", f"M117 Now red; please\n{commands[1]}\n", 2.0),
        (";CUSTOM_GCODE", "G91\nG1 Z5 F600\nG4 S2\nM104 S199\n", 2.8),
    ):
        before, after = sliced.text.split(mark)
        assert command in after.split(";LAYER_CHANGE")[0]
        assert float(re.findall(r"^;Z:(\S+)$", before, re.MULTILINE)[-1]) == pytest.approx(below)
    # Nothing of it is left in the print: the same lines lie where they lay.
    plain = slice_it(box(10, 10, 4), replace(told, events=()))
    printed = [paths.end_mm[paths.width_mm > 0] for paths in (sliced.paths, plain.paths)]
    assert np.array_equal(*printed)
    assert sliced.stats.filament_mm == pytest.approx(plain.stats.filament_mm, abs=1e-3)
    assert sliced.stats.time_s == pytest.approx(sliced.read.time_s)
    assert sliced.stats.time_s > plain.stats.time_s + 2.0


def test_commands_of_the_profile_are_used(slice_it, box, settings):
    told = with_printer(settings, gcode_flavor="klipper", pause_gcode="M25", color_change_gcode="SWAP")
    text = slice_it(box(8, 8, 4), replace(told, events=EVENTS[:2])).text
    assert "\nM25\n" in text
    assert "\nSWAP\n" in text


def test_an_event_above_the_print_is_refused_in_words(slice_it, box, settings):
    with pytest.raises(SlicingError, match="ends at"):
        slice_it(box(8, 8, 4), replace(settings, events=(LayerEvent("pause", 4.0),)))


def test_an_event_at_the_bed_comes_before_the_first_layer(slice_it, box, settings):
    text = slice_it(box(8, 8, 1), replace(settings, events=(LayerEvent("gcode", 0.0, "M300"),))).text
    assert text.index("M300") < text.index(";LAYER_CHANGE")


# Determinism.

_ONCE = """
import sys
from pathlib import Path
import manifold3d, numpy as np
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile, SliceSettings
from memoreez_desktop.slicing.builtin.engine import BuiltinEngine
m = manifold3d.Manifold.sphere(7, 40).translate((0, 0, 7)).to_mesh()
mesh = MeshModel(np.asarray(m.vert_properties)[:, :3], np.asarray(m.tri_verts).astype(np.int32))
settings = SliceSettings(PrinterProfile("p", "P"), MaterialProfile("m", "M"), QualityProfile("q", "Q"))
BuiltinEngine().slice(mesh, settings, Path(sys.argv[1]), JobContext())
"""


def test_the_same_model_gives_the_same_bytes_in_another_process(tmp_path):
    files = [tmp_path / f"{n}.gcode" for n in range(2)]
    for n, path in enumerate(files):
        # Sets and dictionaries of strings are in another order with another seed.
        env = {**os.environ, "PYTHONHASHSEED": str(n)}
        subprocess.run([sys.executable, "-c", _ONCE, str(path)], check=True, env=env, timeout=300)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_same_model_gives_the_same_bytes_again(slice_it, solid_mesh):
    first, second = (slice_it(solid_mesh(arch())).text for _ in range(2))
    assert first == second
