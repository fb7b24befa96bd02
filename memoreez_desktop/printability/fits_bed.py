"""Size against the build volume of the printer."""

from __future__ import annotations

from collections.abc import Iterator

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.subject import Subject

_SLACK_MM = 1e-3


class FitsBedCheck:
    """Width, depth and height against the build volume."""

    info = CheckInfo("fits-bed", say("Fits the printer"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        width, depth, height = (max(size, _SLACK_MM) for size in subject.mesh.extents_mm)
        printer = subject.printer
        bed = (printer.bed_x_mm + _SLACK_MM, printer.bed_y_mm + _SLACK_MM)
        too_high = height > printer.height_mm + _SLACK_MM
        too_wide = width > bed[0] or depth > bed[1]
        if not too_high and not too_wide:
            return
        turned = not too_high and depth <= bed[0] and width <= bed[1]
        share = min(1.0, printer.height_mm / height)
        share = min(share, max(min(bed[0] / width, bed[1] / depth), min(bed[0] / depth, bed[1] / width)))
        message = (
            say(
                "It is {height:.0f} mm tall; the {printer} prints up to {limit:.0f} mm.",
                height=height,
                printer=printer.label,
                limit=printer.height_mm,
            )
            if too_high
            else say(
                "It needs {width:.0f} × {depth:.0f} mm; the bed of the {printer} is {x:.0f} × {y:.0f} mm.",
                width=width,
                depth=depth,
                printer=printer.label,
                x=printer.bed_x_mm,
                y=printer.bed_y_mm,
            )
        )
        hint = (
            say("Turned by a quarter it fits.")
            if turned
            else say("At {percent:.0f} % of its size it fits.", percent=int(share * 100))
        )
        yield Finding("too-large", "error", message, hint, fix="turn" if turned else "resize")
