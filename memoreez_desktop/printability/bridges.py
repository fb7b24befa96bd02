"""What spans freely from one hold to another."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.overhang import LONGEST_BRIDGE_MM, SMALLEST_REACH_MM
from memoreez_desktop.printability.subject import Subject

GOOD_BRIDGE_MM = 15.0
"""What most printers draw without sagging (design guides: free up to 5, good up to 15 mm)."""
_LEAST_MM2 = 10.0


class BridgesCheck:
    """Bridges between two holds that are long enough to sag; longer ones hang in the air.

    Tolerance: the span within 1 mm, the width of the threads it is measured by.
    """

    info = CheckInfo("bridges", say("Bridges short enough"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        regions = subject.undersides
        spans = regions.spans_mm
        area = np.bincount(regions.region, subject.face_areas_mm2[regions.faces], regions.count)
        long = (spans > GOOD_BRIDGE_MM) & (spans <= LONGEST_BRIDGE_MM)
        long &= (regions.mean_width_mm >= SMALLEST_REACH_MM) & (area >= _LEAST_MM2)
        if not long.any():
            return
        longest = float(spans[long].max())
        yield Finding(
            "bridge",
            "warning",
            say("It spans {span:.0f} mm from one hold to the other, and may sag.", span=longest),
            say("Up to {good:.0f} mm most printers manage; supports carry it.", good=GOOD_BRIDGE_MM),
            subject.original_faces(regions.faces[long[regions.region]]),
            "supports",
            longest,
            "mm",
        )
