"""The words of G-code: what a line of plastic is for, and what a whole file amounts to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray


class Role(IntEnum):
    """What a move is for. The ``;TYPE:`` words are PrusaSlicer's, which every preview understands."""

    TRAVEL = 0
    PERIMETER = 1
    EXTERNAL_PERIMETER = 2
    OVERHANG_PERIMETER = 3
    GAP_FILL = 4
    BRIDGE_INFILL = 5
    SOLID_INFILL = 6
    TOP_SOLID_INFILL = 7
    INFILL = 8
    SKIRT = 9
    BRIM = 10
    SUPPORT_MATERIAL = 11
    SUPPORT_INTERFACE = 12
    OTHER = 13

    @property
    def key(self) -> str:
        """Lower-case name used in JSON: ``external_perimeter``."""
        return self.name.lower()


TYPE_WORDS: dict[Role, str] = {
    Role.PERIMETER: "Perimeter",
    Role.EXTERNAL_PERIMETER: "External perimeter",
    Role.OVERHANG_PERIMETER: "Overhang perimeter",
    Role.GAP_FILL: "Gap fill",
    Role.BRIDGE_INFILL: "Bridge infill",
    Role.SOLID_INFILL: "Solid infill",
    Role.TOP_SOLID_INFILL: "Top solid infill",
    Role.INFILL: "Internal infill",
    Role.SKIRT: "Skirt",
    Role.BRIM: "Brim",
    Role.SUPPORT_MATERIAL: "Support material",
    Role.SUPPORT_INTERFACE: "Support material interface",
    Role.OTHER: "Custom",
}


@dataclass(frozen=True)
class RoleUsage:
    """Time and filament of one role; the times of all roles add up to the whole."""

    time_s: float
    filament_mm: float


@dataclass(frozen=True)
class GcodeStats:
    """What a G-code file amounts to, read from its moves, not from its comments."""

    time_s: float
    filament_mm: float
    filament_g: float
    layers: int
    bounds_mm: tuple[tuple[float, float, float], tuple[float, float, float]]
    roles: dict[str, RoleUsage] = field(default_factory=dict)
    generator: str = ""


@dataclass(frozen=True, eq=False)
class Toolpaths:
    """Every straight move of a G-code file, ready to be drawn.

    Attributes
    ----------
    start_mm, end_mm : (n, 3) float32
    role : (n,) uint8
        A :class:`Role`.
    layer : (n,) int32
        Index into ``layer_z_mm``.
    width_mm : (n,) float32
        Line width from the extruded volume; 0 for travel.
    time_s : (n,) float32
    layer_z_mm : (k,) float32
    """

    start_mm: NDArray[np.float32]
    end_mm: NDArray[np.float32]
    role: NDArray[np.uint8]
    layer: NDArray[np.int32]
    width_mm: NDArray[np.float32]
    time_s: NDArray[np.float32]
    layer_z_mm: NDArray[np.float32]
