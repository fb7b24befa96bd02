"""What begins in the air."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.subject import Subject


class IslandsCheck:
    """Patches of a layer with nothing below them: each needs a support.

    Tolerance: every one that rises a layer alone and has 0.2 mm² there; their area within 5 %.
    """

    info = CheckInfo("islands", say("Nothing begins in the air"), quick=False)
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        found = [each for each in subject.beginnings if not subject.in_hollow(each.vertex)]
        if not found:
            return
        yield Finding(
            "island",
            "warning",
            say("{count} parts of it begin in the air.", count=len(found))
            if len(found) > 1
            else say("A part of it begins in the air."),
            say("Supports carry them from below; without any they fall down while printing."),
            subject.original_faces(np.concatenate([each.faces for each in found])),
            "supports",
            amount=sum(each.area_mm2 for each in found),
            unit="mm2",
            place_mm=subject.original_point(subject.mesh.vertices[found[0].vertex]),
        )
