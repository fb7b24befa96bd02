"""What the kernels that write moves read and carry on: entries of two arrays of numbers."""

from __future__ import annotations

# Entries of the motion array: how this printer moves, and where this layer lies. Lengths in mm, speeds in
# mm/s; COAST in mm of filament.
(
    RETRACT_LENGTH,
    RETRACT_SPEED,
    LEAST_TRAVEL,
    TRAVEL_SPEED,
    LIFT_HEIGHT,
    LIFT_SPEED,
    FILAMENT_AREA,
    LAYER_Z,
    FIRST_LAYER,
    LEAST_SUPPORT_TRAVEL,
    BRIDGE_FAN,
    SEAM,
    OUTER_FIRST,
    AVOID,
    WIPE_LENGTH,
    COAST,
) = range(16)
# Four entries each: the speed and the fan of the four degrees of overhang.
OVERHANG_SPEED = 16
OVERHANG_FAN = 20
MOTION_SIZE = 24
# Entries of the state array: where the nozzle is, in which row of the moves of this layer the line just
# printed begins, and whether that is an outer perimeter.
AT_X, AT_Y, LINE_ROW, LINE_IS_OUTER = range(4)
STATE_SIZE = 4
