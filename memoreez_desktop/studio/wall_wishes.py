"""What the steps of a recipe will put on the pedestal's wall, so that one is made high enough."""

from __future__ import annotations

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Braille, Emblem, QrCode
from memoreez_desktop.studio.braille_dots import LINE_MM, MOST_LINES, ONE_LINE_MM
from memoreez_desktop.studio.qr_modules import least_side_mm

_AIR_MM = 0.4
_EMBLEM_RATIO = 0.92
"""Of the band: so much of it an emblem fills."""
_HIGHEST_MM = 80.0


def wanted_band_mm(recipe: KeepsakeRecipe) -> float:
    """Return how high the free band of the wall has to be for symbols, codes and Braille; 0 without any."""
    wishes = [0.0]
    for step in recipe.steps:
        if isinstance(step, Braille) and step.spot.on == "pedestal" and step.text.strip():
            lines = min(len([line for line in step.text.splitlines() if line.strip()]), MOST_LINES)
            wishes.append(ONE_LINE_MM + (lines - 1) * LINE_MM + _AIR_MM)
        elif isinstance(step, Emblem) and step.spot.on == "pedestal" and step.icon_id and step.size_mm:
            wishes.append(step.size_mm / _EMBLEM_RATIO)
        elif isinstance(step, QrCode) and step.spot.on == "pedestal" and step.text:
            wishes.append(_code_mm(step, recipe.nozzle_mm) + _AIR_MM)
    return min(max(wishes), _HIGHEST_MM)


def _code_mm(step: QrCode, nozzle_mm: float) -> float:
    try:
        return step.size_mm or least_side_mm(step.text, nozzle_mm)
    except InputError:
        # The step itself will say so.
        return 0.0
