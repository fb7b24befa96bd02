"""What a value of a profile may be: its kind, its range, and what goes together.

The same rules hold for the shipped files, for a person's own and for values given on the command line; who
asks says in which words a wrong one is refused.
"""

from __future__ import annotations

import dataclasses
import math
import string
from collections.abc import Callable
from typing import Literal, get_args, get_origin

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile
from memoreez_desktop.core.words import say
from memoreez_desktop.storage.profile_words import in_other_languages_too

# Makes the error for a key and what is wrong with its value.
Wrong = Callable[[str, str], MemoreezError]

# Names that G-code blocks may use; the slicer fills them in.
PLACEHOLDERS = frozenset(
    {
        "first_layer_temperature_c",
        "temperature_c",
        "first_layer_bed_temperature_c",
        "bed_temperature_c",
        "bed_x_mm",
        "bed_y_mm",
        "height_mm",
        "lift_z_mm",
        "park_x_mm",
        "park_y_mm",
    }
)
# Values that may be zero; every other number must be above it.
_MAY_BE_ZERO = frozenset(
    {
        "retract_length_mm",
        "retract_lift_mm",
        "wipe_mm",
        "coasting_mm3",
        "junction_deviation_mm",
        "jerk_xy_mm_s",
        "jerk_z_mm_s",
        "jerk_e_mm_s",
        "bed_temperature_c",
        "first_layer_bed_temperature_c",
        "price_per_kg",
        "min_fan_ratio",
        "max_fan_ratio",
        "disable_fan_first_layers",
        "bridge_fan_ratio",
        "overhang_fan_0_ratio",
        "overhang_fan_1_ratio",
        "overhang_fan_2_ratio",
        "overhang_fan_3_ratio",
        "slowdown_below_layer_time_s",
        "fan_below_layer_time_s",
        "top_solid_layers",
        "bottom_solid_layers",
        "top_solid_min_thickness_mm",
        "bottom_solid_min_thickness_mm",
        "fill_density_ratio",
        "skirts",
        "skirt_distance_mm",
        "brim_width_mm",
        "elephant_foot_compensation_mm",
        "raft_layers",
        "raft_contact_distance_mm",
        "raft_expansion_mm",
        "support_material_spacing_mm",
        "support_material_interface_layers",
        "support_material_contact_distance_mm",
        "support_material_xy_spacing_mm",
        "resolution_mm",
    }
)
_MAY_BE_NEGATIVE = frozenset({"xy_size_compensation_mm"})
# Largest sensible value by the unit in which a name ends; catches a slip of the comma.
_LARGEST = {
    "_ratio": 2.0, "_mm": 2_000.0, "_c": 500.0, "_mm_s": 5_000.0, "_mm3_s": 500.0,
    "_mm_s2": 100_000.0, "_s": 3_600.0, "_g_cm3": 25.0, "_per_kg": 100_000.0,
    "_deg": 89.0,
}  # fmt: skip
# Where the unit alone would let a slip through: nobody makes a part thinner by more than its walls are wide.
_LARGEST_OF = {
    "xy_size_compensation_mm": 2.0, "elephant_foot_compensation_mm": 1.0, "raft_layers": 20.0,
    "raft_contact_distance_mm": 2.0, "raft_expansion_mm": 50.0, "wipe_mm": 20.0, "coasting_mm3": 2.0,
    "junction_deviation_mm": 1.0, "layer_height_mm": 2.0, "first_layer_height_mm": 2.0,
    "min_layer_height_mm": 2.0, "max_layer_height_mm": 2.0,
}  # fmt: skip


def checked_value(key: str, value: object, hint: object, wrong: Wrong) -> object:
    """Return a value as its profile keeps it, or raise what ``wrong`` makes.

    Parameters
    ----------
    hint : object
        The field's type: a Literal, bool, str, int or float.
    """
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise wrong(key, say("it must be one of {choices}", choices=", ".join(get_args(hint))))
        return value
    if hint is bool or hint is str:
        if type(value) is not hint:
            word = say("true or false") if hint is bool else say("text in quotes")
            raise wrong(key, say("it must be {word}", word=word))
        if hint is bool:
            return value
        return (
            _gcode(key, str(value), wrong) if key.endswith("_gcode") else in_other_languages_too(str(value))
        )
    if type(value) is int or (type(value) is float and hint is float):
        return _number(key, value, wrong, whole=hint is int)
    raise wrong(key, say("it must be a whole number") if hint is int else say("it must be a number"))


def check_together(profile: PrinterProfile | MaterialProfile | QualityProfile, wrong: Wrong) -> None:
    """Hold the rules between two values of one profile, or raise what ``wrong`` makes."""
    values = dataclasses.asdict(profile)
    if values.get("min_fan_ratio", 0.0) > values.get("max_fan_ratio", 1.0):
        raise wrong("min_fan_ratio", say("it is above max_fan_ratio"))
    if values.get("layer_height_mm", 0.0) >= values.get("extrusion_width_mm", 1.0):
        raise wrong("layer_height_mm", say("a line must be wider than it is high"))
    if values.get("fill_density_ratio", 0.0) > 1.0:
        raise wrong("fill_density_ratio", say("it is above 1"))
    if values.get("min_layer_height_mm", 0.0) > values.get("max_layer_height_mm", 1.0):
        raise wrong("min_layer_height_mm", say("it is above max_layer_height_mm"))


def _number(key: str, value: float, wrong: Wrong, *, whole: bool) -> float:
    may_be_zero, may_be_negative = key in _MAY_BE_ZERO, key in _MAY_BE_NEGATIVE
    lowest_allowed = value > 0 or (value == 0 and may_be_zero) or may_be_negative
    suffix = max((unit for unit in _LARGEST if key.endswith(unit)), key=len, default="")
    largest = _LARGEST_OF.get(key, 100.0 if whole else _LARGEST.get(suffix, 1e6))
    if not math.isfinite(value) or not lowest_allowed or abs(value) > largest:
        raise wrong(key, say("{value} is out of range (up to {largest})", value=value, largest=largest))
    return int(value) if whole else float(value)


def _gcode(key: str, block: str, wrong: Wrong) -> str:
    """Find a misspelt placeholder here, before a printer does."""
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(block) if name is not None}
    except ValueError as error:
        raise wrong(key, say("its braces do not match")) from error
    unknown = sorted(names - PLACEHOLDERS)
    if unknown:
        raise wrong(key, say("it uses {name}, which is not known", name="{" + unknown[0] + "}"))
    return block
