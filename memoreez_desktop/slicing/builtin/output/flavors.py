"""What the firmwares say differently.

Moves, temperatures (M104, M109, M140, M190), the fan (M106 S0-255, M107), G92, M82/M83 and M84 are the same
everywhere. M73 P R is read by Marlin 2, Prusa's firmware and, from 3.3 on, RepRapFirmware (R); Klipper's
``display_status`` takes P. Limits of the machine are never set, only told in comments: they belong to the
firmware. A pause is a matter of taste: Prusa's M601, Klipper's macro PAUSE, RepRapFirmware's M226 from within
a file, Marlin's M25 from a card or host.
"""

from __future__ import annotations

from memoreez_desktop.core.profiles import PrinterProfile

# What a profile says that says nothing of its own: words of Marlin as Prusa has it.
PLAIN_PAUSE, PLAIN_COLOR_CHANGE = "M601", "M600"
_PAUSES = {"klipper": "PAUSE", "reprap": "M226"}
# RepRapFirmware knows M600 as a macro and falls back to a pause; Klipper has none of its own.
_COLOR_CHANGES = {"klipper": "PAUSE"}


def pause_command(printer: PrinterProfile) -> str:
    """Return what makes this printer wait for the person."""
    if printer.pause_gcode == PLAIN_PAUSE:
        return _PAUSES.get(printer.gcode_flavor, PLAIN_PAUSE)
    return printer.pause_gcode.strip()


def color_change_command(printer: PrinterProfile) -> str:
    """Return what makes this printer ask for another filament."""
    if printer.color_change_gcode == PLAIN_COLOR_CHANGE:
        return _COLOR_CHANGES.get(printer.gcode_flavor, PLAIN_COLOR_CHANGE)
    return printer.color_change_gcode.strip()
