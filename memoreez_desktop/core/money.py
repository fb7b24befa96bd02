"""What the plastic costs."""

from __future__ import annotations


def filament_cost(filament_g: float, price_per_kg: float) -> float:
    """Return the price of ``filament_g`` grams, in the currency of ``price_per_kg``."""
    return filament_g * price_per_kg / 1000.0
