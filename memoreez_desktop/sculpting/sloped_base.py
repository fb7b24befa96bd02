"""A base with a slope in front that carries words, for what stands upright on it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.geometry.shapes import Shape, from_contours, rounded_rectangle
from memoreez_desktop.geometry.solids import Solid, extrude

_SLOPE_DEG = 42.0
_LIP_MM = 1.8
_CORNER_MM = 5.0
_FORWARD_MM = 1.2
_SUNK_MM = 0.9


@dataclass(frozen=True)
class SlopedBase:
    """A base about the z axis, its front at -y, standing on z = 0."""

    width_mm: float
    depth_mm: float
    height_mm: float

    @property
    def run_mm(self) -> float:
        """How far the slope reaches from front to back."""
        return (self.height_mm - _LIP_MM) / math.tan(math.radians(_SLOPE_DEG))

    @property
    def slope_mm(self) -> float:
        """Length of the slope: the room for words from below to above."""
        return (self.height_mm - _LIP_MM) / math.sin(math.radians(_SLOPE_DEG))

    @property
    def middle_y_mm(self) -> float:
        """Middle of the level top from front to back."""
        return self.run_mm / 2

    def solid(self) -> Solid:
        """Make the base; its corners are round seen from above, its upper edge is broken."""
        front, back, top = -self.depth_mm / 2, self.depth_mm / 2, self.height_mm
        profile = from_contours([[
            [front + 0.5, 0.0], [back - 0.5, 0.0], [back, 0.5], [back, top - 0.8], [back - 0.8, top],
            [front + self.run_mm, top], [front, _LIP_MM], [front, 0.5],
        ]])  # fmt: skip
        # Drawn in (y, z), pulled along x.
        long = extrude(profile, self.width_mm + 2.0).rotate((90.0, 0.0, 90.0))
        wedge = long.translate((-self.width_mm / 2 - 1.0, 0.0, 0.0))
        plan = rounded_rectangle(self.width_mm, self.depth_mm, _CORNER_MM)
        return wedge ^ extrude(plan, 2 * top, -1.0)

    def words(self, shape: Shape) -> Solid:
        """Raise words, drawn about the origin, from the middle of the slope straight forward.

        Raised at right angles to the slope every letter would begin and end in a sliver, layer by layer;
        raised to the front each layer has the full depth or nothing.
        """
        angle = math.radians(_SLOPE_DEG)
        raised = extrude(shape.translate((0.0, self.slope_mm / 2)), _FORWARD_MM + _SUNK_MM, -_SUNK_MM)
        lean = np.array(
            [
                [1.0, 0.0, 0.0, 0.0],
                [0.0, math.cos(angle), -1.0, -self.depth_mm / 2],
                [0.0, math.sin(angle), 0.0, _LIP_MM],
            ]
        )
        return raised.transform(lean)
