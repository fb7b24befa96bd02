"""What a printer's motion allows, as the planner reads it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.slicing.compiled import Floats


@dataclass(frozen=True)
class PlannerLimits:
    """What a printer's motion allows; the defaults are those PrusaSlicer assumes of a Marlin printer."""

    acceleration_mm_s2: float = 1500.0
    travel_acceleration_mm_s2: float = 1500.0
    retract_acceleration_mm_s2: float = 1500.0
    acceleration_z_mm_s2: float = 500.0
    jerk_xy_mm_s: float = 10.0
    jerk_z_mm_s: float = 0.2
    jerk_e_mm_s: float = 2.5
    max_speed_xy_mm_s: float = 500.0
    max_speed_z_mm_s: float = 12.0
    max_speed_e_mm_s: float = 120.0

    @classmethod
    def of(cls, printer: PrinterProfile) -> PlannerLimits:
        """Take the limits of a printer profile."""
        return cls(
            acceleration_mm_s2=printer.acceleration_mm_s2,
            travel_acceleration_mm_s2=printer.travel_acceleration_mm_s2,
            retract_acceleration_mm_s2=printer.acceleration_mm_s2,
            acceleration_z_mm_s2=printer.acceleration_z_mm_s2,
            jerk_xy_mm_s=printer.jerk_xy_mm_s,
            jerk_z_mm_s=printer.jerk_z_mm_s,
            jerk_e_mm_s=printer.jerk_e_mm_s,
            max_speed_xy_mm_s=max(printer.max_speed_mm_s, 1.0),
            max_speed_z_mm_s=printer.max_speed_z_mm_s,
            max_speed_e_mm_s=printer.max_speed_e_mm_s,
        )

    @property
    def thrusts(self) -> Floats:
        """Acceleration of extrusions, travels and retractions, mm/s²."""
        return np.array(
            [self.acceleration_mm_s2, self.travel_acceleration_mm_s2, self.retract_acceleration_mm_s2]
        )

    @property
    def caps(self) -> Floats:
        """Jerk of x, y, z, e; highest speed of x, y, z, e; acceleration of z."""
        return np.array(
            [
                self.jerk_xy_mm_s,
                self.jerk_xy_mm_s,
                self.jerk_z_mm_s,
                self.jerk_e_mm_s,
                self.max_speed_xy_mm_s,
                self.max_speed_xy_mm_s,
                self.max_speed_z_mm_s,
                self.max_speed_e_mm_s,
                self.acceleration_z_mm_s2,
            ]
        )
