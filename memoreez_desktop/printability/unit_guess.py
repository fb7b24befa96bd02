"""Whether the numbers in the file can have been millimetres."""

from __future__ import annotations

from collections.abc import Iterator

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.standing import TINY_BELOW_MM
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.subject import Subject

METRES_BELOW_MM = 0.5


class UnitGuessCheck:
    """A model of a few millimetres was most likely meant in metres or inches, or has no unit at all."""

    info = CheckInfo("unit-guess", say("Sensible size"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        longest = max(subject.mesh.extents_mm)
        if longest >= TINY_BELOW_MM:
            return
        hint = (
            say("The file was probably made in metres: {size:.0f} mm. Set the size.", size=longest * 1000)
            if longest < METRES_BELOW_MM
            else say("The file was probably made in inches, or without a unit. Set the size.")
        )
        yield Finding(
            "tiny", "warning", say("It is only {size:.2g} mm long.", size=longest), hint, fix="resize"
        )
