"""What hangs in the air."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.subject import Subject

LIMIT_DEG = 45.0
"""From the vertical: what nearly every guide gives for filament printers."""
NEEDS_SUPPORT_MM2 = 100.0
WORTH_A_WORD_MM2 = 20.0
_ON_BED_MM = 0.3
_FLAT = -0.9


class OverhangCheck:
    """Area of the undersides that lean out more than 45° and do not lie on the bed."""

    info = CheckInfo("overhang", say("Nothing hangs in the air"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        up = subject.face_up_ratio
        on_bed = (subject.cutter.high_mm < _ON_BED_MM) & (up < _FLAT)
        hanging = (up < -math.sin(math.radians(LIMIT_DEG)) - 1e-6) & ~on_bed
        area = float(subject.face_areas_mm2[hanging].sum())
        if area < WORTH_A_WORD_MM2:
            return
        needed = area >= NEEDS_SUPPORT_MM2
        yield Finding(
            "overhang",
            "warning" if needed else "info",
            say("{area:.1f} cm² of it has nothing below.", area=area / 100),
            say("It needs supports; they break away after printing.")
            if needed
            else say("That little usually prints without supports."),
            subject.original_faces(np.flatnonzero(hanging)),
            "supports" if needed else "",
        )
