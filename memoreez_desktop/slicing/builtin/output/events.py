"""What happens between two layers: pauses, colour changes and G-code of one's own.

The filament is drawn back before and comes out again after it; the nozzle then returns to where it was, so
that whatever the printer did meanwhile leaves no trace in the print.
"""

from __future__ import annotations

from memoreez_desktop.core.errors import SlicingError
from memoreez_desktop.core.profiles import LayerEvent, PrinterProfile, SliceSettings
from memoreez_desktop.core.words import say
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.output.flavors import color_change_command, pause_command
from memoreez_desktop.slicing.builtin.output.script import number
from memoreez_desktop.slicing.compiled import Floats

# What previews and hosts look for; PrusaSlicer's words.
_MARKS = {"pause": ";PAUSE_PRINT", "color_change": ";COLOR_CHANGE,T0", "gcode": ";CUSTOM_GCODE"}
# Longer messages do not fit a printer's display, and a line break would end the command.
LONGEST_MESSAGE = 60
RETURN_SPEED_MM_S = 100.0
RETURN_Z_SPEED_MM_S = 10.0


class EventQueue:
    """The events of a job, handed out layer by layer.

    Raises
    ------
    SlicingError
        An event lies above the last layer: it would never happen, and nobody would know.
    """

    def __init__(self, settings: SliceSettings, stack: LayerStack) -> None:
        self._settings = settings
        self._waiting = sorted(settings.events, key=lambda event: event.height_mm)
        top_mm = float(stack.top_mm[-1])
        if self._waiting and self._waiting[-1].height_mm >= top_mm:
            raise SlicingError(
                say(
                    "Something shall happen at a height of {height} mm, but the print ends at {top} mm.",
                    height=number(self._waiting[-1].height_mm),
                    top=number(top_mm),
                ),
                say("Choose a height below the top of the print."),
            )

    def before(self, top_mm: float, here_mm: Floats) -> str:
        """Write all that happens before the layer that ends at ``top_mm``; the nozzle is ``here_mm``."""
        text = ""
        while self._waiting and self._waiting[0].height_mm < top_mm:
            text += _happening(self._waiting.pop(0), self._settings.printer, here_mm)
        return text


def _happening(event: LayerEvent, printer: PrinterProfile, here_mm: Floats) -> str:
    message = " ".join(event.text.split())[:LONGEST_MESSAGE]
    lines = [_MARKS[event.kind], "M83"]
    draws = event.kind != "gcode" and printer.retract_length_mm > 0.0
    retract = f"{number(printer.retract_length_mm)} F{number(printer.retract_speed_mm_s * 60.0)}"
    if draws:
        lines.append(f"G1 E-{retract}")
    if event.kind == "gcode":
        lines.append(event.text.strip("\n"))
    else:
        lines += [f"M117 {message}"] if message else []
        lines.append(pause_command(printer) if event.kind == "pause" else color_change_command(printer))
    x, y, z = (number(value) for value in here_mm.tolist())
    lines += ["G21", "G90", "M83"]
    lines.append(f"G1 X{x} Y{y} F{number(RETURN_SPEED_MM_S * 60.0)}")
    lines.append(f"G1 Z{z} F{number(RETURN_Z_SPEED_MM_S * 60.0)}")
    if draws:
        lines.append(f"G1 E{retract}")
    if not printer.use_relative_e_distances:
        lines += ["M82", "G92 E0"]
    return "\n".join(lines) + "\n"
