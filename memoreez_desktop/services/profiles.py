"""Printers, materials and qualities for the window and the command line, and the settings made of them."""

from __future__ import annotations

import functools
import math

from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.core.errors import RefusedError
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile, SliceSettings
from memoreez_desktop.core.slice_rules import conflicts
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

    A lithophane must be solid: a pattern of infill would be seen against the light. The sticks of a cake
    topper are pushed and pulled.
    """
    if product_id == "cake-topper":
        return "strong"
    shines = product_id.startswith("lithophane") or product_id == "night-light"
    return "lithophane" if shines else DEFAULT_QUALITY


def require_possible(settings: SliceSettings, model_height_mm: float = math.inf) -> None:
    """Make sure that printer, material, quality and events go together.

    Raises
    ------
    RefusedError
        The first of :func:`memoreez_desktop.core.slice_rules.conflicts`, in its words.
    """
    for conflict in conflicts(settings, model_height_mm):
        raise RefusedError(conflict.message, conflict.hint)
