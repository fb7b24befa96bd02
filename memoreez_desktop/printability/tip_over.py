"""Whether a model stands by itself."""

from __future__ import annotations

from collections.abc import Iterator

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.flat_base import centre_of_mass_mm, tip_angle_deg
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.flat_contact import POINT_MM2
from memoreez_desktop.printability.subject import Subject

EASY_DEG = 10.0
"""Below it a push of a finger tips a print over."""


class TipOverCheck:
    """Where the weight is, against the edge of the foot."""

    info = CheckInfo("tip-over", say("Stands by itself"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        if not subject.edges.watertight or subject.contact_mm2 < POINT_MM2:
            return
        angle = tip_angle_deg(subject.contact.shape, centre_of_mass_mm(subject.mesh))
        if angle >= EASY_DEG:
            return
        yield Finding(
            "falls-over" if angle < 0 else "tips-easily",
            "warning",
            say("Its weight is not above its foot: it falls over.")
            if angle < 0
            else say("A touch can tip it over: it leans at most {angle:.0f}°.", angle=angle),
            say("A plinth makes it stand; a brim holds it while it prints."),
            fix="flat-base",
        )
