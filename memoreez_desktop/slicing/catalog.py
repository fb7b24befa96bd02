"""The slicer engines, in the order in which people see them."""

from __future__ import annotations

from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.slicing.api import SlicerEngine
from memoreez_desktop.slicing.builtin.engine import BuiltinEngine


def engine_catalog() -> Catalog[SlicerEngine]:
    """List every engine; a new one is one more line here."""
    return Catalog("slicer engine", [BuiltinEngine()])
