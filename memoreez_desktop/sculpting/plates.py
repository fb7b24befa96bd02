"""Flat plates that keepsakes with letters are built on: a bevelled edge, raised lines along it, rings."""

from __future__ import annotations

from memoreez_desktop.geometry.shapes import Shape, circle, offset
from memoreez_desktop.geometry.solids import Solid, extrude, union

_BEVEL_MM = 0.4
"""Of the lower edge: takes up the swell of a first layer pressed onto the bed."""
SUNK_MM = 0.3
"""What stands on a plate reaches so far into it."""


def plate(outline: Shape, thickness_mm: float) -> Solid:
    """Make a plate on z = 0 with a bevelled lower edge."""
    lower = extrude(offset(outline, -_BEVEL_MM), _BEVEL_MM + 0.1)
    return union([lower, extrude(outline, thickness_mm - _BEVEL_MM, _BEVEL_MM)])


def line_along(outline: Shape, inset_mm: float, width_mm: float) -> Shape:
    """Draw a line of one width inside an outline and round its holes."""
    return offset(outline, -inset_mm) - offset(outline, -inset_mm - width_mm)


def raised(shape: Shape, ground_mm: float, height_mm: float) -> Solid:
    """Raise a shape from the top of a plate."""
    return extrude(shape, height_mm + SUNK_MM, ground_mm - SUNK_MM)


def hole(radius_mm: float, x_mm: float, y_mm: float) -> Shape:
    """Draw a round hole."""
    return circle(radius_mm, 64).translate((x_mm, y_mm))
