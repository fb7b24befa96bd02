"""Size against the build volume of the printer."""

from __future__ import annotations

from collections.abc import Iterator

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.bed_fit import BedFit, fit
from memoreez_desktop.printability.subject import Subject

_SLACK_MM = 1e-3
_QUARTER_DEG = 90.0


class FitsBedCheck:
    """Width, depth and height against the build volume, less what the printer needs for itself.

    Tolerance: 0.001 mm; other positions are tried along the sides of the footprint's hull.
    """

    info = CheckInfo("fits-bed", say("Fits the printer"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        height = max(subject.mesh.extents_mm[2], _SLACK_MM)
        printer = subject.printer
        standing = fit(subject.shadow, printer)
        too_high = height > printer.height_mm + _SLACK_MM
        if standing.fits and not too_high:
            return
        share = min(standing.scale_ratio, printer.height_mm / height)
        turned = not too_high and standing.turn_deg > 0
        yield Finding(
            "too-large",
            "error",
            self._too_high(subject) if too_high else self._too_wide(subject),
            _turn_words(standing)
            if turned
            else say("At {percent:.0f} % of its size it fits.", percent=int(share * 100)),
            fix="turn" if turned else "resize",
            amount=standing.turn_deg if turned else share,
            unit="deg" if turned else "",
        )

    @staticmethod
    def _too_high(subject: Subject) -> Phrase:
        return say(
            "It is {height:.0f} mm tall; the {printer} prints up to {limit:.0f} mm.",
            height=subject.mesh.extents_mm[2],
            printer=subject.printer.label,
            limit=subject.printer.height_mm,
        )

    @staticmethod
    def _too_wide(subject: Subject) -> Phrase:
        width, depth, _ = subject.mesh.extents_mm
        printer = subject.printer
        if width <= printer.bed_x_mm + _SLACK_MM and depth <= printer.bed_y_mm + _SLACK_MM:
            return say("It reaches into a place that the {printer} needs for itself.", printer=printer.label)
        return say(
            "It needs {width:.0f} × {depth:.0f} mm; the bed of the {printer} is {x:.0f} × {y:.0f} mm.",
            width=width,
            depth=depth,
            printer=printer.label,
            x=printer.bed_x_mm,
            y=printer.bed_y_mm,
        )


def _turn_words(standing: BedFit) -> Phrase:
    if standing.turn_deg == _QUARTER_DEG:
        return say("Turned by a quarter it fits.")
    return say("Turned by {angle:.0f}° it fits.", angle=standing.turn_deg)
