"""The start and the end of a G-code file, and what stands around them."""

from __future__ import annotations

import math
import re

from memoreez_desktop.core.errors import SlicingError
from memoreez_desktop.core.gcode import GcodeStats
from memoreez_desktop.core.profiles import PrinterProfile, SliceSettings
from memoreez_desktop.core.words import say
from memoreez_desktop.slicing.gcode.planner import PlannerLimits

DEFAULT_START = """\
M140 S{first_layer_bed_temperature_c}
M104 S{first_layer_temperature_c}
G28 ; home
G90
G1 Z5 F600 ; stay clear of the bed
M190 S{first_layer_bed_temperature_c}
M109 S{first_layer_temperature_c}
"""
DEFAULT_END = """\
G91
G1 E-2 F2400
G90
G1 Z{lift_z_mm} F600 ; stay clear of the model
G0 X{park_x_mm} Y{park_y_mm} F6000
M104 S0
M140 S0
M107
M84 X Y E ; keep Z up
"""
_FIELD = re.compile(r"\{([a-z_]+)\}")
_HEATS = re.compile(r"^\s*(M104|M109|.*START)", re.IGNORECASE | re.MULTILINE)
_FULL_LINE_COMMENT = re.compile(r"^\s*;.*$", re.MULTILINE)


def number(value: float) -> str:
    """Write a number to the thousandth, without trailing zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def _fields(settings: SliceSettings, top_mm: float) -> dict[str, str]:
    printer, material = settings.printer, settings.material
    park_y = printer.bed_y_mm / 2 if printer.origin_centre else printer.bed_y_mm
    park_x = -printer.bed_x_mm / 2 if printer.origin_centre else 0.0
    bed = 1.0 if printer.has_heated_bed else 0.0
    values = {
        "first_layer_temperature_c": material.first_layer_temperature_c,
        "temperature_c": material.temperature_c,
        "first_layer_bed_temperature_c": material.first_layer_bed_temperature_c * bed,
        "bed_temperature_c": material.bed_temperature_c * bed,
        "bed_x_mm": printer.bed_x_mm,
        "bed_y_mm": printer.bed_y_mm,
        "height_mm": printer.height_mm,
        "lift_z_mm": min(top_mm + 10.0, printer.height_mm),
        "park_x_mm": park_x,
        "park_y_mm": park_y,
    }
    return {name: number(value) for name, value in values.items()}


def filled(template: str, settings: SliceSettings, top_mm: float) -> str:
    """Put values into the fields of a start or end script.

    Raises
    ------
    SlicingError
        A field is not known: unresolved text must never reach a printer.
    """
    fields = _fields(settings, top_mm)

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in fields:
            raise SlicingError(
                say("The start or end script of this printer asks for an unknown value: {name}.", name=name),
                say("Known values: {names}.", names=", ".join(sorted(fields))),
            )
        return fields[name]

    text = _FIELD.sub(value, template).strip("\n")
    return text + "\n" if text else ""


def start_script(settings: SliceSettings, top_mm: float) -> str:
    """Heat, home, and set the modes the moves rely on."""
    template = settings.printer.start_gcode.strip() or DEFAULT_START
    if not _HEATS.search(_FULL_LINE_COMMENT.sub("", template)):
        template = DEFAULT_START + template
    feeding = "M83" if settings.printer.use_relative_e_distances else "M82"
    return filled(template, settings, top_mm) + f"G21\nG90\n{feeding}\nG92 E0\nM107\n"


def end_script(settings: SliceSettings, top_mm: float) -> str:
    """Leave the printer cold, parked and quiet."""
    return filled(settings.printer.end_gcode.strip() or DEFAULT_END, settings, top_mm)


def limits_comment(printer: PrinterProfile) -> str:
    """State what the time estimate assumes, so that any reader of the file can repeat it."""
    limits = PlannerLimits.of(printer)
    values = {
        "machine_max_acceleration_extruding": limits.acceleration_mm_s2,
        "machine_max_acceleration_retracting": limits.retract_acceleration_mm_s2,
        "machine_max_acceleration_travel": limits.travel_acceleration_mm_s2,
        "machine_max_acceleration_z": limits.acceleration_z_mm_s2,
        "machine_max_feedrate_x": limits.max_speed_xy_mm_s,
        "machine_max_feedrate_z": limits.max_speed_z_mm_s,
        "machine_max_feedrate_e": limits.max_speed_e_mm_s,
        "machine_max_jerk_x": limits.jerk_xy_mm_s,
        "machine_max_jerk_z": limits.jerk_z_mm_s,
        "machine_max_jerk_e": limits.jerk_e_mm_s,
        "machine_max_junction_deviation": limits.junction_deviation_mm,
        "square_corner_velocity": limits.square_corner_velocity_mm_s,
        "filament_diameter": printer.filament_diameter_mm,
    }
    return "".join(f"; {name} = {number(value)}\n" for name, value in values.items() if value > 0.0)


def duration_words(seconds: float) -> str:
    """Write a duration the way printer hosts read it: ``1d 2h 3m 4s``."""
    total = round(seconds)
    days, rest = divmod(total, 86400)
    hours, rest = divmod(rest, 3600)
    minutes, seconds_left = divmod(rest, 60)
    parts = [
        f"{days}d" if days else "",
        f"{hours}h" if days or hours else "",
        f"{minutes}m" if total >= 60 else "",
    ]
    return " ".join([part for part in parts if part] + [f"{seconds_left}s"])


def footer(stats: GcodeStats, settings: SliceSettings) -> str:
    """Say what the file amounts to, in the words printer hosts look for."""
    diameter = settings.printer.filament_diameter_mm
    cm3 = stats.filament_mm * math.pi * diameter * diameter / 4000.0
    cost = stats.filament_g / 1000.0 * settings.material.price_per_kg
    return (
        f"; filament used [mm] = {stats.filament_mm:.2f}\n"
        f"; filament used [cm3] = {cm3:.2f}\n"
        f"; filament used [g] = {stats.filament_g:.2f}\n"
        f"; filament cost = {cost:.2f}\n"
        f"; total layers count = {stats.layers}\n"
        f"; estimated printing time (normal mode) = {duration_words(stats.time_s)}\n"
        f"; layer_height = {number(settings.quality.layer_height_mm)}\n"
        f"; first_layer_height = {number(settings.quality.first_layer_height_mm)}\n"
        f"; nozzle_diameter = {number(settings.printer.nozzle_mm)}\n"
    )
