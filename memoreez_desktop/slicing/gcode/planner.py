"""What a printer's motion allows, as the planner reads it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.slicing.compiled import Floats
from memoreez_desktop.slicing.gcode.corner_kernels import BY_DEVIATION, BY_JERK, BY_KLIPPER
from memoreez_desktop.slicing.gcode.planner_kernels import lower_peaks

# Klipper's default of ``minimum_cruise_ratio``: what a move may not spend on speeding up and braking.
KLIPPER_CRUISE_RATIO = 0.5


@dataclass(frozen=True)
class PlannerLimits:
    """What a printer's motion allows; the defaults are those PrusaSlicer assumes of a Marlin printer.

    ``junction_deviation_mm`` above 0 replaces the jerk in corners, and ``square_corner_velocity_mm_s`` above
    0 both: then the corners are Klipper's.
    """

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
    junction_deviation_mm: float = 0.0
    square_corner_velocity_mm_s: float = 0.0

    @classmethod
    def of(cls, printer: PrinterProfile) -> PlannerLimits:
        """Take the limits of a printer profile.

        Notes
        -----
        Klipper has one acceleration for printing and travelling. It draws filament back as much slower than
        it moves as four nozzle squares are smaller than the filament (its default of
        ``max_extrude_only_accel``), and its square corner velocity is what others call jerk.
        """
        klipper = printer.gcode_flavor == "klipper"
        filament_mm2 = math.pi * printer.filament_diameter_mm**2 / 4
        slower = min(1.0, 4.0 * printer.nozzle_mm**2 / filament_mm2) if klipper else 1.0
        return cls(
            acceleration_mm_s2=printer.acceleration_mm_s2,
            travel_acceleration_mm_s2=(
                printer.acceleration_mm_s2 if klipper else printer.travel_acceleration_mm_s2
            ),
            retract_acceleration_mm_s2=printer.acceleration_mm_s2 * slower,
            acceleration_z_mm_s2=printer.acceleration_z_mm_s2,
            jerk_xy_mm_s=printer.jerk_xy_mm_s,
            jerk_z_mm_s=printer.jerk_z_mm_s,
            jerk_e_mm_s=printer.jerk_e_mm_s,
            max_speed_xy_mm_s=max(printer.max_speed_mm_s, 1.0),
            max_speed_z_mm_s=printer.max_speed_z_mm_s,
            max_speed_e_mm_s=printer.max_speed_e_mm_s,
            junction_deviation_mm=0.0 if klipper else printer.junction_deviation_mm,
            square_corner_velocity_mm_s=printer.jerk_xy_mm_s if klipper else 0.0,
        )

    @property
    def thrusts(self) -> Floats:
        """Acceleration of extrusions, travels and retractions, mm/s²."""
        return np.array(
            [self.acceleration_mm_s2, self.travel_acceleration_mm_s2, self.retract_acceleration_mm_s2]
        )

    def settle(self, plan: Floats) -> None:
        """Do to a laid plan what this firmware does beyond corners, before it is run."""
        if self.square_corner_velocity_mm_s > 0.0:
            lower_peaks(plan, self.acceleration_mm_s2 * (1.0 - KLIPPER_CRUISE_RATIO))

    @property
    def caps(self) -> Floats:
        """Jerk of x, y, z, e; highest speed of x, y, z, e; acceleration of z; rule of corners, its figure."""
        rule, figure = BY_JERK, 0.0
        if self.square_corner_velocity_mm_s > 0.0:
            # Klipper, toolhead.py: the deviation at which a right angle is taken at this speed.
            rule, figure = BY_KLIPPER, self.square_corner_velocity_mm_s**2 * (math.sqrt(2.0) - 1.0)
        elif self.junction_deviation_mm > 0.0:
            rule, figure = BY_DEVIATION, self.junction_deviation_mm
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
                rule,
                figure,
            ]
        )
