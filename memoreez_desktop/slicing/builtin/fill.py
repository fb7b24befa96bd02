"""The fill of one layer as chains of points."""

from __future__ import annotations

import math

from memoreez_desktop.core.profiles import FillPattern
from memoreez_desktop.slicing.builtin.fill_kernels import fill_chains
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.regions import Region, flat_rings
from memoreez_desktop.slicing.compiled import Floats, Ints

DIAGONAL = math.pi / 4
SHORTEST_SOLID_MM = 0.15
SHORTEST_SPARSE_MM = 0.8

Chains = tuple[Floats, Ints]


def layer_angle(index: int) -> float:
    """Alternate between the two diagonals."""
    return DIAGONAL if index % 2 else -DIAGONAL


def solid_chains(region: Region, flow: Flow, angle: float) -> Chains:
    """Fill with touching lines in monotonic order; chains must be printed in the order given."""
    spacing = flow.spacing_mm
    return fill_chains(*flat_rings(region), angle, spacing, 0.0, True, 2.5 * spacing, SHORTEST_SOLID_MM)


def sparse_chains(
    region: Region, flow: Flow, density_ratio: float, pattern: FillPattern, index: int
) -> list[Chains]:
    """Fill with spaced lines: grid crosses in every layer, rectilinear turns from layer to layer."""
    if density_ratio <= 0.0 or region.is_empty():
        return []
    points, rings = flat_rings(region)
    pitch = flow.spacing_mm / density_ratio
    if pattern == "grid":
        # Two crossing families at twice the pitch put down the same plastic.
        return [
            fill_chains(points, rings, angle, 2 * pitch, 0.0, False, 2 * pitch, SHORTEST_SPARSE_MM)
            for angle in (DIAGONAL, -DIAGONAL)
        ]
    return [fill_chains(points, rings, layer_angle(index), pitch, 0.0, False, pitch, SHORTEST_SPARSE_MM)]
