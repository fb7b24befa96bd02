"""Whether a model stands by itself."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.flat_contact import POINT_MM2
from memoreez_desktop.printability.subject import Subject

EASY_DEG = 10.0
"""Below it a push of a finger tips a print over."""


def tip_angle_deg(contact: Shape, centre_of_mass_mm: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    """Angle by which a thing can lean before it falls; negative when it falls by itself.

    Parameters
    ----------
    contact : Shape
        What lies on the bed.
    centre_of_mass_mm : (3,) float64
        With z above the bed.
    """
    ring = contact.hull().to_polygons()[0]
    along = np.roll(ring, -1, axis=0) - ring
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-12)
    to_centre = centre_of_mass_mm[:2] - ring
    # Counter-clockwise: the centre lies on the left of every side that it does not fall over.
    inside = (along[:, 0] * to_centre[:, 1] - along[:, 1] * to_centre[:, 0]) / length
    return math.degrees(math.atan2(float(inside.min()), float(centre_of_mass_mm[2])))


class TipOverCheck:
    """Where the weight is, against the edge of the foot."""

    info = CheckInfo("tip-over", say("Stands by itself"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        if not subject.edges.watertight or subject.contact_mm2 < POINT_MM2:
            return
        angle = tip_angle_deg(subject.contact.shape, subject.centre_of_mass_mm)
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
