"""How much of a model lies on the bed."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.standing import CONTACT_Z_MM, enough_contact_mm2
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.subject import Subject

POINT_MM2 = 1.0
SLIM = 8.0
"""Height over the width of the foot, from where on a print rocks loose without a brim."""


class FlatContactCheck:
    """Area of the first layer, and whether a tall thing should get a brim.

    Tolerance: the area within 5 %.
    """

    info = CheckInfo("flat-contact", say("Stands flat"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        contact = subject.contact_mm2
        shadow_mm2 = float(subject.shadow.area())
        wanted = enough_contact_mm2(shadow_mm2)
        # A small thing may have a small foot, as long as that is most of its shadow.
        if contact >= min(wanted, 0.5 * shadow_mm2):
            if math.sqrt(contact) * SLIM < subject.mesh.extents_mm[2]:
                yield Finding(
                    "slim-foot",
                    "info",
                    say("It is tall for its foot."),
                    say("A brim of 5 mm keeps it on the bed while it prints."),
                    fix="brim",
                    amount=contact,
                    unit="mm2",
                )
            return
        faces = subject.original_faces(np.flatnonzero(subject.cutter.low_mm < CONTACT_Z_MM))
        if contact < POINT_MM2:
            yield Finding(
                "stands-on-a-point",
                "error",
                say("It touches the bed only in a point."),
                say("A flat cut or a small plinth lets it stand."),
                faces,
                "flat-base",
                contact,
                "mm2",
            )
        else:
            yield Finding(
                "small-contact",
                "warning",
                say("Only {area:.0f} mm² of it lies on the bed; it could come loose.", area=contact),
                say("A flat cut, a small plinth or a brim holds it; {area:.0f} mm² is safe.", area=wanted),
                faces,
                "flat-base",
                contact,
                "mm2",
            )
