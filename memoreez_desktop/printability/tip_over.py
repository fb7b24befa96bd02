"""Whether a model stands by itself."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.flat_base import tip_angle_deg
from memoreez_desktop.geometry.standing import CONTACT_Z_MM, STABLE_DEG
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.flat_contact import POINT_MM2
from memoreez_desktop.printability.orientation.lying_side import lying_side
from memoreez_desktop.printability.subject import Subject

SAFE_DEG = 20.0
TOP_HEAVY_RATIO = 0.6
"""Of the height: a plain block has its weight at half of it."""


class TipOverCheck:
    """Where the weight is, against the edge of the foot, and how high up.

    Tolerance: the angle within 0.5°.
    """

    info = CheckInfo("tip-over", say("Stands by itself"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        if not subject.edges.watertight or subject.contact_mm2 < POINT_MM2:
            return
        centre = subject.centre_of_mass_mm
        angle = tip_angle_deg(subject.contact.shape, centre)
        height = subject.mesh.extents_mm[2]
        if angle < STABLE_DEG:
            side = lying_side(subject.mesh, subject.contact_mm2)
            yield Finding(
                "falls-over" if angle < 0 else "tips-easily",
                "warning",
                say("Its weight is not above its foot: it falls over.")
                if angle < 0
                else say("A touch can tip it over: it leans at most {angle:.0f}°.", angle=angle),
                say("Lying on its flat side it cannot tip; a plinth makes it stand.")
                if len(side)
                else say("A plinth makes it stand; a brim holds it while it prints."),
                subject.original_faces(side) if len(side) else self._foot(subject),
                "lie-down" if len(side) else "flat-base",
                angle,
                "deg",
                subject.original_point(centre),
            )
        elif angle < SAFE_DEG and centre[2] > TOP_HEAVY_RATIO * height:
            yield Finding(
                "top-heavy",
                "warning",
                say("It is top-heavy: its weight sits {height:.0f} mm up.", height=float(centre[2])),
                say("It leans at most {angle:.0f}°; a plinth makes it stand safely.", angle=angle),
                self._foot(subject),
                "flat-base",
                float(centre[2]),
                "mm",
                subject.original_point(centre),
            )

    @staticmethod
    def _foot(subject: Subject) -> NDArray[np.int32]:
        """Faces that lie on the bed."""
        return subject.original_faces(np.flatnonzero(subject.cutter.low_mm < CONTACT_Z_MM))
