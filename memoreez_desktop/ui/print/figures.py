"""Figures of a print in words: rounded so that the parts add up to the whole."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QLocale

from memoreez_desktop.core.gcode import GcodeStats, Role
from memoreez_desktop.core.money import filament_cost
from memoreez_desktop.core.units import duration_words
from memoreez_desktop.ui.viewport.toolpath_drawing import ROLE_FAMILIES
from memoreez_desktop.ui.words import tr

_MINUTES_FROM_S = 600


@dataclass(frozen=True)
class LegendEntry:
    """One colour of the toolpaths: a family of roles with its share of time and plastic."""

    family: str
    time: str
    weight: str


def parts(values: Sequence[float], unit: float) -> list[int]:
    """Round values to whole units so that they add up to the rounded whole (largest remainders)."""
    whole = round(sum(values) / unit)
    exact = [value / unit for value in values]
    floors = [int(value) for value in exact]
    order = sorted(range(len(exact)), key=lambda k: exact[k] - floors[k], reverse=True)
    for k in order[: max(0, whole - sum(floors))]:
        floors[k] += 1
    return floors


def legend(stats: GcodeStats) -> list[LegendEntry]:
    """Return the families that occur, in the theme's order; minutes and grams add up to the totals."""
    names = {role.key: family for family, roles in ROLE_FAMILIES.items() for role in roles}
    times = dict.fromkeys(ROLE_FAMILIES, 0.0)
    lengths = dict.fromkeys(ROLE_FAMILIES, 0.0)
    for key, usage in stats.roles.items():
        family = names.get(key, names[Role.OTHER.key])
        times[family] += usage.time_s
        lengths[family] += max(0.0, usage.filament_mm)
    total_mm = sum(lengths.values())
    grams = [stats.filament_g * v / total_mm if total_mm else 0.0 for v in lengths.values()]
    in_minutes = sum(times.values()) >= _MINUTES_FROM_S
    time_parts = parts(list(times.values()), 60 if in_minutes else 1)
    gram_parts = parts(grams, 0.1)
    entries = []
    for family, time_units, tenths in zip(ROLE_FAMILIES, time_parts, gram_parts, strict=True):
        if not times[family] and not lengths[family]:
            continue
        if in_minutes:
            words = duration_words(time_units * 60) if time_units else tr("under 1 min")
        else:
            words = duration_words(time_units)
        weight = f"{QLocale().toString(tenths / 10, 'f', 1)} g" if tenths else ""
        entries.append(LegendEntry(family, words, weight))
    return entries


def family_words(family: str) -> str:
    """Return what a family of roles is called."""
    return {
        "outer_wall": tr("Outer wall"),
        "inner_wall": tr("Inner wall"),
        "gap_fill": tr("Gap fill"),
        "infill": tr("Infill"),
        "solid_fill": tr("Solid fill"),
        "top_surface": tr("Top surface"),
        "overhang": tr("Overhang, bridge"),
        "brim": tr("Skirt, brim"),
        "support": tr("Support"),
        "support_interface": tr("Support surface"),
        "travel": tr("Travel"),
    }[family]


def time_words(seconds: float) -> str:
    """Return ``2 h 09 min``."""
    words = duration_words(seconds)
    return f"{words} min" if " h " in words else words


def ready_words(seconds: float, now: datetime.datetime | None = None) -> str:
    """Return when a print that starts now is ready: the hour, with the day if it is another one."""
    start = now or datetime.datetime.now()
    end = start + datetime.timedelta(seconds=seconds)
    locale = QLocale()
    at = locale.toString(QDateTime(end).time(), QLocale.FormatType.ShortFormat)
    if end.date() == start.date():
        return tr("ready at {time}", time=at)
    return tr(
        "ready {day} at {time}", day=locale.dayName(end.isoweekday(), QLocale.FormatType.ShortFormat), time=at
    )


def weight_words(grams: float) -> str:
    """Return ``30 g`` or ``4.2 g``."""
    return f"{QLocale().toString(grams, 'f', 1 if grams < 10 else 0)} g"


def cost_words(grams: float, price_per_kg: float) -> str:
    """Return what the plastic costs, as the person's country writes it."""
    return QLocale().toCurrencyString(filament_cost(grams, price_per_kg), "€")


def length_words(filament_mm: float) -> str:
    """Return ``10.1 m``."""
    return f"{QLocale().toString(filament_mm / 1000, 'f', 1)} m"
