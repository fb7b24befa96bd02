"""Which values of printer, material and quality do not go together, in words."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from memoreez_desktop.core.profiles import QualityProfile, SliceSettings
from memoreez_desktop.core.words import say

# Share of the nozzle's width that a layer may be high: below, the plastic is not pressed on evenly;
# above, the line is no longer flattened onto the one below. PrusaSlicer's own limit is 75 %, too.
LOWEST_LAYER_RATIO, HIGHEST_LAYER_RATIO = 0.1, 0.75
# Share of the nozzle's width that a line may be wide.
NARROWEST_LINE_RATIO, WIDEST_LINE_RATIO = 0.75, 2.5
_SLACK_MM = 1e-9


@dataclass(frozen=True)
class Conflict:
    """Two values that do not go together.

    Attributes
    ----------
    field : str
        The value that has to give way: a field of a profile, or ``events``.
    message, hint : str
        For people.
    """

    field: str
    message: str
    hint: str


def as_vase(quality: QualityProfile) -> QualityProfile:
    """Return a quality that prints one wall in a spiral: everything a vase has not is switched off."""
    return replace(
        quality,
        spiral_vase=True,
        perimeters=1,
        top_solid_layers=0,
        fill_density_ratio=0.0,
        adaptive_layers=False,
        supports="off",
        raft_layers=0,
    )


def conflicts(settings: SliceSettings, model_height_mm: float = math.inf) -> tuple[Conflict, ...]:
    """Return what does not go together, the worst first.

    Parameters
    ----------
    model_height_mm : float
        Of what is to be printed, where it is known: events above it would never happen.
    """
    return (
        *_too_hot(settings),
        *_layers_and_nozzle(settings),
        *_lines_and_nozzle(settings),
        *_vase(settings.quality),
        *_events(settings, model_height_mm),
    )


def _too_hot(settings: SliceSettings) -> Iterator[Conflict]:
    printer, material = settings.printer, settings.material
    hottest = max(material.temperature_c, material.first_layer_temperature_c)
    if hottest > printer.max_temperature_c:
        yield Conflict(
            "temperature_c",
            say(
                "{material} needs {needed:.0f} °C, and the {printer} may only go to {limit:.0f} °C.",
                material=material.label,
                needed=hottest,
                printer=printer.label,
                limit=printer.max_temperature_c,
            ),
            say("Choose another material or another printer."),
        )


def _layers_and_nozzle(settings: SliceSettings) -> Iterator[Conflict]:
    quality, nozzle_mm = settings.quality, settings.printer.nozzle_mm
    low, high = LOWEST_LAYER_RATIO * nozzle_mm, HIGHEST_LAYER_RATIO * nozzle_mm
    fields = ["layer_height_mm", "first_layer_height_mm"]
    if quality.adaptive_layers:
        fields += ["min_layer_height_mm", "max_layer_height_mm"]
    for field in fields:
        height_mm = float(getattr(quality, field))
        if not low - _SLACK_MM <= height_mm <= high + _SLACK_MM:
            yield Conflict(
                field,
                say(
                    "Layers of {height:.2f} mm do not suit a nozzle of {nozzle:.2f} mm.",
                    height=height_mm,
                    nozzle=nozzle_mm,
                ),
                say("Choose between {low:.2f} and {high:.2f} mm.", low=low, high=high),
            )
    lowest, highest = quality.min_layer_height_mm, quality.max_layer_height_mm
    if quality.adaptive_layers and not lowest <= quality.layer_height_mm <= highest:
        yield Conflict(
            "adaptive_layers",
            say(
                "Adaptive layers go from {low:.2f} to {high:.2f} mm, and this quality wants {height:.2f} mm.",
                low=lowest,
                high=highest,
                height=quality.layer_height_mm,
            ),
            say("Choose a layer height between the two, or set other bounds."),
        )


def _lines_and_nozzle(settings: SliceSettings) -> Iterator[Conflict]:
    nozzle_mm = settings.printer.nozzle_mm
    low, high = NARROWEST_LINE_RATIO * nozzle_mm, WIDEST_LINE_RATIO * nozzle_mm
    for field in ("extrusion_width_mm", "first_layer_extrusion_width_mm"):
        width_mm = float(getattr(settings.quality, field))
        if not low - _SLACK_MM <= width_mm <= high + _SLACK_MM:
            yield Conflict(
                field,
                say(
                    "Lines of {width:.2f} mm do not come out of a nozzle of {nozzle:.2f} mm.",
                    width=width_mm,
                    nozzle=nozzle_mm,
                ),
                say("Choose between {low:.2f} and {high:.2f} mm.", low=low, high=high),
            )
    if settings.quality.layer_height_mm >= settings.quality.extrusion_width_mm:
        yield Conflict(
            "layer_height_mm",
            say("A line must be wider than it is high."),
            say("Choose a lower layer or a wider line."),
        )


def _vase(quality: QualityProfile) -> Iterator[Conflict]:
    if not quality.spiral_vase:
        return
    plain = as_vase(quality)
    wrong = {
        "perimeters": say("A vase has one wall, and {count} were asked for.", count=quality.perimeters),
        "fill_density_ratio": say("A vase is hollow, and infill was asked for."),
        "top_solid_layers": say("A vase is open at the top, and solid layers were asked for there."),
        "supports": say("A vase is printed without supports."),
        "raft_layers": say("A vase stands on the bed, and a raft was asked for."),
        "adaptive_layers": say("A vase rises evenly, and adaptive layers were asked for."),
    }
    for field, message in wrong.items():
        if getattr(quality, field) != getattr(plain, field):
            yield Conflict(field, message, say("Leave one of the two away."))


def _events(settings: SliceSettings, model_height_mm: float) -> Iterator[Conflict]:
    printer = settings.printer
    for event in settings.events:
        if event.height_mm >= model_height_mm:
            yield Conflict(
                "events",
                say(
                    "Nothing is printed above {height:.2f} mm: the model is {model:.2f} mm tall.",
                    height=event.height_mm,
                    model=model_height_mm,
                ),
                say("Choose a lower place for the pause or the colour change."),
            )
        needed = {"pause": printer.pause_gcode, "color_change": printer.color_change_gcode}
        if not needed.get(event.kind, event.text).strip():
            yield Conflict(
                "events",
                say("The {printer} has no command for this.", printer=printer.label),
                say("Set pause_gcode or color_change_gcode of the printer."),
            )
