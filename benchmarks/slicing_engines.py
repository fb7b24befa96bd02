"""The slicers side by side: what each is asked, and what it takes of the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile, SliceSettings
from memoreez_desktop.slicing.builtin.engine import BuiltinEngine

ROOT = Path(__file__).resolve().parent.parent
# Where `dev.py setup` puts the two definition files of Debian's package "cura".
CURA_DEFINITIONS = ROOT / "dist" / "peers" / "cura"

# 0.2 mm, 2 perimeters, 15 % grid, 4 + 4 solid layers, one skirt, a bed of 250 x 250 mm: asked of all alike.
SETTINGS = SliceSettings(
    PrinterProfile("bench", "Bench", bed_x_mm=250.0, bed_y_mm=250.0),
    MaterialProfile("pla", "PLA"),
    QualityProfile("normal", "Normal"),
)
PRUSA = [
    *("prusa-slicer", "--export-gcode", "--bed-shape=0x0,250x0,250x250,0x250", "--center=125,125"),
    *("--layer-height=0.2", "--first-layer-height=0.2", "--perimeters=2", "--top-solid-layers=4"),
    *("--bottom-solid-layers=4", "--fill-density=15%", "--skirts=1"),
]
PRUSA_SUPPORTS = ["--support-material", "--support-material-auto"]
LIKE_FOR_LIKE = ["--perimeter-generator=classic", "--fill-pattern=grid"]
# CuraEngine takes no formula from its definitions: every derived figure is said. The distance between lines
# of infill is that of two crossing sets, 2 * 0.45 mm / 15 %.
CURA = """
    machine_width=250 machine_depth=250 machine_height=250 machine_heated_bed=true center_object=true
    mesh_position_x=0 mesh_position_y=0 mesh_position_z=0 meshfix_union_all=true acceleration_enabled=false
    layer_height=0.2 layer_height_0=0.2 infill_sparse_thickness=0.2 material_diameter=1.75 adhesion_type=skirt
    line_width=0.45 wall_line_width=0.45 wall_line_width_0=0.45 wall_line_width_x=0.45 skin_line_width=0.45
    infill_line_width=0.45 roofing_line_width=0.45 support_line_width=0.45 skirt_brim_line_width=0.45
    wall_line_count=2 wall_thickness=0.9 infill_sparse_density=15 infill_line_distance=6.0
    top_layers=4 bottom_layers=4 initial_bottom_layers=4 support_angle=50 support_line_distance=3.0
    support_initial_layer_line_distance=3.0 support_top_distance=0.2 support_bottom_distance=0.2
    retraction_amount=0.8 retraction_retract_speed=35 retraction_prime_speed=35 retraction_min_travel=1.5
    speed_infill=80 speed_wall_0=30 speed_wall_x=60 speed_topbottom=40 speed_travel=150
    material_print_temperature=210 material_print_temperature_layer_0=210
    material_bed_temperature=60 material_bed_temperature_layer_0=60
"""
# A small process starts each child: Linux counts the memory of whoever started it as the child's own.
_WATCH = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
wall = time.perf_counter() - start
print(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)
sys.exit(status != 0)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: CPU seconds (user and system), wall seconds, and the most memory in MB."""

    cpu_s: float
    wall_s: float
    memory_mb: float = 0.0


def settings_of(supports: bool, layer_height_mm: float = 0.2) -> SliceSettings:
    """Return our settings, with automatic supports or none."""
    return SETTINGS.with_quality(supports="auto" if supports else "off", layer_height_mm=layer_height_mm)


def warm(mesh: MeshModel, settings: SliceSettings, out: Path) -> Cost:
    """Slice in this process, from the mesh in memory to the file."""
    return _timed(lambda: BuiltinEngine().slice(mesh, settings, out, JobContext()))


def cold(model: Path, out: Path, supports: bool, root: Path = ROOT) -> Cost:
    """Run the command: a new process with its imports, the loading and the writing."""
    command = [sys.executable, "-m", "memoreez_desktop", "slice", str(model), "-o", str(out), "--quiet"]
    command += ["--printer", "generic-300", "--supports", "auto" if supports else "off"]
    return child(command, {**os.environ, "PYTHONPATH": str(root)})


def prusa(model: Path, out: Path, supports: bool, extra: list[str] | None = None) -> Cost | None:
    """Run PrusaSlicer; None if it is not here, or exports nothing."""
    if shutil.which(PRUSA[0]) is None:
        return None
    options = [*PRUSA, *(PRUSA_SUPPORTS if supports else []), *(extra or [])]
    return _exported([*options, "--output", str(out), str(model)], out)


def cura(model: Path, out: Path, supports: bool) -> Cost | None:
    """Run CuraEngine; None if it or its definitions are not here."""
    printer = CURA_DEFINITIONS / "fdmprinter.def.json"
    if shutil.which("CuraEngine") is None or not printer.is_file():
        return None
    asked = [*CURA.split(), f"support_enable={'true' if supports else 'false'}"]
    words = [word for setting in asked for word in ("-s", setting)]
    command = ["CuraEngine", "slice", "-j", str(printer), "-o", str(out), *words]
    command += ["-e0", "-s", "material_diameter=1.75", "-l", str(model), *words]
    return _exported(command, out, {**os.environ, "CURA_ENGINE_SEARCH_PATH": str(CURA_DEFINITIONS)})


def child(command: list[str], env: dict[str, str] | None = None) -> Cost:
    """Run a command to its end; a failure is an error that carries its words."""
    asked = [sys.executable, "-I", "-S", "-c", _WATCH, *command]
    done = subprocess.run(asked, capture_output=True, env=env, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr.decode()[-400:]}")
    return Cost(*(float(figure) for figure in done.stdout.split()[-3:]))


def _exported(command: list[str], out: Path, env: dict[str, str] | None = None) -> Cost | None:
    out.unlink(missing_ok=True)
    try:
        cost = child(command, env)
    except RuntimeError:
        return None
    return cost if out.is_file() and out.stat().st_size else None


def _timed(work: Callable[[], object]) -> Cost:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Cost(time.process_time() - cpu, time.perf_counter() - wall)
