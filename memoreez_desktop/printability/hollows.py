"""Hollows that nobody can reach."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.subject import Subject


class HollowsCheck:
    """Closed hollows, and what begins in the air inside of them, where no support can be taken out.

    Tolerance: the number exactly, the volume within 1 %.
    """

    info = CheckInfo("hollows", say("No closed hollow"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        hollow = subject.hollow_bodies
        if not hollow.any():
            return
        volume = float(-subject.body_volumes_mm3[hollow].sum())
        _, body = subject.bodies
        yield Finding(
            "hidden-hollow",
            "info",
            say(
                "There are {count} closed hollows inside, {volume:.1f} cm³.",
                count=int(hollow.sum()),
                volume=volume / 1000,
            )
            if hollow.sum() > 1
            else say("There is a closed hollow inside, {volume:.1f} cm³.", volume=volume / 1000),
            say("That is fine, unless it needs supports: nobody can take them out."),
            subject.original_faces(np.flatnonzero(hollow[body])),
            amount=volume,
            unit="mm3",
        )
        if subject.quick:
            return
        inside = [each for each in subject.beginnings if subject.in_hollow(each.vertex)]
        if inside:
            yield Finding(
                "island-in-hollow",
                "error",
                say("Inside a closed hollow something begins in the air."),
                say("Fill the hollow or open it: supports in there stay for ever."),
                subject.original_faces(np.concatenate([each.faces for each in inside])),
                amount=sum(each.area_mm2 for each in inside),
                unit="mm2",
                place_mm=subject.original_point(subject.mesh.vertices[inside[0].vertex]),
            )
