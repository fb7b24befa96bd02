"""Whether a thing stands by itself: what lies on the bed, and where its weight is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.flat_base import centre_of_mass_mm, tip_angle_deg
from memoreez_desktop.geometry.sections import Cutter
from memoreez_desktop.geometry.shapes import Shape

CONTACT_Z_MM = 0.1
"""Half a first layer: what lies lower than this touches the bed."""
ENOUGH_MM2 = 50.0
ENOUGH_FOOTPRINT_RATIO = 0.02
STABLE_DEG = 10.0
"""Below it a push of a finger tips a print over; what is made to stand leans at least so far."""
CUT_RATIOS = (0.02, 0.04)
"""Of the height: the most that is cut off an underside at the first and at the second try."""
TINY_BELOW_MM = 10.0
"""Longest side of what has no proper size yet; a plinth would be larger than itself."""


def enough_contact_mm2(footprint_mm2: float) -> float:
    """Return the contact below which a print may come off the bed: 50 mm², or 2 % of the footprint."""
    return max(ENOUGH_MM2, ENOUGH_FOOTPRINT_RATIO * footprint_mm2)


def footprint_mm2(points: NDArray[np.float32]) -> float:
    """Area of the convex shadow of points, (n, 3) float, on the bed."""
    return float(Shape.hull_points(np.ascontiguousarray(points[:, :2], dtype=np.float64)).area())


def stands(mesh: MeshModel) -> bool:
    """Tell whether a closed mesh has enough to stand on, as it lies."""
    mesh = mesh.moved(dz_mm=-float(mesh.bounds_mm[0, 2]))
    contact = Cutter(mesh).cut(CONTACT_Z_MM).shape
    shadow = footprint_mm2(mesh.vertices)
    if contact.area() < min(enough_contact_mm2(shadow), 0.5 * shadow):
        return False
    return tip_angle_deg(contact, centre_of_mass_mm(mesh)) >= 0.0
