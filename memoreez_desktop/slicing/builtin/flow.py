"""What one line of plastic is: width, spacing and cross-section.

A bead of width w and height h is a rectangle with two half-round ends. Neighbouring beads lie closer than
their width, so that the round ends of one fill the corners of the other.

Source: the rounded-rectangle model of the Slic3r family, "Flow math" in Slic3r's manual.
"""

from __future__ import annotations

from dataclasses import dataclass

from memoreez_desktop.core.profiles import QualityProfile
from memoreez_desktop.slicing.bead import ROUND_END

BRIDGE_THREAD_MM = 0.4
BRIDGE_SPACING_MM = 0.42


@dataclass(frozen=True)
class Flow:
    """One kind of line in one layer."""

    width_mm: float
    height_mm: float

    @property
    def spacing_mm(self) -> float:
        """Distance of the centre lines of two neighbours."""
        return self.width_mm - self.height_mm * ROUND_END

    @property
    def area_mm2(self) -> float:
        """Plastic per mm of line, in mm³."""
        return self.height_mm * self.spacing_mm


@dataclass(frozen=True)
class LayerFlows:
    """The lines of one layer: the outer perimeter, the inner ones, and every fill.

    The inner perimeters are wider by the round ends they share with the outer one, so that two walls
    really cover twice the extrusion width.
    """

    outer: Flow
    inner: Flow
    fill: Flow

    @property
    def height_mm(self) -> float:
        """Layer height."""
        return self.outer.height_mm


def layer_flows(quality: QualityProfile, height_mm: float, *, first: bool) -> LayerFlows:
    """Choose the line widths of a layer."""
    width = quality.first_layer_extrusion_width_mm if first else quality.extrusion_width_mm
    # A bead cannot be narrower than it is high.
    width = max(width, 1.05 * height_mm)
    return LayerFlows(
        outer=Flow(width, height_mm),
        inner=Flow(width + ROUND_END * height_mm, height_mm),
        fill=Flow(width, height_mm),
    )


def pattern_spacing_mm(quality: QualityProfile) -> float:
    """Return the line distance that sparse infill is reckoned from, the same in thin and thick layers."""
    return layer_flows(quality, quality.layer_height_mm, first=False).fill.spacing_mm
