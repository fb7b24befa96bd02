"""Whether a model is one piece."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.subject import ON_BED_MM, Subject


class SeparateBodiesCheck:
    """Bodies that do not hang together. Tolerance: their number exactly."""

    info = CheckInfo("separate-bodies", say("One piece"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        count, body = subject.bodies
        if count < 2:
            return
        hollow = subject.hollow_bodies
        count -= int(hollow.sum())
        if count < 2:
            return
        lowest = np.full(len(hollow), np.inf)
        np.minimum.at(lowest, body, subject.cutter.low_mm)
        begins_in_air = (lowest > ON_BED_MM) & ~hollow
        floating = int(begins_in_air.sum())
        yield Finding(
            "several-bodies",
            "warning" if floating else "info",
            say("It is made of {count} pieces.", count=count),
            say("Repair joins those that touch; pieces in the air are held by supports only.")
            if floating
            else say("They print side by side and stay separate where they do not touch."),
            subject.original_faces(np.flatnonzero(begins_in_air[body])),
            "repair" if floating else "",
        )
