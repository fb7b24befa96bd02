"""Where a footprint may stand on a bed, and what to do when it may not."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from manifold3d import CrossSection, FillRule
from numpy.typing import NDArray

from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.geometry.shapes import Shape

_SLACK_MM = 1e-3
_STEPS = 40


def excluded(printer: PrinterProfile) -> Shape:
    """Return the places of the bed that the printer needs for itself, about the middle of the bed."""
    corners = printer.excluded_mm
    return CrossSection([corners], FillRule.NonZero) if corners else CrossSection()


@dataclass(frozen=True)
class BedFit:
    """How a footprint fits a bed.

    Attributes
    ----------
    fits : bool
        As it stands.
    turn_deg : float
        Turned by so much it fits; 0 when it does as it is, or in no way.
    scale_ratio : float
        The largest size at which it fits as it is or turned by a quarter, at most 1.
    """

    fits: bool
    turn_deg: float
    scale_ratio: float


def fit(shadow: Shape, printer: PrinterProfile) -> BedFit:
    """Try a footprint in the middle of a bed: as it is, turned by a quarter, and along each of its sides.

    Parameters
    ----------
    shadow : Shape
        Convex.
    """
    rings = shadow.to_polygons()
    if not rings:
        return BedFit(True, 0.0, 1.0)
    ring = rings[0].astype(np.float64)
    forbidden = excluded(printer)
    if _stands(ring, 0.0, 1.0, printer, forbidden):
        return BedFit(True, 0.0, 1.0)
    sides = np.roll(ring, -1, axis=0) - ring
    long = np.hypot(sides[:, 0], sides[:, 1]) > _SLACK_MM
    along = -np.degrees(np.arctan2(sides[long, 1], sides[long, 0])) % 90
    turns = [90.0, *sorted({float(turn) + more for turn in along for more in (0, 90)})]
    turn = next((turn for turn in turns if _stands(ring, turn, 1.0, printer, forbidden)), 0.0)
    return BedFit(False, turn, max(_largest(ring, turn, printer, forbidden) for turn in (0.0, 90.0)))


def _stands(
    ring: NDArray[np.float64], turn_deg: float, ratio: float, printer: PrinterProfile, forbidden: Shape
) -> bool:
    cos, sin = math.cos(math.radians(turn_deg)), math.sin(math.radians(turn_deg))
    turned = ring @ np.array([[cos, sin], [-sin, cos]]) * ratio
    low, high = turned.min(axis=0), turned.max(axis=0)
    width, depth = high - low
    if width > printer.bed_x_mm + _SLACK_MM or depth > printer.bed_y_mm + _SLACK_MM:
        return False
    if forbidden.is_empty():
        return True
    footprint = Shape.hull_points(turned - (low + high) / 2)
    return bool((footprint ^ forbidden).area() < _SLACK_MM)


def _largest(ring: NDArray[np.float64], turn_deg: float, printer: PrinterProfile, forbidden: Shape) -> float:
    """Halve the range of sizes until the largest that stands is known."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _stands(ring, turn_deg, middle, printer, forbidden):
            low = middle
        else:
            high = middle
    return low
