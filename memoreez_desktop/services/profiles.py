"""Printers, materials and qualities for the window and the command line, and the settings made of them."""

from __future__ import annotations

import functools

from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.core.errors import RefusedError
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile, SliceSettings
from memoreez_desktop.core.words import say
from memoreez_desktop.storage.profiles import (
    DEFAULT_MATERIAL,
    DEFAULT_PRINTER,
    DEFAULT_QUALITY,
    load_materials,
    load_printers,
    load_qualities,
)

__all__ = ["DEFAULT_MATERIAL", "DEFAULT_PRINTER", "DEFAULT_QUALITY", "materials", "printers", "qualities"]


@functools.cache
def printers() -> Catalog[PrinterProfile]:
    """Return the printers."""
    return load_printers()


@functools.cache
def materials() -> Catalog[MaterialProfile]:
    """Return the materials."""
    return load_materials()


@functools.cache
def qualities() -> Catalog[QualityProfile]:
    """Return the qualities."""
    return load_qualities()


def slice_settings(
    printer_id: str = DEFAULT_PRINTER,
    material_id: str = DEFAULT_MATERIAL,
    quality_id: str = DEFAULT_QUALITY,
) -> SliceSettings:
    """Return the settings for three ids.

    Raises
    ------
    UsageError
        One of them is not known.
    """
    return SliceSettings(
        printers().get(printer_id), materials().get(material_id), qualities().get(quality_id)
    )


def suggested_quality_id(product_id: str) -> str:
    """Return the quality a product looks best in when the person has not chosen one.

    A lithophane must be solid: a pattern of infill would be seen against the light.
    """
    return "lithophane" if product_id.startswith("lithophane") else DEFAULT_QUALITY


def require_possible(settings: SliceSettings) -> None:
    """Make sure that printer, material and quality go together.

    Raises
    ------
    RefusedError
        The filament wants more heat than the nozzle may have, or the layers do not suit the nozzle
        (higher than 80 % or lower than 10 % of its width).
    """
    printer, material, quality = settings.printer, settings.material, settings.quality
    hottest = max(material.temperature_c, material.first_layer_temperature_c)
    if hottest > printer.max_temperature_c:
        raise RefusedError(
            say(
                "{material} needs {needed:.0f} °C, and the {printer} may only go to {limit:.0f} °C.",
                material=material.label,
                needed=hottest,
                printer=printer.label,
                limit=printer.max_temperature_c,
            ),
            say("Choose another material or another printer."),
        )
    highest = max(quality.layer_height_mm, quality.first_layer_height_mm)
    lowest = min(quality.layer_height_mm, quality.first_layer_height_mm)
    if highest > 0.8 * printer.nozzle_mm + 1e-9 or lowest < 0.1 * printer.nozzle_mm - 1e-9:
        raise RefusedError(
            say(
                "Layers of {height:.2f} mm do not suit a nozzle of {nozzle:.2f} mm.",
                height=highest if highest > 0.8 * printer.nozzle_mm else lowest,
                nozzle=printer.nozzle_mm,
            ),
            say(
                "Choose between {low:.2f} and {high:.2f} mm.",
                low=0.1 * printer.nozzle_mm,
                high=0.8 * printer.nozzle_mm,
            ),
        )
