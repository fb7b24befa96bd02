"""The moves of a print as one table of numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.compiled import Floats, Ints

# Columns. X, Y, Z are where the move ends, E the filament it feeds, SPEED in mm/s, ROLE a core.gcode.Role,
# FAN the ratio this move asks for, or LAYER_FAN: what the layer has.
KIND, X, Y, Z, E, SPEED, ROLE, FAN = range(8)
COLUMNS = 8
LAYER_FAN = -1.0
# Kinds. WIPE goes over the line just printed while the filament is drawn back.
TRAVEL, EXTRUDE, RETRACT, UNRETRACT, LIFT, WIPE = range(6)
_SUPPORTS = (Role.SUPPORT_MATERIAL, Role.SUPPORT_INTERFACE)
_AROUND = (Role.SKIRT, Role.BRIM, *_SUPPORTS)


@dataclass(frozen=True, eq=False)
class Moves:
    """All moves, layer by layer.

    Attributes
    ----------
    table : (n, 8) float64
    layers : (k + 1,) int64
        The first move of each layer.
    """

    table: Floats
    layers: Ints

    @property
    def prints_the_model(self) -> bool:
        """True when anything but skirt, brim and supports is printed."""
        around = np.isin(self.table[:, ROLE], [int(role) for role in _AROUND])
        return bool((~around & (self.table[:, KIND] == EXTRUDE)).any())

    @property
    def has_supports(self) -> bool:
        """True when supports are printed."""
        return bool(np.isin(self.table[:, ROLE], [int(role) for role in _SUPPORTS]).any())
