"""Printers, materials and qualities from TOML files, checked with words that name the file and the key."""

from __future__ import annotations

import dataclasses
import math
import string
import tomllib
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile, SliceSettings
from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.core.words import say
from memoreez_desktop.storage.profile_words import in_other_languages_too

P = TypeVar("P", bound=PrinterProfile | MaterialProfile | QualityProfile)

DEFAULT_PRINTER = "generic-220"
DEFAULT_MATERIAL = "pla"
DEFAULT_QUALITY = "standard"

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


def load_printers(folder: Path | None = None) -> Catalog[PrinterProfile]:
    """Return the printers of ``folder`` (the shipped ones by default), in the order people see.

    Raises
    ------
    StorageError
        A file is not TOML, or a value is missing, misspelt, of the wrong type or out of range.
    """
    return _load("printer", PrinterProfile, folder or resource_path("printers"))


def load_materials(folder: Path | None = None) -> Catalog[MaterialProfile]:
    """Return the materials; see :func:`load_printers`."""
    return _load("material", MaterialProfile, folder or resource_path("materials"))


def load_qualities(folder: Path | None = None) -> Catalog[QualityProfile]:
    """Return the qualities; see :func:`load_printers`."""
    return _load("quality", QualityProfile, folder or resource_path("qualities"))


def default_settings() -> SliceSettings:
    """Return what is used when nobody has chosen anything."""
    return SliceSettings(
        load_printers().get(DEFAULT_PRINTER),
        load_materials().get(DEFAULT_MATERIAL),
        load_qualities().get(DEFAULT_QUALITY),
    )


def _load(noun: str, kind: type[P], folder: Path) -> Catalog[P]:
    """Each file is one member; its name is the id, its ``order`` the place in the list."""
    found: list[tuple[int, str, P]] = []
    for path in sorted(folder.glob("*.toml")):
        values = _read(path)
        order = values.pop("order", 1000)
        if type(order) is not int:
            raise _wrong(path, "order", say("it must be a whole number"))
        found.append((order, path.stem, _profile(kind, path, values)))
    if not found:
        raise StorageError(
            say("There is no {noun} profile in {folder}.", noun=noun, folder=str(folder)),
            say("Install the program again; its data is missing."),
        )
    return Catalog(noun, [member for _, _, member in sorted(found, key=lambda item: item[:2])])


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise StorageError(
            say("The profile {file} could not be read: {reason}.", file=path.name, reason=str(error)),
            say("Mend the file or remove it: {path}", path=str(path)),
        ) from error


def _profile(kind: type[P], path: Path, values: dict[str, Any]) -> P:
    hints = get_type_hints(kind)
    for key in values:
        if key not in hints or key == "id":
            known = ", ".join(sorted(hints.keys() - {"id"}))
            raise _wrong(path, key, say("it is not known; known are {known}", known=known))
    if not str(values.get("label", "")).strip():
        raise _wrong(path, "label", say("it is missing"))
    good: dict[str, Any] = {key: _value(path, key, value, hints[key]) for key, value in values.items()}
    profile = kind(**{**good, "id": path.stem})
    _check_together(path, dataclasses.asdict(profile))
    return profile


def _value(path: Path, key: str, value: object, hint: object) -> object:
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise _wrong(path, key, say("it must be one of {choices}", choices=", ".join(get_args(hint))))
        return value
    if hint is bool or hint is str:
        if type(value) is not hint:
            word = say("true or false") if hint is bool else say("text in quotes")
            raise _wrong(path, key, say("it must be {word}", word=word))
        if hint is bool:
            return value
        return _gcode(path, key, str(value)) if key.endswith("_gcode") else in_other_languages_too(str(value))
    if type(value) is int or (type(value) is float and hint is float):
        return _number(path, key, value, whole=hint is int)
    raise _wrong(path, key, say("it must be a whole number") if hint is int else say("it must be a number"))


def _number(path: Path, key: str, value: float, *, whole: bool) -> float:
    may_be_zero, may_be_negative = key in _MAY_BE_ZERO, key in _MAY_BE_NEGATIVE
    lowest_allowed = value > 0 or (value == 0 and may_be_zero) or may_be_negative
    suffix = max((unit for unit in _LARGEST if key.endswith(unit)), key=len, default="")
    largest = 100.0 if whole else _LARGEST.get(suffix, 1e6)
    if not math.isfinite(value) or not lowest_allowed or abs(value) > largest:
        raise _wrong(
            path, key, say("{value} is out of range (up to {largest})", value=value, largest=largest)
        )
    return int(value) if whole else float(value)


def _gcode(path: Path, key: str, block: str) -> str:
    """Find a misspelt placeholder here, before a printer does."""
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(block) if name is not None}
    except ValueError as error:
        raise _wrong(path, key, say("its braces do not match")) from error
    unknown = sorted(names - PLACEHOLDERS)
    if unknown:
        raise _wrong(path, key, say("it uses {name}, which is not known", name="{" + unknown[0] + "}"))
    return block


def _check_together(path: Path, values: dict[str, Any]) -> None:
    """Rules between two values of one file."""
    if values.get("min_fan_ratio", 0.0) > values.get("max_fan_ratio", 1.0):
        raise _wrong(path, "min_fan_ratio", say("it is above max_fan_ratio"))
    if values.get("layer_height_mm", 0.0) >= values.get("extrusion_width_mm", 1.0):
        raise _wrong(path, "layer_height_mm", say("a line must be wider than it is high"))
    if values.get("fill_density_ratio", 0.0) > 1.0:
        raise _wrong(path, "fill_density_ratio", say("it is above 1"))


def _wrong(path: Path, key: str, reason: str) -> StorageError:
    return StorageError(
        say("The profile {file} has a wrong “{key}”: {reason}.", file=path.name, key=key, reason=reason),
        say("Mend the file or remove it: {path}", path=str(path)),
    )
