"""How a figure stands: where it is cut flat, what touches the pedestal, what has to be under it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.flat_base import centre_of_mass_mm
from memoreez_desktop.geometry.sections import Cutter
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.geometry.solids import Solid, to_mesh

F64 = NDArray[np.float64]

CONTACT_MM2 = 50.0
SHADOW_RATIO = 0.02
DEEPEST_RATIO = 0.03
"""Of the figure's height: never is more cut away."""
_SMALL_RATIO = 0.12
"""Of its shadow: enough contact for a figure too small for 50 mm²."""
_STEP_MM = 0.05
_LOW_RATIO = 0.2
"""The lower part of a figure that a pedestal reaches under."""


@dataclass(frozen=True, eq=False)
class Standing:
    """What the pedestal has to know of a figure, in the figure's own coordinates.

    Attributes
    ----------
    cut_mm : float
        How much of its lowest end is cut away.
    contact_mm2 : float
        Area with which it then goes through the top of the pedestal.
    enough : bool
        Whether that will hold.
    feet, low : (n, 2) float64
        Convex outlines of what touches the pedestal, and of the figure's lower part.
    centre_of_mass_mm : (3,) float64
    volume_mm3 : float
    """

    cut_mm: float
    contact_mm2: float
    enough: bool
    feet: F64
    low: F64
    centre_of_mass_mm: F64
    volume_mm3: float


def how_it_stands(figure: Solid, overlap_mm: float) -> Standing:
    """Search the smallest cut after which enough of a figure is sunk into its pedestal.

    Parameters
    ----------
    figure : Solid
        Lowest point at z = 0.
    overlap_mm : float
        How deep it is sunk.

    Notes
    -----
    Where no cut within 3 % of the height is enough, the one with the largest contact is taken.
    """
    mesh = to_mesh(figure)
    height = float(mesh.bounds_mm[1, 2])
    points = mesh.vertices.astype(np.float64)
    shadow = _hull_area(points[:, :2])
    wanted = min(max(CONTACT_MM2, SHADOW_RATIO * shadow), _SMALL_RATIO * shadow)
    overlap = min(overlap_mm, height / 4)
    cutter = Cutter(mesh)
    best: tuple[float, float, Shape] = (0.0, -1.0, Shape())
    for cut in np.arange(0.0, max(DEEPEST_RATIO * height, _STEP_MM), _STEP_MM):
        section = cutter.cut(float(cut) + overlap).shape
        area = float(section.area())
        if area > best[1]:
            best = float(cut), area, section
        if area >= wanted:
            break
    cut_mm, contact, section = best
    # A figure that is level below already needs no cut, whatever the search would like.
    lower = points[points[:, 2] <= cut_mm + overlap + _LOW_RATIO * height, :2]
    rings = [np.asarray(ring) for ring in section.to_polygons()]
    feet = np.concatenate(rings) if rings else lower
    return Standing(
        cut_mm,
        contact,
        contact >= wanted,
        _hull(feet),
        _hull(np.concatenate([lower, feet])),
        centre_of_mass_mm(mesh),
        float(mesh.volume_mm3),
    )


def _hull(points: F64) -> F64:
    return np.asarray(Shape.hull_points(points).to_polygons()[0], dtype=np.float64)


def _hull_area(points: F64) -> float:
    return float(Shape.hull_points(points).area())
